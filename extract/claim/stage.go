// Package claim finds the claims.
package claim

import "github.com/factline/factline/extract"

// Stage returns the stage "claim".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "claim",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerTags | extract.LayerChunks | extract.LayerTimexes | extract.LayerMentions | extract.LayerQuantities | extract.LayerQuotes | extract.LayerEntities,
		Provides: extract.LayerClaims,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {}
