package mention

import "github.com/factline/factline/extract"

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

// addHalf adds the second half of a family name: "Velm-Arvo".
func (r *reader) addHalf(m *extract.Mention) bool {
	i := m.End
	if m.Type != extract.Person || m.Len() < 2 || int(i+1) >= len(r.doc.Tokens) || r.doc.Word(i) != "-" || !r.doc.Glued(i) || !r.doc.Glued(i+1) ||
		r.doc.Tokens[i+1].Class != extract.ClassTitle || r.word(i-1).flags&isGiven != 0 {
		return false
	}
	if _, _, known := r.known(i+1, int32(len(r.doc.Tokens)), plain); known {
		return false
	}
	m.End += 2
	return true
}

// setLonger takes the whole of a known name of which the model found the start.
func (r *reader) setLonger(m *extract.Mention) bool {
	row, end, ok := r.known(m.Start, int32(len(r.doc.Tokens)), plain)
	if !ok || end <= m.End || r.words.known[row].ambiguous() || r.doc.SentenceAt(m.Start) != r.doc.SentenceAt(end-1) {
		return false
	}
	m.End, m.Type = end, r.words.known[row].kind
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

// cutSeat takes the town off the name of a company: "Larkfield Motors | of
// Leeds". The town is a name of its own; see merge.
func (r *reader) cutSeat(m *extract.Mention) bool {
	for i := m.Start + 1; i < m.End-1; i++ {
		if !r.doc.Is(i, "of") {
			continue
		}
		if m.Type != extract.Org || m.Len() < 4 || r.word(i-1).head != extract.Org || r.word(i-1).of != extract.EntityUnknown {
			return false
		}
		row, end, ok := r.known(i+1, m.End, plain)
		if !ok || end != m.End || r.words.known[row].kind != extract.Place {
			return false
		}
		m.End = i
		r.seats[i+1] = true
		return true
	}
	return false
}

// cutVersus divides two sides of a match: "Tom Velm | v | Max Arvo". The second
// is a name of its own; see merge.
func (r *reader) cutVersus(m *extract.Mention) bool {
	if m.Type != extract.Person && m.Type != extract.Org && m.Type != extract.Place {
		return false
	}
	for i := m.Start + 1; i < m.End-1; i++ {
		switch r.doc.Word(i) {
		case "v", "v.", "vs", "vs.":
			m.End = i
			r.seats[i+1] = true
			return true
		}
	}
	return false
}

// setSaint makes places of what is called after saints, with its 's: "St Mark's
// in Leeds", but not "St John's daughter".
func (r *reader) setSaint(m *extract.Mention) bool {
	i := m.End
	if m.Len() != 2 || m.Type != extract.Person || int(i+1) >= len(r.doc.Tokens) || !r.apostrophe(i) {
		return false
	}
	if w := r.doc.Word(m.Start); w != "St" && w != "St." && w != "Saint" {
		return false
	}
	if p := r.doc.Tags[i+1].POS; p != extract.ADP && p != extract.PUNCT && p != extract.CCONJ {
		return false
	}
	m.End, m.Type = i+1, extract.Place
	return true
}
