package pipeline

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/chunk"
	"github.com/factline/factline/extract/claim"
	"github.com/factline/factline/extract/entity"
	"github.com/factline/factline/extract/mention"
	"github.com/factline/factline/extract/number"
	"github.com/factline/factline/extract/parse"
	"github.com/factline/factline/extract/quantity"
	"github.com/factline/factline/extract/quote"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/tag"
	"github.com/factline/factline/extract/timex"
	"github.com/factline/factline/extract/token"
)

// Stages returns the stages in the order in which they run.
func Stages() []extract.Stage {
	return []extract.Stage{
		token.Stage(),    // words, numbers and signs with their places
		sentence.Stage(), // sentences with their role, and paragraphs
		tag.Stage(),      // part of speech and lemma of each token
		parse.Stage(),    // dependency tree of each sentence
		chunk.Stage(),    // base noun phrases and verb groups
		number.Stage(),   // numbers in digits and words
		timex.Stage(),    // dates, times, durations; before quantities, so that 2019 is no count
		mention.Stage(),  // names, nominals, pronouns; before quantities, so that "Boeing 747" is no count
		quantity.Stage(), // numbers with modifier, unit, counted noun
		quote.Stage(),    // who says what
		entity.Stage(),   // the mentions of one thing put together
		claim.Stage(),    // the claims, from all of the above
	}
}
