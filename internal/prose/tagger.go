// Package prose gives words the Penn tags of jdkato/prose, and is the only
// user of that module.
//
//	[The company can n't wait .]  ->  [DT NN MD RB VB .]
//
// It takes the model that prose embeds (an averaged perceptron trained on the
// Wall Street Journal; Honnibal 2013) and runs it itself, over words that the
// caller has found. prose's own entry, NewDocument, is not used, because it
//
//   - takes text, not tokens, and loses some of it ("can't." its n't,
//     "O'Malley" its 'Malley; "'s" by itself is dropped), rewrites curly
//     quotation marks, and gives no offsets, so that its tokens would have to
//     be aligned with ours;
//   - shares one token among the repeats of a word, so all have the last tag;
//   - adds floating-point numbers in the order of a map and picks the best of
//     a map, so that close calls differ from run to run;
//   - panics on some words (ȺȺȺȺ's) and is quadratic on runs of punctuation.
//
// With the model alone none of this can happen: there is one tag per word,
// the time is linear, no memory is allocated per word, and the result is the
// same on every machine. A test compares the tags with prose's own.
package prose

import (
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
)

// Tagger runs the model. It keeps scratch memory, so it belongs to one
// goroutine.
type Tagger struct {
	model *Model
	// The words of the sentence one after the other as the model's features
	// contain them, and where each one ends.
	lower []byte
	ends  []int
}

// NewTagger returns a tagger that uses the model.
func NewTagger(m *Model) *Tagger { return &Tagger{model: m} }

// Knows tells whether the model has learned that a word nearly always has one
// tag, the word being spelled in lower case.
func (m *Model) Knows(word string) bool {
	_, ok := m.known[hash(fnvOffset, word)]
	return ok
}

// Markers of the places before and after a sentence.
var (
	start  = []byte("-START-")
	start2 = []byte("-START2-")
	end    = []byte("-END-")
	end2   = []byte("-END2-")
)

// Tag sets tags[i] to the tag of words[i], the words being one sentence. A
// word must be spelled as in the Wall Street Journal corpus: straight
// apostrophes, the Penn Treebank's quotation marks and -- for a dash.
func (t *Tagger) Tag(words []string, tags []extract.Penn) {
	t.lower, t.ends = t.lower[:0], t.ends[:0]
	for _, word := range words {
		t.lower = appendNormal(t.lower, word)
		t.ends = append(t.ends, len(t.lower))
	}
	p1, p2 := string(start), string(start2)
	for i, word := range words {
		class, ok := t.model.known[hash(fnvOffset, word)]
		if !ok {
			class = t.predict(i, word, p1, p2)
		}
		tags[i] = t.model.classes[class].penn
		p1, p2 = t.model.classes[class].name, p1
	}
}

// word returns the normalised word i, or a marker outside the sentence.
func (t *Tagger) word(i int) []byte {
	switch {
	case i == -1:
		// prose has the two markers at the start in this order, which is not
		// the order of the tags p1 and p2.
		return start2
	case i == -2:
		return start
	case i == len(t.ends):
		return end
	case i > len(t.ends):
		return end2
	case i == 0:
		return t.lower[:t.ends[0]]
	}
	return t.lower[t.ends[i-1]:t.ends[i]]
}

// Hashes of the starts of the features' names.
var (
	hBias        = hash(fnvOffset, "bias")
	hSuffix      = hash(fnvOffset, "i suffix ")
	hPrefix      = hash(fnvOffset, "i pref1 ")
	hTag1        = hash(fnvOffset, "i-1 tag ")
	hTag2        = hash(fnvOffset, "i-2 tag ")
	hTags        = hash(fnvOffset, "i tag+i-2 tag ")
	hWord        = hash(fnvOffset, "i word ")
	hTagWord     = hash(fnvOffset, "i-1 tag+i word ")
	hLast        = hash(fnvOffset, "i-1 word ")
	hLastSuffix  = hash(fnvOffset, "i-1 suffix ")
	hLast2       = hash(fnvOffset, "i-2 word ")
	hNext        = hash(fnvOffset, "i+1 word ")
	hNextSuffix  = hash(fnvOffset, "i+1 suffix ")
	hNext2       = hash(fnvOffset, "i+2 word ")
	blank        = " "
	suffixLength = 3
)

// predict returns the best class of word i after the tags p2 p1.
func (t *Tagger) predict(i int, word, p1, p2 string) uint8 {
	var scores [lastWeight]int32
	f := &t.model.features
	this, last, next := t.word(i), t.word(i-1), t.word(i+1)
	f.add(&scores, hBias)
	f.add(&scores, hash(hSuffix, suffix(word)))
	f.add(&scores, hash(hPrefix, firstByte(word)))
	f.add(&scores, hash(hTag1, p1))
	f.add(&scores, hash(hTag2, p2))
	f.add(&scores, hash(hash(hash(hTags, p1), blank), p2))
	f.add(&scores, hash(hWord, this))
	f.add(&scores, hash(hash(hash(hTagWord, p1), blank), this))
	f.add(&scores, hash(hLast, last))
	f.add(&scores, hash(hLastSuffix, suffix(last)))
	f.add(&scores, hash(hLast2, t.word(i-2)))
	f.add(&scores, hash(hNext, next))
	f.add(&scores, hash(hNextSuffix, suffix(next)))
	f.add(&scores, hash(hNext2, t.word(i+2)))
	best := 0
	for c := range t.model.classes {
		if scores[c] > scores[best] {
			best = c
		}
	}
	return uint8(best)
}

// suffix returns the last bytes of a word, as the model has been trained.
func suffix[T string | []byte](word T) T {
	return word[max(0, len(word)-suffixLength):]
}

// firstByte returns the first byte of a word as the character of that number,
// which is how the model has been trained.
func firstByte(word string) string {
	if word == "" {
		return ""
	}
	if word[0] < utf8.RuneSelf {
		return word[:1]
	}
	return string(rune(word[0]))
}

// appendNormal appends a word as the features of its neighbours contain it:
// compounds, years and other numbers by their kind, other words in lower case.
func appendNormal(to []byte, word string) []byte {
	hyphen, digits := false, 0
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case c == '-':
			hyphen = hyphen || word[0] != '-'
		case '0' <= c && c <= '9':
			digits++
		}
	}
	switch {
	case hyphen:
		return append(to, "!HYPHEN"...)
	case len(word) == 4 && digits == 4:
		return append(to, "!YEAR"...)
	case digits > 0 && '0' <= word[0] && word[0] <= '9':
		return append(to, "!DIGITS"...)
	}
	for _, r := range word {
		to = utf8.AppendRune(to, unicode.ToLower(r))
	}
	return to
}
