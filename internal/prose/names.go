package prose

import (
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/factline/factline/extract"
)

// NameModel is prose's maximum-entropy classifier of names (Bird, Klein & Loper
// 2009, chapter 7) in flat arrays. It is immutable and shared by all goroutines.
type NameModel struct {
	labels []string
	basic  map[string]bool   // prose's list of basic words
	rows   map[uint64]uint32 // hash of feature and value -> its row in weights
	// Weights in thousandths, a row of len(labels) for each feature.
	weights []int32
}

// LoadNames returns the classifier, decoded on the first call.
var LoadNames = sync.OnceValue(func() *NameModel {
	m := &NameModel{basic: map[string]bool{}, rows: map[uint64]uint32{}}
	var words []string
	var mapping map[string]int
	var weights []float64
	decode("Maxent/words", &words)
	decode("Maxent/labels", &m.labels)
	decode("Maxent/mapping", &mapping)
	decode("Maxent/weights", &weights)
	for _, word := range words {
		m.basic[word] = true
	}
	slices.Sort(m.labels) // equal scores go to the first label
	for entry, number := range mapping {
		for i, label := range m.labels {
			feature, ok := strings.CutSuffix(entry, "-"+label)
			if !ok {
				continue
			}
			h := hash(fnvOffset, feature)
			row, ok := m.rows[h]
			if !ok {
				row = uint32(len(m.weights))
				m.rows[h] = row
				m.weights = append(m.weights, make([]int32, len(m.labels))...)
			}
			m.weights[row+uint32(i)] = int32(math.Round(weights[number] * 1000))
		}
	}
	return m
})

// Entity is a name: a half-open range of the words of a sentence.
type Entity struct {
	Start, End int
	Type       extract.EntityType
}

// Names returns the names in the words of one sentence with their tags, joined
// from the labels of the words as prose joins them.
func (m *NameModel) Names(words []string, tags []extract.Penn) []Entity {
	labels := m.classify(words, tags)
	var names []Entity
	start := -1
	var kind extract.EntityType
	for i := 0; i <= len(labels); i++ {
		label := "O"
		if i < len(labels) {
			label = labels[i]
		}
		if start >= 0 && (label == "O" || label[0] == 'B') {
			names = append(names, Entity{start, i, kind})
			start = -1
		}
		if start < 0 && label != "O" {
			start, kind = i, typeOf(label[2:])
		}
	}
	return names
}

func typeOf(label string) extract.EntityType {
	switch label {
	case "PERSON":
		return extract.Person
	case "ORGANIZATION":
		return extract.Org
	}
	return extract.Place // GPE, GSP, LOCATION, FACILITY
}

// classify returns the label of each word; labels to the left are known.
func (m *NameModel) classify(words []string, tags []extract.Penn) []string {
	labels := make([]string, len(words))
	scores := make([]int32, len(m.labels))
	last, shape := "None", "None"
	for i, word := range words {
		clear(scores)
		m.score(words, tags, i, last, shape, scores)
		best := 0
		for k, score := range scores {
			if score > scores[best] {
				best = k
			}
		}
		labels[i] = m.labels[best]
		last, _, _ = strings.Cut(labels[i], "-")
		shape = "None"
		if i > 0 {
			shape = shapeOf(word)
		}
	}
	return labels
}

// score adds the weights of the features of word i, by prose's names for them.
func (m *NameModel) score(words []string, tags []extract.Penn, i int, last, shapeBefore string, scores []int32) {
	word := words[i]
	lower := strings.ToLower(word)
	basic := "False"
	if m.basic[word] {
		basic = "True"
	}
	before, tagBefore, after, tagAfter := "None", "None", "None", "None"
	if i > 0 {
		before, tagBefore = strings.ToLower(words[i-1]), tags[i-1].String()
	}
	if i+1 < len(words) {
		after, tagAfter = strings.ToLower(words[i+1]), strings.ToLower(tags[i+1].String())
	}
	tag := tags[i].String()
	for _, f := range [...][]string{
		{"bias-True"}, {"en-wordlist-", basic}, {"nextpos-", tagAfter}, {"nextword-", after}, {"pos-", tag},
		{"pos+prevtag-", tag, "+", last}, {"prefix3-", strings.ToLower(word[:min(len(word), 3)])}, {"prevpos-", tagBefore},
		{"prevtag-", last}, {"prevword-", before}, {"shape-", shapeOf(word)}, {"shape+prevtag-", shapeBefore, "+", last},
		{"suffix3-", strings.ToLower(word[max(0, len(word)-3):])}, {"word-", word}, {"word+nextpos-", lower, "+", tagAfter},
		{"word.lower-", lower}, {"wordlen-", itoa(len(word))},
	} {
		h := fnvOffset
		for _, part := range f {
			h = hash(h, part)
		}
		row, ok := m.rows[h]
		if !ok {
			continue
		}
		for k := range scores {
			scores[k] += m.weights[int(row)+k]
		}
	}
}

// itoa writes the length of a word; the model knows none of three digits.
func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return string(rune('0'+min(n/10, 10))) + string(rune('0'+n%10))
}

// shapeOf returns prose's name for the shape of a word.
func shapeOf(word string) string {
	last := word[len(word)-1]
	switch {
	case strings.Trim(word, "0123456789.,-") == "" && strings.ContainsAny(word, "0123456789"):
		return "number"
	case last != '_' && (last >= 0x80 || !unicode.IsLetter(rune(last)) && !unicode.IsDigit(rune(last))):
		return "punct"
	case strings.ToLower(word) == word:
		return "downcase"
	case unicode.IsUpper(rune(word[0])) && strings.ToLower(word[1:]) == word[1:]:
		return "upcase"
	}
	return "mixedcase"
}
