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
	if s.penn(i).IsFinite() || s.penn(i) == extract.PennVBN && s.isPast(i) {
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

// isPast tells whether what is tagged a participle is a past tense: it has a
// subject and no auxiliary: "The slide struck the town".
func (s *scan) isPast(i int32) bool {
	return s.tree.Child(i, extract.RelNsubj) >= 0 && (s.tree.Child(i, extract.RelObj) >= 0 || s.tree.Relation(i) == extract.RelAdvcl) &&
		s.tree.Child(i, extract.RelAux, extract.RelAuxPass, extract.RelCop) < 0
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
			s.complete(&c, s.bounds(c.verb.Head, sentence.TokenRange))
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

// antecedent makes the noun that a clause describes its subject: with its own
// words, not those of the clause.
func (s *scan) antecedent(c *clause, found rule) bool {
	noun := s.tree.Head(c.head)
	if noun == extract.None || noun > c.head || !s.isNominal(noun) || s.isClauseHead(noun) && s.tree.Child(noun, extract.RelCop) < 0 {
		return false
	}
	c.relative = !s.doc.Is(s.phrases[c.head].Start-1, ",")
	c.rule, c.subject, c.subjectHead = found, s.part(noun), noun
	c.subject.End = min(c.subject.End, s.phrases[c.head].Start)
	for c.subject.End > noun+1 && (s.doc.Is(c.subject.End-1, ",") || s.penn(c.subject.End-1) == extract.PennIN) {
		c.subject.End--
	}
	return c.subject.Contains(noun)
}

// openSubject gives the adverbs between subject and verb to the one that they
// belong to: "[Hardly] anyone came", "The mayor [seldom] spoke".
func (s *scan) openSubject(c *clause) {
	i := c.subject.Start - 1
	first := c.predicate[0]
	for c.subject.Len() > 1 && c.subject.End == first.Start && s.penn(c.subject.End-1) == extract.PennRB && c.subject.End-1 != c.subjectHead && !c.shared {
		c.subject.End-- // "the mayor [seldom] spoke"
		c.predicate[0].Start--
		first = c.predicate[0]
	}
	if !c.shared && i >= 0 && s.in(negating, i) && !s.doc.Is(i+1, "only") && first.Start == i && first.Len() == 1 && len(c.predicate) > 1 {
		c.subject.Start, c.predicate = i, c.predicate[1:]
	}
}

// adjunct gives a participle beside a clause the subject of the clause: "won
// the cup, [scoring twice]".
func (s *scan) adjunct(c *clause) bool {
	host := s.hostOf(c)
	if host == nil || s.cueAt[c.verb.Head] >= 0 {
		return false
	}
	if _, _, preposition := s.words.prepositions.Longest(s.doc, c.head); preposition || s.in(linkingParticiples, c.head) {
		return false // "compared with", "including"
	}
	if p := s.penn(c.head); p != extract.PennVBG && p != extract.PennVBN && p != extract.PennVBD {
		return false
	}
	if before, r := s.phrases[c.head].Start-1, s.phrases[c.head]; !s.doc.Is(before, ",") && !s.doc.Is(r.End, ",") {
		return false
	}
	c.rule, c.subject, c.subjectHead, c.shared = participle, host.subject, host.subjectHead, true
	c.stated, c.lender = host.stated, host.verb
	if next := s.tree.Child(c.head, extract.RelConj); next >= 0 {
		and := s.tree.Child(next, extract.RelCc)
		c.sharesNot = s.doc.Is(and, "or") || s.doc.Is(and, "nor") // "never opened, [closed] early or paid"
	}
	return host.rule != thereIs
}

// shareSubject gives a verb after "and" the subject of the verb before it:
// "has posted 500 videos and gained 1.6 million followers".
func (s *scan) shareSubject(c *clause) bool {
	at := s.tree.Head(c.head)
	finite := s.isFinite(c.head)
	index := int32(extract.None)
	if at != extract.None {
		index = s.clauseAt[at]
		if index < 0 && finite && s.tree.Relation(at) == extract.RelXcomp {
			index = s.host[at] // "denies [knowing of it] and has not been charged"
		}
	}
	if index < 0 {
		return false
	}
	first := s.clauses[index]
	if first.unknown || !finite && s.penn(first.verb.Head) != s.penn(c.head) {
		return false
	}
	c.rule, c.subject, c.subjectHead, c.shared = sharedSubject, first.subject, first.subjectHead, true
	c.relative, c.stated = first.relative, first.stated
	if c.markedAt.Empty() {
		c.marker, c.markedAt = first.marker, first.markedAt
	}
	c.lender = first.verb
	if first.shared && first.verb.Len() == 1 {
		c.lender, c.sharesNot, c.sharesModal = first.lender, first.sharesNot, first.sharesModal
	}
	alone := c.verb.Len() == 1
	conjunction := s.conjunctionOf(c.head)
	c.sharesModal = alone && (!first.shared || first.sharesModal) && s.goesOn(c.lender, c.verb)
	c.sharesNot = alone && (!first.shared || first.sharesNot || first.verb.Len() > 1) &&
		(!finite || c.sharesModal || s.doc.Is(conjunction, "or") || s.doc.Is(conjunction, "nor"))
	return true
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
	if host.unknown && host.subject.Contains(c.head) {
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
		if c.predicate[0].End <= c.subject.Start && c.rule == subjectVerb {
			c.stated = false // "had a clerk not noticed"
		}
		if content := s.tree.Child(c.head, extract.RelMark); supposed || s.tree.Relation(c.head) == extract.RelAcl && s.doc.Is(content, "that") {
			c.stated = false
		}
	case extract.RelCsubj, extract.RelCsubjPass:
		c.stated = false
	}
	if c.relative && (host.unknown || s.isGeneric(c) || s.in(negating, c.subject.Start) || c.subject.Len() == 1 && s.penn(c.subjectHead) != extract.PennNNP && s.penn(c.subjectHead) != extract.PennNNS) {
		c.stated = false
	}
}

// isGeneric tells whether a relative clause only says of which things, whatever
// they are, its noun speaks: "mobile devices [that access Amazon email]".
func (s *scan) isGeneric(c *clause) bool {
	if p := s.penn(c.verb.Start); p != extract.PennVBP && p != extract.PennVBZ || s.penn(c.subjectHead) != extract.PennNNS || s.amountAt[c.subject.Start] >= 0 {
		return false
	}
	first := s.penn(c.subject.Start)
	return first != extract.PennDT && first != extract.PennPRPS && first != extract.PennNNP
}
