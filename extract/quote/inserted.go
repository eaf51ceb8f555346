package quote

import "github.com/factline/factline/extract"

// reportedBefore makes the quote of a verb that follows what is said without
// quotation marks: "It will close, reports say." It tells whether there is one.
func (s *scan) reportedBefore(say saying) bool {
	if say.speaker.Empty() || say.rule != quotedBefore || say.takes&(clause|thatClause) == 0 || !s.isFinite(say.verb) || s.hasThing(say) {
		return false
	}
	frame := s.frame(say)
	if !s.doc.Is(frame.Start-1, ",") || frame.Start-1 <= say.bounds.Start || frame.End < say.bounds.End && !s.isPunct(frame.End) {
		return false
	}
	comma := s.doc.Is(frame.End, ",")
	rest := extract.TokenRange{Start: frame.End + 1, End: s.clauseEnd(frame.End+1, say.bounds.End)}
	if comma && s.in(hanging, frame.Start-2) && s.holdsVerb(rest.Start, rest.End) {
		// "a quarry that, residents say, had used explosives"
		if said := s.tree.Child(say.head, extract.RelCcomp); said > say.head {
			rest.End = min(rest.End, s.tree.Range(said).End)
		}
		s.add(say, parenthetical, []extract.TokenRange{s.whole(rest, say.bounds)}, frame)
		return true
	}
	content, whole := s.clauseBefore(frame.Start-1, say.bounds)
	contents := []extract.TokenRange{content}
	subject := s.in(questioning, content.Start) && s.penn(rest.Start).IsFinite()   // "Whether it fell, he said, is not known"
	wh := subject || s.in(questioning, rest.Start) || s.doc.Is(rest.Start, "that") // "It is unclear, he said, who won"
	if comma && (!whole || wh) && !s.breaksOff(frame.End+1) && s.penn(rest.Start) != extract.PennVBG && s.holdsVerb(rest.Start, rest.End) {
		// a subject without verb wants one after the cue: "The bridge, he said, fell"
		contents, whole = append(contents, rest), true
	}
	if content.Empty() || !whole {
		return false
	}
	s.add(say, reportedBefore, contents, frame)
	return true
}

// isFinite tells whether a verb group holds a finite verb, or a participle with
// a subject and no auxiliary, which must be one: "his wife recalled".
func (s *scan) isFinite(group extract.TokenRange) bool {
	return s.holdsVerb(group.Start, group.End) || group.Len() == 1 && s.penn(group.Start) == extract.PennVBN && s.nearestSubject(group.Start) >= 0
}

// hasThing tells whether a verb of saying has an object that is not its hearer:
// "he wrote a letter".
func (s *scan) hasThing(say saying) bool {
	thing := s.tree.Child(say.head, extract.RelObj)
	return thing > say.head && thing != say.subject && !s.lemmaIn(toSomebody, say.head)
}

// saidAs makes the quote of "As the mayor said, the road is closed".
func (s *scan) saidAs(say saying) bool {
	frame := s.frame(say)
	if say.speaker.Empty() || !s.doc.Is(frame.Start-1, "as") || frame.Start-1 != say.bounds.Start || !s.doc.Is(frame.End, ",") {
		return false
	}
	start := frame.End + 1
	content := extract.TokenRange{Start: start, End: s.clauseEnd(start, say.bounds.End)}
	if content.Len() < 3 || !s.holdsVerb(content.Start, content.End) {
		return false
	}
	s.add(say, asSaid, []extract.TokenRange{s.whole(content, say.bounds)}, frame)
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
	whole = s.headline // "UK to ban TikTok, minister says"
	for i := start; i < end; i++ {
		if p := s.penn(i); p.IsFinite() || p == extract.PennVBN {
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
