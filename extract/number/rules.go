package number

import (
	"strconv"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// rules are the forms of numbers, the more telling one first among equals.
func rules() []pattern.Rule[extract.Number] {
	return []pattern.Rule[extract.Number]{
		{Name: "vague", Example: "tens of millions", Want: "20000000..99999999", Pattern: "{plurals}", Build: buildVague},
		{Name: "several", Example: "a few hundred", Want: "200..999", Pattern: "a? several|few {scales}", Build: buildSeveral},
		{Name: "many", Example: "many thousands", Want: "2000..9999", Pattern: "many|several {p:plurals}", Build: buildMany},
		{Name: "ordinal", Example: "twenty-second", Want: "22nd", Pattern: "{ordinal}", Build: buildOrdinal},
		{Name: "fraction", Example: "two-thirds", Want: "2/3", Pattern: "{f:fraction}", Build: buildFraction},
		{Name: "mixed", Example: "two and a half", Want: "2.5", Pattern: "{n:cardinal} {and}? {f:fraction}", Build: buildMixed},
		{Name: "mixed scale", Example: "one and a half million", Want: "1500000",
			Pattern: "{n:cardinal} {and}? {f:fraction} {s:scales}", Build: buildMixed},
		{Name: "round and a fraction", Example: "one hundred and three quarters", Want: "100.75",
			Pattern: "{n:round} and {f:fraction}", Build: buildRound},
		{Name: "scale and part of a scale", Example: "two billion and a quarter million", Want: "2000250000",
			Pattern: "{n:round} and {f:fraction} -? of? a|an? {s:scales}", Build: buildScales},
		{Name: "over", Example: "3 over 20", Want: "0.15", Pattern: "{g:negative}? {n:cardinal} over {d:cardinal}", Build: buildOver},
		{Name: "negative fraction", Example: "-4/5", Want: "-0.8", Pattern: "{g:negative} {f:fraction}", Build: buildNegativeFraction},
		{Name: "power", Example: "2.5^-1", Want: "0.4", Pattern: "{g:negative}? {n:cardinal} ^ {m:sign}? {e:cardinal}", Build: buildPowerOf},
		{Name: "scientific", Example: "3e5", Want: "300000", Pattern: "{g:negative}? {x:scientific}", Build: buildScientific},
		{Name: "part of a scale", Example: "half a million", Want: "500000",
			Pattern: "{f:fraction} -? of? a|an? {s:scales}", Build: buildPartOfScale},
		{Name: "quarter of a scale", Example: "quarter of a million", Want: "250000",
			Pattern: "quarter -? of? a|an? {s:scales}", Build: buildQuarterOfScale},
		{Name: "power of ten", Example: "1.3 x 10^6", Want: "1300000",
			Pattern: "{n:cardinal} {ten} ^? {m:minus}? {e:cardinal}", Build: buildPower},
		{Name: "exponent", Example: "2.5e-3", Want: "0.0025", Pattern: "{g:negative}? {n:cardinal} {x:exponent}", Build: buildExponent},
		{Name: "year in words", Example: "nineteen eighty-four", Want: "1984", Pattern: "{c:century} {y:pair}", Build: buildYear},
		{Name: "spaced minus sign", Example: "- 10 k", Want: "-10000", Pattern: "{dash} {n:cardinal}", Build: buildNegative},
		{Name: "spoken hundred", Example: "one twenty two", Want: "122", Pattern: "{d:digit} {y:pair}", Build: buildSpoken},
		{Name: "couple", Example: "a couple", Want: "2", Pattern: "a couple of?", Build: buildCouple},
		{Name: "negative mixed", Example: "-1 1/4", Want: "-1.25", Pattern: "{g:negative} {n:cardinal} {and}? {f:fraction}", Build: buildMixed},
		{Name: "minus sign", Example: "-1.3", Want: "-1.3", Pattern: "{minus} {n:cardinal}", Build: buildNegative},
		{Name: "minus word", Example: "minus 40", Want: "-40", Pattern: "minus|negative -? {n:cardinal}", Build: buildNegative},
		{Name: "fold", Example: "threefold", Want: "3", Pattern: "{fold}", Build: buildFold},
		{Name: "cardinal", Example: "two hundred and six thousand", Want: "206000", Pattern: "{n:cardinal}", Build: buildCardinal},
	}
}

// set returns the compiled rules.
var set = sync.OnceValue(func() *pattern.Set[extract.Number] {
	return pattern.Compile(rules(), classes())
})

// classes returns the pieces that the patterns are made of.
var classes = sync.OnceValue(func() *pattern.Classes {
	return pattern.NewClasses(map[string]pattern.Class{
		"cardinal":   {Match: match(reader.positive)},
		"fraction":   {Match: match(reader.fraction)},
		"ordinal":    {Match: match(reader.ordinal)},
		"plurals":    {Match: match(reader.plurals)},
		"scales":     {Match: matchScales},
		"century":    {Match: matchRole(teen, ten)},
		"pair":       {Match: matchPair},
		"fold":       {Match: matchRole(fold, fold)},
		"round":      {Match: match(reader.round)},
		"negative":   {Match: matchNegative},
		"sign":       {Match: matchSign},
		"scientific": {Match: match(reader.scientific)},
		"minus":      {Match: matchMinus},
		"dash":       {Match: matchDash},
		"digit":      {Match: matchRole(digit, digit)},
		"and":        {Match: matchAnd},
		"ten":        {Match: matchTimesTen},
		"exponent":   {Match: matchExponent},
	})
})

// match makes the matcher of a class from the reader of its value.
func match[T any](read func(reader, int32) (T, int32, bool)) func(*extract.Document, int32) int32 {
	return func(doc *extract.Document, at int32) int32 {
		if _, end, ok := read(reader{doc, words()}, at); ok {
			return end
		}
		return at
	}
}

func matchScales(doc *extract.Document, at int32) int32 {
	r := reader{doc, words()}
	if w := r.word(at); w.role != scale {
		return at
	}
	_, end := r.scales(decimal{coef: 1}, at)
	return end
}

// matchRole matches a word of either role.
func matchRole(a, b role) func(*extract.Document, int32) int32 {
	return func(doc *extract.Document, at int32) int32 {
		if w := (reader{doc, words()}).word(at); w.role == a || w.role == b {
			return at + 1
		}
		return at
	}
}

// matchPair matches the second half of a year in words: "eighty-four".
func matchPair(doc *extract.Document, at int32) int32 {
	r := reader{doc, words()}
	if w := r.word(at); w.role != teen && w.role != ten {
		return at
	}
	_, end, _ := r.small(at)
	return end
}

// matchMinus matches a minus sign that is glued to what follows and not to
// what stands before, so that "5-10" and "Euro-2020" hold none.
func matchMinus(doc *extract.Document, at int32) int32 {
	switch doc.Word(at) {
	case "-", "−", "–":
	default:
		return at
	}
	before := reader{doc, words()}.class(at - 1)
	if !doc.Glued(at+1) || doc.Glued(at) && before != extract.ClassSymbol && !doc.Is(at-1, "(") && !doc.Is(at-1, "^") &&
		!doc.Is(at-1, "x10") && !doc.Is(at-1, "10") {
		return at
	}
	return at + 1
}

// matchNegative matches a minus sign and the words for it.
func matchNegative(doc *extract.Document, at int32) int32 {
	if doc.Is(at, "minus") || doc.Is(at, "negative") {
		return at + 1
	}
	return max(matchMinus(doc, at), matchDash(doc, at))
}

// matchSign matches the sign of an exponent.
func matchSign(doc *extract.Document, at int32) int32 {
	switch doc.Word(at) {
	case "+", "-", "−":
		return at + 1
	}
	return at
}

// matchTimesTen matches "x 10" and "x10".
func matchTimesTen(doc *extract.Document, at int32) int32 {
	switch doc.Word(at) {
	case "x10", "X10":
		return at + 1
	case "x", "X", "×", "*":
		if int(at)+1 < len(doc.Tokens) && doc.Word(at+1) == "10" {
			return at + 2
		}
	}
	return at
}

// matchExponent matches "e6", "e-3" and "e+6" glued to a number.
func matchExponent(doc *extract.Document, at int32) int32 {
	if _, end, ok := exponentAt(doc, at); ok {
		return end
	}
	return at
}

// exponentAt reads an exponent that is glued to the digits before token at.
func exponentAt(doc *extract.Document, at int32) (e int, end int32, ok bool) {
	if int(at) >= len(doc.Tokens) || !doc.Glued(at) {
		return 0, at, false
	}
	text, end := doc.Word(at), at+1
	for n := 0; n < 2 && (text == "e" || text == "E" || text == "e-" || text == "E-" || text == "e+" || text == "E+") && doc.Glued(end); n++ {
		text += doc.Word(end)
		end++
	}
	if len(text) < 2 || text[0]|0x20 != 'e' {
		return 0, at, false
	}
	e, err := strconv.Atoi(text[1:])
	return e, end, err == nil && -maxPower <= e && e <= maxPower
}

// matchAnd matches "and", a hyphen or nothing but the blank between a number
// and its fraction.
func matchAnd(doc *extract.Document, at int32) int32 {
	if doc.Is(at, "and") || doc.Is(at, "-") {
		return at + 1
	}
	return at
}

// starters are the words that start a number beside those of the table.
var starters = lexicon.NewSet("a", "an", "several", "few", "many", "minus", "negative")

// shareFollows are words that can follow "a third" the part.
var shareFollows = lexicon.NewSet("of", "to", "from", "in", "on", "by", "more", "less", "fewer", "higher", "lower", "as",
	"and", "or", "since", "over", "between", "were", "are", "was", "is", "said", "the", "than", "during")
