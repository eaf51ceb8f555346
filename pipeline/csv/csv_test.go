package csv_test

import (
	stdcsv "encoding/csv"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/csv"
)

func sample() *claimsfile.File {
	x, low := 59.0, -3.5
	return &claimsfile.File{
		Article:  claimsfile.Article{ID: "a.txt", Title: "=cmd|' /C calc'!A0", Published: "2020-07-10"},
		Entities: []claimsfile.Entity{{ID: "e1", Name: "Ann Lee"}},
		Quantities: []claimsfile.Quantity{
			{ID: "q1", Place: claimsfile.Place{Text: "59 apps"}, Kind: "count", Value: &x, Modifier: "exact", Counted: &claimsfile.Counted{Lemma: "app"}},
			{ID: "q2", Place: claimsfile.Place{Text: "-3.5 °C or more"}, Kind: "measure", Low: &low, Modifier: "at_least", Unit: &claimsfile.Unit{Name: "degree Celsius"}},
		},
		Dates: []claimsfile.Date{{ID: "d1", Place: claimsfile.Place{Text: "Monday"}, Value: "2020-07-06", Begin: "2020-07-06", Until: "2020-07-07"}},
		Claims: []claimsfile.Claim{
			{
				ID: "c1", Place: claimsfile.Place{Start: 3, End: 9, Text: "She \"banned\"\n59, apps"}, Statement: "[Ann Lee] \"banned\" 59, apps",
				Attribution: []claimsfile.Attribution{{Speaker: "He", Cue: "said"}, {Speaker: "She", Entity: "e1"}},
				Quantities:  []string{"q1", "q2"}, Dates: []string{"d1"}, Score: 0.55,
			},
			{ID: "c2", Statement: "+ 44 is a prefix", Corrects: []string{"c1"}},
		},
	}
}

func read(t *testing.T, f *claimsfile.File) []map[string]string {
	t.Helper()
	var b strings.Builder
	if err := errors.Join(csv.EncodeHeader(&b), csv.Encode(&b, f)); err != nil {
		t.Fatal(err)
	}
	lines, err := stdcsv.NewReader(strings.NewReader(b.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func TestEncode(t *testing.T) {
	rows := read(t, sample())
	if len(rows) != 2 {
		t.Fatalf("%d rows, want one a claim", len(rows))
	}
	tests := []struct {
		reason, column, want string
		row                  int
	}{
		{"a title that is a formula", "title", "'=cmd|' /C calc'!A0", 0},
		{"a statement that begins like one", "statement", "'+ 44 is a prefix", 1},
		{"quotes, line breaks and commas stay", "text", "She \"banned\"\n59, apps", 0},
		{"several speakers", "speakers", "He | She", 0},
		{"the first of them is not known", "speaker_entities", " | Ann Lee", 0},
		{"the second cue is not known", "cues", "said | ", 0},
		{"an article that says it itself", "speakers", "", 1},
		{"values beside texts", "quantity_values", "59 | ", 0},
		{"a bound", "quantity_lows", " | -3.5", 0},
		{"no bound at all", "quantity_highs", "", 0},
		{"units", "quantity_units", " | degree Celsius", 0},
		{"what is counted", "quantity_counted", "app | ", 0},
		{"a day", "date_begins", "2020-07-06", 0},
		{"a correction", "corrects", "c1", 1},
		{"the score", "score", "0.55", 0},
	}
	for _, tt := range tests {
		if got := rows[tt.row][tt.column]; got != tt.want {
			t.Errorf("%s: %s is %q, want %q", tt.reason, tt.column, got, tt.want)
		}
	}
}

func TestSafe(t *testing.T) {
	tests := []struct{ reason, cell, want string }{
		{"nothing", "", ""},
		{"words", "It said = 3", "It said = 3"},
		{"a formula", "=1+1", "'=1+1"},
		{"a sum", "+1", "'+1"},
		{"a negative number", "-1", "'-1"},
		{"a function of old spreadsheets", "@SUM(A1)", "'@SUM(A1)"},
		{"a tab, which is passed over", "\t=1", "'\t=1"},
		{"a carriage return", "\r=1", "'\r=1"},
		{"a line feed", "\n=1", "'\n=1"},
		{"full width", "＝1", "'＝1"},
		{"a bracket", "[Ann]", "[Ann]"},
		{"a dash is no minus", "–1", "–1"},
	}
	for _, tt := range tests {
		if got := csv.Safe(tt.cell); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// TestHeader: whoever reads columns by their number finds them again. New ones
// come at the end.
func TestHeader(t *testing.T) {
	want := strings.Fields(`article_id title byline published source language claim_id start end text statement
		speakers speaker_entities cues subject subject_entity predicate predicate_lemma object object_entity polarity modality
		quantity_texts quantity_kinds quantity_values quantity_lows quantity_highs quantity_modifiers quantity_trends
		quantity_units quantity_counted date_texts date_values date_begins date_untils corrects corrected_by same_as score`)
	if diff := cmp.Diff(want, csv.Header()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestWriteError(t *testing.T) {
	if csv.EncodeHeader(full{}) == nil || csv.Encode(full{}, sample()) == nil {
		t.Error("no error")
	}
}

// TestDocs: docs/formats.md has every column, in their order.
func TestDocs(t *testing.T) {
	page, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	rest := string(page)
	for _, name := range csv.Header() {
		_, after, found := strings.Cut(rest, "`"+name+"`")
		if !found {
			t.Errorf("docs/formats.md: no column %s after the one before it", name)
			continue
		}
		rest = after
	}
}
