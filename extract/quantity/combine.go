package quantity

import (
	"math/big"
)

// parts are the units that follow a larger one in the same amount, and how
// many of them make one of the larger: "5 ft 2 in", "13 dollars and 45 cents".
var parts = []struct {
	large, small string
	size         int64
}{
	{"foot", "inch", 12},
	{"stone", "pound-mass", 14},
	{"pound-mass", "ounce", 16},
	{"dollar", "cent", 100},
	{"euro", "cent", 100},
	{"pound sterling", "penny", 100},
	{"Indian rupee", "paisa", 100},
	{"Malaysian ringgit", "sen", 100},
	{"Ukrainian hryvnia", "kopeck", 100},
	{"Russian rouble", "kopeck", 100},
}

// combined makes one measure of two whole numbers in a larger and a smaller
// unit.
func (r reader) combined(m, to measure) (measure, bool) {
	if both, ok := r.inWords(m, to); ok {
		return both, true
	}
	at := m.End
	if r.form(at) == formAnd || r.Is(at, ",") {
		at++
	}
	if at != to.Start || !m.hasUnit() || !to.hasUnit() || m.hyphen || m.number.Low < 0 || to.number.Low < 0 {
		return m, false
	}
	for _, part := range parts {
		if m.unit.Name != part.large || to.unit.Name != part.small || to.number.Low >= float64(part.size) {
			continue
		}
		sum, ok := sumOf(m.number.Low, to.number.Low, part.size)
		if !ok {
			return m, false
		}
		m.number.Low, m.number.High, m.End = sum, sum, to.End
		return m, true
	}
	return m, false
}

// inWords makes one measure of money said as people say it: "15 dollars 50".
func (r reader) inWords(m, to measure) (measure, bool) {
	if m.unit.Dimension != "currency" || to.hasUnit() || to.Start != m.End || m.End == m.number.End || m.Start < m.number.Start ||
		to.number.Low < 10 || to.number.Low >= 100 || r.isNoun(to.End) || !r.class(m.End-1).IsWord() {
		return m, false
	}
	sum, ok := sumOf(m.number.Low, to.number.Low, 100)
	if ok {
		m.number.Low, m.number.High, m.End = sum, sum, to.End
	}
	return m, ok
}

// sumOf returns whole + small/size, rounded once; false when whole is no whole
// number.
func sumOf(whole, small float64, size int64) (float64, bool) {
	sum, part := new(big.Rat).SetFloat64(whole), new(big.Rat).SetFloat64(small)
	if sum == nil || part == nil || !sum.IsInt() {
		return 0, false
	}
	f, _ := sum.Add(sum, part.Quo(part, new(big.Rat).SetInt64(size))).Float64()
	return f, true
}
