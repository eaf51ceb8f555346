package prose

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/jdkato/prose/v2"

	"github.com/factline/factline/extract"
)

// Model is prose's averaged perceptron in flat arrays. It is immutable and
// shared by all goroutines.
type Model struct {
	classes []class
	known   map[uint64]uint8 // hash of a word that nearly always has one tag -> class
	features
}

// class is one tag of the model under the name that features contain.
type class struct {
	name string
	penn extract.Penn
}

// features is a hash table with open addressing from the hash of a feature's
// name to its weights. Slot 0 of a bucket means free: no feature hashes to 0.
type features struct {
	hashes  []uint64
	first   []uint32 // where the weights of the bucket's feature start
	weights []weight // ended by one with class lastWeight
	mask    uint64
}

// weight is what a feature adds to the score of a class, in thousandths:
// prose rounds its weights to three digits, so sums of integers are exact and
// the same on every machine.
type weight struct {
	score int32
	class uint8
}

const lastWeight = math.MaxUint8

// Load returns the model, decoded on the first call.
var Load = sync.OnceValue(load)

func load() *Model {
	var names []string
	var known map[string]string
	var table map[string]map[string]float64
	decode("AveragedPerceptron/classes", &names)
	decode("AveragedPerceptron/tags", &known)
	decode("AveragedPerceptron/weights", &table)

	m := &Model{known: make(map[uint64]uint8, len(known))}
	slices.Sort(names) // equal scores go to the first name
	index := make(map[string]uint8, len(names))
	for i, name := range names {
		index[name] = uint8(i)
		m.classes = append(m.classes, class{name, pennOf(name)})
	}
	for word, tag := range known {
		m.known[hash(fnvOffset, word)] = index[tag]
	}
	m.features = newFeatures(table, index)
	return m
}

// decode reads one part of the model from what prose embeds.
func decode(part string, value any) {
	data, err := prose.Asset("model/" + part + ".gob")
	if err == nil {
		err = gob.NewDecoder(bytes.NewReader(data)).Decode(value)
	}
	if err != nil {
		panic(fmt.Sprintf("prose: reading the model: %v", err)) // embedded: a wrong version of prose
	}
}

// pennOf returns the tag of a class; prose calls brackets by their characters.
func pennOf(name string) extract.Penn {
	switch name {
	case "(":
		return extract.PennLRB
	case ")":
		return extract.PennRRB
	}
	penn, ok := extract.ParsePenn(name)
	if !ok {
		panic(fmt.Sprintf("prose: unknown class %q", name))
	}
	return penn
}

func newFeatures(table map[string]map[string]float64, index map[string]uint8) features {
	size := 1
	for size < 2*len(table) {
		size *= 2
	}
	f := features{hashes: make([]uint64, size), first: make([]uint32, size), mask: uint64(size - 1)}
	for name, scores := range table {
		h := hash(fnvOffset, name)
		at := h & f.mask
		for f.hashes[at] != 0 {
			at = (at + 1) & f.mask
		}
		f.hashes[at], f.first[at] = h, uint32(len(f.weights))
		for tag, score := range scores {
			f.weights = append(f.weights, weight{int32(math.Round(score * 1000)), index[tag]})
		}
		f.weights = append(f.weights, weight{class: lastWeight})
	}
	return f
}

// add adds the weights of the feature with hash h to the scores.
func (f *features) add(scores *[lastWeight]int32, h uint64) {
	for at := h & f.mask; f.hashes[at] != 0; at = (at + 1) & f.mask {
		if f.hashes[at] != h {
			continue
		}
		for _, w := range f.weights[f.first[at]:] {
			if w.class == lastWeight {
				return
			}
			scores[w.class] += w.score
		}
	}
}

const (
	fnvOffset uint64 = 14695981039346656037
	fnvPrime  uint64 = 1099511628211
)

// hash goes on with FNV-1a hash h over text, so that hash(hash(h, a), b) is
// hash(h, a+b) and the name of a feature is never built.
func hash[T string | []byte](h uint64, text T) uint64 {
	for i := 0; i < len(text); i++ {
		h = (h ^ uint64(text[i])) * fnvPrime
	}
	return h
}
