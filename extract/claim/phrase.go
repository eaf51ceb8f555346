package claim

import "github.com/factline/factline/extract"

// phraseEnding returns the noun phrase whose last token is i, with the phrases
// that it hangs on: "the mayor of Rome", "the town's mayor". It looks back no
// further than token low.
func (s *scan) phraseEnding(i, low int32) extract.TokenRange {
	if s.isMark(i) {
		i--
	}
	c, ok := s.phraseAt(i, extract.NounPhrase)
	if !ok || i < low || c.End != i+1 || c.Start < low {
		return extract.TokenRange{}
	}
	r := extract.TokenRange{Start: c.Start, End: i + 1}
	for range maxSteps {
		left, ok := s.attachedTo(r.Start)
		if !ok || left < low {
			break
		}
		r.Start = left
	}
	if t := s.timexAt[r.Start]; t >= 0 && s.doc.Timexes[t].End < r.End && r.Start > low && s.penn(r.Start-1) == extract.PennIN {
		r.Start = s.doc.Timexes[t].End // "In 1717 Lady Mary"
	}
	if q := s.quantityBefore(r.Start, low); q < r.Start {
		r.Start = q
	}
	return r
}

// quantityBefore returns the start of a quantity that begins up to three
// tokens before a noun phrase and reaches into it: "more than 500 videos".
func (s *scan) quantityBefore(start, low int32) int32 {
	for i := max(low, start-3); i < start; i++ {
		if q := s.quantityAt[i]; q >= 0 && s.doc.Quantities[q].End > start {
			return i
		}
	}
	return start
}

// attachedTo returns the start of the noun phrase that the one at token start
// hangs on.
func (s *scan) attachedTo(start int32) (int32, bool) {
	link := start - 1
	joins := s.penn(link) == extract.PennPOS || s.in(attaching, link)
	left, ok := s.phraseAt(link-1, extract.NounPhrase)
	if ok && !joins && s.doc.Is(link, "and") {
		// "Smith and Jones won", but not "he beat Smith and Jones won"
		before, _ := s.phraseAt(left.Start-1, extract.VerbGroup)
		joins = before.Kind != extract.VerbGroup && s.penn(left.Start-1) != extract.PennIN &&
			!(s.penn(start) == extract.PennPRP && s.penn(left.Start-1) == extract.PennPOS)
	}
	if !ok || !joins || left.End != link || s.isTime(left.TokenRange) {
		return 0, false
	}
	return left.Start, true
}

// isTime tells whether a phrase is a date or time and no more.
func (s *scan) isTime(r extract.TokenRange) bool {
	t := s.timexAt[r.Start]
	return t >= 0 && s.timexAt[r.End-1] == t && s.doc.Timexes[t].Type != extract.Duration
}

// phraseStarting returns the noun phrase that starts at token i, with what is
// owned by it or counted in it ("the town's mayor", "tens of millions of
// Americans") and the phrases that a list adds to it; empty when none starts
// there.
func (s *scan) phraseStarting(i, high int32) extract.TokenRange {
	r := s.simplePhrase(i, high)
	if r.Empty() {
		return r
	}
	for range maxSteps {
		next := s.nextInList(r.End, high)
		if next.Empty() {
			break
		}
		r.End = next.End
	}
	return r
}

// simplePhrase is phraseStarting without lists.
func (s *scan) simplePhrase(i, high int32) extract.TokenRange {
	start := i
	if s.isMark(i) {
		i++
	}
	least := i
	if int(i) < len(s.quantityAt) && s.quantityAt[i] >= 0 {
		q := s.doc.Quantities[s.quantityAt[i]].TokenRange
		i, least = s.headStart(q), min(q.End, high)
	}
	c, ok := s.phraseAt(i, extract.NounPhrase)
	if !ok || c.Start != i || c.End > high || s.isRelative(i) {
		return extract.TokenRange{}
	}
	r := extract.TokenRange{Start: start, End: max(c.End, least)}
	for range maxSteps {
		next, ok := s.phraseAt(r.End+1, extract.NounPhrase)
		joins := s.penn(r.End) == extract.PennPOS || s.doc.Is(r.End, "of")
		if !ok || !joins || next.Start != r.End+1 || next.End > high {
			break
		}
		r.End = next.End
	}
	if r.End < high && s.isMark(r.End) && s.isMark(start) {
		r.End++
	}
	return r
}

// headStart returns the start of the noun phrase that a quantity reaches into.
func (s *scan) headStart(r extract.TokenRange) int32 {
	for i := r.Start; i < r.End && i < r.Start+4; i++ {
		if c, ok := s.phraseAt(i, extract.NounPhrase); ok && c.Start == i {
			return i
		}
	}
	return r.Start
}

// nextInList returns the noun phrase that a comma or conjunction at token at
// adds to a list, when no verb makes it the subject of a new clause.
func (s *scan) nextInList(at, high int32) extract.TokenRange {
	i := at
	comma := s.doc.Is(i, ",")
	if comma {
		i++
	}
	joined := s.penn(i) == extract.PennCC && !s.doc.Is(i, "but")
	if joined {
		i++
	} else if !comma {
		return extract.TokenRange{}
	}
	next := s.simplePhrase(i, high)
	if next.Empty() || s.isTime(next) || s.startsVerb(s.pastPhrases(next.End, high)) {
		return extract.TokenRange{}
	}
	if !joined && !s.listGoesOn(next.End, high) {
		return extract.TokenRange{} // an appositive, not a list
	}
	return next
}

// listGoesOn tells whether a conjunction closes the list that goes on at token
// at.
func (s *scan) listGoesOn(at, high int32) bool {
	for steps := 0; at < high && steps < 12; steps++ {
		i := at
		if s.doc.Is(i, ",") {
			i++
		}
		if s.penn(i) == extract.PennCC {
			return true
		}
		next := s.simplePhrase(i, high)
		if i == at || next.Empty() {
			return false
		}
		at = next.End
	}
	return false
}

// pastPhrases returns the end of the prepositional phrases that start at token
// at.
func (s *scan) pastPhrases(at, high int32) int32 {
	for range maxSteps {
		if !s.in(attaching, at) {
			break
		}
		next := s.simplePhrase(at+1, high)
		if next.Empty() {
			break
		}
		at = next.End
	}
	return at
}

// headOf returns the head of a noun phrase: of its first chunk, of the owned
// thing after "'s", of the name that a title with "of" stands before; None
// when it holds no chunk.
func (s *scan) headOf(r extract.TokenRange) int32 {
	var c extract.Chunk
	for i := r.Start; i < r.End && i < r.Start+4 && c.Empty(); i++ {
		if found, ok := s.phraseAt(i, extract.NounPhrase); ok {
			c = found
		}
	}
	if c.Empty() {
		return extract.None
	}
	for range maxSteps {
		next, ok := s.phraseAt(c.End+1, extract.NounPhrase)
		if !ok || s.penn(c.End) != extract.PennPOS || next.End > r.End {
			break
		}
		c = next
	}
	last, ok := s.phraseAt(r.End-1, extract.NounPhrase)
	if ok && last != c && s.doc.Is(c.End, "of") && last.Head == last.End-1 && s.titled(last) {
		return last.Head
	}
	return c.Head
}

// titled tells whether a chunk holds a person's name after a title: "State
// Mike Pompeo" of "Secretary of State Mike Pompeo".
func (s *scan) titled(c extract.Chunk) bool {
	e := s.entityAt[c.Head]
	if e < 0 || s.doc.Entities[e].Type != extract.Person || !s.doc.Tokens[c.Start].Class.IsCapital() {
		return false
	}
	for _, m := range s.doc.Entities[e].Mentions {
		if found := s.doc.Mentions[m]; found.Head == c.Head {
			return found.Start > c.Start
		}
	}
	return false
}
