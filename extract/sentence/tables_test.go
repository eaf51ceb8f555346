package sentence

import (
	"slices"
	"strings"
	"testing"

	"github.com/factline/factline/internal/lexicon"
)

// TestTables checks that the table is sorted, unique and holds only known
// kinds, in lower case.
func TestTables(t *testing.T) {
	kinds := []string{"beat", "between", "credit", "profession", "starter", "title"}
	if !strings.HasPrefix(wordsTable, "# ") || !strings.Contains(wordsTable, "# Source: ") {
		t.Error("no head with a source")
	}
	previous := ""
	for _, row := range lexicon.Rows("words.tsv", wordsTable, 2) {
		line := strings.Join(row, "\t")
		if line <= previous {
			t.Errorf("%q does not come after %q", line, previous)
		}
		if !slices.Contains(kinds, row[0]) || row[1] != strings.ToLower(row[1]) {
			t.Errorf("%q: unknown kind or capitals", line)
		}
		if row[0] == "title" && !strings.HasSuffix(row[1], ".") {
			t.Errorf("%q: an abbreviation without its full stop", line)
		}
		previous = line
	}
}
