package sentence

import (
	_ "embed"
	"sync"

	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/words.tsv
var wordsTable string

// wordTables are the words that the rules know.
type wordTables struct {
	titles, starters   lexicon.Set
	credits, between   lexicon.Set
	professions, beats lexicon.Set
}

var tables = sync.OnceValue(func() *wordTables {
	kinds := map[string][]string{}
	for _, row := range lexicon.Rows("data/words.tsv", wordsTable, 2) {
		kinds[row[0]] = append(kinds[row[0]], row[1])
	}
	return &wordTables{
		titles:      lexicon.NewSet(kinds["title"]...),
		starters:    lexicon.NewSet(kinds["starter"]...),
		credits:     lexicon.NewSet(kinds["credit"]...),
		between:     lexicon.NewSet(kinds["between"]...),
		professions: lexicon.NewSet(kinds["profession"]...),
		beats:       lexicon.NewSet(kinds["beat"]...),
	}
})
