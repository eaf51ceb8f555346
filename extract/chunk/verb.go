package chunk

import "github.com/factline/factline/extract"

// verbGroup returns the verb group that starts at token i. Its range starts at
// i, and ends after the main verb and its particle.
func (c *chunker) verbGroup(i int32) (start, end, head int32, ok bool) {
	start = i
	if c.penn(i) == extract.PennRBR || c.penn(i) == extract.PennRBS {
		return start, start + 1, 0, false // "dozens more were missing"
	}
	i = c.overAdverbs(i)
	if end := c.unit(i); end > i+1 && c.penn(end-1).IsVerb() {
		i = end - 1 // "fact-checked"
	}
	penn := c.penn(i)
	if !penn.IsVerb() && penn != extract.PennMD && penn != extract.PennTO || c.words.preposition.HasToken(c.doc, i) {
		return start, start + 1, 0, false
	}
	head, end = i, i+1
	for {
		next := c.overAdverbs(end)
		if !c.continues(head, next) {
			break
		}
		head, end = next, next+1
	}
	if c.penn(head) == extract.PennTO {
		return start, start + 1, 0, false // "to" without its verb
	}
	if c.penn(end) == extract.PennRP {
		end++
	}
	return start, c.overNegation(end), head, true
}

// overAdverbs returns the first token from i on that is no adverb; i itself
// when more of them follow than a verb group holds.
func (c *chunker) overAdverbs(i int32) int32 {
	for j := i; j < i+reach; j++ {
		switch penn := c.penn(j); {
		case penn == extract.PennRB || penn == extract.PennRBR || penn == extract.PennRBS:
		case c.noLonger(j):
		default:
			return j
		}
	}
	return i
}

func (c *chunker) noLonger(i int32) bool {
	return c.words.no.HasToken(c.doc, i) && i+1 < c.End && c.words.longer.HasToken(c.doc, i+1)
}

// overNegation returns the end of the negation that starts at i: "is [not]",
// "is [no longer]".
func (c *chunker) overNegation(i int32) int32 {
	switch {
	case i >= c.End:
	case c.words.negation.HasToken(c.doc, i):
		return i + 1
	case c.noLonger(i):
		return i + 2
	}
	return i
}

// continues tells whether the verb at next belongs to the group whose last
// verb is at last: "has" + "posted", "will" + "continue".
func (c *chunker) continues(last, next int32) bool {
	penn := c.penn(next)
	if !penn.IsVerb() {
		return false
	}
	switch {
	case c.penn(last) == extract.PennMD, c.penn(last) == extract.PennTO:
		return penn == extract.PennVB || penn == extract.PennVBP
	case c.pos(last) != extract.AUX:
		return false
	}
	switch c.doc.Tags[last].Lemma {
	case "be", "get":
		return penn == extract.PennVBN || penn == extract.PennVBG || penn == extract.PennVBD
	case "have":
		return penn == extract.PennVBN || penn == extract.PennVBD
	case "do":
		return penn == extract.PennVB || penn == extract.PennVBP
	}
	return false
}
