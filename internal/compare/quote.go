package compare

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/factline/factline/pipeline/claimsfile"
)

const (
	shortest = 5   // words of a quotation that is compared
	alike    = 0.7 // how much of the shorter of two quotations the other must have to be the same one
	longest  = 100 // words of a quotation that are compared
)

// newQuote takes a quotation whose words are somebody's own and who is known.
func newQuote(f *claimsfile.File, q claimsfile.Quote) (quote, bool) {
	if q.Kind != "direct" || q.Speaker == nil {
		return quote{}, false
	}
	x := quote{place: q.Place, said: cmp.Or(q.Speaker.Name, f.NameOf(q.Speaker.Entity), q.Speaker.Text)}
	x.speaker = nameOf(x.said)
	var texts []string
	for _, part := range q.Content {
		texts = append(texts, part.Text)
	}
	text := strings.Join(texts, " ")
	x.parts = strings.ContainsAny(text, "[…") || strings.Contains(text, "...")
	x.words = wordsOf(text)
	return x, x.speaker != "" && len(x.words) >= shortest && len(x.words) <= longest
}

// wordsOf returns the words of a text in small letters, so that quotation marks,
// commas and "per cent" for "percent" make no difference. What stands in square
// brackets is the writer's.
func wordsOf(text string) []string {
	for {
		from := strings.IndexByte(text, '[')
		to := strings.IndexByte(text, ']')
		if from < 0 || to < from {
			break
		}
		text = text[:from] + " " + text[to+1:]
	}
	text = strings.NewReplacer("’", "'", "per cent", "percent", "%", " percent", "...", " ").Replace(strings.ToLower(text))
	var words []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '\''
	}) {
		if w = strings.Trim(w, "'"); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// common returns which words of a and b belong to their longest common
// subsequence.
func common(a, b []string) (inA, inB []bool, n int) {
	length := make([][]int, len(a)+1)
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			if a[i] == b[k] {
				length[i][k] = length[i+1][k+1] + 1
			} else {
				length[i][k] = max(length[i+1][k], length[i][k+1])
			}
		}
	}
	inA, inB = make([]bool, len(a)), make([]bool, len(b))
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] == b[k]:
			inA[i], inB[k] = true, true
			i, k = i+1, k+1
		case length[i+1][k] >= length[i][k+1]:
			i++
		default:
			k++
		}
	}
	return inA, inB, length[0][0]
}

// contains tells whether one quotation is a part of the other: no word differs,
// some are left out at its ends or, where it says so, inside.
func (q quote) contains(r quote) bool {
	if q.parts || r.parts {
		_, _, n := common(q.words, r.words)
		return n == len(r.words)
	}
	for i := 0; i+len(r.words) <= len(q.words); i++ {
		if slices.Equal(q.words[i:i+len(r.words)], r.words) {
			return true
		}
	}
	return false
}

// differs tells whether two quotations are the same one in other words, and what
// differs: the words of each that the other does not have.
func (q quote) differs(r quote) (bool, string, string) {
	if !sameName(q.speaker, r.speaker) || q.contains(r) || r.contains(q) {
		return false, "", ""
	}
	inQ, inR, n := common(q.words, r.words)
	if float64(n) < alike*float64(min(len(q.words), len(r.words))) {
		return false, "", ""
	}
	from, to := leftOut(inQ, inR)
	return true, rest(q.words, inQ, from, to), rest(r.words, inR, from, to)
}

// leftOut tells whether only one of two quotations has words before the first
// common word, and only one of them after the last: it is longer there, which is
// no difference.
func leftOut(inA, inB []bool) (before, after bool) {
	before = inA[0] || inB[0]
	after = inA[len(inA)-1] || inB[len(inB)-1]
	return before, after
}

// rest returns the words that are not common, without those before the first
// common word or after the last where they do not count.
func rest(words []string, isCommon []bool, noBefore, noAfter bool) string {
	first, last := 0, len(words)-1
	for noBefore && first < len(words) && !isCommon[first] {
		first++
	}
	for noAfter && last > first && !isCommon[last] {
		last--
	}
	var parts []string
	for i := first; i <= last; i++ {
		if !isCommon[i] {
			parts = append(parts, words[i])
		}
	}
	return strings.Join(parts, " ")
}
