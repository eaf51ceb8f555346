package timex

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// dayPartRules find parts of days.
func dayPartRules() []rule {
	return []rule{
		{"bare-early-part", "It rained by [early afternoon].", "TIME TAF START", "{e:edge} -? {p:part}", bareEarlyPart},
		{"early-date-part", "They landed [early Thursday morning].", "TIME 2020-07-09TMO START", "{e:edge} {d:date} {p:part}", partOfDate},
		{"date-early-part", "They landed on [Thursday early morning].", "TIME 2020-07-09TMO START", "{d:date} {e:edge} {p:part}", partOfDate},
		{"early-on-date-part", "They landed [early on Thursday morning].", "TIME 2020-07-09TMO START", "{e:edge} on {d:date} {p:part}", partOfDate},
		{"early-hours", "They landed in [the early hours of Thursday].", "TIME 2020-07-09TMO START", "the early|small hours of|on {d:date}", earlyHours},
		{"date-part", "They landed on [Thursday night].", "TIME 2020-07-09TNI", "{d:date} {p:part}", partOfDate},
		{"part-of-date", "They landed on [the night of July 4].", "TIME 2020-07-04TNI", "the? {p:part} of|on {d:date}", partOfDate},
		{"the-part", "They landed in [the evening].", "TIME TEV", "the {p:part}", thePart},
		{"the-early-part", "They landed in [the early evening].", "TIME TEV START", "the {e:edge} {p:part}", theEarlyPart},
		{"that-part", "It rained on 5 May 2016 and cleared [that evening].", "TIME 2016-05-05TEV", "that same? {p:part}", thatPart},
		{"part-trading", "Shares rose in [afternoon] trading.", "TIME 2020-07-10TAF", "{p:part}", tradingPart},
		{"overnight", "It snowed [overnight].", "TIME 2020-07-10TNI", "overnight", overnight},
	}
}

// thatPart is a part of the day that the story has come to.
func thatPart(m pattern.Match) meaning {
	w, _, _ := vocabulary().parts.find(m.Doc, m.Get("p").Start)
	return partOn(func(c *context) result {
		p, i, ok := c.earlier(func(p period) bool { return p.unit <= day })
		if !ok {
			return result{value: unresolved[day], anchor: extract.None}
		}
		return result{at: periodOf(p.start, day), anchor: i}
	}, w.code)
}

// bareEarlyPart is "early afternoon" behind a preposition.
func bareEarlyPart(m pattern.Match) meaning {
	w, _, _ := vocabulary().parts.find(m.Doc, m.Get("p").Start)
	i, ok := before(m)
	if !ok || !partPrepose.HasToken(m.Doc, i) {
		return nil
	}
	mean := modified(partOn(ownDay, w.code), edgeMod(m.Doc, m.Get("e").Start))
	if m.Doc.Is(m.End, "trading") || m.Doc.Is(m.End, "trade") || m.Doc.Is(m.End, "dealings") {
		return modified(partOn(tradingDay, w.code), edgeMod(m.Doc, m.Get("e").Start))
	}
	if int(m.End) < len(m.Doc.Tags) && m.Doc.Tags[m.End].Penn.IsNoun() {
		return nil
	}
	return mean
}

var partPrepose = lexicon.NewSet("in", "by", "since", "until", "till", "from", "to", "around", "during", "before", "after")

// partOfDate is "Thursday night": the expression before must be a day.
func partOfDate(m pattern.Match) meaning {
	w, _, _ := vocabulary().parts.find(m.Doc, m.Get("p").Start)
	inner := innerOf(m, "d", dateLike)
	if inner == nil || partOfDayless(m.Doc, m.Get("d")) || partOfTitle(m) {
		return nil
	}
	if has(m, "e") {
		return modified(partOn(inner, w.code), edgeMod(m.Doc, m.Get("e").Start))
	}
	return partOn(inner, w.code)
}

// earlyHours is "the early hours of Thursday".
func earlyHours(m pattern.Match) meaning {
	if partOfDayless(m.Doc, m.Get("d")) {
		return nil
	}
	return modified(partOn(innerOf(m, "d", dateLike), "MO"), "START")
}

// partOfDayless tells whether an expression by its last word cannot be a day:
// "last year night".
func partOfDayless(doc *extract.Document, r extract.TokenRange) bool {
	w, _, ok := unitAt(doc, r.End-1)
	if _, _, isYear := yearAt(doc, r.End-1); isYear && r.Len() == 1 {
		return true
	}
	_, reference := vocabulary().references.Word(doc.Tokens[r.Start].Form)
	return ok && w.unit != day && w.unit != second || reference // "February twenty-second" is a day
}

func thePart(m pattern.Match) meaning {
	w, _, _ := vocabulary().parts.find(m.Doc, m.Get("p").Start)
	i, ok := before(m)
	if !ok || !m.Doc.Is(i, "in") && !m.Doc.Is(i, "during") && !m.Doc.Is(i, "later") && !m.Doc.Is(i, "earlier") && !m.Doc.Is(i, "of") ||
		m.Doc.Is(i, "of") && m.Doc.Is(i-1, "middle") ||
		int(m.End) < len(m.Doc.Tags) && m.Doc.Tags[m.End].Penn.IsNoun() || m.Doc.Is(m.End, "of") {
		return nil
	}
	return partOn(ownDay, w.code)
}

func theEarlyPart(m pattern.Match) meaning {
	w, _, _ := vocabulary().parts.find(m.Doc, m.Get("p").Start)
	return modified(partOn(ownDay, w.code), edgeMod(m.Doc, m.Get("e").Start))
}

// tradingPart is the part of a day of trading, the only one that is written
// without "the": "in morning trading".
func tradingPart(m pattern.Match) meaning {
	w, _, _ := vocabulary().parts.find(m.Doc, m.Start)
	if !m.Doc.Is(m.End, "trading") && !m.Doc.Is(m.End, "trade") {
		return nil
	}
	return partOn(tradingDay, w.code)
}

func overnight(m pattern.Match) meaning {
	if int(m.End) < len(m.Doc.Tags) && m.Doc.Tags[m.End].Penn.IsNoun() {
		return nil // "an overnight train"
	}
	return partOn(tradingDay, "NI")
}
