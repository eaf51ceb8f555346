package timex

import (
	"fmt"
	"strings"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// holidayOf reads the rule of a holiday: a day of a month, days from Easter,
// or the nth such weekday of a month.
func holidayOf(rule string) yearly {
	fields := strings.Fields(rule)
	if mo, d, fixed := strings.Cut(rule, "-"); fixed && len(fields) == 1 {
		return dayOf(time.Month(number(mo)), number(d))
	}
	y := yearly{unit: day, value: "XXXX-XX-XX"}
	if fields[0] == "easter" {
		y.in = func(year int) (period, bool) {
			return period{unit: day, start: easter(year).AddDate(0, 0, number(fields[1]))}, year > 1582
		}
		return y
	}
	mo, iso, n := time.Month(number(fields[0])), number(fields[1]), number(fields[2])
	y.value = fmt.Sprintf("XXXX-%02d-XX", mo)
	y.in = func(year int) (period, bool) {
		return period{unit: day, start: nthWeekday(year, mo, iso, n)}, true
	}
	return y
}

// nthWeekday returns the nth such weekday of a month, the last for n = -1.
func nthWeekday(year int, mo time.Month, iso, n int) time.Time {
	if n < 0 {
		last := date(year, mo+1, 0)
		return last.AddDate(0, 0, -((isoWeekday(last) - iso + 7) % 7))
	}
	first := date(year, mo, 1)
	return first.AddDate(0, 0, (iso-isoWeekday(first)+7)%7+7*(n-1))
}

func holiday(m pattern.Match) meaning {
	rule, _, _ := vocabulary().holidays.find(m.Doc, m.Get("h").Start)
	if first := m.Get("h").Start; !m.Doc.Tokens[first].Class.IsCapital() && !has(m, "y") && !lowerHolidays.HasToken(m.Doc, first) {
		return nil // "a thanksgiving"
	}
	y := holidayOf(rule)
	if !has(m, "y") {
		return y.nearest()
	}
	written, _, _ := yearAt(m.Doc, m.Get("y").Start)
	p, ok := y.in(written)
	if !ok {
		return nil
	}
	return fixed(p)
}

// neighbourHoliday is the holiday before or after publication.
func neighbourHoliday(n int) func(pattern.Match) meaning {
	return func(m pattern.Match) meaning {
		rule, _, _ := vocabulary().holidays.find(m.Doc, m.Get("h").Start)
		return holidayOf(rule).picked(n)
	}
}

// lowerHolidays are holidays also when they are written without a capital.
var lowerHolidays = lexicon.NewSet("christmas", "easter", "halloween")

func relativeHoliday(m pattern.Match) meaning {
	rule, _, _ := vocabulary().holidays.find(m.Doc, m.Get("h").Start)
	return holidayOf(rule).picked(relativeAt(m.Doc, m.Get("r").End-1))
}

var attackWords = lexicon.NewSet("attack", "attacks", "terrorist", "terror", "hijackings", "hijackers", "commission", "victims", "plotters", "plot")

var sinceAttacks = lexicon.NewSet("since", "after", "before", "despite")

// september11 is the day of 2001 before "attacks" and behind "since", "despite";
// with a verb of the future it is the next one.
func september11(m pattern.Match) meaning {
	plain := dayOf(time.September, 11).nearest()
	switch i, ok := before(m); {
	case attackWords.HasToken(m.Doc, m.End):
		return eleventh
	case ok && sinceAttacks.HasToken(m.Doc, i):
		return func(c *context) result {
			if c.tense() == future {
				return plain(c)
			}
			return eleventh(c)
		}
	}
	return plain
}

// eleventh is the day that has the date for its name, unless the article is older.
func eleventh(c *context) result {
	p := period{unit: day, start: date(2001, time.September, 11)}
	if today, ok := c.today(); ok && today.Before(p.start) {
		return dayOf(time.September, 11).nearest()(c)
	}
	return result{at: p, anchor: extract.None}
}

// nineEleven is "9/11", which is also a fraction.
func nineEleven(m pattern.Match) meaning {
	if gluedToNumber(m.Doc, m.Start) || m.Doc.Is(m.End, "of") {
		return nil
	}
	return func(c *context) result {
		if today, ok := c.today(); ok && today.Year() < 2001 {
			return result{}
		}
		return eleventh(c)
	}
}
