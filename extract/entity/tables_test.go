package entity

import (
	"strings"
	"testing"

	"github.com/factline/factline/internal/lexicon"
)

// TestTables checks that the tables are sorted and unique, and that no alias
// leads to another alias.
func TestTables(t *testing.T) {
	before := ""
	alias := map[string]bool{}
	rows := lexicon.Rows("data/aliases.tsv", aliasTable, 2)
	for _, row := range rows {
		alias[strings.ToLower(row[0])] = true
	}
	for _, row := range rows {
		if row[0] <= before {
			t.Errorf("%q after %q", row[0], before)
		}
		before = row[0]
		if alias[strings.ToLower(row[1])] {
			t.Errorf("%q leads to %q, which is an alias itself", row[0], row[1])
		}
	}
	before = ""
	for _, row := range lexicon.Rows("data/suffixes.tsv", suffixTable, 1) {
		if row[0] <= before || strings.Contains(row[0], " ") {
			t.Errorf("%q after %q", row[0], before)
		}
		before = row[0]
	}
}
