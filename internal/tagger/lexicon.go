package tagger

import "github.com/factline/factline/internal/cluster"

// Lexicon knows the classes of frequent words. The entry of a word is its class
// when it has one only (less than MaxClasses), the number of a set of classes
// ("noun or verb"), or unknown.
type Lexicon struct{ table *table }

const unknown = 1<<16 - 1

// NewLexicon returns a lexicon of words with their entries. The keys rise.
func NewLexicon(keys []uint32, entries []uint16) *Lexicon {
	return &Lexicon{newTable(keys, entries)}
}

// Key returns the key of a word.
func Key(w Word) uint32 { return cluster.Key(w.Text, w.Form) }

// Entry returns the entry of a word.
func (l *Lexicon) Entry(w Word) uint32 {
	if entry, ok := l.table.get(Key(w)); ok {
		return uint32(entry)
	}
	return unknown
}
