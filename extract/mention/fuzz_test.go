package mention_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/mention"
	"github.com/factline/factline/internal/stagetest"
)

func FuzzMention(f *testing.F) {
	for _, rule := range mention.Rules() {
		_, example, _, _ := rule.Parts()
		f.Add(example)
	}
	f.Add("MR. PRESIDENT OF THE & of of al-al-al- U.S.-led McDonald's 's-A Of of The \x00 ÄÖ-ü É. İ.")
	f.Fuzz(func(t *testing.T, text string) {
		doc := mentions(text)
		check(t, doc)
		if again := mentions(text); !reflect.DeepEqual(doc.Mentions, again.Mentions) {
			t.Fatal("two runs differ")
		}
	})
}

// check tests what must hold of every mention.
func check(t *testing.T, doc *extract.Document) {
	t.Helper()
	end := int32(0)
	for i, m := range doc.Mentions {
		if m.Empty() || m.Start < 0 || int(m.End) > len(doc.Tokens) || !m.Contains(m.Head) || m.Rule == "" {
			t.Fatalf("mention %+v of %d tokens", m, len(doc.Tokens))
		}
		if i > 0 && extract.CompareRanges(doc.Mentions[i-1].TokenRange, m.TokenRange) >= 0 {
			t.Fatalf("mention %+v after %+v", m, doc.Mentions[i-1])
		}
		if s := doc.SentenceAt(m.Start); s < 0 || m.End > doc.Sentences[s].End {
			t.Fatalf("%q crosses sentences", doc.TextOf(m.TokenRange))
		}
		if m.Kind != extract.Name {
			continue
		}
		if m.Start < end {
			t.Fatalf("%q overlaps the name before it", doc.TextOf(m.TokenRange))
		}
		end = m.End
		for _, x := range doc.Timexes {
			if x.Overlaps(m.TokenRange) {
				t.Fatalf("%q overlaps timex %q", doc.TextOf(m.TokenRange), doc.TextOf(x.TokenRange))
			}
		}
	}
}

// TestHostile makes sure that long rows of capitals take linear time: in
// quadratic time each would run for minutes.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("long texts take some seconds")
	}
	for _, piece := range []string{"Ab ", "Ab of ", "Bank of the ", "Ab and ", "al-", "Ab-", "Ab & ", "President ", "Mr ", "A. ", "Ab's ", "New York ", "Ab, ", "he ", "the company ", "Department of Trade and Of "} {
		doc := before(strings.Repeat(piece, 10_000))
		mention.Stage().Apply(doc)
		check(t, doc)
	}
}

func BenchmarkMention(b *testing.B) {
	stagetest.Benchmark(b, mention.Stage(), before)
}
