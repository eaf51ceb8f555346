package timex

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// deicticRules find expressions counted from the day of publication, and
// those that point at a date mentioned before.
func deicticRules() []rule {
	return []rule{
		{"today", "The court ruled [today].", "DATE 2020-07-10", "today", today},
		{"yesterday", "The court ruled [yesterday].", "DATE 2020-07-09", "yesterday", func(pattern.Match) meaning { return relative(day, -1) }},
		{"tomorrow", "The court will rule [tomorrow].", "DATE 2020-07-11", "tomorrow", func(pattern.Match) meaning { return relative(day, 1) }},
		{"tonight", "The final is [tonight].", "TIME 2020-07-10TNI", "tonight", func(pattern.Match) meaning { return partOn(relative(day, 0), "NI") }},
		{"relative-unit", "Prices fell [last month].", "DATE 2020-06", "the? {r:relative} {u:unit}", relativeUnit},
		{"relative-part", "They spoke [this morning].", "TIME 2020-07-10TMO", "{r:relative} {p:part}", relativePart},
		{"reference", "The firm [recently] moved.", "DATE PAST_REF", "{x:reference}", reference},
		{"now", "It is [now] a museum.", "DATE PRESENT_REF", "right? now", now},
		{"that-unit", "In 2016 he won and [that year] he left.", "DATE 2016", "that same? {u:unit}", thatUnit},
		{"that-time", "He won in 2016. By [that time] he had left.", "DATE 2016", "that time", thatTime},
		{"the-same-unit", "He won in 2016 and left [the same year].", "DATE 2016", "the|this same {u:unit}", thatUnit},
		{"following-unit", "He won in 2016 and left [the following year].", "DATE 2017", "the following|next|subsequent {u:unit}", following(1)},
		{"following-month", "He won in October 2016 and left [the following January].", "DATE 2017-01", "the following {m:month}", followingNamed(1)},
		{"previous-month", "He won in October 2016, having lost [the previous May].", "DATE 2016-05", "the previous|preceding {m:month}", followingNamed(-1)},
		{"that-season", "He won in 2016 and left [that summer].", "DATE 2016-SU", "that same? {s:season}", thatSeason},
		{"previous-unit", "He won in 2016 and lost [the previous year].", "DATE 2015", "the? previous|preceding|prior {u:unit}", following(-1)},
		{"unit-before", "Profit rose in 2016 from [the year before].", "DATE 2015", "the {u:unit} before|previous|earlier", following(-1)},
		{"unit-after", "He won on 1 May 2016 and left [the day after].", "DATE 2016-05-02", "the {u:unit} after", following(1)},
		{"following-part", "It rained on 5 May 2016 and [the following morning].", "TIME 2016-05-06TMO", "the following|next {p:part}", followingPart},
		{"same-period", "That is more than in [the same period last year].", "DATE 2019", "the? same|corresponding|like|comparable period|time|quarter|month|week|day of? {y:relativeyear}", samePeriod},
		{"year-ago", "It lost money in its [year-ago] results.", "DATE 2019", "year - ago|earlier", func(pattern.Match) meaning { return yearBefore }},
		{"year-earlier", "It lost money in [the year-earlier period].", "DATE 2019", "the year - ago|earlier quarter|period|month", func(pattern.Match) meaning { return yearBefore }},
		{"the-unit", "For [the day] the index was higher.", "DATE 2020-07-10", "the {u:unit}", theUnit},
		{"ago-vague", "The town was rich [years ago].", "DATE PAST_REF", "{s:several}? {u:units} ago", vagueAgo},
		{"long-ago", "The town was rich [long ago].", "DATE PAST_REF", "long ago", vagueAgo},
	}
}

var (
	lastWords = []string{"last", "past"}
	thisWords = []string{"this", "current"}
	nextWords = []string{"next", "coming", "upcoming"}
	lastSet   = lexicon.NewSet(lastWords...)
	thisSet   = lexicon.NewSet(thisWords...)
	nextSet   = lexicon.NewSet(nextWords...)
)

// relativeAt returns -1 for "last", 0 for "this" and 1 for "next".
func relativeAt(doc *extract.Document, at int32) int {
	switch {
	case lastSet.HasToken(doc, at):
		return -1
	case nextSet.HasToken(doc, at):
		return 1
	}
	return 0
}

// matchRelative matches "last", "this", "next" and "this coming", "this past".
func matchRelative(doc *extract.Document, at int32) int32 {
	switch {
	case int(at) < len(doc.Tags) && doc.Is(at, "last") && doc.Tags[at].Penn.IsVerb():
		return at // "is expected to last six weeks"
	case doc.Is(at, "this") && (doc.Is(at+1, "coming") || doc.Is(at+1, "upcoming") || doc.Is(at+1, "past")):
		return at + 2
	case lastSet.HasToken(doc, at), thisSet.HasToken(doc, at), nextSet.HasToken(doc, at):
		return at + 1
	}
	return at
}

// matchLastYear matches "last year", "this year", "next year", "that year", "the
// same year".
func matchLastYear(doc *extract.Document, at int32) int32 {
	if next := at + 1; doc.Is(at, "that") || (doc.Is(at, "the") || doc.Is(at, "this")) && doc.Is(next, "same") {
		if doc.Is(next, "same") {
			next++
		}
		if doc.Is(next, "year") {
			return next + 1
		}
		return at
	}
	if end := matchRelative(doc, at); end > at && doc.Is(end, "year") {
		return end + 1
	}
	return at
}

// relativeUnit is "last month"; with "past" it is the stretch of time up to
// now: "the past year" is a duration.
func relativeUnit(m pattern.Match) meaning {
	r := m.Get("r")
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	word := m.Doc.Tokens[r.End-1].Form
	n := relativeAt(m.Doc, r.End-1)
	switch {
	case w.night && n <= 0:
		return partOn(relative(day, n), "NI")
	case w.unit == half || w.unit < day && n >= 0 || followedByUnitNoun(m):
		return nil
	case word == formPast:
		return constant(extract.Duration, durationValue(1, w), "")
	case w.unit == day && n < 0 || w.unit < day:
		return nil
	case m.Doc.Is(m.Start, "the") && n > 0 && w.unit != year:
		return anaphoric(w.unit, n)
	case w.night:
		return nil
	}
	return relative(w.unit, n)
}

// nearWeekend is "the weekend": the one that has begun or the last, beside a
// verb of the future the coming one.
func nearWeekend(c *context) result {
	r := c.shifted(c.published, weekend, 0)
	if today, ok := c.today(); ok && r.at.start.After(today) && c.tense() == past {
		r.at = r.at.add(-1)
	}
	return r
}

var (
	formPast = extract.FormOf("past")
)

// followedByUnitNoun tells whether the unit only begins a longer word: "last
// minute-long", "this year-long".
func followedByUnitNoun(m pattern.Match) bool {
	return m.Doc.Is(m.End, "-") && m.Doc.Glued(m.End)
}

func relativePart(m pattern.Match) meaning {
	n := relativeAt(m.Doc, m.Get("r").Start)
	w, _, _ := vocabulary().parts.find(m.Doc, m.Get("p").Start)
	if n > 0 && m.Doc.Is(m.Start, "next") || n < 0 && m.Doc.Is(m.Start, "past") {
		return nil
	}
	return partOn(relative(day, n), w.code)
}

// partOn is a part of the day of another expression.
func partOn(inner meaning, code string) meaning {
	return func(c *context) result {
		r := inner(c)
		if r.at.known() && r.at.unit == day {
			return result{kind: extract.Time, at: period{unit: part, start: r.at.start, part: code}, anchor: r.anchor, mod: r.mod}
		}
		return result{kind: extract.Time, value: r.value + "T" + code, anchor: extract.None, mod: r.mod}
	}
}

// reference is "recently" or "the future"; as an adjective or with a noun
// behind it, only "recent" and "current" are.
func reference(m pattern.Match) meaning {
	value, _, _ := vocabulary().references.find(m.Doc, m.Start)
	if m.Len() > 1 && m.Doc.Is(m.Start, "the") && !comingUnits(m) && int(m.End) < len(m.Doc.Tags) {
		if after := m.Doc.Tags[m.End].Penn; after.IsNoun() || after == extract.PennCD || m.Doc.Is(m.End, "-") || after == extract.PennJJ ||
			m.Doc.Is(m.End, "few") {
			return nil
		}
	}
	if m.Doc.Is(m.End, "of") && m.Len() == 2 && m.Doc.Is(m.Start, "the") {
		return nil // "the future of the party"
	}
	if m.Doc.Is(m.Start, "soon") && m.Doc.Is(m.Start-1, "as") || m.Doc.Is(m.End, "-") && m.Doc.Glued(m.End) {
		return nil
	}
	if value == "FUTURE_REF" && m.Len() == 1 {
		return ifFuture(value)
	}
	return constant(extract.Date, value, "")
}

// comingUnits tells whether a phrase ends in units, so that a noun behind it is
// another phrase: "in [the coming weeks] prices will fall".
func comingUnits(m pattern.Match) bool {
	_, _, ok := unitAt(m.Doc, m.End-1)
	return ok
}

// now is the adverb. At the start of a sentence it mostly goes on with the talk,
// and so it does in "now that", "now and again".
func now(m pattern.Match) meaning {
	first := m.Doc.Tokens[m.Start].Class.IsCapital()
	if m.Len() > 1 {
		return constant(extract.Date, "PRESENT_REF", "")
	}
	if i, ok := before(m); ok && nowPrepose.HasToken(m.Doc, i) {
		return constant(extract.Date, "PRESENT_REF", "")
	}
	if first || m.Doc.Is(m.End, "that") || m.Doc.Is(m.End, "and") && !afterBetween(m) || m.Doc.Is(m.End, ",") || m.Doc.Is(m.End, "-") && m.Doc.Glued(m.End) {
		return nil
	}
	return constant(extract.Date, "PRESENT_REF", "")
}

// nowPrepose make "now" a point in time: "Until now, nobody had been charged".
var nowPrepose = lexicon.NewSet("until", "till", "by", "from")

// today is the day of publication, or these days: "is still used today".
func today(m pattern.Match) meaning {
	if i, ok := before(m); ok && m.Doc.Tokens[m.Start].Class.IsCapital() && m.Doc.Gap(m.Start) == " " && m.Doc.Tags[i].Penn == extract.PennNNP {
		return nil // "USA Today"
	}
	return func(c *context) result {
		if c.generic() {
			return result{value: "PRESENT_REF", anchor: extract.None}
		}
		return c.shifted(c.published, day, 0)
	}
}

var stateWords = lexicon.NewSet("is", "are", "known", "remains", "remain", "continues", "exists", "exist", "survives", "survive")

// generic tells whether "today" means these days: in a sentence with "still",
// behind "is" or "known", or at the start of a sentence that tells a state.
func (c *context) generic() bool {
	i, next := c.here.Start-1, c.here.End
	if i < c.sentence.Start {
		return c.doc.Is(next, ",") && c.stateAfter(next)
	}
	if stateWords.HasToken(c.doc, i) && next < c.sentence.End {
		after := c.doc.Tags[next].Penn
		return !after.IsVerb() && after != extract.PennTO
	}
	for j := i; j >= c.sentence.Start && j >= i-8; j-- {
		if c.doc.Is(j, "still") {
			return true
		}
	}
	return false
}

// stateAfter tells whether the first verb from a token on is one of the present
// that begins nothing: "Today, it is a museum", not "Today, it is opening".
func (c *context) stateAfter(at int32) bool {
	for ; at < c.sentence.End && at < c.here.End+verbWindow; at++ {
		if c.doc.Tags[at].Penn.IsVerb() {
			state := stateWords.HasToken(c.doc, at)
			return state && at+1 < c.sentence.End && !c.doc.Tags[at+1].Penn.IsVerb()
		}
	}
	return false
}

// thatUnit is the period of a unit that the last date lies in.
func thatUnit(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if w.unit < day || w.unit == half || w.night {
		return nil
	}
	return func(c *context) result {
		p, i, ok := c.earlier(func(p period) bool { return p.unit <= w.unit })
		if !ok {
			return result{value: unresolved[w.unit], anchor: extract.None}
		}
		return result{at: periodOf(p.start, w.unit), anchor: i}
	}
}

// thatTime is the last date, behind a preposition; "that time he won" is none.
func thatTime(m pattern.Match) meaning {
	i, ok := before(m)
	if !ok || !m.Doc.Is(i, "by") && !m.Doc.Is(i, "since") && !m.Doc.Is(i, "until") {
		return nil
	}
	return func(c *context) result {
		p, i, ok := c.earlier(func(p period) bool { return p.unit >= part })
		if !ok {
			return result{}
		}
		return result{at: p, kind: kindOf(p), anchor: i}
	}
}

// following is so many periods from the last date.
func following(n int) func(m pattern.Match) meaning {
	return func(m pattern.Match) meaning {
		w, _, _ := unitAt(m.Doc, m.Get("u").Start)
		if w.unit < day || w.unit == half || followsBefore(m) {
			return nil
		}
		if w.night {
			return partOn(anaphoric(day, n), "NI")
		}
		return anaphoric(w.unit, n)
	}
}

// followingNamed is the first such month after the last date, or the last before
// it.
func followingNamed(n int) func(m pattern.Match) meaning {
	return func(m pattern.Match) meaning {
		mo, _, _ := monthAt(m.Doc, m.Get("m").Start)
		return func(c *context) result {
			p, anchor, ok := c.reference(year)
			if !ok {
				return result{value: monthOf(mo).value, anchor: extract.None}
			}
			base := periodOf(p.start, month)
			steps := (int(mo) - int(base.start.Month()) + 12) % 12 // 0 to 11 months on
			if n < 0 {
				steps -= 12
			} else if steps == 0 {
				steps = 12
			}
			at := base.add(steps)
			if !inCalendar(at) {
				return result{value: monthOf(mo).value, anchor: extract.None}
			}
			return result{at: at, anchor: anchor}
		}
	}
}

// thatSeason is a season of the year that the story has come to.
func thatSeason(m pattern.Match) meaning {
	s, _, _ := seasonAt(m.Doc, m.Get("s").Start)
	return func(c *context) result {
		p, anchor, ok := c.earlier(func(p period) bool { return p.unit <= year })
		if !ok {
			return result{value: seasonOf(s).value, anchor: extract.None}
		}
		return result{at: period{unit: season, start: date(p.start.Year(), s, 1)}, anchor: anchor}
	}
}

func followingPart(m pattern.Match) meaning {
	w, _, _ := vocabulary().parts.find(m.Doc, m.Get("p").Start)
	return partOn(anaphoric(day, 1), w.code)
}

var relativeYearStarts = []string{"last", "previous", "prior", "a", "one", "the"}

// relativeYearAt matches the year of a comparison: "last year", "of the
// previous year", "a year ago", "of 2008".
func relativeYearAt(doc *extract.Document, at int32) (int, int32, bool) {
	switch {
	case (doc.Is(at, "last") || doc.Is(at, "previous") || doc.Is(at, "prior")) && doc.Is(at+1, "year"):
		return 1, at + 2, true
	case (doc.Is(at, "a") || doc.Is(at, "one")) && doc.Is(at+1, "year") && (doc.Is(at+2, "ago") || doc.Is(at+2, "earlier") || doc.Is(at+2, "before")):
		return 1, at + 3, true
	case doc.Is(at, "the") && (doc.Is(at+1, "last") || doc.Is(at+1, "previous") || doc.Is(at+1, "prior")) && doc.Is(at+2, "year"):
		return 1, at + 3, true
	case doc.Is(at, "the") && doc.Is(at+1, "year") && (doc.Is(at+2, "before") || doc.Is(at+2, "earlier")):
		return 1, at + 3, true
	}
	return 0, at, false
}

// samePeriod is a period of the year before; "the same quarter last year" is a
// quarter whatever the last date was.
func samePeriod(m pattern.Match) meaning {
	for i := m.Start; i < m.Get("y").Start; i++ {
		if w, _, ok := unitAt(m.Doc, i); ok && w.unit == quarter {
			return func(c *context) result {
				p, anchor, ok := c.toldQuarter()
				if !ok {
					return yearBefore(c)
				}
				return result{at: p.add(-4), anchor: anchor}
			}
		}
	}
	return yearBefore
}

// yearBefore is the last date a year earlier: a quarter of the year before
// when the last date is a quarter.
func yearBefore(c *context) result {
	p, i, ok := c.earlier(func(p period) bool { return p.unit >= day && p.unit <= half && p.unit != weekend })
	if !ok || p.unit == day {
		return c.shifted(c.published, year, -1)
	}
	return result{at: periodOf(addMonths(p.start, -12), p.unit), anchor: i}
}
