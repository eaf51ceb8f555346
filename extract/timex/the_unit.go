package timex

import (
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// endOf returns the last day of a period that tells it: "the quarter ended June
// 30".
func endOf(c *context) (period, bool) {
	at := c.here.End
	if !c.doc.Is(at, "ended") && !c.doc.Is(at, "ending") && !c.doc.Is(at, "to") {
		return period{}, false
	}
	if w, _, ok := weekdayAt(c.doc, at+1, "name"); ok {
		p := weekday(w)(c).at
		return p, p.known()
	}
	mo, next, ok := monthAt(c.doc, at+1)
	d, end, okDay := dayAt(c.doc, next)
	if !ok || !okDay {
		return period{}, false
	}
	if c.doc.Is(end, ",") {
		end++
	}
	if y, _, ok := yearAt(c.doc, end); ok && validDate(y, int(mo), d) {
		return period{unit: day, start: date(y, mo, d)}, true
	}
	p := dayOf(mo, d).nearest()(c).at
	return p, p.known()
}

// How many words may stand before the month of "the year to the end of June".
const monthWords = 4

// monthNear tells whether a month stands at a token or shortly behind it.
func monthNear(doc *extract.Document, at int32) bool {
	for i := at; i <= at+monthWords && int(i) < len(doc.Tokens) && (doc.Tokens[i].Class != extract.ClassPunct || doc.Is(i, "-")); i++ {
		if _, _, ok := monthAt(doc, i); ok {
			return true
		}
	}
	return false
}

var unitPrepose = lexicon.NewSet("in", "of", "for", "during", "end", "ended", "ends", "finish", "finished", "close", "closed", "throughout",
	"over", "begin", "began", "start", "started", "earlier", "later", "on", "by", "through", "within", "at")

// ofTitles are what is said to be of any day or year: "player of the year".
var ofTitles = lexicon.NewSet("player", "person", "man", "woman", "sportsman", "manager", "coach", "team", "goal", "word", "song", "book", "album", "film",
	"photo", "picture", "car", "company", "order", "soup", "hours", "time", "times", "question", "quote", "artist", "rookie",
	"footballer", "athlete", "teacher", "breaker", "entrepreneur")

// relativeClause tells whether the pronoun behind a noun begins a clause about
// it: "the day he left", but not "over the weekend he left".
func relativeClause(doc *extract.Document, noun, pronoun int32) bool {
	verb := doc.Arcs[pronoun].Head
	return verb != extract.None && (doc.Arcs[verb].Head == noun || doc.Arcs[pronoun].Head == noun)
}

// How many expressions back the quarter stands that a story of results is about.
const quarterBack = 40

// toldQuarter returns the last quarter mentioned that has ended before the day
// of publication: in a story of results it is "the quarter", whatever dates
// stand between. A verb of the future tells of another.
func (c *context) toldQuarter() (period, extract.TimexIndex, bool) {
	today, known := c.today()
	if c.tense() == future || !known {
		return period{}, extract.None, false
	}
	for i := len(c.found) - 1; i >= 0 && i >= len(c.found)-quarterBack; i-- {
		if p := c.periods[i]; p.known() && p.unit == quarter {
			if _, until := p.bounds(); !until.After(today) && today.Sub(until) < 366*24*time.Hour {
				return p, extract.TimexIndex(i), true
			}
		}
	}
	return period{}, extract.None, false
}

// theUnit is "the day", "the quarter" behind a preposition: the last one
// mentioned, or that of publication.
func theUnit(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	i, ok := before(m)
	if !ok || w.unit < day || w.unit == half || w.unit > year || w.night || m.Doc.Tokens[m.End-1].Class.IsCapital() || !unitPrepose.HasToken(m.Doc, i) ||
		m.Doc.Is(i, "of") && ofTitles.HasToken(m.Doc, i-1) {
		return nil
	}
	if int(m.End) < len(m.Doc.Tags) {
		if tag := m.Doc.Tags[m.End]; tag.POS == extract.NOUN || tag.POS == extract.PROPN || tag.POS == extract.ADJ || tag.POS == extract.NUM ||
			m.Doc.Is(m.End, "of") || m.Doc.Is(m.End, "-") || m.Doc.Is(m.End, "that") || m.Doc.Is(m.End, "when") ||
			m.Doc.Is(m.End, "'s") || tag.POS == extract.PRON && relativeClause(m.Doc, m.End-1, m.End) {
			return nil
		}
	}
	if w.unit == weekend {
		return nearWeekend
	}
	if w.unit == year && m.Doc.Is(m.End, "to") && monthNear(m.Doc, m.End+1) {
		return constant(extract.Duration, durationValue(1, w), "") // "in the year to June"
	}
	return func(c *context) result {
		if p, ended := endOf(c); ended && (w.unit <= quarter || w.unit == year) {
			return result{at: periodOf(p.start, w.unit), anchor: extract.None}
		}
		p, anchor, ok := c.earlier(func(p period) bool { return p.unit <= w.unit })
		if w.unit == quarter {
			if told, i, found := c.toldQuarter(); found {
				p, anchor, ok = told, i, true
			}
		}
		if !ok {
			p, anchor, ok = c.published()
		}
		if !ok {
			return result{value: unresolved[w.unit], anchor: extract.None}
		}
		return result{at: periodOf(p.start, w.unit), anchor: anchor}
	}
}
