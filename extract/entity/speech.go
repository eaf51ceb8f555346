package entity

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/kin.tsv
var kinTable string

// kin maps nouns for persons to their gender.
var kin = sync.OnceValue(func() map[extract.Form]extract.Gender {
	m := map[extract.Form]extract.Gender{}
	for _, row := range lexicon.Rows("data/kin.tsv", kinTable, 2) {
		gender := extract.Female
		if row[1] == "m" {
			gender = extract.Male
		}
		m[extract.FormOf(row[0])] = gender
	}
	return m
})

// genderOf returns the gender that a noun tells: "mother".
func genderOf(noun string) extract.Gender { return kin()[extract.FormOf(noun)] }

// singular are the pronouns by which one speaker speaks of himself; plural
// those of a speaker that is an organisation.
var (
	singular = sync.OnceValue(func() lexicon.Set { return lexicon.NewSet("i", "me", "mine", "my", "myself") })
	plural   = sync.OnceValue(func() lexicon.Set { return lexicon.NewSet("our", "ours", "ourselves", "us", "we") })
)

// part is one stretch of direct speech.
type part struct {
	extract.TokenRange
	quote int32
}

// directSpeech returns for each mention the quote in whose direct speech it
// stands; -1 for none. Of nested quotes the inner one counts. Of what is partly
// the writer's, only the speaker's own words count, or all of it if whole.
func (g *grouper) directSpeech(whole bool) []int32 {
	var parts []part
	for i, q := range g.doc.Quotes {
		if q.Kind == extract.Indirect {
			continue
		}
		for _, c := range q.Content {
			if q.Kind == extract.Mixed && !whole {
				c.Start = g.opening(c)
			}
			parts = append(parts, part{c, int32(i)})
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return extract.CompareRanges(a.TokenRange, b.TokenRange) })
	speech := make([]int32, len(g.doc.Mentions))
	next, now := 0, part{quote: -1}
	for i, m := range g.doc.Mentions {
		for next < len(parts) && parts[next].Start <= m.Start {
			now = parts[next]
			next++
		}
		speech[i] = -1
		if now.Contains(m.Start) {
			speech[i] = now.quote
		}
	}
	return speech
}

// opening returns where the speaker's own words start in a quote that is partly
// the writer's: said that she had [“never seen it”].
func (g *grouper) opening(content extract.TokenRange) int32 {
	for i := content.Start; i < content.End; i++ {
		switch g.doc.Word(i) {
		case "\"", "“", "”", "„", "«", "‘", "``", "''":
			return i
		}
	}
	return content.End
}

// speakers makes entities of the nominals that are quoted: "A spokesperson",
// and gives the speakers of direct speech their "I".
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
	for i, quote := range g.directSpeech(false) {
		m := g.doc.Mentions[i]
		if quote < 0 || m.Kind != extract.Pronoun || g.doc.Quotes[quote].Mention < 0 {
			continue
		}
		speaker := int32(g.doc.Quotes[quote].Mention)
		form := g.doc.Tokens[m.Start].Form
		if root := g.root(speaker); root >= 0 && speaker != int32(i) && singular().Has(form) {
			g.join(root, int32(i))
		}
		if side := g.side(speaker); side >= 0 && plural().Has(form) {
			g.join(side, int32(i))
		}
	}
}

// side returns the entity that a speaker means by "we": itself when it is an
// organisation, or the one that it speaks for: "a [Velmex] spokesman", "a
// spokesman for [Velmex]"; -1 when nobody knows.
func (g *grouper) side(speaker int32) int32 {
	m := g.doc.Mentions[speaker]
	name := g.headOf(m.TokenRange, m.Head)
	if root := g.root(speaker); root >= 0 && g.isOrganisation(root) {
		return root
	}
	for i := max(0, speaker-maxInside); int(i) < len(g.doc.Mentions) && i <= speaker+maxInside; i++ {
		of := g.doc.Mentions[i]
		head := g.doc.Arcs[g.headOf(of.TokenRange, of.Head)]
		if i == speaker || head.Head == extract.None || !voices().Has(extract.FormOf(g.doc.Tags[head.Head].Lemma)) || of.Type == extract.Person || of.Type == extract.Place {
			continue
		}
		switch head.Relation {
		case extract.RelCompound, extract.RelNmod, extract.RelNmodPoss, extract.RelObl:
		default:
			continue
		}
		voice := head.Head
		if m.Contains(voice) || g.doc.Arcs[voice].Head == name || g.doc.Arcs[name].Head == voice {
			return g.root(i)
		}
	}
	return -1
}

// maxInside bounds the mentions around a speaker that tell for whom he speaks.
const maxInside = 3

// isOrganisation tells whether an entity can speak for itself.
func (g *grouper) isOrganisation(root int32) bool {
	t := g.doc.Mentions[root].Type
	return t == extract.Org || t == extract.Product
}

// voices are the nouns for those who speak for an organisation.
var voices = sync.OnceValue(func() lexicon.Set {
	return lexicon.NewSet("boss", "ceo", "chairman", "chairwoman", "executive", "representative", "spokesman", "spokesperson", "spokeswoman")
})

// staff are the nouns for those who make up a company, lead it or own it.
var staff = sync.OnceValue(func() lexicon.Set {
	return lexicon.NewSet("boss", "ceo", "chairman", "customer", "employee", "executive", "founder", "investor", "shareholder", "share", "spokesman", "spokesperson", "spokeswoman", "staff", "worker")
})

// findEmployers returns the entities that somebody works for: "a [Velmex]
// spokesman", "[Velmex] employees".
func (r *resolver) findEmployers() map[int32]bool {
	found := map[int32]bool{}
	for i, m := range r.doc.Mentions {
		if m.Kind != extract.Name || m.Type == extract.Person || m.Type == extract.Place || m.Type == extract.Norp {
			continue
		}
		head := r.doc.Arcs[r.headOf(m.TokenRange, m.Head)]
		switch head.Relation {
		case extract.RelCompound, extract.RelNmodPoss, extract.RelNmod, extract.RelNmodDesc:
			if head.Head >= m.End && staff().Has(extract.FormOf(r.doc.Tags[head.Head].Lemma)) {
				found[r.root(int32(i))] = true
			}
		}
	}
	return found
}
