package quote

import "github.com/factline/factline/extract"

// according makes the quote of "according to somebody" or "in the words of
// somebody".
func (s *scan) according(words extract.TokenRange) {
	at := words.Start
	bounds := s.bounds(at)
	head := s.tree.Head(words.End - 1) // "of" hangs on the speaker, "to" on "according"
	if s.isAny(words.End-1, extract.RelFixed) && head >= 0 {
		head = s.tree.Head(head)
	}
	if head < words.End || !bounds.Contains(head) {
		return
	}
	say := saying{verb: words, head: at, subject: head, bounds: bounds}
	say.speaker = s.phrase(head, words.End-1, bounds)
	if say.speaker.Empty() {
		return
	}
	if at > bounds.Start && !s.isPunct(at-1) && s.lemmaIn(manners, head) {
		return // "built according to a plan"
	}
	frame := extract.TokenRange{Start: at, End: say.speaker.End}
	content, whole := s.clauseBefore(at, bounds)
	next := frame.End
	if s.doc.Is(next, ",") {
		next++
	}
	rest := s.whole(extract.TokenRange{Start: next, End: s.clauseEnd(next, bounds.End)}, bounds)
	if !content.Empty() && s.in(hanging, content.End-1) && !rest.Empty() {
		content, whole = extract.TokenRange{}, false // "boats that, according to the report, had sunk"
	}
	switch {
	case whole:
		s.add(say, accordingTo, []extract.TokenRange{content}, frame)
	case rest.Len() < 2 || !s.holdsVerb(rest.Start, rest.End):
	case !content.Empty():
		// "The money, according to the report, went on a boat"
		s.add(say, accordingTo, []extract.TokenRange{content, rest}, frame)
	default:
		s.add(say, accordingTo, []extract.TokenRange{rest}, frame)
	}
}

// isViewOf tells whether the noun at token i ends "in his view" or "in the
// mayor's view", right before a comma at the start of its bounds.
func (s *scan) isViewOf(i int32) bool {
	owner := s.tree.Child(i, extract.RelNmodPoss)
	return owner >= 0 && owner < i && s.doc.Is(i+1, ",") && s.doc.Is(s.tree.Range(owner).Start-1, "in") &&
		s.tree.Range(owner).Start-1 <= s.clauseStart(s.bounds(i))
}

// inView makes the quote of "In the mayor's view, the road is safe".
func (s *scan) inView(i int32) {
	bounds := s.bounds(i)
	owner := s.tree.Child(i, extract.RelNmodPoss)
	say := saying{cue: cue{stance: extract.Believe}, verb: extract.TokenRange{Start: i, End: i + 1}, head: i, subject: owner, bounds: bounds}
	say.speaker = s.phrase(owner, i, bounds)
	rest := s.whole(extract.TokenRange{Start: i + 2, End: s.clauseEnd(i+2, bounds.End)}, bounds)
	if say.speaker.Empty() || rest.Len() < 3 || !s.holdsVerb(rest.Start, rest.End) {
		return
	}
	s.add(say, inView, []extract.TokenRange{rest}, extract.TokenRange{Start: say.speaker.Start, End: i + 1})
}
