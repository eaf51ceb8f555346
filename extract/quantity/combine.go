package quantity

import (
	"math/big"

	"github.com/factline/factline/extract"
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
	{"Swiss franc", "cent", 100},
	{"Australian dollar", "cent", 100},
	{"Canadian dollar", "cent", 100},
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

// inWords makes one measure of money said as people say it: "15 dollars 50", "15 dollars and 50".
func (r reader) inWords(m, to measure) (measure, bool) {
	at := m.End
	if r.form(at) == formAnd && r.isEnd(to.End) {
		at++
	}
	if m.unit.Dimension != "currency" || to.hasUnit() || to.Start != at || m.End == m.number.End && at == m.End || m.Start < m.number.Start && at == m.End ||
		to.number.Low < 10 && at == m.End || to.number.Low >= 100 || r.isNoun(to.End) || at == m.End && !r.class(m.End-1).IsWord() {
		return m, false
	}
	sum, ok := sumOf(m.number.Low, to.number.Low, 100)
	if ok {
		m.number.Low, m.number.High, m.End = sum, sum, to.End
	}
	return m, ok
}

// isEnd tells whether a sentence ends at token i, a sign allowed before.
func (r reader) isEnd(i int32) bool {
	s := r.SentenceAt(i - 1)
	return s >= 0 && (i >= r.Sentences[s].End || i+1 >= r.Sentences[s].End && r.tag(i).POS == extract.PUNCT)
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
