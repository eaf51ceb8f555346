package quantity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/factline/factline/extract/quantity"
	"github.com/factline/factline/internal/lexicon"
)

func TestTablesAreSorted(t *testing.T) {
	columns := map[string]int{"units.tsv": 6, "currencies.tsv": 6, "prefixes.tsv": 2, "modifiers.tsv": 3, "trends.tsv": 2}
	for name, table := range quantity.Tables {
		var lines []string
		for _, row := range lexicon.Rows(name, table, columns[name]) {
			lines = append(lines, strings.Join(row, "\t"))
		}
		if !slices.IsSorted(lines) {
			t.Errorf("%s is not sorted", name)
		}
		if len(slices.Compact(slices.Clone(lines))) != len(lines) {
			t.Errorf("%s holds a line twice", name)
		}
	}
}

// TestSurfacesAreUnique makes sure that no form of a unit names two units.
func TestSurfacesAreUnique(t *testing.T) {
	for _, side := range []string{"before", "after"} {
		seen := map[string]string{}
		for _, form := range quantity.Surfaces(side) {
			if other, ok := seen[form[0]]; ok && other != form[1] {
				t.Errorf("%q %s a number is %s and %s", form[0], side, other, form[1])
			}
			seen[form[0]] = form[1]
		}
	}
}

func TestCurrencyCodes(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range lexicon.Rows("currencies.tsv", quantity.Tables["currencies.tsv"], 6) {
		code := row[0]
		if code == "-" {
			continue
		}
		if len(code) != 3 || strings.ToUpper(code) != code || seen[code] {
			t.Errorf("code %q is no ISO 4217 code, or there twice", code)
		}
		seen[code] = true
	}
}
