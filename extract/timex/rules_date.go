package timex

import (
	"fmt"
	"strings"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// dateRules find days and months with a name or in digits.
func dateRules() []rule {
	return []rule{
		{"numeric-date", "It was signed on [2019-11-30].", "DATE 2019-11-30", "{x:numeric}", numeric},
		{"nine-eleven", "The law was changed after [9/11].", "DATE 2001-09-11", "9/11", nineEleven},
		{"month-day-year", "She was born on [March 3, 1984].", "DATE 1984-03-03", "{m:month} the? {d:day} ,? of? {y:year}", monthDay},
		{"month-day", "The vote is on [Sept. 14].", "DATE 2020-09-14", "{m:month} the? {d:day}", monthDay},
		{"day-month-year", "It opened on [14 May 2003].", "DATE 2003-05-14", "{d:day} of? {m:month} ,? {y:year}", monthDay},
		{"the-day-month-year", "It opened on [the 14th of May 2003].", "DATE 2003-05-14", "the {d:day} of {m:month} ,? {y:year}", monthDay},
		{"day-month", "The shop closed on [2 July].", "DATE 2020-07-02", "{d:day} of? {m:month}", monthDay},
		{"the-day-month", "It closed on [the second of July].", "DATE 2020-07-02", "the {d:day} of {m:month}", monthDay},
		{"weekday-month-day-year", "Doors opened on [Monday, March 2, 2020].", "DATE 2020-03-02",
			"{w:dayword} ,? {m:month} the? {d:day} ,? {y:year}", monthDay},
		{"weekday-month-day", "Doors opened on [Monday, March 2].", "DATE 2020-03-02", "{w:dayword} ,? {m:month} the? {d:day}", monthDay},
		{"weekday-day-month-year", "Doors opened on [Monday 2 March 2020].", "DATE 2020-03-02",
			"{w:dayword} ,? the? {d:day} of? {m:month} ,? {y:year}", monthDay},
		{"weekday-day-month", "Doors opened on [Monday 2 March].", "DATE 2020-03-02",
			"{w:dayword} ,? the? {d:day} of? {m:month}", monthDay},
		{"month-year", "Sales fell in [August 2011].", "DATE 2011-08", "{m:month} ,? of? {y:year}", monthYear},
		{"month-of-year", "It ends in [October of next year].", "DATE 2021-10", "{m:month} of {y:inyear}", monthOfInner},
		{"month-relative-year", "It opened in [May last year].", "DATE 2019-05", "{m:month} ,? {y:lastyear}", monthOfInner},
		{"month-day-relative-year", "It opened on [14 May last year].", "DATE 2019-05-14", "{d:day} {m:month} ,? {y:lastyear}", monthOfInner},
		{"year-month", "It was signed in [2015-03].", "DATE 2015-03", "{y:year} - {k:day}", yearMonth},
		{"year-month-day", "It is dated [2019/Aug/01].", "DATE 2019-08-01", "{y:year} -|/ {m:month} -|/ {d:day}", gluedDate},
		{"day-month-year-slashed", "It is dated [23/Sep/2020].", "DATE 2020-09-23", "{d:day} -|/ {m:month} -|/ {y:year}", gluedDate},
		{"month-day-year-slashed", "It is dated [Sep-23-2020].", "DATE 2020-09-23", "{m:month} -|/ {d:day} -|/ {y:year}", gluedDate},
		{"month-day-slashed", "It was dated [Oct/2].", "DATE 2019-10-02", "{m:month} / {d:day}", gluedDate},
		{"stamp", "The page was made [Wed Oct 26 15:50:06 2016].", "TIME 2016-10-26T15:50:06", "{w:dayword} {m:month} {d:day} {t:clock} {z:zone}? {y:year}", stamp},
		{"month-yearwords", "It was [May of nineteen sixty-eight].", "DATE 1968-05", "{m:month} ,? of? {yw:yearwords}", monthOfWords},
		{"month-day-yearwords", "It was [May 5, nineteen sixty-eight].", "DATE 1968-05-05", "{m:month} {d:day} ,? {yw:yearwords}", monthOfWords},
		{"day-month-yearwords", "It was [5 May nineteen sixty-eight].", "DATE 1968-05-05", "the? {d:day} of? {m:month} ,? {yw:yearwords}", monthOfWords},
		{"month", "Sales fell in [January].", "DATE 2020-01", "{m:month}", bareMonth},
		{"relative-month", "It has not been seen since [last September].", "DATE 2019-09", "{r:relative} {m:month}", relativeMonth},
		{"relative-month-day", "It has not been seen since [last September 21].", "DATE 2019-09-21", "{r:relative} {m:month} {d:day}", relativeMonth},
		{"weekday", "The board met on [Tuesday].", "DATE 2020-07-07", "{w:weekday}", bareWeekday},
		{"relative-weekday", "The board met [last Friday].", "DATE 2020-07-03", "the? {r:relative} {w:weekday}", relativeWeekday},
		{"previous-weekday", "The board had met [the previous Friday].", "DATE 2020-07-03", "the? previous|preceding {w:weekday}", previousWeekday},
		{"weekday-week", "The board will meet [Tuesday of next week].", "DATE 2020-07-14", "{w:weekday} of? {r:relative} week", weekdayOfWeek},
		{"week-weekday", "The board will meet [next week on Tuesday].", "DATE 2020-07-14", "{r:relative} week on? {w:dayword}", weekdayOfWeek},
		{"weekday-ordinal", "The board will meet on [Friday the 17th].", "DATE 2020-07-17", "{w:dayword} ,? the? {o:ordinal}", weekdayOrdinal},
		{"holiday", "They will meet on [Boxing Day].", "DATE 2020-12-26", "{h:holiday}", holiday},
		{"holiday-year", "They met on [Boxing Day 2017].", "DATE 2017-12-26", "{h:holiday} ,? of? {y:year}", holiday},
		{"previous-holiday", "They met [the previous Christmas].", "DATE 2019-12-25", "the? previous|preceding {h:holiday}", neighbourHoliday(-1)},
		{"following-holiday", "They met [the following Christmas].", "DATE 2020-12-25", "the? following {h:holiday}", neighbourHoliday(1)},
		{"relative-holiday", "They will meet [next Christmas].", "DATE 2020-12-25", "{r:relative} {h:holiday}", relativeHoliday},
		{"day-of-relative-month", "It came on [the 3rd of this month].", "DATE 2020-07-03", "the {o:ordinal} of {r:relative} month", dayOfRelative},
		{"the-ordinal", "The report is due on [the 15th].", "DATE 2020-07-15", "the {o:ordinal}", dayOfThisMonth},
	}
}

func numeric(m pattern.Match) meaning {
	d, _, ok := numericAt(m.Doc, m.Get("x").Start)
	switch {
	case !ok:
		return nil
	case d.month == 0:
		return eitherWay(d)
	case d.year == 0:
		return dayOf(time.Month(d.month), d.day).nearest()
	}
	return fixed(period{unit: day, start: date(d.year, time.Month(d.month), d.day)})
}

// order is how the dates in digits of an article are written.
type order uint8

const (
	unseen order = iota
	dayFirst
	monthFirst
	mixed
)

// dayOrder returns the order of those dates of the article that can be read in
// one way only.
func (c *context) dayOrder() order {
	if c.numerics != unseen {
		return c.numerics
	}
	var days, months bool
	for i := range c.doc.Tokens {
		if c.doc.Tokens[i].Class != extract.ClassDigits && c.doc.Tokens[i].Class != extract.ClassAlnum {
			continue
		}
		if d, _, ok := numericAt(c.doc, int32(i)); ok && d.month > 0 && d.first != d.second {
			days = days || d.first > 12
			months = months || d.second > 12
		}
	}
	c.numerics = mixed
	if days && !months {
		c.numerics = dayFirst
	} else if months && !days {
		c.numerics = monthFirst
	}
	return c.numerics
}

// eitherWay is "10/7/2020": as the other dates of the article are written, else
// the reading nearer to the day of publication; with neither, only the year is
// sure.
func eitherWay(d numericDate) meaning {
	return func(c *context) result {
		best := period{unit: day, start: date(d.year, time.Month(d.first), d.second)}
		switch c.dayOrder() {
		case monthFirst:
			return result{at: best, anchor: extract.None}
		case dayFirst:
			best.start = date(d.year, time.Month(d.second), d.first)
			return result{at: best, anchor: extract.None}
		}
		today, ok := c.today()
		if !ok {
			return result{value: fmt.Sprintf("%04d-XX-XX", d.year), anchor: extract.None}
		}
		if other := (period{unit: day, start: date(d.year, time.Month(d.second), d.first)}); distance(other, today) < distance(best, today) {
			best = other
		}
		return result{at: best, anchor: extract.None}
	}
}

func monthDay(m pattern.Match) meaning {
	mo, _, _ := monthAt(m.Doc, m.Get("m").Start)
	d, _, _ := dayAt(m.Doc, m.Get("d").Start)
	if r := m.Get("y"); !r.Empty() {
		y, _, _ := yearAt(m.Doc, r.Start)
		if !validDate(y, int(mo), d) {
			return nil
		}
		return fixed(period{unit: day, start: date(y, mo, d)})
	}
	if !validDate(2000, int(mo), d) || continuesNumber(m) || measured(m) {
		return nil
	}
	if mo == time.September && d == 11 {
		return september11(m)
	}
	return dayOf(mo, d).nearest()
}

// measured tells whether the number is not of a day but of what follows: "in
// March 5 miles were built".
func measured(m pattern.Match) bool {
	_, _, unit := unitAt(m.Doc, m.End)
	return m.Doc.Tokens[m.End-1].Class == extract.ClassDigits && (unit || speedWords.HasToken(m.Doc, m.End) || m.Doc.Is(m.End, "percent"))
}

// continuesNumber tells whether a number at the border of the match goes on
// outside: "May 20,000", "1,200 March".
func continuesNumber(m pattern.Match) bool {
	return m.Doc.Glued(m.End) && (m.Doc.Tokens[m.End].Class == extract.ClassSymbol || m.Doc.Tokens[m.End].Class.IsWord() &&
		!m.Doc.Is(m.End, "'s") && !m.Doc.Is(m.End, "’s"))
}

func monthYear(m pattern.Match) meaning {
	mo, _, _ := monthAt(m.Doc, m.Get("m").Start)
	y, _, _ := yearAt(m.Doc, m.Get("y").Start)
	return fixed(period{unit: month, start: date(y, mo, 1)})
}

// monthOfInner is a month, or a day of it, of a year that is told by other words.
func monthOfInner(m pattern.Match) meaning {
	mo, _, _ := monthAt(m.Doc, m.Get("m").Start)
	named := monthOf(mo)
	if has(m, "d") {
		d, _, _ := dayAt(m.Doc, m.Get("d").Start)
		named = dayOf(mo, d)
	}
	return within(innerOf(m, "y", yearLike), func(y period) (period, bool) {
		p, ok := named.in(y.start.Year())
		return p, ok && y.unit == year
	}, named.value)
}

// within is a part of another expression; value stands for it when that one is
// not resolved.
func within(outer meaning, part func(period) (period, bool), value string) meaning {
	return func(c *context) result {
		r := outer(c)
		p, ok := part(r.at)
		if year, fiscal := strings.CutPrefix(r.value, "FY"); fiscal {
			return result{value: "FY" + year + strings.TrimPrefix(value, "XXXX"), anchor: extract.None}
		}
		if !r.at.known() || !ok {
			return result{value: value, mod: r.mod, anchor: extract.None}
		}
		return result{at: p, kind: kindOf(p), anchor: r.anchor}
	}
}

// Words before a month that make sure of it, for the months that are also
// other words.
var monthPrepose = lexicon.NewSet("in", "since", "until", "till", "by", "of", "from", "to", "through", "during", "before", "after",
	"between", "early", "late", "mid", "for", "and", "or", "last", "next", "this", "than", "-", "every", "each")

func bareMonth(m pattern.Match) meaning {
	w, _, _ := vocabulary().months.find(m.Doc, m.Start)
	if !w.sure && (!sureMonth(m.Doc, m.Start, m.End) || m.Doc.Is(m.Start-1, "the") && m.Doc.Is(m.End, "of")) || partOfName(m) {
		return nil // "the March of the Penguins"
	}
	if deliveryWords.HasToken(m.Doc, m.End) {
		return monthOf(w.month).ahead()
	}
	return monthOf(w.month).nearest()
}

// deliveryWords stand behind the month in which goods sold now are handed over:
// "crude for [May] delivery rose".
var deliveryWords = lexicon.NewSet("delivery", "deliveries", "contract", "contracts", "futures", "expiry")

// sureMonth tells whether "May", "March", "August" and the like are a month
// here: a noun behind a preposition, or not the first word and no verb.
func sureMonth(doc *extract.Document, at, end int32) bool {
	penn := doc.Tags[at].Penn
	if penn == extract.PennMD || penn.IsVerb() {
		return false
	}
	if at > 0 && monthPrepose.HasToken(doc, at-1) {
		return true
	}
	short := len(doc.Word(at)) <= 3
	if next := end; int(next) < len(doc.Tags) {
		after := doc.Tags[next].Penn
		if short && (after.IsVerb() || after == extract.PennPRP || after.IsNoun()) {
			return false
		}
		if short && doc.Tokens[at].Class == extract.ClassUpper {
			return false
		}
	}
	return !short && (at > 0 && doc.Tags[at].Penn.IsNoun() || len(doc.Word(at)) > 5)
}

// partOfName tells whether a capitalised word directly before or behind makes
// the match a piece of a name: "Theresa May", "April Jones", "Black Friday".
func partOfName(m pattern.Match) bool {
	if next := m.End; int(next) < len(m.Doc.Tokens) && m.Doc.Gap(next) == " " {
		if m.Doc.Tokens[next].Class == extract.ClassTitle && m.Doc.Tags[next].Penn == extract.PennNNP {
			i, ok := before(m)
			return personLike(m.Doc, m.Start) && !(ok && timePrepose.HasToken(m.Doc, i)) // "in June France fell"
		}
	}
	if i, ok := before(m); ok && m.Doc.Gap(m.Start) == " " && m.Doc.Tokens[i].Class == extract.ClassTitle {
		return m.Doc.Tags[i].Penn == extract.PennNNP && personLike(m.Doc, m.Start)
	}
	return false
}

// timePrepose are words before a month that do not stand before people.
var timePrepose = lexicon.NewSet("in", "since", "during", "until", "till", "last", "next")

var personMonths = lexicon.NewSet("may", "april", "june", "august", "jan", "dec", "mar", "jun")

// personLike tells whether the month is also a name of people.
func personLike(doc *extract.Document, at int32) bool { return personMonths.HasToken(doc, at) }

func relativeMonth(m pattern.Match) meaning {
	mo, _, _ := monthAt(m.Doc, m.Get("m").Start)
	if d, _, ok := dayAt(m.Doc, m.Get("d").Start); has(m, "d") && ok {
		if !validDate(2000, int(mo), d) || continuesNumber(m) || measured(m) || int(m.End) < len(m.Doc.Tags) && m.Doc.Tags[m.End].Penn.IsNoun() {
			return nil
		}
		return dayOf(mo, d).picked(relativeAt(m.Doc, m.Get("r").End-1))
	}
	return monthOf(mo).picked(relativeAt(m.Doc, m.Get("r").End-1))
}

func bareWeekday(m pattern.Match) meaning {
	w, _, _ := weekdayAt(m.Doc, m.Start, "name")
	if i, ok := before(m); ok && m.Doc.Is(i, "a") {
		return constant(extract.Date, fmt.Sprintf("XXXX-WXX-%d", w), "") // "on a Monday": any
	}
	if partOfTitle(m) {
		return nil
	}
	if i, ok := before(m); ok && nicknames.HasToken(m.Doc, i) && m.Doc.Tokens[i].Class.IsCapital() {
		return nil
	}
	return weekday(w)
}

var titleWords = lexicon.NewSet("times", "telegraph", "mail", "post", "herald", "express", "mirror", "star", "tribune", "world", "mercury",
	"football", "live", "review", "magazine", "school", "club")

// partOfTitle tells whether a day of the week is a piece of a name: "the Sunday
// Times", "Monday Night Football".
func partOfTitle(m pattern.Match) bool {
	at := m.End
	if m.Doc.Is(at, "night") {
		at++
	}
	return int(at) < len(m.Doc.Tokens) && m.Doc.Tokens[at].Class.IsCapital() && titleWords.HasToken(m.Doc, at) &&
		m.Doc.Tokens[at-1].Class.IsCapital()
}

// nicknames make a weekday one particular day of the past.
var nicknames = lexicon.NewSet("Black", "Bloody", "Cyber", "Super", "Giving", "Ruby", "Sheffield")

func relativeWeekday(m pattern.Match) meaning {
	w, _, _ := weekdayAt(m.Doc, m.Get("w").Start, "name")
	if m.Doc.Is(m.Start, "the") && m.Doc.Is(m.Start+1, "next") {
		return followingWeekday(m)
	}
	return pickedWeekday(w, relativeAt(m.Doc, m.Get("r").End-1))
}

func previousWeekday(m pattern.Match) meaning {
	w, _, _ := weekdayAt(m.Doc, m.Get("w").Start, "name")
	return pickedWeekday(w, -1)
}

func weekdayOfWeek(m pattern.Match) meaning {
	w, _, _ := weekdayAt(m.Doc, m.Get("w").Start, "name short")
	n := relativeAt(m.Doc, m.Get("r").Start)
	return within(relative(week, n), func(p period) (period, bool) {
		return period{unit: day, start: p.start.AddDate(0, 0, w-1)}, true
	}, fmt.Sprintf("XXXX-WXX-%d", w))
}

// weekdayOrdinal is "Friday the 17th": the one near publication that is such a
// day, in the direction of the verb.
func weekdayOrdinal(m pattern.Match) meaning {
	w, _, _ := weekdayAt(m.Doc, m.Get("w").Start, "name short")
	d, _, _ := ordinalAt(m.Doc, m.Get("o").Start)
	if first := m.Doc.Word(m.Get("o").Start)[0]; d < 1 || d > 31 || !isDigit(first) {
		return nil // "on Thursday second place was lost"
	}
	if int(m.End) < len(m.Doc.Tags) && m.Doc.Tags[m.End].Penn.IsNoun() {
		return nil
	}
	return func(c *context) result {
		unknown := result{value: fmt.Sprintf("XXXX-XX-%02d", d), anchor: extract.None}
		today, ok := c.today()
		if !ok {
			return unknown
		}
		step := -1
		if c.tense() == future {
			step = 1
		}
		for n := range 12 {
			y, mo, _ := addMonths(date(today.Year(), today.Month(), 1), step*n).Date()
			day := date(y, mo, d)
			if validDate(y, int(mo), d) && isoWeekday(day) == w && (step < 0) == !day.After(today) {
				return dayFromToday(day, 0)
			}
		}
		return unknown
	}
}

func dayOfRelative(m pattern.Match) meaning {
	o, _, _ := ordinalAt(m.Doc, m.Get("o").Start)
	n := relativeAt(m.Doc, m.Get("r").End-1)
	return within(relative(month, n), func(p period) (period, bool) {
		y, mo, _ := p.start.Date()
		return period{unit: day, start: date(y, mo, o)}, p.known() && validDate(y, int(mo), o)
	}, unresolved[day])
}

var dayPrepose = lexicon.NewSet("on", "by", "since", "until")

// dayOfThisMonth is "the 15th" with nothing behind it that it could count.
func dayOfThisMonth(m pattern.Match) meaning {
	o, _, _ := ordinalAt(m.Doc, m.Get("o").Start)
	i, ok := before(m)
	if o < 1 || o > 31 || !ok || !dayPrepose.HasToken(m.Doc, i) || m.Doc.Tokens[m.Start+1].Class.IsWord() {
		return nil
	}
	if next := m.End; int(next) < len(m.Doc.Tags) {
		if m.Doc.Tokens[next].Class != extract.ClassPunct && m.Doc.Tags[next].POS != extract.CCONJ {
			return nil
		}
	}
	return func(c *context) result {
		today, known := c.today()
		if !known || !validDate(today.Year(), int(today.Month()), o) {
			return result{value: fmt.Sprintf("XXXX-XX-%02d", o), anchor: extract.None}
		}
		return result{at: period{unit: day, start: date(today.Year(), today.Month(), o)}, anchor: extract.AnchorPublished}
	}
}
