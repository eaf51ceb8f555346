// Package entity puts the mentions of one person or thing together.
//
// In "Mike Pompeo spoke. Pompeo said the European Central Bank (ECB) agreed.
// The ECB did not" it makes one entity of "Mike Pompeo" and "Pompeo" and one of
// "European Central Bank" and both "ECB".
//
// Names are grouped by their words, by the last or first name of a person, by
// acronyms and by a table of aliases. A pronoun or a definite nominal ("it", "the
// company", "the city") joins the entity that leads clearly among those of the
// last sentences that fit it by type, gender and number: by its place in the
// sentence, by distance and by how often the article mentions it. In the direct
// speech of a company's spokesman "we" is the company. A nominal makes an entity
// of its own only when it speaks ("A spokesperson for the airline said"). All
// others are left out: better no entity than a wrong one.
//
// It reads tokens, sentences, tags, arcs, chunks, mentions and quotes and writes
// entities. The name grouping is that of the precise sieves of Raghunathan et al.
// 2010, the salience that of Lappin and Leass 1994, with the roles of centering
// theory (Grosz, Joshi and Weinstein 1995).
package entity

import (
	"slices"
	"strings"

	"github.com/factline/factline/extract"
)

// Stage returns the stage "entity".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "entity",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerTags | extract.LayerArcs | extract.LayerChunks | extract.LayerMentions | extract.LayerQuotes,
		Provides: extract.LayerEntities,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {
	g := newGrouper(doc)
	g.names()
	g.persons()
	g.organisations()
	g.pronouns()
	g.speakers()
	doc.Entities = g.entities()
}

// entities returns the groups as entities, in the order of their first
// mentions.
func (g *grouper) entities() []extract.Entity {
	byRoot := map[int32]int{}
	var out []extract.Entity
	for i := range g.doc.Mentions {
		root := g.root(int32(i))
		if root < 0 {
			continue
		}
		at, ok := byRoot[root]
		if !ok {
			at = len(out)
			byRoot[root] = at
			out = append(out, extract.Entity{})
		}
		out[at].Mentions = append(out[at].Mentions, extract.MentionIndex(i))
	}
	for i := range out {
		out[i].Type = g.typeOf(out[i].Mentions)
		out[i].Name = g.nameOf(out[i].Mentions)
	}
	return out
}

// typeOf is the type that most mentions have; the earlier one of a tie.
func (g *grouper) typeOf(mentions []extract.MentionIndex) extract.EntityType {
	var votes [extract.Work + 1]int
	best := extract.EntityUnknown
	for _, m := range mentions {
		t := g.doc.Mentions[m].Type
		if t == extract.EntityUnknown {
			continue
		}
		votes[t]++
		if best == extract.EntityUnknown || votes[t] > votes[best] {
			best = t
		}
	}
	return best
}

// nameOf is the fullest name: the one of most words, the first of those; of
// a group the plural. An
// entity without a name is called by its first mention.
func (g *grouper) nameOf(mentions []extract.MentionIndex) extract.TokenRange {
	var name extract.TokenRange
	for _, m := range mentions {
		mention := g.doc.Mentions[m]
		if mention.Kind != extract.Name || g.shouted(mention.TokenRange) {
			continue
		}
		if mention.Len() > name.Len() || mention.Type == extract.Norp && g.isPlural(mention.TokenRange) && !g.isPlural(name) || mention.Len() == name.Len() && g.doc.Tokens[name.Start].Class == extract.ClassUpper && g.sameWords(name, mention.TokenRange) {
			name = mention.TokenRange
		}
	}
	if name.Empty() {
		name = g.doc.Mentions[slices.Min(mentions)].TokenRange
		for _, m := range mentions {
			if g.doc.Mentions[m].Kind == extract.Name {
				return g.doc.Mentions[m].TokenRange
			}
		}
		for _, m := range mentions {
			if g.doc.Mentions[m].Kind == extract.Nominal {
				return g.doc.Mentions[m].TokenRange // "a woman" rather than "my"
			}
		}
	}
	return name
}

// isPlural tells whether a name ends as that of a whole group: "Democrats".
func (g *grouper) isPlural(at extract.TokenRange) bool {
	return strings.HasSuffix(g.doc.Word(at.End-1), "s")
}

// sameWords tells whether the second of two names is the first in small
// letters: "Washington" for "WASHINGTON".
func (g *grouper) sameWords(upper, other extract.TokenRange) bool {
	return g.key(upper) == g.key(other) && g.doc.Tokens[other.Start].Class == extract.ClassTitle
}

// shouted tells whether a name of several words is in capitals throughout, as
// in a headline.
func (g *grouper) shouted(at extract.TokenRange) bool {
	if at.Len() < 2 {
		return false
	}
	for i := at.Start; i < at.End; i++ {
		if g.doc.Tokens[i].Class != extract.ClassUpper {
			return false
		}
	}
	return true
}
