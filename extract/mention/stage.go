// Package mention finds names, nominals and pronouns.
package mention

import "github.com/factline/factline/extract"

// Stage returns the stage "mention".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "mention",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerTags | extract.LayerChunks | extract.LayerTimexes,
		Provides: extract.LayerMentions,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {}
