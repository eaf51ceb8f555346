package claim_test

import (
	"reflect"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/claim"
	"github.com/factline/factline/internal/stagetest"
)

func FuzzClaims(f *testing.F) {
	for _, text := range []string{
		"The club sold the player and won the cup.", "\"It fell,\" he said, \"and we left.\"", "If it rains, it will be moved.",
		"It fell, police said.", "There were 5 deaths.", "The man, who bought the house, died.", "and and and fell and fell", "No, no longer.",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		doc := run(text)
		checkClaims(t, doc)
		first := doc.Claims
		doc.Claims = nil
		if claim.Stage().Apply(doc); !reflect.DeepEqual(first, doc.Claims) {
			t.Error("two runs differ")
		}
	})
}

// checkClaims tests what holds for the claims of any text.
func checkClaims(t *testing.T, doc *extract.Document) {
	t.Helper()
	all := extract.TokenRange{End: int32(len(doc.Tokens))}
	for i, c := range doc.Claims {
		if c.Empty() || !all.Covers(c.TokenRange) || !all.Covers(c.Subject.TokenRange) {
			t.Fatalf("claim %v with subject %v of %d tokens", c.TokenRange, c.Subject.TokenRange, all.End)
		}
		if len(c.Predicate) == 0 && c.Object.Empty() && !c.Subject.Empty() || !c.Object.Empty() && !c.Covers(c.Object.TokenRange) {
			t.Errorf("claim %v: predicate %v, object %v", c.TokenRange, c.Predicate, c.Object.TokenRange)
		}
		for k, part := range c.Predicate {
			if part.Empty() || !c.Covers(part) || k > 0 && c.Predicate[k-1].End > part.Start {
				t.Errorf("claim %v: predicate %v", c.TokenRange, c.Predicate)
			}
			if part.Overlaps(c.Object.TokenRange) || part.Overlaps(c.Subject.TokenRange) {
				t.Errorf("predicate %v overlaps a slot of %s", part, show(doc, c))
			}
		}
		for _, a := range c.Arguments {
			if a.Empty() || !c.Covers(a.TokenRange) && a.Role != extract.RoleTime || !a.Preposition.Empty() && !a.Covers(a.Preposition) {
				t.Errorf("argument %v, preposition %v of claim %v", a.TokenRange, a.Preposition, c.TokenRange)
			}
		}
		end := c.Start
		for _, s := range c.Substitutions {
			if s.Start < end || s.End > c.End || s.Entity < 0 && s.Empty() && s.Words.Empty() || int(s.Entity) >= len(doc.Entities) {
				t.Errorf("substitutions %v of claim %v", c.Substitutions, c.TokenRange)
			}
			end = s.End
		}
		if c.Score < 0 || c.Score > 1 || c.Rule == "" {
			t.Errorf("score %g, rule %q", c.Score, c.Rule)
		}
		checkIndexes(t, doc, c)
		checkRelations(t, doc, i)
		if i > 0 && extract.CompareRanges(doc.Claims[i-1].TokenRange, c.TokenRange) > 0 {
			t.Errorf("%v before %v", doc.Claims[i-1].TokenRange, c.TokenRange)
		}
	}
}

func checkIndexes(t *testing.T, doc *extract.Document, c extract.Claim) {
	t.Helper()
	for _, q := range c.Quantities {
		if !c.Covers(doc.Quantities[q].TokenRange) {
			t.Errorf("quantity %v outside claim %v", doc.Quantities[q].TokenRange, c.TokenRange)
		}
	}
	for _, x := range c.Timexes {
		shared := slices.ContainsFunc(c.Arguments, func(a extract.Argument) bool { return a.Covers(doc.Timexes[x].TokenRange) })
		if !c.Covers(doc.Timexes[x].TokenRange) && !shared {
			t.Errorf("timex %v outside claim %v", doc.Timexes[x].TokenRange, c.TokenRange)
		}
	}
	for _, q := range c.Attribution {
		if !doc.Quotes[q].Contains(c.PredicateHead) {
			t.Errorf("claim %v is not in quote %v", c.TokenRange, doc.Quotes[q].TokenRange)
		}
	}
	for _, e := range []extract.EntityIndex{c.Subject.Entity, c.Object.Entity} {
		if e < extract.None || int(e) >= len(doc.Entities) {
			t.Errorf("entity %d", e)
		}
	}
}

func TestArticlesOfTestdata(t *testing.T) {
	for _, text := range stagetest.Articles(t) {
		checkClaims(t, run(text))
	}
}

// TestLongTexts: the time grows with the length of the text, not with its
// square.
func TestLongTexts(t *testing.T) {
	pieces := map[string]string{
		"verbs":         "fell ",
		"clauses":       "he fell and ",
		"infinitives":   "he wants to go to ",
		"nested speech": "he said that it fell and ",
		"relatives":     "the man who fell ",
		"phrases":       "the man of the town in ",
		"lists":         "the man, ",
		"conditions":    "if it fell, ",
		"mistakes":      "The firm said the letter was a mistake. ",
		"figures":       "Sales rose 10% from £5m to £6m (£7m). ",
	}
	stagetest.Long(t, claim.Stage(), pieces, before, checkClaims)
}

func BenchmarkClaims(b *testing.B) { stagetest.Benchmark(b, claim.Stage(), before) }

// before returns a document as the stage gets it.
func before(text string) *extract.Document {
	doc := run(text)
	doc.Claims = nil
	return doc
}
