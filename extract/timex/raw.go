package timex

import (
	"strings"
	"time"

	"github.com/factline/factline/extract"
)

// What the tokenizer makes of "10-Jul" or "9.30am" is its own affair; the
// functions of this file read the characters and then look for the token that
// ends where they end.

// rawLimit is how many bytes a date in digits may have.
const rawLimit = 32

// textFrom returns the text from a token on, no more than a date can need.
func textFrom(doc *extract.Document, at int32) string {
	start := int(doc.Tokens[at].Start)
	return doc.Text[start:min(len(doc.Text), start+rawLimit)]
}

// endOfBytes returns the index behind the token that ends n bytes after the
// start of token at; at when no token ends there or the text goes on.
func endOfBytes(doc *extract.Document, at int32, n int) int32 {
	stop := doc.Tokens[at].Start + int32(n)
	for i := at; n > 0 && int(i) < len(doc.Tokens) && doc.Tokens[i].End <= stop; i++ {
		if doc.Tokens[i].End == stop {
			return i + 1
		}
	}
	return at
}

// digits reads up to most ASCII digits at the start of s.
func digits(s string, most int) (value, n int) {
	for n < len(s) && n < most && s[n] >= '0' && s[n] <= '9' {
		value = 10*value + int(s[n]-'0')
		n++
	}
	return value, n
}

// numericDate is a date in digits as it is written. month is 0 when day and
// month could be either way round; then first and second are the two numbers.
type numericDate struct {
	year, month, day int
	first, second    int
	length           int
}

// readNumeric reads "2020-07-10", "10/7/2020", "10.07.2020", "10-Jul",
// "19-Nov-12" at the start of s; length 0 when there is none.
func readNumeric(s string) numericDate {
	a, n := digits(s, 4)
	if n == 0 || n == 3 || n >= len(s)-1 {
		return numericDate{}
	}
	separator := s[n]
	if separator != '-' && separator != '/' && separator != '.' {
		return numericDate{}
	}
	if n < 4 && separator == '-' {
		if d := readNamed(s, a, n); d.length > 0 {
			return d
		}
	}
	b, nb := digits(s[n+1:], 2)
	mid := n + 1 + nb
	if nb == 0 || mid >= len(s)-1 || s[mid] != separator {
		return numericDate{}
	}
	c, nc := digits(s[mid+1:], 4)
	end := mid + 1 + nc
	if end < len(s) && (isDigit(s[end]) || s[end] == separator && end+1 < len(s) && isDigit(s[end+1])) {
		return numericDate{}
	}
	switch {
	case n == 4 && nb == 2 && nc == 2:
		return numericDate{year: a, month: b, day: c, length: end}
	case n == 4 || nc != 4 && (nc != 2 || separator == '.'):
		return numericDate{}
	}
	d := numericDate{year: fullYear(c, nc), first: a, second: b, length: end}
	switch {
	case separator == '.' || a > 12:
		d.day, d.month = a, b
	case b > 12 || a == b:
		d.day, d.month = b, a
	}
	return d
}

// readNamed reads the rest of "10-Jul", "19-Nov-12" after its day.
func readNamed(s string, day, n int) numericDate {
	end := n + 1
	for end < len(s) && (s[end]|0x20) >= 'a' && (s[end]|0x20) <= 'z' {
		end++
	}
	if end < n+4 {
		return numericDate{}
	}
	row, ok := vocabulary().months.Word(extract.FormOf(s[n+1 : end]))
	if !ok || s[n+1] >= 'a' && !vocabulary().months.rows[row].sure {
		return numericDate{}
	}
	d := numericDate{month: int(vocabulary().months.rows[row].month), day: day, length: end}
	if end < len(s) && s[end] == '-' {
		if y, ny := digits(s[end+1:], 4); ny == 2 || ny == 4 {
			d.year, d.length = fullYear(y, ny), end+1+ny
		}
	}
	return d
}

// fullYear gives a year of two digits its century: 70 to 99 are of the 20th.
func fullYear(y, written int) int {
	switch {
	case written > 2:
		return y
	case y >= 70:
		return 1900 + y
	}
	return 2000 + y
}

func numericAt(doc *extract.Document, at int32) (numericDate, int32, bool) {
	if int(at) >= len(doc.Tokens) || doc.Tokens[at].Class != extract.ClassDigits && doc.Tokens[at].Class != extract.ClassAlnum {
		return numericDate{}, at, false
	}
	if doc.Glued(at) && !doc.Is(at-1, "(") && !doc.Is(at-1, "[") && !isQuote(doc.Word(at-1)) {
		return numericDate{}, at, false
	}
	d := readNumeric(textFrom(doc, at))
	end := endOfBytes(doc, at, d.length)
	valid := d.month > 0 && validDate(max(d.year, 1), d.month, d.day) || d.month == 0 && d.first > 0 && d.second > 0
	if d.year == 0 && d.month > 0 {
		valid = validDate(2000, d.month, d.day)
	}
	return d, end, end > at && valid
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isQuote(word string) bool {
	return word == `"` || word == "'" || word == "“" || word == "‘"
}

func matchNumeric(doc *extract.Document, at int32) int32 {
	_, end, ok := numericAt(doc, at)
	if !ok {
		return at
	}
	return end
}

// clockTime is a time of day as it is written.
type clockTime struct {
	hour, minute, second int
	unit                 unit // hour when no minutes are written
	halved               bool // "am" or "pm" is written
	length               int
}

// readClock reads "9:30", "18:00:15", "9.30am", "9 p.m.", "6am" at the start of
// s; length 0 when there is none.
func readClock(s string) clockTime {
	var t clockTime
	var n int
	t.hour, n = digits(s, 2)
	if n == 0 || n < len(s) && s[n] >= '0' && s[n] <= '9' {
		return clockTime{}
	}
	t.unit, t.length = hour, n
	point := false
	if n < len(s) && (s[n] == ':' || s[n] == '.') {
		if m, nm := digits(s[n+1:], 3); nm == 2 {
			point = s[n] == '.'
			t.minute, t.unit, t.length = m, minute, n+3
		}
	}
	if t.unit == minute && !point && t.length < len(s) && s[t.length] == ':' {
		if sec, ns := digits(s[t.length+1:], 2); ns == 2 {
			t.second, t.unit, t.length = sec, second, t.length+3
		}
	}
	half, length := readHalf(s[t.length:])
	t.halved = length > 0
	t.length += length
	switch {
	case t.hour > 23 || t.minute > 59 || t.second > 59 || t.halved && (t.hour > 12 || t.hour == 0):
		return clockTime{}
	case !t.halved && (t.unit == hour || point):
		return clockTime{}
	case t.halved:
		t.hour = t.hour%12 + half
	}
	return t
}

// readHalf reads "am", " p.m." and the like; hours is 12 for the second half.
func readHalf(s string) (hours, n int) {
	rest := strings.TrimPrefix(strings.TrimPrefix(s, " "), "\u00a0")
	blank := len(s) - len(rest)
	if len(rest) == 0 {
		return 0, 0
	}
	switch rest[0] | 0x20 {
	case 'p':
		hours = 12
	case 'a':
	default:
		return 0, 0
	}
	for _, form := range [...]string{".m.", ".m", "m"} {
		if len(rest) > len(form) && strings.EqualFold(rest[1:1+len(form)], form) {
			if end := 1 + len(form); end == len(rest) || !isLetter(rest[end]) {
				return hours, blank + end
			}
		}
		if len(rest) == 1+len(form) && strings.EqualFold(rest[1:], form) {
			return hours, blank + 1 + len(form)
		}
	}
	return 0, 0
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

func clockAt(doc *extract.Document, at int32) (clockTime, int32, bool) {
	if int(at) >= len(doc.Tokens) || doc.Tokens[at].Class != extract.ClassDigits && doc.Tokens[at].Class != extract.ClassAlnum {
		return clockTime{}, at, false
	}
	if doc.Glued(at) && (doc.Tokens[at-1].Class != extract.ClassPunct || doc.Is(at-1, ".") || doc.Is(at-1, ":")) {
		return clockTime{}, at, false
	}
	t := readClock(textFrom(doc, at))
	end := endOfBytes(doc, at, t.length)
	if end == at && t.halved { // "9 p.m" of "at 9 p.m." whose point ends the sentence
		end = endOfBytes(doc, at, t.length-1)
	}
	return t, end, end > at
}

func matchClock(doc *extract.Document, at int32) int32 {
	_, end, ok := clockAt(doc, at)
	if !ok {
		return at
	}
	return end
}

// on returns the time of a day as a period.
func (t clockTime) on(d time.Time) period {
	start := d.Add(time.Duration(t.hour)*time.Hour + time.Duration(t.minute)*time.Minute + time.Duration(t.second)*time.Second)
	return period{unit: t.unit, start: start}
}

// isoMomentAt reads "2019-09-01T10:38:07.190Z": the day, the time and the zone
// as the value writes it.
func isoMomentAt(doc *extract.Document, at int32) (day time.Time, t clockTime, zone string, end int32) {
	d, _, ok := numericAt(doc, at)
	text := textFrom(doc, at)
	if !ok || d.year == 0 || d.length != len(time.DateOnly) || d.length >= len(text) || text[d.length] != 'T' {
		return time.Time{}, clockTime{}, "", at
	}
	t = readClock(text[d.length+1:])
	if t.length == 0 || t.halved || t.unit == hour {
		return time.Time{}, clockTime{}, "", at
	}
	n := d.length + 1 + t.length
	if n < len(text) && text[n] == '.' {
		_, fraction := digits(text[n+1:], 9)
		n += 1 + fraction
	}
	zone = readOffset(text[n:])
	return date(d.year, time.Month(d.month), d.day), t, zone, endOfBytes(doc, at, n+len(zone))
}

// readOffset reads "Z" or "+02:00" at the start of s.
func readOffset(s string) string {
	if strings.HasPrefix(s, "Z") {
		return "Z"
	}
	if len(s) >= 6 && (s[0] == '+' || s[0] == '-') && s[3] == ':' {
		if _, hours := digits(s[1:], 2); hours == 2 {
			if _, minutes := digits(s[4:], 2); minutes == 2 {
				return s[:6]
			}
		}
	}
	return ""
}

func matchIsoMoment(doc *extract.Document, at int32) int32 {
	_, _, _, end := isoMomentAt(doc, at)
	return end
}
