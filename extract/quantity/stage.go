// Package quantity finds numbers with their units and counted nouns.
package quantity

import "github.com/factline/factline/extract"

// Stage returns the stage "quantity".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "quantity",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerTags | extract.LayerChunks | extract.LayerNumbers | extract.LayerTimexes | extract.LayerMentions,
		Provides: extract.LayerQuantities,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {}
