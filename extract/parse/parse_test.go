package parse_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/parse"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/tag"
	"github.com/factline/factline/extract/token"
	"github.com/factline/factline/internal/stagetest"
)

var before = []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage()}

func parsed(text string) *extract.Document {
	doc := tagged(text)
	parse.Stage().Apply(doc)
	return doc
}

// arcs writes each word with its head and relation: "company<nsubj-revealed".
func arcs(doc *extract.Document) string {
	var b strings.Builder
	for i, arc := range doc.Arcs {
		if doc.Tags[i].POS == extract.PUNCT {
			continue
		}
		head := "ROOT"
		if arc.Head != extract.None {
			head = doc.Word(arc.Head)
		}
		fmt.Fprintf(&b, "%s<%s-%s ", doc.Word(int32(i)), arc.Relation, head)
	}
	return strings.TrimSpace(b.String())
}

// TestParse holds plain sentences that any model must get right.
func TestParse(t *testing.T) {
	tests := []struct{ text, want, why string }{
		{"The company said that it had removed 49 million videos.",
			"The<det-company company<nsubj-said said<root-ROOT that<mark-removed it<nsubj-removed had<aux-removed removed<ccomp-said " +
				"49<compound-million million<nummod-videos videos<obj-removed", "object clause, counted noun"},
		{"TikTok was banned by India.", "TikTok<nsubj:pass-banned was<aux:pass-banned banned<root-ROOT by<case-India India<obl:agent-banned", "passive"},
		{"The email was a mistake.", "The<det-email email<nsubj-mistake was<cop-mistake a<det-mistake mistake<root-ROOT", "copula"},
		{"India forced the company to leave.", "India<nsubj-forced forced<root-ROOT the<det-company company<obj-forced to<mark-leave leave<xcomp-forced", "control"},
	}
	for _, test := range tests {
		if got := arcs(parsed(test.text)); got != test.want {
			t.Errorf("%s (%s)\n got %s\nwant %s", test.text, test.why, got, test.want)
		}
	}
}

// checkTrees demands a tree of each sentence: heads inside it, one root, no
// cycle.
func checkTrees(t *testing.T, doc *extract.Document) {
	t.Helper()
	for _, s := range doc.Sentences {
		roots := 0
		depth := make([]int, len(doc.Tokens)) // 0 not seen yet, -1 on the way up
		for i := s.Start; i < s.End; i++ {
			head := doc.Arcs[i].Head
			if head == extract.None {
				roots++
			} else if !s.Contains(head) {
				t.Fatalf("token %d has its head %d outside of its sentence", i, head)
			}
			if (head == extract.None) != (doc.Arcs[i].Relation == extract.RelRoot) {
				t.Fatalf("token %d has head %d and relation %s", i, head, doc.Arcs[i].Relation)
			}
			var path []int32
			for k := i; k != extract.None && depth[k] != 1; k = doc.Arcs[k].Head {
				if depth[k] == -1 {
					t.Fatalf("token %d is in a cycle", k)
				}
				depth[k] = -1
				path = append(path, k)
			}
			for _, k := range path {
				depth[k] = 1
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %v has %d roots", s.TokenRange, roots)
		}
	}
}

func TestTrees(t *testing.T) {
	texts := []string{"", ".", "?!...", "(((", "a", strings.Repeat("and ", 3000), strings.Repeat("( ", 3000),
		strings.Repeat("the man who said that ", 500), strings.Repeat("1 ", 3000)}
	texts = append(texts, stagetest.Articles(t)...)
	for _, text := range texts {
		checkTrees(t, parsed(text))
	}
}

func tagged(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	for _, s := range before {
		s.Apply(doc)
	}
	return doc
}

func TestLongTexts(t *testing.T) {
	pieces := map[string]string{"words": "the man who said that ", "conjunctions": "and ", "brackets": "( ", "sentences": "He left. "}
	stagetest.Long(t, parse.Stage(), pieces, tagged, checkTrees)
}

func BenchmarkParse(b *testing.B) { stagetest.Benchmark(b, parse.Stage(), tagged) }

func FuzzParse(f *testing.F) {
	f.Add("The company said that it had removed 49 million videos. (“No!”, she said)")
	f.Fuzz(func(t *testing.T, text string) {
		doc := parsed(strings.ToValidUTF8(text, "?"))
		checkTrees(t, doc)
		if again := parsed(strings.ToValidUTF8(text, "?")); fmt.Sprint(doc.Arcs) != fmt.Sprint(again.Arcs) {
			t.Error("a second run gives other arcs")
		}
	})
}
