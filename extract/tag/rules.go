package tag

import (
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// correct replaces the model's tags where signs and rules know better, from
// left to right, so that a rule sees corrected tags before it and the model's
// tags after it.
func (c *context) correct() {
	for i := range c.penn {
		i := int32(i)
		if penn, ok := c.sign(i); ok {
			c.penn[i] = penn
			continue
		}
		for _, r := range c.lex.rules[c.form(i)] {
			if penn := rules[r].tag(c, i); penn != extract.PennNone {
				c.penn[i] = penn
				break
			}
		}
		for r := range general {
			if penn := general[r].tag(c, i); penn != extract.PennNone {
				c.penn[i] = penn
				break
			}
		}
	}
}

// rule is one correction.
type rule struct {
	name    string
	example string // a sentence with the corrected word in [brackets]
	want    string // Penn tag and part of speech of that word
	words   string // the words that it is for, one blank between them
	// tag returns the right tag of token i, PennNone to leave it.
	tag func(c *context, i int32) extract.Penn
}

// rules correct single words.
var rules = []rule{
	{
		name: "to-preposition", example: "She went [to] the market .", want: "IN ADP", words: "to",
		tag: func(c *context, i int32) extract.Penn {
			for j := i + 1; j < i+4; j++ {
				switch penn := c.tag(j); {
				case penn == extract.PennVB, penn == extract.PennVBP:
					return extract.PennTO
				case penn == extract.PennRB, penn == extract.PennRBR:
				case c.tag(j) == extract.PennNone, posOf[penn] == extract.PUNCT:
					if c.tag(i - 1).IsVerb() {
						return extract.PennTO
					}
					return extract.PennIN
				default:
					return extract.PennIN
				}
			}
			return extract.PennIN
		},
	},
	{
		name: "genitive-or-is", example: "The firm [’s] lawyers agreed .", want: "POS PART", words: "'s",
		tag: func(c *context, i int32) extract.Penn {
			switch before := c.tag(i - 1); {
			case before == extract.PennPRP || before == extract.PennEX || before == extract.PennWP || before == extract.PennWRB:
				return extract.PennVBZ
			case before == extract.PennVB || before == extract.PennVBP:
				return extract.PennPRP // let 's
			}
			switch after := c.tag(i + 1); after {
			case extract.PennDT, extract.PennPRP, extract.PennIN, extract.PennTO, extract.PennRB, extract.PennVBG, extract.PennPRPS, extract.PennVBN:
				if c.tag(i-1) == extract.PennDT || c.tag(i) == extract.PennVBZ {
					return extract.PennVBZ
				}
			}
			if c.tag(i-1) == extract.PennDT && !c.modifiesNoun(i) {
				return extract.PennVBZ
			}
			return extract.PennPOS
		},
	},
	{
		name: "that", example: "They said [that] prices fell .", want: "IN SCONJ", words: "that",
		tag: thatTag,
	},
	{
		name: "pronoun-us", example: "Officials told the [US] .", want: "NNP PROPN", words: "us",
		tag: func(c *context, i int32) extract.Penn {
			if c.token(i).Class == extract.ClassUpper {
				return extract.PennNNP
			}
			return extract.PennPRP
		},
	},
	{
		name: "one-another-no-one", example: "No [one] came .", want: "NN PRON", words: "one",
		tag: func(c *context, i int32) extract.Penn {
			if c.lex.no.Has(c.form(i - 1)) {
				return extract.PennNN
			}
			return extract.PennNone
		},
	},
	{
		name: "indefinite-pronoun", example: "[Nobody] came .", want: "NN PRON",
		words: "nobody nothing none everybody everyone everything somebody someone something anybody anyone anything",
		tag:   func(*context, int32) extract.Penn { return extract.PennNN },
	},
	{
		name: "interjection", example: "[Yes] , it is .", want: "UH INTJ", words: "yes yeah oh hello please wow hey okay uh um ah hi",
		tag: func(*context, int32) extract.Penn { return extract.PennUH },
	},
	{
		name: "since-in-the-perfect", example: "It has [since] grown .", want: "RB ADV", words: "since",
		tag: func(c *context, i int32) extract.Penn {
			if after := c.tag(i + 1); c.after(i, c.lex.have) && (after == extract.PennVBN || after == extract.PennVBD) {
				return extract.PennRB
			}
			return extract.PennNone
		},
	},
	{
		name: "per", example: "40 miles [per] hour", want: "IN ADP", words: "per versus vs vs. via",
		tag: func(*context, int32) extract.Penn { return extract.PennIN },
	},
	{
		name: "percent", example: "a drop of 4 [percent]", want: "NN NOUN", words: "percent",
		tag: func(*context, int32) extract.Penn { return extract.PennNN },
	},
	{
		name: "scale-of-a-number", example: "It cost 49 [bn] .", want: "CD NUM", words: "bn tn hundred thousand million billion trillion dozen",
		tag: func(*context, int32) extract.Penn { return extract.PennCD },
	},
	{
		name: "hour-of-the-day", example: "They met at 10 [am] .", want: "NN NOUN", words: "am pm a.m. p.m. a.m p.m",
		tag: func(c *context, i int32) extract.Penn {
			if c.token(i-1).Class == extract.ClassDigits || len(c.word(i)) > 2 || c.lex.pm.Has(c.form(i)) {
				return extract.PennNN
			}
			return extract.PennNone
		},
	},
}

// thatTag tells the conjunction, the relative and the demonstrative "that"
// apart.
func thatTag(c *context, i int32) extract.Penn {
	before, after := c.tag(i-1), c.tag(i+1)
	switch {
	case after.IsFinite() && before.IsNoun(), after == extract.PennRB && before.IsNoun() && c.tag(i+2).IsFinite():
		return extract.PennWDT
	case after.IsFinite(), after == extract.PennNone, posOf[after] == extract.PUNCT && !before.IsVerb():
		return extract.PennDT
	case before.IsVerb() && (after == extract.PennDT || after == extract.PennPRP || after == extract.PennPRPS || after == extract.PennNNP || after == extract.PennNNS || after == extract.PennEX):
		return extract.PennIN
	case before == extract.PennIN:
		return extract.PennDT
	}
	return extract.PennNone
}

// general correct tags whatever the word.
var general = []rule{
	{
		name: "plural-in-s", example: "They own many foreign-built [cars] .", want: "NNS NOUN",
		tag: func(c *context, i int32) extract.Penn {
			if c.tag(i) == extract.PennJJ && c.token(i).Class == extract.ClassLower && looksPlural(c.word(i)) {
				return extract.PennNNS
			}
			return extract.PennNone
		},
	},
	{
		name: "participle-after-have", example: "The firm had [cut] prices .", want: "VBN VERB",
		tag: func(c *context, i int32) extract.Penn {
			if (c.tag(i) == extract.PennVBD || c.tag(i) == extract.PennVB || c.tag(i) == extract.PennVBP) && c.after(i, c.lex.have) {
				return extract.PennVBN
			}
			return extract.PennNone
		},
	},
	{
		name: "participle-after-be", example: "It was [found] there .", want: "VBN VERB",
		tag: func(c *context, i int32) extract.Penn {
			if c.tag(i) == extract.PennVBD && c.after(i, c.lex.be) {
				return extract.PennVBN
			}
			return extract.PennNone
		},
	},
	{
		name: "infinitive-after-modal", example: "They will [hit] it .", want: "VB VERB",
		tag: func(c *context, i int32) extract.Penn {
			if c.tag(i) != extract.PennVBP && c.tag(i) != extract.PennVBD {
				return extract.PennNone
			}
			j := i - 1
			for c.tag(j) == extract.PennRB && j > i-4 {
				j--
			}
			if c.tag(j) == extract.PennMD || c.tag(j) == extract.PennTO {
				return extract.PennVB
			}
			return extract.PennNone
		},
	},
	{
		name: "capital-inside", example: "He joined [Amazon] .", want: "NNP PROPN",
		tag: func(c *context, i int32) extract.Penn {
			switch {
			case i == 0 || !c.token(i).Class.IsCapital() || posOf[c.tag(i-1)] == extract.PUNCT:
			case c.tag(i) == extract.PennNN:
				if c.token(i).Class != extract.ClassUpper {
					return extract.PennNNP
				}
			case c.tag(i) == extract.PennNNS && c.token(i).Class == extract.ClassTitle:
				return extract.PennNNPS
			}
			return extract.PennNone
		},
	},
}

// looksPlural tells whether a word that the model takes for an adjective has
// the ending of a plural: "apps", but not "serious", "less", "overseas".
func looksPlural(word string) bool {
	if len(word) < 4 || word[len(word)-1] != 's' || strings.HasSuffix(word, "seas") || strings.HasSuffix(word, "stairs") || strings.HasSuffix(word, "doors") {
		return false
	}
	switch word[len(word)-2] {
	case 's', 'u', 'i', '\'':
		return false
	}
	return true
}

// after tells whether token i follows one of the words, adverbs between them.
func (c *context) after(i int32, words lexicon.Set) bool {
	j := i - 1
	for (c.tag(j) == extract.PennRB) && j > i-4 {
		j--
	}
	return c.is(j, words)
}
