package timex

import (
	"fmt"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// weekday is a day of the week: the latest not after publication, unless the
// verb is plainly in the future.
func weekday(iso int) meaning {
	return func(c *context) result {
		today, ok := c.today()
		if !ok {
			return result{value: fmt.Sprintf("XXXX-WXX-%d", iso), anchor: extract.None}
		}
		if days, ok := c.pairedDay(today, iso); ok {
			return dayFromToday(today, days)
		}
		back := (isoWeekday(today) - iso + 7) % 7
		days := -back
		if back > 0 && c.tense() == future && !c.toldBefore(today.AddDate(0, 0, -back)) {
			days = 7 - back
		}
		return dayFromToday(today, days)
	}
}

// toldBefore tells whether a day of the past was told of before and the verb is
// one of its future: "The storm struck on Tuesday. They had warned that it would
// come on [Tuesday]".
func (c *context) toldBefore(date time.Time) bool {
	would := false
	for j := c.here.Start - 1; j >= c.sentence.Start && j >= c.here.Start-verbWindow; j-- {
		would = would || c.doc.Is(j, "would")
	}
	for i := len(c.found) - 1; would && i >= 0 && i >= len(c.found)-lookBackDays; i-- {
		if p := c.periods[i]; p.known() && p.unit <= day && periodOf(p.start, day).start.Equal(date) {
			return true
		}
	}
	return false
}

// How many expressions back a day may have been told of.
const lookBackDays = 12

var pairWords = lexicon.NewSet("and", "or", "through", "to", "until", "-", "–")

// pairedDay returns the days from today to a day of the week that another one
// goes before: of "likely on Friday and [Saturday]" both are to come.
func (c *context) pairedDay(today time.Time, iso int) (days int, ok bool) {
	i := len(c.found) - 1
	at := c.here.Start - 1
	if i < 0 || !pairWords.HasToken(c.doc, at) || c.found[i].End != at || c.periods[i].unit != day || c.found[i].Anchor != extract.AnchorPublished {
		return 0, false
	}
	first := c.periods[i].start
	days = int(first.Sub(today).Hours())/24 + (iso-isoWeekday(first)+7)%7
	return days, days >= -7 && (days <= 0 || first.After(today) || c.tense() != past)
}

// pickedWeekday is a day of the week counted outright: "last Monday". Yesterday
// and tomorrow are not called so: said on a Tuesday, "last Monday" is eight days
// ago and "next Wednesday" is eight days ahead.
func pickedWeekday(iso, n int) meaning {
	return func(c *context) result {
		today, ok := c.today()
		if !ok {
			return result{value: fmt.Sprintf("XXXX-WXX-%d", iso), anchor: extract.None}
		}
		back := (isoWeekday(today) - iso + 7) % 7
		switch {
		case n < 0 && back <= 1:
			return dayFromToday(today, -back-7)
		case n < 0:
			return dayFromToday(today, -back)
		case n > 0 && back == 6:
			return dayFromToday(today, 8)
		case n > 0:
			return dayFromToday(today, 7-back)
		}
		days := iso - isoWeekday(today) // of the week of publication
		if t := c.tense(); t == past && days > 0 {
			days -= 7
		} else if t == future && days < 0 {
			days += 7
		}
		return dayFromToday(today, days)
	}
}

func dayFromToday(today time.Time, days int) result {
	return result{at: period{unit: day, start: today.AddDate(0, 0, days)}, anchor: extract.AnchorPublished}
}

// isoWeekday returns 1 for Monday to 7 for Sunday.
func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }
