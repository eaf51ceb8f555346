// Package entity groups the mentions of one thing.
package entity

import "github.com/factline/factline/extract"

// Stage returns the stage "entity".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "entity",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerTags | extract.LayerMentions | extract.LayerQuotes,
		Provides: extract.LayerEntities,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {}
