package entity

import (
	_ "embed"
	"sync"

	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/aliases.tsv
var aliasTable string

// aliases maps the key of a name to that of the name it is another word for.
var aliases = sync.OnceValue(func() map[uint64]uint64 {
	m := map[uint64]uint64{}
	for _, row := range lexicon.Rows("data/aliases.tsv", aliasTable, 2) {
		m[keyOf(row[0])] = keyOf(row[1])
	}
	return m
})

// keyOf is the key of a name as a table writes it.
func keyOf(name string) uint64 {
	key := uint64(0)
	for _, form := range lexicon.Forms(name) {
		key = mix(key, form)
	}
	return key
}
