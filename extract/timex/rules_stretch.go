package timex

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// stretchRules find lengths of time up to a day or from it on.
func stretchRules() []rule {
	return []rule{
		{"relative-count", "Sales doubled in [the past three years].", "DURATION P3Y", "the|these|his|her|its|their? {r:relative} {n:number} {u:anyunit}", relativeCount},
		{"relative-range", "Sales will double in [the next three to five years].", "DURATION P3Y/P5Y", "the? {r:relative} {n:number} to|or|-|– {n2:number} {u:units}", relativeRange},
		{"relative-hyphened", "Sales doubled in [the past half-century].", "DURATION P50Y", "the {r:relative} {n:number} - {u:unit}", relativeCount},
		{"following-count", "It grew in [the following two years].", "DURATION P2Y", "the following|previous|preceding|first|final {n:number} {u:anyunit}", relativeCount},
		{"relative-several", "Sales doubled in [the past few years].", "DURATION PXY", "the|these? {r:relative} several|few|many|couple of? {u:units}", severalUnits},
		{"counted-past", "It was dry for [the ten previous weeks].", "DURATION P10W", "the|his|her|its|their? {n:number} past|previous|preceding|last|next|coming|upcoming|following {u:units}", countedPast},
	}
}

func relativeCount(m pattern.Match) meaning {
	n, _, _ := numberAt(m.Doc, m.Get("n").Start)
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if w.unit == half || m.Doc.Is(m.Start, "current") || m.Doc.Is(m.Start, "this") || lastsLong(m) {
		return nil
	}
	return constant(extract.Duration, durationValue(n, w), "")
}

func relativeRange(m pattern.Match) meaning {
	low, _, _ := numberAt(m.Doc, m.Get("n").Start)
	high, _, _ := numberAt(m.Doc, m.Get("n2").Start)
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if low >= high || w.unit == half || lastsLong(m) {
		return nil
	}
	return constant(extract.Duration, durationValue(low, w)+"/"+durationValue(high, w), "")
}

var beforeVerb = lexicon.NewSet("to", "will", "would", "could", "may", "might", "can", "should", "'ll", "n't", "n’t", "not")

// lastsLong tells whether "last" is the verb: "is expected to [last] six weeks".
func lastsLong(m pattern.Match) bool {
	i, ok := before(m)
	return ok && m.Doc.Is(m.Start, "last") && beforeVerb.HasToken(m.Doc, i)
}

// countedPast is "the ten previous weeks".
func countedPast(m pattern.Match) meaning {
	n, _, _ := numberAt(m.Doc, m.Get("n").Start)
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if w.unit == half || gluedBefore(m.Doc, m.Start) {
		return nil
	}
	return constant(extract.Duration, durationValue(n, w), "")
}
