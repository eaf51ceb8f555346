package number

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// maxNumeral bounds the tokens of a text that is nothing but a number.
const maxNumeral = 12

// numeralWords are the words in numbers that are no numbers themselves.
var numeralWords = lexicon.NewSet("and", "a", "an", "of", "point", "over", "minus", "negative", "couple")

// isNumeral tells whether a text is nothing but a number, as the cell of a
// table is. Marks that elsewhere are something else belong to it there: the
// dash of "- 10", a bullet before other words, and the letter of "10 G".
func (r reader) isNumeral() bool {
	if len(r.Tokens) > maxNumeral {
		return false
	}
	for i := range int32(len(r.Tokens)) {
		if r.class(i).IsWord() && r.word(i).role == noRole && !numeralWords.HasToken(r.Document, i) {
			return false
		}
	}
	return true
}

// isWhole tells whether a number is all that a text holds, a mark at its end
// apart.
func isWhole(m pattern.Match) bool {
	n := int32(len(m.Doc.Tokens))
	return m.Start == 0 && (m.End == n || m.End == n-1 && m.Doc.Tokens[m.End].Class == extract.ClassPunct)
}

// matchDash matches a dash with a blank after it where the text is but a
// number: "- 1,200,000".
func matchDash(doc *extract.Document, at int32) int32 {
	r := reader{doc, words()}
	if at != 0 || r.Glued(1) || r.form(0) != formHyphen && r.textAt(0) != "−" || !r.isNumeral() {
		return at
	}
	return at + 1
}

// buildSpoken reads a hundred and the rest as people say it. Before a noun the
// same words are two numbers: "one twenty two page report".
func buildSpoken(m pattern.Match) (extract.Number, bool) {
	hundreds, ok := readCapture(m, "d", reader.small).times(decimal{1, 2})
	sum, fits := hundreds.plus(readCapture(m, "y", reader.small))
	if !ok || !fits || hundreds.coef == 0 || !isWhole(m) {
		return extract.Number{}, false
	}
	return exact(m, extract.Cardinal, whole(sum), 1)
}

// buildCouple reads a couple as two where nothing else is said; "a couple of
// weeks" may be three.
func buildCouple(m pattern.Match) (extract.Number, bool) {
	if !isWhole(m) {
		return extract.Number{}, false
	}
	return exact(m, extract.Cardinal, whole(decimal{coef: 2}), 1)
}

// gigas reads digits with the letter of a thousand million in one token.
func (r reader) gigas(i int32) (decimal, int32, bool) {
	text := r.textAt(i)
	if r.class(i) != extract.ClassAlnum || len(text) < 2 || text[len(text)-1] != 'G' || !r.isNumeral() {
		return decimal{}, i, false
	}
	plain, ok := plainDigits(text[:len(text)-1])
	d, okD := parseDecimal(plain)
	if !ok || !okD {
		return decimal{}, i, false
	}
	d, ok = d.times(decimal{1, 9})
	return d, i + 1, ok
}
