package chunk

import "github.com/factline/factline/internal/lexicon"

// words are the few words that chunks depend on.
type words struct {
	article      lexicon.Set // no phrase by themselves
	quantifier   lexicon.Set // adjectives that are phrases by themselves
	such         lexicon.Set // adjectives before a determiner
	comparative  lexicon.Set // before "than" and a number
	than         lexicon.Set
	approximator lexicon.Set // adverbs before a number
	per, cent    lexicon.Set
	deictic      lexicon.Set // adjectives that open a phrase of time
	day          lexicon.Set // nouns that are phrases of time
	ampersand    lexicon.Set
	as           lexicon.Set
	at, atBefore lexicon.Set // "at least"
	one          lexicon.Set // no one
	no, longer   lexicon.Set
	negation     lexicon.Set
	preposition  lexicon.Set // verb forms that work as prepositions
}

func vocabulary() *words {
	return &words{
		article:     lexicon.NewSet("the", "a", "an", "every", "no"),
		quantifier:  lexicon.NewSet("many", "several", "few", "most", "more", "fewer", "less", "much", "others"),
		such:        lexicon.NewSet("such", "many"),
		comparative: lexicon.NewSet("more", "less", "fewer", "greater", "higher", "lower"),
		than:        lexicon.NewSet("than"),
		approximator: lexicon.NewSet("about", "almost", "nearly", "roughly", "approximately", "around", "only", "just", "exactly",
			"precisely", "virtually", "barely", "circa", "least", "most"),
		per:     lexicon.NewSet("per"),
		cent:    lexicon.NewSet("cent"),
		deictic: lexicon.NewSet("last", "next", "same", "other", "such", "many", "several", "most", "more"),
		day: lexicon.NewSet("today", "yesterday", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday",
			"friday", "saturday", "sunday"),
		ampersand:   lexicon.NewSet("&"),
		as:          lexicon.NewSet("as"),
		at:          lexicon.NewSet("at"),
		atBefore:    lexicon.NewSet("least", "most"),
		one:         lexicon.NewSet("one"),
		no:          lexicon.NewSet("no"),
		longer:      lexicon.NewSet("longer"),
		negation:    lexicon.NewSet("not", "n't", "never"),
		preposition: lexicon.NewSet("including", "according", "regarding", "concerning", "excluding", "depending"),
	}
}
