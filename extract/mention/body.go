package mention

import "github.com/factline/factline/extract"

// bodies gives unknown names of one word their type that do what an organisation
// of the article does: "Velmat fines Arvex" is about "the regulator" that "has
// fined" it. News introduces persons by more than a word.
func (m *memory) bodies(names []extract.Mention) {
	verbs := m.deeds()
	if len(verbs) == 0 {
		return
	}
	found, lost := map[extract.Form]bool{}, map[extract.Form]bool{}
	for _, n := range names {
		if !m.mayBeBody(n) {
			continue
		}
		form := m.doc.Tokens[n.Start].Form
		if m.gendered(n) {
			lost[form] = true
		}
		if i := n.End; int(i) < len(m.doc.Tokens) && m.doc.Tags[i].Penn.IsFinite() && verbs[extract.FormOf(m.doc.Tags[i].Lemma)] {
			found[form] = true
		}
	}
	for i := range names {
		n := &names[i]
		if form := m.doc.Tokens[n.Start].Form; m.mayBeBody(*n) && found[form] && !lost[form] {
			n.Type, n.Rule, n.Gender = extract.Org, byBody, extract.GenderUnknown
		}
	}
}

// byBody is the Rule of names that bodies types.
const byBody = "body"

// deeds returns the verbs of which an organisation without name is the subject,
// other than those that everybody is the subject of.
func (m *memory) deeds() map[extract.Form]bool {
	verbs := map[extract.Form]bool{}
	for i := 0; i+1 < len(m.doc.Chunks); i++ {
		c, next := m.doc.Chunks[i], m.doc.Chunks[i+1]
		if c.Kind != extract.NounPhrase || next.Kind != extract.VerbGroup || next.Start != c.End || !m.doc.Is(c.Start, "the") || m.word(c.Head).noun != extract.Org {
			continue
		}
		switch verb := m.doc.Tags[next.Head]; verb.Lemma {
		case "be", "have", "do", "say", "tell", "add", "want", "go", "make", "take", "come", "get":
		default:
			verbs[extract.FormOf(verb.Lemma)] = true
		}
	}
	return verbs
}

// mayBeBody tells whether a name is one word that no list knows and no person's
// name holds.
func (m *memory) mayBeBody(n extract.Mention) bool {
	if n.Len() > 1 || n.Type != extract.Person && n.Type != extract.EntityUnknown || m.word(n.Start).flags&(isGiven|isSurname|isCommon) != 0 ||
		m.parts[m.key(n.TokenRange)] == extract.Person || m.isAddressed(n) || n.Start > 0 && m.nounOf(n.Start-1) == extract.Person {
		return false
	}
	_, _, known := m.known(n.Start, n.End, plain)
	return !known
}

// gendered tells whether "he" or "she" stands in the sentence of a name or the
// next one.
func (m *memory) gendered(n extract.Mention) bool {
	s := m.doc.SentenceAt(n.Start)
	if s < 0 {
		return false
	}
	end := m.doc.Sentences[s].End
	if int(s)+1 < len(m.doc.Sentences) {
		end = m.doc.Sentences[s+1].End
	}
	for i := n.End; i < end; i++ {
		if w := m.word(i); w.flags&isPronoun != 0 && w.gender != extract.GenderUnknown {
			return true
		}
	}
	return false
}
