package claim

import "github.com/factline/factline/extract"

// antecedent makes the noun that a clause describes its subject: with its own
// words, not those of the clause.
func (s *scan) antecedent(c *clause, found rule) bool {
	noun := s.tree.Head(c.head)
	if noun == extract.None || noun > c.head || !s.isNominal(noun) || s.isClauseHead(noun) && s.tree.Child(noun, extract.RelCop) < 0 {
		return false
	}
	if before := s.phrases[c.head].Start - 1; s.penn(c.head) == extract.PennVBG && before > noun && s.doc.Tokens[before].Class == extract.ClassPunct && !s.doc.Is(before, ",") {
		return false // a dash
	}
	if q := s.amountAt[noun]; q >= 0 && s.doc.Quantities[q].Counted.Empty() && s.penn(c.head) == extract.PennVBG {
		return false // "£5m a year [beginning in 2025]"
	}
	if q := s.amountAt[noun]; q >= 0 && found == reducedRelative && s.penn(noun) == extract.PennCD && s.doc.Quantities[q].Kind == extract.Count && s.doc.Quantities[q].Counted.Empty() && noun == s.part(noun).End-1 {
		return false // "the 60 [needed to advance]"
	}
	c.relative = !s.doc.Is(s.phrases[c.head].Start-1, ",")
	if named := s.tree.Head(noun); found == relativeClause && s.tree.Relation(noun) == extract.RelAppos && named != extract.None && named < noun && s.penn(named) == extract.PennNNP && !s.in(s.words.event, noun) {
		noun = named // "[Lee], a farmer who lost his wife"
	}
	if named := s.officeOf(noun); found == relativeClause && named >= 0 {
		noun = named
	}
	c.rule, c.subject, c.subjectHead = found, s.part(noun), noun
	c.subject.End = min(c.subject.End, s.phrases[c.head].Start)
	for c.subject.End > noun+1 && (s.doc.Is(c.subject.End-1, ",") || s.penn(c.subject.End-1) == extract.PennIN) {
		c.subject.End--
	}
	if s.penn(noun) == extract.PennNNS && s.in(pluralVerbs, c.verb.Start) || s.penn(c.verb.Start) == extract.PennVBP {
		if of := s.nounStart(noun) - 1; of > c.subject.Start && s.doc.Is(of, "of") && s.doc.Is(of-1, "one") {
			c.subject.Start = of + 1 // "one of [three companies] that dominate"
		}
	}
	return c.subject.Contains(noun)
}

// officeOf returns the name of whom an office tells whose words stand apart in
// the tree: "[Dame Joan], the retired Court of Appeal judge who led it". None for
// others.
func (s *scan) officeOf(noun int32) int32 {
	title := s.tree.Head(noun)
	if s.tree.Relation(noun) != extract.RelNmod || s.penn(noun) != extract.PennNN || title == extract.None || s.tree.Relation(title) != extract.RelAppos ||
		s.penn(s.nounStart(noun)) != extract.PennNNP || s.penn(title) != extract.PennNNP {
		return extract.None
	}
	if named := s.tree.Head(title); named < title && s.penn(named) == extract.PennNNP {
		return named
	}
	return extract.None
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
	if before, r := s.phrases[c.head].Start-1, s.phrases[c.head]; !s.doc.Is(before, ",") && (!s.doc.Is(r.End, ",") || before >= 0 && s.penn(before).IsNoun()) {
		return false // "flew a radar [weighing 9 kg], which"
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
	if index < 0 || s.in(inverted, c.verb.Start) && s.conjunctionOf(c.head) < 0 && !s.doc.Is(c.verb.Start-1, ",") {
		return false // "might never have been caught [had a clerk not noticed]"
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
	c.front = first.front
	if !first.shared {
		c.front = s.timesBefore(&first)
	}
	c.lender = first.verb
	if first.shared && first.verb.Len() == 1 {
		c.lender, c.sharesNot, c.sharesModal = first.lender, first.sharesNot, first.sharesModal
	}
	alone := c.verb.Len() == 1 && !s.isActive(c, at)
	conjunction := s.conjunctionOf(c.head)
	c.sharesModal = alone && (!first.shared || first.sharesModal) && s.goesOn(c.lender, c.verb)
	if lent := (extract.TokenRange{Start: c.lender.Start, End: c.lender.Head}); alone && !lent.Empty() && (c.sharesModal || !finite || s.penn(c.head) == extract.PennVBN) {
		c.auxiliary = lent
	}
	c.sharesNot = alone && (!first.shared || first.sharesNot || first.verb.Len() > 1) &&
		(!finite || c.sharesModal || s.doc.Is(conjunction, "or") || s.doc.Is(conjunction, "nor"))
	if c.sharesNot && c.auxiliary.Empty() {
		c.auxiliary = s.verbNegation(c.lender)
	}
	return true
}

// isActive tells whether a past tense after "and" cannot be a passive as the verb
// before it is: "has been urged to leave and [promised to do so]", "was fined and
// [sold the mine]".
func (s *scan) isActive(c *clause, first int32) bool {
	if p := s.penn(c.head); p != extract.PennVBD && p != extract.PennVBN || s.tree.Child(first, extract.RelAuxPass) < 0 {
		return false
	}
	object := s.tree.Child(c.head, extract.RelObj)
	return s.lemmaIn(promising, c.head) || object > c.head && !s.in(s.words.ditransitive, c.head) && !s.lemmaIn(s.words.ditransitive, c.head)
}

// timesBefore returns the times that stand before the subject of a clause: they
// hold for the verbs after "and" too.
func (s *scan) timesBefore(c *clause) []argument {
	var times []argument
	for _, a := range c.arguments {
		if a.role == extract.RoleTime && a.End <= c.subject.Start && s.isTime(extract.TokenRange{Start: max(a.Start, a.preposition.End), End: a.End}) {
			times = append(times, a)
		}
	}
	return times
}

// frontOf takes the phrase with a preposition and a comma that stands before a
// subject out of it: "[In the House of Commons], the prime minister".
func (s *scan) frontOf(c *clause) []argument {
	comma := s.commaAfterPhrase(c.subject, c.subjectHead)
	if comma < 0 || c.shared || c.unknown {
		return nil
	}
	r := extract.TokenRange{Start: c.subject.Start, End: comma}
	c.subject.Start = comma + 1
	row, end, ok := s.words.prepositions.Longest(s.doc, r.Start)
	if !ok || end >= r.End {
		return nil
	}
	a := argument{r, s.headOf(extract.TokenRange{Start: end, End: r.End}), s.words.roles[row], extract.TokenRange{Start: r.Start, End: end}}
	if s.isTime(extract.TokenRange{Start: end, End: r.End}) {
		a.role = extract.RoleTime
	}
	return []argument{a}
}

// commaAfterPhrase returns the comma that ends the phrase with a preposition
// which opens a range before its head; None without one.
func (s *scan) commaAfterPhrase(r extract.TokenRange, head int32) int32 {
	if s.penn(r.Start) != extract.PennIN || !r.Contains(head) {
		return extract.None
	}
	for i := head - 1; i > r.Start+1 && i > head-maxSteps; i-- {
		if s.doc.Is(i, ",") {
			return i
		}
	}
	return extract.None
}
