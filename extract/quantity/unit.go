package quantity

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

var (
	//go:embed data/units.tsv
	unitTable string
	//go:embed data/prefixes.tsv
	prefixTable string
	//go:embed data/currencies.tsv
	currencyTable string
)

// surface is one way to write a unit.
type surface struct {
	forms  []extract.Form // of its tokens
	tokens []string       // the same as written; nil when case does not matter
	unit   extract.Unit
}

// surfaces finds units in documents: after a number and, for money, before it.
type surfaces struct {
	after  map[extract.Form][]surface // by first token, longest first
	before map[extract.Form][]surface // by last token, longest first
}

// units returns the tables of units.
var units = sync.OnceValue(func() *surfaces {
	s := &surfaces{map[extract.Form][]surface{}, map[extract.Form][]surface{}}
	for _, row := range lexicon.Rows("units.tsv", unitTable, 6) {
		s.addMeasure(row)
	}
	for _, row := range lexicon.Rows("currencies.tsv", currencyTable, 6) {
		s.addCurrency(row)
	}
	s.addLeading("magnitude", "M")
	s.addLeading("pH", "pH")
	for _, index := range []map[extract.Form][]surface{s.after, s.before} {
		for _, list := range index {
			slices.SortStableFunc(list, compareSurfaces)
		}
	}
	return s
})

// compareSurfaces puts longer forms first, then those of exact case.
func compareSurfaces(a, b surface) int {
	if len(a.forms) != len(b.forms) {
		return len(b.forms) - len(a.forms)
	}
	return len(b.tokens) - len(a.tokens)
}

// list splits a cell of several forms.
func list(cell string) []string {
	if cell == "-" {
		return nil
	}
	return strings.Split(cell, "|")
}

// addMeasure adds a line of units.tsv with its prefixed forms.
func (s *surfaces) addMeasure(row []string) {
	unit := extract.Unit{Name: row[0], Symbol: row[1], Dimension: row[2]}
	words, signs := list(row[4]), list(row[5])
	s.addForms(unit, words, signs)
	if row[3] == "-" {
		return
	}
	for _, prefix := range lexicon.Rows("prefixes.tsv", prefixTable, 2) {
		symbols := list(prefix[1])
		if !slices.Contains(strings.Fields(row[3]), symbols[0]) {
			continue
		}
		var long, short []string
		for _, word := range words {
			long = append(long, prefix[0]+word)
		}
		for _, sign := range signs {
			for _, symbol := range symbols {
				short = append(short, symbol+sign)
			}
		}
		s.addForms(extract.Unit{Name: prefix[0] + unit.Name, Symbol: symbols[0] + unit.Symbol, Dimension: unit.Dimension}, long, short)
	}
}

// addLeading adds a scale whose name stands before the number: "magnitude 7.1",
// "a pH of 5.6".
func (s *surfaces) addLeading(name, symbol string) {
	unit := extract.Unit{Name: name, Symbol: symbol, Dimension: "scale"}
	for _, form := range []string{name, name + " of", name + " -"} {
		add(s.before, form, false, unit, true)
	}
}

// addForms adds a unit, and its square and cube when it is a length.
func (s *surfaces) addForms(unit extract.Unit, words, signs []string) {
	for _, word := range words {
		add(s.after, word, false, unit, false)
	}
	for _, sign := range signs {
		add(s.after, sign, true, unit, false)
	}
	if unit.Dimension != "length" {
		return
	}
	square := extract.Unit{Name: "square " + unit.Name, Symbol: unit.Symbol + "²", Dimension: "area"}
	cube := extract.Unit{Name: "cubic " + unit.Name, Symbol: unit.Symbol + "³", Dimension: "volume"}
	for _, word := range words {
		for _, before := range []string{"square ", "sq ", "sq. ", "square - "} {
			add(s.after, before+word, false, square, false)
		}
		add(s.after, word+" squared", false, square, false)
		for _, before := range []string{"cubic ", "cu ", "cubic - "} {
			add(s.after, before+word, false, cube, false)
		}
		add(s.after, word+" cubed", false, cube, false)
	}
	for _, sign := range signs {
		for _, form := range []string{"sq " + sign, "sq. " + sign, sign + " ²", sign + "2", sign + " ^ 2", sign + " squared"} {
			add(s.after, form, true, square, false)
		}
		for _, form := range []string{"cu " + sign, sign + " ³", sign + "3", sign + " ^ 3"} {
			add(s.after, form, true, cube, false)
		}
	}
}

// addCurrency adds a line of currencies.tsv.
func (s *surfaces) addCurrency(row []string) {
	unit := extract.Unit{Name: row[1], Symbol: row[2], Dimension: "currency"}
	for _, word := range list(row[3]) {
		add(s.after, word, false, unit, false)
	}
	before, after := list(row[4]), list(row[5])
	if row[0] != "-" {
		before, after = append(before, row[0]), append(after, row[0])
	}
	if row[0] != "-" && strings.HasSuffix(row[2], "$") {
		before = append(before, row[0]+"$", row[0]+" $") // "NZD$15"
	}
	for _, sign := range before {
		if letters, ok := strings.CutSuffix(sign, "$"); ok && len(strings.TrimSpace(letters)) > 1 && strings.ToLower(sign) != sign {
			add(s.before, strings.ToLower(sign), true, unit, true) // "hk$", but "a $5 coin"
		}
		add(s.before, sign, true, unit, true)
		if r, size := utf8.DecodeRuneInString(sign); size == len(sign) && unicode.Is(unicode.Sc, r) && !slices.Contains(after, sign) {
			after = append(after, sign)
		}
	}
	for _, sign := range after {
		add(s.after, sign, true, unit, false)
	}
}

// add files one form of a unit by its first token, or by its last when it
// stands before the number.
func add(index map[extract.Form][]surface, text string, exact bool, unit extract.Unit, last bool) {
	form := surface{forms: lexicon.Forms(text), unit: unit}
	if exact {
		form.tokens = strings.Fields(text)
	}
	key := form.forms[0]
	if last {
		key = form.forms[len(form.forms)-1]
	}
	index[key] = append(index[key], form)
}

// matches tells whether the form stands at token i.
func (f surface) matches(doc *extract.Document, i int32) bool {
	if i < 0 || int(i)+len(f.forms) > len(doc.Tokens) {
		return false
	}
	for k, form := range f.forms {
		at := i + int32(k)
		if doc.Tokens[at].Form != form || f.tokens != nil && doc.Word(at) != f.tokens[k] {
			return false
		}
	}
	return true
}
