package claim

import (
	"slices"

	"github.com/factline/factline/extract"
)

// complete fills in object and arguments of a clause from what hangs on its
// verb and on the infinitives and participles that go with it.
func (s *scan) complete(c *clause, bounds extract.TokenRange) {
	var found []argument
	if c.verb.Head != c.head && c.rule != thereIs {
		s.takeNominal(c, c.head)
	}
	s.collect(c, c.head, &found)
	s.takeAntecedent(c, &found)
	slices.SortStableFunc(found, func(a, b argument) int { return extract.CompareRanges(a.TokenRange, b.TokenRange) })
	last := c.predicate[len(c.predicate)-1].End
	found = afterVerb(found, last)
	for k, a := range found {
		if a.role == extract.RoleManner && a.Start == last && a.Len() == 1 && k+1 < len(found) && found[k+1].Start == last+1 && c.object.Empty() {
			c.predicate[len(c.predicate)-1].End++ // "contribute heavily to"
			last++
			continue
		}
		if a.TokenRange = s.cut(a.TokenRange, bounds); a.Len() <= a.preposition.Len() || s.overlaps(c, a.TokenRange) || c.object.Overlaps(a.TokenRange) {
			continue
		}
		inner := extract.TokenRange{Start: max(a.Start, a.preposition.End), End: a.End}
		row, _, known := s.words.prepositions.Longest(s.doc, a.preposition.Start)
		if c.object.Empty() && a.head >= 0 && a.Start == last && (a.preposition.Empty() || s.amountAt[a.Start] < 0) && s.isOblique(a.head) && !s.isTime(inner) && (a.preposition.Empty() || known && s.isPlain(row)) {
			c.object, c.objectHead = inner, a.head
			if !a.preposition.Empty() {
				c.predicate[len(c.predicate)-1].End = a.preposition.End
			}
			continue
		}
		if s.goesOnAsName(c, &a) {
			c.object.End, c.objectHead = a.End, a.head
			continue
		}
		if s.complements(c, &a, row, known) {
			last = a.End
			continue
		}
		c.arguments = append(c.arguments, a)
	}
	c.object = s.cut(c.object, bounds)
	c.end = max(c.predicate[len(c.predicate)-1].End, c.object.End)
	for _, a := range c.arguments {
		c.end = max(c.end, a.End)
	}
}

// afterVerb moves what stands before the verb, which ends at token last, behind
// what follows it.
func afterVerb(found []argument, last int32) []argument {
	split := 0
	for split < len(found) && found[split].Start < last {
		split++
	}
	return append(found[split:len(found):len(found)], found[:split]...)
}

// takeAntecedent makes the noun that a clause with its own subject describes
// its object: "[the law] that the council passed".
func (s *scan) takeAntecedent(c *clause, found *[]argument) {
	noun := s.tree.Head(c.head)
	if s.tree.Relation(c.head) != extract.RelAclRelcl || c.rule != subjectVerb || s.tree.Child(c.head, extract.RelAuxPass) >= 0 || noun < 0 || s.timexAt[noun] >= 0 || noun > c.subject.Start || !s.isNominal(noun) || s.isRelative(noun) || s.penn(c.subject.Start) == extract.PennWPS {
		return
	}
	opening := s.phrases[c.head].Start
	pronoun := s.isRelative(opening) && opening < c.subject.Start
	if opening < c.subject.Start && !pronoun || !c.object.Empty() && !(pronoun && (s.tree.Relation(opening) == extract.RelObj || s.tree.Relation(opening) == extract.RelOblUnmarked)) {
		return
	}
	if s.lemmaIn(occasions, noun) || s.in(distributing, s.nounStart(noun)) {
		c.stated = false // "the sixth time we scored"
		return
	}
	object := s.part(noun)
	object.End = min(object.End, opening)
	if !object.Contains(noun) {
		return
	}
	if !c.object.Empty() {
		*found = append(*found, argument{TokenRange: c.object, head: c.objectHead, role: extract.RoleOther})
	}
	c.relative, c.rule = !s.doc.Is(opening-1, ","), objectRelative
	c.object, c.objectHead = object, noun
}

// complements makes an adjective after "be" part of the predicate when a phrase
// completes it: "was guilty of [fraud]".
func (s *scan) complements(c *clause, a *argument, row int, known bool) bool {
	at := &c.predicate[len(c.predicate)-1]
	if c.objectHead != c.head || !s.isAdjective(c.head) || c.object.Start != at.End || c.object.End != a.Start || a.head < 0 || !s.isOblique(a.head) ||
		a.preposition.Empty() || a.role == extract.RoleTime || !known || !s.isPlain(row) {
		return false
	}
	at.End = a.preposition.End
	c.object, c.objectHead = extract.TokenRange{Start: a.preposition.End, End: a.End}, a.head
	return true
}

// overlaps tells whether a range shares words with subject or predicate.
func (s *scan) overlaps(c *clause, r extract.TokenRange) bool {
	if c.subject.Overlaps(r) && !c.shared {
		return true
	}
	return slices.ContainsFunc(c.predicate, r.Overlaps)
}

func (s *scan) isOblique(i int32) bool {
	switch s.tree.Relation(i) {
	case extract.RelObl, extract.RelOblAgent, extract.RelOblUnmarked, extract.RelNmod, extract.RelNmodUnmarked:
		return true
	}
	return false
}

// isPlain tells whether a preposition can close a predicate: "posted from".
func (s *scan) isPlain(row int) bool {
	switch s.words.roles[row] {
	case extract.RoleTime, extract.RoleReason, extract.RolePurpose:
		return false
	}
	return true
}

// takeNominal makes a predicate without a verb of its own the object: "was [a
// mistake]", "is of [importance]".
func (s *scan) takeNominal(c *clause, i int32) {
	c.object, c.objectHead = s.part(i), i
	last := &c.predicate[len(c.predicate)-1]
	if c.object.Start < last.End {
		c.object.Start = min(last.End, i)
	}
	if p := s.caseOf(i); !p.Empty() && p.Start == last.End {
		last.End = p.End
		c.object.Start = max(c.object.Start, p.End)
	}
}

// collect lists what hangs on the verb i of a clause.
func (s *scan) collect(c *clause, i int32, found *[]argument) {
	for _, child := range s.tree.Children(i) {
		if s.cueAt[child] >= 0 && s.quoteAt[c.verb.Head] >= 0 || s.cueAt[s.phrases[child].Start] >= 0 {
			continue
		}
		switch r := s.tree.Relation(child); r {
		case extract.RelObj, extract.RelIobj:
			s.takeObject(c, child, found)
		case extract.RelNsubj:
			if c.rule == thereIs {
				s.takeObject(c, child, found)
			}
		case extract.RelObl, extract.RelOblAgent, extract.RelOblUnmarked, extract.RelNmod, extract.RelNmodUnmarked:
			s.takeOblique(child, found)
		case extract.RelParataxis:
			s.takeList(c, child, found)
		case extract.RelXcomp:
			s.takeInfinitive(c, child, found)
		case extract.RelAdvcl:
			if start := s.phrases[child].Start; c.object.Empty() && start == i+1 && s.asks(child) && !s.opensAdverbial(child) && s.quoteAt[child] == s.quoteAt[i] {
				c.object, c.objectHead = s.phrases[child], child // "may explain [why it fell]"
				continue
			}
			s.takeAdverbial(c, child, found)
		case extract.RelAdvmod:
			s.takeAdverb(c, child, found)
		case extract.RelCcomp:
			switch {
			case s.quoteAt[child] != s.quoteAt[i] || child < i:
			case s.opensAdverbial(child):
				s.takeAdverbial(c, child, found)
			case c.object.Empty():
				c.object, c.objectHead = s.phrases[child], child
			default:
				*found = append(*found, argument{TokenRange: s.phrases[child], head: child, role: extract.RoleOther})
			}
		}
	}
}

// takeObject takes an object; further ones are arguments.
func (s *scan) takeObject(c *clause, child int32, found *[]argument) {
	r := s.part(child)
	switch {
	case s.isRelative(child):
		return
	case s.isTime(r):
		*found = append(*found, argument{TokenRange: r, head: child, role: extract.RoleTime})
		return
	case !c.object.Empty():
		*found = append(*found, argument{TokenRange: r, head: child, role: extract.RoleOther})
		return
	}
	c.object, c.objectHead = r, child
}

// goesOnAsName tells whether what the parser took for a second object is the
// rest of the name that the object holds: "acquired the Charles City [Western]".
func (s *scan) goesOnAsName(c *clause, a *argument) bool {
	if a.Start != c.object.End || !a.preposition.Empty() || a.head < 0 || a.role != extract.RoleOther || s.lemmaIn(s.words.ditransitive, c.main) {
		return false
	}
	last, first := s.penn(c.object.End-1), s.penn(a.Start)
	named := s.doc.Tokens[a.Start].Class == extract.ClassTitle
	return last == extract.PennNNP && (named || s.penn(a.head).IsNoun() && (first == extract.PennNNP || first == extract.PennNN || first == extract.PennCD))
}

// takeOblique takes a phrase with a preposition, or a time or amount without.
func (s *scan) takeOblique(child int32, found *[]argument) {
	p := s.preposition(child)
	r := union(p, s.part(child))
	a := argument{r, child, extract.RoleOther, p}
	if row, _, ok := s.words.prepositions.Longest(s.doc, p.Start); ok && !p.Empty() {
		a.role = s.words.roles[row]
	}
	if s.isTime(extract.TokenRange{Start: max(r.Start, p.End), End: r.End}) {
		a.role = extract.RoleTime
	} else if q := s.amountAt[r.Start]; !p.Empty() && q >= 0 && s.doc.Quantities[q].End > p.End {
		a.role, a.preposition = extract.RoleOther, extract.TokenRange{} // "between 2 and 3 votes"
	}
	if !s.isRelative(child) {
		*found = append(*found, a)
	}
}

// takeList takes the amounts that a colon adds to a clause: "Twelve were killed:
// [seven men and five women]".
func (s *scan) takeList(c *clause, child int32, found *[]argument) {
	r := s.phrases[child]
	if s.amountAt[child] < 0 || !s.doc.Is(r.Start-1, ":") || s.isClauseHead(child) || r.Start < c.verb.Head {
		return
	}
	*found = append(*found, argument{TokenRange: r, head: child, role: extract.RoleOther})
}

// takeInfinitive makes an infinitive or participle part of the predicate:
// "will continue [to allow]", "told ... [to sell]". An adjective or noun is the
// object, or an argument beside one.
func (s *scan) takeInfinitive(c *clause, child int32, found *[]argument) {
	p := s.penn(child)
	last := c.predicate[len(c.predicate)-1].End
	if p == extract.PennVBN && child == last && s.doc.Tags[c.verb.Head].Lemma == "have" {
		p = extract.PennVB // "had let", its "had" read as the verb
	}
	if !p.IsVerb() || p == extract.PennVBN && s.tree.Child(child, extract.RelMark) < 0 {
		if s.tree.Child(child, extract.RelCop) >= 0 {
			s.extend(c, s.verbsOf(child))
		}
		if at := &c.predicate[len(c.predicate)-1]; s.caseOf(child).Start == at.End && !s.caseOf(child).Empty() && c.object.Empty() {
			at.End = s.caseOf(child).End
		}
		last = c.predicate[len(c.predicate)-1].End
		r := s.part(child)
		r.Start = max(r.Start, last)
		if r.Empty() {
			return
		}
		if able := s.tree.Child(child, extract.RelXcomp); able > child && c.object.Empty() && s.isAdjective(child) && s.doc.Is(child+1, "to") && r.Start == last {
			c.predicate[len(c.predicate)-1].End = child + 1 // "might become [unable to negotiate]"
			s.takeInfinitive(c, able, found)
			return
		}
		if c.object.Empty() {
			c.object, c.objectHead = r, child
		} else {
			*found = append(*found, argument{TokenRange: s.phrases[child], head: child, role: extract.RoleOther})
			return
		}
		s.collect(c, child, found)
		return
	}
	if !c.object.Empty() && c.verb.Head != c.head && c.objectHead == c.head {
		// "were able to win"
		if c.object.Start == c.predicate[len(c.predicate)-1].End {
			c.predicate[len(c.predicate)-1].End = c.object.End
			c.object, c.objectHead = extract.TokenRange{}, extract.None
		}
	}
	s.extend(c, s.verbsOf(child))
	c.main = child
	if s.doc.Is(last, "yet") && s.doc.Is(last+1, "to") && s.lemmaIn(awaiting, c.verb.Head) {
		c.yetTo = extract.TokenRange{Start: last, End: last + 2}
		c.verb.Head = child
	}
	s.collect(c, child, found)
}

// takeAdverbial takes a clause of reason, condition, purpose, time or manner.
func (s *scan) takeAdverbial(c *clause, child int32, found *[]argument) {
	r := s.phrases[child]
	p := s.preposition(child)
	a := argument{r, child, extract.RoleOther, p}
	finite := s.isFinite(child)
	if row, end, ok := s.words.conjunctions.Longest(s.doc, r.Start); ok && finite {
		a.preposition = extract.TokenRange{Start: r.Start, End: end}
		switch s.words.uses[row] {
		case reason:
			a.role = extract.RoleReason
		case condition:
			a.role = extract.RoleCondition
		case purpose:
			a.role = extract.RolePurpose
		case moment:
			a.role = extract.RoleTime
		default:
			return
		}
		*found = append(*found, a)
		return
	}
	switch {
	case s.in(linkingParticiples, r.Start):
		a.preposition = extract.TokenRange{Start: r.Start, End: r.Start + 1}
	case finite || p.Empty():
		return
	case s.doc.Is(p.Start, "to") && s.penn(child) != extract.PennVBG:
		a.role, a.preposition = extract.RolePurpose, extract.TokenRange{}
	default:
		if row, _, ok := s.words.prepositions.Longest(s.doc, p.Start); ok {
			a.role = s.words.roles[row]
		}
	}
	*found = append(*found, a)
}

// opensAdverbial tells whether a clause that the parser took for an object says
// when or why: "resigned [after it closed]".
func (s *scan) opensAdverbial(child int32) bool {
	row, end, ok := s.words.conjunctions.Longest(s.doc, s.phrases[child].Start)
	return ok && end <= child && s.words.uses[row].stated()
}

// takeAdverb takes an adverb after the verb, or a time.
func (s *scan) takeAdverb(c *clause, child int32, found *[]argument) {
	r := s.phrases[child]
	a := argument{TokenRange: r, head: child, role: extract.RoleManner}
	switch {
	case s.isTime(r):
		a.role = extract.RoleTime
	case child < c.verb.Head || s.in(linkingAdverbs, child) || s.penn(child) == extract.PennWRB || s.in(negating, child):
		return
	}
	*found = append(*found, a)
}

// takeQuestion makes the question that nobody can answer the subject of what
// says so: "It is not yet known [how many employees will be affected]".
func (s *scan) takeQuestion(c *clause) {
	expletive := c.subject
	if it := s.tree.Child(c.head, extract.RelExpl); it >= 0 {
		expletive = extract.TokenRange{Start: it, End: it + 1}
	}
	question := s.tree.Child(c.head, extract.RelCcomp, extract.RelCsubj, extract.RelCsubjPass, extract.RelAdvcl)
	if !s.doc.Is(expletive.Start, "it") || question < c.head {
		return
	}
	r := s.tree.Range(question)
	if conj := s.tree.Child(question, extract.RelConj); conj > 0 && s.phrases[conj].End > r.End {
		r.End = s.phrases[conj].End
	}
	asks := s.asks(question) || s.doc.Is(r.Start, "if")
	polarity, _, _ := s.polarity(c)
	known := s.in(knowing, c.head)
	unclear := s.in(unknowns, c.head)
	if !asks || !(known && polarity == extract.Negative || unclear) {
		return
	}
	for s.doc.Tokens[r.End-1].Class == extract.ClassPunct && !s.isMark(r.End-1) {
		r.End--
	}
	c.predicate[len(c.predicate)-1].End = c.head + 1
	c.object, c.arguments = extract.TokenRange{}, nil
	c.expletive = expletive
	c.subject, c.subjectHead = r, question
	c.end, c.unknown = r.End, true
	for i := r.Start; i < r.End && !s.asked[i]; i++ {
		s.asked[i] = true
	}
}
