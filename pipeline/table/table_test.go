package table_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mattn/go-runewidth"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/table"
)

func value(x float64) *float64 { return &x }

// sample has a claim with everything, one with nothing, and what is in no claim.
func sample() *claimsfile.File {
	return &claimsfile.File{
		Article:  claimsfile.Article{ID: "a.txt", Title: "Cats", Published: "2020-07-10", Source: "Daily Cat"},
		Entities: []claimsfile.Entity{{ID: "e1", Name: "Ann Lee"}},
		Quantities: []claimsfile.Quantity{
			{ID: "q1", Place: claimsfile.Place{Text: "more than 49 million cats"}, Value: value(49e6), Modifier: "over"},
			{ID: "q2", Place: claimsfile.Place{Text: "3 to 4.5 km"}, Low: value(3), High: value(4.5), Modifier: "exact", Unit: &claimsfile.Unit{Name: "kilometre", Symbol: "km"}},
		},
		Dates: []claimsfile.Date{
			{ID: "d1", Place: claimsfile.Place{Text: "On Monday"}, Value: "2020-07-06"},
			{ID: "d2", Place: claimsfile.Place{Text: "early May"}, Value: "2020-05", Mod: "START"},
		},
		Claims: []claimsfile.Claim{
			{
				ID: "c1", Corrects: []string{"c2"},
				Checks: []claimsfile.Check{
					{Kind: "conversion", Quantities: []string{"q2", "q1"}, Expected: 3.25},
					{Kind: "sum", Quantities: []string{"q1", "q2"}, Expected: 49e6, Holds: true},
				},
				Statement: "[The club] had not fed more than 49 million cats on Monday, which nobody knew.", Quantities: []string{"q1"}, Dates: []string{"d1"},
				Attribution: []claimsfile.Attribution{{Speaker: "A spokesman", Cue: "said"}, {Cue: "revealed"}},
				Polarity:    claimsfile.Polarity{Value: "negative", Cue: &claimsfile.Place{Text: "not"}}, Modality: claimsfile.Modality{Value: "possible"},
			},
			{
				ID: "c2", Statement: "It rained.", Polarity: claimsfile.Polarity{Value: "positive"}, Modality: claimsfile.Modality{Value: "asserted"},
				Attribution: []claimsfile.Attribution{{Speaker: "He", Entity: "e1", Cue: "adds"}},
			},
			{ID: "c3", Statement: "It snowed.", Polarity: claimsfile.Polarity{Value: "positive"}, Modality: claimsfile.Modality{Value: "asserted"}},
		},
	}
}

func encode(t *testing.T, f *claimsfile.File, options table.Options) string {
	t.Helper()
	var b strings.Builder
	if err := table.Encode(&b, f, options); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEncode(t *testing.T) {
	want := `a.txt: Cats
2020-07-10, Daily Cat

    SAID BY               CLAIM
c1  somebody (revealed),  [The club] had not fed more than 49 million cats on
    by A spokesman        Monday, which nobody knew.
    (said)                  negative: not
                            possible
                            corrects c2
                            conversion: 3 to 4.5 km, but more than 49 million
                              cats give 3.25 km
                            sum: more than 49 million cats, and 3 to 4.5 km
                              give 49,000,000
                            more than 49 million cats = over 49,000,000
                            On Monday = 2020-07-06
c2  He [Ann Lee] (adds)   It rained.
c3  the article           It snowed.

NUMBERS AND DATES IN NO CLAIM
3 to 4.5 km
early May = start of 2020-05

`
	if diff := cmp.Diff(want, encode(t, sample(), table.Options{Width: 80})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestRules(t *testing.T) {
	f := sample()
	f.Quantities[1].Rule, f.Dates[0].Rule, f.Claims[1].Rule = "range", "weekday", "clause"
	got := encode(t, f, table.Options{Width: 160})
	for _, want := range []string{"4.5 km (rule range)", "= 2020-07-06 (rule weekday)", "  rule clause\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestColor(t *testing.T) {
	plain, colored := encode(t, sample(), table.Options{Width: 80}), encode(t, sample(), table.Options{Width: 80, Color: true})
	if strings.Contains(plain, "\x1b") || !strings.Contains(colored, "\x1b[1mCLAIM\x1b[0m") {
		t.Errorf("plain %q, coloured %q", plain, colored)
	}
	if bare := regexp.MustCompile("\x1b\\[[0-9]+m").ReplaceAllString(colored, ""); bare != plain {
		t.Errorf("colours change the text (-plain +coloured)\n%s", cmp.Diff(plain, bare))
	}
}

// TestWidth: no line is wider than asked for, and nothing is lost.
func TestWidth(t *testing.T) {
	statements := map[string]string{
		"one long word":    strings.Repeat("x", 300),
		"wide characters":  strings.Repeat("漢字", 100),
		"emoji":            strings.Repeat("👩‍👩‍👧 🇬🇧", 50),
		"ordinary":         strings.Repeat("The cat sat. ", 30),
		"a word that fits": strings.Repeat("abcdefghijklmnopqrs ", 10),
	}
	for reason, statement := range statements {
		for _, width := range []int{0, 40, 80, 200} {
			f := sample()
			f.Claims[0].Statement, f.Claims[1].Statement = statement, "end"
			text := encode(t, f, table.Options{Width: width})
			for line := range strings.Lines(text) {
				if got := runewidth.StringWidth(strings.TrimRight(line, "\n")); got > max(width, 40) {
					t.Errorf("%s: width %d: a line of %d: %q", reason, width, got, line)
				}
			}
			letters := strings.NewReplacer(" ", "", "\n", "")
			first, _ := strings.CutSuffix(statement, " ")
			if width >= 80 && strings.Count(letters.Replace(text), string([]rune(first)[:1])) < strings.Count(statement, string([]rune(first)[:1])) {
				t.Errorf("%s: width %d: text is lost", reason, width)
			}
		}
	}
}

// TestTerminal: an article cannot steer the reader's terminal.
func TestTerminal(t *testing.T) {
	f := sample()
	f.Claims[0].Statement = "a\x1b[31mb\x07\u202ec\u0085d"
	f.Article.ID = "x\x1b]0;title\x07"
	got := encode(t, f, table.Options{Width: 80})
	if strings.ContainsAny(got, "\x1b\x07\u202e\u0085") || !strings.Contains(got, "a[31mbc d") {
		t.Errorf("%q", got)
	}
}

func TestNothing(t *testing.T) {
	if got := encode(t, &claimsfile.File{}, table.Options{}); got != "\nno claims\n\n" {
		t.Errorf("%q", got)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestWriteError(t *testing.T) {
	if err := table.Encode(full{}, sample(), table.Options{}); err == nil {
		t.Error("no error")
	}
}
