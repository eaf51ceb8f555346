// Package cluster knows for some twenty thousand words which of 256 word
// clusters they belong to. The words of a cluster stand between the same
// neighbours: Monday and Tuesday, he and she, million and billion. Taggers and
// parsers that learned from one word of a cluster so know the others.
//
// The clusters are exchange clusters (Kneser & Ney 1993, Martin, Liermann & Ney
// 1998) of lower-cased words; internal/train/cluster makes them. The table is
// model/english.bin, see the README beside it.
package cluster

import (
	_ "embed"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/model"
)

// Kind and Version of the model file.
const (
	Kind    = "cluster"
	Version = 1
)

//go:embed model/english.bin
var english []byte

// Of returns the cluster of a word, whatever its case; all digits are alike:
// "1984" belongs with "2019". It is false for a word that has none. The form is
// extract.FormOf(word).
func Of(word string, form extract.Form) (cluster uint8, ok bool) {
	return table().of(Key(word, form))
}

// Key returns what stands for a word in the model: a hash of its form, with
// every digit a 0. Of a long word with digits only the start counts.
func Key(word string, form extract.Form) uint32 {
	for i := 0; i < len(word); i++ {
		if c := word[i]; '0' <= c && c <= '9' {
			var buf [32]byte
			n := copy(buf[:], word)
			for i, c := range buf[:n] {
				if '0' <= c && c <= '9' {
					buf[i] = '0'
				}
			}
			return short(extract.FormOf(string(buf[:n])))
		}
	}
	return short(form)
}

func short(form extract.Form) uint32 { return uint32(form ^ form>>32) }

// entries is the table: keys in rising order, found by their first bits.
type entries struct {
	first    [1<<indexBits + 1]uint16 // where the keys with these first bits start
	keys     []uint32
	clusters []uint8
}

const indexBits = 14

var table = sync.OnceValue(func() *entries {
	file, err := model.Read(english, Kind, Version)
	if err != nil {
		panic(err) // the file is part of the program
	}
	t := &entries{keys: model.Section[uint32](file, "keys"), clusters: model.Section[uint8](file, "clusters")}
	if file.Err() != nil || len(t.keys) != len(t.clusters) || len(t.keys) > 1<<16-1 {
		panic("cluster: the model does not fit the program")
	}
	for _, key := range t.keys {
		t.first[key>>(32-indexBits)+1]++
	}
	for i := range 1 << indexBits {
		t.first[i+1] += t.first[i]
	}
	return t
})

func (t *entries) of(key uint32) (uint8, bool) {
	bits := key >> (32 - indexBits)
	for i := t.first[bits]; i < t.first[bits+1]; i++ {
		if t.keys[i] == key {
			return t.clusters[i], true
		}
	}
	return 0, false
}
