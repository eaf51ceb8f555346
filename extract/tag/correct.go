package tag

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/tagger"
)

// How many adverbs may stand between an auxiliary and its verb.
const auxiliaryReach = 3

// How far back a verb is looked for that wants an infinitive.
const clauseReach = 12

// correct returns the class of word i, which the model's choice from left to
// right may have missed: what the word after it decides, and what only the
// capitals or the curls of marks tell.
func correct(words []tagger.Word, classes []tagger.Class, i int, headline bool) tagger.Class {
	class := classes[i]
	switch word := words[i].Text; word {
	case "“":
		return tagger.Class{POS: extract.PUNCT, Penn: extract.PennOpenQuote}
	case "”":
		return tagger.Class{POS: extract.PUNCT, Penn: extract.PennCloseQuote}
	case "WHO", "US", "IT": // names that look like pronouns
		if !headline && class.POS == extract.PRON {
			return tagger.Class{POS: extract.PROPN, Penn: extract.PennNNP}
		}
	case "since":
		if i > 0 && i+1 < len(words) && isHave(words[i-1].Text) && isPast(classes[i+1]) {
			return tagger.Class{POS: extract.ADV, Penn: extract.PennRB} // "has since left"
		}
	}
	switch class {
	case tagger.Class{POS: extract.VERB, Penn: extract.PennVBD}:
		if isPerfect(words, classes, i) {
			class.Penn = extract.PennVBN // "has since said"
		}
	case tagger.Class{POS: extract.VERB, Penn: extract.PennVB}:
		if sameInPast(words[i].Text) && isPredicate(classes, i) {
			class.Penn = extract.PennVBD // "The team beat them."
		}
	case tagger.Class{POS: extract.ADJ, Penn: extract.PennJJ}:
		if isOffice(words[i].Text) && i > 0 && isModifier(classes[i-1]) && endsPhrase(classes, i+1) {
			return tagger.Class{POS: extract.NOUN, Penn: extract.PennNN} // "said its chief executive, Ann Lee"
		}
	case tagger.Class{POS: extract.NOUN, Penn: extract.PennNN}:
		if words[i].Text == "cost" && i > 0 && i+1 < len(words) && isNominal(classes[i-1]) &&
			(classes[i+1].Penn == extract.PennDollar || classes[i+1].Penn == extract.PennCD) {
			return tagger.Class{POS: extract.VERB, Penn: extract.PennVBD} // "The plan cost $5."
		}
	}
	if class.POS == extract.VERB && isHave(words[i].Text) && auxiliary(words, classes, i) {
		class.POS = extract.AUX
	}
	return class
}

// isOffice tells whether an adjective is also what somebody is.
func isOffice(word string) bool {
	switch word {
	case "executive", "official", "representative", "professional", "local", "native", "veteran", "criminal":
		return true
	}
	return false
}

// isModifier tells whether a class can stand before a noun.
func isModifier(c tagger.Class) bool {
	return c.POS == extract.DET || c.POS == extract.ADJ || c.POS == extract.NOUN || c.Penn == extract.PennPRPS || c.Penn == extract.PennPOS
}

// endsPhrase tells whether no noun phrase goes on at word i: the sentence ends
// there, or there is a mark, a verb or a preposition.
func endsPhrase(classes []tagger.Class, i int) bool {
	if i >= len(classes) {
		return true
	}
	switch classes[i].POS {
	case extract.PUNCT:
		return classes[i].Penn != extract.PennHYPH
	case extract.AUX, extract.ADP:
		return true
	case extract.VERB:
		return classes[i].Penn.IsFinite()
	}
	return false
}

// isPast tells whether a class is a past tense or a past participle.
func isPast(c tagger.Class) bool { return c.Penn == extract.PennVBD || c.Penn == extract.PennVBN }

// isPerfect tells whether a form of have stands before the verb i, with nothing
// but adverbs between.
func isPerfect(words []tagger.Word, classes []tagger.Class, i int) bool {
	for j := i - 1; j >= max(0, i-1-auxiliaryReach); j-- {
		switch {
		case isHave(words[j].Text):
			return true
		case classes[j].POS != extract.ADV && classes[j].POS != extract.PART:
			return false
		}
	}
	return false
}

// sameInPast tells whether a verb's past tense is its base form.
func sameInPast(word string) bool {
	switch word {
	case "beat", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read", "set", "shut", "split", "spread":
		return true
	}
	return false
}

// isPredicate tells whether a noun or pronoun stands before the base form i, at
// most adverbs between, and no verb before that could want an infinitive.
func isPredicate(classes []tagger.Class, i int) bool {
	j := i - 1
	for j >= 0 && i-j <= auxiliaryReach && classes[j].POS == extract.ADV {
		j--
	}
	if j < 0 || !isNominal(classes[j]) {
		return false
	}
	for ; j >= 0 && i-j <= clauseReach; j-- {
		switch c := classes[j]; {
		case c.POS == extract.VERB, c.POS == extract.AUX, c.POS == extract.PART:
			return false
		case c.POS == extract.PUNCT, c.POS == extract.SCONJ:
			return true
		}
	}
	return true
}

func isNominal(c tagger.Class) bool {
	return c.POS == extract.NOUN || c.POS == extract.PROPN || c.Penn == extract.PennPRP
}

func isHave(word string) bool {
	switch word {
	case "has", "have", "had", "'ve", "’ve", "having", "Has", "Have", "Had", "Having":
		return true
	}
	return false
}

// auxiliary tells whether a participle follows the form of have at i, with
// nothing but adverbs between.
func auxiliary(words []tagger.Word, classes []tagger.Class, i int) bool {
	for j := i + 1; j < min(len(classes), i+2+auxiliaryReach); j++ {
		switch c := classes[j]; {
		case isPast(c):
			return true
		case c.POS == extract.ADV, c.POS == extract.PART, words[j].Text == "since":
		default:
			return false
		}
	}
	return false
}
