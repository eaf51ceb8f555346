package claim

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/factline/factline/extract"
)

// maxChecked bounds the quantities of a claim that are looked at.
const maxChecked = 12

// check finds the figures of a claim that determine each other, and tells
// whether they agree.
func (s *scan) check(c *extract.Claim) []extract.Check {
	var checks []extract.Check
	all := c.Quantities[:min(len(c.Quantities), maxChecked)]
	for i, q := range all {
		for _, found := range []func(extract.QuantityIndex, []extract.QuantityIndex) (extract.Check, bool){s.change, s.margin, s.share, s.sum, s.conversion} {
			rest := all[i+1:]
			if check, ok := found(q, rest); ok {
				checks = append(checks, check)
			}
		}
	}
	return checks
}

// change checks a rise or fall by what it started from and came to: "rose 10
// per cent from 50 to 60", "rose 18 per cent to £46m, compared with £39m".
func (s *scan) change(q extract.QuantityIndex, rest []extract.QuantityIndex) (extract.Check, bool) {
	size := s.doc.Quantities[q]
	from, to := s.endsOf(rest)
	sign := s.directionOf(q)
	if sign == 0 || from < 0 || to < 0 || !s.onOneVerb(q, from, to) {
		return extract.Check{}, false
	}
	a, b := s.doc.Quantities[from], s.doc.Quantities[to]
	old, now := s.spanOf(&a), s.spanOf(&b)
	check := extract.Check{Quantities: []extract.QuantityIndex{q, from, to}}
	if from == to { // "from 41% to 45%" is one range
		check.Quantities = check.Quantities[:2]
		old, now = rounded(a.Low.Float, &a), rounded(a.High.Float, &a)
		if sign < 0 {
			old, now = now, old
		}
	}
	switch {
	case !alikeUnits(&a, &b) || !old.known || !now.known:
		return check, false
	case size.Kind == extract.Percent && size.Unit.Name == "percent" && a.Kind != extract.Percent && old.low > 0:
		check.Kind = extract.Change
		check.Expected = sign * 100 * (now.value/old.value - 1)
		return s.verdict(check, size, span{low: 100 * (now.low/old.high - 1), high: 100 * (now.high/old.low - 1)}.times(sign)), true
	case alikeUnits(&size, &a) && size.Kind != extract.Percent || size.Unit.Name == "percentage point" && a.Kind == extract.Percent:
		check.Kind = extract.Difference
		check.Expected = sign * (now.value - old.value)
		return s.verdict(check, size, span{low: now.low - old.high, high: now.high - old.low}.times(sign)), true
	}
	return check, false
}

// endsOf returns the quantities of which the first that follows a change says
// what it started from and the other what it came to; None without. Durations
// may stand between.
func (s *scan) endsOf(rest []extract.QuantityIndex) (from, to extract.QuantityIndex) {
	from, to = extract.None, extract.None
	for _, k := range rest {
		q := s.doc.Quantities[k]
		before := q.Start - 1
		switch {
		case s.doc.Is(before, "from") && from < 0 && to < 0 && q.Low.Known && q.High.Known:
			return k, k
		case s.doc.Is(before, "from") && from < 0, s.doc.Is(before, "with") && s.doc.Is(before-1, "compared") && from < 0:
			from = k
		case s.doc.Is(before, "to") && to < 0:
			to = k
		case q.Kind != extract.Length:
			return from, to
		}
	}
	return from, to
}

// directionOf tells whether a quantity is the size of a rise (1) or a fall
// (-1); 0 for neither.
func (s *scan) directionOf(q extract.QuantityIndex) float64 {
	size := s.doc.Quantities[q]
	verb := size.Start - 1
	if s.doc.Is(verb, "by") {
		verb--
	}
	switch {
	case size.Trend == extract.Up, s.lemmaIn(s.words.rise, verb):
		return 1
	case size.Trend == extract.Down, s.lemmaIn(s.words.fall, verb):
		return -1
	}
	return 0
}

// margin checks by how much a vote was won: "by 19 votes, 2,417 to 2,398".
func (s *scan) margin(q extract.QuantityIndex, rest []extract.QuantityIndex) (extract.Check, bool) {
	size := s.doc.Quantities[q]
	if len(rest) == 0 || size.Kind != extract.Count || !s.doc.Is(size.Start-1, "by") && !s.doc.Is(size.Start-2, "by") {
		return extract.Check{}, false
	}
	score := s.doc.Quantities[rest[0]]
	if score.Kind != extract.Score || len(score.Sides) != 2 || score.Start != size.End+1 || s.doc.Tokens[size.End].Class != extract.ClassPunct {
		return extract.Check{}, false
	}
	check := extract.Check{Kind: extract.Difference, Quantities: []extract.QuantityIndex{q, rest[0]}, Expected: math.Abs(score.Sides[0] - score.Sides[1])}
	return s.verdict(check, size, span{low: check.Expected, high: check.Expected}), true
}

// share checks a percentage by the part and the whole: "48,900 of the city's
// 93,085 voters, or 52.5%", "120 people, or 60% of the 200 voters".
func (s *scan) share(q extract.QuantityIndex, rest []extract.QuantityIndex) (extract.Check, bool) {
	part := s.doc.Quantities[q]
	if len(rest) == 0 || part.Kind != extract.Count {
		return extract.Check{}, false
	}
	some, total := s.spanOf(&part), span{}
	check := extract.Check{Kind: extract.Share}
	percent := rest[0]
	rate := s.doc.Quantities[percent]
	switch {
	case rate.Unit.Name == "percent" && s.saysAgain(part.End, rate.Start) && len(rest) > 1 && s.isPartOf(rate.End, s.doc.Quantities[rest[1]].Start):
		total = s.spanOf(&s.doc.Quantities[rest[1]])
		check.Quantities = []extract.QuantityIndex{percent, q, rest[1]}
	case rate.Unit.Name == "percent" && s.saysAgain(part.End, rate.Start):
		some, total = s.partAndWhole(&part)
		check.Quantities = []extract.QuantityIndex{percent, q}
	case len(rest) > 1 && s.isPartOf(part.End, rate.Start) && s.saysAgain(rate.End, s.doc.Quantities[rest[1]].Start) && rate.Kind == extract.Count:
		total, percent = s.spanOf(&rate), rest[1]
		check.Quantities = []extract.QuantityIndex{percent, q, rest[0]}
	}
	rate = s.doc.Quantities[percent]
	if !some.known || !total.known || total.low <= 0 || rate.Unit.Name != "percent" || rate.Trend != extract.NoTrend {
		return extract.Check{}, false
	}
	check.Expected = 100 * some.value / total.value
	return s.verdict(check, rate, span{low: 100 * some.low / total.high, high: 100 * some.high / total.low}), true
}

// partAndWhole returns both numbers of a quantity that has two: "3,000 of its
// 4,000 cars".
func (s *scan) partAndWhole(q *extract.Quantity) (part, whole span) {
	inside := within(s.doc.Numbers, q.TokenRange)
	if len(inside) != 2 || !s.isPartOf(inside[0].End, inside[1].Start) || !inside[0].Exact() || !inside[1].Exact() {
		return span{}, span{}
	}
	part = s.spanOf(q)
	return part, span{inside[1].Low, inside[1].Low, inside[1].Low, true}
}

// saysAgain tells whether what starts at token next says again, in another way,
// what ends before token end: ", or", "(".
func (s *scan) saysAgain(end, next int32) bool {
	switch {
	case s.doc.Is(end, ",") && s.doc.Is(end+1, "or"):
		return next == end+2
	case s.doc.Is(end, "or"), s.doc.Is(end, "("):
		return next == end+1
	}
	return false
}

// isPartOf tells whether "of" and no other phrase leads to the whole: "of the
// city's [93,085 voters]".
func (s *scan) isPartOf(of, whole int32) bool {
	if !s.doc.Is(of, "of") || whole > of+6 {
		return false
	}
	for i := of + 1; i < whole; i++ {
		if s.penn(i).IsVerb() || s.penn(i) == extract.PennIN || s.doc.Is(i, ",") {
			return false
		}
	}
	return true
}

// sum checks a number by the list of its parts: "12 people, seven men and five
// women", "Twelve were hurt: seven men and five women".
func (s *scan) sum(q extract.QuantityIndex, rest []extract.QuantityIndex) (extract.Check, bool) {
	total := s.doc.Quantities[q]
	if total.Kind != extract.Count || len(rest) < 2 || s.doc.Quantities[rest[0]].Start < 1 {
		return extract.Check{}, false
	}
	opening := s.doc.Quantities[rest[0]].Start - 1
	colon := s.doc.Is(opening, ":") || s.doc.Is(opening, "–") || s.doc.Is(opening, "—")
	if !colon && !(opening == total.End && s.doc.Is(opening, ",") && s.tree.Relation(s.headOf(s.doc.Quantities[rest[0]].TokenRange)) == extract.RelAppos) {
		return extract.Check{}, false
	}
	check := extract.Check{Kind: extract.Sum, Quantities: append([]extract.QuantityIndex{q}, rest...)}
	sum := span{}
	for k, part := range rest {
		p := s.doc.Quantities[part]
		if p.Kind != extract.Count || !s.spanOf(&p).known || p.Counted.Empty() && k == 0 {
			return check, false
		}
		if k > 0 && !s.joins(s.doc.Quantities[rest[k-1]].End, p.Start, k == len(rest)-1) {
			return check, false
		}
		one := s.spanOf(&p)
		check.Expected += one.value
		sum.low, sum.high = sum.low+one.low, sum.high+one.high
	}
	end := s.doc.Quantities[rest[len(rest)-1]].End
	if int(end) < len(s.doc.Tokens) && s.doc.Tokens[end].Class != extract.ClassPunct {
		return check, false // "seven men and five women from Leeds"
	}
	return s.verdict(check, total, sum), true
}

// joins tells whether a comma joins two members of a list, and "and" the last.
func (s *scan) joins(end, next int32, last bool) bool {
	if s.doc.Is(end, ",") {
		end++
	} else if !last {
		return false
	}
	if last {
		if !s.doc.Is(end, "and") {
			return false
		}
		end++
	}
	return end == next
}

// conversion checks an amount in one unit by the same in another: "90 km (56
// miles)". Such figures are rounded, so that a small difference is none.
func (s *scan) conversion(q extract.QuantityIndex, rest []extract.QuantityIndex) (extract.Check, bool) {
	const rounding = 0.025
	if len(rest) == 0 || !s.doc.Is(s.doc.Quantities[q].End, "(") || s.doc.Quantities[rest[0]].Start != s.doc.Quantities[q].End+1 {
		return extract.Check{}, false
	}
	one, other := s.doc.Quantities[q], s.doc.Quantities[rest[0]]
	a, b := s.words.conversions[one.Unit.Name], s.words.conversions[other.Unit.Name]
	span := s.spanOf(&one)
	if a.base == "" || a.base != b.base || one.Unit == other.Unit || !span.known || one.Trend != extract.NoTrend && a.offset != b.offset {
		return extract.Check{}, false
	}
	check := extract.Check{Kind: extract.Conversion, Quantities: []extract.QuantityIndex{rest[0], q}}
	convert := func(x float64) float64 { return (x*a.factor + a.offset - b.offset) / b.factor }
	check.Expected = convert(span.value)
	span.low, span.high = convert(span.low), convert(span.high)
	span.low, span.high = span.low-rounding*math.Abs(check.Expected), span.high+rounding*math.Abs(check.Expected)
	return s.verdict(check, other, span), true
}

// onOneVerb tells whether quantities hang on one verb, with no clause between.
func (s *scan) onOneVerb(all ...extract.QuantityIndex) bool {
	verb := int32(extract.None)
	for k, q := range all {
		i := s.headOf(s.doc.Quantities[q].TokenRange)
		for steps := 0; i != extract.None && s.clauseAt[i] < 0 && steps < maxSteps; steps++ {
			i = s.tree.Head(i)
		}
		if i == extract.None || k > 0 && i != verb {
			return false
		}
		verb = i
	}
	return true
}

// alikeUnits tells whether two quantities can be subtracted.
func alikeUnits(a, b *extract.Quantity) bool { return a.Kind == b.Kind && a.Unit == b.Unit }

// verdict fills in whether a figure is what the others give: whether the values
// that each may stand for have one in common.
func (s *scan) verdict(check extract.Check, stated extract.Quantity, others span) extract.Check {
	own := s.spanOf(&stated)
	check.Expected = math.Round(100*check.Expected) / 100
	check.Holds = own.known && own.low <= others.high+1e-9 && others.low <= own.high+1e-9
	return check
}

// span is the values that a written figure may stand for.
type span struct {
	value, low, high float64
	known            bool
}

// times turns a span around when what is measured is a fall.
func (s span) times(sign float64) span {
	if sign < 0 {
		return span{low: -s.high, high: -s.low}
	}
	return s
}

// spanOf returns what a quantity may stand for: half of its last digit more or
// less, but for counts; a tenth when it is about that much.
func (s *scan) spanOf(q *extract.Quantity) span {
	if q.Low.Known && q.High.Known && q.Low.Float < q.High.Float {
		return span{(q.Low.Float + q.High.Float) / 2, q.Low.Float, q.High.Float, true}
	}
	if !q.Value.Known {
		return span{}
	}
	v := q.Value.Float
	half := 0.0
	if q.Kind != extract.Count {
		half = s.lastPlace(q) / 2
	}
	r := span{v, v - half, v + half, true}
	switch q.Modifier {
	case extract.About:
		r.low, r.high = v-math.Abs(v)/10, v+math.Abs(v)/10
	case extract.Over, extract.AtLeast:
		r.high = math.Inf(1)
	case extract.Under, extract.AtMost:
		r.low = math.Inf(-1)
	}
	return r
}

// rounded returns what one end of a range may stand for.
func rounded(v float64, q *extract.Quantity) span {
	half := 0.0
	if _, decimals, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), "."); q.Kind != extract.Count {
		half = math.Pow(10, -float64(len(decimals))) / 2
	}
	return span{v, v - half, v + half, true}
}

// lastPlace returns the value of the last digit of a quantity: 100,000 of
// "£46.3m", 1 of "12 per cent"; 0 of one in words.
func (s *scan) lastPlace(q *extract.Quantity) float64 {
	digits := 0.0
	for _, r := range s.doc.TextOf(q.TokenRange) {
		switch {
		case r >= '0' && r <= '9':
			digits = 10*digits + float64(r-'0')
		case digits > 0 && r != '.' && r != ',':
			return math.Abs(q.Value.Float) / digits
		}
	}
	if digits == 0 {
		return 0
	}
	return math.Abs(q.Value.Float) / digits
}

// addChecks fills in the arithmetic of each claim; what two claims of one clause
// share is checked once.
func (s *scan) addChecks() {
	var last []extract.Check
	for i := range s.doc.Claims {
		c := &s.doc.Claims[i]
		found := s.check(c)
		for _, check := range found {
			if !slices.ContainsFunc(last, func(old extract.Check) bool { return slices.Equal(old.Quantities, check.Quantities) }) {
				c.Checks = append(c.Checks, check)
			}
		}
		if len(found) > 0 {
			last = found
		}
	}
}
