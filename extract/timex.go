package extract

// Timex is a date, time, duration or recurrent time, after TIMEX3 (TimeML 1.2,
// ISO 24617-1).
type Timex struct {
	TokenRange
	Type  TimexType
	Value string // TIMEX3 value: "2020-07-08", "2019-H2", "XXXX-WXX-3" (unresolved), "P2Y", "PRESENT_REF"; "" for a moment of an untold day and hour
	Mod   string // TIMEX3 mod: "START", "MID", "END", "APPROX", "BEFORE" ...; "" for none
	// Begin and Until are the calendar interval meant, half-open, in ISO 8601
	// ("2019-07-01", "2020-01-01"); empty unless Resolved.
	Begin, Until string
	Anchor       TimexIndex // what a relative expression was counted from
	Resolved     bool       // the value is a calendar date that needs nothing else
	Rule         string
}

// TimexType is the TIMEX3 type.
type TimexType uint8

const (
	Date     TimexType = iota // "10-Jul", "the second half of 2019", "now"
	Time                      // "9.30 am", "Monday night"
	Duration                  // "two weeks"
	Set                       // "every Monday"
)

var timexNames = [...]string{"DATE", "TIME", "DURATION", "SET"}

// String returns the TIMEX3 name: "DATE".
func (t TimexType) String() string { return timexNames[t] }

// TimexIndex points into Document.Timexes; None is no timex.
type TimexIndex int32

// AnchorPublished as a Timex.Anchor is the day of publication.
const AnchorPublished TimexIndex = -2
