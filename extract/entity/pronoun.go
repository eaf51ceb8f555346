package entity

import (
	"slices"

	"github.com/factline/factline/extract"
)

// maxPersons bounds the persons remembered of one sentence; a sentence that
// names more leaves its pronouns alone.
const maxPersons = 6

// sentencePersons is the persons that one sentence names.
type sentencePersons struct {
	roots []int32
	full  bool
	rival bool // a nominal names somebody else, who may be meant as well
}

func (s *sentencePersons) add(root int32) {
	switch {
	case slices.Contains(s.roots, root):
	case len(s.roots) == maxPersons:
		s.full = true
	default:
		s.roots = append(s.roots, root)
	}
}

// pronouns joins "he" and "she" with the one person whom this sentence and the
// one before it name.
func (g *grouper) pronouns() {
	gender := g.genders()
	var here, before sentencePersons
	at := -1 // sentence of here
	for i, m := range g.doc.Mentions {
		if m.Type != extract.Person {
			continue
		}
		if s := g.sentenceFrom(at, m.Start); s != at {
			if s == at+1 && g.follows(s) {
				before = here
			} else {
				before = sentencePersons{}
			}
			here, at = sentencePersons{}, s
		}
		if m.Kind == extract.Nominal {
			here.rival = here.rival || g.isRival(m)
			continue
		}
		if m.Kind == extract.Pronoun {
			if here.rival {
				continue
			}
			person, ok := g.only(&here, &before, gender, m.Gender)
			if !ok {
				continue
			}
			g.join(person, int32(i))
			if gender[person] == extract.GenderUnknown {
				gender[person] = m.Gender
			}
		}
		here.add(g.root(int32(i)))
	}
}

// isRival tells whether a nominal brings in one more person: "her mother", "a
// lawyer".
func (g *grouper) isRival(m extract.Mention) bool {
	if g.doc.Tags[m.Head].Penn != extract.PennNN {
		return false
	}
	if m.Start > 0 {
		switch g.doc.Tags[m.Start-1].Lemma {
		case "be", "become", "as", ",": // "he is a lawyer", "Oldroyd, a lawyer,"
			return false
		}
	}
	return g.doc.Tags[m.Start].Penn == extract.PennPRPS || g.doc.Is(m.Start, "a") || g.doc.Is(m.Start, "an")
}

// sentenceFrom returns the sentence of token i, looking forward from sentence
// at.
func (g *grouper) sentenceFrom(at int, i int32) int {
	at = max(at, 0)
	for at+1 < len(g.doc.Sentences) && g.doc.Sentences[at].End <= i {
		at++
	}
	return at
}

// follows tells whether a sentence goes on the text of the one before it.
func (g *grouper) follows(s int) bool {
	return s > 0 && g.doc.Sentences[s-1].Role == extract.RoleBody && g.doc.Sentences[s].Role == extract.RoleBody
}

// only returns the one person of the gender that this sentence or, when it has
// none, the one before it names.
func (g *grouper) only(here, before *sentencePersons, gender map[int32]extract.Gender, want extract.Gender) (int32, bool) {
	if here.full || before.full {
		return 0, false
	}
	found := int32(-1)
	for _, list := range [...][]int32{here.roots, before.roots} {
		for _, root := range list {
			if has := gender[root]; has != extract.GenderUnknown && has != want || root == found {
				continue
			}
			if found >= 0 {
				return 0, false
			}
			found = root
		}
	}
	return found, found >= 0
}

// genders returns the gender of every person whose names tell it.
func (g *grouper) genders() map[int32]extract.Gender {
	gender := map[int32]extract.Gender{}
	for i, m := range g.doc.Mentions {
		if !g.isName(m, extract.Person) || m.Gender == extract.GenderUnknown {
			continue
		}
		root := g.root(int32(i))
		if _, ok := gender[root]; !ok {
			gender[root] = m.Gender
		}
	}
	return gender
}

// speakers makes entities of the nominals that are quoted: "A spokesperson".
func (g *grouper) speakers() {
	for _, q := range g.doc.Quotes {
		if q.Mention < 0 {
			continue
		}
		m := g.doc.Mentions[q.Mention]
		if m.Kind == extract.Nominal && m.Type == extract.Person && g.parent[q.Mention] < 0 && (g.doc.Is(m.Start, "a") || g.doc.Is(m.Start, "an")) {
			g.join(int32(q.Mention), int32(q.Mention))
		}
	}
}
