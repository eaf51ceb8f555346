// Package timex finds dates, times, durations and sets.
package timex

import "github.com/factline/factline/extract"

// Stage returns the stage "timex".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "timex",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerTags | extract.LayerNumbers,
		Provides: extract.LayerTimexes,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {}
