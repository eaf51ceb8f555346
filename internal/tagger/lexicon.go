package tagger

import (
	"slices"

	"github.com/factline/factline/internal/cluster"
)

// Lexicon knows the classes of frequent words. The entry of a word is its class
// when it has one only (less than MaxClasses), the number of a set of classes
// ("noun or verb"), or unknown.
type Lexicon struct {
	keys    []uint32 // rising
	entries []uint16
	first   []uint32 // where the keys with these first bits start
}

const (
	unknown     = 1<<16 - 1
	lexiconBits = 14
)

// NewLexicon returns a lexicon of words with their entries. The keys, which are
// those of package cluster, rise.
func NewLexicon(keys []uint32, entries []uint16) *Lexicon {
	l := &Lexicon{keys: keys, entries: entries, first: make([]uint32, 1<<lexiconBits+1)}
	for _, key := range keys {
		l.first[key>>(32-lexiconBits)+1]++
	}
	for i := range 1 << lexiconBits {
		l.first[i+1] += l.first[i]
	}
	return l
}

// Key returns the key of a word.
func Key(w Word) uint32 { return cluster.Key(w.Text, w.Form) }

// Entry returns the entry of a word.
func (l *Lexicon) Entry(w Word) uint32 {
	key := Key(w)
	bits := key >> (32 - lexiconBits)
	keys := l.keys[l.first[bits]:l.first[bits+1]]
	if i := slices.Index(keys, key); i >= 0 {
		return uint32(l.entries[int(l.first[bits])+i])
	}
	return unknown
}
