package quote

import "github.com/factline/factline/extract"

// according makes the quote of "according to somebody" at token at.
func (s *scan) according(at int32) {
	bounds := s.bounds(at)
	speaker := s.phraseStarting(at+2, bounds.End)
	if speaker.Empty() {
		return
	}
	say := saying{verb: extract.TokenRange{Start: at, End: at + 2}, head: at, speaker: speaker, after: true, bounds: bounds}
	frame := extract.TokenRange{Start: at, End: speaker.End}
	before := at
	if s.doc.Is(before-1, ",") {
		before--
	}
	content, whole := s.clauseBefore(before, bounds)
	if next := speaker.End + 1; !whole && !content.Empty() && s.doc.Is(next-1, ",") && s.startsVerb(next) {
		// "The money, according to the report, went on a boat"
		rest := extract.TokenRange{Start: next, End: s.clauseEnd(next, bounds.End)}
		s.add(say, accordingTo, []extract.TokenRange{content, rest}, frame)
		return
	}
	if !whole {
		next := s.pastAppositive(speaker.End, bounds.End)
		content = extract.TokenRange{Start: next, End: s.clauseEnd(next, bounds.End)}
		if content.Len() < 3 || !s.holdsVerb(next, bounds.End) {
			return
		}
	}
	s.add(say, accordingTo, []extract.TokenRange{content}, frame)
}

// pastAppositive returns where the clause after "according to somebody,"
// starts.
func (s *scan) pastAppositive(at, high int32) int32 {
	if !s.doc.Is(at, ",") {
		return at
	}
	next := at + 1
	phrase := s.phraseStarting(next, high)
	if !phrase.Empty() && s.doc.Is(phrase.End, ",") && !s.startsVerb(phrase.End+1) {
		return phrase.End + 1 // "according to Smith, the coach, they won"
	}
	return next
}
