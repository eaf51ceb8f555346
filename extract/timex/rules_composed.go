package timex

import (
	"fmt"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// composedRules find expressions with another one inside.
func composedRules() []rule {
	return []rule{
		{"early-date", "It opened in [mid-2009].", "DATE 2009 MID", "the? {e:edge} - {d:date}", edge},
		{"early-date-blank", "It opened in [early June].", "DATE 2020-06 START", "the? {e:edge} {d:date}", edge},
		{"early-in-date", "It opened [late in 2009].", "DATE 2009 END", "{e:edge} in|on {d:date}", edge},
		{"edge-of-date", "It opened at [the end of last year].", "DATE 2019 END", "the? very? {e:edgenoun} of {d:date}", edge},
		{"week-of-day", "The vote is in [the week of July 20].", "DATE 2020-W30", "the? week|weekend of|beginning|starting|commencing on? {d:date}", weekOfDay},
		{"edge-of-era", "It will be gone by [the end of the century].", "DATE 20 END", "the {e:edgenoun} of the|this decade|century", edgeOfEra},
		{"turn-of-century", "It was built at [the turn of the century].", "DATE 20 START", "the turn of the century", edgeOfEra},
		{"earlier-date", "The two met [earlier this week].", "DATE 2020-W28", "earlier|later {d:date}", earlierDate},
		{"unit-of-date", "Prices fell in [the last week of March].", "DATE 2020-W13", "the? {o:nth} {u:unit} of {d:date}", unitOfDate},
		{"nth-weekday", "The vote is on [the first Tuesday of November].", "DATE 2020-11-03", "the? {o:nth} {w:weekday} of|in {d:date}", nthWeekdayOf},
		{"year-end", "The plant will close by [year-end].", "DATE 2020 END", "year|month - end", unitEnd},
		{"end-of-named-year", "The plant closed at [year-end 2018].", "DATE 2018 END", "year - end {y:year}", yearEndNamed},
		{"year-end-blank", "The plant will close by [the year's end].", "DATE 2020 END", "the? {u:unit} 's? end", unitEnd},
		{"half-of-date", "The church is from [the first half of the 18th century].", "DATE 17 START", "the? first|second|latter half of {d:date}", halfOf},
	}
}

var (
	earlyWords = []string{"early", "beginning", "start", "onset", "opening", "dawn"}
	midWords   = []string{"mid", "middle"}
	lateWords  = []string{"late", "end", "close"}
	earlySet   = lexicon.NewSet(earlyWords...)
	midSet     = lexicon.NewSet(midWords...)
	lateSet    = lexicon.NewSet(lateWords...)
)

// edgeMod returns the mod of a word for the edge of a period.
func edgeMod(doc *extract.Document, at int32) string {
	switch {
	case earlySet.HasToken(doc, at):
		return "START"
	case midSet.HasToken(doc, at):
		return "MID"
	case lateSet.HasToken(doc, at):
		return "END"
	}
	return ""
}

func matchEdge(doc *extract.Document, at int32) int32 {
	if doc.Is(at, "early") || doc.Is(at, "mid") || doc.Is(at, "late") {
		return at + 1
	}
	return at
}

func matchEdgeNoun(doc *extract.Document, at int32) int32 {
	if !doc.Is(at, "early") && !doc.Is(at, "late") && edgeMod(doc, at) != "" {
		return at + 1
	}
	return at
}

func edge(m pattern.Match) meaning {
	inner := innerOf(m, "d", dateLike)
	if inner == nil || referenceWord(m) || m.Doc.Is(m.Start, "the") && has(m, "e") && edgeWord(m) && !isDecade(m.Doc, m.End-1) {
		return nil
	}
	return modified(inner, edgeMod(m.Doc, m.Get("e").Start))
}

// edgeOfEra is the edge of the decade or century of publication.
func edgeOfEra(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.End-1)
	mod := "START" // "the turn of the century"
	if has(m, "e") {
		mod = edgeMod(m.Doc, m.Get("e").Start)
	}
	return modified(relative(w.unit, 0), mod)
}

// edgeWord tells whether the edge is "early", "mid" or "late": then "the"
// belongs to it only with a decade, "the late 1980s", and otherwise to the noun
// behind: "the early June storm".
func edgeWord(m pattern.Match) bool {
	at := m.Get("e").Start
	return matchEdge(m.Doc, at) > at
}

// isDecade tells whether the last word is that of a decade or century.
func isDecade(doc *extract.Document, last int32) bool {
	word := doc.Word(last)
	return strings.HasSuffix(word, "s") || doc.Is(last, "century")
}

// referenceWord tells whether the inner expression is a word like "now", which
// has no edges.
func referenceWord(m pattern.Match) bool {
	_, ok := vocabulary().references.Word(m.Doc.Tokens[m.Get("d").Start].Form)
	return ok || m.Doc.Is(m.Get("d").Start, "now")
}

// earlierDate is "earlier this week": a moment inside it.
func earlierDate(m pattern.Match) meaning {
	if referenceWord(m) {
		return nil
	}
	return innerOf(m, "d", dateLike)
}

// unitOfDate is the nth week or day of a longer period.
func unitOfDate(m pattern.Match) meaning {
	n, _, _ := nthAt(m.Doc, m.Get("o").Start)
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	inner := innerOf(m, "d", dateLike)
	if inner == nil || w.unit < day || w.unit == half || w.night || n == 0 || n > 366 {
		return nil
	}
	return within(inner, func(outer period) (period, bool) {
		if !outer.known() || outer.unit <= w.unit {
			return period{}, false
		}
		begin, until := outer.bounds()
		p := periodOf(begin, w.unit)
		if p.start.AddDate(0, 0, 3).Before(begin) {
			p = p.add(1) // a week belongs where its Thursday lies, as in ISO 8601
		}
		p = p.add(n - 1)
		if n == -1 {
			p = periodOf(until.AddDate(0, 0, -1), w.unit)
			if !p.start.AddDate(0, 0, 3).Before(until) {
				p = p.add(-1)
			}
		}
		return p, p.start.Before(until) && inCalendar(p)
	}, unresolved[w.unit])
}

// nthWeekdayOf is the nth such day of a month or year.
func nthWeekdayOf(m pattern.Match) meaning {
	n, _, _ := nthAt(m.Doc, m.Get("o").Start)
	iso, _, _ := weekdayAt(m.Doc, m.Get("w").Start, "name")
	inner := innerOf(m, "d", dateLike)
	if inner == nil || n == 0 || n > 53 {
		return nil
	}
	return within(inner, func(outer period) (period, bool) {
		if !outer.known() || outer.unit <= week {
			return period{}, false
		}
		begin, until := outer.bounds()
		at := begin.AddDate(0, 0, (iso-isoWeekday(begin)+7)%7+7*(n-1))
		if n < 0 {
			end := until.AddDate(0, 0, -1)
			at = end.AddDate(0, 0, -((isoWeekday(end) - iso + 7) % 7))
		}
		return period{unit: day, start: at}, at.Before(until)
	}, fmt.Sprintf("XXXX-WXX-%d", iso))
}

func unitEnd(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Start)
	if has(m, "u") {
		w, _, _ = unitAt(m.Doc, m.Get("u").Start)
	}
	if w.unit != year && w.unit != month && w.unit != week || w.night {
		return nil
	}
	return modified(relative(w.unit, 0), "END")
}

func yearEndNamed(m pattern.Match) meaning { return modified(fixed(yearPeriod(yearOf(m))), "END") }

// halfOf is a half of a century or decade; halves of a year are periods of
// their own.
func halfOf(m pattern.Match) meaning {
	inner := innerOf(m, "d", dateLike)
	if inner == nil || referenceWord(m) {
		return nil
	}
	at := m.Start
	if m.Doc.Is(at, "the") {
		at++
	}
	if m.Doc.Is(at, "first") {
		return modified(inner, "START")
	}
	return modified(inner, "END")
}
