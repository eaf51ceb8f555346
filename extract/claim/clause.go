package claim

import "github.com/factline/factline/extract"

// Everything that guesses the structure of a sentence from tags and chunks is
// in this file, complement.go and phrase.go: which verb groups are clauses,
// what their subjects are and what belongs to them.

// clause is a finite verb with its subject and what it takes.
type clause struct {
	verb        extract.Chunk
	subject     extract.TokenRange
	shared      bool               // the subject stands with an earlier verb
	relative    bool               // it describes a noun and states nothing
	described   extract.TokenRange // that noun with its phrase, when relative
	marker      use                // what the conjunction before it makes of it
	markedAt    extract.TokenRange // the conjunction; empty for none
	stated      bool               // false for what is only supposed, wanted or asked
	unknown     bool               // "It is not known how many"
	expletive   extract.TokenRange // the "it" that stands where the subject would
	predicate   []extract.TokenRange
	object      extract.TokenRange
	arguments   []argument
	end         int32
	rule        rule
	yetTo       extract.TokenRange // "yet to" of "had yet to be counted"
	lender      extract.Chunk      // the verb group before it that it shares the subject with
	sharesNot   bool               // and the negation
	sharesModal bool               // and the modal verb
	inHeadline  bool
}

// argument is a phrase or clause beside subject and object.
type argument struct {
	extract.TokenRange
	role        extract.ArgumentRole
	preposition extract.TokenRange
}

// clauses returns the clauses of a sentence in the order of their verbs.
func (s *scan) clauses(sentence extract.Sentence) []clause {
	var found []clause
	for i := sentence.Start; i < sentence.End; i++ {
		v, ok := s.phraseAt(i, extract.VerbGroup)
		if !ok || v.Start != i || s.doc.Is(v.Head, "aged") || v.Len() == 1 && (s.amountAt[i] >= 0 || s.in(ordinals, i)) {
			continue
		}
		bounds := s.bounds(i, sentence.TokenRange)
		c := clause{verb: v, stated: true, inHeadline: sentence.Role == extract.RoleHeadline}
		if s.findSubject(&c, found, bounds, sentence.Role) {
			s.takeGerund(&c, bounds)
			s.takeNot(&c, bounds)
			s.mark(&c, bounds)
			s.embed(&c, found)
			s.complete(&c, bounds)
			s.takeQuestion(&c, bounds)
			found = append(found, c)
		}
	}
	return found
}

// bounds returns the part of the sentence in which the clause around token i
// may stand: the content of the innermost quote that holds it, or all of it.
func (s *scan) bounds(i int32, sentence extract.TokenRange) extract.TokenRange {
	r := sentence
	if q := s.quoteAt[i]; q >= 0 {
		r.Start = max(r.Start, s.doc.Quotes[q].Start)
		r.End = min(r.End, s.doc.Quotes[q].End)
	}
	return r
}

// findSubject fills in the subject of the clause of a verb group. It tells
// whether the group is a clause.
func (s *scan) findSubject(c *clause, before []clause, bounds extract.TokenRange, role extract.Role) bool {
	v := c.verb
	finite := s.isFinite(v)
	i := v.Start - 1
	for steps := 0; i >= bounds.Start && steps < 3 && s.isAdverb(i); steps++ {
		i--
	}
	if i < bounds.Start {
		return false
	}
	switch {
	case s.penn(i) == extract.PennCC && (s.doc.Is(v.Start, "so") || s.doc.Is(v.Start, "neither")):
		return false // "and so was everyone else"
	case s.penn(i) == extract.PennCC:
		return s.shareSubject(c, before, bounds, i)
	case !finite:
		// only a headline leaves "was" out: "Staff told to leave"
		if role != extract.RoleHeadline || s.penn(v.Head) != extract.PennVBN && s.penn(v.Head) != extract.PennVBD {
			return false
		}
		c.rule, c.subject = headline, s.phraseEnding(i, bounds.Start)
	case s.penn(i) == extract.PennEX || s.doc.Is(i, "there"):
		c.rule, c.subject = thereIs, extract.TokenRange{Start: i, End: i + 1}
		return true
	case s.isRelative(i):
		return s.antecedent(c, i, bounds)
	case s.doc.Is(i, ","):
		c.rule, c.subject = parenthesis, s.phraseEnding(s.beforeParenthesis(i, bounds.Start), bounds.Start)
	default:
		c.rule, c.subject = subjectVerb, s.phraseEnding(i, bounds.Start)
		s.widen(c, before, bounds, i)
	}
	return !c.subject.Empty()
}

// isRelative tells whether token i is a pronoun that opens a relative clause.
func (s *scan) isRelative(i int32) bool {
	p := s.penn(i)
	if p == extract.PennWDT || p == extract.PennWP {
		return s.doc.Tokens[i].Class != extract.ClassUpper // not the WHO
	}
	return s.doc.Is(i, "that") && p != extract.PennDT
}

// shareSubject gives a verb after "and" the subject of the verb before it:
// "has posted 500 videos and gained 1.6 million followers".
func (s *scan) shareSubject(c *clause, before []clause, bounds extract.TokenRange, conjunction int32) bool {
	finite := s.isFinite(c.verb)
	if len(before) == 0 {
		return false
	}
	first := before[len(before)-1]
	if first.verb.Start < bounds.Start || first.subject.Empty() {
		return false
	}
	if !finite && !s.sameForm(first.verb, c.verb) {
		return false
	}
	c.rule, c.subject, c.shared = sharedSubject, first.subject, true
	c.relative, c.marker, c.markedAt, c.stated = first.relative, first.marker, first.markedAt, first.stated
	c.lender = first.verb
	if first.shared && first.verb.Len() == 1 {
		c.lender, c.sharesNot, c.sharesModal = first.lender, first.sharesNot, first.sharesModal
	}
	alone := c.verb.Len() == 1
	c.sharesModal = alone && (!first.shared || first.sharesModal) && s.goesOn(c.lender, c.verb)
	c.sharesNot = alone && (!first.shared || first.sharesNot || first.verb.Len() > 1) &&
		(!finite || c.sharesModal || s.doc.Is(conjunction, "or") || s.doc.Is(conjunction, "nor"))
	return true
}

// sameForm tells whether a bare verb goes on with the auxiliaries of the one
// before it: "has posted and gained", "will rise and fall".
func (s *scan) sameForm(first, next extract.Chunk) bool {
	return first.Len() > 1 && s.penn(first.Head) == s.penn(next.Head) && !s.doc.Is(next.Start, "to")
}

// goesOn tells whether a verb by itself can stand under the modal verb of the
// group before it: "will take office and succeed", "may be closed and sold".
func (s *scan) goesOn(first, next extract.Chunk) bool {
	modal := false
	for i := first.Start; i < first.Head; i++ {
		modal = modal || s.penn(i) == extract.PennMD
	}
	p := s.penn(next.Head)
	if s.penn(first.Head) == extract.PennVB {
		return modal && (p == extract.PennVB || p == extract.PennVBP)
	}
	return modal && (p == extract.PennVBN || p == extract.PennVBD)
}

// takeGerund makes a verb in -ing that opens a sentence part of the subject
// after it: "[Moving the school] was dear".
func (s *scan) takeGerund(c *clause, bounds extract.TokenRange) {
	v, ok := s.phraseAt(c.subject.Start-1, extract.VerbGroup)
	if ok && c.rule == subjectVerb && v.Len() == 1 && s.penn(v.Head) == extract.PennVBG &&
		(v.Start <= bounds.Start || s.isMark(v.Start-1) || s.penn(v.Start-1) == extract.PennCC && v.Start-1 <= bounds.Start) {
		c.subject.Start = v.Start
	}
}

// takeNot makes the "not" that opens a sentence part of its subject: "Not one
// of them came".
func (s *scan) takeNot(c *clause, bounds extract.TokenRange) {
	i := c.subject.Start - 1
	if s.doc.Is(i, "nor") && i >= bounds.Start && !c.shared {
		c.subject.Start = s.neither(i, bounds.Start)
		return
	}
	if c.shared || i < bounds.Start || !s.doc.Is(i, "not") && !s.doc.Is(i, "hardly") && !s.doc.Is(i, "scarcely") {
		return
	}
	if _, verb := s.phraseAt(i, extract.VerbGroup); verb {
		return
	}
	if before := i - 1; before < bounds.Start || s.doc.Tokens[before].Class == extract.ClassPunct || s.penn(before) == extract.PennCC || s.doc.Is(before, "that") {
		c.subject.Start = i
	}
}

// neither returns the start of "neither the mayor nor" that ends at token i; i
// when no "neither" is near.
func (s *scan) neither(i, low int32) int32 {
	for k := i - 1; k >= low && k > i-maxSteps; k-- {
		if s.doc.Is(k, "neither") {
			return k
		}
	}
	return i
}

// embed marks a clause as not stated when it follows a verb of saying or
// thinking that no quote stands for: "I do not think [the bridge is safe]".
func (s *scan) embed(c *clause, before []clause) {
	if c.shared || len(before) == 0 {
		return
	}
	outer := before[len(before)-1]
	if outer.end+1 == c.subject.Start && s.doc.Is(outer.end, "that") && s.cueAt[outer.verb.Head] < 0 {
		if p, _, _ := s.polarity(&outer); p == extract.Negative {
			c.stated = false // "It is not true that"
		}
	}
	if outer.end == c.subject.Start && s.cueAt[outer.verb.Head] < 0 && (s.lemmaIn(saying, outer.verb.Head) || s.lemmaIn(doubting, outer.verb.Head)) {
		c.stated = false
	}
}

// antecedent makes the noun before a relative pronoun the subject. Only a
// clause after a comma states something: "Smith, who scored twice".
func (s *scan) antecedent(c *clause, i int32, bounds extract.TokenRange) bool {
	i--
	c.relative = !s.doc.Is(i, ",")
	if !c.relative {
		i--
	}
	c.rule, c.subject = relativeClause, s.phraseEnding(i, bounds.Start)
	c.described = c.subject
	return !c.subject.Empty()
}

// widen handles a verb whose nearest noun belongs to a clause inside the
// subject: "the email [that was sent out] was", "the man [who bought the
// house] died".
func (s *scan) widen(c *clause, before []clause, bounds extract.TokenRange, i int32) {
	if len(before) > 0 {
		inner := before[len(before)-1]
		if inner.relative && inner.end == i+1 && !inner.described.Empty() && inner.described.Start >= bounds.Start && s.cueAt[inner.verb.Head] < 0 {
			c.subject = extract.TokenRange{Start: inner.described.Start, End: i + 1}
			return
		}
	}
	// "an email obtained by the Times says"
	link := c.subject.Start - 1
	if c.subject.Empty() || !s.in(attaching, link) {
		return
	}
	if v, ok := s.phraseAt(link-1, extract.VerbGroup); ok && v.Len() == 1 && s.penn(v.Head) == extract.PennVBN {
		if left := s.phraseEnding(v.Start-1, bounds.Start); !left.Empty() {
			c.subject.Start = left.Start
		}
	}
}

// beforeParenthesis returns the token before the comma that opens what the
// comma at token end closes: "Smith|, the coach|, won", "Lee|, 58, of Elm
// Road, York|, won". It is low-1 when there is none.
func (s *scan) beforeParenthesis(end, low int32) int32 {
	far := max(low, end-maxSteps)
	comma := s.commaBefore(end, far)
	for comma >= far {
		before := s.commaBefore(comma, far)
		if before < far || !s.in(addressing, before+1) && s.penn(before+1) != extract.PennCD {
			break
		}
		comma = before
	}
	if comma < far || !s.opensParenthesis(comma+1) {
		return low - 1
	}
	return comma - 1
}

// commaBefore returns the last comma between low and end; low-1 for none.
func (s *scan) commaBefore(end, low int32) int32 {
	for i := end - 1; i >= low; i-- {
		if s.doc.Is(i, ",") {
			return i
		}
	}
	return low - 1
}

// opensParenthesis tells whether token i can start what is put in commas after
// a subject: a noun phrase, "who", a preposition.
func (s *scan) opensParenthesis(i int32) bool {
	if c, ok := s.phraseAt(i, extract.NounPhrase); ok && c.Start == i {
		return true
	}
	return s.isRelative(i) || s.penn(i) == extract.PennIN
}

// mark finds the conjunction before the subject of a clause and what it makes
// of the clause.
func (s *scan) mark(c *clause, bounds extract.TokenRange) {
	if c.shared {
		return
	}
	i := c.subject.Start - 1
	for steps := 0; steps < 3 && i >= bounds.Start && s.isAdverb(i) && !s.isConjunction(i); steps++ {
		i--
	}
	if i < bounds.Start {
		return
	}
	if c.subject.Start-1 == i && s.isContact(i) {
		// "any issues [they have]", "a law [that provides it]"
		c.relative, c.described = true, s.phraseEnding(i, bounds.Start)
		return
	}
	if i > bounds.Start && s.isRelative(i) && s.isContact(i-1) {
		// "the law that [the council passed]"
		c.relative, c.described = true, s.phraseEnding(i-1, bounds.Start)
		return
	}
	if s.doc.Is(i, "that") {
		// at the start of what somebody said it opens the content
		c.stated = c.relative || i == bounds.Start || s.in(s.words.factive, i-1)
		return
	}
	if s.isRelative(i) || s.penn(i) == extract.PennWRB && !s.doc.Is(i, "when") || s.penn(i) == extract.PennWPS {
		c.stated = false
		return
	}
	for start := max(bounds.Start, i-3); start <= i; start++ {
		row, end, ok := s.words.conjunctions.Longest(s.doc, start)
		if !ok || end != i+1 {
			continue
		}
		c.marker, c.markedAt = s.words.uses[row], extract.TokenRange{Start: start, End: end}
		c.stated = c.marker.stated()
		return
	}
}

// isContact tells whether token i ends a noun phrase that the subject after it
// describes: "the issues they have". A time there is a phrase of its own.
func (s *scan) isContact(i int32) bool {
	p, ok := s.phraseAt(i, extract.NounPhrase)
	return ok && p.End == i+1 && s.timexAt[i] < 0 && !s.isRelative(i)
}

// isConjunction tells whether token i is a conjunction by itself, whatever its
// tag: "so" is one of the adverbs.
func (s *scan) isConjunction(i int32) bool {
	_, ok := s.words.conjunctions.Word(s.doc.Tokens[i].Form)
	return ok
}
