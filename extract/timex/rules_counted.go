package timex

import (
	"fmt"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// countedRules find points in time so many units from another.
func countedRules() []rule {
	return []rule{
		{"ago", "The mine closed [two years ago].", "DATE 2018", "{about:about}? {n:number} {u:anyunit} ago", counted(publishedOf, -1)},
		{"a-unit-ago", "The mine closed [a month ago].", "DATE 2020-06", "{about:about}? a|an|one {u:unit} ago", counted(publishedOf, -1)},
		{"many-ago", "The sea lay here [millions of years ago].", "DATE PAST_REF", "dozens|hundreds|thousands|tens|millions|scores of {u:units} ago", vagueAgo},
		{"hyphened-ago", "The mine closed [a quarter-century ago].", "DATE 1995", "{n:number} - {u:unit} ago", counted(publishedOf, -1)},
		{"ago-from-date", "The mine closed [ten years ago today].", "DATE 2010-07-10", "{about:about}? {n:number} {u:anyunit} ago {d:date}", agoFromDate},
		{"a-unit-ago-date", "The mine closed [a year ago this month].", "DATE 2019-07", "a|an|one {u:unit} ago {d:date}", agoFromDate},
		{"half-ago", "The mine closed [a year and a half ago].", "DATE 2019-01", "{about:about}? a|an|one {u:unit} and a half ago", halfAgo},
		{"unit-from-now", "The vote is [three weeks from now].", "DATE 2020-W31", "{about:about}? {n:number} {u:anyunit} from now|today", counted(publishedOf, 1)},
		{"a-unit-from-now", "The vote is [a week from now].", "DATE 2020-W29", "{about:about}? a|an|one {u:unit} from now|today", counted(publishedOf, 1)},
		{"earlier", "He left in 2012. He had come [four years earlier].", "DATE 2008",
			"{about:about}? {n:number} {u:anyunit} earlier|before|previously", counted(referenceOf, -1)},
		{"a-unit-earlier", "He left in 2012. He had come [a year earlier].", "DATE 2011",
			"{about:about}? a|an|one {u:unit} earlier|before|previously", counted(referenceOf, -1)},
		{"later", "He came in 2008. [Four years later] he left.", "DATE 2012",
			"{about:about}? {n:number} {u:anyunit} later|afterwards|afterward", counted(laterOf, 1)},
		{"a-unit-later", "He came in 2008. [A year later] he left.", "DATE 2009",
			"{about:about}? a|an|one {u:unit} later|afterwards|afterward", counted(laterOf, 1)},
		{"day-before-yesterday", "He left [the day before yesterday].", "DATE 2020-07-08", "the day before yesterday",
			func(pattern.Match) meaning { return relative(day, -2) }},
		{"day-after-tomorrow", "He leaves [the day after tomorrow].", "DATE 2020-07-12", "the day after tomorrow",
			func(pattern.Match) meaning { return relative(day, 2) }},
		{"unit-before-last", "He left in [the week before last].", "DATE 2020-W26", "the {u:unit} before last", beyond(-2)},
		{"unit-after-next", "He leaves in [the month after next].", "DATE 2020-09", "the {u:unit} after next", beyond(2)},
		{"week-ago-weekday", "He left [a week ago Tuesday].", "DATE 2020-06-30", "a week ago {w:weekday}", weekFrom(-1)},
		{"week-from-weekday", "He leaves [a week from Tuesday].", "DATE 2020-07-21", "a week from {w:weekday}", weekFrom(1)},
		{"following-weekday", "He came on 5 May 2016 and left [the following Monday].", "DATE 2016-05-09", "the following {w:weekday}", followingWeekday},
		{"vague-later", "He came in 2008. [Several years later] he left.", "DATE FUTURE_REF", "{s:several}? {u:units} later",
			func(m pattern.Match) meaning { return constant(extract.Date, "FUTURE_REF", "") }},
		{"vague-earlier", "He left in 2012. He had come [several years earlier].", "DATE PAST_REF", "{s:several}? {u:units} earlier|before",
			vagueEarlier},
	}
}

// basis finds what an expression so many of a unit away is counted from.
type basis func(c *context, u unit) (period, extract.TimexIndex, bool)

func publishedOf(c *context, _ unit) (period, extract.TimexIndex, bool) { return c.published() }

// laterOf is what "two years later" is counted from. In a story told in the past
// that is never the day of publication.
func laterOf(c *context, u unit) (period, extract.TimexIndex, bool) {
	p, anchor, ok := c.reference(u)
	if anchor == extract.AnchorPublished && c.tense() == past {
		return period{}, extract.None, false
	}
	return p, anchor, ok
}

// referenceOf is what "a year earlier" is counted from. Beside another such
// comparison in its sentence it is what that was counted from: "In May sales
// rose 2% from a month earlier and 5% from [a year earlier]".
func referenceOf(c *context, u unit) (period, extract.TimexIndex, bool) {
	p, anchor, ok := c.reference(u)
	if !ok || anchor < 0 {
		return p, anchor, ok
	}
	if last := c.found[anchor]; last.Start >= c.sentence.Start && last.Anchor >= 0 && c.doc.Is(last.End-1, "earlier") {
		return c.periods[last.Anchor], last.Anchor, true
	}
	return p, anchor, ok
}

// mostUnits is the most units that are counted off; more would leave the
// calendar in any case.
const mostUnits = 100000

func counted(from basis, sign int) func(m pattern.Match) meaning {
	return func(m pattern.Match) meaning {
		w, _, _ := unitAt(m.Doc, m.Get("u").Start)
		count := 1.0
		if has(m, "n") {
			count, _, _ = numberAt(m.Doc, m.Get("n").Start)
		}
		if w.unit == half || followsBefore(m) {
			return nil
		}
		if count > mostUnits {
			if m.Doc.Is(m.End-1, "ago") {
				return vagueAgo(m)
			}
			return nil
		}
		whole := int(count)
		if count != float64(whole) {
			return halfUnits(from, sign, count, w)
		}
		mean := countedOff(from, sign*whole*w.times, w.unit)
		if m.Doc.Is(m.End-1, "today") && w.unit > day {
			mean = dayCounted(sign*whole*w.times, w.unit)
		}
		if has(m, "about") {
			return modified(mean, aboutMod(m.Doc, m.Get("about").Start, sign))
		}
		return mean
	}
}

func vagueAgo(pattern.Match) meaning { return constant(extract.Date, "PAST_REF", "") }

// dayCounted is the day so many units from that of publication: "a week from
// today".
func dayCounted(n int, u unit) meaning {
	return func(c *context) result {
		today, ok := c.today()
		p := period{unit: day, start: addUnits(today, n, u)}
		if !ok || !inCalendar(p) {
			return result{value: unresolved[day], anchor: extract.None}
		}
		return result{at: p, anchor: extract.AnchorPublished}
	}
}

// agoFromDate counts back from another day or month than that of publication:
// "ten years ago today", "a year ago this month".
func agoFromDate(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	count := 1.0
	if has(m, "n") {
		count, _, _ = numberAt(m.Doc, m.Get("n").Start)
	}
	at := m.Get("d").Start
	if w.unit < week || w.unit == half || count > mostUnits || count != float64(int(count)) ||
		!m.Doc.Is(at, "today") && !m.Doc.Is(at, "yesterday") && !m.Doc.Is(at, "this") && !m.Doc.Is(at, "last") && !m.Doc.Is(at, "tomorrow") {
		return nil
	}
	inner := innerOf(m, "d", dateLike)
	return func(c *context) result {
		r := inner(c)
		if !r.at.known() || r.at.unit > w.unit {
			return result{value: r.value, anchor: extract.None}
		}
		from := r.at.start
		if r.at.unit == week {
			from = from.AddDate(0, 0, 3) // a week lies where its Thursday lies
		}
		r.at = periodOf(addUnits(from, -int(count)*w.times, w.unit), r.at.unit)
		if !inCalendar(r.at) {
			return result{value: unresolved[r.at.unit], anchor: extract.None}
		}
		return r
	}
}

func halfAgo(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	return halfUnits(publishedOf, -1, 1.5, w)
}

// followsBefore tells whether "two days before" goes on with what it is before:
// "before the vote" is no date of its own.
func followsBefore(m pattern.Match) bool {
	if !m.Doc.Is(m.End-1, "before") && !m.Doc.Is(m.End-1, "after") || int(m.End) >= len(m.Doc.Tags) {
		return false
	}
	return m.Doc.Tokens[m.End].Class != extract.ClassPunct && m.Doc.Tags[m.End].POS != extract.CCONJ
}

// halfUnits counts off "two and a half years" in months, "1.5 days" in hours.
func halfUnits(from basis, sign int, count float64, w unitWord) meaning {
	if years := count * float64(yearsOf(w.unit)); w.unit > year && years == float64(int(years)) {
		return countedOff(from, sign*int(years), year)
	}
	if months := count * 12; w.unit == year && months == float64(int(months)) {
		return countedOff(from, sign*int(months), month)
	}
	return constant(extract.Date, map[int]string{-1: "PAST_REF", 1: "FUTURE_REF"}[sign], "")
}

// beyond is the period of a unit n units from publication, n of 2 or more:
// "the week before last".
func beyond(n int) func(pattern.Match) meaning {
	return func(m pattern.Match) meaning {
		w, _, _ := unitAt(m.Doc, m.Get("u").Start)
		if w.unit < day || w.unit == half || w.night {
			return nil
		}
		return relative(w.unit, n)
	}
}

// weekFrom is a day of the week a week before the last one or after the next.
func weekFrom(n int) func(pattern.Match) meaning {
	return func(m pattern.Match) meaning {
		iso, _, _ := weekdayAt(m.Doc, m.Get("w").Start, "name")
		near := pickedWeekday(iso, n)
		return func(c *context) result {
			r := near(c)
			if r.at.known() {
				r.at = r.at.add(7 * n)
			}
			return r
		}
	}
}

// followingWeekday is the first such day after the last date mentioned; "the next
// Monday" may be that after publication.
func followingWeekday(m pattern.Match) meaning {
	iso, _, _ := weekdayAt(m.Doc, m.Get("w").Start, "name")
	next := m.Doc.Is(m.Start+1, "next")
	return func(c *context) result {
		p, anchor, ok := c.earlier(func(p period) bool { return p.unit <= day })
		if !ok && next {
			p, anchor, ok = c.published()
		}
		if !ok {
			return result{value: fmt.Sprintf("XXXX-WXX-%d", iso), anchor: extract.None}
		}
		start := periodOf(p.start, day).start
		ahead := (iso-isoWeekday(start)+6)%7 + 1
		return result{at: period{unit: day, start: start.AddDate(0, 0, ahead)}, anchor: anchor}
	}
}

func vagueEarlier(m pattern.Match) meaning {
	if followsBefore(m) {
		return nil
	}
	return constant(extract.Date, "PAST_REF", "")
}

var (
	aboutWords    = []string{"about", "around", "approximately", "roughly", "some", "nearly", "almost", "over", "under"}
	aboutStarts   = []string{"more", "less", "fewer", "at", "up", "no", "just", "well", "slightly"}
	aboutSet      = lexicon.NewSet(aboutWords...)
	severalWords  = []string{"several", "many", "few", "some", "countless", "numerous"}
	severalStarts = []string{"a", "the", "couple", "number"}
	severalSet    = lexicon.NewSet(severalWords...)
)

// matchAbout matches what makes a count inexact: "nearly", "more than".
func matchAbout(doc *extract.Document, at int32) int32 {
	start := at
	switch {
	case doc.Is(at, "no") && doc.Is(at+2, "than"):
		at++
	case shadedBy(doc, at):
		return matchAbout(doc, at+1)
	}
	switch {
	case (doc.Is(at, "more") || doc.Is(at, "less") || doc.Is(at, "fewer")) && doc.Is(at+1, "than"),
		doc.Is(at, "at") && (doc.Is(at+1, "least") || doc.Is(at+1, "most")), doc.Is(at, "up") && doc.Is(at+1, "to"):
		return at + 2
	case (doc.Is(at, "over") || doc.Is(at, "under")) && !overCounts(doc, at):
		return start
	case aboutSet.HasToken(doc, at):
		return at + 1
	}
	return start
}

// shadedBy tells whether a word that only shades the next stands at a token:
// "just over two months", "slightly more than a year".
func shadedBy(doc *extract.Document, at int32) bool {
	if !doc.Is(at, "just") && !doc.Is(at, "well") && !doc.Is(at, "slightly") {
		return false
	}
	return doc.Is(at+1, "over") || doc.Is(at+1, "under") || (doc.Is(at+1, "more") || doc.Is(at+1, "less")) && doc.Is(at+2, "than")
}

var overBefore = lexicon.NewSet("for", "in", "after", "of", "within", "since", "just", "well", "slightly", "is", "was", "are", "were", "be", "been", "takes",
	"took", "take", "taken", "lasted", "lasts", "last", "spent", "spend", "served", "waited", "by", "to", "from", "and", "or", "at", "a", "the",
	"that", "with", "until", "as", "not", "now", "all")

// How far behind "over" the word stands that makes it a point in time.
const overAhead = 6

// overCounts tells whether "over" is "more than": "in over two years", "left
// over two years ago". In "cut 3,000 jobs over two years" it is a preposition.
func overCounts(doc *extract.Document, at int32) bool {
	if at == 0 || doc.Tokens[at].Class.IsCapital() || doc.Tokens[at-1].Class == extract.ClassPunct || overBefore.HasToken(doc, at-1) {
		return true
	}
	for i := at + 1; i <= at+overAhead && int(i) < len(doc.Tokens); i++ {
		if doc.Is(i, "ago") || doc.Is(i, "earlier") || doc.Is(i, "later") {
			return true
		}
	}
	return false
}

// aboutMod returns the TIMEX3 mod of a duration (sign 0), or of a point before
// (-1) or after (1) another.
func aboutMod(doc *extract.Document, at int32, sign int) string {
	if shadedBy(doc, at) {
		at++
	}
	more, less := "MORE_THAN", "LESS_THAN"
	if sign < 0 {
		more, less = "BEFORE", "AFTER"
	} else if sign > 0 {
		more, less = "AFTER", "BEFORE"
	}
	if doc.Is(at, "no") {
		if doc.Is(at+1, "more") {
			return "EQUAL_OR_LESS"
		}
		return "EQUAL_OR_MORE"
	}
	switch {
	case doc.Is(at, "more"), doc.Is(at, "over"):
		return more
	case doc.Is(at, "less"), doc.Is(at, "fewer"), doc.Is(at, "under"):
		return less
	case doc.Is(at, "at") && doc.Is(at+1, "least") && sign == 0:
		return "EQUAL_OR_MORE"
	case sign == 0 && (doc.Is(at, "at") || doc.Is(at, "up")):
		return "EQUAL_OR_LESS"
	}
	return "APPROX"
}

// matchSeveral matches "several", "a few", "many", "a couple of".
func matchSeveral(doc *extract.Document, at int32) int32 {
	i := at
	if doc.Is(i, "a") || doc.Is(i, "the") {
		i++
	}
	switch {
	case severalSet.HasToken(doc, i):
		return i + 1
	case doc.Is(i, "couple") && doc.Is(i+1, "of"):
		return i + 2
	case doc.Is(i, "number") && doc.Is(i+1, "of"):
		return i + 2
	case doc.Is(i, "couple") && i > at:
		if w, _, ok := unitAt(doc, i+1); ok && w.plural {
			return i + 1 // "a couple years"
		}
	}
	return at
}
