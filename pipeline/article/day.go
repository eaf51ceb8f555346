package article

import (
	"fmt"
	"time"
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
