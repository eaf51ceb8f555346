package quote

import "github.com/factline/factline/extract"

// Everything that guesses the structure of a sentence from tags and chunks is
// in this file: the subject of a verb, the clause that a verb takes, the start
// and end of a clause.

// subjectBefore returns the noun phrase that is the subject of the verb group
// that starts at token at, looking back no further than token low; empty when
// none is plain.
func (s *scan) subjectBefore(at, low int32) extract.TokenRange {
	i := at - 1
	for steps := 0; i >= low && steps < 3 && s.isAdverb(i); steps++ {
		i--
	}
	if i >= low && s.isRelative(i) {
		i--
		if s.doc.Is(i, ",") {
			i--
		}
	} else if i >= low && s.doc.Is(i, ",") {
		i = s.beforeParenthesis(i, low)
	}
	return s.phraseEnding(i, low)
}

// isRelative tells whether token i is "who", "which" or the "that" of a
// relative clause.
func (s *scan) isRelative(i int32) bool {
	p := s.penn(i)
	return (p == extract.PennWP || p == extract.PennWDT) && s.doc.Tokens[i].Class != extract.ClassUpper // not the WHO
}

// beforeParenthesis returns the token before the comma that opens what the
// comma at token end closes: "Smith|, the coach|, said", "Lee|, 58, of Elm
// Road, York|, said". It is low-1 when there is none.
func (s *scan) beforeParenthesis(end, low int32) int32 {
	far := max(low, end-maxSteps)
	comma := s.commaBefore(end, far)
	for comma >= far {
		before := s.commaBefore(comma, far)
		if before < far || !s.in(addressing, before+1) && s.penn(before+1) != extract.PennCD &&
			!(s.in(adverbsOfAge, before+1) && s.penn(before+2) == extract.PennCD) {
			break
		}
		comma = before
	}
	if comma < far || !s.opensAppositive(comma+1) {
		return low - 1
	}
	return comma - 1
}

// commaBefore returns the last comma between low and end with no quotation
// mark after it; low-1 for none.
func (s *scan) commaBefore(end, low int32) int32 {
	for i := end - 1; i >= low && !s.isMark(i); i-- {
		if s.doc.Is(i, ",") {
			return i
		}
	}
	return low - 1
}

// opensAppositive tells whether token i can start what is put in commas after
// a subject: a noun phrase, "who", a preposition.
func (s *scan) opensAppositive(i int32) bool {
	if c, ok := s.phraseAt(i, extract.NounPhrase); ok && c.Start == i {
		return true
	}
	return s.isRelative(i) || s.penn(i) == extract.PennIN || s.penn(i) == extract.PennWPS ||
		s.in(adverbsOfAge, i) && s.penn(i+1) == extract.PennCD
}

// phraseEnding returns the noun phrase whose last token is i, with the phrases
// that it is attached to: "the mayor of Rome", "the town's mayor".
func (s *scan) phraseEnding(i, low int32) extract.TokenRange {
	c, ok := s.phraseAt(i, extract.NounPhrase)
	if !ok || i < low || c.End != i+1 || c.Start < low {
		return extract.TokenRange{}
	}
	r := c.TokenRange
	for range maxSteps {
		left, ok := s.attachedTo(r.Start)
		if !ok || left < low {
			break
		}
		r.Start = left
	}
	return r
}

// attachedTo returns the start of the noun phrase that the one at token start
// hangs on.
func (s *scan) attachedTo(start int32) (int32, bool) {
	link := start - 1
	joins := s.penn(link) == extract.PennPOS || s.in(attaching, link)
	left, ok := s.phraseAt(link-1, extract.NounPhrase)
	if ok && !joins && s.doc.Is(link, "and") {
		// "Smith and Jones said", but not "it fell and Smith said"
		before, inside := s.phraseAt(left.Start-1, extract.VerbGroup)
		joins = !inside && before.Kind != extract.VerbGroup && s.penn(left.Start-1) != extract.PennIN
	}
	if !ok || !joins || left.End != link || s.timexAt[left.Start] >= 0 {
		return 0, false
	}
	return left.Start, true
}

// phraseStarting returns the noun phrase that starts at token i with what is
// attached to it, looking no further than token high.
func (s *scan) phraseStarting(i, high int32) extract.TokenRange {
	c, ok := s.phraseAt(i, extract.NounPhrase)
	if !ok || c.Start != i || c.End > high {
		return extract.TokenRange{Start: i, End: i}
	}
	r := c.TokenRange
	for range maxSteps {
		next, ok := s.phraseAt(r.End+1, extract.NounPhrase)
		joins := s.penn(r.End) == extract.PennPOS || s.doc.Is(r.End, "of") || s.doc.Is(r.End, "for")
		if !ok || !joins || next.Start != r.End+1 || next.End > high {
			break
		}
		r.End = next.End
	}
	return r
}

// afterVerb skips what stands between a verb of saying and what is said:
// adverbs, the hearer ("told reporters"), times and places ("on Wednesday").
func (s *scan) afterVerb(at, high int32, addressee bool) int32 {
	for range maxSteps {
		next := at
		switch {
		case at >= high:
			return at
		case s.isAdverb(at), s.penn(at) == extract.PennRP:
			next = at + 1
		case s.timexAt[at] >= 0:
			next = s.doc.Timexes[s.timexAt[at]].End
		case s.doc.Is(at, "outside"):
			if c, ok := s.phraseAt(at, extract.NounPhrase); ok {
				next = c.End // "outside court" read as a noun phrase
			} else {
				next = s.phraseStarting(at+1, high).End
			}
		case s.doc.Is(at, "on") || s.doc.Is(at, "in") || s.doc.Is(at, "at") || s.doc.Is(at, "to") || s.doc.Is(at, "during"):
			if next = s.phraseStarting(at+1, high).End; s.startsVerb(next) || next == at+1 {
				next = at
			}
		case addressee:
			addressee = false
			if next = s.phraseStarting(at, high).End; s.startsVerb(next) {
				next = at
			}
		}
		if next == at {
			break
		}
		at = next
	}
	return at
}

// startsVerb tells whether a finite verb group starts at token i, adverbs
// aside.
func (s *scan) startsVerb(i int32) bool {
	for steps := 0; steps < 3 && s.isAdverb(i); steps++ {
		i++
	}
	c, ok := s.phraseAt(i, extract.VerbGroup)
	return ok && c.Start <= i && s.isFinite(c)
}

// complementAt tells whether the clause that a cue takes starts at token at.
func (s *scan) complementAt(at, high int32, c cue) bool {
	switch {
	case at >= high || c.takes == speech:
		return false
	case c.takes == whClause:
		return s.in(questioning, at)
	case s.doc.Is(at, "that"):
		return s.holdsVerb(at+1, high) || c.stance == extract.Order && s.holdsBareVerb(at+1, high)
	case c.takes == clause || c.takes == object:
		return s.opensClause(at, high, c.takes == clause)
	}
	return false
}

// holdsVerb tells whether a finite verb comes before the clause can end.
func (s *scan) holdsVerb(at, high int32) bool {
	for i := at; i < high && i < at+maxSteps; i++ {
		if c, ok := s.phraseAt(i, extract.VerbGroup); ok && s.isFinite(c) {
			return true
		}
	}
	return false
}

// holdsBareVerb is holdsVerb for "that 120 families be moved".
func (s *scan) holdsBareVerb(at, high int32) bool {
	for i := at; i < high && i < at+maxSteps; i++ {
		if c, ok := s.phraseAt(i, extract.VerbGroup); ok && c.Start > at && !s.doc.Is(c.Start, "to") {
			return true
		}
	}
	return false
}

// opensClause tells whether a clause without "that" starts at token at: a
// subject and its finite verb, with what may stand between them. Only when
// free, after a verb that takes no object, may that be more than what hangs on
// a noun: "found the book that was lost".
func (s *scan) opensClause(at, high int32, free bool) bool {
	i := at
	if s.doc.Is(i, "there") {
		return s.startsVerb(i + 1)
	}
	for steps := 0; i < high && steps < maxSteps; steps++ {
		c, ok := s.phraseAt(i, extract.NounPhrase)
		switch {
		case ok && (free || i == at || !s.isRelative(i) && !s.endsPhrase(i-1)):
			i = c.End
		case i > at && s.startsVerb(i):
			return s.penn(i-1) != extract.PennCC // "denied it and left"
		case i == at && free && s.chunkAt[i] >= 0 && (s.penn(i) == extract.PennVBG || s.penn(i) == extract.PennTO):
			i = s.doc.Chunks[s.chunkAt[i]].End
		case s.penn(i) == extract.PennPOS, s.penn(i) == extract.PennCC, s.in(attaching, i), s.isAdverb(i), s.isMark(i),
			i == at && (s.penn(i) == extract.PennIN || s.penn(i) == extract.PennDT), free && i > at && s.doc.Is(i, ","):
			i++
		default:
			return false
		}
	}
	return false
}

// endsPhrase tells whether token i closes a noun phrase.
func (s *scan) endsPhrase(i int32) bool {
	c, ok := s.phraseAt(i, extract.NounPhrase)
	return ok && c.End == i+1
}

// clauseEnd returns where the clause that starts at token at ends: at the end
// of its sentence or of the quoted span around it, at a semicolon, before a
// contrast (", but") and before a clause that says who says it.
func (s *scan) clauseEnd(at, high int32) int32 {
	high = min(high, at+maxClause)
	depth := 0
	for i := at; i < high; i++ {
		switch {
		case s.doc.Is(i, "("):
			depth++
		case s.doc.Is(i, ")"):
			if depth--; depth < 0 {
				return s.trimEnd(at, i)
			}
		case s.doc.Is(i, ";"), s.doc.Is(i, ",") && s.breaksOff(i+1, high),
			s.penn(i) == extract.PennCC && s.isCueVerb(i+1) && s.penn(i+1) != extract.PennMD:
			return s.trimEnd(at, i)
		}
	}
	return s.trimEnd(at, high)
}

// breaksOff tells whether what follows a comma is no longer part of what is
// said.
func (s *scan) breaksOff(i, high int32) bool {
	if s.in(breaking, i) || s.doc.Is(i, "according") {
		return true
	}
	if s.penn(i) == extract.PennCC || s.doc.Is(i, "as") {
		i++
	}
	subject := s.phraseStarting(i, high)
	if s.in(summing, subject.End-1) && s.in(hanging, subject.End) {
		return true // ", a figure that the firm called wrong"
	}
	if s.doc.Is(i-1, "as") && s.in(attaching, subject.End) {
		subject.End = s.phraseStarting(subject.End+1, high).End // "as some posts on the site claimed"
	}
	if !subject.Empty() {
		return s.isCueVerb(subject.End)
	}
	c, _ := s.phraseAt(i, extract.VerbGroup)
	return s.isCueVerb(i) && !s.isPassive(c) // "the trainee, then 22, had been told"
}

// isCueVerb tells whether a finite verb of saying starts at token i.
func (s *scan) isCueVerb(i int32) bool {
	c, ok := s.phraseAt(i, extract.VerbGroup)
	if !ok || c.Start != i || !s.isFinite(c) {
		return false
	}
	_, ok = cues()[extract.FormOf(s.doc.Tags[c.Head].Lemma)]
	return ok
}

// trimEnd takes the marks of punctuation off the end of a range, but not the
// quotation mark that closes a span inside it, nor what that span holds.
func (s *scan) trimEnd(start, end int32) int32 {
	for end > start {
		i := end - 1
		if q := s.spanAt[i]; q >= 0 && s.spans[q].Start >= start {
			return end
		}
		if !s.isMark(i) && s.doc.Tokens[i].Class != extract.ClassPunct || s.doc.Is(i, "%") || s.doc.Is(i, ")") {
			return end
		}
		end = i
	}
	return end
}

// bounds returns the part of the sentence around token i in which a clause may
// stand: the inside of its quoted span, or all of it.
func (s *scan) bounds(i int32) extract.TokenRange {
	r := s.sentence
	if q := s.spanAt[i]; q >= 0 && !s.isMark(i) {
		span := s.spans[q]
		r.Start = max(r.Start, span.Start+1)
		if span.closed {
			r.End = min(r.End, span.End-1)
		}
	}
	return r
}

// clauseStart returns the start of the first clause in the bounds, leading
// conjunctions aside.
func (s *scan) clauseStart(bounds extract.TokenRange) int32 {
	start := bounds.Start
	for steps := 0; start < bounds.End && steps < 4 && (s.in(leading, start) || s.doc.Is(start, ",")); steps++ {
		start++
	}
	return start
}

// opensDenied tells whether what stands at token i is denied without being a
// clause: "denied stealing the car", "denied any part in it".
func (s *scan) opensDenied(i int32) bool {
	return s.penn(i) == extract.PennVBG || s.doc.Is(i, "any")
}

// nextPredicate returns where another verb of the subject goes on after a
// conjunction: "denied taking it and was not charged"; high when none does.
func (s *scan) nextPredicate(at, high int32) int32 {
	for i := at; i < high && i < at+maxSteps; i++ {
		if s.penn(i) == extract.PennCC && s.startsVerb(i+1) {
			return i
		}
	}
	return high
}
