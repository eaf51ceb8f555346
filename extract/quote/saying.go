package quote

import "github.com/factline/factline/extract"

// saying is a verb group that says that somebody says something, with what
// stands around it.
type saying struct {
	cue
	verb    extract.TokenRange // the cue: the verb group without leading adverbs
	head    int32
	speaker extract.TokenRange
	after   bool               // the speaker stands after the verb: "said Smith"
	rule    rule               // how a speaker that is not its subject was found; quotedBefore for a subject
	bounds  extract.TokenRange // where its clause may stand
}

// verb looks for what the verb group c reports.
func (s *scan) verb(c extract.Chunk) {
	bounds := s.bounds(c.Start)
	finite := s.isFinite(c)
	subject := s.subjectBefore(c.Start, bounds.Start)
	if finite && !subject.Empty() {
		defer func() { s.main = subject }()
	}
	entry, known := cues()[extract.FormOf(s.doc.Tags[c.Head].Lemma)]
	if !known || s.isNegated(c) || s.in(nobody, subject.Start) && !subject.Empty() || s.isQuestion() {
		return
	}
	say := saying{cue: entry, verb: s.withoutAdverbs(c), head: c.Head, speaker: subject, bounds: bounds}
	switch {
	case finite && subject.Empty() && s.isCoordinated(c):
		say.speaker, say.rule = s.sharedSpeaker(bounds), coordinated
	case !finite && s.isParticiple(c, bounds):
		say.speaker, say.rule = s.main, participle // "..., adding that it would leave"
	case !finite && c.Len() == 1 && s.penn(c.Head) == extract.PennVBN && subject.Start == bounds.Start && !subject.Empty():
		s.saidAfter(say) // "They estimated that": taken for a participle
		return
	case !finite:
		return
	case s.isPassive(c):
		if !s.doc.Is(subject.Start, "it") || subject.Len() != 1 {
			return
		}
		say.speaker, say.rule = extract.TokenRange{}, impersonal // "It is believed that": nobody is named
	}
	if !(s.quotedBefore(say) || s.saidAfter(say)) {
		s.saidBefore(say)
	}
}

// isCoordinated tells whether a conjunction stands before a verb group, or at
// its start: "but warned".
func (s *scan) isCoordinated(c extract.Chunk) bool {
	i := c.Start - 1
	for steps := 0; steps < 3 && s.isAdverb(i); steps++ {
		i--
	}
	return s.penn(i) == extract.PennCC || s.penn(c.Start) == extract.PennCC
}

// sharedSpeaker returns whose words a coordinated verb reports: those of the
// speaker of the cue before it in the sentence, else of the last subject.
func (s *scan) sharedSpeaker(bounds extract.TokenRange) extract.TokenRange {
	if !s.last.Empty() && s.lastBounds == bounds {
		return s.last
	}
	if s.main.Start < bounds.Start {
		return extract.TokenRange{}
	}
	return s.main
}

// isQuestion tells whether the sentence ends in a question mark.
func (s *scan) isQuestion() bool {
	last := s.sentence.End - 1
	return s.doc.Is(last, "?") || s.isMark(last) && s.doc.Is(last-1, "?")
}

// isParticiple tells whether a verb group is a participle that goes with the
// verb before it: "..., saying".
func (s *scan) isParticiple(c extract.Chunk, bounds extract.TokenRange) bool {
	return s.penn(c.Head) == extract.PennVBG && c.Start > bounds.Start && (s.doc.Is(c.Start-1, ",") || s.isMark(c.Start-1))
}

// isPassive tells whether the verb group is a form of "be" with a participle.
func (s *scan) isPassive(c extract.Chunk) bool {
	if s.penn(c.Head) != extract.PennVBN {
		return false
	}
	for i := c.Start; i < c.Head; i++ {
		if s.doc.Tags[i].Lemma == "be" {
			return true
		}
	}
	return false
}

// withoutAdverbs returns the range of a verb group from its first verb on.
func (s *scan) withoutAdverbs(c extract.Chunk) extract.TokenRange {
	r := c.TokenRange
	for r.Start < c.Head && (s.penn(r.Start) == extract.PennRB || s.penn(r.Start) == extract.PennCC) {
		r.Start++
	}
	return r
}

// quotedBefore makes the quote of a verb that follows the quoted words:
// "No," he said, "never." It tells whether there is one.
func (s *scan) quotedBefore(say saying) bool {
	start := say.verb.Start
	if !say.speaker.Empty() && say.speaker.End <= start && say.speaker.Start >= say.bounds.Start {
		start = say.speaker.Start
	}
	first := s.spanEnding(start - 1)
	if first < 0 {
		first, start = s.spanBefore(start)
		say.speaker = s.phraseStarting(start, say.verb.Start)
	}
	if first < 0 || !s.isWhole(s.spans[first]) || !s.leadsOn(s.spans[first], start) {
		return false
	}
	end := say.verb.End
	if say.speaker.Empty() {
		say.speaker = s.phraseStarting(end, s.sentence.End)
		say.after = true
		end = max(end, say.speaker.End)
	}
	if say.speaker.Empty() {
		return false
	}
	end = s.afterVerb(end, s.sentence.End, say.addressee)
	contents := []extract.TokenRange{s.spans[first].TokenRange}
	s.used[first] = true
	second, found := end, quotedBefore
	if s.doc.Is(second, ",") || s.doc.Is(second, ":") {
		second++
	}
	if int(second) < len(s.doc.Tokens) && s.isMark(second) && s.spans[s.spanAt[second]].Start == second {
		q := s.spanAt[second]
		s.used[q] = true
		contents, found = append(contents, s.spans[q].TokenRange), interrupted
	}
	s.add(say, found, contents, extract.TokenRange{Start: start, End: end})
	return true
}

// spanEnding returns the index of the quoted span that a clause which starts
// after token i ends: a closing mark, or a comma after it. None when there is
// none, or when it is only a word or two.
func (s *scan) spanEnding(i int32) int32 {
	comma := s.doc.Is(i, ",")
	if comma {
		i--
	}
	if i < 0 || !s.isMark(i) {
		return extract.None
	}
	q := s.spanAt[i]
	span := s.spans[q]
	if i != span.End-1 || s.used[q] || !comma && !s.endsInside(span) && span.Len() <= scareLength+2 {
		return extract.None
	}
	return q
}

// leadsOn tells whether the sentence of a quoted span can go on with the cue at
// token start: not in another paragraph, nor after a full stop before a
// capital.
func (s *scan) leadsOn(q span, start int32) bool {
	if s.paragraphAt[q.End-1] != s.paragraphAt[start] {
		return false
	}
	return !q.closed || !s.doc.Is(q.End-2, ".") || s.doc.Tokens[start].Class == extract.ClassLower
}

// isWhole tells whether no other words of the sentence stand before a quoted
// span: "He called it 'a shame', they said" quotes more than the shame.
func (s *scan) isWhole(q span) bool {
	start := s.clauseStart(s.sentence)
	return q.Start <= start
}

// spanBefore looks for the quoted span that ends before the clause of the verb
// at token at, when only phrases stand between them: "No," Smith, the mayor of
// the town, said. It returns the span, None for none, and the start of the
// clause.
func (s *scan) spanBefore(at int32) (int32, int32) {
	if !s.doc.Is(at-1, ",") {
		return extract.None, at
	}
	for i := at - 1; i > s.sentence.Start && i > at-maxSteps; i-- {
		if c, ok := s.phraseAt(i, extract.VerbGroup); ok && s.isFinite(c) {
			break
		}
		if s.isMark(i - 1) {
			return s.spanEnding(i - 1), i
		}
	}
	return extract.None, at
}

// scareLength is the number of words up to which quoted words that no
// punctuation sets off are no quotation.
const scareLength = 2

// endsInside tells whether a mark of punctuation closes what stands in quotes.
func (s *scan) endsInside(q span) bool {
	if !q.closed || q.Len() < 3 {
		return !q.closed
	}
	switch s.doc.Word(q.End - 2) {
	case ",", ".", "!", "?", "…", "...", "–", "—":
		return true
	}
	return false
}

// saidAfter makes the quote of a verb that what is said follows. It tells
// whether there is one.
func (s *scan) saidAfter(say saying) bool {
	at := s.afterVerb(say.verb.End, say.bounds.End, say.addressee)
	if say.speaker.Empty() && !s.isPassive(s.doc.Chunks[s.chunkAt[say.head]]) {
		if subject := s.phraseStarting(at, say.bounds.End); s.doc.Is(subject.End, ":") {
			say.speaker, say.after = subject, true
			at = subject.End
		}
	}
	if say.speaker.Empty() && !s.doc.Is(say.verb.Start-1, "it") && !s.doc.Is(at, "that") {
		return false
	}
	if content, ok := s.quotedAfter(at, say); ok {
		s.add(say, quotedAfter, []extract.TokenRange{content}, s.frame(say, content.Start))
		return true
	}
	found, high := reportedAfter, say.bounds.End
	if !s.complementAt(at, say.bounds.End, say.cue) {
		if say.stance != extract.Deny || say.takes == thatClause || !s.opensDenied(at) {
			return false
		}
		found, high = denied, s.nextPredicate(at, high)
	}
	content := extract.TokenRange{Start: at, End: s.clauseEnd(at, high)}
	if content.Empty() {
		return false
	}
	if say.rule != quotedBefore {
		found = say.rule
	}
	s.add(say, found, []extract.TokenRange{content}, s.frame(say, at))
	return true
}

// quotedAfter returns the content of quoted words that follow a verb of saying
// at token at: "said: ...", "says that ...".
func (s *scan) quotedAfter(at int32, say saying) (extract.TokenRange, bool) {
	mark, set := at, false
	if s.doc.Is(mark, "that") {
		mark++
	} else if s.doc.Is(mark, ":") || s.doc.Is(mark, ",") {
		mark, set = mark+1, true
	}
	if int(mark) >= len(s.spanAt) || !s.isMark(mark) {
		return extract.TokenRange{}, false
	}
	q := s.spanAt[mark]
	span := s.spans[q]
	if span.Start != mark || s.used[q] {
		return extract.TokenRange{}, false
	}
	high := s.sentence.End
	if span.End < high && !s.endsInside(span) && s.doc.Tokens[span.End].Class != extract.ClassPunct {
		// the sentence goes on after the quoted words
		if s.doc.Is(mark-1, "that") || s.holdsVerb(span.Start, high) {
			return extract.TokenRange{Start: at, End: s.clauseEnd(at, high)}, s.doc.Is(at, "that") || at == mark
		}
	}
	if !set && !s.endsInside(span) && (span.Len() <= scareLength+2 || say.takes == object && !s.holdsVerb(span.Start, span.End)) {
		return extract.TokenRange{}, false
	}
	s.used[q] = true
	content := span.TokenRange
	if s.doc.Is(mark-1, "that") {
		content.Start = mark - 1
	}
	return content, true
}

// saidBefore makes the quote of a verb that follows what is said without
// quotation marks: "It will close, reports say."
func (s *scan) saidBefore(say saying) bool {
	start, end := say.verb.Start, say.verb.End
	switch {
	case !say.speaker.Empty() && say.speaker.End <= start:
		start = say.speaker.Start
	case say.speaker.Empty() && s.doc.Is(start-1, ","):
		// "..., said Smith"
		say.speaker, say.after = s.phraseStarting(end, say.bounds.End), true
		end = max(end, say.speaker.End)
	}
	if say.speaker.Empty() || !s.doc.Is(start-1, ",") || start-1 <= say.bounds.Start {
		return false
	}
	end = s.afterVerb(end, say.bounds.End, say.addressee)
	if end < say.bounds.End && s.doc.Tokens[end].Class != extract.ClassPunct {
		return false
	}
	if s.in(hanging, start-2) && s.doc.Is(end, ",") && s.holdsVerb(end+1, say.bounds.End) {
		// "a quarry that, residents say, had used explosives"
		content := extract.TokenRange{Start: end + 1, End: s.clauseEnd(end+1, say.bounds.End)}
		s.add(say, parenthetical, []extract.TokenRange{content}, extract.TokenRange{Start: start, End: end})
		return true
	}
	content, whole := s.clauseBefore(start-1, say.bounds)
	contents := []extract.TokenRange{content}
	if s.doc.Is(end, ",") && !s.breaksOff(end+1, say.bounds.End) && whole != s.startsVerb(end+1) {
		// a subject without verb wants one after the cue: "The bridge, he said, fell"
		if rest := (extract.TokenRange{Start: end + 1, End: s.clauseEnd(end+1, say.bounds.End)}); !rest.Empty() {
			contents, whole = append(contents, rest), true
		}
	}
	if content.Empty() || !whole {
		return false
	}
	s.add(say, reportedBefore, contents, extract.TokenRange{Start: start, End: end})
	return true
}

// clauseBefore returns what stands before token end from the start of the
// bounds, leading conjunctions aside, and whether it holds a verb; empty when
// it is a word or two.
func (s *scan) clauseBefore(end int32, bounds extract.TokenRange) (content extract.TokenRange, whole bool) {
	start := s.clauseStart(bounds)
	if end-start > maxClause {
		return extract.TokenRange{}, false
	}
	for i := start; i < end; i++ {
		if c, ok := s.phraseAt(i, extract.VerbGroup); ok && (s.isFinite(c) || s.penn(c.Head) == extract.PennVBN) {
			whole = true
		}
		if s.doc.Is(i, ";") {
			start, whole = i+1, false
		}
	}
	content = extract.TokenRange{Start: start, End: s.trimEnd(start, end)}
	if content.Len() < 2 || whole && content.Len() < 3 {
		return extract.TokenRange{}, false
	}
	return content, whole
}
