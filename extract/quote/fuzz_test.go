package quote_test

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/quote"
	"github.com/factline/factline/internal/stagetest"
)

func FuzzQuotes(f *testing.F) {
	for _, text := range []string{
		"\"No,\" he said, \"never.\"", "He said “we go.\n“We stay,” she said.", "It fell, police said.", "'Tis the boys' ball",
		"According to the report, according to it, it fell.", "\"a\"\"b\"“c“d”e”„f“", "said said said that that said", "\"He said \"it\" was \"so\".",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		doc := run(text)
		checkQuotes(t, doc)
		first := doc.Quotes
		doc.Quotes = nil
		if quote.Stage().Apply(doc); !reflect.DeepEqual(first, doc.Quotes) {
			t.Error("two runs differ")
		}
	})
}

// checkQuotes tests what holds for the quotes of any text.
func checkQuotes(t *testing.T, doc *extract.Document) {
	t.Helper()
	all := extract.TokenRange{End: int32(len(doc.Tokens))}
	for i, q := range doc.Quotes {
		if len(q.Content) == 0 || q.Start != q.Content[0].Start || q.End != q.Content[len(q.Content)-1].End {
			t.Fatalf("range %v of contents %v", q.TokenRange, q.Content)
		}
		for k, c := range q.Content {
			if c.Empty() || !all.Covers(c) || k > 0 && q.Content[k-1].End > c.Start {
				t.Errorf("content %v of %v", c, q.Content)
			}
			if c.Overlaps(q.Cue) {
				t.Errorf("cue %v inside content %v", q.Cue, c)
			}
		}
		if !all.Covers(q.Cue) || !all.Covers(q.Speaker) {
			t.Errorf("cue %v, speaker %v of %d tokens", q.Cue, q.Speaker, all.End)
		}
		if q.Cue.Empty() != (q.CueHead == extract.None) || !q.Cue.Empty() && !q.Cue.Contains(q.CueHead) {
			t.Errorf("cue head %d of %v", q.CueHead, q.Cue)
		}
		if q.Mention < extract.None || int(q.Mention) >= len(doc.Mentions) || q.Rule == "" {
			t.Errorf("mention %d, rule %q", q.Mention, q.Rule)
		}
		for _, x := range q.Timexes {
			if x < 0 || int(x) >= len(doc.Timexes) {
				t.Errorf("timex %d", x)
			}
		}
		if i > 0 && extract.CompareRanges(doc.Quotes[i-1].TokenRange, q.TokenRange) > 0 {
			t.Errorf("%v before %v", doc.Quotes[i-1].TokenRange, q.TokenRange)
		}
	}
}

func TestArticlesOfTestdata(t *testing.T) {
	for _, text := range stagetest.Articles(t) {
		checkQuotes(t, run(text))
	}
}

// TestLongTexts: the time grows with the length of the text, not with its
// square.
func TestLongTexts(t *testing.T) {
	pieces := map[string]string{
		"marks":           "\" ",
		"glued marks":     "\"",
		"open marks":      "“ a ",
		"short quotes":    "\"no\" ",
		"cues":            "said ",
		"nested speech":   "he said that ",
		"inverted speech": "it fell, he said, ",
		"sources":         "according to him, ",
		"commas":          "he, ",
		"single marks":    "'a ",
	}
	stagetest.Long(t, quote.Stage(), pieces, before, checkQuotes)
}

func BenchmarkQuotes(b *testing.B) { stagetest.Benchmark(b, quote.Stage(), before) }

// before returns a document as the stage gets it.
func before(text string) *extract.Document {
	doc := run(text)
	doc.Quotes = nil
	return doc
}
