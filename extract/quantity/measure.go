package quantity

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/tree"
)

// reader reads quantities in one document.
type reader struct {
	*extract.Document
	units   *surfaces
	tree    *tree.Tree
	numeral bool // the article is nothing but numbers
}

var (
	formHyphen = extract.FormOf("-")
	formSlash  = extract.FormOf("/")
	formPer    = extract.FormOf("per")
	formA      = extract.FormOf("a")
	formAn     = extract.FormOf("an")
	formOf     = extract.FormOf("of")
	formOne    = extract.FormOf("one")
	formAnd    = extract.FormOf("and")
	formOr     = extract.FormOf("or")
	formTo     = extract.FormOf("to")
)

// form returns the form of token i; 0 where there is no token.
func (r reader) form(i int32) extract.Form {
	if i < 0 || int(i) >= len(r.Tokens) {
		return 0
	}
	return r.Tokens[i].Form
}

// class returns the class of token i; punctuation where there is no token.
func (r reader) class(i int32) extract.Class {
	if i < 0 || int(i) >= len(r.Tokens) {
		return extract.ClassPunct
	}
	return r.Tokens[i].Class
}

// tag returns the tag of token i; the zero Tag where there is none.
func (r reader) tag(i int32) extract.Tag {
	if i < 0 || int(i) >= len(r.Tags) {
		return extract.Tag{}
	}
	return r.Tags[i]
}

// pastHyphen returns the place after a hyphen glued on both sides, or i.
func (r reader) pastHyphen(i int32) int32 {
	if r.form(i) == formHyphen && r.Glued(i) && r.Glued(i+1) {
		return i + 1
	}
	return i
}

// measure is a number with the unit beside it.
type measure struct {
	extract.TokenRange // with the unit
	number             extract.Number
	unit               extract.Unit // the zero Unit when there is none
	hyphen             bool         // "27-kilometre": the unit is joined to the number
}

func (m measure) hasUnit() bool { return m.unit.Name != "" }

// measureOf reads the unit of a number: before it ("$"), after it, or both.
func (r reader) measureOf(n extract.Number) measure {
	m := measure{TokenRange: n.TokenRange, number: n}
	if unit, start, ok := r.unitBefore(n.Start); ok {
		m.Start, m.unit = start, unit
		if unit, end, ok := r.perUnit(m.unit, m.End); ok {
			m.unit, m.End = unit, end
		} else if r.Is(m.End, "US") && !r.Is(m.End+1, "$") && unit.Symbol == "$" {
			m.End++
		}
		return m
	}
	if unit, ok := r.millions(n.Start - 1); ok {
		m.number.Low, m.number.High, m.unit, m.Start = scaled(n.Low, 6), scaled(n.High, 6), unit, n.Start-1
		return m
	}
	return r.measureAfter(n)
}

// measureAfter reads the unit after a number.
func (r reader) measureAfter(n extract.Number) measure {
	m := measure{TokenRange: n.TokenRange, number: n}
	if n.Rule == "fold" {
		m.unit = extract.Unit{Name: "time", Symbol: "×", Dimension: "multiple"}
		return m
	}
	at := r.pastHyphen(r.pastArticle(n))
	unit, end, ok := r.unitAfter(m, at)
	if at > n.End && r.pastHyphen(n.End) == n.End { // "half a mile"
		if ok {
			m.unit, m.End = unit, end
		}
		return m
	}
	if !ok && at > n.End { // "- fold", "5 -"
		unit, end, ok = r.unitAfter(m, n.End)
	}
	if !ok && between.HasToken(r.Document, n.End) && len(r.wordAt(n.End+1)) > 2 { // "four more weeks"
		unit, end, ok = r.unitAfter(m, n.End+1)
	}
	if !ok {
		if unit, ok := r.millions(n.End); ok {
			m.number.Low, m.number.High, m.unit, m.End = scaled(n.Low, 6), scaled(n.High, 6), unit, n.End+1
		}
		return m
	}
	m.unit, m.End, m.hyphen = unit, end, at > n.End
	if exp, ok := scaleWords[r.form(end)]; ok && unit.Dimension == "currency" && r.class(end).IsWord() && len(r.Word(end)) > 3 { // "75 USD million"
		m.number.Low, m.number.High = scaled(n.Low, exp), scaled(n.High, exp)
		m.End++
	}
	for range maxPer {
		unit, end, ok := r.perUnit(m.unit, m.End)
		if !ok {
			break
		}
		m.unit, m.End = unit, end
	}
	return m
}

// maxPer bounds the divisors of a unit: "5 mg/kg per day".
const maxPer = 2

// millions returns the currency whose code stands at token i with an M for
// million before it, as in the reports of companies: "120 MEUR".
func (r reader) millions(i int32) (extract.Unit, bool) {
	word := r.wordAt(i)
	if len(word) != 4 || word[0] != 'M' || r.class(i) != extract.ClassUpper {
		return extract.Unit{}, false
	}
	for _, s := range r.units.after[extract.FormOf(word[1:])] {
		if s.unit.Dimension == "currency" && len(s.tokens) == 1 && s.tokens[0] == word[1:] {
			return s.unit, true
		}
	}
	return extract.Unit{}, false
}

// between are the words that can stand between a number and its unit.
var between = lexicon.NewSet("more", "extra", "further", "additional", "full", "whole", "straight", "consecutive",
	"successive", "long", "solid", "short")

// pastArticle returns the place of the unit after a fraction or vague number:
// "half a mile", "two-thirds of a mile", "millions of dollars".
func (r reader) pastArticle(n extract.Number) int32 {
	at := n.End
	part := n.Kind == extract.Fraction || n.High < 1 && n.Low > 0 // "0.1 of a percentage point"
	if !part && n.Kind != extract.Vague {
		return at
	}
	of := r.form(at) == formOf
	if of {
		at++
	}
	if part && (of || n.Kind == extract.Fraction) && isArticle(r.form(at)) {
		return at + 1
	}
	if n.Kind == extract.Vague && of && r.class(at) == extract.ClassLower {
		return at
	}
	return n.End
}

// unitBefore returns the currency whose sign ends before token i, and where it
// starts.
func (r reader) unitBefore(i int32) (extract.Unit, int32, bool) {
	for _, s := range r.units.before[r.form(i-1)] {
		start := i - int32(len(s.forms))
		if s.matches(r.Document, start) && r.isAmountSign(s, start, i) {
			return s.unit, start, true
		}
	}
	return extract.Unit{}, i, false
}

// isAmountSign tells whether a sign before a number at token i is one of money
// and no letters that end a name: "R 18", "Bs 3".
func (r reader) isAmountSign(s surface, start, i int32) bool {
	if start == i-2 && r.Is(start, "A") && r.isSentenceStart(start) {
		return false // an article: "A $2 coin"
	}
	text := r.TextOf(extract.TokenRange{Start: start, End: i})
	if !r.isCodeOfMoney(text, start, i) {
		return false
	}
	if len(text) > 2 || text[len(text)-1] < 'A' || text[len(text)-1] > 'z' {
		return true
	}
	return r.Glued(i) || text == "RM" || text == "Rs"
}

// unitAfter returns the unit that starts at token i and its end.
func (r reader) unitAfter(m measure, i int32) (extract.Unit, int32, bool) {
	for _, s := range r.units.after[r.form(i)] {
		if end := i + int32(len(s.forms)); s.matches(r.Document, i) && r.isCodeOfMoney(r.Word(i), m.number.Start, m.number.Start) && r.isUnit(m, s, i) && !r.opensMoney(s, i, end) {
			return r.sense(m, s, i), end, true
		}
	}
	return extract.Unit{}, i, false
}

// opensMoney tells whether a sign of money after a number belongs to the next
// one: the "$" of "two $500 cheques".
func (r reader) opensMoney(s surface, i, end int32) bool {
	return s.unit.Dimension == "currency" && s.tokens != nil && !r.Glued(i) && r.Glued(end) && r.class(end) == extract.ClassDigits
}

// perUnit reads what a unit is counted by: "per hour", "a barrel", "/km2".
func (r reader) perUnit(unit extract.Unit, i int32) (extract.Unit, int32, bool) {
	start := r.pastHyphen(i)
	word := r.form(start)
	next := r.pastHyphen(start + 1)
	if word != formSlash && word != formPer && word != formA && word != formAn {
		return unit, i, false
	}
	for _, s := range r.units.after[r.form(next)] {
		if !s.matches(r.Document, next) || s.unit.Dimension == "currency" && word != formPer {
			continue
		}
		if word != formSlash && s.tokens != nil && len(r.Word(next)) < 2 || isArticle(word) && !r.isPerArticle(unit, s.unit) {
			continue
		}
		end := next + int32(len(s.forms))
		if isArticle(word) && sinceWords.HasToken(r.Document, end) {
			continue
		}
		return per(unit, s.unit), end, true
	}
	if isArticle(word) && (unit.Dimension != "currency" || !perWords.HasToken(r.Document, next)) {
		return unit, i, false
	}
	if word == formSlash && (!r.Glued(start) || !r.Glued(next)) || r.class(next) != extract.ClassLower ||
		r.tag(next).POS != extract.NOUN && r.form(next) != formCapita {
		return unit, i, false
	}
	lemma := r.tag(next).Lemma
	return per(unit, extract.Unit{Name: lemma, Symbol: lemma}), next + 1, true
}

var (
	formCapita = extract.FormOf("capita")
	// perWords are what money is paid by with an article: "$98 a share".
	perWords = lexicon.NewSet("share", "head", "person", "piece", "night", "bottle", "pop", "seat", "ticket", "game",
		"unit", "copy", "house", "student", "page", "plate", "ride", "trip", "bag", "pack", "box", "vote", "visit", "throw")
)

// sinceWords show that "a year" before them is a time and no rate: "from 6 per
// cent a year earlier".
var sinceWords = lexicon.NewSet("earlier", "ago", "later", "before", "after", "on", "old", "previously", "into", "from",
	"prior", "'s")

func isArticle(form extract.Form) bool { return form == formA || form == formAn }

// isPerArticle tells whether "a" between two units means "per": "$52 a
// barrel", "40 hours a week", "60 miles an hour".
func (r reader) isPerArticle(unit, by extract.Unit) bool {
	return by.Dimension == "time" || unit.Dimension == "currency" && by.Dimension != "length"
}

// per makes the unit "a per b".
func per(a, b extract.Unit) extract.Unit {
	unit := extract.Unit{Name: a.Name + " per " + b.Name, Symbol: a.Symbol + "/" + b.Symbol, Dimension: "rate"}
	switch {
	case a.Dimension == "currency":
		unit.Dimension = "currency"
	case a.Dimension == "length" && b.Dimension == "time":
		unit.Dimension = "speed"
	case a.Dimension == "information" && b.Dimension == "time":
		unit.Dimension = "data rate"
	}
	return unit
}
