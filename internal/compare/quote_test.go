package compare

import (
	"strings"
	"testing"

	"github.com/factline/factline/pipeline/claimsfile"
)

func TestDiffers(t *testing.T) {
	const said = `"We have done everything we could to keep these stores open."`
	tests := []struct {
		reason, a, b string
		want         bool
		onlyA, onlyB string
	}{
		{"another word", said, "We have done everything we could to save these stores open", true, "keep", "save"},
		{"the same", said, said, false, "", ""},
		{"other quotation marks and commas", said, "“We have done everything, we could, to keep these stores open”", false, "", ""},
		{"its beginning", said, "We have done everything we could", false, "", ""},
		{"its end", said, "to keep these stores open", false, "", ""},
		{"the last word", said, "We have done everything we could to keep these stores running", true, "open", "running"},
		{"the first word", said, "You have done everything we could to keep these stores open", true, "we", "you"},
		{"a word left out, and the end", said + ` "Rents have risen."`, "We have done everything to keep these stores open", true, "we could", ""},
		{"an omission that is marked", said, "We have done everything ... to keep these stores open", false, "", ""},
		{"a word of the writer's", said, "We have done everything we could to keep [the] stores open", false, "", ""},
		{"per cent and percent", "It is five per cent more than last year", "It is five percent more than last year", false, "", ""},
		{"something else", said, "Rents have risen faster than sales for five years", false, "", ""},
		{"words that anybody says", "We will see what comes of it next year", "We will wait and hope that nobody is hurt", false, "", ""},
	}
	for _, tt := range tests {
		a, okA := direct(tt.a, "Laura Benning")
		b, okB := direct(tt.b, "Ms Benning")
		if !okA || !okB {
			t.Fatalf("%s: no quotations", tt.reason)
		}
		differs, onlyA, onlyB := a.differs(b)
		if differs != tt.want || onlyA != tt.onlyA || onlyB != tt.onlyB {
			t.Errorf("%s: %v, %q, %q", tt.reason, differs, onlyA, onlyB)
		}
	}
}

func direct(text, speaker string) (quote, bool) {
	return newQuote(&claimsfile.File{}, claimsfile.Quote{
		Kind: "direct", Content: []claimsfile.Place{{Text: text}}, Speaker: &claimsfile.Speaker{Name: speaker},
	})
}

func TestNewQuote(t *testing.T) {
	tests := []struct {
		reason string
		quote  claimsfile.Quote
	}{
		{"nobody is known to say it", claimsfile.Quote{Kind: "direct", Content: []claimsfile.Place{{Text: "one two three four five"}}}},
		{"it is not word for word", claimsfile.Quote{Kind: "indirect", Content: []claimsfile.Place{{Text: "one two three four five"}}, Speaker: &claimsfile.Speaker{Name: "Ann Lee"}}},
		{"it is short", claimsfile.Quote{Kind: "direct", Content: []claimsfile.Place{{Text: "one two"}}, Speaker: &claimsfile.Speaker{Name: "Ann Lee"}}},
		{"it is endless", claimsfile.Quote{Kind: "direct", Content: []claimsfile.Place{{Text: strings.Repeat("one two ", 500)}}, Speaker: &claimsfile.Speaker{Name: "Ann Lee"}}},
	}
	for _, tt := range tests {
		if _, ok := newQuote(&claimsfile.File{}, tt.quote); ok {
			t.Errorf("%s: it is compared", tt.reason)
		}
	}
	if a, _ := direct("one two three four five", "Ann Lee"); a.speaker != "ann lee" {
		t.Errorf("%q", a.speaker)
	}
	a, _ := direct("one two three four five", "Ann Lee")
	b, _ := direct("one two three four six", "Bob Roe")
	if differs, _, _ := a.differs(b); differs {
		t.Error("two speakers said it")
	}
}
