package claim

import "github.com/factline/factline/extract"

// clause is a predicate of a tree with its subject and what it takes.
type clause struct {
	head        int32         // its token in the tree: "banned", the "mistake" of "was a mistake"
	verb        extract.Chunk // auxiliaries to main verb; its head is the main verb, "be" if that is all
	subject     extract.TokenRange
	subjectHead int32
	shared      bool               // the subject stands with another verb
	relative    bool               // it tells of which of several things the noun speaks
	marker      use                // what the conjunction before it makes of it
	markedAt    extract.TokenRange // the conjunction; empty for none
	stated      bool               // false for what is only supposed, wanted or asked
	unknown     bool               // "It is not known how many"
	expletive   extract.TokenRange // the "it" that stands where the subject would
	predicate   []extract.TokenRange
	object      extract.TokenRange
	objectHead  int32
	arguments   []argument
	end         int32
	rule        rule
	main        int32              // the verb that says most: "allow" of "will continue to allow"
	yetTo       extract.TokenRange // "yet to" of "had yet to be counted"
	lender      extract.Chunk      // the verb group that it shares the subject with
	sharesNot   bool               // and the negation
	front       []argument         // the times before the subject that it shares
	auxiliary   extract.TokenRange // the words before the verb that it shares: "could be", "never"
	sharesModal bool               // and the modal verb
	inHeadline  bool
	left        []extract.TokenRange // words that the claim leaves out: they belong to others
}

// argument is a phrase or clause beside subject and object.
type argument struct {
	extract.TokenRange
	head        int32
	role        extract.ArgumentRole
	preposition extract.TokenRange
}

// isClauseHead tells whether token i is the predicate of a clause by itself, no
// infinitive or participle that belongs to another verb.
func (s *scan) isClauseHead(i int32) bool {
	if s.tree.Child(i, extract.RelCop) >= 0 {
		return s.tree.Relation(i) != extract.RelXcomp
	}
	if p := s.penn(i); !p.IsVerb() {
		return false
	}
	switch s.tree.Relation(i) {
	case extract.RelRoot, extract.RelConj, extract.RelCcomp, extract.RelAdvcl, extract.RelAdvclRelcl, extract.RelAcl, extract.RelAclRelcl,
		extract.RelParataxis, extract.RelDep, extract.RelAppos:
		return true
	}
	return s.subjectOf(i) >= 0
}

// subjectOf returns the subject that hangs on token i; None without one. The
// last one before the predicate is its own, an earlier one that of a clause
// around it.
func (s *scan) subjectOf(i int32) int32 {
	found := int32(extract.None)
	for _, child := range s.tree.Children(i) {
		if isSubject(s.tree.Relation(child)) && (found < 0 || child < i) {
			found = child
		}
	}
	return found
}

// isFinite tells whether a form of the clause of token i has a tense.
func (s *scan) isFinite(i int32) bool {
	if s.penn(i).IsFinite() || s.penn(i) == extract.PennVBN && s.isPast(i) || s.isPresent(i) || s.isSubjunctive(i) {
		return true
	}
	for _, child := range s.tree.Children(i) {
		switch s.tree.Relation(child) {
		case extract.RelAux, extract.RelAuxPass, extract.RelCop:
			if s.penn(child).IsFinite() {
				return true
			}
		}
	}
	return false
}

// findClauses finds all clauses, those around others first.
func (s *scan) findClauses() {
	for _, i := range s.tree.Order() {
		if head := s.tree.Head(i); head != extract.None {
			s.host[i] = s.clauseAt[head]
			if s.host[i] < 0 {
				s.host[i] = s.host[head]
			}
		}
		if !s.isClauseHead(i) || s.timexAt[i] >= 0 || s.doc.Is(i, "aged") || s.repeats(i) {
			continue
		}
		sentence := s.doc.Sentences[s.doc.SentenceAt(i)]
		if sentence.Role == extract.RoleByline || sentence.Role == extract.RoleDateline {
			continue
		}
		c := clause{head: i, stated: true, subjectHead: extract.None, objectHead: extract.None, inHeadline: sentence.Role == extract.RoleHeadline}
		s.findVerbs(&c)
		s.mark(&c)
		if s.findSubject(&c) {
			s.openSubject(&c)
			s.embed(&c)
			fronted := s.frontOf(&c)
			s.complete(&c, s.bounds(c.verb.Head, sentence.TokenRange))
			c.arguments = append(c.arguments, fronted...)
			s.takeQuestion(&c)
			s.clauseAt[i] = int32(len(s.clauses))
			s.clauses = append(s.clauses, c)
		}
	}
}

// repeats tells whether a clause only says that the one before it holds of
// another: "and so was the council".
func (s *scan) repeats(i int32) bool {
	for _, child := range s.tree.Children(i) {
		if s.tree.Relation(child) != extract.RelAdvmod || child == 0 || !s.in(repeating, child) {
			continue
		}
		if s.penn(child-1) == extract.PennCC || s.tree.Child(i, extract.RelCop, extract.RelAux) == child+1 {
			return true
		}
	}
	return false
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

// hostOf returns the clause around a clause; nil for none.
func (s *scan) hostOf(c *clause) *clause {
	if h := s.host[c.head]; h >= 0 {
		return &s.clauses[h]
	}
	return nil
}

// findSubject fills in the subject of a clause and tells whether it has one.
func (s *scan) findSubject(c *clause) bool {
	subject := s.subjectOf(c.head)
	finite := s.isFinite(c.head)
	there := s.tree.Child(c.head, extract.RelExpl)
	relation := s.tree.Relation(c.head)
	switch {
	case there >= 0 && (s.penn(there) == extract.PennEX || s.doc.Is(there, "there")):
		c.rule, c.subject, c.subjectHead = thereIs, extract.TokenRange{Start: there, End: there + 1}, there
		return finite
	case subject >= 0 && s.isRelative(subject) && (relation == extract.RelAclRelcl || relation == extract.RelAcl):
		return finite && s.antecedent(c, relativeClause)
	case subject >= 0 && (s.isRelative(subject) || !s.caseOf(subject).Empty()):
		return false
	case subject >= 0:
		c.rule, c.subject, c.subjectHead = subjectVerb, s.part(subject), subject
		if !finite {
			c.rule = headline
			p := s.penn(c.head)
			return c.inHeadline && p == extract.PennVBN || relation == extract.RelAdvcl && p == extract.PennVBG
		}
		return true
	case there >= 0 && finite:
		c.rule, c.subject, c.subjectHead = subjectVerb, extract.TokenRange{Start: there, End: there + 1}, there
		return true
	case relation == extract.RelConj:
		return s.shareSubject(c)
	case relation == extract.RelAcl && s.penn(c.head) == extract.PennVBN && s.tree.Child(c.head, extract.RelCcomp) >= 0:
		return false // "had a clerk not noticed that"
	case (relation == extract.RelAcl || relation == extract.RelAclRelcl) && !finite && s.tree.Child(c.head, extract.RelMark) < 0:
		if p := s.penn(c.head); p == extract.PennVB || p == extract.PennVBP || p == extract.PennVBZ {
			return false
		}
		if before := s.phrases[c.head].Start - 1; s.penn(c.head) == extract.PennVBG && s.doc.Is(before, ",") && s.hostOf(c) != nil && !c.inHeadline {
			return s.adjunct(c)
		}
		if c.inHeadline {
			return s.tree.Relation(s.tree.Head(c.head)) == extract.RelRoot && s.antecedent(c, headline)
		}
		return s.antecedent(c, reducedRelative)
	case relation == extract.RelAdvcl && !finite && s.tree.Child(c.head, extract.RelMark) < 0:
		return s.adjunct(c)
	}
	return false
}

// isRelative tells whether token i is a pronoun that opens a relative clause.
func (s *scan) isRelative(i int32) bool {
	p := s.penn(i)
	if p == extract.PennWDT || p == extract.PennWP {
		return s.doc.Tokens[i].Class != extract.ClassUpper // not the WHO
	}
	return s.doc.Is(i, "that") && p != extract.PennDT
}

// conjunctionOf returns the conjunction of the list that a predicate stands in:
// that of the last member, for all.
func (s *scan) conjunctionOf(i int32) int32 {
	siblings := s.tree.Children(s.tree.Head(i))
	for k := len(siblings) - 1; k >= 0; k-- {
		if cc := s.tree.Child(siblings[k], extract.RelCc); siblings[k] >= i && s.tree.Relation(siblings[k]) == extract.RelConj && cc >= 0 {
			if own := s.tree.Child(i, extract.RelCc); own >= 0 {
				return own
			}
			return cc
		}
	}
	return extract.None
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

// mark finds the word that opens a clause and what it makes of the clause.
func (s *scan) mark(c *clause) {
	relation := s.tree.Relation(c.head)
	for _, child := range s.tree.Children(c.head) {
		r := s.tree.Relation(child)
		if child > c.head || r == extract.RelCc {
			continue
		}
		if r != extract.RelMark && r != extract.RelAdvmod || s.doc.Is(child, "to") || s.doc.Is(child, "that") {
			if relation != extract.RelAclRelcl && relation != extract.RelAcl && s.asks(child) {
				c.stated = false
			}
			continue
		}
		for start := max(0, child-2); start <= child; start++ {
			row, end, ok := s.words.conjunctions.Longest(s.doc, start)
			if !ok || end <= child {
				continue
			}
			c.marker, c.markedAt = s.words.uses[row], extract.TokenRange{Start: start, End: end}
			c.stated = c.marker.stated()
			return
		}
	}
}

// asks tells whether the phrase of token i opens with a question word.
func (s *scan) asks(i int32) bool {
	start := s.phrases[i].Start
	p := s.penn(start)
	return p == extract.PennWRB || p == extract.PennWPS || p == extract.PennWP || p == extract.PennWDT && !s.doc.Is(start, "that") || s.doc.Is(start, "whether")
}

// embed decides whether what hangs on another verb is stated: what somebody is
// quoted with is, what he only thinks or wants is not.
func (s *scan) embed(c *clause) {
	host := s.hostOf(c)
	if host == nil || c.shared {
		return
	}
	if host.unknown && host.subject.Contains(c.head) || s.isUntold(c, host) {
		c.stated = false
	}
	within := s.quoteAt[c.verb.Head] == s.quoteAt[host.verb.Head]
	supposed := within && !host.stated && !host.markedAt.Empty() && !host.marker.stated()
	switch s.tree.Relation(c.head) {
	case extract.RelCcomp:
		if !c.markedAt.Empty() {
			return // "resigned after [it closed]"
		}
		factual := s.in(s.words.factive, host.head) || s.tree.Child(host.head, extract.RelCop) >= 0 || s.lemmaIn(copulas, host.head)
		polarity, _, _ := s.polarity(host)
		if within && s.cueAt[host.verb.Head] < 0 && !(factual && polarity == extract.Positive && !s.in(judged, host.head)) {
			c.stated = false
		}
	case extract.RelAdvcl, extract.RelAcl, extract.RelAclRelcl:
		if p := s.penn(s.tree.Head(c.head)); p == extract.PennWP && c.subject.Start > s.tree.Head(c.head) {
			c.stated = false // "told them what [I remembered]"
		}
		if c.predicate[0].End <= c.subject.Start && c.rule == subjectVerb {
			c.stated = false // "had a clerk not noticed"
		}
		if content := s.tree.Child(c.head, extract.RelMark); supposed || s.tree.Relation(c.head) == extract.RelAcl && s.doc.Is(content, "that") {
			c.stated = false
		}
	case extract.RelCsubj, extract.RelCsubjPass:
		c.stated = false
	}
	if c.relative && (host.unknown || s.isGeneric(c) && s.isDenied(host) || s.in(negating, c.subject.Start) || s.in(distributing, c.subject.Start) || c.subject.Len() == 1 && s.penn(c.subjectHead) != extract.PennNNP && s.penn(c.subjectHead) != extract.PennNNS) {
		c.stated = false
	}
}

// isUntold tells whether a clause with a question word is what a verb of saying
// is about: "did not say [when a decision would be made]".
func (s *scan) isUntold(c, host *clause) bool {
	start := s.phrases[c.head].Start
	return start == host.verb.Head+1 && s.asks(start) && (s.lemmaIn(saying, host.verb.Head) || s.lemmaIn(framing, host.verb.Head))
}

// isDenied tells whether a clause has a negation.
func (s *scan) isDenied(c *clause) bool {
	p, _, _ := s.polarity(c)
	return p == extract.Negative
}

// isGeneric tells whether a relative clause only says of which things, whatever
// they are, its noun speaks: "no longer permitted on devices [that access email]".
func (s *scan) isGeneric(c *clause) bool {
	if p := s.penn(c.verb.Start); p != extract.PennVBP && p != extract.PennVBZ || s.penn(c.subjectHead) != extract.PennNNS || s.amountAt[c.subject.Start] >= 0 {
		return false
	}
	first := s.penn(c.subject.Start)
	return first != extract.PennDT && first != extract.PennPRPS && first != extract.PennNNP
}
