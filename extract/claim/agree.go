package claim

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// Forms of the auxiliaries that tell the number of their subject, and what
// stands before an age.
var (
	singularVerbs = lexicon.NewSet("is", "was", "has", "does")
	agesAfter     = lexicon.NewSet("now", "then", "aged")
	pluralVerbs   = lexicon.NewSet("are", "were", "have", "do", "'re", "'ve")
)

// agrees tells whether the number of the subject can be that of the verb: "the
// islands has" shows that the subject was cut wrongly. It looks only at common
// nouns that are neither names nor amounts, and lets British teams be plural.
func (s *scan) agrees(c *clause) bool {
	if start := c.subject.Start; c.subject.Len() == 1 && s.penn(start) == extract.PennCD && (s.doc.Is(start-1, ",") || s.in(agesAfter, start-1)) {
		return false // the age in "Lee, now 19, left"
	}
	if s.isObject(c) {
		return false
	}
	plural := s.in(pluralVerbs, c.verb.Start)
	head := s.headOf(c.subject)
	if s.isAdjective(head) && c.subject.Len() > 1 && s.penn(c.verb.Start) == extract.PennVBZ {
		return false // "their bare [hands]", taken for a verb
	}
	if !plural && !s.in(singularVerbs, c.verb.Start) || c.rule == thereIs {
		return true
	}
	if head < 0 || s.doc.Tokens[head].Class != extract.ClassLower || s.entityAt[head] >= 0 && s.doc.Entities[s.entityAt[head]].Type != extract.EntityUnknown {
		return true
	}
	if q := s.amountAt[head]; q >= 0 && s.doc.Quantities[q].Kind != extract.Count || s.timexAt[head] >= 0 {
		return true // "two weeks is", "£5m was"
	}
	switch s.penn(head) {
	case extract.PennNN:
		return !plural || s.in(s.words.collective, head) || s.holdsPlural(c.subject, head)
	case extract.PennNNS:
		return plural || s.in(s.words.sameForm, head) || s.holdsClause(c.subject)
	}
	return true
}

// isObject tells whether what was taken for the subject hangs on the verb or
// the preposition before it: "who stole the money [was jailed]".
func (s *scan) isObject(c *clause) bool {
	before := c.subject.Start - 1
	if c.shared || c.unknown || c.rule == reducedRelative || c.rule == thereIs || before < 0 || s.cueAt[before] >= 0 {
		return false
	}
	if s.in(attaching, before) && !s.doc.Is(before, "to") && s.penn(before) != extract.PennRP {
		return true
	}
	v, ok := s.phraseAt(before, extract.VerbGroup)
	return ok && !s.lemmaIn(saying, v.Head) && c.rule == subjectVerb && s.quoteAt[before] == s.quoteAt[c.verb.Head]
}

// holdsPlural tells whether a phrase is plural for another reason than its
// head: "the mayor and the clerk", "a list of names".
func (s *scan) holdsPlural(r extract.TokenRange, head int32) bool {
	for i := r.Start; i < r.End && i < r.Start+maxSteps; i++ {
		p := s.penn(i)
		if p == extract.PennCC || i < head && (p == extract.PennCD || p == extract.PennNNS) || i > head && s.doc.Is(head+1, "of") && p == extract.PennNNS {
			return true
		}
	}
	return false
}

// holdsClause tells whether a verb makes more of a phrase than a noun phrase:
// "how many votes he won".
func (s *scan) holdsClause(r extract.TokenRange) bool {
	for i := r.Start; i < r.End && i < r.Start+maxSteps; i++ {
		if _, ok := s.phraseAt(i, extract.VerbGroup); ok || s.penn(i) == extract.PennVBG {
			return true
		}
	}
	return false
}
