package compare

import (
	"math"
	"strconv"
	"strings"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/wording"
)

// newFigure takes a quantity that can be compared: a number of things or of
// units. Ages, ordinals and labels are not.
func newFigure(e event, q claimsfile.Quantity) (figure, bool) {
	f := figure{event: e, place: q.Place, means: wording.Amount(q)}
	switch q.Kind {
	case "count":
		if q.Counted == nil || !isNoun(q.Counted.Lemma) {
			return f, false
		}
		f.unit = strings.ToLower(q.Counted.Lemma)
	case "money", "measure", "percent", "duration":
		if q.Unit == nil {
			return f, false
		}
		f.unit = q.Unit.Name + q.Trend
	default:
		return f, false
	}
	f.low, f.high = math.Inf(-1), math.Inf(1)
	if q.Value != nil {
		f.exact = *q.Value
		f.low, f.high = *q.Value, *q.Value
	}
	if q.Low != nil {
		f.low = *q.Low
	}
	if q.High != nil {
		f.high = *q.High
	}
	const nearly = 0.1 // "about 60" may be 54 to 66
	switch q.Modifier {
	case "about":
		f.low, f.high = f.low-nearly*math.Abs(f.low), f.high+nearly*math.Abs(f.high)
	case "over", "at_least":
		f.high = math.Inf(1)
	case "under", "at_most":
		f.low = math.Inf(-1)
	}
	f.about = q.Value == nil || q.Modifier != "exact"
	return f, true
}

// isNoun tells whether a counted lemma says what is counted: not "them".
func isNoun(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "", "them", "it", "they", "these", "those", "one", "other", "us", "you", "which", "whom", "rest", "thing":
		return false
	}
	return true
}

// contradicts tells whether two figures cannot both be right.
func (f figure) contradicts(g figure) bool {
	if f.low <= g.high && g.low <= f.high {
		return false
	}
	if f.about || g.about {
		return true
	}
	return !rounds(f.exact, g.exact) && !rounds(g.exact, f.exact)
}

// rounds tells whether a number may be the other one rounded: 1,300,000 is
// 1,270,000 with two digits, 5 is 5.2. One digit is not taken for a rounded whole
// number: 60 is not 58.
func rounds(round, x float64) bool {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(math.Abs(round), 'e', -1, 64), "e")
	power, err := strconv.Atoi(exponent)
	if err != nil {
		return false
	}
	digits := len(strings.Replace(mantissa, ".", "", 1))
	if x == math.Trunc(x) {
		digits = max(digits, 2)
	}
	return math.Abs(x-round) <= math.Pow(10, float64(power-digits+1))/2
}
