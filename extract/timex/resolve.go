package timex

import (
	"fmt"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// yearly is an expression that comes back every year: "July", "10 July", "the
// third quarter". in gives the one of a year, false when the year has none (29
// February); value is what stands for it when the year is unknown.
type yearly struct {
	unit  unit
	value string
	in    func(year int) (period, bool)
}

// against tells how a date stands against the tense of its verb: one that
// does not agree with it counts as so many times farther away. Beside "closed",
// a September to come gives way to the last one.
const against = 30

// nearest is the occurrence nearest to the day of publication, seen through
// the tense of the verb.
func (y yearly) nearest() meaning { return y.nearestIn((*context).tense) }

// nearestTold is nearest for what figures are told of: "will publish its
// [second-quarter] results" is about a quarter that has ended.
func (y yearly) nearestTold() meaning {
	return y.nearestIn(func(c *context) tense {
		if c.tense() == past {
			return past
		}
		return unclear
	})
}

func (y yearly) nearestIn(tenseOf func(*context) tense) meaning {
	return func(c *context) result {
		if p, ok := c.yearAhead(y); ok {
			return result{kind: kindOf(p), at: p, anchor: extract.None}
		}
		if p, anchor, ok := c.yearBeside(y); ok {
			return result{kind: kindOf(p), at: p, anchor: anchor}
		}
		if p, anchor, ok := c.narrative(y); ok {
			return result{kind: kindOf(p), at: p, anchor: anchor}
		}
		today, ok := c.today()
		if !ok {
			return result{value: y.value, anchor: extract.None}
		}
		tense := tenseOf(c)
		var best period
		bestCost := 0.0
		for year := today.Year() - 1; year <= today.Year()+1; year++ {
			p, ok := y.in(year)
			if !ok || !inCalendar(p) {
				continue
			}
			cost := distance(p, today)
			if tense == past && p.start.After(today) {
				cost *= against
			}
			if _, until := p.bounds(); tense == future && !until.After(today) {
				cost *= against
			}
			if !best.known() || cost < bestCost {
				best, bestCost = p, cost
			}
		}
		if !best.known() {
			return result{value: y.value, anchor: extract.None}
		}
		return result{at: best, kind: kindOf(best), anchor: extract.AnchorPublished}
	}
}

// ahead is the occurrence that is now or comes next, whatever the tense of the
// verb.
func (y yearly) ahead() meaning {
	return func(c *context) result {
		today, ok := c.today()
		if !ok {
			return result{value: y.value, anchor: extract.None}
		}
		for year := today.Year(); year <= today.Year()+1; year++ {
			p, ok := y.in(year)
			if !ok || !inCalendar(p) {
				continue
			}
			if _, until := p.bounds(); until.After(today) {
				return result{at: p, kind: kindOf(p), anchor: extract.AnchorPublished}
			}
		}
		return result{value: y.value, anchor: extract.None}
	}
}

// distance returns the days between a period and a day, 0 inside it.
func distance(p period, today time.Time) float64 {
	begin, until := p.bounds()
	switch {
	case today.Before(begin):
		return begin.Sub(today).Hours() / 24
	case !today.Before(until):
		return today.Sub(until).Hours()/24 + 1
	}
	return 0
}

// frontedYear tells whether expression i is the year that its sentence begins
// with, in a story of the past: "In 2010 they moved in [February]".
func (c *context) frontedYear(i int) bool {
	start := c.found[i].Start
	return start >= c.sentence.Start && start-c.sentence.Start <= 1 && c.doc.Is(c.sentence.Start, "in") && c.found[i].Anchor == extract.None &&
		c.tense() == past
}

// comparePrepose stand before a year that something is only measured against:
// "the highest level since 1910, on 21 March".
var comparePrepose = lexicon.NewSet("since", "than", "until", "till", "after", "before", "from", "of")

// yearBeside resolves an expression by the year told right before it: "two years
// ago in [May]", "last year, on [3 May]".
func (c *context) yearBeside(y yearly) (period, extract.TimexIndex, bool) {
	i := len(c.found) - 1
	if i < 0 || c.periods[i].unit != year || !c.periods[i].known() {
		return period{}, extract.None, false
	}
	if c.frontedYear(i) {
		p, ok := y.in(c.periods[i].start.Year())
		return p, extract.TimexIndex(i), ok
	}
	at := c.found[i].End
	if c.doc.Is(at, ",") {
		at++
	}
	if c.doc.Is(at, "in") || c.doc.Is(at, "on") {
		at++
	}
	if at != c.here.Start || at == c.found[i].End || comparePrepose.HasToken(c.doc, c.found[i].Start-1) {
		return period{}, extract.None, false
	}
	p, ok := y.in(c.periods[i].start.Year())
	return p, extract.TimexIndex(i), ok
}

// How far back the year of a told story may stand, in tokens.
const narrativeTokens = 100

// narrative resolves an expression inside a story told in the past: after "29
// April 1832", "30 May" is a day of 1832 whatever the day of publication.
func (c *context) narrative(y yearly) (period, extract.TimexIndex, bool) {
	if len(c.found) == 0 {
		return period{}, extract.None, false
	}
	i := len(c.found) - 1
	last := c.periods[i]
	if !last.known() || last.unit > month || c.here.Start-c.found[i].End > narrativeTokens {
		return period{}, extract.None, false
	}
	today, known := c.today()
	if !known || today.Year()-last.start.Year() < 2 || c.found[i].Anchor == extract.AnchorPublished || c.willBefore() {
		return period{}, extract.None, false
	}
	if before := c.found[i].Start - 1; before >= 0 && sincePrepose.HasToken(c.doc, before) {
		return period{}, extract.None, false
	}
	p, ok := y.in(last.start.Year())
	if next, okNext := y.in(last.start.Year() + 1); okNext && last.unit <= month && turnsYear(last.start, next.start) && !next.start.After(today) {
		p, ok = next, true
	}
	return p, extract.TimexIndex(i), ok
}

// How long after a date the story may go on in the next year with a month alone.
const turnDays = 92

// turnsYear tells whether a story goes on from a day of one year to one of the
// next: "on 5 December 2018 ... on 3 January".
func turnsYear(from, to time.Time) bool {
	return to.Sub(from) <= turnDays*24*time.Hour
}

var rangeWords = lexicon.NewSet("to", "through", "and", "until", "till", "or", "-", "–", "—")

// yearAhead resolves the first end of a range whose year stands with the second:
// "from [March] to August 2011", "between [May 3] and June 4, 2011".
func (c *context) yearAhead(y yearly) (period, bool) {
	at := c.here.End
	if y.unit != month && y.unit != day || !rangeWords.HasToken(c.doc, at) {
		return period{}, false
	}
	at++
	if _, next, ok := dayAt(c.doc, at); ok {
		at = next
	}
	last, next, ok := monthAt(c.doc, at)
	if !ok {
		return period{}, false
	}
	at = next
	if _, next, ok := dayAt(c.doc, at); ok {
		at = next
	}
	if c.doc.Is(at, ",") {
		at++
	}
	written, _, ok := yearAt(c.doc, at)
	if !ok {
		return period{}, false
	}
	p, ok := y.in(written)
	if ok && p.start.Month() > last {
		p, ok = y.in(written - 1) // "from December to February 2015"
	}
	return p, ok
}

// picked is an occurrence said outright: -1 for "last March", 0 for "this March",
// 1 for "next March".
func (y yearly) picked(n int) meaning {
	return func(c *context) result {
		today, ok := c.today()
		if !ok {
			return result{value: y.value, anchor: extract.None}
		}
		for step := range 3 {
			year := today.Year() + step // from this year on, forwards or backwards
			if n < 0 {
				year = today.Year() - step
			}
			p, ok := y.in(year)
			if !ok || !inCalendar(p) {
				continue
			}
			begin, until := p.bounds()
			if n < 0 && !until.After(today) || n > 0 && begin.After(today) || n == 0 && year == today.Year() {
				return result{at: p, kind: kindOf(p), anchor: extract.AnchorPublished}
			}
		}
		return result{value: y.value, anchor: extract.None}
	}
}

// monthOf is a month without a year.
func monthOf(m time.Month) yearly {
	return yearly{unit: month, value: fmt.Sprintf("XXXX-%02d", m), in: func(year int) (period, bool) {
		return period{unit: month, start: date(year, m, 1)}, true
	}}
}

// dayOf is a day of a month without a year.
func dayOf(m time.Month, d int) yearly {
	return yearly{unit: day, value: fmt.Sprintf("XXXX-%02d-%02d", m, d), in: func(year int) (period, bool) {
		return period{unit: day, start: date(year, m, d)}, validDate(year, int(m), d)
	}}
}

// seasonOf is a season without a year, by its first month.
func seasonOf(m time.Month) yearly {
	return yearly{unit: season, value: "XXXX-" + seasonNames[m], in: func(year int) (period, bool) {
		return period{unit: season, start: date(year, m, 1)}, true
	}}
}

// partOfYear is the nth quarter or half of a year that is not named.
func partOfYear(u unit, n int) yearly {
	names := map[unit]string{quarter: "Q", half: "H"}
	months := map[unit]int{quarter: 3, half: 6}[u]
	return yearly{unit: u, value: fmt.Sprintf("XXXX-%s%d", names[u], n), in: func(year int) (period, bool) {
		return period{unit: u, start: date(year, time.Month((n-1)*months+1), 1)}, true
	}}
}

// countedOff is an expression so many units before or after a reference: "two
// years ago" from publication, "two years later" from the last date. It keeps
// the granularity of its unit.
func countedOff(from basis, n int, u unit) meaning {
	return func(c *context) result {
		kind := extract.Date
		if u < day {
			kind = extract.Time
		}
		base, anchor, ok := from(c, u)
		if !ok {
			return result{kind: kind, value: unresolved[u], anchor: extract.None}
		}
		if u < day && base.unit >= day {
			return hoursFromDay(base, anchor, n, u)
		}
		grain := u
		if (base.unit == quarter || base.unit == half || base.unit == month) && u == year && anchor >= 0 {
			grain = base.unit // a year before a quarter is a quarter
		}
		p := periodOf(addUnits(base.start, n, u), grain)
		if !inCalendar(p) {
			return result{kind: kind, value: unresolved[u], anchor: extract.None}
		}
		return result{kind: kind, at: p, anchor: anchor}
	}
}

// hoursFromDay is a moment some hours from a day whose own hour is unknown:
// the day is known when the hours are whole days.
func hoursFromDay(base period, anchor extract.TimexIndex, n int, u unit) result {
	if u == hour && n%24 == 0 {
		return result{kind: extract.Date, at: periodOf(base.start.AddDate(0, 0, n/24), day), anchor: anchor}
	}
	return result{kind: extract.Time, value: unresolved[u], anchor: extract.None}
}

// easter returns Easter Sunday of a year of the Gregorian calendar (Meeus,
// Astronomical Algorithms, chapter 8).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return date(year, time.Month(n/31), n%31+1)
}
