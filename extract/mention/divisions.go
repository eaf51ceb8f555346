package mention

import (
	"strings"

	"github.com/factline/factline/extract"
)

// cutScore divides the sides of a match: "Velm | 1-2 | Rovers". The second is a
// name of its own; see merge.
func (r *reader) cutScore(m *extract.Mention) bool {
	for i := m.Start + 1; i < m.End-2; i++ {
		if !r.isScore(i) {
			continue
		}
		m.End = i
		r.seats[i+3] = true
		if m.Type >= extract.Norp {
			m.Type = extract.Org
			if row, end, ok := r.known(m.Start, m.End, plain); ok && end == m.End {
				m.Type = r.words.known[row].kind
			}
		}
		return true
	}
	return false
}

// isScore tells whether a score starts at token i: "1-2".
func (r *reader) isScore(i int32) bool {
	t := r.doc.Tokens
	return t[i].Class == extract.ClassDigits && r.doc.Word(i+1) == "-" && r.doc.Glued(i+1) && t[i+2].Class == extract.ClassDigits && r.doc.Glued(i+2)
}

// setClub gives the last words by which clubs are called their type, since no
// person has them: "sends Rovers top".
func (r *reader) setClub(m *extract.Mention) bool {
	if m.Type != extract.Person || m.Len() > 1 || !r.isClubWord(m.Start) || r.word(m.Start).flags&(isGiven|isSurname) != 0 || r.isAddressed(*m) {
		return false
	}
	m.Type = extract.Org
	return true
}

// setDateline makes places of names that datelines start with: "ARVO, March 14".
func (r *reader) setDateline(m *extract.Mention) bool {
	s := r.doc.SentenceAt(m.Start)
	if m.Type == extract.Place || s < 0 || r.doc.Sentences[s].Role != extract.RoleDateline || r.doc.Sentences[s].Start != m.Start || r.doc.Tokens[m.Start].Class != extract.ClassUpper {
		return false
	}
	m.Type = extract.Place
	return true
}

// cutMaker takes the noun for a company that starts a sentence off its name:
// "Chipmaker | Velmex Inc.". Nouns that names are made of stay: "Bank Velm".
func (r *reader) cutMaker(m *extract.Mention) bool {
	s, w := r.doc.SentenceAt(m.Start), r.word(m.Start)
	if m.Len() < 2 || m.Type != extract.Org || s < 0 || r.doc.Sentences[s].Start != m.Start || w.noun != extract.Org && !strings.HasSuffix(r.doc.Word(m.Start), "maker") || !r.capital(m.Start+1) ||
		w.start != extract.EntityUnknown || w.of != extract.EntityUnknown || w.head != extract.EntityUnknown {
		return false
	}
	if _, _, known := r.known(m.Start, m.End, plain); known {
		return false
	}
	m.Start++
	return true
}

// cutClause ends a person's name before a small word that is no part of names.
// What follows may be a name of its own; see merge.
func (r *reader) cutClause(m *extract.Mention) bool {
	if m.Type != extract.Person {
		return false
	}
	for i := m.Start + 1; i < m.End-1; i++ {
		if r.doc.Tokens[i].Class != extract.ClassLower || r.guessed[i] && r.guessed[i-1] && r.guessed[i+1] || r.word(i).flags&(isParticle|isArabic|isSyllable) != 0 || r.apostrophe(i) || r.doc.Glued(i) {
			continue
		}
		if !r.doc.Tags[i].Penn.IsFinite() && r.doc.Tags[i].Penn != extract.PennNNS {
			continue
		}
		m.End = i
		r.seats[i+1] = true
		return true
	}
	return false
}
