// Package number finds numbers in digits and words.
package number

import "github.com/factline/factline/extract"

// Stage returns the stage "number".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "number",
		Requires: extract.LayerTokens,
		Provides: extract.LayerNumbers,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {}
