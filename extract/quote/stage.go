// Package quote finds who says what: quotations in quotation marks, reported
// speech and the words that say so.
//
// In
//
//	The company revealed on Wednesday that it had removed 49 million videos.
//
// it finds the content "that it had removed 49 million videos", the cue
// "revealed", the speaker "The company" and the time "Wednesday".
//
// It reads tokens, sentences, paragraphs, tags, arcs, timexes and mentions and
// writes quotes. Source, cue and content are those of Pareti (2012). Quotation
// marks find direct quotes, by an automaton that knows that a quotation over
// several paragraphs opens with each and closes once; trees find indirect ones,
// from the lemma of a cue to the clause and the subject that hang on it.
package quote

import (
	"slices"

	"github.com/factline/factline/extract"
)

// Stage returns the stage "quote".
func Stage() extract.Stage {
	cues()
	return extract.Stage{
		Name:     "quote",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerParagraphs | extract.LayerTags | extract.LayerArcs | extract.LayerTimexes | extract.LayerMentions,
		Provides: extract.LayerQuotes,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {
	s := newScan(doc)
	s.addTurns()
	for _, sentence := range doc.Sentences {
		if sentence.Role != extract.RoleByline && sentence.Role != extract.RoleDateline {
			s.sentence, s.last = sentence.TokenRange, extract.TokenRange{}
			s.headline = sentence.Role == extract.RoleHeadline
			if said, ok := s.labelEnd[sentence.Start]; ok {
				s.sentence.Start = said // "Lee: [It fell, police said.]"
			} else {
				s.colon()
			}
			s.read()
		}
	}
	s.order()
	s.addFloating()
	s.order()
	doc.Quotes = s.quotes
}

func (s *scan) order() {
	slices.SortStableFunc(s.quotes, func(a, b extract.Quote) int {
		return extract.CompareRanges(a.TokenRange, b.TokenRange)
	})
}
