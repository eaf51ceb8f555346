package timex

import (
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/pattern"
)

// rangeRules find runs of days and months that share a month or a year.
func rangeRules() []rule {
	return []rule{
		{"day-range", "The fair is on [21–22 July].", "DATE 2020-07-21/2020-07-22", "{d:day} -|–|—|to|and {d2:day} of? {m:month}", dayRange},
		{"day-range-year", "The fair was on [21-22 March 2019].", "DATE 2019-03-21/2019-03-22",
			"{d:day} -|–|—|to|and {d2:day} of? {m:month} ,? {y:year}", dayRange},
		{"month-day-range", "The fair is on [July 21-22].", "DATE 2020-07-21/2020-07-22", "{m:month} {d:day} -|–|—|to|and|through {d2:day}", dayRange},
		{"month-day-range-year", "The fair was on [March 21-22, 2019].", "DATE 2019-03-21/2019-03-22",
			"{m:month} {d:day} -|–|—|to|and|through {d2:day} ,? {y:year}", dayRange},
		{"day-of-shared-month", "It rained on [3] and 4 July.", "DATE 2020-07-03", "{d:day}", dayBeforeShared},
		{"second-day-of-month", "It rained on July 4 and [5].", "DATE 2020-07-05", "{d:day}", dayBehindShared},
		{"shared-century", "It grew in [the 18th] and 19th centuries.", "DATE 17", "the? {e:edge}? {o:ordinal}", sharedCentury},
		{"month-range-year", "The works lasted [May–June 2018].", "DATE 2018-05/2018-06", "{m:month} -|–|— {m2:month} ,? {y:year}", monthRange},
	}
}

// dayRange is a run of days of one month; "3 and 5 May" is one behind
// "between" only.
func dayRange(m pattern.Match) meaning {
	mo, _, _ := monthAt(m.Doc, m.Get("m").Start)
	first, end, _ := dayAt(m.Doc, m.Get("d").Start)
	last, _, _ := dayAt(m.Doc, m.Get("d2").Start)
	if first >= last || m.Doc.Is(end, "and") && !afterBetween(m) || continuesNumber(m) {
		return nil
	}
	y := dayOf(mo, first)
	y.value += "/" + dayOf(mo, last).value
	y.in = func(year int) (period, bool) {
		return period{unit: day, start: date(year, mo, first), last: date(year, mo, last)}, validDate(year, int(mo), last)
	}
	if !has(m, "y") {
		return y.nearest()
	}
	p, ok := y.in(yearOf(m))
	if !ok {
		return nil
	}
	return fixed(p)
}

// dayBeforeShared is the first day of "3 and 4 July".
func dayBeforeShared(m pattern.Match) meaning {
	d, end, _ := dayAt(m.Doc, m.Start)
	if !m.Doc.Is(end, "and") && !m.Doc.Is(end, "or") || gluedBefore(m.Doc, m.Start) {
		return nil
	}
	second, next, ok := dayAt(m.Doc, end+1)
	mo, next, okMonth := monthAt(m.Doc, next)
	if !ok || !okMonth || second <= d || !validDate(2000, int(mo), d) {
		return nil
	}
	if y, _, ok := yearAt(m.Doc, next); ok {
		return fixed(period{unit: day, start: date(y, mo, d)})
	}
	return dayOf(mo, d).nearest()
}

// dayBehindShared is the second day of "July 4 and 5", with the year that
// follows it.
func dayBehindShared(m pattern.Match) meaning {
	d, end, _ := dayAt(m.Doc, m.Start)
	i := m.Start - 1
	if i < 2 || !m.Doc.Is(i, "and") || m.Doc.Tokens[m.Start].Class != extract.ClassDigits {
		return nil
	}
	first, _, ok := dayAt(m.Doc, i-1)
	name := i - 2
	if m.Doc.Is(name, ".") && name > 0 {
		name--
	}
	mo, next, okMonth := monthAt(m.Doc, name)
	if !ok || !okMonth || next != i-1 || first >= d || !validDate(2000, int(mo), d) || continuesNumber(m) || measured(m) ||
		int(end) < len(m.Doc.Tags) && m.Doc.Tags[end].Penn.IsNoun() {
		return nil
	}
	return dayOf(mo, d).nearest()
}

// sharedCentury is the first century of "the 18th and 19th centuries".
func sharedCentury(m pattern.Match) meaning {
	n, end, _ := ordinalAt(m.Doc, m.Get("o").Start)
	if !m.Doc.Is(end, "and") && !m.Doc.Is(end, "or") && !m.Doc.Is(end, "to") || n < 2 || n > 30 {
		return nil
	}
	at := end + 1
	if m.Doc.Is(at, "the") {
		at++
	}
	at = matchEdge(m.Doc, at)
	_, at, ok := ordinalAt(m.Doc, at)
	if !ok || !m.Doc.Is(at, "century") && !m.Doc.Is(at, "centuries") {
		return nil
	}
	return modified(fixed(period{unit: century, start: date(100*(n-1), 1, 1)}), edgeMod(m.Doc, m.Get("e").Start))
}

// afterBetween tells whether "and" joins the two ends of a range here.
func afterBetween(m pattern.Match) bool {
	i, ok := before(m)
	return ok && m.Doc.Is(i, "between")
}

func monthRange(m pattern.Match) meaning {
	first, _, _ := monthAt(m.Doc, m.Get("m").Start)
	last, _, _ := monthAt(m.Doc, m.Get("m2").Start)
	if first >= last {
		return nil
	}
	y := yearOf(m)
	return fixed(period{unit: month, start: date(y, first, 1), last: date(y, last, 1)})
}

// secondYearAt reads the "91" of "1990-91".
func secondYearAt(doc *extract.Document, at int32) (int, int32, bool) {
	n, ok := digitsAt(doc, at, 2)
	if !ok || at < 2 || len(doc.Word(at)) != 2 || doc.Glued(at+1) && doc.Tokens[at+1].Class != extract.ClassPunct {
		return 0, at, false
	}
	first, _, ok := yearAt(doc, at-2)
	second := first - first%100 + n
	if n < first%100 {
		second += 100
	}
	// "2010-12" may be a month
	if !ok || second != first+1 && (n <= 12 || second <= first || second > first+30) {
		return 0, at, false
	}
	return second, at + 1, true
}

// yearRange is "1990-91": a season or a run of years.
func yearRange(m pattern.Match) meaning {
	second, _, _ := secondYearAt(m.Doc, m.Get("y2").Start)
	if !m.Doc.Glued(m.End - 1) {
		return nil // with blanks, they are two years
	}
	return fixed(period{unit: year, start: date(yearOf(m), time.January, 1), last: date(second, time.January, 1)})
}

// secondOfRange is the second year of "1890 – 91".
func secondOfRange(m pattern.Match) meaning {
	y, _, _ := secondYearAt(m.Doc, m.Start)
	if dash := m.Start - 1; !m.Doc.Is(dash, "-") && !m.Doc.Is(dash, "–") || int(m.End) < len(m.Doc.Tags) && m.Doc.Tags[m.End].Penn.IsNoun() {
		return nil // "in 2017 - 18 people"
	}
	return fixed(yearPeriod(y))
}

// clockRange is "3-8pm", whose "pm" is that of both hours when they come in
// order: "11-2pm" begins in the morning.
func clockRange(m pattern.Match) meaning {
	n, end, _ := numberAt(m.Doc, m.Start)
	last, _, _ := clockAt(m.Doc, m.Get("t").Start)
	if !last.halved || n < 1 || n > 12 || n != float64(int(n)) || m.Doc.Is(end, "and") && !afterBetween(m) || gluedBefore(m.Doc, m.Start) {
		return nil
	}
	first := clockTime{hour: int(n)%12 + last.hour/12*12, unit: minute}
	if first.hour >= last.hour {
		first.hour -= 12
	}
	last.unit = minute
	if first.hour < 0 {
		return nil
	}
	return func(c *context) result {
		from, to := clockOn(first, "", ownDay)(c), clockOn(last, "", ownDay)(c)
		if !from.at.known() {
			from.value += "/" + to.value
			return from
		}
		at := period{unit: minute, start: from.at.start, last: to.at.start}
		return result{kind: extract.Time, at: at, anchor: from.anchor}
	}
}
