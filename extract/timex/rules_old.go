package timex

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// oldRules find years of fewer than four digits, which only their place tells
// from numbers.
func oldRules() []rule {
	return []rule{
		{"month-of-old-year", "The abbot died in [May of 384].", "DATE 0384-05", "{m:month} of {y:smallyear}", monthOfOld},
		{"day-of-old-year", "The abbot died (314 – [3 May 384]) there.", "DATE 0384-05-03", "{d:day} {m:month} {y:smallyear}", monthOfOld},
		{"old-year", "The fort was left in [347].", "DATE 0347", "{y:oldyear}", oldYear},
		{"old-year-end", "The abbot lived c. 314 – [368].", "DATE 0368", "{y:oldend}", oldEnd},
		{"the-year-small", "The fort was built in [the year 71].", "DATE 0071", "the year {y:smallyear}", theYearSmall},
	}
}

var (
	oldYearCues = lexicon.NewSet("in", "since", "until", "till", "after", "before", "around", "c.", "ca.", "circa")
	circaWords  = lexicon.NewSet("c.", "ca.", "circa")
)

// oldYearAt reads a year of three digits: "in 347 he left", "until 212.", but
// not "in 347 cases".
func oldYearAt(doc *extract.Document, at int32) (int, int32, bool) {
	n, ok := digitsAt(doc, at, 3)
	if !ok || n < 100 || at == 0 || !oldYearCues.HasToken(doc, at-1) || gluedToNumber(doc, at) {
		return 0, at, false
	}
	next := at + 1
	if int(next) >= len(doc.Tokens) || circaWords.HasToken(doc, at-1) {
		return n, next, true
	}
	penn := doc.Tags[next].Penn
	switch {
	case penn == extract.PennPRP, penn == extract.PennDT, penn == extract.PennVBD,
		doc.Is(next, ","), doc.Is(next, "."), doc.Is(next, ")"), doc.Is(next, ";"):
		return n, next, true
	case penn == extract.PennNNP && doc.Tokens[at-1].Class.IsCapital() && int(next)+1 < len(doc.Tags):
		return n, next, doc.Tags[next+1].Penn == extract.PennVBD // "In 348 Wulfstan died"
	}
	return 0, at, false
}

// monthOfOld is a month or day of a year of three digits.
func monthOfOld(m pattern.Match) meaning {
	mo, _, _ := monthAt(m.Doc, m.Get("m").Start)
	y, _, _ := smallYearAt(m.Doc, m.Get("y").Start)
	if y < 100 || int(m.End) < len(m.Doc.Tokens) && m.Doc.Tokens[m.End].Class != extract.ClassPunct {
		return nil // "on 3 May 384 people came"
	}
	if !has(m, "d") {
		return fixed(period{unit: month, start: date(y, mo, 1)})
	}
	d, _, _ := dayAt(m.Doc, m.Get("d").Start)
	if !validDate(y, int(mo), d) {
		return nil
	}
	return fixed(period{unit: day, start: date(y, mo, d)})
}

func oldYear(m pattern.Match) meaning {
	y, _, _ := oldYearAt(m.Doc, m.Start)
	return fixed(yearPeriod(y))
}

// smallYearAt reads a number of up to three digits that counts nothing.
func smallYearAt(doc *extract.Document, at int32) (int, int32, bool) {
	n, ok := digitsAt(doc, at, 3)
	if !ok || n == 0 || gluedToNumber(doc, at) || int(at)+1 < len(doc.Tags) && doc.Tags[at+1].Penn.IsNoun() {
		return 0, at, false
	}
	return n, at + 1, true
}

// oldEndAt reads the second year of "c. 314 – 368".
func oldEndAt(doc *extract.Document, at int32) (int, int32, bool) {
	if at < 3 || !doc.Is(at-1, "-") && !doc.Is(at-1, "–") || !circaWords.HasToken(doc, at-3) {
		return 0, at, false
	}
	first, ok := digitsAt(doc, at-2, 3)
	last, end, okLast := smallYearAt(doc, at)
	return last, end, ok && okLast && first < last
}

func oldEnd(m pattern.Match) meaning {
	y, _, _ := oldEndAt(m.Doc, m.Start)
	return fixed(yearPeriod(y))
}

func theYearSmall(m pattern.Match) meaning {
	y, _, _ := smallYearAt(m.Doc, m.Get("y").Start)
	return fixed(yearPeriod(y))
}
