package chunk

import "github.com/factline/factline/extract"

// phrase is a noun phrase as it grows.
type phrase struct {
	start, end int32
	determiner bool
	number     int32 // the last number, -1
	currency   int32 // the currency sign, -1
	adjective  int32 // the last adjective, -1
	noun       int32 // the last noun, -1
}

// nounPhrase returns the end and the head of the noun phrase that starts at
// token i. When there is none, end is the first token after i at which one may
// start.
func (c *chunker) nounPhrase(i int32) (end, head int32, ok bool) {
	if c.pos(i) == extract.PRON && c.penn(i) != extract.PennPRPS && c.penn(i) != extract.PennWPS {
		return i + 1, i, c.penn(i) != extract.PennEX
	}
	if c.words.no.HasToken(c.doc, i) && c.words.one.HasToken(c.doc, i+1) && i+1 < c.End {
		return i + 2, i + 1, true
	}
	if c.words.atBefore.HasToken(c.doc, i) && i > c.Start && c.words.at.HasToken(c.doc, i-1) {
		return i + 1, 0, false // the "least" of "at least 27 people"
	}
	p := phrase{start: i, end: i, number: -1, currency: -1, adjective: -1, noun: -1}
	for p.end < c.End {
		next := c.grow(&p)
		if next == p.end {
			break
		}
		p.end = next
	}
	head, ok = c.head(&p)
	return p.end, head, ok
}

// head returns the token that the phrase is about; false when its words are no
// phrase, such as the adjective of "is new".
func (c *chunker) head(p *phrase) (int32, bool) {
	switch {
	case p.noun >= 0:
		return p.noun, true
	case p.currency >= 0:
		return p.currency, p.number >= 0
	case p.number >= 0:
		return p.number, true
	case p.determiner && p.adjective >= 0:
		return p.adjective, true
	case p.determiner:
		last := p.end - 1
		return last, !c.words.article.HasToken(c.doc, last) && c.penn(last) == extract.PennDT
	case p.adjective >= 0:
		return p.adjective, p.end == p.start+1 && c.words.quantifier.HasToken(c.doc, p.adjective) && !c.words.than.HasToken(c.doc, p.end) && !c.words.as.HasToken(c.doc, p.end)
	}
	return 0, false
}

// grow takes the next unit into the phrase and returns its end; p.end when the
// phrase ends here.
func (c *chunker) grow(p *phrase) int32 {
	i := p.end
	end := c.unit(i)
	last := end - 1
	switch penn := c.penn(last); penn {
	case extract.PennDT, extract.PennPDT, extract.PennPRPS, extract.PennWPS, extract.PennWDT, extract.PennWP:
		if c.pos(last) == extract.PRON && penn != extract.PennPRPS && penn != extract.PennWPS ||
			p.noun >= 0 || p.number >= 0 || p.adjective >= 0 && !c.words.such.HasToken(c.doc, p.adjective) {
			return i
		}
		p.determiner = true
	case extract.PennCD, extract.PennDollar:
		if p.noun >= 0 && !c.labels(p, last) {
			return i
		}
		if penn == extract.PennDollar {
			p.currency = last
		} else if p.noun < 0 {
			p.number = last
		}
	case extract.PennJJ, extract.PennJJR, extract.PennJJS:
		if p.noun >= 0 && !c.insideName(p, end) {
			return i
		}
		p.adjective = last
	case extract.PennVBN, extract.PennVBG, extract.PennVBD:
		return c.participle(p, end)
	case extract.PennRB, extract.PennRBR, extract.PennRBS:
		if p.noun >= 0 || !c.adverbLeads(end) {
			return i
		}
	case extract.PennNN, extract.PennNNS, extract.PennNNP, extract.PennNNPS, extract.PennADD, extract.PennFW:
		if c.pos(last) == extract.PRON || p.noun >= 0 && c.startsTime(p, last) {
			return i
		}
		p.noun = last
	case extract.PennCC:
		return c.coordination(p)
	case extract.PennComma:
		if p.noun < 0 && p.adjective == i-1 && c.penn(i-1) != extract.PennJJS && c.adjective(i+1) && c.nounAhead(i+1) {
			return i + 1
		}
		return i
	case extract.PennIN:
		if p.number == i-1 && p.number >= 0 && c.words.per.HasToken(c.doc, i) && c.words.cent.HasToken(c.doc, i+1) {
			return end // "18 per cent"
		}
		if end == i+1 && c.words.than.HasToken(c.doc, i) && p.noun < 0 && c.words.comparative.HasToken(c.doc, i-1) &&
			(c.penn(i+1) == extract.PennCD || c.penn(i+1) == extract.PennDollar) {
			return end // "more than 500 videos"
		}
		if end > i+1 && p.noun < 0 && c.nounAhead(end) {
			return end // "the follow-up meeting"
		}
		return i
	default:
		if end > i+1 && p.noun < 0 && c.nounAhead(end) {
			return end
		}
		return i
	}
	return end
}

// labels tells whether the number at i is a label of the noun before it
// ("Article 5", "July 10") and not the start of the next phrase.
func (c *chunker) labels(p *phrase, i int32) bool {
	if c.penn(i) != extract.PennCD || p.noun != i-1 || c.penn(p.noun) == extract.PennNNS || c.pos(p.noun) == extract.SYM {
		return false
	}
	next := c.penn(i + 1)
	return next != extract.PennCD && !next.IsNoun() && next != extract.PennJJ
}

// insideName tells whether the adjective that ends before token end goes on
// with a phrase that has a name before it: "US federal courts", but not
// "Amazon last year".
func (c *chunker) insideName(p *phrase, end int32) bool {
	return c.penn(p.noun) == extract.PennNNP && p.noun == p.end-1 && end == p.end+1 && c.penn(end).IsNoun() &&
		!c.words.deictic.HasToken(c.doc, p.end)
}

// participle takes a participle that works as an adjective ("the leaked
// videos", "Chinese-owned apps") or a noun ("the posting of videos") into the
// phrase.
func (c *chunker) participle(p *phrase, end int32) int32 {
	i, last := p.end, end-1
	hyphen := end > i+1
	started := p.determiner || p.adjective >= 0 || p.number >= 0
	switch {
	case p.noun >= 0:
		return i
	case c.penn(last) == extract.PennVBD && !hyphen && !p.determiner:
		return i
	case c.nounAhead(end) && (hyphen || started || c.penn(last) == extract.PennVBN && c.pos(i-1) == extract.ADP):
		p.adjective = last
		return end
	case p.determiner && c.penn(last) == extract.PennVBG && !c.penn(end).IsNoun():
		p.noun = last
		return end
	}
	return i
}

// adjective tells whether token i can stand before a noun as an adjective.
func (c *chunker) adjective(i int32) bool {
	switch c.penn(i) {
	case extract.PennJJ, extract.PennJJR, extract.PennJJS, extract.PennVBN:
		return true
	}
	return false
}

// nounAhead tells whether a noun follows within a few tokens that can stand
// before it.
func (c *chunker) nounAhead(i int32) bool {
	for end := i + reach; i < end && i < c.End; i = c.unit(i) {
		penn := c.penn(i)
		switch {
		case penn.IsNoun():
			return c.pos(i) != extract.PRON
		case c.adjective(i), penn == extract.PennHYPH, penn == extract.PennCD, penn == extract.PennVBG:
		case penn == extract.PennCC && c.adjective(i+1):
		default:
			return false
		}
	}
	return false
}

// adverbLeads tells whether the adverb before token i belongs to an adjective
// or number of the phrase: "a very large app", "about 500 videos".
func (c *chunker) adverbLeads(i int32) bool {
	for end := i + reach; i < end; i++ {
		switch c.penn(i) {
		case extract.PennRB, extract.PennRBR, extract.PennRBS:
		case extract.PennCD, extract.PennDollar:
			return c.words.approximator.HasToken(c.doc, i-1)
		case extract.PennJJ, extract.PennJJR, extract.PennJJS, extract.PennVBN:
			return c.nounAhead(i)
		case extract.PennIN:
			return c.words.than.HasToken(c.doc, i) && (c.penn(i+1) == extract.PennCD || c.penn(i+1) == extract.PennDollar)
		default:
			return false
		}
	}
	return false
}

// startsTime tells whether the noun at i begins a phrase of time after a
// phrase that is complete: "the app [Monday]", "videos [today]".
func (c *chunker) startsTime(p *phrase, i int32) bool {
	if !c.words.day.HasToken(c.doc, i) {
		return false
	}
	return c.penn(i) == extract.PennNN || !c.words.day.HasToken(c.doc, p.noun)
}

// coordination takes "and" between two adjectives of one noun ("[political and
// economic rights]") or "&" in a name into the phrase.
func (c *chunker) coordination(p *phrase) int32 {
	i := p.end
	switch {
	case p.noun >= 0:
		if c.words.ampersand.HasToken(c.doc, i) && c.penn(i-1).IsNoun() && c.penn(i+1).IsNoun() {
			return i + 1
		}
	case p.adjective == i-1 && p.adjective >= 0 && c.adjective(i+1) && c.nounAhead(i+1):
		return i + 1
	case p.number == i-1 && p.number >= 0 && c.penn(i+1) == extract.PennCD:
		return i + 1 // "10 or 12 videos"
	}
	return i
}
