package number

import (
	"math"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/pattern"
)

// positive reads a cardinal or digits with a suffix: "1.2bn".
func (r reader) positive(i int32) (decimal, int32, bool) {
	if d, end, ok := r.gigas(i); ok {
		return d, end, true
	}
	if d, end, ok := r.digits(i); ok {
		if by, found := r.suffixScale(d, i, end); found {
			d, ok = d.times(by)
			return d, end + 1, ok
		}
	}
	return r.cardinal(i)
}

// read returns the value of a capture that class matched.
func readCapture[T any](m pattern.Match, name string, read func(reader, int32) (T, int32, bool)) T {
	v, _, _ := read(reader{m.Doc, words()}, m.Get(name).Start)
	return v
}

func exact(m pattern.Match, kind extract.NumberKind, v value, sign float64) (extract.Number, bool) {
	f := v.float()
	if f != 0 {
		f *= sign
	}
	return extract.Number{TokenRange: m.TokenRange, Kind: kind, Low: f, High: f}, !math.IsInf(f, 0)
}

func buildCardinal(m pattern.Match) (extract.Number, bool) {
	return exact(m, extract.Cardinal, whole(readCapture(m, "n", reader.positive)), 1)
}

func buildNegative(m pattern.Match) (extract.Number, bool) {
	return exact(m, extract.Cardinal, whole(readCapture(m, "n", reader.positive)), -1)
}

func buildOrdinal(m pattern.Match) (extract.Number, bool) {
	d, _, _ := reader{m.Doc, words()}.ordinal(m.Start)
	return exact(m, extract.Ordinal, whole(d), 1)
}

func buildFraction(m pattern.Match) (extract.Number, bool) {
	return exact(m, extract.Fraction, readCapture(m, "f", reader.fraction), 1)
}

// buildMixed declines "million and a half", which means half a million more,
// and a fraction that is not of the number's own: "nineteen half".
func buildMixed(m pattern.Match) (extract.Number, bool) {
	n, f := m.Get("n"), m.Get("f")
	r := reader{m.Doc, words()}
	d, v := readCapture(m, "n", reader.positive), readCapture(m, "f", reader.fraction)
	inDigits := r.class(f.Start) == extract.ClassDigits
	apart := f.Start > n.End
	if _, small := d.integer(); !small || !inDigits && !apart || inDigits && apart != m.Doc.Is(f.Start-1, "-") {
		return extract.Number{}, false
	}
	if r.word(n.End-1).role >= scale && r.word(n.End-1).value != (decimal{1, 2}) || inDigits && r.class(n.Start) != extract.ClassDigits {
		return extract.Number{}, false
	}
	if apart && !inDigits && !m.Doc.Is(f.Start-1, "and") {
		return extract.Number{}, false
	}
	v, ok := v.plus(whole(d))
	if s := m.Get("s"); ok && !s.Empty() {
		by, _ := r.scales(decimal{coef: 1}, s.Start)
		v, ok = v.times(by)
	}
	if !ok {
		return extract.Number{}, false
	}
	return exact(m, extract.Cardinal, v, sign(m))
}

func buildPartOfScale(m pattern.Match) (extract.Number, bool) {
	return partOfScale(m, readCapture(m, "f", reader.fraction))
}

func buildQuarterOfScale(m pattern.Match) (extract.Number, bool) {
	return partOfScale(m, value{decimal{coef: 1}, 4})
}

func partOfScale(m pattern.Match, v value) (extract.Number, bool) {
	by, _ := reader{m.Doc, words()}.scales(decimal{coef: 1}, m.Get("s").Start)
	v, ok := v.times(by)
	if !ok {
		return extract.Number{}, false
	}
	return exact(m, extract.Cardinal, v, 1)
}

// maxPower is the largest power of ten that is read as part of a number.
const maxPower = 100

func buildPower(m pattern.Match) (extract.Number, bool) {
	e, ok := readCapture(m, "e", reader.positive).integer()
	minus := !m.Get("m").Empty()
	if !ok || e > maxPower || !minus && !m.Doc.Is(m.Get("e").Start-1, "^") {
		return extract.Number{}, false
	}
	if minus {
		e = -e
	}
	d, ok := readCapture(m, "n", reader.positive).times(decimal{1, e})
	if !ok {
		return extract.Number{}, false
	}
	return exact(m, extract.Cardinal, whole(d), 1)
}

func buildExponent(m pattern.Match) (extract.Number, bool) {
	e, _, _ := exponentAt(m.Doc, m.Get("x").Start)
	d, ok := readCapture(m, "n", reader.positive).times(decimal{1, e})
	if !ok {
		return extract.Number{}, false
	}
	return exact(m, extract.Cardinal, whole(d), sign(m))
}

// buildYear reads "nineteen eighty-four" and "twenty twenty"; other pairs of
// numbers are two numbers.
func buildYear(m pattern.Match) (extract.Number, bool) {
	r := reader{m.Doc, words()}
	century, year := r.word(m.Get("c").Start).value, readCapture(m, "y", reader.small)
	c, _ := century.integer()
	if c < 13 || c > 20 {
		return extract.Number{}, false
	}
	d, _ := century.times(decimal{1, 2})
	sum, _ := d.plus(year)
	return exact(m, extract.Cardinal, whole(sum), 1)
}

func buildFold(m pattern.Match) (extract.Number, bool) {
	return exact(m, extract.Cardinal, whole(reader{m.Doc, words()}.word(m.Start).value), 1)
}

func vague(m pattern.Match, by decimal) (extract.Number, bool) {
	low, high, ok := span(by)
	return extract.Number{TokenRange: m.TokenRange, Kind: extract.Vague, Low: low, High: high}, ok
}

func buildVague(m pattern.Match) (extract.Number, bool) {
	by, _, _ := reader{m.Doc, words()}.plurals(m.Start)
	return vague(m, by)
}

func buildMany(m pattern.Match) (extract.Number, bool) {
	return vague(m, readCapture(m, "p", reader.plurals))
}

// buildSeveral reads "several hundred thousand" as the range of "hundreds of
// thousands".
func buildSeveral(m pattern.Match) (extract.Number, bool) {
	start := m.Start + 1
	if m.Doc.Is(m.Start, "a") {
		start++
	}
	by, _ := reader{m.Doc, words()}.scales(decimal{coef: 1}, start)
	return vague(m, by)
}
