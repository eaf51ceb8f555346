package timex

import (
	"fmt"
	"strconv"
	"time"
)

// unit is a length of calendar time, in ascending order.
type unit uint8

const (
	second unit = iota
	minute
	hour
	part // of a day: "morning"
	day
	weekend
	week
	month
	season
	quarter
	half
	year
	decade
	century
	millennium
)

// designators are how an ISO 8601 duration names a unit, after "P" and a
// count; an empty one has none of its own.
var designators = [...]string{
	second: "S", minute: "M", hour: "H", day: "D", weekend: "WE", week: "W", month: "M",
	quarter: "Q", half: "", year: "Y", decade: "DE", century: "CE", millennium: "ML", season: "", part: "",
}

// period is one unit of the calendar: the day 2020-07-08, the quarter 2020-Q1,
// the decade 199. The zero period is none.
type period struct {
	unit  unit
	start time.Time // in UTC; the first moment of the period
	last  time.Time // of a run of such units ("21–22 March"), the start of its last; zero for one unit
	part  string    // "MO" for a part of a day
}

// known tells whether the period is one at all.
func (p period) known() bool { return !p.start.IsZero() }

// date returns the start of a day.
func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// validDate tells whether the calendar has the day.
func validDate(y, m, d int) bool {
	if y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 {
		return false
	}
	t := date(y, time.Month(m), d)
	return t.Month() == time.Month(m) && t.Day() == d
}

// periodOf returns the period of a unit that holds the moment t.
func periodOf(t time.Time, u unit) period {
	y, m, d := t.Date()
	start := t
	switch u {
	case second:
		start = t.Truncate(time.Second)
	case minute:
		start = t.Truncate(time.Minute)
	case hour:
		start = t.Truncate(time.Hour)
	case part, day:
		start = date(y, m, d)
	case weekend:
		start = date(y, m, d-(int(t.Weekday())+6)%7+5)
	case week:
		start = date(y, m, d-(int(t.Weekday())+6)%7)
	case month:
		start = date(y, m, 1)
	case season:
		start = date(y, m-m%3, 1) // January belongs to the winter that began in December
	case quarter:
		start = date(y, m-(m-1)%3, 1)
	case half:
		start = date(y, m-(m-1)%6, 1)
	default:
		start = date(y-y%yearsOf(u), time.January, 1)
	}
	return period{unit: u, start: start}
}

// yearsOf returns how many years a unit from year on is long.
func yearsOf(u unit) int {
	switch u {
	case decade:
		return 10
	case century:
		return 100
	case millennium:
		return 1000
	}
	return 1
}

// add returns the period n units later, n being of any sign.
func (p period) add(n int) period {
	p.start = addUnits(p.start, n, p.unit)
	return p
}

// addUnits moves a moment by n units. A day that the month reached does not
// have becomes its last: 31 January and a month is 28 February.
func addUnits(t time.Time, n int, u unit) time.Time {
	switch u {
	case second:
		return t.Add(time.Duration(n) * time.Second)
	case minute:
		return t.Add(time.Duration(n) * time.Minute)
	case hour:
		return t.Add(time.Duration(n) * time.Hour)
	case part, day:
		return t.AddDate(0, 0, n)
	case weekend, week:
		return t.AddDate(0, 0, 7*n)
	case month:
		return addMonths(t, n)
	case season, quarter:
		return addMonths(t, 3*n)
	case half:
		return addMonths(t, 6*n)
	}
	return addMonths(t, 12*n*yearsOf(u))
}

func addMonths(t time.Time, n int) time.Time {
	moved := t.AddDate(0, n, 0)
	if moved.Day() != t.Day() {
		moved = moved.AddDate(0, 0, -moved.Day())
	}
	return moved
}

// partHours are the hours of the parts of a day.
var partHours = map[string][2]int{
	"MO": {0, 12}, "AF": {12, 18}, "EV": {18, 24}, "NI": {18, 24}, "MI": {12, 13}, "DT": {8, 18},
}

// bounds returns the half-open interval that the period covers.
func (p period) bounds() (begin, until time.Time) {
	if !p.last.IsZero() {
		return p.start, addUnits(p.last, 1, p.unit)
	}
	switch p.unit {
	case part:
		hours := partHours[p.part]
		return p.start.Add(time.Duration(hours[0]) * time.Hour), p.start.Add(time.Duration(hours[1]) * time.Hour)
	case weekend:
		return p.start, p.start.AddDate(0, 0, 2)
	}
	return p.start, addUnits(p.start, 1, p.unit)
}

var seasonNames = [...]string{time.March: "SP", time.June: "SU", time.September: "FA", time.December: "WI"}

// value returns the TIMEX3 value: "2020-07-08", "2020-W28", "199".
func (p period) value() string {
	if !p.last.IsZero() {
		return period{unit: p.unit, start: p.start}.value() + "/" + period{unit: p.unit, start: p.last}.value()
	}
	t := p.start
	switch p.unit {
	case second:
		return t.Format("2006-01-02T15:04:05")
	case minute, hour:
		return t.Format("2006-01-02T15:04")
	case part:
		return t.Format("2006-01-02T") + p.part
	case day:
		return t.Format(time.DateOnly)
	case week, weekend:
		y, w := t.ISOWeek()
		if p.unit == weekend {
			return fmt.Sprintf("%04d-W%02d-WE", y, w)
		}
		return fmt.Sprintf("%04d-W%02d", y, w)
	case month:
		return t.Format("2006-01")
	case season:
		return t.Format("2006-") + seasonNames[t.Month()]
	case quarter:
		return t.Format("2006-Q") + strconv.Itoa((int(t.Month())+2)/3)
	case half:
		return t.Format("2006-H") + strconv.Itoa((int(t.Month())+5)/6)
	case year:
		return t.Format("2006")
	}
	return t.Format("2006")[:millennium+1-p.unit] // 201, 20, 2
}

// isoMoment writes a border of an interval: a day, or a day and time when the
// period is shorter than a day.
func isoMoment(t time.Time, u unit) string {
	if u < day {
		return t.Format("2006-01-02T15:04:05")
	}
	return t.Format(time.DateOnly)
}

// unresolved is what stands for a period of each unit when nothing tells
// which one is meant.
var unresolved = [...]string{
	second: "XXXX-XX-XXTXX:XX:XX", minute: "XXXX-XX-XXTXX:XX", hour: "XXXX-XX-XXTXX", part: "XXXX-XX-XXTXX", day: "XXXX-XX-XX",
	weekend: "XXXX-WXX-WE", week: "XXXX-WXX", month: "XXXX-XX", season: "XXXX-XX", quarter: "XXXX-QX", half: "XXXX-HX",
	year: "XXXX", decade: "XXX", century: "XX", millennium: "X",
}
