package timex

import (
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// clockRules find times of day.
func clockRules() []rule {
	return []rule{
		{"clock", "The doors open at [9:30 a.m.].", "TIME T09:30", "{t:clock}", clock},
		{"iso-moment", "The page was made [2019-09-01T10:38:07.190Z].", "TIME 2019-09-01T10:38:07Z", "{x:isomoment}", isoMomentOf},
		{"clock-zone", "The index stood lower at [16:08 UTC].", "TIME 2020-07-10T16:08Z", "{t:clock} {z:zone}", clock},
		{"military", "The bank acted at [0800 GMT].", "TIME 2020-07-10T08:00Z", "{t:military} {z:zone}", military},
		{"oclock", "The doors open at [nine o'clock].", "TIME T09:00", "{n:number} o'clock|oclock", oclock},
		{"clock-part", "They woke at [three in the morning].", "TIME T03:00", "{n:number} o'clock? in the {p:part}", hourOfPart},
		{"clock-at-night", "They left at [ten at night].", "TIME T22:00", "{n:number} o'clock? at night", hourOfPart},
		{"military-date", "The bank acted at [0830 GMT on Tuesday].", "TIME 2020-07-07T08:30Z", "{t:military} {z:zone} ,? on? {d:date}", militaryOnDate},
		{"clock-range", "The shop is open from [3-8pm].", "TIME T15:00/T20:00", "{n:number} -|–|—|to|and {t:clock}", clockRange},
		{"half-past", "The doors open at [half past nine].", "TIME T09:30", "half past {n:number}", pastHour},
		{"quarter-past", "The doors open at [a quarter to nine].", "TIME T08:45", "a? quarter past|to {n:number}", pastHour},
		{"minutes-past", "The doors open at [ten past nine].", "TIME T09:10", "{k:number} minutes? past|to {n:number}", pastHour},
		{"clock-date", "He spoke at [16:00 UTC today].", "TIME 2020-07-10T16:00Z", "{t:clock} {z:zone}? ,? on? {d:date}", clockOnDate},
		{"date-clock", "He spoke on [Tuesday at 9 pm].", "TIME 2020-07-07T21:00", "{d:date} ,? at? {t:clock} {z:zone}?", clockOnDate},
		{"date-clock-point", "He left on [Monday at 2.30].", "TIME 2020-07-06T02:30", "{d:date} at {p:pointclock}", pointClockOnDate},
		{"date-point-zone", "It was posted [Fri 10 Jul 2020 14.32 BST].", "TIME 2020-07-10T14:32", "{d:date} {p:pointclock} {z:zone}", pointClockOnDate},
		{"minutes-past-part", "They woke at [ten past nine in the evening].", "TIME T21:10", "{k:number} minutes|min? past|to {n:number} in the {p:part}", pastHourOfPart},
		{"part-at-hour", "The final is [tonight at 8].", "TIME 2020-07-10T20:00", "{d:date} at|around {n:number}", hourInPart},
		{"date-part-at-hour", "They landed on [Thursday night at 8].", "TIME 2020-07-09T20:00", "{d:date} {p:part} at|around {n:number}", hourInPart},
		{"noon", "The siren sounds at [noon].", "TIME T12:00", "noon|midday", noon(12)},
		{"midnight", "The siren sounds at [midnight].", "TIME T00:00", "midnight", noon(0)},
		{"noon-date", "The siren sounded at [noon on Tuesday].", "TIME 2020-07-07T12:00", "noon|midday on? {d:date}", noonOn(12)},
		{"date-noon", "The siren sounded on [Tuesday at noon].", "TIME 2020-07-07T12:00", "{d:date} ,? at noon|midday", noonOn(12)},
		{"midnight-date", "The siren sounded at [midnight Sunday].", "TIME 2020-07-05T00:00", "midnight on? {d:date}", noonOn(0)},
	}
}

// zoneSuffix returns what the zone adds to a value.
func zoneSuffix(m pattern.Match) string {
	r := m.Get("z")
	if r.Empty() {
		return ""
	}
	at := r.Start
	if m.Doc.Is(at, "(") {
		at++
	}
	suffix, _, _ := vocabulary().zones.find(m.Doc, at)
	return suffix
}

// clockOn is a time of the day of another expression.
func clockOn(t clockTime, zone string, on meaning) meaning {
	return func(c *context) result {
		r := on(c)
		t := t
		if day, code, ok := strings.Cut(r.value, "T"); ok {
			t, r.value = t.inPart(code), day
		}
		if r.at.known() && r.at.unit == part {
			t = t.inPart(r.at.part)
			r.at = periodOf(r.at.start, day)
		}
		if !r.at.known() || r.at.unit != day {
			value := r.value + t.on(date(2000, 1, 1)).value()[len("2000-01-01"):] + zone
			return result{kind: extract.Time, value: value, anchor: extract.None}
		}
		p := t.on(r.at.start)
		return result{kind: extract.Time, at: p, value: p.value() + zone, anchor: r.anchor}
	}
}

// inPart is a time of which the part of the day is told: "7:30 tonight" is in
// the evening, "midnight tonight" ends the day.
func (t clockTime) inPart(code string) clockTime {
	switch {
	case t.halved || code == "MO" || t.hour >= 12:
	case t.hour == 0:
		t.hour = 24
	default:
		t.hour += 12
	}
	return t
}

// How far back the day of a time that stands alone may stand, in tokens, when
// its paragraph does not name one.
const ownDayTokens = 40

// ownDay is the day of a time that stands alone: that of a date in its
// paragraph or shortly before it. Without one the time has no day: it may come
// every day, and the day of publication would be a guess but for the trading of
// shares, which is that day's.
func ownDay(c *context) result {
	p, i, ok := c.earlier(func(p period) bool { return p.unit <= day })
	if ok && (c.found[i].Start >= c.paragraph || c.here.Start-c.found[i].End <= ownDayTokens) {
		return result{at: periodOf(p.start, day), anchor: i}
	}
	for j := c.here.Start - 1; j >= c.sentence.Start && j >= c.here.Start-ownDayTokens; j-- {
		if c.doc.Is(j, "trading") {
			return c.shifted(c.published, day, 0)
		}
	}
	return result{anchor: extract.None}
}

// tradingDay is ownDay of what news says of its own day: "overnight".
func tradingDay(c *context) result {
	today, known := c.today()
	if r := ownDay(c); r.at.known() && !(known && r.at.start.After(today) && c.tense() == past) {
		return r
	}
	return c.shifted(c.published, day, 0)
}

func clock(m pattern.Match) meaning {
	t, _, ok := clockAt(m.Doc, m.Get("t").Start)
	if !ok || !t.halved && !has(m, "z") && noClock(m) {
		return nil
	}
	return clockOn(t, zoneSuffix(m), clockDay(m))
}

func isoMomentOf(m pattern.Match) meaning {
	day, t, zone, _ := isoMomentAt(m.Doc, m.Start)
	return func(*context) result {
		p := t.on(day)
		return result{kind: extract.Time, at: p, value: p.value() + zone, anchor: extract.None}
	}
}

var resultPrepose = lexicon.NewSet("in", "took", "takes", "ran", "runs", "clocked", "clocking")

// noClock tells whether hours and minutes are those of a race ("won in 2:04:55")
// or of a book ("John 3:16") by the word before.
func noClock(m pattern.Match) bool {
	i, ok := before(m)
	if !ok {
		return false
	}
	_, _, weekday := weekdayAt(m.Doc, i, "name short plural")
	return resultPrepose.HasToken(m.Doc, i) ||
		m.Doc.Tags[i].Penn == extract.PennNNP && m.Doc.Tokens[i].Class == extract.ClassTitle && !weekday &&
			len(m.Doc.Word(i)) > 2 && m.Doc.Gap(m.Start) == " "
}

// clockDay is ownDay, or for a time with its zone beside a verb that tells
// when, the day of publication: "the quake struck at 04:17 GMT". What happened at
// a local time elsewhere may be of another day: "the ferry left at 4 p.m. local
// time".
func clockDay(m pattern.Match) meaning {
	if !has(m, "z") {
		return ownDay
	}
	local := m.Doc.Is(m.Get("z").Start, "local")
	return func(c *context) result {
		if w, ok := c.weekdayBehind(); ok {
			return weekday(w)(c)
		}
		r := ownDay(c)
		if _, known := c.today(); local || r.at.known() || !known || c.tense() == unclear {
			return r
		}
		return c.shifted(c.published, day, 0)
	}
}

// How far behind a time its day may stand, when the time in another zone comes
// between, in tokens.
const dayBehind = 9

// weekdayBehind returns the day of the week behind a time that is told in two
// zones: "at [23:08 local time] (14:08 GMT) on Saturday".
func (c *context) weekdayBehind() (int, bool) {
	bracket := false
	for i := c.here.End; i < c.sentence.End && i < c.here.End+dayBehind; i++ {
		if bracket {
			if c.doc.Is(i, "on") {
				i++
			}
			w, _, ok := weekdayAt(c.doc, i, "name")
			return w, ok && i < c.sentence.End
		}
		bracket = c.doc.Is(i, ")")
	}
	return 0, false
}

func clockOnDate(m pattern.Match) meaning {
	t, _, ok := clockAt(m.Doc, m.Get("t").Start)
	d := m.Get("d").Start
	if !ok || partOfDayless(m.Doc, m.Get("d")) || m.Doc.Is(d, "the") && !m.Doc.Is(d+1, "next") && !m.Doc.Is(d+1, "following") && !m.Doc.Is(d+1, "same") {
		return nil
	}
	return clockOn(t, zoneSuffix(m), innerOf(m, "d", dateLike))
}

// militaryAt reads "0800".
func militaryAt(doc *extract.Document, at int32) (clockTime, int32, bool) {
	n, ok := digitsAt(doc, at, 4)
	if !ok || len(doc.Word(at)) != 4 || n/100 > 23 || n%100 > 59 {
		return clockTime{}, at, false
	}
	return clockTime{hour: n / 100, minute: n % 100, unit: minute}, at + 1, true
}

func military(m pattern.Match) meaning {
	t, _, _ := militaryAt(m.Doc, m.Get("t").Start)
	return clockOn(t, zoneSuffix(m), clockDay(m))
}

// pointClockAt reads "2.30", which only a day before it tells from a number.
func pointClockAt(doc *extract.Document, at int32) (clockTime, int32, bool) {
	if int(at) >= len(doc.Tokens) || doc.Tokens[at].Class != extract.ClassDigits && doc.Tokens[at].Class != extract.ClassAlnum {
		return clockTime{}, at, false
	}
	text := textFrom(doc, at)
	h, n := digits(text, 2)
	if n == 0 || n >= len(text) || text[n] != '.' {
		return clockTime{}, at, false
	}
	mins, nm := digits(text[n+1:], 3)
	end := endOfBytes(doc, at, n+1+nm)
	if nm != 2 || h > 23 || mins > 59 || end == at || int(end) < len(doc.Tags) && (doc.Tags[end].Penn.IsNoun() && matchZone(doc, end) == end || doc.Is(end, "%")) {
		return clockTime{}, at, false
	}
	return clockTime{hour: h, minute: mins, unit: minute}, end, true
}

func pointClockOnDate(m pattern.Match) meaning {
	t, _, _ := pointClockAt(m.Doc, m.Get("p").Start)
	if partOfDayless(m.Doc, m.Get("d")) {
		return nil
	}
	return clockOn(t, zoneSuffix(m), innerOf(m, "d", dateLike))
}

func militaryOnDate(m pattern.Match) meaning {
	t, _, _ := militaryAt(m.Doc, m.Get("t").Start)
	return clockOn(t, zoneSuffix(m), innerOf(m, "d", dateLike))
}

// hourOfPart is an hour told from the part of its day: "three in the morning",
// "ten at night".
func hourOfPart(m pattern.Match) meaning {
	n, _, _ := numberAt(m.Doc, m.Start)
	i, ok := before(m)
	if !ok || !hourPrepose.HasToken(m.Doc, i) || n < 1 || n > 12 || n != float64(int(n)) {
		return nil
	}
	t := clockTime{hour: int(n) % 12, unit: hour}
	if r := m.Get("p"); r.Empty() && n >= 6 && n < 12 || !r.Empty() && !m.Doc.Is(r.Start, "morning") && !m.Doc.Is(r.Start, "night") {
		t.hour += 12
	}
	return clockOn(t, "", ownDay)
}

var hourPrepose = lexicon.NewSet("at", "until", "till", "around", "about", "by", "before", "after", "from", "to", "past")

// hourInPart is an hour of a part of a day: "tonight at 8", told from other
// numbers by what follows: "tonight at 8 venues".
func hourInPart(m pattern.Match) meaning {
	r, d := m.Get("n"), m.Get("d")
	n, _, _ := numberAt(m.Doc, r.Start)
	last := d.End - 1
	if has(m, "p") {
		last = m.Get("p").Start
	}
	w, _, isPart := vocabulary().parts.find(m.Doc, last)
	if n < 1 || n > 12 || n != float64(int(n)) || r.Len() != 1 || !isPart && !m.Doc.Is(last, "tonight") {
		return nil
	}
	if int(m.End) < len(m.Doc.Tokens) && (m.Doc.Glued(m.End) && m.Doc.Tokens[m.End].Class != extract.ClassPunct || !hourEnds(m.Doc, m.End)) {
		return nil
	}
	t := clockTime{hour: int(n) % 12, unit: hour}
	if !isPart || w.code != "MO" {
		t.hour += 12
	}
	inner := innerOf(m, "d", dateLike)
	if has(m, "p") {
		inner = partOn(inner, w.code)
	}
	return clockOn(t, "", inner)
}

// hourEnds tells whether nothing that could be counted stands at a token.
func hourEnds(doc *extract.Document, at int32) bool {
	penn := doc.Tags[at].Penn
	return doc.Tokens[at].Class == extract.ClassPunct && !doc.Is(at, "-") || penn == extract.PennIN || doc.Tags[at].POS == extract.CCONJ
}

func oclock(m pattern.Match) meaning {
	n, _, _ := numberAt(m.Doc, m.Get("n").Start)
	if n < 1 || n > 12 || n != float64(int(n)) {
		return nil
	}
	return clockOn(clockTime{hour: int(n), unit: hour}, "", ownDay)
}

// pastHour is a time told from an hour: "half past nine", "ten to six". Behind
// bare numbers only "at" and the like tell it from a score.
func pastHour(m pattern.Match) meaning {
	n := m.Get("n")
	hours, _, _ := numberAt(m.Doc, n.Start)
	minutes := 30.0
	switch {
	case has(m, "k"):
		minutes, _, _ = numberAt(m.Doc, m.Get("k").Start)
		i, ok := before(m)
		if !ok || !clockPrepose.HasToken(m.Doc, i) || m.Doc.Tokens[n.Start].Class == extract.ClassDigits {
			return nil
		}
	case !m.Doc.Is(m.Start, "half"):
		minutes = 15
	}
	if hours < 1 || hours > 12 || hours != float64(int(hours)) || minutes < 1 || minutes > 59 || minutes != float64(int(minutes)) {
		return nil
	}
	if int(m.End) < len(m.Doc.Tags) && m.Doc.Tags[m.End].Penn.IsNoun() {
		return nil
	}
	t := clockTime{hour: int(hours), minute: int(minutes), unit: minute}
	if m.Doc.Is(n.Start-1, "to") {
		t.hour, t.minute = int(hours)-1, 60-int(minutes)
	}
	return clockOn(t, "", ownDay)
}

// pastHourOfPart is "ten past nine in the evening", which the part of the day
// tells from a score.
func pastHourOfPart(m pattern.Match) meaning {
	hours, _, _ := numberAt(m.Doc, m.Get("n").Start)
	minutes, _, _ := numberAt(m.Doc, m.Get("k").Start)
	if hours < 1 || hours > 12 || hours != float64(int(hours)) || minutes < 1 || minutes > 59 || minutes != float64(int(minutes)) {
		return nil
	}
	t := clockTime{hour: int(hours) % 12, minute: int(minutes), unit: minute}
	if m.Doc.Is(m.Get("n").Start-1, "to") {
		t.hour, t.minute = (t.hour+11)%12, 60-t.minute
	}
	if p := m.Get("p").Start; !m.Doc.Is(p, "morning") && !m.Doc.Is(p, "night") {
		t.hour += 12
	}
	return clockOn(t, "", ownDay)
}

var clockPrepose = lexicon.NewSet("at", "until", "till", "around")

func noon(hours int) func(pattern.Match) meaning {
	return func(m pattern.Match) meaning {
		if m.Doc.Tokens[m.Start].Class.IsCapital() && m.Start > 0 && !m.Doc.Is(m.Start-1, ".") {
			return nil
		}
		return clockOn(clockTime{hour: hours, unit: hour}, "", ownDay)
	}
}

func noonOn(hours int) func(pattern.Match) meaning {
	return func(m pattern.Match) meaning {
		return clockOn(clockTime{hour: hours, unit: hour}, "", innerOf(m, "d", dateLike))
	}
}
