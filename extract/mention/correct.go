package mention

import (
	"github.com/factline/factline/extract"
)

// correction is something that is known better than the model knows it. Each is
// tried on every name that the model finds.
type correction struct {
	name    string
	example string // what it changes
	want    string // the example with its names in brackets
	types   string // of these names
	apply   func(r *reader, m *extract.Mention) bool
}

// corrections are tried in order; a name that is left empty is dropped.
var corrections = []correction{
	{"edge", "They sang at the Velm Festival 🎉 again.", "They sang at the [Velm Festival] 🎉 again.", "EVENT", (*reader).trimEdges},
	{"based", "The Leeds-based company grew.", "The [Leeds]-based company grew.", "PLACE", (*reader).cutCompound},
	{"noun", "They climbed the Velm glacier twice.", "They climbed the [Velm] glacier twice.", "PLACE", (*reader).cutNoun},
	{"syllable", "They met Moon Jae-in in May.", "They met [Moon Jae-in] in May.", "PERSON", (*reader).addSyllable},
	{"title", "They thanked Ms Oduya for it.", "They thanked Ms [Oduya] for it.", "PERSON", (*reader).cutTitle},
	{"company", "The lawyers of Kestrel & Co said so.", "The lawyers of [Kestrel & Co] said so.", "ORG", (*reader).setCompany},
	{"label", "He lost the 3rd Ward by a vote.", "He lost the 3rd Ward by a vote.", "-", (*reader).dropLabel},
	{"common", "They got a PhD and a DVD.", "They got a PhD and a DVD.", "-", (*reader).dropCommon},
	{"nation", "The Democrats and the Muslims agreed.", "The [Democrats] and the [Muslims] agreed.", "NORP NORP", (*reader).setNation},
	{"brand", "The maker of Larkstone frozen peas grew.", "The maker of [Larkstone] frozen peas grew.", "?", (*reader).clearBrand},
	{"listed", "The lawyers of ByteDance, which owns it, said so.", "The lawyers of [ByteDance], which owns it, said so.", "ORG", (*reader).setListed},
}

// correct corrects the names of the model.
func (r *reader) correct(names []extract.Mention) []extract.Mention {
	kept := names[:0]
	for _, m := range names {
		for i := range corrections {
			if corrections[i].apply(r, &m) {
				m.Rule = corrections[i].name
			}
			if m.Empty() {
				break
			}
		}
		if !m.Empty() {
			m.Head = r.headOf(m.TokenRange)
			kept = append(kept, m)
		}
	}
	return kept
}

// trimEdges takes signs off the ends of a name, and small words off its start.
func (r *reader) trimEdges(m *extract.Mention) (changed bool) {
	for m.Len() > 0 && r.isSign(m.End-1) && !r.closes(m) {
		m.End--
		changed = true
	}
	for m.Len() > 0 && (r.isSign(m.Start) || r.isSmall(m.Start) && m.Len() > 1 && r.capital(m.End-1)) {
		m.Start++
		changed = true
	}
	return changed
}

func (r *reader) isSign(i int32) bool {
	switch r.doc.Tokens[i].Class {
	case extract.ClassPunct, extract.ClassSymbol:
		return true
	}
	return false
}

// isSmall tells whether token i is a small word that starts no name.
func (r *reader) isSmall(i int32) bool {
	return r.doc.Tokens[i].Class == extract.ClassLower && r.word(i).flags&(isParticle|isArabic) == 0 && !r.guessed[i]
}

// closes tells whether the last sign of a name belongs to it: "Yahoo!", "Velm
// (Arvana)".
func (r *reader) closes(m *extract.Mention) bool {
	switch r.doc.Word(m.End - 1) {
	case "!", "?", "+":
		return r.doc.Glued(m.End-1) && m.Len() > 1 && int(m.End) < len(r.doc.Tokens) && r.doc.Tokens[m.End].Class == extract.ClassLower
	case ")":
		for i := m.Start; i < m.End; i++ {
			if r.doc.Word(i) == "(" {
				return true
			}
		}
	}
	return false
}

// cutCompound ends a name before a hyphen and common words.
func (r *reader) cutCompound(m *extract.Mention) bool {
	i := m.End - 1
	for i > m.Start && r.doc.Tokens[i].Class == extract.ClassLower && !r.guessed[i] {
		i--
	}
	if i == m.Start || i == m.End-1 || r.doc.Word(i) != "-" || !r.doc.Glued(i) {
		return false
	}
	m.End = i
	return true
}

// cutNoun takes a common noun off the end of a name.
func (r *reader) cutNoun(m *extract.Mention) bool {
	i := m.End - 1
	if m.Len() < 2 || r.guessed[i] || r.doc.Tokens[i].Class != extract.ClassLower || !r.capital(i-1) || r.nounOf(i) == extract.EntityUnknown {
		return false
	}
	m.End--
	return true
}

// addSyllable adds the small second half of a given name.
func (r *reader) addSyllable(m *extract.Mention) bool {
	i := m.End
	if m.Type != extract.Person || int(i+1) >= len(r.doc.Tokens) || r.doc.Word(i) != "-" || !r.guessed[i] || !r.guessed[i+1] ||
		r.doc.Tokens[i+1].Class != extract.ClassLower {
		return false
	}
	m.End += 2
	return true
}

// cutTitle takes the title off a person's name.
func (r *reader) cutTitle(m *extract.Mention) bool {
	if m.Len() < 2 || m.Type != extract.Person && !r.isAddress(m.Start) {
		return false
	}
	row, end, ok := r.words.titles.LongestFunc(r.doc, m.Start, func(_ int, end int32) bool {
		return end < m.End && r.doc.Tokens[end-1].Class != extract.ClassLower
	})
	if !ok || r.doc.Tokens[end].Class == extract.ClassLower && r.word(end).flags&(isParticle|isArabic) == 0 {
		return false
	}
	m.Start, m.Type, m.Gender = end, extract.Person, r.words.honours[row]
	return true
}

// isAddress tells whether token i is a title that only persons have.
func (r *reader) isAddress(i int32) bool {
	switch r.doc.Word(i) {
	case "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss":
		return true
	}
	return false
}

// setCompany gives names that end as only those of companies do their type.
func (r *reader) setCompany(m *extract.Mention) bool {
	if m.Type == extract.Org || m.Len() < 2 || !r.isCompany(m.End-1) {
		return false
	}
	m.Type = extract.Org
	return true
}

// isCompany tells whether token i ends only the names of companies.
func (r *reader) isCompany(i int32) bool {
	switch r.doc.Word(i) {
	case "Co", "Co.", "Corp", "Corp.", "Inc", "Inc.", "LLC", "LLP", "Ltd", "Ltd.", "plc", "Plc", "PLC", "GmbH":
		return true
	}
	return false
}

// dropLabel drops what an ordinal numbers, which the model takes for events:
// "3rd Ward".
func (r *reader) dropLabel(m *extract.Mention) bool {
	if m.Len() != 2 || m.Type < extract.Product || !r.isOrdinal(m.Start) || r.guessed[m.Start] {
		return false
	}
	*m = extract.Mention{}
	return true
}

// dropCommon drops abbreviations and words that are no names, which the model
// takes for titles and products.
func (r *reader) dropCommon(m *extract.Mention) bool {
	if m.Len() > 1 || m.Type < extract.Product || r.word(m.Start).flags&isCommon == 0 {
		return false
	}
	*m = extract.Mention{}
	return true
}

// setNation gives the members of nations, religions and political groups their
// type.
func (r *reader) setNation(m *extract.Mention) bool {
	row, end, ok := r.known(m.Start, m.End, plain)
	if !ok || end != m.End || r.words.known[row].kind != extract.Norp || m.Type == extract.Norp || m.Type == extract.Person {
		return false
	}
	m.Type = extract.Norp
	return true
}

// setListed gives the names of known organisations and places their type where
// the model takes them for something rarer.
func (r *reader) setListed(m *extract.Mention) bool {
	row, end, ok := r.known(m.Start, m.End, plain)
	if !ok || end != m.End || m.Type < extract.Norp {
		return false
	}
	k := r.words.known[row]
	if k.common || k.hidden || k.kind != extract.Org && k.kind != extract.Place {
		return false
	}
	m.Type = k.kind
	return true
}

// clearBrand takes its type from a name that a maker gives its goods: a brand
// looks like the place or book that it is called after.
func (r *reader) clearBrand(m *extract.Mention) bool {
	if m.Type != extract.Place && m.Type != extract.Work && m.Type != extract.Event || int(m.End) >= len(r.doc.Tokens) || r.doc.Tokens[m.End].Class != extract.ClassLower {
		return false
	}
	if _, end, ok := r.known(m.Start, m.End, plain); ok && end == m.End {
		return false
	}
	for i := m.Start - 1; i > 0 && i >= m.Start-longestName && r.doc.Tokens[i].Class != extract.ClassPunct; i-- {
		if r.doc.Is(i, "of") && (r.doc.Is(i-1, "maker") || r.doc.Is(i-1, "makers") || r.doc.Is(i-1, "producer") || r.doc.Is(i-1, "manufacturer")) {
			m.Type = extract.EntityUnknown
			return true
		}
	}
	return false
}
