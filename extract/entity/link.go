package entity

import (
	_ "embed"
	"sync"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/suffixes.tsv
var suffixTable string

// suffixes are the last words of company names that short names leave out.
var suffixes = sync.OnceValue(func() lexicon.Set {
	return lexicon.NewSet(lexicon.Column(lexicon.Rows("data/suffixes.tsv", suffixTable, 1), 0)...)
})

// ambiguous marks a short form that several entities could have.
const ambiguous = -2

// index maps short forms to the one entity that has them.
type index map[uint64]int32

func (x index) add(g *grouper, key uint64, mention int32) {
	switch old, ok := x[key]; {
	case !ok:
		x[key] = mention
	case old != ambiguous && g.root(old) != g.root(mention):
		x[key] = ambiguous
	}
}

func (x index) find(key uint64) (int32, bool) {
	m, ok := x[key]
	return m, ok && m != ambiguous
}

// persons joins "Mike Pompeo", "Pompeo" and "Mike", and "George W. Arvin" with
// "George Arvin", unless two persons share the short name.
func (g *grouper) persons() {
	ends, last, first := index{}, index{}, index{}
	for i, m := range g.doc.Mentions {
		if !g.isName(m, extract.Person) || m.Len() < 2 {
			continue
		}
		a, b := g.doc.Tokens[m.Start].Form, g.doc.Tokens[g.surname(m.TokenRange)].Form
		key := mix(mix(0, a), b)
		if full, ok := ends.find(key); ok {
			g.join(full, int32(i))
		}
		ends.add(g, key, int32(i))
		first.add(g, mix(0, a), int32(i))
		last.add(g, mix(0, b), int32(i))
	}
	for i, m := range g.doc.Mentions {
		if !g.isName(m, extract.Person) || m.Len() != 1 {
			continue
		}
		key := mix(0, g.doc.Tokens[m.Start].Form)
		full, ok := last.find(key)
		if _, isLast := last[key]; !isLast {
			full, ok = first.find(key)
		}
		if ok {
			g.join(full, int32(i))
		}
	}
}

// surname returns the token of a person's last name: "Oldroyd" of "Al Oldroyd
// Jr.".
func (g *grouper) surname(at extract.TokenRange) int32 {
	last := at.End - 1
	if last > at.Start+1 && generations().Has(g.doc.Tokens[last].Form) {
		last--
	}
	return last
}

// generations are the words after a name that tell father from son.
var generations = sync.OnceValue(func() lexicon.Set {
	return lexicon.NewSet("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV")
})

func (g *grouper) isName(m extract.Mention, t extract.EntityType) bool {
	return m.Kind == extract.Name && m.Type == t
}

// organisations joins acronyms and short names with their long forms:
// "European Central Bank" and "ECB", "Velmex Ltd" and "Velmex".
func (g *grouper) organisations() {
	initials, short, first, last := index{}, index{}, index{}, index{}
	for i, m := range g.doc.Mentions {
		if m.Kind != extract.Name || m.Len() < 2 || m.Type == extract.Person {
			continue
		}
		if key, n := g.initials(m.TokenRange); n >= 2 {
			initials.add(g, key, int32(i))
		}
		if m.Type == extract.Org || suffixes().Has(g.doc.Tokens[m.End-1].Form) {
			short.add(g, g.key(extract.TokenRange{Start: m.Start, End: m.End - 1}), int32(i))
			first.add(g, g.key(extract.TokenRange{Start: m.Start, End: m.Start + 1}), int32(i))
			last.add(g, g.key(extract.TokenRange{Start: m.End - 1, End: m.End}), int32(i))
		}
	}
	for i, m := range g.doc.Mentions {
		if m.Kind != extract.Name || m.Type == extract.Person {
			continue
		}
		if full, ok := short.find(g.key(m.TokenRange)); ok && full < int32(i) && m.Type == extract.Org {
			g.join(full, int32(i))
		}
		if full, ok := last.find(g.key(m.TokenRange)); ok && full < int32(i) && m.Type == extract.Org && m.Len() == 1 {
			g.join(full, int32(i)) // "Velm Rovers" and "Rovers"
		}
		if full, ok := first.find(g.key(m.TokenRange)); ok && full < int32(i) && m.Type == extract.Org && m.Len() == 1 && g.doc.Tokens[m.Start].Class == extract.ClassTitle {
			g.join(full, int32(i)) // "Velm & Arvo" and "Velm"
		}
		if m.Len() != 1 || g.doc.Tokens[m.Start].Class != extract.ClassUpper {
			continue
		}
		if i > 0 && g.abbreviates(m, g.doc.Mentions[i-1]) {
			g.join(int32(i-1), int32(i))
			continue
		}
		full, ok := initials.find(uint64(g.doc.Tokens[m.Start].Form))
		if ok && (g.bracketed(m) || g.doc.Tokens[m.Start].End-g.doc.Tokens[m.Start].Start >= 3) {
			g.join(full, int32(i))
		}
	}
}

// initials returns the form of the acronym that the capitals of a name make,
// and its number of letters.
func (g *grouper) initials(at extract.TokenRange) (form uint64, n int) {
	var acronym [8]byte
	for i := at.Start; i < at.End; i++ {
		t := g.doc.Tokens[i]
		if !t.Class.IsCapital() {
			continue
		}
		c := g.doc.Text[t.Start]
		if n == len(acronym) || c >= utf8.RuneSelf {
			return 0, 0
		}
		acronym[n] = c
		n++
	}
	return uint64(extract.FormOf(string(acronym[:n]))), n
}

// abbreviates tells whether a mention in brackets is the acronym of the name
// before it, from which it may leave out words: "Tyne Valley NHS Trust (TVT)".
func (g *grouper) abbreviates(m, long extract.Mention) bool {
	return g.bracketed(m) && long.Kind == extract.Name && long.End == m.Start-1 && long.Len() > 1 && long.Type == m.Type &&
		g.doc.Text[g.doc.Tokens[long.Start].Start] == g.doc.Text[g.doc.Tokens[m.Start].Start]
}

// bracketed tells whether a mention stands alone in brackets.
func (g *grouper) bracketed(m extract.Mention) bool {
	return m.Start > 0 && g.doc.Word(m.Start-1) == "(" && int(m.End) < len(g.doc.Tokens) && g.doc.Word(m.End) == ")"
}
