// Package quote finds quotations with cue and speaker.
package quote

import "github.com/factline/factline/extract"

// Stage returns the stage "quote".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "quote",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerParagraphs | extract.LayerTags | extract.LayerChunks | extract.LayerTimexes | extract.LayerMentions,
		Provides: extract.LayerQuotes,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {}
