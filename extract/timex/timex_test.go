package timex_test

import (
	"strings"
	"testing"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/number"
	"github.com/factline/factline/extract/parse"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/tag"
	"github.com/factline/factline/extract/timex"
	"github.com/factline/factline/extract/token"
)

var stages = []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage(), parse.Stage(), number.Stage(), timex.Stage()}

// friday is the day of publication of the examples.
var friday = time.Date(2020, time.July, 10, 0, 0, 0, 0, time.UTC)

// read runs the stages up to timex over a text.
func read(text string, published time.Time) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text, Published: published})
	for _, stage := range stages {
		stage.Apply(doc)
	}
	return doc
}

// unbracket takes the [brackets] out of a text and returns what they held.
func unbracket(text string) (plain string, marked []string) {
	for rest := text; ; {
		before, after, found := strings.Cut(rest, "[")
		plain += before
		if !found {
			return plain, marked
		}
		inside, tail, _ := strings.Cut(after, "]")
		plain += inside
		marked = append(marked, inside)
		rest = tail
	}
}

// show writes a timex as the test tables do: "DATE 2020-07-10 START".
func show(t extract.Timex) string {
	return strings.TrimSpace(t.Type.String() + " " + t.Value + " " + t.Mod)
}

// TestWeeks: a week belongs to the year that has its Thursday.
func TestWeeks(t *testing.T) {
	for _, row := range []struct{ published, text, value, reason string }{
		{"2021-01-02", "Sales fell this week.", "2020-W53", "the first days of January are of the week 53 before"},
		{"2016-01-05", "Sales fell last week.", "2015-W53", "back over the turn of the year"},
		{"2019-12-27", "Sales will fall next week.", "2020-W01", "the last days of December are of the week 1 behind"},
		{"2018-12-31", "Sales fell this week.", "2019-W01", "a Monday of the year before"},
		{"2021-01-04", "Sales fell over the weekend.", "2020-W53-WE", "a weekend of January"},
		{"2020-07-10", "Sales fell in week 53 of 2020.", "2020-W53", "a year with 53 weeks"},
		{"2020-07-10", "Sales fell in week 53 of 2019.", "2019", "a year without, of which only the year is one"},
	} {
		published, err := time.Parse(time.DateOnly, row.published)
		if err != nil {
			t.Fatal(err)
		}
		doc := read(row.text, published)
		if len(doc.Timexes) != 1 || doc.Timexes[0].Value != row.value {
			t.Errorf("%s: %q published %s gave %v, want %s", row.reason, row.text, row.published, doc.Timexes, row.value)
		}
	}
}

func TestRules(t *testing.T) {
	names := map[string]bool{}
	for _, r := range timex.Rules() {
		if names[r.Name] {
			t.Errorf("two rules are named %s", r.Name)
		}
		names[r.Name] = true
		text, marked := unbracket(r.Example)
		if len(marked) != 1 {
			t.Errorf("%s: the example %q marks %d expressions, want 1", r.Name, r.Example, len(marked))
			continue
		}
		doc := read(text, friday)
		found := false
		var got []string
		for _, x := range doc.Timexes {
			got = append(got, doc.TextOf(x.TokenRange)+" = "+show(x)+" by "+x.Rule)
			if x.Rule == r.Name && doc.TextOf(x.TokenRange) == marked[0] && show(x) == r.Want {
				found = true
			}
		}
		if !found {
			t.Errorf("%s: %q gave %q, want %q", r.Name, r.Example, got, marked[0]+" = "+r.Want)
		}
	}
}
