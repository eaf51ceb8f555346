package claim

import (
	"slices"
	"strings"
	"testing"

	"github.com/factline/factline/internal/lexicon"
)

func TestTables(t *testing.T) {
	for file, table := range map[string]struct {
		tsv     string
		columns int
	}{
		"prepositions.tsv": {prepositionsTSV, 2}, "conjunctions.tsv": {conjunctionsTSV, 2},
		"words.tsv": {wordsTSV, 2}, "weights.tsv": {weightsTSV, 3}, "conversions.tsv": {conversionsTSV, 4},
	} {
		var rows []string
		for _, row := range lexicon.Rows(file, table.tsv, table.columns) {
			rows = append(rows, strings.Join(row, "\t"))
		}
		if !slices.IsSorted(rows) || len(slices.Compact(slices.Clone(rows))) != len(rows) {
			t.Errorf("%s is not sorted, or an entry stands in it twice", file)
		}
	}
	words() // panics on an unknown name
	if rows := lexicon.Rows("weights.tsv", weightsTSV, 3); len(rows) != int(featureCount) {
		t.Errorf("weights.tsv: %d features, want %d", len(rows), featureCount)
	}
}
