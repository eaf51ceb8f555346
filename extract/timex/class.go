package timex

import (
	"sort"
	"strings"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/pattern"
)

// classes are the pieces that patterns are made of, by the name that the
// patterns use.
func classes() map[string]pattern.Class {
	v := vocabulary()
	return map[string]pattern.Class{
		"month":    {Match: matchMonth, First: v.months.first},
		"weekday":  {Match: matchWeekday, First: v.weekdays.first},
		"dayword":  {Match: matchDayOrAbbreviation, First: v.weekdays.first},
		"weekdays": {Match: matchWeekdays, First: v.weekdays.first},

		"unit":    {Match: matchUnit(func(w unitWord) bool { return !w.plural }), First: v.units.first},
		"units":   {Match: matchUnit(func(w unitWord) bool { return w.plural }), First: v.units.first},
		"anyunit": {Match: matchUnit(func(unitWord) bool { return true }), First: v.units.first},
		"part":    {Match: matchPart(false), First: v.parts.first},
		"parts":   {Match: matchPart(true), First: v.parts.first},

		"holiday":   {Match: matchTable(v.holidays), First: v.holidays.first},
		"reference": {Match: matchTable(v.references), First: v.references.first},
		"frequency": {Match: matchTable(v.frequencies), First: v.frequencies.first},
		"decade":    {Match: matchTable(v.decades), First: v.decades.first},
		"zone":      {Match: matchZone}, // never the first of a rule

		"relative":     {Match: matchRelative, First: formsOf(lastWords, thisWords, nextWords)},
		"relativeyear": {Match: matchRead(relativeYearAt), First: formsOf(relativeYearStarts)},
		"lastyear":     {Match: matchLastYear, First: formsOf(lastWords, thisWords, nextWords, []string{"that", "the"})},
		"season":       {Match: matchRead(seasonAt), First: formsOf(seasonWords)},
		"several":      {Match: matchSeveral, First: formsOf(severalWords, severalStarts)},
		"about":        {Match: matchAbout, First: formsOf(aboutWords, aboutStarts)},
		"edge":         {Match: matchEdge, First: formsOf(earlyWords, midWords, lateWords)},
		"edgenoun":     {Match: matchEdgeNoun, First: formsOf(earlyWords, midWords, lateWords)},

		"day":          {Match: matchDay, Starts: pattern.StartsDigits | pattern.StartsNumber},
		"yearwords":    {Match: matchRead(yearWordsAt), First: formsOf(centuryWords)},
		"year":         {Match: matchYear, Starts: pattern.StartsDigits},
		"number":       {Match: matchNumber, Starts: pattern.StartsNumber},
		"ordinal":      {Match: matchOrdinal, Starts: pattern.StartsDigits | pattern.StartsNumber},
		"nth":          {Match: matchRead(nthAt), First: formsOf(nthWords), Starts: pattern.StartsDigits | pattern.StartsNumber},
		"numeric":      {Match: matchNumeric, Starts: pattern.StartsDigits},
		"isomoment":    {Match: matchIsoMoment, Starts: pattern.StartsDigits},
		"clock":        {Match: matchClock, Starts: pattern.StartsDigits},
		"pointclock":   {Match: matchRead(pointClockAt), Starts: pattern.StartsDigits},
		"military":     {Match: matchRead(militaryAt), Starts: pattern.StartsDigits},
		"shortyear":    {Match: matchRead(shortYearAt), Starts: pattern.StartsApostrophe},
		"secondyear":   {Match: matchRead(secondYearAt), Starts: pattern.StartsDigits},
		"oldyear":      {Match: matchRead(oldYearAt), Starts: pattern.StartsDigits},
		"oldend":       {Match: matchRead(oldEndAt), Starts: pattern.StartsDigits},
		"smallyear":    {Match: matchRead(smallYearAt), Starts: pattern.StartsDigits},
		"decadedigits": {Match: matchRead(decadeDigitsAt), Starts: pattern.StartsDigits | pattern.StartsApostrophe},
		"fiscalcode":   {Match: matchRead(fiscalCodeAt), Starts: pattern.StartsDigits},
		"quartercode":  {Match: matchRead(quarterCodeAt), First: formsOf([]string{"q"}), Starts: pattern.StartsDigits},
		"halfcode":     {Match: matchRead(halfCodeAt), Starts: pattern.StartsDigits},
	}
}

func formsOf(lists ...[]string) []extract.Form {
	var forms []extract.Form
	for _, list := range lists {
		for _, word := range list {
			forms = append(forms, extract.FormOf(word))
		}
	}
	return forms
}

func matchTable[T any](t table[T]) func(*extract.Document, int32) int32 {
	return func(doc *extract.Document, at int32) int32 {
		_, end, _ := t.Longest(doc, at)
		return end
	}
}

// monthAt returns the month whose name stands at a token, the point of an
// abbreviation included. Words that are also something else ("may", "march",
// "sun") count only with a capital.
func monthAt(doc *extract.Document, at int32) (time.Month, int32, bool) {
	w, end, ok := vocabulary().months.find(doc, at)
	if !ok || !w.sure && !doc.Tokens[at].Class.IsCapital() {
		return 0, at, false
	}
	return w.month, pointAfter(doc, end), true
}

// pointAfter returns the token behind the point of an abbreviation: a glued
// point with a number after it, which no sentence begins with here.
func pointAfter(doc *extract.Document, end int32) int32 {
	if doc.Glued(end) && doc.Is(end, ".") && int(end)+1 < len(doc.Tokens) && doc.Tokens[end+1].Class == extract.ClassDigits {
		return end + 1
	}
	return end
}

func matchMonth(doc *extract.Document, at int32) int32 {
	_, end, _ := monthAt(doc, at)
	return end
}

func weekdayAt(doc *extract.Document, at int32, kinds string) (int, int32, bool) {
	w, end, ok := vocabulary().weekdays.find(doc, at)
	if !ok || !strings.Contains(kinds, w.kind) || w.kind == "short" && !doc.Tokens[at].Class.IsCapital() {
		return 0, at, false
	}
	if w.kind == "short" {
		end = pointAfter(doc, end)
	}
	return w.weekday, end, true
}

func matchWeekday(doc *extract.Document, at int32) int32 {
	_, end, _ := weekdayAt(doc, at, "name")
	return end
}

func matchDayOrAbbreviation(doc *extract.Document, at int32) int32 {
	_, end, _ := weekdayAt(doc, at, "name short")
	return end
}

func matchWeekdays(doc *extract.Document, at int32) int32 {
	_, end, _ := weekdayAt(doc, at, "plural")
	return end
}

// digitsAt returns the value of a token of at most so many ASCII digits and
// nothing else.
func digitsAt(doc *extract.Document, at int32, most int) (int, bool) {
	if int(at) >= len(doc.Tokens) || doc.Tokens[at].Class != extract.ClassDigits {
		return 0, false
	}
	word := doc.Word(at)
	if len(word) > most {
		return 0, false
	}
	n := 0
	for _, c := range []byte(word) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}

// dayAt returns the day of the month written at a token: "8", "8th", "eighth".
func dayAt(doc *extract.Document, at int32) (int, int32, bool) {
	n, ok := digitsAt(doc, at, 2)
	end := at + 1
	if ok && int(end) < len(doc.Tokens) && doc.Glued(end) && isOrdinalEnding(doc.Word(end)) {
		end++
	}
	if !ok {
		n, end, ok = ordinalAt(doc, at)
	}
	if !ok || n < 1 || n > 31 {
		return 0, at, false
	}
	return n, end, true
}

func isOrdinalEnding(word string) bool {
	return word == "st" || word == "nd" || word == "rd" || word == "th"
}

func matchDay(doc *extract.Document, at int32) int32 {
	_, end, _ := dayAt(doc, at)
	return end
}

// ordinalAt returns the value of an ordinal: "8th", "eighth", "last" is none.
func ordinalAt(doc *extract.Document, at int32) (int, int32, bool) {
	if int(at) >= len(doc.Tokens) {
		return 0, at, false
	}
	if doc.Tokens[at].Class == extract.ClassAlnum || doc.Tokens[at].Class == extract.ClassDigits {
		word := doc.Word(at)
		n, i := 0, 0
		for ; i < len(word) && i < 3 && word[i] >= '0' && word[i] <= '9'; i++ {
			n = 10*n + int(word[i]-'0')
		}
		if i > 0 && isOrdinalEnding(strings.ToLower(word[i:])) {
			return n, at + 1, true
		}
	}
	if n, ok := numberStarting(doc, at); ok && n.Kind == extract.Ordinal && n.Exact() && n.Low >= 1 && n.Low <= 1000 {
		return int(n.Low), n.End, true
	}
	return 0, at, false
}

func matchOrdinal(doc *extract.Document, at int32) int32 {
	_, end, _ := ordinalAt(doc, at)
	return end
}

// numberStarting returns the longest number that starts at a token, by binary
// search.
func numberStarting(doc *extract.Document, at int32) (extract.Number, bool) {
	i := sort.Search(len(doc.Numbers), func(i int) bool { return doc.Numbers[i].Start >= at })
	if i < len(doc.Numbers) && doc.Numbers[i].Start == at {
		return doc.Numbers[i], true
	}
	return extract.Number{}, false
}

// numberAt returns the value of a cardinal or fraction at a token.
func numberAt(doc *extract.Document, at int32) (float64, int32, bool) {
	n, ok := numberStarting(doc, at)
	if !ok || n.Kind == extract.Ordinal || !n.Exact() || n.Low < 0 {
		return 0, at, false
	}
	return n.Low, n.End, true
}

func matchNumber(doc *extract.Document, at int32) int32 {
	_, end, _ := numberAt(doc, at)
	return end
}

func unitAt(doc *extract.Document, at int32) (unitWord, int32, bool) {
	return vocabulary().units.find(doc, at)
}

func matchUnit(fits func(unitWord) bool) func(*extract.Document, int32) int32 {
	return func(doc *extract.Document, at int32) int32 {
		if w, end, ok := unitAt(doc, at); ok && fits(w) {
			return end
		}
		return at
	}
}

func matchPart(plural bool) func(*extract.Document, int32) int32 {
	return func(doc *extract.Document, at int32) int32 {
		if w, end, ok := vocabulary().parts.find(doc, at); ok && w.plural == plural {
			return end
		}
		return at
	}
}

// matchZone matches the name of a time zone, in brackets or not.
func matchZone(doc *extract.Document, at int32) int32 {
	if int(at) < len(doc.Tokens) && doc.Is(at, "(") {
		if end := matchZone(doc, at+1); end > at+1 && doc.Is(end, ")") {
			return end + 1
		}
		return at
	}
	if int(at) < len(doc.Tokens) && !doc.Tokens[at].Class.IsCapital() && !doc.Is(at, "local") {
		return at
	}
	_, end, _ := vocabulary().zones.Longest(doc, at)
	return end
}

// yearAt returns the year at a token: four digits in their context, "2019" but
// not "2,019", "2019 people", "$2019", "1500 metres".
func yearAt(doc *extract.Document, at int32) (int, int32, bool) {
	n, ok := digitsAt(doc, at, 4)
	if !ok || n < 1000 || n > 2199 || gluedToNumber(doc, at) {
		return 0, at, false
	}
	return n, at + 1, true
}

func matchYear(doc *extract.Document, at int32) int32 {
	_, end, _ := yearAt(doc, at)
	return end
}

// gluedToNumber tells whether a digit token is a piece of something longer: an
// amount, a decimal, a code.
func gluedToNumber(doc *extract.Document, at int32) bool {
	if gluedBefore(doc, at) {
		return true
	}
	if next := at + 1; doc.Glued(next) {
		switch after := doc.Tokens[next]; {
		case after.Class == extract.ClassDigits, after.Class == extract.ClassSymbol:
			return true
		case after.Class.IsWord() && !doc.Is(next, "'s") && !doc.Is(next, "s"):
			return true
		}
	}
	return false
}

// gluedBefore is gluedToNumber by what stands before the token.
func gluedBefore(doc *extract.Document, at int32) bool {
	if doc.Glued(at) {
		switch before := doc.Tokens[at-1]; {
		case before.Class == extract.ClassSymbol, before.Class == extract.ClassDigits, before.Class.IsWord():
			return true
		case doc.Glued(at-1) && (doc.Is(at-1, ".") || doc.Is(at-1, ",")):
			return doc.Tokens[at-2].Class == extract.ClassDigits
		}
	}
	return false
}

// matchRead makes a class of a function that reads a value.
func matchRead[T any](read func(*extract.Document, int32) (T, int32, bool)) func(*extract.Document, int32) int32 {
	return func(doc *extract.Document, at int32) int32 {
		_, end, ok := read(doc, at)
		if !ok {
			return at
		}
		return end
	}
}
