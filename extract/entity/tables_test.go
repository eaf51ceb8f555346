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
	for _, rows := range [][][]string{
		lexicon.Rows("data/suffixes.tsv", suffixTable, 1),
		lexicon.Rows("data/institutions.tsv", institutionTable, 1),
		lexicon.Rows("data/kin.tsv", kinTable, 2),
		lexicon.Rows("data/landmarks.tsv", landmarkTable, 1),
	} {
		before = ""
		for _, row := range rows {
			if row[0] <= before || strings.Contains(row[0], " ") {
				t.Errorf("%q after %q", row[0], before)
			}
			before = row[0]
			if len(row) == 2 && row[1] != "m" && row[1] != "f" {
				t.Errorf("%q has the gender %q", row[0], row[1])
			}
		}
	}
}

// TestSenses checks that the tables of nouns and territories are sorted and
// unique and name senses that there are.
func TestSenses(t *testing.T) {
	for _, rows := range [][][]string{lexicon.Rows("data/nouns.tsv", nounTable, 2), lexicon.Rows("data/territories.tsv", territoryTable, 2)} {
		before := ""
		for _, row := range rows {
			if row[0] <= before {
				t.Errorf("%q after %q", row[0], before)
			}
			before = row[0]
			if senseOf(row[1]) == senseNone {
				t.Errorf("%q is %q", row[0], row[1])
			}
		}
	}
}
