// Package sentence groups tokens into sentences and paragraphs.
package sentence

import "github.com/factline/factline/extract"

// Stage returns the stage "sentence".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "sentence",
		Requires: extract.LayerTokens,
		Provides: extract.LayerSentences | extract.LayerParagraphs,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {
	if n := int32(len(doc.Tokens)); n > 0 {
		doc.Sentences = []extract.Sentence{{TokenRange: extract.TokenRange{End: n}}}
		doc.Paragraphs = []extract.TokenRange{{End: n}}
	}
}
