package quantity

import (
	"strconv"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// amount is one measure, or two that make a range.
type amount struct {
	measure
	to      measure        // the upper end; the zero measure when there is none
	against extract.Number // the number glued on by a dash, as in a score; may be that of to
	of      extract.Number // the five of "one in five"
	bounds  bool           // the ends are bounds of their own: "over 5 and under 10"
	numbers int            // of the layer that were read
}

func (a amount) isRange() bool { return a.to.End > 0 }

// low and high are the ends of the amount; equal for a single exact number.
func (a amount) low() float64 { return a.number.Low }

func (a amount) high() float64 {
	if a.isRange() {
		return a.to.number.High
	}
	return a.number.High
}

var (
	formBetween = extract.FormOf("between")
	formIn      = extract.FormOf("in")
	formFor     = extract.FormOf("for")
	formFrom    = extract.FormOf("from")
	formBy      = extract.FormOf("by")
	formBut     = extract.FormOf("but")
	formThrough = extract.FormOf("through")
)

// isPlain tells whether a number can be an end of a range.
func isPlain(n extract.Number) bool {
	return n.Kind == extract.Cardinal || n.Kind == extract.Fraction
}

// repeated reads a number in words and again in digits, as contracts have it:
// "thirty (30) days".
func (r reader) repeated(m measure, next extract.Number) (measure, bool) {
	if m.hasUnit() || next.Low != m.number.Low || next.Start != m.End+1 || !r.Is(m.End, "(") || !r.Is(next.End, ")") || !r.class(m.number.Start).IsWord() {
		return m, false
	}
	whole := m.number
	whole.End = next.End + 1
	return r.measureAfter(whole), true
}

// maxSuspended bounds the numbers of "four-, five- and six-cylinder".
const maxSuspended = 3

// suspended returns the number with the word that the number at index i leaves
// to it by a hyphen: "four-, five- and six-cylinder engines".
func (r reader) suspended(i int) (measure, bool) {
	end := r.Numbers[i].End
	for n := 1; n <= maxSuspended && i+n < len(r.Numbers); n++ {
		next := r.Numbers[i+n]
		if r.form(end) != formHyphen || !r.Glued(end) || r.Glued(end+1) && !r.Is(end+1, ",") || next.Start > end+3 || next.Kind != extract.Cardinal {
			return measure{}, false
		}
		if r.pastHyphen(next.End) > next.End {
			return r.measureOf(next), true
		}
		end = next.End
	}
	return measure{}, false
}

// maxBetween bounds the words between two bounds: "and less than or equal to".
const maxBetween = 8

// amountAt reads the number at index i with its unit, and the range that it
// opens with the next number.
func (r reader) amountAt(i int) amount {
	m := r.measureOf(r.Numbers[i])
	a := amount{measure: m, numbers: 1}
	if i+1 == len(r.Numbers) || !isPlain(m.number) {
		return a
	}
	next := r.Numbers[i+1]
	if !isPlain(next) || next.Start-m.End > maxBetween {
		return a
	}
	to := r.measureOf(next)
	if to.Start < m.End { // the sign belongs to the first: "3 GBP 20 pence"
		to = r.measureAfter(next)
	}
	if both, ok := r.bounded(m, to); ok {
		return both
	}
	if next.Start-m.End > 4 || m.number.Kind != next.Kind || next.Kind == extract.Fraction && r.form(m.Start-1) != formBetween {
		return a
	}
	if repeated, ok := r.repeated(m, next); ok {
		return amount{measure: repeated, numbers: 2}
	}
	if hung, ok := r.suspended(i); ok {
		a.unit, a.hyphen = hung.unit, hung.hasUnit()
		return a
	}
	if r.isDash(m.End) && r.Glued(m.End) && r.Glued(m.End+1) && next.Start == m.End+1 {
		a.against = next
	}
	if at := r.pastTolerance(m.End); at > m.End && to.Start == at { // "186 ± 4 metres"
		m.unit, m.End = to.unit, to.End
		return amount{measure: m, numbers: 2}
	}
	if r.isPartOf(m, to) {
		m.End = to.End
		return amount{measure: m, of: to.number, numbers: 2}
	}
	if both, ok := r.combined(m, to); ok {
		return amount{measure: both, numbers: 2}
	}
	if r.isVote(m, to) {
		return amount{measure: m, against: next, numbers: 2}
	}
	if r.isOdds(m, to) {
		m.End = to.End
		return amount{measure: m, of: to.number, numbers: 2}
	}
	joined, opened := r.joins(m, to)
	if !joined && r.sharesUnit(m, to) {
		a.unit = to.unit
	}
	if !joined || m.hasUnit() && to.hasUnit() && m.unit != to.unit && !strings.HasPrefix(to.unit.Name, m.unit.Name+" per ") {
		return a
	}
	m.number = r.shareScale(m.number, to.number)
	if m.number.Low > to.number.Low || r.isLevel(m, to, opened) {
		return a
	}
	if !to.hasUnit() {
		to.unit = m.unit
	}
	m.unit = to.unit
	m.End, m.unit, m.hyphen = to.End, to.unit, to.hyphen
	return amount{measure: m, to: to, against: a.against, numbers: 2}
}

// pastTolerance returns the place after the sign before a tolerance, or i.
func (r reader) pastTolerance(i int32) int32 {
	switch {
	case r.Is(i, "±"):
		return i + 1
	case r.Is(i, "+") && r.form(i+1) == formSlash && r.form(i+2) == formHyphen:
		return i + 3
	case r.Is(i, "plus") && r.form(i+1) == formOr && r.form(i+2) == formMinus:
		return i + 2 // "minus 2" is read as a number
	}
	return i
}

// bounded makes a range of two bounds: "more than 20 and less than 30 per
// cent", "at most 9 but no fewer than 5".
func (r reader) bounded(m, to measure) (amount, bool) {
	first, start := r.modifierBefore(m.Start, 0)
	second, at := r.modifierBefore(to.Start, m.End)
	if at--; r.form(at) != formAnd && r.form(at) != formBut {
		return amount{}, false
	}
	if r.Is(at-1, ",") {
		at--
	}
	if at != m.End || m.hasUnit() && m.unit != to.unit {
		return amount{}, false
	}
	m.unit, m.Start, m.End = to.unit, start, to.End
	switch low, high := m.number.Low, to.number.High; {
	case isLower(first) && isUpper(second) && low < high:
	case isUpper(first) && isLower(second) && low > high:
		m.number, to.number = to.number, m.number
	default:
		return amount{}, false
	}
	return amount{measure: m, to: to, bounds: true, numbers: 2}, true
}

func isLower(m extract.Modifier) bool { return m == extract.Over || m == extract.AtLeast }

func isUpper(m extract.Modifier) bool { return m == extract.Under || m == extract.AtMost }

// sharesUnit tells whether the first of two amounts leaves the unit to the
// second: "8 or $9", "5 and 6 kg".
func (r reader) sharesUnit(m, to measure) bool {
	if to.Start != m.End+1 || m.hasUnit() || !to.hasUnit() {
		return false
	}
	if to.Start < to.number.Start {
		return r.form(m.End) == formOr
	}
	return r.form(m.End) == formAnd && r.class(m.End-1) == r.class(to.number.End-1) && !r.isYear(amount{measure: m}) && to.unit.Dimension != "multiple"
}

// isPartOf tells whether a number is said to be part of the next: "one in
// five", "nine out of ten".
func (r reader) isPartOf(m, to measure) bool {
	if m.hasUnit() || to.hasUnit() || m.number.Low < 1 || m.number.Low >= to.number.Low || to.number.Low > 1000 {
		return false
	}
	switch to.Start - m.End {
	case 1:
		return r.Is(m.End, "in") && (m.number.Low == 1 || r.class(m.number.Start).IsWord() && to.number.Low >= 3 && !played.HasToken(r.Document, to.End))
	case 2:
		return r.Is(m.End, "out") && r.form(m.End+1) == formOf
	}
	return false
}

// played are what goals and wins are counted in: "two in five games" is no
// share.
var played = lexicon.NewSet("game", "games", "match", "matches", "start", "starts", "outing", "outings", "appearance",
	"appearances", "attempt", "attempts", "innings", "overs", "season", "seasons", "tests", "race", "races", "league", "home",
	"away", "visit", "visits", "cup", "rounds", "events", "tournaments")

// joins tells whether the words between two measures make a range of them, and
// whether "from" or "between" opens it.
func (r reader) joins(m, to measure) (joined, opened bool) {
	before, between := r.opener(m.Start)
	word := r.form(m.End)
	if at := r.pastHyphen(m.End); r.form(at) == formTo && (to.Start == r.pastHyphen(at+1) || to.Start == at+2 && r.form(at+1) == formHyphen) {
		return true, before // "20-to-30-year-old"
	}
	if to.Start != m.End+1 {
		return false, before
	}
	switch {
	case word == formTo || word == formThrough:
		return true, before
	case word == formAnd:
		return between, true
	case word == formOr:
		return r.isNeighbour(m, to), before
	case r.isDash(m.End):
		glued := r.Glued(m.End) && r.Glued(m.End+1)
		apart := !r.Glued(m.End) && !r.Glued(m.End+1)
		return glued || apart && to.hasUnit() && !m.hasUnit(), before
	}
	return false, before
}

// opener tells whether "from" or "between" stands before an amount, a modifier
// allowed in the middle, and whether it is "between".
func (r reader) opener(start int32) (opened, between bool) {
	_, at := r.modifierBefore(start, 0)
	for _, k := range []int32{start - 1, at - 1} {
		switch r.form(k) {
		case formBetween:
			return true, true
		case formFrom:
			opened = true
		}
	}
	return opened, false
}

func (r reader) isDash(i int32) bool {
	if i < 0 || int(i) >= len(r.Tokens) {
		return false
	}
	switch r.Word(i) {
	case "-", "–", "—", "‐", "‑", "~":
		return true
	}
	return false
}

// isNeighbour tells whether "or" between two numbers leaves open which is
// meant: "three or four years", but not "25k or 40k".
func (r reader) isNeighbour(m, to measure) bool {
	return !m.hasUnit() && m.number.Low < to.number.Low && to.number.Low <= 2*m.number.Low && to.number.Low < 100 &&
		to.number.Start == m.End+1
}

// isLevel tells whether "to" leads from a change to the level reached: "added
// 15 points to 2,700", "rose $2 to $52".
func (r reader) isLevel(m, to measure, opened bool) bool {
	if r.form(m.End) != formTo || opened {
		return false
	}
	if m.hasUnit() && !to.hasUnit() {
		return m.End > m.number.End // "$2 to 3 billion" has its unit before the number
	}
	if m.hasUnit() && r.trendAt(m.Start-1) != extract.NoTrend ||
		m.hasUnit() && r.form(m.Start-1) == formBy && to.number.Low > 3*m.number.Low {
		return true
	}
	return m.number.Low > 0 && to.number.Low > 10*m.number.Low
}

// shareScale gives the first number of "$2-3bn" the scale of the second.
func (r reader) shareScale(n, to extract.Number) extract.Number {
	exp, ok := scaleWords[r.form(to.End-1)]
	if _, own := scaleWords[r.form(n.End-1)]; !ok || own || to.End-to.Start < 2 {
		return n
	}
	if n.Low < scaled(to.Low, -exp) && n.Low != 0 {
		n.Low, n.High = scaled(n.Low, exp), scaled(n.High, exp)
	}
	return n
}

// scaled returns f times a power of ten, rounded once.
func scaled(f float64, exp int) float64 {
	g, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'f', -1, 64)+"e"+strconv.Itoa(exp), 64)
	return g
}

// scaleWords are the powers of ten that end a number.
var scaleWords = func() map[extract.Form]int {
	scales := map[string]int{"k": 3, "thousand": 3, "m": 6, "mn": 6, "mln": 6, "mil": 6, "million": 6, "b": 9, "bn": 9, "bil": 9,
		"bln": 9, "billion": 9, "t": 12, "tn": 12, "trn": 12, "trillion": 12, "lakh": 5, "crore": 7}
	forms := make(map[extract.Form]int, len(scales))
	for word, exp := range scales {
		forms[extract.FormOf(word)] = exp
	}
	return forms
}()
