package number

import (
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

var (
	notBeforeHalf = lexicon.NewSet("last", "other", "both", "latter", "each", "opening", "better", "early", "late")
	// halved are the words that a hyphen can join to "half".
	halved = lexicon.NewSet("hour", "hours", "mile", "miles", "inch", "inches", "pint", "pints", "minute", "pound",
		"ounce", "acre", "litre", "liter", "million", "dozen", "point", "percentage", "cent", "century")
)

// vulgar are the fractions of Unicode.
var vulgar = map[string]value{
	"½": {decimal{coef: 1}, 2}, "⅓": {decimal{coef: 1}, 3}, "⅔": {decimal{coef: 2}, 3}, "¼": {decimal{coef: 1}, 4},
	"¾": {decimal{coef: 3}, 4}, "⅕": {decimal{coef: 1}, 5}, "⅖": {decimal{coef: 2}, 5}, "⅗": {decimal{coef: 3}, 5},
	"⅘": {decimal{coef: 4}, 5}, "⅙": {decimal{coef: 1}, 6}, "⅚": {decimal{coef: 5}, 6}, "⅐": {decimal{coef: 1}, 7},
	"⅛": {decimal{coef: 1}, 8}, "⅜": {decimal{coef: 3}, 8}, "⅝": {decimal{coef: 5}, 8}, "⅞": {decimal{coef: 7}, 8},
	"⅑": {decimal{coef: 1}, 9}, "⅒": {decimal{coef: 1}, 10},
}

// fraction reads a fraction below one: "two-thirds", "half", "a quarter",
// "½", "3/4".
func (r reader) fraction(i int32) (v value, end int32, ok bool) {
	if r.class(i) == extract.ClassDigits {
		if v, ok = vulgar[r.Word(i)]; ok {
			return v, i + 1, true
		}
		return r.slashed(i)
	}
	if r.isHalf(i) {
		return value{decimal{coef: 1}, 2}, i + 1, true
	}
	if num, next, found := r.cardinalAnd(i, false); found && num.coef > 0 {
		next = r.pastHyphen(r.pastDash(next))
		if den, end, found := r.denominator(next, num == decimal{coef: 1}); found && (r.word(next).role != part || !r.isCompound(end)) {
			return value{num, den}, end, true
		}
	}
	if f := r.form(i); f != formA && f != formAn {
		return value{}, i, false
	}
	den, end, found := r.denominator(i+1, true)
	if !found || r.form(i) == formA && !r.isShare(end) || r.word(i+1).role == part && r.isCompound(end) {
		return value{}, i, false
	}
	return value{decimal{coef: 1}, den}, end, true
}

// pastDash returns the place of the word after a hyphen with blanks around it:
// "one - fourth", as texts that were cut into words have it.
func (r reader) pastDash(i int32) int32 {
	if r.form(i) == formHyphen && !r.Glued(i) && !r.Glued(i+1) {
		return i + 1
	}
	return i
}

// isHalf tells whether token i is the fraction "half" and not a half of a
// match or year ("the second half") or a part of a word ("half-hearted").
func (r reader) isHalf(i int32) bool {
	w := r.word(i)
	if w.role != part || w.value.coef != 2 || notBeforeHalf.HasToken(r.Document, i-1) || r.isCompound(i+1) {
		return false
	}
	before := r.word(i - 1).role
	return before < ordinalDigit || before > ordinalScale
}

// isCompound tells whether a hyphen at token i makes one word of what is
// before it and a word that is no measure: "half-time", "quarter-final".
func (r reader) isCompound(i int32) bool {
	return r.pastHyphen(i) > i && r.word(i+1).role != scale && !halved.HasToken(r.Document, i+1)
}

// denominator reads the lower part of a fraction: "third" after one, "thirds"
// after two, "twenty-fifth".
func (r reader) denominator(i int32, one bool) (den uint64, end int32, ok bool) {
	w, end := r.word(i), i+1
	tens := w.role == ten
	if tens {
		unit := r.word(r.pastHyphen(end))
		if unit.role != ordinalDigit && unit.role != parts || unit.value.exp != 0 {
			return 0, i, false
		}
		sum, _ := w.value.plus(unit.value)
		w, end = word{unit.role, sum}, r.pastHyphen(end)+1
	}
	switch w.role {
	case part:
		ok = one
	case parts:
		ok = !one && w.value != decimal{coef: 1}
	case ordinalDigit:
		ok = one && (tens || w.value.coef > 2)
	case ordinalTeen, ordinalTen, ordinalScale:
		ok = one
	}
	n, fits := w.value.at(0)
	return n, end, ok && fits
}

// isShare tells whether "a third" before token i is a part and no rank: "a
// third of voters" and "up a third", but not "a third man". "A half" and "a
// quarter" are ranks of nothing, so they need no such test.
func (r reader) isShare(i int32) bool {
	if r.word(i-1).role == part {
		return true
	}
	switch r.class(i) {
	case extract.ClassPunct:
		return r.form(i) != formHyphen
	case extract.ClassLower:
		return shareFollows.HasToken(r.Document, i)
	}
	return false
}

// slashed reads the token "3/4", but not "9/11", "24/7" or "1/2/2020".
func (r reader) slashed(i int32) (value, int32, bool) {
	above, below, ok := strings.Cut(r.Word(i), "/")
	if !ok || strings.HasPrefix(above, "0") {
		return value{}, i, false
	}
	num, okNum := parseDecimal(above)
	den, okDen := parseDecimal(below)
	n, okN := num.integer()
	m, okM := den.integer()
	if !okNum || !okDen || !okN || !okM || n < 1 || n >= m || !isDenominator(m) {
		return value{}, i, false
	}
	return value{num, uint64(m)}, i + 1, true
}

// isDenominator tells whether people write fractions of m in digits.
func isDenominator(m int) bool {
	switch m {
	case 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 32, 64, 100:
		return true
	}
	return false
}
