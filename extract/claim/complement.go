package claim

import "github.com/factline/factline/extract"

// complete fills in what a clause holds after its verb, up to the next clause.
func (s *scan) complete(c *clause, bounds extract.TokenRange) {
	high := min(bounds.End, c.verb.End+maxClause)
	c.predicate = []extract.TokenRange{s.withoutAdverbs(c.verb)}
	c.end = c.verb.End
	for range maxSteps {
		if c.end >= high || !s.take(c, high) {
			break
		}
	}
}

// withoutAdverbs returns a verb group without the adverbs at its start that
// only link it to the text before: "also announced".
func (s *scan) withoutAdverbs(v extract.Chunk) extract.TokenRange {
	r := v.TokenRange
	for r.Start < v.Head && s.in(linkingAdverbs, r.Start) {
		r.Start++
	}
	return r
}

// take takes the next piece of the clause, at c.end; false at its end.
func (s *scan) take(c *clause, high int32) bool {
	at := c.end
	switch {
	case s.penn(at) == extract.PennRP:
		s.extendPredicate(c, extract.TokenRange{Start: at, End: at + 1})
		return true
	case s.takeYetTo(c, at, high):
		return true
	case s.quantityAt[at] >= 0 && s.isAdverb(at) && s.takeAmount(c, at, high):
		return true
	case s.isAdverb(at) && !s.startsClause(at, high):
		return s.takeAdverbs(c, at, high)
	case s.chunkKind(at) == extract.VerbGroup && s.chunkAt[at] >= 0:
		return s.takeVerb(c, at, high)
	case s.lemmaIn(copulas, c.verb.Head) && c.object.Empty() && s.isAdjective(at) && s.chunkAt[at] < 0:
		c.object = extract.TokenRange{Start: at, End: at + 1}
		c.end = at + 1
		return true
	case s.isAdjective(at) && s.chunkAt[at] < 0 && (at == c.object.End || at == c.verb.End && s.penn(c.verb.Head) == extract.PennVBN):
		return s.takeRest(c, at, at+1, high, extract.RoleOther) // "found him guilty", "was found alive"
	case s.doc.Is(at, ","):
		return s.takeAfterComma(c, at+1, high)
	}
	if phrase := s.phraseStarting(at, high); !phrase.Empty() {
		return s.takePhrase(c, phrase, high)
	}
	return s.takeConjunction(c, at, high) || s.takePreposition(c, at, high)
}

// takeYetTo takes what has not happened into the predicate: "had yet to be
// counted".
func (s *scan) takeYetTo(c *clause, at, high int32) bool {
	if at != c.verb.End || !s.doc.Is(at, "yet") || !s.lemmaIn(awaiting, c.verb.Head) {
		return false
	}
	v, ok := s.phraseAt(at+1, extract.VerbGroup)
	if !ok || v.Start < at || v.End > high || !s.doc.Is(at+1, "to") {
		return false
	}
	s.extendPredicate(c, extract.TokenRange{Start: at, End: v.End})
	c.verb.Head, c.yetTo = v.Head, extract.TokenRange{Start: at, End: at + 2}
	return true
}

// takeAmount takes a quantity that opens with an adverb: "rose as much as 7
// per cent".
func (s *scan) takeAmount(c *clause, at, high int32) bool {
	phrase := s.phraseStarting(at, high)
	if phrase.Empty() {
		phrase = s.doc.Quantities[s.quantityAt[at]].TokenRange
	}
	return phrase.End <= high && s.takePhrase(c, phrase, high)
}

func (s *scan) chunkKind(i int32) extract.ChunkKind {
	if s.chunkAt[i] < 0 {
		return extract.NounPhrase
	}
	return s.doc.Chunks[s.chunkAt[i]].Kind
}

// extendPredicate adds words to the predicate, as a part of their own when
// other words stand before them.
func (s *scan) extendPredicate(c *clause, r extract.TokenRange) {
	last := &c.predicate[len(c.predicate)-1]
	if last.End == r.Start {
		last.End = r.End
	} else {
		c.predicate = append(c.predicate, r)
	}
	c.end = r.End
}

// startsClause tells whether a noun phrase and its finite verb start at token
// i: a new clause.
func (s *scan) startsClause(i, high int32) bool {
	for steps := 0; steps < 3 && s.isAdverb(i); steps++ {
		i++
	}
	phrase := s.simplePhrase(i, high)
	return !phrase.Empty() && s.startsVerb(s.pastPhrases(phrase.End, high))
}

// takeAdverbs takes adverbs: as the object-like complement of a verb without
// any ("posts regularly"), as the start of a predicative adjective ("is very
// likely"), and else only as part of the way to what follows.
func (s *scan) takeAdverbs(c *clause, at, high int32) bool {
	end := at
	for end < high && end < at+4 && s.isAdverb(end) {
		end++
	}
	if phrase := s.phraseStarting(end, high); end == at+1 && s.doc.Is(at, "no") && c.object.Empty() && !phrase.Empty() {
		phrase.Start = at // "sent no monitors", its "no" read as an adverb
		return s.takePhrase(c, phrase, high)
	}
	if s.lemmaIn(copulas, c.verb.Head) && c.object.Empty() && s.isAdjective(end) && s.chunkAt[end] < 0 {
		c.object = extract.TokenRange{Start: at, End: end + 1}
		c.end = end + 1
		return true
	}
	c.arguments = append(c.arguments, argument{TokenRange: extract.TokenRange{Start: at, End: end}, role: extract.RoleManner})
	c.end = end
	return true
}

// takeVerb takes an infinitive or participle that goes with the verb: "will
// continue to allow", "allow employees to use", "sold it to raise money".
func (s *scan) takeVerb(c *clause, at, high int32) bool {
	v, ok := s.phraseAt(at, extract.VerbGroup)
	if !ok || v.Start != at || s.isFinite(v) {
		return false
	}
	infinitive := s.doc.Is(at, "to")
	if infinitive && c.object.End == at && s.isAdjective(at-1) && s.lemmaIn(copulas, c.verb.Head) {
		s.extendPredicate(c, c.object) // "were able to win"
		c.object = extract.TokenRange{}
	}
	last := c.predicate[len(c.predicate)-1]
	switch {
	case last.End == at && (infinitive || s.penn(v.Head) == extract.PennVBG):
		s.extendPredicate(c, v.TokenRange)
		return true
	case infinitive && !c.object.Empty() && c.end == c.object.End && s.controls(c):
		s.extendPredicate(c, v.TokenRange)
		return true
	case infinitive:
		return s.takeRest(c, at, v.End, high, extract.RolePurpose)
	}
	return false
}

// controls tells whether the last verb of the predicate makes its object do
// what the infinitive after it says.
func (s *scan) controls(c *clause) bool {
	last := c.predicate[len(c.predicate)-1]
	return s.lemmaIn(controls, last.End-1)
}

// takeRest takes the phrases after token from into an argument that starts at
// token at.
func (s *scan) takeRest(c *clause, at, from, high int32, role extract.ArgumentRole) bool {
	end := s.pastComplements(from, high)
	c.arguments = append(c.arguments, argument{TokenRange: extract.TokenRange{Start: at, End: end}, role: role})
	c.end = end
	return true
}

// pastComplements returns the end of the noun and prepositional phrases,
// adverbs, particles and infinitives from token at on.
func (s *scan) pastComplements(at, high int32) int32 {
	for range maxSteps {
		next := at
		if at >= high {
			break
		}
		if s.isAdverb(at) || s.penn(at) == extract.PennRP || s.isAdjective(at) && s.chunkAt[at] < 0 {
			next = at + 1
		} else if phrase := s.phraseStarting(at, high); !phrase.Empty() && !s.startsVerb(phrase.End) {
			next = phrase.End
		} else if _, end, ok := s.preposition(at); ok {
			if phrase := s.phraseStarting(end, high); !phrase.Empty() && !s.startsVerb(phrase.End) {
				next = phrase.End
			} else if v, ok := s.phraseAt(end, extract.VerbGroup); ok && v.Start == end && !s.isFinite(v) {
				next = v.End
			}
		} else if v, ok := s.phraseAt(at, extract.VerbGroup); ok && v.Start == at && s.doc.Is(at, "to") {
			next = v.End
		}
		if next == at {
			break
		}
		at = next
	}
	return at
}

// preposition returns the row and the end of the preposition at token i.
func (s *scan) preposition(i int32) (row int, end int32, ok bool) {
	return s.words.prepositions.Longest(s.doc, i)
}

// takePhrase takes a noun phrase as time, object or further argument.
func (s *scan) takePhrase(c *clause, phrase extract.TokenRange, high int32) bool {
	if s.startsVerb(s.pastPhrases(phrase.End, high)) && !(c.relative && s.cueAt[c.verb.Head] < 0 && s.startsVerb(phrase.End)) {
		return false // the subject of the next clause
	}
	if s.isTime(phrase) {
		c.arguments = append(c.arguments, argument{TokenRange: phrase, role: extract.RoleTime})
		c.end = phrase.End
		return true
	}
	if phrase.Len() == 1 && s.in(relatives, phrase.Start) && (!c.object.Empty() || len(c.arguments) > 0) {
		return false // "into a quarry that, residents say, ..."
	}
	phrase.End = s.pastRelative(phrase.End, high)
	if c.object.Empty() {
		if s.lemmaIn(containers, c.verb.Head) {
			phrase.End = s.pastRelative(s.pastPlaces(phrase.End, high), high)
		}
		c.object = phrase
	} else {
		c.arguments = append(c.arguments, argument{TokenRange: phrase, role: extract.RoleOther})
	}
	c.end = phrase.End
	return true
}

// pastPlaces returns the end of the prepositional phrases at token at that
// belong to the noun before them; a time belongs to the verb.
func (s *scan) pastPlaces(at, high int32) int32 {
	for range maxSteps {
		if !s.in(attaching, at) {
			break
		}
		next := s.simplePhrase(at+1, high)
		if next.Empty() || s.isTime(next) || s.startsVerb(next.End) {
			break
		}
		at = next.End
	}
	return at
}

// pastRelative returns the end of the restrictive relative clause at token at:
// "devices that access Amazon email".
func (s *scan) pastRelative(at, high int32) int32 {
	if at >= high || !s.in(relatives, at) {
		return at
	}
	i := at + 1
	if phrase := s.simplePhrase(i, high); !phrase.Empty() {
		i = phrase.End
	}
	v, ok := s.verbAt(i)
	switch {
	case ok && s.isFinite(v) && v.End <= high:
		return s.pastComplements(v.End, high)
	case i > at+1 && s.penn(at) == extract.PennWDT:
		return i // its verb is not known as one: "that access the service"
	}
	return at
}

// takeAfterComma goes on after a comma when a preposition or a reason follows
// that still belongs to the clause: ", alongside 58 other apps".
func (s *scan) takeAfterComma(c *clause, at, high int32) bool {
	if at >= high {
		return false
	}
	if s.takeConjunction(c, at, high) {
		return true
	}
	if _, end, ok := s.preposition(at); !ok || s.startsClauseAfter(end, high) {
		return false
	}
	return s.takePreposition(c, at, high)
}

// startsClauseAfter tells whether the phrase after a preposition leads to a
// new clause: ", in 2019 it fell".
func (s *scan) startsClauseAfter(at, high int32) bool {
	phrase := s.phraseStarting(at, high)
	if phrase.Empty() {
		return false
	}
	end := phrase.End
	if s.doc.Is(end, ",") {
		end++
	}
	return s.startsClause(end, high) || s.startsVerb(end)
}

// takeConjunction takes a clause of reason or condition as an argument:
// "because they broke content rules".
func (s *scan) takeConjunction(c *clause, at, high int32) bool {
	row, end, ok := s.words.conjunctions.Longest(s.doc, at)
	if !ok {
		return false
	}
	var role extract.ArgumentRole
	switch s.words.uses[row] {
	case reason:
		role = extract.RoleReason
	case condition:
		role = extract.RoleCondition
	default:
		return false
	}
	subject := s.simplePhrase(end, high)
	if subject.Empty() {
		return false
	}
	v, ok := s.verbAt(s.pastPhrases(subject.End, high))
	if !ok || !s.isFinite(v) || v.End > high {
		return false
	}
	c.end = s.pastComplements(v.End, high)
	c.arguments = append(c.arguments, argument{extract.TokenRange{Start: at, End: c.end}, role, extract.TokenRange{Start: at, End: end}})
	return true
}

// takePreposition takes a prepositional phrase: as the object of a verb
// without any ("posted from its account"), else as an argument.
func (s *scan) takePreposition(c *clause, at, high int32) bool {
	row, end, ok := s.preposition(at)
	if !ok || end >= high {
		return false
	}
	preposition := extract.TokenRange{Start: at, End: end}
	if v, ok := s.phraseAt(end, extract.VerbGroup); ok && v.Start == end && s.penn(v.Head) == extract.PennVBG {
		last := s.pastComplements(v.End, high)
		c.arguments = append(c.arguments, argument{extract.TokenRange{Start: at, End: last}, s.words.roles[row], preposition})
		c.end = last
		return true
	}
	phrase := s.phraseStarting(end, high)
	if phrase.Empty() || s.startsVerb(s.pastPhrases(phrase.End, high)) {
		return false
	}
	last := c.predicate[len(c.predicate)-1]
	switch {
	case s.isTime(phrase):
		c.arguments = append(c.arguments, argument{extract.TokenRange{Start: at, End: phrase.End}, extract.RoleTime, preposition})
	case c.object.Empty() && last.End == at && s.isPlain(row):
		phrase.End = s.pastRelative(phrase.End, high)
		s.extendPredicate(c, preposition)
		c.object = phrase
	default:
		phrase.End = s.pastRelative(phrase.End, high)
		c.arguments = append(c.arguments, argument{extract.TokenRange{Start: at, End: phrase.End}, s.words.roles[row], preposition})
	}
	c.end = phrase.End
	return true
}

// isPlain tells whether a preposition can close a predicate: "posted from".
func (s *scan) isPlain(row int) bool {
	switch s.words.roles[row] {
	case extract.RoleTime, extract.RoleReason, extract.RolePurpose:
		return false
	}
	return true
}

// takeQuestion makes the question that nobody can answer the subject of what
// says so: "It is not yet known [how many employees will be affected]".
func (s *scan) takeQuestion(c *clause, bounds extract.TokenRange) {
	if c.subject.Len() != 1 || !s.doc.Is(c.subject.Start, "it") || len(c.arguments) > 0 {
		return
	}
	row, _, ok := s.words.conjunctions.Longest(s.doc, c.end)
	asks := s.penn(c.end) == extract.PennWRB || s.isRelative(c.end) && !s.doc.Is(c.end, "that") || ok && s.words.uses[row] == question || s.doc.Is(c.end, "if")
	polarity, _, _ := s.polarity(c)
	known := s.in(knowing, c.verb.Head) || !c.object.Empty() && c.object.Len() <= 2 && s.in(knowing, c.object.End-1)
	unclear := !c.object.Empty() && s.in(unknowns, c.object.End-1)
	if !asks || !(known && polarity == extract.Negative || unclear) {
		return
	}
	end := c.end
	for end < bounds.End && end < c.end+maxClause && (s.doc.Tokens[end].Class != extract.ClassPunct || s.isMark(end)) {
		end++
	}
	c.predicate[len(c.predicate)-1].End = c.end
	c.object = extract.TokenRange{}
	c.expletive = c.subject
	c.subject = extract.TokenRange{Start: c.end, End: end}
	c.end, c.unknown = end, true
}
