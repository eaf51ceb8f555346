// Package mention finds the places where an article names or refers to
// somebody or something: names with their type, common noun phrases for
// persons, organisations and places, and pronouns.
//
// "US Secretary of State Mike Pompeo said he would meet the company" gives the
// names "US" (PLACE) and "Mike Pompeo" (PERSON), the pronoun "he" and the
// nominal "the company" (ORG).
//
// A name is a run of capitalised words without article, title and possessive
// 's; what it is a name of is put together from word lists, from the words
// around it and from what the whole article says: after "Mike Pompeo",
// "Pompeo" is that person. Where the evidence is weak the type stays unknown.
//
// It reads tokens, sentences, tags, chunks and timexes and writes mentions.
// Names follow the conventions of CoNLL-2003 with the types of OntoNotes
// (Hovy et al. 2006) that factline keeps.
package mention

import (
	"slices"

	"github.com/factline/factline/extract"
)

// Stage returns the stage "mention".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "mention",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerTags | extract.LayerChunks | extract.LayerTimexes,
		Provides: extract.LayerMentions,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {
	r := newReader(doc)
	r.findNames()
	names := r.decide()
	taken := make([]bool, len(doc.Tokens))
	for _, m := range names {
		for i := m.Start; i < m.End; i++ {
			taken[i] = true
		}
	}
	mentions := append(names, r.nominals(taken)...)
	mentions = append(mentions, r.pronouns(taken)...)
	slices.SortFunc(mentions, func(a, b extract.Mention) int {
		return extract.CompareRanges(a.TokenRange, b.TokenRange)
	})
	doc.Mentions = mentions
}
