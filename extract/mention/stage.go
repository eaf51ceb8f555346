// Package mention finds the places where an article names or refers to
// somebody or something: names with their type, common noun phrases for
// persons, organisations and places, and pronouns.
//
// "US Secretary of State Mike Pompeo said he would meet the company" gives the
// names "US" (PLACE) and "Mike Pompeo" (PERSON), the pronoun "he" and the
// nominal "the company" (ORG).
//
// A name is a run of capitalised words without article, title and possessive
// 's. Rules propose names with their types, from word lists, from the words
// around them and from what the whole article says: after "Mike Pompeo",
// "Pompeo" is that person (rules.go, votes.go). A model that learned from
// annotated texts decides (model/english.bin, see the README beside it): the
// proposals are among the things that it looks at (words.go). What it does not
// know is corrected (correct.go) or kept from the proposals (learned.go).
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
	return stage(func(r *reader) []extract.Mention {
		r.findNames()
		guesses := r.decide()
		return r.repeat(r.spellOut(r.merge(r.learn(guesses), guesses)))
	})
}

// stage returns the stage with the given way to find names.
func stage(names func(r *reader) []extract.Mention) extract.Stage {
	return extract.Stage{
		Name:     "mention",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerTags | extract.LayerChunks | extract.LayerTimexes,
		Provides: extract.LayerMentions,
		Apply: func(doc *extract.Document) {
			r := newReader(doc)
			doc.Mentions = r.mentions(names(r))
		},
	}
}

// mentions returns the names with all other mentions.
func (r *reader) mentions(names []extract.Mention) []extract.Mention {
	taken := make([]bool, len(r.doc.Tokens))
	for _, m := range names {
		for i := m.Start; i < m.End; i++ {
			taken[i] = true
		}
	}
	mentions := append(names, r.nominals(taken)...)
	mentions = append(mentions, r.ages(taken)...)
	mentions = append(mentions, r.pronouns(taken)...)
	slices.SortFunc(mentions, func(a, b extract.Mention) int {
		return extract.CompareRanges(a.TokenRange, b.TokenRange)
	})
	return mentions
}
