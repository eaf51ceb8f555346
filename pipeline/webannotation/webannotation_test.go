package webannotation_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/webannotation"
)

type selector struct {
	Type, Exact, Prefix, Suffix string
	Start, End                  int
}

type annotation struct {
	Context    string `json:"@context"`
	ID         string
	Type       string
	Motivation string
	Body       []struct{ Type, Purpose, Value string }
	Target     struct {
		Source   string
		Selector []selector
	}
}

// place returns the n-th occurrence of words in a text.
func place(t *testing.T, text, words string, n int) claimsfile.Place {
	t.Helper()
	at := 0
	for range n {
		i := strings.Index(text[at:], words)
		if i < 0 {
			t.Fatalf("no %q", words)
		}
		at += i + len(words)
	}
	start := utf8.RuneCountInString(text[:at-len(words)])
	return claimsfile.Place{Start: start, End: start + utf8.RuneCountInString(words), Text: words}
}

func encode(t *testing.T, f *claimsfile.File) []annotation {
	t.Helper()
	var b strings.Builder
	b.WriteString(webannotation.Header)
	if err := webannotation.Encode(&b, f); err != nil {
		t.Fatal(err)
	}
	b.WriteString(webannotation.Footer)
	var all []annotation
	if err := json.Unmarshal([]byte(b.String()), &all); err != nil {
		t.Fatalf("%v in %s", err, b.String())
	}
	return all
}

// TestSelectors: the selectors of every annotation find its words, in a text of
// characters of one to four bytes, and so do prefix and suffix.
func TestSelectors(t *testing.T) {
	text := strings.Repeat("Zoë’s “apps” 👩‍👩‍👧 cost £5 — ", 20)
	f := &claimsfile.File{Article: claimsfile.Article{ID: "a", Text: text}}
	for n := 1; n <= 20; n++ {
		for _, words := range []string{"Zoë", "“apps”", "👧", "£5", "— "} {
			f.Dates = append(f.Dates, claimsfile.Date{Place: place(t, text, words, n)})
		}
	}
	all := encode(t, f)
	if len(all) != len(f.Dates) {
		t.Fatalf("%d annotations, want %d", len(all), len(f.Dates))
	}
	points := []rune(text)
	for i, a := range all {
		quote, position := a.Target.Selector[0], a.Target.Selector[1]
		want := selector{Type: "TextPositionSelector", Start: f.Dates[i].Start, End: f.Dates[i].End}
		if diff := cmp.Diff(want, position); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		want = selector{
			Type: "TextQuoteSelector", Exact: string(points[position.Start:position.End]),
			Prefix: string(points[max(0, position.Start-32):position.Start]), Suffix: string(points[position.End:min(len(points), position.End+32)]),
		}
		if diff := cmp.Diff(want, quote); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

func TestBodies(t *testing.T) {
	text := "Ann Lee said it cost £5 on Monday."
	five := 5.0
	f := &claimsfile.File{
		Article:    claimsfile.Article{ID: "news/a b.txt", Source: "https://example.org/a?b=1", Text: text},
		Entities:   []claimsfile.Entity{{ID: "e1", Type: "PERSON", Name: "Ann Lee", Mentions: []claimsfile.Mention{{Place: place(t, text, "Ann Lee", 1)}}}},
		Quantities: []claimsfile.Quantity{{ID: "q1", Place: place(t, text, "£5", 1), Kind: "money", Value: &five, Modifier: "exact", Unit: &claimsfile.Unit{Name: "pound", Symbol: "£", Dimension: "currency"}}},
		Dates:      []claimsfile.Date{{ID: "d1", Place: place(t, text, "Monday", 1), Type: "DATE", Value: "2020-07-06"}},
		Quotes:     []claimsfile.Quote{{ID: "s1", Place: place(t, text, "it cost £5", 1), Speaker: &claimsfile.Speaker{Text: "Ann Lee"}}},
		Claims: []claimsfile.Claim{{
			ID: "c1", Place: place(t, text, "it cost £5", 1), Statement: "it cost £5", Attribution: []claimsfile.Attribution{{Speaker: "Ann Lee", Cue: "said"}},
			Polarity: claimsfile.Polarity{Value: "positive"}, Modality: claimsfile.Modality{Value: "asserted"},
		}},
	}
	var got []string
	ids := map[string]bool{}
	for _, a := range encode(t, f) {
		line := a.Motivation
		for _, b := range a.Body {
			line += "; " + b.Purpose + " " + b.Value
		}
		got = append(got, line)
		ids[a.ID] = true
		if a.Context != "http://www.w3.org/ns/anno.jsonld" || a.Type != "Annotation" || a.Target.Source != "https://example.org/a?b=1" {
			t.Errorf("%+v", a)
		}
	}
	want := []string{
		"describing; tagging claim; describing it cost £5; describing Ann Lee (said)",
		"describing; tagging quote; describing Ann Lee",
		"describing; tagging money; describing £5",
		"describing; tagging date; describing Monday = 2020-07-06",
		"identifying; tagging person; identifying Ann Lee",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(ids) != len(want) {
		t.Errorf("identifiers are not unique: %v", ids)
	}
}

func TestSource(t *testing.T) {
	tests := []struct {
		reason, want string
		article      claimsfile.Article
	}{
		{"a web address", "https://example.org/x", claimsfile.Article{ID: "a", Source: "https://example.org/x"}},
		{"the name of a paper", "news/a%20b.txt", claimsfile.Article{ID: "news/a b.txt", Source: "Daily Cat"}},
		{"a script is no address of an article", "a", claimsfile.Article{ID: "a", Source: "javascript:alert(1)"}},
		{"an ID that looks like a scheme", "./rows.jsonl:3", claimsfile.Article{ID: "rows.jsonl:3"}},
	}
	for _, tt := range tests {
		tt.article.Text = "x"
		f := &claimsfile.File{Article: tt.article, Dates: []claimsfile.Date{{ID: "d1", Place: claimsfile.Place{End: 1, Text: "x"}}}}
		if got := encode(t, f)[0].Target.Source; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

func TestNothing(t *testing.T) {
	if all := encode(t, &claimsfile.File{}); len(all) != 0 {
		t.Errorf("%v", all)
	}
}
