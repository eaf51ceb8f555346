package token

import (
	"slices"
	"strings"
	"testing"

	"github.com/factline/factline/internal/lexicon"
)

// TestTables checks that the tables are sorted, unique, hold only known kinds,
// and that no entry is longer than the scanner looks.
func TestTables(t *testing.T) {
	kinds := []string{"clitic", "clipped", "currency", "dollar", "dotted", "emoticon", "label", "ordinal", "prefix", "slashed", "starter", "unit"}
	limits := map[string]int{"prefix": longestPrefix, "clipped": longestClipped, "label": longestLabel, "emoticon": longestEmoticon, "unit": 3, "currency": 3, "slashed": 5, "ordinal": 2}
	for _, name := range []string{"abbreviations", "contractions", "pieces"} {
		table, err := files.ReadFile("data/" + name + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(table), "# ") || !strings.Contains(string(table), "# Source: ") {
			t.Errorf("%s: no head with a source", name)
		}
		previous := ""
		for _, row := range lexicon.Rows(name, string(table), 2) {
			line := strings.Join(row, "\t")
			if line <= previous {
				t.Errorf("%s: %q does not come after %q", name, line, previous)
			}
			previous = line
			switch name {
			case "abbreviations":
				if !strings.HasSuffix(row[0], ".") || len(row[0]) > longestAbbreviation+1 {
					t.Errorf("%s: %q has no full stop or is too long", name, row[0])
				}
				if !slices.Contains([]string{"any", "name", "number", "inside"}, row[1]) {
					t.Errorf("%s: %q: unknown place %q", name, row[0], row[1])
				}
			case "contractions":
				if len(row[0]+row[1]) > longestContraction {
					t.Errorf("%s: %q is too long", name, line)
				}
			case "pieces":
				if !slices.Contains(kinds, row[0]) {
					t.Errorf("%s: unknown kind %q", name, row[0])
				}
				if limit, ok := limits[row[0]]; ok && len(row[1]) > limit {
					t.Errorf("%s: %q is longer than %d bytes", name, line, limit)
				}
			}
		}
	}
	if got, want := len(tables().abbreviations), 100; got < want {
		t.Errorf("%d abbreviations, want %d or more", got, want)
	}
}
