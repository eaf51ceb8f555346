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
