package number

import (
	"strings"

	"github.com/factline/factline/extract"
)

// ordinal reads "second", "22nd", "twenty-second", "two hundred and sixth",
// "three thousandth".
func (r reader) ordinal(i int32) (d decimal, end int32, ok bool) {
	if d, end, ok = r.suffixedOrdinal(i); ok {
		return d, end, true
	}
	switch w := r.word(i); w.role {
	case ordinalDigit, ordinalTeen, ordinalTen:
		return w.value, i + 1, true
	case ten:
		next := r.pastHyphen(i + 1)
		if unit := r.word(next); unit.role == ordinalDigit {
			sum, ok := w.value.plus(unit.value)
			return sum, next + 1, ok
		}
	}
	return r.longOrdinal(i)
}

// longOrdinal reads an ordinal of several words, whose last word alone is an
// ordinal: "one hundredth", "two hundred and sixth". "One third" is a fraction
// and so no ordinal.
func (r reader) longOrdinal(i int32) (decimal, int32, bool) {
	d, next, ok := r.cardinal(i)
	if !ok {
		return decimal{}, i, false
	}
	pos := r.pastHyphen(next)
	if w := r.word(pos); w.role == ordinalScale && r.class(i).IsWord() {
		product, ok := d.times(w.value)
		return product, pos + 1, ok
	}
	if d.exp < 2 {
		return decimal{}, i, false
	}
	if r.form(pos) == formAnd {
		pos++
	}
	w := r.word(pos)
	rest, end := w.value, pos+1
	switch w.role {
	case ten:
		unit := r.word(r.pastHyphen(end))
		if unit.role != ordinalDigit {
			return decimal{}, i, false
		}
		rest, _ = rest.plus(unit.value)
		end = r.pastHyphen(end) + 1
	case ordinalDigit, ordinalTeen, ordinalTen:
	default:
		return decimal{}, i, false
	}
	sum, ok := d.plus(rest)
	return sum, end, ok
}

// suffixedOrdinal reads "22nd", whether the ending is a token of its own or
// not.
func (r reader) suffixedOrdinal(i int32) (decimal, int32, bool) {
	if r.class(i) == extract.ClassDigits && r.Glued(i+1) && isOrdinalEnding(r.Word(i+1)) {
		d, end, ok := r.digits(i)
		return d, end + 1, ok && end == i+1
	}
	if r.class(i) != extract.ClassAlnum {
		return decimal{}, i, false
	}
	text := r.Word(i)
	if len(text) < 3 || !isOrdinalEnding(text[len(text)-2:]) {
		return decimal{}, i, false
	}
	plain, ok := plainDigits(text[:len(text)-2])
	if !ok {
		return decimal{}, i, false
	}
	d, ok := parseDecimal(plain)
	return d, i + 1, ok
}

func isOrdinalEnding(text string) bool {
	switch strings.ToLower(text) {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}
