package quantity

import (
	"github.com/factline/factline/extract"
)

// maxInherit bounds the quantities that an ellipsis looks back to.
const maxInherit = 4

// inherit gives a bare number what it leaves out from the quantities before it
// in its sentence: "rose 12 points to 2,740", "4 million homes, including 1.5
// million in the south", "gained 2 per cent but lost 1 on Friday".
func (r reader) inherit(q *extract.Quantity) {
	if q.Unit.Name != "" || r.followsChange(q.Start) && r.Quantities[len(r.Quantities)-1].Kind == extract.Percent {
		return // "rose 10 per cent from [50 to 60]"
	}
	s := r.SentenceAt(q.Start)
	for n := 1; n <= maxInherit && n <= len(r.Quantities); n++ {
		other := &r.Quantities[len(r.Quantities)-n]
		if s < 0 || other.Start < r.Sentences[s].Start {
			return
		}
		if other.Rule == "bare" && other.Unit.Name == "" || !alike(q, other) ||
			other.Kind == extract.Count && r.form(q.Start-1) == formOf { // "a crowd of 5,250" counts what the noun says
			continue
		}
		q.Kind, q.Unit = other.Kind, other.Unit
		q.Counted, q.CountedLemma = other.Counted, other.CountedLemma
		return
	}
}

// alike tells whether a bare number can be of the same kind as another
// quantity of its sentence: index levels go with points, amounts with amounts
// of their size.
func alike(bare, other *extract.Quantity) bool {
	size := bare.Value.Float
	if !bare.Value.Known {
		size = bare.High.Float
	}
	than := other.Value.Float
	if !other.Value.Known {
		than = other.High.Float
	}
	switch {
	case other.Unit.Dimension == "points":
		return size >= 100
	case other.Kind == extract.Percent:
		return size < 100 && than < 100
	case other.Kind == extract.Count, other.Kind == extract.Money, other.Kind == extract.Measure:
		return than != 0 && size/than < 20 && than/size < 20
	}
	return false
}

// equivalent gives an amount in brackets what is said of the amount before
// them: "under 200 km (124 miles)".
func (r reader) equivalent(q *extract.Quantity) {
	if len(r.Quantities) == 0 {
		return
	}
	other := &r.Quantities[len(r.Quantities)-1]
	if !r.isEquivalent(q, other) {
		return
	}
	if q.Modifier == extract.Exact {
		q.Modifier = other.Modifier
	}
	if changeable(q) && q.Trend == extract.NoTrend {
		q.Trend = other.Trend
	}
}

// isEquivalent tells whether an amount says the one before it in another unit.
func (r reader) isEquivalent(q, before *extract.Quantity) bool {
	if q.Kind == extract.Count || q.Kind == extract.Percent || q.Kind == extract.Score {
		return false
	}
	return r.opensAfter(q.Start-1, before.End) || r.form(q.Start-1) == formSlash && before.End == q.Start-1
}

// same gives the size of a change in other words the direction of the first:
// "up 0.25 points, or 0.01%".
func (r reader) same(q *extract.Quantity) {
	at := q.Start - 1
	if len(r.Quantities) == 0 || q.Trend != extract.NoTrend || !changeable(q) {
		return
	}
	if r.form(at) == formAnd {
		r.coordinated(q)
	}
	if r.form(at) != formOr {
		return
	}
	if r.Is(at-1, ",") {
		at--
	}
	if other := &r.Quantities[len(r.Quantities)-1]; other.End == at {
		q.Trend = other.Trend
	}
}

// coordinated gives the second of two changes the direction of the first:
// "fell 3 per cent in May and 5 per cent in June".
func (r reader) coordinated(q *extract.Quantity) {
	if other := &r.Quantities[len(r.Quantities)-1]; r.isCoordinated(q, other) {
		q.Trend = other.Trend
	}
}

// isCoordinated tells whether a percentage after "and" goes on from the one
// before, with no verb between.
func (r reader) isCoordinated(q, other *extract.Quantity) bool {
	if other.Kind != extract.Percent || q.Kind != extract.Percent || other.Unit != q.Unit || q.Start-other.End > maxPhrase ||
		other.End >= q.Start-1 || r.form(q.Start-1) != formAnd {
		return false
	}
	for k := other.End; k < q.Start; k++ {
		if r.tag(k).Penn.IsVerb() || r.form(k) == formTo {
			return false
		}
	}
	return true
}

// opensAfter tells whether token i is a bracket right after an amount that
// ends at token end.
func (r reader) opensAfter(i, end int32) bool {
	return i == end && (r.Is(i, "(") || r.Is(i, "["))
}
