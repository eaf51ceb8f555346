package markdown_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/markdown"
)

func sample(title, statement string) *claimsfile.File {
	x := 49e6
	return &claimsfile.File{
		Article:    claimsfile.Article{ID: "a_b.txt", Title: title, Published: "2020-07-10", Source: "Daily Cat"},
		Entities:   []claimsfile.Entity{{ID: "e1", Name: "Ann Lee"}},
		Quantities: []claimsfile.Quantity{{ID: "q1", Place: claimsfile.Place{Text: "49 million"}, Value: &x, Modifier: "over"}},
		Dates:      []claimsfile.Date{{ID: "d1", Place: claimsfile.Place{Start: 3, Text: "Monday"}, Value: "2020-07-06"}},
		Claims: []claimsfile.Claim{{
			ID: "c1", Place: claimsfile.Place{Start: 3, End: 20}, Statement: statement, Quantities: []string{"q1"}, Dates: []string{"d1"},
			Attribution: []claimsfile.Attribution{{Speaker: "He", Entity: "e1", Cue: "said"}, {Cue: "revealed"}},
			Polarity:    claimsfile.Polarity{Value: "negative", Cue: &claimsfile.Place{Text: "not"}},
			Modality:    claimsfile.Modality{Value: "asserted"},
		}},
	}
}

func encode(t *testing.T, f *claimsfile.File) string {
	t.Helper()
	var b strings.Builder
	if err := markdown.Encode(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEncode(t *testing.T) {
	want := `# Cats

2020-07-10, Daily Cat, a\_b.txt

1. **\[It\] was not 49 million on Monday**
   - somebody (revealed), by He \[Ann Lee\] (said)
   - negative: not
   - 49 million = over 49,000,000
   - Monday = 2020-07-06
   - c1, characters 3–20 of the article

`
	if diff := cmp.Diff(want, encode(t, sample("Cats", "[It] was not 49 million on Monday"))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestEscape: an article cannot put markup into the note.
func TestEscape(t *testing.T) {
	tests := []struct{ reason, title, want string }{
		{"emphasis", "a *b* _c_", `# a \*b\* \_c\_`},
		{"a link", "[a](http://b)", `# \[a\](http://b)`},
		{"HTML", "<script>&amp;", `# \<script\>\&amp;`},
		{"a second heading", "a\n# b", `# a \# b`},
		{"a list", "- a", `# \- a`},
		{"a numbered list", "12. a", `# 12\. a`},
		{"a year", "2020 was long", `# 2020 was long`},
		{"a decimal number", "0.5 per cent", `# 0\.5 per cent`},
		{"a direction of writing", "a\u202eb\x1b[31m", `# ab\[31m`},
	}
	for _, tt := range tests {
		if got, _, _ := strings.Cut(encode(t, sample(tt.title, "x")), "\n"); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

func TestNothing(t *testing.T) {
	if got := encode(t, &claimsfile.File{Article: claimsfile.Article{ID: "a"}}); got != "# a\n\nNo claims.\n\n" {
		t.Errorf("%q", got)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestWriteError(t *testing.T) {
	if markdown.Encode(full{}, sample("a", "b")) == nil {
		t.Error("no error")
	}
}
