// Package chunk finds base noun phrases and verb groups.
package chunk

import "github.com/factline/factline/extract"

// Stage returns the stage "chunk".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "chunk",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerTags,
		Provides: extract.LayerChunks,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {}
