package view

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"time"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/wording"
)

// Moment is a time of the timeline with what is claimed of it.
type Moment struct {
	When   string // "8 July 2020", "July to December 2019"
	Begin  string
	Until  string
	Events []Event
}

// Event is a claim in the timeline.
type Event struct {
	Claim
	Words string // of the date, as the article has it; "" when the statement has them
	Said  bool   // the time is when it was said
}

// timeline returns the times of the claims in their order, and the number of
// claims that have dates but no calendar day.
func (x *index) timeline() ([]Moment, int) {
	var out []Moment
	place := map[[2]string]int{}
	undated := 0
	add := func(d *claimsfile.Date, e Event) bool {
		if d == nil || d.Begin == "" || d.Until == "" {
			return false
		}
		key := [2]string{d.Begin, d.Until}
		i, known := place[key]
		if !known {
			i = len(out)
			place[key] = i
			out = append(out, Moment{When: interval(d.Begin, d.Until), Begin: d.Begin, Until: d.Until})
		}
		if e.Words = oneLine(d.Text); !e.Said && strings.Contains(string(e.Statement), html.EscapeString(e.Words)) {
			e.Words = ""
		}
		if events := out[i].Events; len(events) == 0 || events[len(events)-1].ID != e.ID {
			out[i].Events = append(events, e)
		}
		return true
	}
	for _, c := range x.file.Claims {
		e := Event{Claim: Claim{ID: c.ID, Statement: statement(c.Statement)}}
		dated := false
		for _, id := range c.Dates {
			dated = add(x.dates[id], e) || dated
		}
		if len(c.Dates) > 0 && !dated {
			undated++
		}
		e.Said = true
		for _, a := range c.Attribution {
			if q := x.quotes[a.Quote]; q != nil && !dated {
				for _, id := range q.Dates {
					add(x.dates[id], e)
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Moment) int {
		return cmp.Or(cmp.Compare(a.Begin, b.Begin), cmp.Compare(a.Until, b.Until))
	})
	return out, undated
}

// dateMeans is what a date means: the interval in words when one is known.
func dateMeans(d claimsfile.Date) string {
	if d.Begin != "" && d.Until != "" {
		return interval(d.Begin, d.Until)
	}
	if strings.HasPrefix(d.Value, "XXXX-") { // "on Monday"
		return "calendar day not known"
	}
	return wording.Time(d)
}

// dateTip is what the page shows beside a date.
func dateTip(d claimsfile.Date) string {
	if means := dateMeans(d); means != "" {
		return "= " + means
	}
	return strings.ToLower(d.Type)
}

const midnight = "T00:00:00"

// interval writes a half-open interval in words: 2020-07-08, 2020-07-09 is "8
// July 2020"; 2019-07-01, 2020-01-01 is "July to December 2019".
func interval(begin, until string) string {
	from, err1 := parseTime(begin)
	to, err2 := parseTime(until)
	if err1 != nil || err2 != nil || !from.Before(to) {
		return begin + " to " + until
	}
	if clock(begin) || clock(until) {
		return clockInterval(from, to)
	}
	last := to.AddDate(0, 0, -1)
	switch {
	case from.YearDay() == 1 && to.YearDay() == 1 && from.Year() == last.Year():
		return from.Format("2006")
	case from.YearDay() == 1 && to.YearDay() == 1:
		return from.Format("2006") + " to " + last.Format("2006")
	case from.Equal(last):
		return from.Format("2 January 2006")
	case from.Day() == 1 && to.Day() == 1 && from.Year() == last.Year() && from.Month() == last.Month():
		return from.Format("January 2006")
	case from.Day() == 1 && to.Day() == 1 && from.Year() == last.Year():
		return from.Format("January") + " to " + last.Format("January 2006")
	case from.Day() == 1 && to.Day() == 1:
		return from.Format("January 2006") + " to " + last.Format("January 2006")
	case from.Year() == last.Year() && from.Month() == last.Month():
		return from.Format("2") + " to " + last.Format("2 January 2006")
	}
	return from.Format("2 January 2006") + " to " + last.Format("2 January 2006")
}

func clockInterval(from, to time.Time) string {
	switch length := to.Sub(from); {
	case length <= time.Minute:
		return from.Format("2 January 2006, 15:04")
	case from.YearDay() == to.Add(-1).YearDay() && length < 24*time.Hour:
		return from.Format("2 January 2006, 15:04") + " to " + to.Format("15:04")
	}
	return from.Format("2 January 2006, 15:04") + " to " + to.Format("2 January 2006, 15:04")
}

func clock(s string) bool { return strings.Contains(s, "T") && !strings.HasSuffix(s, midnight) }

func parseTime(s string) (time.Time, error) {
	if strings.Contains(s, "T") {
		return time.Parse("2006-01-02T15:04:05", s)
	}
	return time.Parse(time.DateOnly, s)
}

// longDay writes a day in words: "10 July 2020".
func longDay(s string) string {
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return ""
	}
	return day.Format("2 January 2006")
}
