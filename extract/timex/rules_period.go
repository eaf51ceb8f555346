package timex

import (
	"strings"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// periodRules find quarters, halves and seasons.
func periodRules() []rule {
	return []rule{
		{"quarter-of-year", "Orders fell in [the third quarter of 2018].", "DATE 2018-Q3",
			"the? {o:nth} -? quarter|half ,? of|in? {y:inyear}", partOfInner},
		{"nine-months-of-year", "It earned more in [the first nine months of 2018].", "DURATION P9M",
			"the? first|last|final {n:number} -? months|weeks|days|years of {y:inyear}", countedPart},
		{"year-quarter", "Orders fell in [the 2018 third quarter].", "DATE 2018-Q3", "the? {y:inyear} {o:nth} -? quarter|half", quarterOfYear},
		{"relative-quarter", "Orders fell in [this year's third quarter].", "DATE 2020-Q3", "{y:inyear} 's {o:nth} quarter|half", quarterOfYear},
		{"quarter", "Orders will fall in [the fourth quarter].", "DATE 2020-Q4", "the? {o:nth} -? quarter", bareQuarter},
		{"fiscal-quarter", "Orders fell in [the fiscal second quarter].", "DATE 2020-Q2", "the? fiscal {o:nth} -? quarter", bareQuarter},
		{"quarter-fiscal", "Orders fell in its [second fiscal quarter].", "DATE 2020-Q2", "the? {o:nth} fiscal quarter", bareQuarter},
		{"months-of-quarter", "Orders fell in [the January-March quarter].", "DATE 2020-Q1", "the? {m:month} -|–|to {m2:month} quarter|period", quarterOfMonths},
		{"glued-months", "Orders fell in [January-March].", "DATE 2020-Q1", "{m:month} -|– {m2:month}", gluedMonths},
		{"months-of-quarter-year", "Orders fell in [the April-June quarter of 2018].", "DATE 2018-Q2",
			"the? {m:month} -|–|to {m2:month} quarter|period of|in|,? {y:inyear}", quarterOfMonths},
		{"half-results", "It published its [first-half] results.", "DATE 2020-H1", "{o:nth} - half", bareHalf},
		{"half", "Profit and revenue fell in [the first half].", "DATE 2020-H1", "the first|second half", halfOfStory},
		{"quarter-code", "Orders fell in [Q3 2018].", "DATE 2018-Q3", "{q:quartercode} of? {y:inyear}?", quarterCode},
		{"half-code", "Orders fell in [H1 2018].", "DATE 2018-H1", "{h:halfcode} of? {y:inyear}", halfCode},
		{"week-number", "It snowed in [week 53 of 2015].", "DATE 2015-W53", "the? week {k:number} ,? of|in? {y:year}", weekNumber},
		{"calendar-week", "It snowed in [calendar week 7].", "DATE 2020-W07", "the? calendar week {k:number}", weekNumber},
		{"latest-unit", "Sales fell in [the latest quarter].", "DATE 2020-Q2", "the latest|most recent? {u:unit}", latestUnit},
		{"mid-year", "It was done by [midyear].", "DATE 2020 MID", "midyear", func(pattern.Match) meaning { return modified(relative(year, 0), "MID") }},
		{"season-of-year", "They met in [the summer of 2012].", "DATE 2012-SU", "the? {s:season} ,? of? {y:inyear}", seasonOfInner},
		{"season", "The bridge reopens in [the spring].", "DATE 2021-SP", "the {s:season}", bareSeason},
		{"season-bare", "The bridge reopens in [spring].", "DATE 2021-SP", "{s:season}", bareSeason},
		{"relative-season", "The bridge reopened [last summer].", "DATE 2019-SU", "{r:relative} {s:season}", relativeSeason},
	}
}

var nthWords = []string{"final", "last", "closing", "opening"}

// nthAt reads an ordinal or "final"; last counts from the end.
func nthAt(doc *extract.Document, at int32) (n int, end int32, ok bool) {
	if doc.Is(at, "final") || doc.Is(at, "last") || doc.Is(at, "closing") {
		return -1, at + 1, true
	}
	if doc.Is(at, "opening") {
		return 1, at + 1, true
	}
	return ordinalAt(doc, at)
}

// partOf is the nth quarter or half of a year, false when it has none.
func partOf(y period, u unit, n int) (period, bool) {
	count := map[unit]int{quarter: 4, half: 2}[u]
	if n == -1 {
		n = count
	}
	if y.unit != year || n < 1 || n > count {
		return period{}, false
	}
	p := period{unit: u, start: y.start}
	return p.add(n - 1), true
}

func partOfInner(m pattern.Match) meaning {
	n, end, _ := nthAt(m.Doc, m.Get("o").Start)
	u := quarter
	for i := end; i < m.Get("y").Start; i++ {
		if m.Doc.Is(i, "half") {
			u = half
		}
	}
	inner := innerOf(m, "y", yearLike)
	if _, ok := partOf(yearPeriod(2000), u, n); !ok || longPeriod(m.Doc, m.End-1) {
		return nil
	}
	return within(inner, func(y period) (period, bool) { return partOf(y, u, n) }, "XXXX-"+partName(u, n))
}

// longPeriod tells whether the last word is that of a decade or century, which
// have no quarters.
func longPeriod(doc *extract.Document, last int32) bool {
	w, _, ok := unitAt(doc, last)
	return ok && w.unit != year || !ok && doc.Tokens[last].Class == extract.ClassAlnum
}

func partName(u unit, n int) string {
	if n == -1 {
		n = map[unit]int{quarter: 4, half: 2}[u]
	}
	return strings.TrimPrefix(partOfYear(u, n).value, "XXXX-")
}

func quarterOfYear(m pattern.Match) meaning {
	n, _, _ := nthAt(m.Doc, m.Get("o").Start)
	u := quarter
	if m.Doc.Is(m.End-1, "half") {
		u = half
	}
	if _, ok := partOf(yearPeriod(2000), u, n); !ok {
		return nil
	}
	return within(innerOf(m, "y", yearLike), func(y period) (period, bool) { return partOf(y, u, n) }, "XXXX-"+partName(u, n))
}

func countedPart(m pattern.Match) meaning {
	n, end, _ := numberAt(m.Doc, m.Get("n").Start)
	for i := end; i < m.Get("y").Start; i++ {
		if w, _, ok := unitAt(m.Doc, i); ok {
			return constant(extract.Duration, durationValue(n, w), "")
		}
	}
	return nil
}

func bareQuarter(m pattern.Match) meaning {
	n, end, _ := nthAt(m.Doc, m.Get("o").Start)
	if m.Doc.Is(m.Start, "the") && m.Doc.Is(end, "-") {
		return nil // of "the third-quarter results", "the" belongs to the results
	}
	if n == -1 && !m.Doc.Is(m.Get("o").Start, "final") || n > 4 || n == 0 {
		return nil // "the last quarter" is counted from now
	}
	if n == -1 {
		n = 4
	}
	if m.Doc.Is(m.End, "of") && (gameWords.HasToken(m.Doc, m.End+1) || gameWords.HasToken(m.Doc, m.End+2)) {
		return nil
	}
	hyphened := m.Doc.Is(end, "-")
	return func(c *context) result {
		if c.aboutGame() {
			return result{}
		}
		if hyphened {
			return partOfYear(quarter, n).nearestTold()(c)
		}
		return partOfYear(quarter, n).nearest()(c)
	}
}

// gluedMonths is a quarter told by its months alone, which a dash without blanks
// makes one word.
func gluedMonths(m pattern.Match) meaning {
	if m2 := m.Get("m2").Start; !m.Doc.Glued(m2) || !m.Doc.Glued(m2-1) {
		return nil
	}
	return quarterOfMonths(m)
}

// quarterOfMonths is a quarter told by its months.
func quarterOfMonths(m pattern.Match) meaning {
	first, _, _ := monthAt(m.Doc, m.Get("m").Start)
	last, _, _ := monthAt(m.Doc, m.Get("m2").Start)
	if first%3 != 1 || last != first+2 {
		return nil
	}
	n := int(last) / 3
	if !has(m, "y") {
		return partOfYear(quarter, n).nearest()
	}
	return within(innerOf(m, "y", yearLike), func(y period) (period, bool) { return partOf(y, quarter, n) }, "XXXX-"+partName(quarter, n))
}

var (
	gameWords  = lexicon.NewSet("game", "match", "final", "contest", "win", "victory", "loss", "defeat")
	sportWords = lexicon.NewSet("touchdown", "touchdowns", "quarterback", "quarterbacks", "rebounds", "halftime", "playoff", "playoffs",
		"rebound", "yards", "coach", "punt", "overtime")
)

// aboutGame tells whether the article is about a game that has quarters.
func (c *context) aboutGame() bool {
	return c.storyOf() == game
}

var resultWords = lexicon.NewSet("result", "results", "profit", "profits", "earnings", "loss", "losses", "sales", "revenue", "revenues",
	"net", "pretax", "pre", "operating", "figures", "growth", "turnover", "income", "report", "interim")

// bareHalf is a half of a year without one, told from halves of matches by the
// word behind it.
func bareHalf(m pattern.Match) meaning {
	n, _, _ := nthAt(m.Doc, m.Get("o").Start)
	if n < 1 || n > 2 || !resultWords.HasToken(m.Doc, m.End) {
		return nil
	}
	return partOfYear(half, n).nearest()
}

// halfOfStory is a half of a year in a story of results; in a report of a match
// it is no date.
func halfOfStory(m pattern.Match) meaning {
	n, end, _ := nthAt(m.Doc, m.Start+1)
	if m.Doc.Is(end+1, "of") || m.Doc.Is(end+1, "-") {
		return nil
	}
	return func(c *context) result {
		if !c.aboutBusiness() {
			return result{}
		}
		return partOfYear(half, n).nearest()(c)
	}
}

// story is what is known of the subject of an article.
type story uint8

const (
	unread story = iota
	business
	game
	other
)

var businessWords = lexicon.NewSet("profit", "profits", "revenue", "revenues", "earnings", "dividend", "turnover", "quarterly", "shareholders")

// aboutBusiness tells whether the words of results come more than once in the
// article.
func (c *context) aboutBusiness() bool { return c.storyOf() == business }

// storyOf counts the words of results and of games in the article.
func (c *context) storyOf() story {
	if c.story != unread {
		return c.story
	}
	results, games := 0, 0
	for i := range c.doc.Tokens {
		if form := c.doc.Tokens[i].Form; businessWords.Has(form) {
			results++
		} else if sportWords.Has(form) {
			games++
		}
	}
	switch {
	case results > 1:
		c.story = business
	case games > 1:
		c.story = game
	default:
		c.story = other
	}
	return c.story
}

// quarterCodeAt reads "Q3" and "3Q".
func quarterCodeAt(doc *extract.Document, at int32) (int, int32, bool) {
	return codeAt(doc, at, 'Q', 4)
}

// halfCodeAt reads "H1" and "1H".
func halfCodeAt(doc *extract.Document, at int32) (int, int32, bool) {
	return codeAt(doc, at, 'H', 2)
}

// codeAt reads a letter and a number up to most, either first.
func codeAt(doc *extract.Document, at int32, name, most byte) (int, int32, bool) {
	if int(at) >= len(doc.Tokens) {
		return 0, at, false
	}
	text := textFrom(doc, at)
	if len(text) < 2 {
		return 0, at, false
	}
	letter, digit := text[0], text[1]
	if isDigit(letter) {
		letter, digit = digit, letter
	}
	if letter != name || digit < '1' || digit > '0'+most {
		return 0, at, false
	}
	end := endOfBytes(doc, at, 2)
	if end == at || doc.Glued(end) && doc.Tokens[end].Class != extract.ClassPunct {
		return 0, at, false
	}
	return int(digit - '0'), end, true
}

// halfCode is "H1 2018"; without its year the code is mostly that of something
// else.
func halfCode(m pattern.Match) meaning {
	n, _, _ := halfCodeAt(m.Doc, m.Start)
	return within(innerOf(m, "y", yearLike), func(y period) (period, bool) { return partOf(y, half, n) }, "XXXX-"+partName(half, n))
}

func quarterCode(m pattern.Match) meaning {
	n, _, _ := quarterCodeAt(m.Doc, m.Get("q").Start)
	if !has(m, "y") {
		return partOfYear(quarter, n).nearest()
	}
	return within(innerOf(m, "y", yearLike), func(y period) (period, bool) { return partOf(y, quarter, n) }, "XXXX-"+partName(quarter, n))
}

var seasonWords = []string{"spring", "summer", "autumn", "fall", "winter"}

var seasons = map[extract.Form]time.Month{
	extract.FormOf("spring"): time.March, extract.FormOf("summer"): time.June, extract.FormOf("autumn"): time.September,
	extract.FormOf("fall"): time.September, extract.FormOf("winter"): time.December,
}

func seasonAt(doc *extract.Document, at int32) (time.Month, int32, bool) {
	if int(at) >= len(doc.Tokens) {
		return 0, at, false
	}
	m, ok := seasons[doc.Tokens[at].Form]
	if !ok || doc.Tags[at].Penn.IsVerb() {
		return 0, at, false
	}
	return m, at + 1, true
}

func seasonOfInner(m pattern.Match) meaning {
	s, _, _ := seasonAt(m.Doc, m.Get("s").Start)
	return within(innerOf(m, "y", yearLike), func(y period) (period, bool) {
		return period{unit: season, start: date(y.start.Year(), s, 1)}, y.unit == year
	}, seasonOf(s).value)
}

var seasonPrepose = lexicon.NewSet("in", "by", "during", "since", "until", "before", "after", "from", "through", "early", "late", "mid",
	"over", "to")

// seasonAlone tells whether "summer" or "winter" is spoken of as such: "the heat
// of summer", "Winter is cold". It is that of no year.
func seasonAlone(m pattern.Match) bool {
	if !m.Doc.Is(m.Start, "summer") && !m.Doc.Is(m.Start, "winter") || int(m.End) >= len(m.Doc.Tags) || m.Doc.Is(m.End, "of") {
		return false
	}
	head, relation := m.Doc.Arcs[m.Start].Head, m.Doc.Arcs[m.Start].Relation
	if relation == extract.RelNsubj && head > m.Start {
		return m.Start == 0 || m.Doc.Tags[m.Start-1].Penn != extract.PennNNP && m.Doc.Tags[m.Start-1].Penn != extract.PennDT
	}
	return m.Start > 0 && m.Doc.Is(m.Start-1, "of") && !m.Doc.Tags[m.End].Penn.IsNoun()
}

// bareSeason is a season behind a preposition: "in the fall", not "the fall of
// the wall" or "the spring broke".
func bareSeason(m pattern.Match) meaning {
	s, end, _ := seasonAt(m.Doc, m.Get("s").Start)
	i, ok := before(m)
	if m.Len() == 1 && seasonAlone(m) {
		return constant(extract.Date, seasonOf(s).value, "")
	}
	if !ok || !seasonPrepose.HasToken(m.Doc, i) || m.Doc.Is(end, "of") {
		return nil
	}
	if int(end) < len(m.Doc.Tags) && (m.Doc.Tags[end].Penn.IsNoun() || m.Doc.Tags[end].Penn == extract.PennHYPH) {
		return nil
	}
	if m.Doc.Is(end-1, "fall") && m.Len() == 1 || m.Doc.Is(end-1, "spring") && m.Doc.Is(i, "from") {
		return nil
	}
	return seasonOf(s).nearest()
}

func relativeSeason(m pattern.Match) meaning {
	s, _, _ := seasonAt(m.Doc, m.Get("s").Start)
	n := relativeAt(m.Doc, m.Get("r").End-1)
	if n == 0 {
		return seasonOf(s).nearest()
	}
	return seasonOf(s).picked(n)
}
