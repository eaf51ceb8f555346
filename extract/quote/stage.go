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
// It reads tokens, sentences, paragraphs, tags, chunks, timexes and mentions
// and writes quotes. Source, cue and content are those of Pareti (2012); cue
// verbs are found by their lemmas, quotation marks by an automaton that knows
// that a quotation over several paragraphs opens with each and closes once.
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
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerParagraphs | extract.LayerTags | extract.LayerChunks | extract.LayerTimexes | extract.LayerMentions,
		Provides: extract.LayerQuotes,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {
	s := newScan(doc)
	for _, sentence := range doc.Sentences {
		if sentence.Role != extract.RoleByline && sentence.Role != extract.RoleDateline {
			s.sentence, s.main, s.last = sentence.TokenRange, extract.TokenRange{}, extract.TokenRange{}
			s.read()
		}
	}
	s.order()
	s.addFloating()
	s.order()
	doc.Quotes = s.quotes
}

// read finds the quotes whose cue is in the sentence.
func (s *scan) read() {
	for i := s.sentence.Start; i < s.sentence.End; i++ {
		if s.doc.Is(i, "according") && s.doc.Is(i+1, "to") {
			s.according(i)
			continue
		}
		if c, ok := s.phraseAt(i, extract.VerbGroup); ok && c.Start == i {
			s.verb(c)
		}
	}
}

func (s *scan) order() {
	slices.SortStableFunc(s.quotes, func(a, b extract.Quote) int {
		return extract.CompareRanges(a.TokenRange, b.TokenRange)
	})
}
