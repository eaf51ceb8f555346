package quote

import (
	"slices"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

func TestCuesTable(t *testing.T) {
	rows := lexicon.Rows("cues.tsv", cuesTSV, 4)
	var keys []string
	for _, row := range rows {
		keys = append(keys, row[0]+" "+row[1])
		if _, err := parseCue(row); err != nil {
			t.Error(err)
		}
	}
	if !slices.IsSorted(keys) || len(slices.Compact(slices.Clone(keys))) != len(keys) {
		t.Error("cues.tsv is not sorted, or a lemma stands in it twice")
	}
	if c := cues().verbs[extract.FormOf("tell")]; c.stance != extract.Say || c.takes != clause|whClause|infinitive {
		t.Errorf("tell: %+v", c)
	}
}

// Single and double pairs that lie in or across each other: the outermost
// stays, a single one across a double one goes.
func TestMerge(t *testing.T) {
	at := func(start, end int32) span { return span{TokenRange: extract.TokenRange{Start: start, End: end}} }
	tests := []struct {
		reason               string
		double, single, want []span
	}{
		{"apart", []span{at(0, 3), at(8, 9)}, []span{at(4, 6)}, []span{at(0, 3), at(4, 6), at(8, 9)}},
		{"single inside double", []span{at(0, 9)}, []span{at(2, 4)}, []span{at(0, 9)}},
		{"double inside single", []span{at(2, 4), at(5, 6)}, []span{at(0, 9)}, []span{at(0, 9)}},
		{"across", []span{at(0, 5)}, []span{at(3, 8)}, []span{at(0, 5)}},
		{"across the last of several", []span{at(2, 4), at(6, 9)}, []span{at(1, 8)}, []span{at(2, 4), at(6, 9)}},
	}
	for _, test := range tests {
		if got := merge(test.double, test.single); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.reason, got, test.want)
		}
	}
}
