package mention_test

import (
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/mention"
	"github.com/factline/factline/extract/token"
)

// TestTables checks that every table is sorted and unique, that names are
// written as their tokens and that the second column has a known value.
func TestTables(t *testing.T) {
	types := "PERSON ORG PLACE NORP PRODUCT EVENT WORK"
	for _, table := range []struct {
		file    string
		columns int
		values  string // of the second column
		phrases bool
	}{
		{"common", 1, "", false},
		{"empties", 1, "", false},
		{"first_names", 2, "m f u", false},
		{"heads", 2, types, false},
		{"norps", 2, "nationality religion politics", true},
		{"nouns", 2, types, false},
		{"of_heads", 2, types, false},
		{"organisations", 2, "company media agency party team", true},
		{"owners", 2, types, false},
		{"particles", 2, "particle owner syllable arabic both generation", false},
		{"places", 2, "country state area water landmark city", true},
		{"pronouns", 2, "m f u", false},
		{"sayings", 1, "", false},
		{"sport", 1, "", false},
		{"starts", 2, types, false},
		{"things", 2, types, true},
		{"surnames", 1, "", false},
		{"titles", 2, "m f u", true},
		{"towns", 1, "", true},
	} {
		before := ""
		for _, row := range mention.Rows(table.file, table.columns) {
			if row[0] <= before {
				t.Errorf("%s: %q after %q", table.file, row[0], before)
			}
			before = row[0]
			if table.columns > 1 && !strings.Contains(" "+table.values+" ", " "+row[1]+" ") {
				t.Errorf("%s: %q has %q, want one of %s", table.file, row[0], row[1], table.values)
			}
			if !table.phrases && strings.Contains(row[0], " ") {
				t.Errorf("%s: %q is no single word", table.file, row[0])
			}
			if got := tokensOf(row[0]); got != row[0] {
				t.Errorf("%s: %q is no row of tokens: %q", table.file, row[0], got)
			}
		}
	}
}

// tokensOf writes a phrase as the tokens that its usual spelling has.
func tokensOf(phrase string) string {
	spelt := strings.NewReplacer(" - ", "-", " '", "'", " ,", ",", " : ", ": ", " / ", "/", " +", "+").Replace(phrase)
	doc := extract.NewDocument(extract.Article{Text: spelt})
	token.Stage().Apply(doc)
	words := make([]string, len(doc.Tokens))
	for i := range doc.Tokens {
		words[i] = doc.Word(int32(i))
	}
	return strings.Join(words, " ")
}
