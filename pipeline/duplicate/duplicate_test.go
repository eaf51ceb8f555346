package duplicate_test

import (
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/duplicate"
)

const story = `Ferry crews on the Lorne route voted by 312 to 41 on Wednesday to accept a pay rise of 6.5 per cent, ending a strike
that had lasted nine days. The union's regional secretary, Ana Pryce, said the deal was not everything they had asked for, but a
good deal more than they were offered in April. Harbour Lines, which runs 14 ships on six routes, said the dispute had cost it
1.2 million pounds in lost fares. Its managing director, Piers Holt, apologised to the 38,000 passengers whose bookings were
cancelled. Sailings will resume on Friday at 6am, the company said. Refunds are to be paid within 21 days.`

const template = "Shares in %s %s by %d per cent to %d.%d pounds in London on %s after the company said that profits had %s to %d million pounds " +
	"in the %s quarter, while analysts had expected %d million. Sales came to %d million pounds. The shares have %s by %d per cent this year."

func TestFind(t *testing.T) {
	first, rest, _ := strings.Cut(story, ". ")
	tests := []struct {
		reason, a, b string
		want         bool
	}{
		{"the same", story, story, true},
		{"other line breaks, case and quotes", story, strings.ToUpper(strings.ReplaceAll(story, "\n", " ")), true},
		{"a headline and a dateline more", story, "Ferry strike over\n\nLORNE, Wednesday (Agency) - " + story, true},
		{"its last sentence is missing", story, story[:strings.LastIndex(story, "Refunds")], true},
		{"one word is another", story, strings.Replace(story, "Wednesday", "Thursday", 1), true},
		{"half of it", story, rest[len(rest)/2:], false},
		{"another story", story, "A planning inspector has thrown out an appeal by the owners of the Crown Mill, who wanted to turn the listed building into 46 flats, the council said.", false},
		{"the same template with other figures",
			fmt.Sprintf(template, "Corvane", "fell", 11, 41, 20, "Tuesday", "dropped", 21, "third", 34, 210, "fallen", 33),
			fmt.Sprintf(template, "Bright Stay", "rose", 4, 7, 85, "Friday", "risen", 96, "first", 80, 640, "gained", 12), false},
		{"short texts are like many others", first[:60], first[:60], false},
	}
	for _, tt := range tests {
		var finder duplicate.Finder
		if got := finder.Find("a", tt.a); got != "" {
			t.Errorf("%s: the first is a duplicate of %q", tt.reason, got)
		}
		if got := finder.Find("b", tt.b); (got == "a") != tt.want {
			t.Errorf("%s: got %q, want %v", tt.reason, got, tt.want)
		}
	}
}

// randomText returns n words that no other text has in this order.
func randomText(r *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", r.IntN(5000))
	}
	return strings.Join(words, " ")
}

// TestRecallAndPrecision: of texts of a known similarity to an earlier one,
// those well above the threshold are found and those well below it are not.
func TestRecallAndPrecision(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, tt := range []struct {
		reason   string
		replaced int // of 300 words, at the end
		want     func(found int) bool
	}{
		{"Jaccard similarity 0.94", 10, func(found int) bool { return found >= 198 }},
		{"Jaccard similarity 0.5", 100, func(found int) bool { return found == 0 }},
	} {
		var finder duplicate.Finder
		found := 0
		for i := range 200 {
			text := strings.Fields(randomText(r, 300))
			finder.Find(fmt.Sprint("a", i), strings.Join(text, " "))
			copy(text[300-tt.replaced:], strings.Fields(randomText(r, tt.replaced)))
			if finder.Find(fmt.Sprint("b", i), strings.Join(text, " ")) == fmt.Sprint("a", i) {
				found++
			}
		}
		if !tt.want(found) {
			t.Errorf("%s: %d of 200 found", tt.reason, found)
		}
	}
}

// TestMemory: an article is found again behind 50,000 others, and the memory of
// a finder has an end.
func TestMemory(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var finder duplicate.Finder
	finder.Find("first", story)
	for i := range 50_000 {
		finder.Find(fmt.Sprint(i), randomText(r, 25))
	}
	if got := finder.Find("again", story); got != "first" {
		t.Errorf("behind 50,000 others: got %q", got)
	}
	for i := range 66_000 {
		finder.Find(fmt.Sprint(i), randomText(r, 25))
	}
	if got := finder.Find("again", story); got != "" {
		t.Errorf("behind 116,000 others: got %q", got)
	}
}

func TestMark(t *testing.T) {
	broken := errors.New("broken")
	articles := func() iter.Seq2[extract.Article, error] {
		return func(yield func(extract.Article, error) bool) {
			_ = yield(extract.Article{ID: "a", Text: story}, nil) && yield(extract.Article{}, broken) &&
				yield(extract.Article{ID: "b", Text: story}, nil) && yield(extract.Article{ID: "c", Text: "Short."}, nil)
		}
	}
	for _, tt := range []struct {
		skip bool
		want []string
	}{
		{false, []string{"a", "broken", "b of a", "c"}},
		{true, []string{"a", "broken", "b: a near-duplicate of a", "c"}},
	} {
		var got []string
		for a, err := range duplicate.Mark(articles(), tt.skip) {
			switch {
			case err != nil:
				got = append(got, err.Error())
			case a.DuplicateOf != "":
				got = append(got, a.ID+" of "+a.DuplicateOf)
			default:
				got = append(got, a.ID)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("skip %v: (-want +got)\n%s", tt.skip, diff)
		}
	}
}

// TestSignature: a signature is the same on every machine, since a store keeps it.
func TestSignature(t *testing.T) {
	s, ok := duplicate.Of(story)
	if want := []uint32{58247334, 91753333, 44525716}; !ok || !slices.Equal(s[:3], want) {
		t.Errorf("got %v", s[:3])
	}
}

func BenchmarkOf(b *testing.B) {
	b.SetBytes(int64(len(story)))
	for b.Loop() {
		duplicate.Of(story)
	}
}
