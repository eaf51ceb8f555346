package number

import (
	"math"
	"math/big"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// round reads a cardinal without "and" in it: the "one hundred" of "one hundred
// and three quarters".
func (r reader) round(i int32) (decimal, int32, bool) { return r.cardinalAnd(i, false) }

// buildRound adds a fraction to a number that ends in a scale. After "million"
// and more it is a part of that scale, after "hundred" one of its own.
func buildRound(m pattern.Match) (extract.Number, bool) {
	r := reader{m.Doc, words()}
	last := r.word(m.Get("n").End - 1)
	if last.role != scale {
		return extract.Number{}, false
	}
	part, ok := readCapture(m, "f", reader.fraction), true
	if last.value.exp >= 3 {
		part, ok = part.times(last.value)
	}
	sum, fits := part.plus(whole(readCapture(m, "n", reader.round)))
	if !ok || !fits {
		return extract.Number{}, false
	}
	return exact(m, extract.Cardinal, sum, 1)
}

// buildScales adds a part of a smaller scale to a number.
func buildScales(m pattern.Match) (extract.Number, bool) {
	r := reader{m.Doc, words()}
	last := r.word(m.Get("n").End - 1)
	by, _ := r.scales(decimal{coef: 1}, m.Get("s").Start)
	part, ok := readCapture(m, "f", reader.fraction).times(by)
	if !ok || last.role != scale || !by.below(last.value) {
		return extract.Number{}, false
	}
	sum, ok := part.plus(whole(readCapture(m, "n", reader.round)))
	if !ok {
		return extract.Number{}, false
	}
	return exact(m, extract.Cardinal, sum, 1)
}

// sign returns -1 where the capture g took a minus.
func sign(m pattern.Match) float64 {
	if m.Get("g").Empty() {
		return 1
	}
	return -1
}

// beforeOver are the words that the answer to a sum follows.
var beforeOver = lexicon.NewSet("is", "was", "equals", "=", "to")

// buildOver reads "one over twenty" where it is all that is said: "no one over
// 20" and "a win over three rivals" hold no fraction.
func buildOver(m pattern.Match) (extract.Number, bool) {
	r := reader{m.Doc, words()}
	alone := m.Start == 0 || beforeOver.HasToken(m.Doc, m.Start-1)
	num, den := readCapture(m, "n", reader.positive), readCapture(m, "d", reader.positive)
	below, ok := den.at(0)
	if !alone || r.class(m.End) != extract.ClassPunct || !ok || den.exp < 0 || below == 0 || below > maxDenominator {
		return extract.Number{}, false
	}
	return exact(m, extract.Fraction, value{num, below}, sign(m))
}

func buildNegativeFraction(m pattern.Match) (extract.Number, bool) {
	return exact(m, extract.Fraction, readCapture(m, "f", reader.fraction), -1)
}

// buildPowerOf computes a small power exactly and rounds it once.
func buildPowerOf(m pattern.Match) (extract.Number, bool) {
	base, e := readCapture(m, "n", reader.positive), readCapture(m, "e", reader.positive)
	times, ok := e.integer()
	if !ok || times > maxPower || base.coef == 0 {
		return extract.Number{}, false
	}
	power, factor := big.NewRat(1, 1), base.rat()
	for range times {
		power.Mul(power, factor)
	}
	if at := m.Get("m"); !at.Empty() && !m.Doc.Is(at.Start, "+") {
		power.Inv(power)
	}
	f, _ := power.Float64()
	f *= sign(m)
	return extract.Number{TokenRange: m.TokenRange, Kind: extract.Cardinal, Low: f, High: f}, !math.IsInf(f, 0)
}

// scientific reads a mantissa and exponent in one token: "3e5", "1.2E6".
func (r reader) scientific(i int32) (decimal, int32, bool) {
	if c := r.class(i); c != extract.ClassAlnum && c != extract.ClassDigits {
		return decimal{}, i, false
	}
	mantissa, exponent, ok := strings.Cut(strings.ToLower(r.Word(i)), "e")
	end, sign := i+1, 1
	if ok && exponent == "" && r.Glued(end) && r.Glued(end+1) && r.class(end+1) == extract.ClassDigits { // "1e-5"
		switch r.Word(end) {
		case "-", "−":
			sign = -1
		case "+":
		default:
			return decimal{}, i, false
		}
		exponent, end = r.Word(end+1), end+2
	}
	if !ok || exponent == "" {
		return decimal{}, i, false
	}
	d, ok := parseDecimal(mantissa)
	e, okE := parseDecimal(exponent)
	n, small := e.integer()
	if !ok || !okE || !small || n > maxPower {
		return decimal{}, i, false
	}
	d, ok = d.times(decimal{1, sign * n})
	return d, end, ok
}

func buildScientific(m pattern.Match) (extract.Number, bool) {
	return exact(m, extract.Cardinal, whole(readCapture(m, "x", reader.scientific)), sign(m))
}
