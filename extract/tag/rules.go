package tag

import "github.com/factline/factline/extract"

// correct replaces the model's tag of token i where signs and rules know
// better, and returns the name of the rule that did. It is called from left to
// right, so that a rule sees corrected tags before the token and the model's
// tags after it.
func (c *context) correct(i int32) string {
	if penn, ok := c.sign(i); ok {
		c.penn[i] = penn
		return ""
	}
	for _, r := range c.lex.rules[c.form(i)] {
		if penn := rules[r].tag(c, i); penn != extract.PennNone {
			c.penn[i] = penn
			return rules[r].name
		}
	}
	for r := range general {
		if penn := general[r].tag(c, i); penn != extract.PennNone {
			c.penn[i] = penn
			return general[r].name
		}
	}
	return ""
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
		name: "genitive-or-is", example: "The firm[’s] lawyers agreed.", want: "POS PART", words: "'s",
		tag: func(c *context, i int32) extract.Penn {
			switch before := c.tag(i - 1); {
			case before == extract.PennPRP || before == extract.PennEX || before == extract.PennWP || before == extract.PennWRB:
				return extract.PennVBZ
			case c.is(i-1, c.lex.let):
				return extract.PennPRP
			}
			if c.tag(i-1) == extract.PennDT && !c.modifiesNoun(i) || c.is(i+1, c.lex.negation) {
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
		name: "so", example: "It rained , [so] they left .", want: "RB ADV", words: "so",
		tag: func(c *context, i int32) extract.Penn {
			if c.lex.demonstrative.Has(c.form(i + 1)) {
				return extract.PennIN
			}
			return extract.PennRB
		},
	},
	{
		name: "about-a-number", example: "It has [about] 500 members .", want: "RB ADV", words: "about around approximately roughly",
		tag: func(c *context, i int32) extract.Penn {
			if after := c.tag(i + 1); after == extract.PennCD || after == extract.PennDollar {
				return extract.PennRB
			}
			return extract.PennNone
		},
	},
	{
		name: "both-and", example: "They use [both] gas and coal .", want: "CC CCONJ", words: "both",
		tag: func(c *context, i int32) extract.Penn {
			for j := i + 2; j < i+reach && !c.tag(j).IsVerb() && posOf[c.tag(j)] != extract.PUNCT; j++ {
				if c.tag(j) == extract.PennCC {
					return extract.PennCC
				}
			}
			return extract.PennDT
		},
	},
	{
		name: "alongside", example: "It was banned [alongside] 20 games .", want: "IN ADP", words: "alongside amid amidst onto",
		tag: func(*context, int32) extract.Penn { return extract.PennIN },
	},
	{
		name: "her", example: "They told [her] yesterday .", want: "PRP PRON", words: "her",
		tag: func(c *context, i int32) extract.Penn {
			if c.modifiesNoun(i) && !c.lex.day.Has(c.form(i+1)) {
				return extract.PennPRPS
			}
			return extract.PennPRP
		},
	},
	{
		name: "evening", example: "They left this [evening] .", want: "NN NOUN", words: "evening morning",
		tag: func(*context, int32) extract.Penn { return extract.PennNN },
	},
	{
		name: "thank", example: "[Thank] you , she wrote .", want: "VBP VERB", words: "thank",
		tag: func(c *context, i int32) extract.Penn {
			if i == 0 {
				return extract.PennVBP
			}
			return extract.PennNone
		},
	},
	{
		name: "guys", example: "We saw those [guys] leave .", want: "NNS NOUN", words: "guys folks kids thanks",
		tag: func(*context, int32) extract.Penn { return extract.PennNNS },
	},
	{
		name: "small-i", example: "She knows [i] left .", want: "PRP PRON", words: "i",
		tag: func(*context, int32) extract.Penn { return extract.PennPRP },
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
		name: "no-one", example: "No [one] came .", want: "NN PRON", words: "one",
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
		tag: func(c *context, i int32) extract.Penn {
			if before := c.tag(i - 1); before == extract.PennMD || before == extract.PennTO {
				return extract.PennNone // "to please them"
			}
			return extract.PennUH
		},
	},
	{
		name: "since-in-the-perfect", example: "It has [since] grown .", want: "RB ADV", words: "since",
		tag: func(c *context, i int32) extract.Penn {
			if after := c.tag(i + 1); c.is(i-1, c.lex.have) && (after == extract.PennVBN || after == extract.PennVBD) {
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
	case (before == extract.PennNN || before == extract.PennNNS) && (after == extract.PennPRP || after == extract.PennNNP):
		if c.is(i-1, c.lex.content) {
			return extract.PennIN
		}
		return extract.PennWDT
	}
	return extract.PennNone
}
