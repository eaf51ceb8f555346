package quote

import "github.com/factline/factline/extract"

// quotedBefore makes the quote of a verb that follows the quoted words:
// "No," he said, "never." It tells whether there is one.
func (s *scan) quotedBefore(say saying) bool {
	if say.speaker.Empty() || say.passive || say.takes == infinitive {
		return false
	}
	frame := s.frame(say)
	first := s.spanEnding(frame.Start - 1)
	if first < 0 || !s.isWhole(s.spans[first]) || !s.leadsOn(s.spans[first], frame.Start) {
		return false
	}
	contents := []extract.TokenRange{s.spans[first].TokenRange}
	s.used[first] = true
	second, found := s.spanAfter(frame.End, s.doc.Is(s.spans[first].End-2, ",")), quotedBefore
	if second >= 0 {
		q := s.spanAt[second]
		s.used[q] = true
		contents, found = append(contents, s.spans[q].TokenRange), interrupted
	} else if rest := s.thatAfter(frame.End, first); !rest.Empty() {
		contents, found = append(contents, rest), interrupted
	}
	s.add(say, found, contents, frame)
	return true
}

// thatAfter returns the clause with "that" which goes on after a cue: "“There is
// no doubt,” he said, [that it fell]". Empty without one.
func (s *scan) thatAfter(at, first int32) extract.TokenRange {
	if !s.doc.Is(at, ",") || !s.doc.Is(at+1, "that") || !s.doc.Is(s.spans[first].End-2, ",") {
		return extract.TokenRange{}
	}
	r := extract.TokenRange{Start: at + 1, End: s.clauseEnd(at+1, s.sentence.End)}
	if !s.holdsVerb(r.Start, r.End) {
		return extract.TokenRange{}
	}
	return s.whole(r, s.sentence)
}

// spanAfter returns the token that opens the quoted span which goes on after a
// cue that ends at token at; None for none. After a comma in the first span
// more may stand between: "No," he said, shaking his head, "never."
func (s *scan) spanAfter(at int32, comma bool) int32 {
	for i := at; i < s.sentence.End && i < at+maxSource*2; i++ {
		if s.opensSpan(i) {
			if i <= at+1 || comma && s.doc.Is(i-1, ",") && s.doc.Tokens[i+1].Class == extract.ClassLower {
				return i
			}
			return extract.None
		}
		if i > at && !comma || s.penn(i).IsFinite() || i == at && !s.doc.Is(i, ",") && !s.doc.Is(i, ":") {
			return extract.None
		}
	}
	return extract.None
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
func (s *scan) isWhole(q span) bool { return q.Start <= s.clauseStart(s.sentence) }

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

// quotedAfter makes the quote of quoted words that follow a verb of saying:
// "said: ...", "says that ...". It tells whether there is one.
func (s *scan) quotedAfter(say saying) bool {
	if say.speaker.Empty() || say.takes == infinitive {
		return false // "calling it “a shame”"
	}
	at := s.frame(say).End
	mark, set := at, false
	if s.doc.Is(mark, "that") {
		mark++
	} else if s.doc.Is(mark, ":") || s.doc.Is(mark, ",") {
		mark, set = mark+1, true
	}
	if !s.opensSpan(mark) || s.used[s.spanAt[mark]] {
		return false
	}
	q := s.spanAt[mark]
	span := s.spans[q]
	if span.End < s.sentence.End && !s.endsInside(span) && !s.isPunct(span.End) {
		return false // the sentence goes on after the quoted words
	}
	if !set && !s.endsInside(span) && (span.Len() <= scareLength+2 || !s.holdsVerb(span.Start, span.End)) {
		return false
	}
	s.used[q] = true
	content := span.TokenRange
	if s.doc.Is(mark-1, "that") {
		content.Start = mark - 1
	}
	contents := []extract.TokenRange{content}
	if before := s.beginning(say); !before.Empty() {
		contents = []extract.TokenRange{before, content}
	}
	s.add(say, quotedAfter, contents, s.opening(say, content.Start))
	return true
}

// beginning returns the start of the clause that quoted words end: "It was, she
// said, “the worst day of my life”".
func (s *scan) beginning(say saying) extract.TokenRange {
	comma := s.frame(say).Start - 1
	if !s.doc.Is(comma, ",") || s.spanAt[comma] >= 0 {
		return extract.TokenRange{}
	}
	r := extract.TokenRange{Start: s.clauseStart(say.bounds), End: comma}
	verb := r.End - 1
	if next := s.frame(say).End + 1; s.opensSpan(next) && s.penn(next+1).IsFinite() && r.Len() <= maxSource && s.topNoun(r) >= 0 && !s.holdsVerb(r.Start, r.End) && s.spanAt[r.Start] < 0 {
		return r // "[The mayor], she said, “is a fool”"
	}
	if r.Len() < 2 || r.Len() > maxSource || !s.penn(verb).IsFinite() && s.doc.Tags[verb].Lemma != "be" || s.spanAt[r.Start] >= 0 {
		return extract.TokenRange{}
	}
	return r
}
