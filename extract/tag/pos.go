package tag

import "github.com/factline/factline/extract"

// Longest look ahead and back of any rule, in tokens.
const reach = 12

// pos returns the part of speech of token i from its Penn tag, its word and
// what stands around it.
func (c *context) pos(i int32) extract.POS {
	penn := c.tag(i)
	switch {
	case penn.IsVerb():
		return c.verb(i)
	case penn == extract.PennIN:
		if c.is(i, c.lex.conjunction) || c.subordinates(i) {
			return extract.SCONJ
		}
		return extract.ADP
	case penn == extract.PennDT:
		if c.is(i, c.lex.demonstrative) && !c.modifiesNoun(i) {
			return extract.PRON
		}
	case penn == extract.PennWDT:
		if !c.is(i, c.lex.demonstrative) && c.modifiesNoun(i) {
			return extract.DET
		}
	case penn == extract.PennNN:
		switch {
		case c.is(i, c.lex.indefinite):
			return extract.PRON
		case c.token(i).Class == extract.ClassSymbol || c.word(i) == "#" || c.word(i) == "%":
			if c.word(i) == "°" {
				return extract.NOUN
			}
			return extract.SYM
		}
	case penn == extract.PennRB && c.is(i, c.lex.negation):
		return extract.PART
	case penn == extract.PennNFP:
		if c.token(i).Class == extract.ClassSymbol {
			return extract.SYM // an emoji
		}
	}
	return posOf[penn]
}

// posOf is the part of speech of each Penn tag when nothing speaks against it.
var posOf = [...]extract.POS{
	extract.PennNone: extract.X, extract.PennCC: extract.CCONJ, extract.PennCD: extract.NUM, extract.PennDT: extract.DET,
	extract.PennEX: extract.PRON, extract.PennFW: extract.X, extract.PennIN: extract.ADP, extract.PennJJ: extract.ADJ,
	extract.PennJJR: extract.ADJ, extract.PennJJS: extract.ADJ, extract.PennLS: extract.NUM, extract.PennMD: extract.AUX,
	extract.PennNN: extract.NOUN, extract.PennNNP: extract.PROPN, extract.PennNNPS: extract.PROPN,
	extract.PennNNS: extract.NOUN, extract.PennPDT: extract.DET, extract.PennPOS: extract.PART,
	extract.PennPRP: extract.PRON, extract.PennPRPS: extract.PRON, extract.PennRB: extract.ADV,
	extract.PennRBR: extract.ADV, extract.PennRBS: extract.ADV, extract.PennRP: extract.ADP, extract.PennSYM: extract.SYM,
	extract.PennTO: extract.PART, extract.PennUH: extract.INTJ, extract.PennVB: extract.VERB, extract.PennVBD: extract.VERB,
	extract.PennVBG: extract.VERB, extract.PennVBN: extract.VERB, extract.PennVBP: extract.VERB,
	extract.PennVBZ: extract.VERB, extract.PennWDT: extract.PRON, extract.PennWP: extract.PRON, extract.PennWPS: extract.PRON,
	extract.PennWRB: extract.ADV, extract.PennHYPH: extract.PUNCT, extract.PennNFP: extract.PUNCT,
	extract.PennADD: extract.PROPN, extract.PennAFX: extract.X, extract.PennGW: extract.X, extract.PennDollar: extract.SYM,
	extract.PennHash: extract.SYM, extract.PennOpenQuote: extract.PUNCT, extract.PennCloseQuote: extract.PUNCT,
	extract.PennLRB: extract.PUNCT, extract.PennRRB: extract.PUNCT, extract.PennComma: extract.PUNCT,
	extract.PennPeriod: extract.PUNCT, extract.PennColon: extract.PUNCT,
}

// modifiesNoun tells whether determiner i stands before the noun that it
// belongs to: "this [new] app", but not "this is" or "that he".
func (c *context) modifiesNoun(i int32) bool {
	for j := i + 1; j < i+reach; j++ {
		switch penn := c.tag(j); penn {
		case extract.PennNN, extract.PennNNS, extract.PennNNP, extract.PennNNPS, extract.PennCD, extract.PennDollar:
			return true
		case extract.PennJJ, extract.PennJJR, extract.PennJJS, extract.PennHYPH, extract.PennOpenQuote, extract.PennVBN, extract.PennVBG, extract.PennAFX:
		case extract.PennRB, extract.PennRBR, extract.PennRBS:
			if !c.tag(j+1).IsNoun() && c.tag(j+1) != extract.PennJJ {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// verb tells auxiliaries from full verbs.
func (c *context) verb(i int32) extract.POS {
	form := c.form(i)
	var wanted func(extract.Penn) bool
	switch {
	case c.lex.be.Has(form):
		if c.existential(i) {
			return extract.VERB
		}
		return extract.AUX
	case c.lex.have.Has(form):
		wanted = func(p extract.Penn) bool { return p == extract.PennVBN || p == extract.PennVBD }
	case c.lex.do.Has(form):
		if c.tag(i) == extract.PennVBG || c.tag(i) == extract.PennVBN {
			return extract.VERB
		}
		wanted = func(p extract.Penn) bool { return p == extract.PennVB }
	default:
		return extract.VERB
	}
	if _, found := c.mainVerb(i, wanted); found {
		return extract.AUX
	}
	return extract.VERB
}

// existential tells whether the "be" at i is that of "there is" or "is there".
func (c *context) existential(i int32) bool {
	for j := i - 1; j > i-4; j-- {
		switch penn := c.tag(j); {
		case penn == extract.PennEX:
			return true
		case penn == extract.PennMD, penn == extract.PennRB, c.lex.have.Has(c.form(j)), c.lex.be.Has(c.form(j)), penn == extract.PennTO:
		default:
			j = i - 4
		}
	}
	return c.tag(i+1) == extract.PennEX
}

// mainVerb looks for the verb with a wanted tag that auxiliary i belongs to,
// over adverbs, negation and, when the auxiliary comes first (a question), the
// subject.
func (c *context) mainVerb(i int32, wanted func(extract.Penn) bool) (int32, bool) {
	subject := false
	for j := i + 1; j < i+reach && c.inside(j); j++ {
		penn := c.tag(j)
		switch {
		case wanted(penn):
			return j, true
		case penn == extract.PennRB, penn == extract.PennRBR, penn == extract.PennRBS:
		case c.opensClause(i) && (penn == extract.PennPRP || !subject && nominal(penn)):
			subject = subject || penn == extract.PennPRP
		default:
			return 0, false
		}
	}
	return 0, false
}

// opensClause tells whether the auxiliary i comes before its subject: at the
// start of the sentence or after a question word.
func (c *context) opensClause(i int32) bool {
	switch penn := c.tag(i - 1); penn {
	case extract.PennNone, extract.PennWRB, extract.PennWP, extract.PennWDT, extract.PennCC, extract.PennOpenQuote, extract.PennComma:
		return true
	}
	return false
}

// nominal tells whether a tag can stand in a base noun phrase.
func nominal(p extract.Penn) bool {
	switch p {
	case extract.PennDT, extract.PennPRPS, extract.PennJJ, extract.PennJJR, extract.PennJJS, extract.PennCD, extract.PennPOS,
		extract.PennHYPH, extract.PennPDT, extract.PennDollar, extract.PennPRP, extract.PennEX:
		return true
	}
	return p.IsNoun()
}

// subordinates tells whether preposition i starts a clause and not a phrase:
// "after he left", "in acquiring".
func (c *context) subordinates(i int32) bool {
	if c.tag(i+1) == extract.PennVBG && !c.is(i+1, c.lex.including) {
		return c.is(i, c.lex.beforeGerund) && !c.is(i+2, c.lex.of)
	}
	if !c.is(i, c.lex.beforeClause) {
		return false
	}
	noun := false
	for j := i + 1; j < i+reach; j++ {
		penn := c.tag(j)
		switch {
		case penn.IsFinite():
			return noun
		case noun && penn == extract.PennPRP:
			return false // "after the war they left"
		case nominal(penn):
			noun = noun || penn.IsNoun() || penn == extract.PennPRP || penn == extract.PennDT || penn == extract.PennEX
		case penn == extract.PennRB, c.is(j, c.lex.of):
		default:
			return false
		}
	}
	return false
}
