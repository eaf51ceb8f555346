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
	for i := c.subject.Start; i < c.subject.End && i < c.subject.Start+maxClause; i++ {
		if s.doc.Is(i, ";") {
			return false // two clauses were read as one noun phrase
		}
	}
	if !c.unknown && s.quoteAt[c.subjectHead] != s.quoteAt[c.verb.Head] && c.rule == subjectVerb && !s.isHearsay(c) {
		return false
	}
	if s.isTime(c.subject) && !c.object.Empty() && !s.lemmaIn(copulas, c.main) {
		return false // "The firm [this year] adds staff"
	}
	if s.holdsSentence(c) || s.isAdjective(c.subjectHead) && !s.in(articles, c.subject.Start) && !c.unknown && s.clauseAt[c.subjectHead] < 0 && s.quantityAt[c.subject.Start] < 0 {
		return false
	}
	plural := s.in(pluralVerbs, c.verb.Start)
	head := c.subjectHead
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
		if s.penn(i).IsVerb() {
			return true
		}
	}
	return false
}

// holdsSentence tells whether a subject holds a verb with a tense that nothing
// subordinates: "[bills doubled and wages] rose".
func (s *scan) holdsSentence(c *clause) bool {
	for i := c.subject.Start; i < c.subject.End && i < c.subject.Start+maxSteps && !c.unknown; i++ {
		if own := s.clauseAt[i]; own >= 0 && s.clauses[own].rule == subjectVerb && !s.clauses[own].relative && s.tree.Relation(i) != extract.RelCcomp &&
			s.tree.Relation(i) != extract.RelCsubj && s.clauses[own].markedAt.Empty() && c.subject.Covers(s.clauses[own].subject) && s.tree.Relation(i) != extract.RelAclRelcl && s.tree.Relation(i) != extract.RelAcl {
			return true
		}
	}
	return false
}
