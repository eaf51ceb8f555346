package timex

import (
	"strings"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/pattern"
)

// centuryWords begin a year in words: "[nineteen] ninety-six", "[two] thousand
// and five".
var centuryWords = []string{"sixteen", "seventeen", "eighteen", "nineteen", "twenty", "two"}

var teens = map[extract.Form]int{
	extract.FormOf("sixteen"): 16, extract.FormOf("seventeen"): 17, extract.FormOf("eighteen"): 18, extract.FormOf("nineteen"): 19,
	extract.FormOf("twenty"): 20,
}

var tens = map[extract.Form]int{
	extract.FormOf("twenty"): 20, extract.FormOf("thirty"): 30, extract.FormOf("forty"): 40, extract.FormOf("fifty"): 50,
	extract.FormOf("sixty"): 60, extract.FormOf("seventy"): 70, extract.FormOf("eighty"): 80, extract.FormOf("ninety"): 90,
}

var ones = map[extract.Form]int{
	extract.FormOf("one"): 1, extract.FormOf("two"): 2, extract.FormOf("three"): 3, extract.FormOf("four"): 4, extract.FormOf("five"): 5,
	extract.FormOf("six"): 6, extract.FormOf("seven"): 7, extract.FormOf("eight"): 8, extract.FormOf("nine"): 9, extract.FormOf("ten"): 10,
	extract.FormOf("eleven"): 11, extract.FormOf("twelve"): 12, extract.FormOf("thirteen"): 13, extract.FormOf("fourteen"): 14,
	extract.FormOf("fifteen"): 15, extract.FormOf("sixteen"): 16, extract.FormOf("seventeen"): 17, extract.FormOf("eighteen"): 18,
	extract.FormOf("nineteen"): 19,
}

// yearWordsAt reads a year in words: "nineteen ninety-six", "twenty ten", "two
// thousand and five".
func yearWordsAt(doc *extract.Document, at int32) (int, int32, bool) {
	if int(at)+1 >= len(doc.Tokens) {
		return 0, at, false
	}
	if doc.Is(at, "two") && doc.Is(at+1, "thousand") {
		next := at + 2
		if doc.Is(next, "and") {
			next++
		}
		n, end, ok := belowHundredAt(doc, next)
		return 2000 + n, end, ok
	}
	century, ok := teens[doc.Tokens[at].Form]
	next := at + 1
	if doc.Is(next, "hundred") {
		next++
		if doc.Is(next, "and") {
			next++
		}
	}
	n, end, okRest := belowHundredAt(doc, next)
	return 100*century + n, end, ok && okRest && n >= 10
}

// belowHundredAt reads "ninety-six", "ten", "five".
func belowHundredAt(doc *extract.Document, at int32) (int, int32, bool) {
	if int(at) >= len(doc.Tokens) {
		return 0, at, false
	}
	if n, ok := ones[doc.Tokens[at].Form]; ok {
		return n, at + 1, true
	}
	n, ok := tens[doc.Tokens[at].Form]
	if !ok {
		return 0, at, false
	}
	next := at + 1
	if doc.Is(next, "-") && doc.Glued(next) {
		next++
	}
	if int(next) < len(doc.Tokens) {
		if one := ones[doc.Tokens[next].Form]; one > 0 && one < 10 {
			return n + one, next + 1, true
		}
	}
	return n, at + 1, true
}

// yearInWords is a year in words behind "in" or "since" with nothing behind it
// that it could count.
func yearInWords(m pattern.Match) meaning {
	i, ok := before(m)
	if !ok || !yearCues.HasToken(m.Doc, i) || m.Doc.Tokens[i].Class == extract.ClassPunct {
		return nil
	}
	if next := m.End; int(next) < len(m.Doc.Tags) && (m.Doc.Tags[next].Penn.IsNoun() || m.Doc.Tags[next].Penn == extract.PennJJ ||
		m.Doc.Is(next, "-") || m.Doc.Is(next, "percent") || m.Doc.Tags[next].Penn == extract.PennCD) {
		return nil
	}
	y, _, _ := yearWordsAt(m.Doc, m.Start)
	return fixed(yearPeriod(y))
}

func monthOfWords(m pattern.Match) meaning {
	mo, _, _ := monthAt(m.Doc, m.Get("m").Start)
	y, _, _ := yearWordsAt(m.Doc, m.Get("yw").Start)
	if !has(m, "d") {
		return fixed(period{unit: month, start: date(y, mo, 1)})
	}
	d, _, _ := dayAt(m.Doc, m.Get("d").Start)
	if !validDate(y, int(mo), d) {
		return nil
	}
	return fixed(period{unit: day, start: date(y, mo, d)})
}

// glued tells whether no blank stands inside a match.
func glued(m pattern.Match) bool {
	for i := m.Start + 1; i < m.End; i++ {
		if !m.Doc.Glued(i) {
			return false
		}
	}
	return true
}

// gluedDate is a date with the name of its month between slashes or hyphens.
func gluedDate(m pattern.Match) meaning {
	if !glued(m) || gluedBefore(m.Doc, m.Start) {
		return nil
	}
	return monthDay(m)
}

// yearMonth is "2015-03"; "2010-12" could as well be a run of years.
func yearMonth(m pattern.Match) meaning {
	y, _, _ := yearAt(m.Doc, m.Start)
	mo, ok := digitsAt(m.Doc, m.Get("k").Start, 2)
	if !ok || len(m.Doc.Word(m.End-1)) != 2 || mo < 1 || mo > 12 || mo > y%100 || !glued(m) || continuesNumber(m) ||
		m.Doc.Is(m.End, "-") && m.Doc.Glued(m.End) {
		return nil
	}
	return fixed(period{unit: month, start: date(y, time.Month(mo), 1)})
}

// stamp is a date as programs write it: "Wed Oct 26 15:50:06 2016".
func stamp(m pattern.Match) meaning {
	t, _, _ := clockAt(m.Doc, m.Get("t").Start)
	inner := monthDay(m)
	if inner == nil {
		return nil
	}
	return clockOn(t, zoneSuffix(m), inner)
}

// weekNumber is a week by its number in ISO 8601; a year without a week 53
// gives none.
func weekNumber(m pattern.Match) meaning {
	n, _, _ := numberAt(m.Doc, m.Get("k").Start)
	w := int(n)
	if n != float64(w) || w < 1 || w > 53 {
		return nil
	}
	if has(m, "y") {
		y, _, _ := yearAt(m.Doc, m.Get("y").Start)
		p, ok := weekOf(y, w)
		if !ok {
			return nil
		}
		return fixed(p)
	}
	return func(c *context) result {
		today, known := c.today()
		p, ok := period{}, false
		if known {
			p, ok = weekOf(today.Year(), w)
		}
		if !ok {
			return result{value: unresolved[week], anchor: extract.None}
		}
		return result{at: p, anchor: extract.AnchorPublished}
	}
}

// weekOf returns a week of a year by its number: week 1 holds 4 January.
func weekOf(y, n int) (period, bool) {
	p := periodOf(date(y, time.January, 4), week).add(n - 1)
	year, _ := p.start.ISOWeek()
	return p, year == y
}

// weekOfDay is the week that a day lies in: "the week of July 20".
func weekOfDay(m pattern.Match) meaning {
	at := m.Start
	if m.Doc.Is(at, "the") {
		at++
	}
	w, _, _ := unitAt(m.Doc, at)
	inner := innerOf(m, "d", dateLike)
	if inner == nil || referenceWord(m) {
		return nil
	}
	return func(c *context) result {
		r := inner(c)
		if !r.at.known() && strings.HasPrefix(r.value, "XXXX-") && len(r.value) == len("XXXX-07-20") {
			return result{value: unresolved[w.unit], anchor: extract.None}
		}
		if !r.at.known() || r.at.unit != day {
			return result{}
		}
		return result{at: periodOf(r.at.start, w.unit), anchor: r.anchor}
	}
}

// latestUnit is "the latest quarter": the last whole one before publication.
func latestUnit(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if w.unit < week || w.unit == half || w.unit > year {
		return nil
	}
	return relative(w.unit, -1)
}
