// Package cluster makes word clusters out of running text by the exchange
// algorithm (Kneser & Ney 1993; Martin, Liermann & Ney 1998): each word in turn
// moves to the cluster in which the text is most probable under a bigram model
// of clusters, until few words move.
package cluster

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/cluster"
	"github.com/factline/factline/internal/model"
)

const (
	clusters = 256
	rounds   = 15
	// rarest is how often a word must occur to get a cluster.
	rarest = 3
	// few is the share of words below which moving ends: one in so many.
	few = 200
)

// Words before the vocabulary: the border of a sentence and rare words. Both
// keep a cluster of their own, which is no result.
const (
	border = iota
	rare
	reserved
)

// Train returns the model of the clusters of the words in sentences.
func Train(sentences [][]string) *model.File {
	vocabulary, text := count(sentences)
	e := newExchange(len(vocabulary)+reserved, text)
	for range rounds {
		if e.round() < len(vocabulary)/few {
			break
		}
	}
	type entry struct {
		key     uint32
		cluster uint8
	}
	var table []entry
	for i, word := range vocabulary {
		table = append(table, entry{cluster.Key(word, extract.FormOf(word)), uint8(e.cluster[i+reserved] - reserved)})
	}
	slices.SortStableFunc(table, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	// Of two words with the same key the first, more frequent one stays.
	table = slices.CompactFunc(table, func(a, b entry) bool { return a.key == b.key })
	keys, ids := make([]uint32, len(table)), make([]uint8, len(table))
	for i, entry := range table {
		keys[i], ids[i] = entry.key, entry.cluster
	}
	file := model.New(cluster.Kind, cluster.Version)
	model.Add(file, "keys", keys)
	model.Add(file, "clusters", ids)
	return file
}

// fold returns a word as the clusters know it: in lower case, with straight
// quotation marks, all digits alike.
func fold(word string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9':
			return '0'
		case r == '‘' || r == '’':
			return '\''
		case r == '“' || r == '”':
			return '"'
		}
		return r
	}, word))
}

// count returns the words that are frequent enough, the most frequent first,
// and the sentences as numbers of words.
func count(sentences [][]string) (vocabulary []string, text [][]int32) {
	times := map[string]int{}
	for _, sentence := range sentences {
		for _, word := range sentence {
			times[fold(word)]++
		}
	}
	for word, n := range times {
		if n >= rarest {
			vocabulary = append(vocabulary, word)
		}
	}
	slices.SortFunc(vocabulary, func(a, b string) int {
		return cmp.Or(cmp.Compare(times[b], times[a]), cmp.Compare(a, b))
	})
	ids := make(map[string]int32, len(vocabulary))
	for i, word := range vocabulary {
		ids[word] = int32(i) + reserved
	}
	for _, sentence := range sentences {
		numbers := make([]int32, len(sentence))
		for i, word := range sentence {
			numbers[i] = rare
			if id, ok := ids[fold(word)]; ok {
				numbers[i] = id
			}
		}
		text = append(text, numbers)
	}
	return vocabulary, text
}

// neighbour is a word that stands beside another one so many times.
type neighbour struct{ word, times int32 }

// exchange is the state of the algorithm.
type exchange struct {
	cluster       []int32 // of each word
	words         []int32 // how often each word occurs
	size          []int32 // how often the words of each cluster occur
	before, after [][]neighbour
	// How often a word is followed by a cluster, and a cluster by a word: at
	// word * all + cluster.
	followed, preceded []int32
	gain               []int64 // scratch: by cluster
}

const all = clusters + reserved

func newExchange(words int, text [][]int32) *exchange {
	e := &exchange{
		cluster: make([]int32, words), words: make([]int32, words), size: make([]int32, all),
		followed: make([]int32, words*all), preceded: make([]int32, words*all), gain: make([]int64, all),
	}
	e.before, e.after = neighbours(words, text)
	for w := range e.cluster {
		e.cluster[w] = int32(w)
		if w >= reserved {
			e.cluster[w] = int32(w-reserved)%clusters + reserved
		}
		for _, n := range e.before[w] {
			e.words[w] += n.times
		}
	}
	for w := range e.cluster {
		e.put(int32(w), e.cluster[w], 1)
	}
	return e
}

// pair is the key of two words that follow each other.
func pair(first, second int32) uint64 { return uint64(first)<<32 | uint64(second) }

// neighbours counts the pairs of words that follow each other.
func neighbours(words int, text [][]int32) (before, after [][]neighbour) {
	pairs := map[uint64]int32{}
	for _, sentence := range text {
		last := int32(border)
		for _, word := range sentence {
			pairs[pair(last, word)]++
			last = word
		}
		pairs[pair(last, border)]++
	}
	keys := make([]uint64, 0, len(pairs))
	for key := range pairs {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	before, after = make([][]neighbour, words), make([][]neighbour, words)
	for _, key := range keys {
		first, second := int32(key>>32), int32(uint32(key))
		before[second] = append(before[second], neighbour{first, pairs[key]})
		after[first] = append(after[first], neighbour{second, pairs[key]})
	}
	return before, after
}

// put adds a word to a cluster, or with sign -1 takes it away.
func (e *exchange) put(word, cluster, sign int32) {
	for _, n := range e.before[word] {
		e.followed[n.word*all+cluster] += sign * n.times
	}
	for _, n := range e.after[word] {
		e.preceded[n.word*all+cluster] += sign * n.times
	}
	e.size[cluster] += sign * e.words[word]
}

// round lets every word move once and returns how many did.
func (e *exchange) round() (moved int) {
	for w := int32(reserved); int(w) < len(e.cluster); w++ {
		old := e.cluster[w]
		e.put(w, old, -1)
		best := e.best(w, old)
		if best != old {
			moved++
		}
		e.cluster[w] = best
		e.put(w, best, 1)
	}
	return moved
}

// best returns the cluster that gains most by a word, the old one when no other
// gains more.
func (e *exchange) best(word, old int32) int32 {
	for c := reserved; c < all; c++ {
		e.gain[c] = -2 * (entropy(e.size[c]+e.words[word]) - entropy(e.size[c]))
	}
	for _, n := range e.before[word] {
		e.add(e.followed[n.word*all:][:all], n.times)
	}
	for _, n := range e.after[word] {
		e.add(e.preceded[n.word*all:][:all], n.times)
	}
	best := old
	for c := int32(reserved); c < all; c++ {
		if e.gain[c] > e.gain[best] {
			best = c
		}
	}
	return best
}

func (e *exchange) add(counts []int32, times int32) {
	for c := reserved; c < all; c++ {
		e.gain[c] += entropy(counts[c]+times) - entropy(counts[c])
	}
}

// entropy returns n log n in units of 2^-20. Whole numbers keep the clusters
// the same on every machine.
func entropy(n int32) int64 {
	if int(n) < len(entropies) {
		return entropies[n]
	}
	return exact(n)
}

func exact(n int32) int64 {
	return int64(math.Round(float64(n) * math.Log(float64(n)) * (1 << 20)))
}

var entropies = func() (table [1 << 14]int64) {
	for n := 1; n < len(table); n++ {
		table[n] = exact(int32(n))
	}
	return table
}()
