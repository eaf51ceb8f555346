package timex

import (
	"time"

	"github.com/factline/factline/extract"
)

// meaning tells what a matched expression means where it stands.
type meaning func(*context) result

// result is what an expression means.
type result struct {
	kind   extract.TimexType
	at     period // the period meant; the zero period when it is not known
	value  string // TIMEX3 value; "" for that of the period
	mod    string
	anchor extract.TimexIndex // what it was counted from; extract.None for nothing
}

// context is what is known when an expression is read: the article, the
// sentence and every expression before.
type context struct {
	doc      *extract.Document
	sentence extract.TokenRange
	role     extract.Role // of the sentence
	// paragraph is the first token of the paragraph of the sentence.
	paragraph int32
	story     story              // what the article is about
	numerics  order              // how its dates in digits are written
	here      extract.TokenRange // the expression being read
	found     []extract.Timex
	periods   []period // periods[i] belongs to found[i]
}

// add reads an expression and keeps it, unless it turns out to mean nothing.
func (c *context) add(r extract.TokenRange, mean meaning, rule string) {
	c.here = r
	res := mean(c)
	if res.value == "" && !res.at.known() {
		return
	}
	t := extract.Timex{
		TokenRange: r, Type: res.kind, Value: res.value, Mod: res.mod, Anchor: res.anchor, Rule: rule,
	}
	if res.at.known() && t.Value == "" {
		t.Value = res.at.value()
	}
	if t.Value == unresolved[hour] || t.Value == unresolved[minute] || t.Value == unresolved[second] {
		t.Value = "" // a time of which nothing is known has no value
	}
	if res.at.known() && inCalendar(res.at) {
		t.Resolved = true
		begin, until := res.at.bounds()
		t.Begin, t.Until = isoMoment(begin, res.at.unit), isoMoment(until, res.at.unit)
	}
	c.found = append(c.found, t)
	c.periods = append(c.periods, res.at)
}

// today returns the day of publication, and false when it is unknown.
func (c *context) today() (time.Time, bool) {
	p := c.doc.Published
	if p.IsZero() || p.Year() < 2 || p.Year() > 9998 {
		return time.Time{}, false
	}
	return date(p.Year(), p.Month(), p.Day()), true
}

// How far back an expression may refer, in expressions and in tokens.
const (
	lookBackTimexes = 6
	lookBackTokens  = 250
)

// earlier returns the last resolved DATE or TIME before this expression that
// fits, near enough to be referred to.
func (c *context) earlier(fits func(period) bool) (period, extract.TimexIndex, bool) {
	for i, tries := len(c.found)-1, 0; i >= 0 && tries < lookBackTimexes; i, tries = i-1, tries+1 {
		if c.here.Start-c.found[i].End > lookBackTokens {
			break
		}
		if p := c.periods[i]; p.known() && fits(p) {
			return p, extract.TimexIndex(i), true
		}
	}
	return period{}, extract.None, false
}

// reference returns the period that an anaphoric expression of a unit ("the
// following month") is counted from: the last date before it that is no longer
// than the unit, or the day of publication. Hours are counted from a time that
// was told last.
func (c *context) reference(u unit) (period, extract.TimexIndex, bool) {
	if p, i, ok := c.earlier(func(period) bool { return true }); ok && u < day && p.unit < part {
		return p, i, true
	}
	if p, i, ok := c.earlier(func(p period) bool { return p.unit >= part && p.unit <= max(u, day) }); ok {
		return p, i, true
	}
	return c.published()
}

// published returns the day of publication as a period.
func (c *context) published() (period, extract.TimexIndex, bool) {
	if t, ok := c.today(); ok {
		return period{unit: day, start: t}, extract.AnchorPublished, true
	}
	return period{}, extract.None, false
}

// fixed is an expression that needs nothing else: "July 8, 2020".
func fixed(p period) meaning {
	return func(*context) result {
		return result{kind: kindOf(p), at: p, anchor: extract.None}
	}
}

// constant is an expression whose value is no place in the calendar: "now".
func constant(kind extract.TimexType, value, mod string) meaning {
	return func(*context) result {
		return result{kind: kind, value: value, mod: mod, anchor: extract.None}
	}
}

func kindOf(p period) extract.TimexType {
	if p.unit <= part {
		return extract.Time
	}
	return extract.Date
}

// relative is the period of a unit n units from the day of publication: -1 for
// "last", 0 for "this", 1 for "next".
func relative(u unit, n int) meaning {
	return func(c *context) result {
		return c.shifted(c.published, u, n)
	}
}

// anaphoric is the period of a unit n units from the last date mentioned.
func anaphoric(u unit, n int) meaning {
	return func(c *context) result {
		return c.shifted(func() (period, extract.TimexIndex, bool) { return c.reference(u) }, u, n)
	}
}

func (c *context) shifted(from func() (period, extract.TimexIndex, bool), u unit, n int) result {
	kind := extract.Date
	if u <= part {
		kind = extract.Time
	}
	base, anchor, ok := from()
	if !ok {
		return result{kind: kind, value: unresolved[u], anchor: extract.None}
	}
	p := periodOf(addUnits(base.start, n, u), u)
	if !inCalendar(p) {
		return result{kind: kind, value: unresolved[u], anchor: extract.None}
	}
	return result{kind: kind, at: p, anchor: anchor}
}

// inCalendar tells whether a period has a four-digit year; counting far from
// one leaves the calendar.
func inCalendar(p period) bool {
	begin, until := p.bounds()
	return begin.Year() >= 1 && until.Year() <= 9999 // so 9999 itself has no end
}

// modified is another expression with a modifier: "early 2009".
func modified(inner meaning, mod string) meaning {
	return func(c *context) result {
		r := inner(c)
		r.mod = mod
		return r
	}
}
