package article

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// dayLayouts are the ways in which rows write when an article was published.
var dayLayouts = []string{
	time.DateOnly,                // 2020-07-10
	time.RFC3339,                 // 2020-07-10T09:30:00Z, 2020-07-10T09:30:00.5+01:00
	"2006-01-02T15:04:05",        // without zone
	"2006-01-02T15:04:05Z0700",   // +0100
	"2006-01-02T15:04",           //
	"2006-01-02T15:04Z07:00",     //
	"2006-01-02 15:04:05",        // of a database
	"2006-01-02 15:04:05Z07:00",  //
	"2006-01-02 15:04:05 -07:00", //
	"2006-01-02 15:04:05 -0700",  //
	"2006-01-02 15:04",           //
	time.RFC1123,                 // Fri, 10 Jul 2020 09:30:00 GMT, as feeds write it
	time.RFC1123Z,                //
}

// ParseDay returns the day of a date or date-time as midnight in UTC. It is the
// day that is written, in whatever zone: "Monday" in an article means the
// Monday of its newsroom.
func ParseDay(s string) (time.Time, error) {
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil
		}
	}
	return time.Time{}, fmt.Errorf("%.40q is not a date such as 2020-07-10", s)
}

// dayIn returns the day that a line of metadata names, such as "Published: 10
// July 2020, 9.30am" or "Jul 10th, 2020". Days in figures alone, other than
// 2020-07-10, are left: nobody knows whether 10/07 is in July.
func dayIn(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	day, err := ParseDay(s)
	if err != nil && len(s) >= len(time.DateOnly) {
		day, err = ParseDay(s[:len(time.DateOnly)])
	}
	if err != nil {
		day, err = dayInWords(s)
	}
	return day, err == nil && 1990 <= day.Year() && day.Year() < 2100
}

// dayInWords finds a month's name with a day and a year beside it.
func dayInWords(s string) (time.Time, error) {
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, word := range words {
		month, ok := monthOf(word)
		if !ok {
			continue
		}
		at := func(j int) string {
			if j < 0 || j >= len(words) {
				return ""
			}
			return words[j]
		}
		for _, order := range [][2]string{{at(i - 1), at(i + 1)}, {at(i + 1), at(i + 2)}} {
			number, err := strconv.Atoi(strings.TrimRight(order[0], "sthndr"))
			if err != nil || len(order[1]) != 4 {
				continue
			}
			if day, err := ParseDay(fmt.Sprintf("%s-%02d-%02d", order[1], month, number)); err == nil {
				return day, nil
			}
		}
	}
	return time.Time{}, fmt.Errorf("%.40q names no day", s)
}

// monthOf returns the month that a word names, in full or by its first letters.
func monthOf(word string) (time.Month, bool) {
	word = strings.ToLower(word)
	if len(word) < 3 {
		return 0, false
	}
	for month := time.January; month <= time.December; month++ {
		name := strings.ToLower(month.String())
		if word == name || word == name[:3] || word == "sept" && month == time.September {
			return month, true
		}
	}
	return 0, false
}
