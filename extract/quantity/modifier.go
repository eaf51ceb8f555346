package quantity

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/modifiers.tsv
var modifierTable string

// modifierForm is one phrase of the table.
type modifierForm struct {
	forms    []extract.Form
	modifier extract.Modifier
}

// modifiers finds the phrases before an amount by their last token, those
// after it by their first.
type modifierForms struct {
	before, after map[extract.Form][]modifierForm // longest first
}

var modifiers = sync.OnceValue(func() modifierForms {
	m := modifierForms{map[extract.Form][]modifierForm{}, map[extract.Form][]modifierForm{}}
	for _, row := range lexicon.Rows("modifiers.tsv", modifierTable, 3) {
		form := modifierForm{lexicon.Forms(row[0]), parseModifier(row[2])}
		index, key := m.after, form.forms[0]
		if row[1] == "before" {
			index, key = m.before, form.forms[len(form.forms)-1]
		}
		index[key] = append(index[key], form)
	}
	for _, index := range []map[extract.Form][]modifierForm{m.before, m.after} {
		for _, list := range index {
			slices.SortStableFunc(list, func(a, b modifierForm) int { return len(b.forms) - len(a.forms) })
		}
	}
	return m
})

func parseModifier(name string) extract.Modifier {
	for m := extract.Exact; m <= extract.AtMost; m++ {
		if m.String() == name {
			return m
		}
	}
	panic("modifiers.tsv: no modifier " + name)
}

// stands tells whether the phrase stands at token i.
func (f modifierForm) stands(r reader, i int32) bool {
	for k, form := range f.forms {
		if r.form(i+int32(k)) != form {
			return false
		}
	}
	return true
}

// maxModifiers bounds the phrases before one amount: "up to about 50".
const maxModifiers = 3

// modifierBefore returns the modifier that ends before token i and where it
// starts; a bound wins over "about". It does not look before token from.
func (r reader) modifierBefore(i, from int32) (extract.Modifier, int32) {
	found := extract.Exact
	for range maxModifiers {
		at := r.pastFiller(i)
		modifier, start, ok := r.phraseBefore(at)
		if !ok || start < from {
			break
		}
		if found != extract.Exact && found != extract.About && modifier != extract.About {
			break // "under up to eight metres of mud"
		}
		if found == extract.Exact || found == extract.About {
			found = modifier
		}
		i = start
	}
	return found, i
}

// phraseBefore returns the longest phrase of the table that ends before token i.
func (r reader) phraseBefore(i int32) (extract.Modifier, int32, bool) {
	for _, f := range modifiers().before[r.form(i-1)] {
		start := i - int32(len(f.forms))
		if start >= 0 && f.stands(r, start) {
			return f.modifier, start, true
		}
	}
	return extract.Exact, i, false
}

// fillers can stand between a modifier and its amount.
var fillers = lexicon.NewSet("a", "an", "another", "just", "only", "total")

// pastFiller steps back over one filler that follows a modifier: "nearly a
// third", "up to another 50".
func (r reader) pastFiller(i int32) int32 {
	if fillers.HasToken(r.Document, i-1) {
		if _, _, ok := r.phraseBefore(i - 1); ok {
			return i - 1
		}
	}
	return i
}

// modifierAfter returns the modifier that starts at token i and its end.
func (r reader) modifierAfter(i int32) (extract.Modifier, int32, bool) {
	for _, f := range modifiers().after[r.form(i)] {
		if !f.stands(r, i) || f.forms[0] == formHyphen && r.pastHyphen(i) == i {
			continue
		}
		if len(f.forms) == 1 && f.forms[0] == formPlus && !r.Glued(i) {
			continue
		}
		end := i + int32(len(f.forms))
		if r.Is(end, "than") {
			continue // "678 points or more than 7 per cent"
		}
		return f.modifier, end, true
	}
	return extract.Exact, i, false
}

var formPlus = extract.FormOf("+")
