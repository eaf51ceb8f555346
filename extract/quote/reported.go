package quote

import "github.com/factline/factline/extract"

// reportedAfter makes the quote of a clause that hangs on a verb of saying and
// follows it. It tells whether there is one.
func (s *scan) reportedAfter(say saying) bool {
	head := s.complement(say)
	if head < 0 {
		return s.unattached(say)
	}
	start := max(s.tree.Range(head).Start, say.verb.End)
	if !say.speaker.Empty() && say.speaker.Start >= say.verb.End {
		start = max(start, say.speaker.End)
	}
	frame := s.frame(say)
	if frame.End > start && frame.End <= head {
		start = frame.End
	}
	if s.doc.Is(start, ",") && s.doc.Is(say.before()-1, ",") && !s.doc.Is(start+1, "that") {
		return false // "The roof, he said, would last"
	}
	content := s.clauseFrom(start, head, say)
	if content.Len() < 2 {
		return false
	}
	found := reportedAfter
	if say.rule != quotedBefore {
		found = say.rule
	}
	s.add(say, found, []extract.TokenRange{content}, s.opening(say, content.Start))
	return true
}

// unattached makes the quote of a clause that follows a verb of saying though
// the tree does not hang it there: one with "that", or any after a verb that
// takes no object.
func (s *scan) unattached(say saying) bool {
	if say.passive || say.takes == speech || say.speaker.Empty() {
		return false
	}
	at := say.verb.End
	if say.speaker.Start == at {
		at = say.speaker.End
	}
	for _, child := range s.tree.Children(say.head) {
		part := s.tree.Range(child)
		if part.Start == at && s.doc.Is(at, "outside") {
			at = s.beforeThat(part) // "said outside court that"
			continue
		}
		if part.Start != at || s.isPunct(at) || s.doc.Is(at, "that") {
			continue
		}
		if s.isAny(child, extract.RelIobj, extract.RelObl, extract.RelOblUnmarked, extract.RelAdvmod) ||
			s.isAny(child, extract.RelObj) && s.lemmaIn(toSomebody, say.head) {
			at = s.beforeThat(part)
		}
	}
	that := s.doc.Is(at, "that") && (s.penn(at) == extract.PennIN || at > say.verb.End && say.takes&object == 0)
	if at >= say.bounds.End || !that && (s.isPunct(at) && !s.isMark(at) || say.takes&clause == 0 || say.takes&object != 0) {
		return false
	}
	content := s.whole(extract.TokenRange{Start: at, End: s.clauseEnd(at, say.bounds.End)}, say.bounds)
	if content.Len() < 3 || !s.predicates(content, that, say) {
		return false
	}
	found := unattached
	if say.rule != quotedBefore {
		found = say.rule
	}
	s.add(say, found, []extract.TokenRange{content}, s.opening(say, content.Start))
	return true
}

// beforeThat returns the end of a phrase, or where a "that" in it starts.
func (s *scan) beforeThat(r extract.TokenRange) int32 {
	for i := r.Start + 1; i < r.End && i < r.Start+maxSteps; i++ {
		if s.doc.Is(i, "that") {
			return i
		}
	}
	return r.End
}

// predicates tells whether a range holds the finite verb of a main clause, or
// any after "that".
func (s *scan) predicates(r extract.TokenRange, that bool, say saying) bool {
	for i := r.Start + 1; i < r.End && i < r.Start+maxSteps; i++ {
		if !s.penn(i).IsFinite() {
			continue
		}
		if that {
			return true
		}
		head := i
		if s.isAny(i, extract.RelAux, extract.RelAuxPass, extract.RelCop) {
			head = s.tree.Head(i)
		}
		if !s.isAny(head, extract.RelAclRelcl, extract.RelAdvcl, extract.RelAdvclRelcl, extract.RelAcl, extract.RelRoot) &&
			!(s.isAny(head, extract.RelConj) && s.tree.Head(head) == say.head) {
			return true
		}
	}
	return false
}

// before returns where the clause of a saying starts.
func (say saying) before() int32 {
	if !say.speaker.Empty() && say.speaker.End <= say.verb.Start {
		return say.speaker.Start
	}
	return say.verb.Start
}

// complement returns the head of the clause after a verb of saying; None when
// it takes none.
func (s *scan) complement(say saying) int32 {
	for _, child := range s.tree.Children(say.head) {
		if child <= say.head || !say.bounds.Contains(child) {
			continue
		}
		switch {
		case s.isAny(child, extract.RelCcomp), say.passive && s.isAny(child, extract.RelCsubj, extract.RelCsubjPass, extract.RelCsubjOuter):
		case s.isAny(child, extract.RelXcomp, extract.RelParataxis, extract.RelAdvcl, extract.RelObj, extract.RelDep) && s.hasClause(child):
		default:
			continue
		}
		if s.takes(say, child) {
			return child
		}
	}
	return extract.None
}

// hasClause tells whether a token that the tree does not take for a clause as
// object is one all the same: it starts with "that", or has a subject next to
// the verb.
func (s *scan) hasClause(i int32) bool {
	r := s.tree.Range(i)
	if s.tree.Child(i, extract.RelNsubj, extract.RelNsubjPass, extract.RelCsubj) < 0 {
		return false
	}
	return s.isAny(i, extract.RelXcomp) || s.doc.Is(r.Start, "that") && s.penn(r.Start) == extract.PennIN
}

// takes tells whether a verb of saying takes the clause with the given head as
// what is said.
func (s *scan) takes(say saying, head int32) bool {
	start := s.tree.Range(head).Start
	for steps := 0; steps < 3 && s.isPunct(start); steps++ {
		start++
	}
	wh := s.in(questioning, start) || s.penn(start) == extract.PennWRB || s.penn(start) == extract.PennWP || s.penn(start) == extract.PennWDT
	switch {
	case s.doc.Is(start, "that") && s.penn(start) != extract.PennDT:
		return say.takes&(clause|thatClause) != 0
	case wh:
		return say.takes&whClause != 0
	case s.doc.Is(start, "to") && s.penn(start) == extract.PennTO:
		return false
	}
	return say.takes&clause != 0 && s.hasSubject(head) && (s.holdsVerb(start, s.tree.Range(head).End) || s.penn(head) == extract.PennVBG)
}

// clauseFrom returns the clause that starts at token start and whose head is
// given, with what the tree hangs on the verb of saying though it follows
// without a comma.
func (s *scan) clauseFrom(start, head int32, say saying) extract.TokenRange {
	end := s.tree.Range(head).End
	for _, child := range s.tree.Children(say.head) {
		part := s.tree.Range(child)
		if child > head && part.Start == end && part.End <= say.bounds.End &&
			(s.andThat(part.Start) || !s.isPunct(part.Start) && s.isAny(child, extract.RelObl, extract.RelOblUnmarked, extract.RelAdvmod, extract.RelAdvcl)) {
			end = part.End
		}
	}
	r := s.whole(extract.TokenRange{Start: start, End: end}, say.bounds)
	r.End = s.clauseEnd(r.Start, r.End)
	return s.whole(r, say.bounds)
}

// andThat tells whether another clause of the same saying starts at token i:
// ", and that".
func (s *scan) andThat(i int32) bool {
	if s.doc.Is(i, ",") {
		i++
	}
	return s.penn(i) == extract.PennCC && s.doc.Is(i+1, "that")
}

// reportedBefore makes the quote of a verb that follows what is said without
// quotation marks: "It will close, reports say." It tells whether there is one.
func (s *scan) reportedBefore(say saying) bool {
	if say.speaker.Empty() || say.rule != quotedBefore || say.takes == speech || !s.isFinite(say.verb) || s.hasThing(say) {
		return false
	}
	frame := s.frame(say)
	if !s.doc.Is(frame.Start-1, ",") || frame.Start-1 <= say.bounds.Start || frame.End < say.bounds.End && !s.isPunct(frame.End) {
		return false
	}
	more := s.doc.Is(frame.End, ",") && !s.breaksOff(frame.End+1)
	rest := extract.TokenRange{Start: frame.End + 1, End: s.clauseEnd(frame.End+1, say.bounds.End)}
	if more && (s.in(relatives, frame.Start-2) || s.in(hanging, frame.Start-2)) && s.holdsVerb(rest.Start, rest.End) {
		// "a quarry that, residents say, had used explosives"
		if said := s.tree.Child(say.head, extract.RelCcomp); said > say.head {
			rest.End = min(rest.End, s.tree.Range(said).End)
		}
		s.add(say, parenthetical, []extract.TokenRange{s.whole(rest, say.bounds)}, frame)
		return true
	}
	content, whole := s.clauseBefore(frame.Start-1, say.bounds)
	contents := []extract.TokenRange{content}
	if more && !whole && s.penn(rest.Start) != extract.PennVBG && s.holdsVerb(rest.Start, rest.End) {
		// a subject without verb wants one after the cue: "The bridge, he said, fell"
		contents, whole = append(contents, rest), true
	}
	if content.Empty() || !whole {
		return false
	}
	s.add(say, reportedBefore, contents, frame)
	return true
}

// isFinite tells whether a verb group holds a finite verb.
func (s *scan) isFinite(group extract.TokenRange) bool { return s.holdsVerb(group.Start, group.End) }

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

// ordered makes the quote of an order or a promise with "to": "told them to
// leave". It tells whether there is one.
func (s *scan) ordered(say saying) bool {
	act := s.tree.Child(say.head, extract.RelXcomp, extract.RelAdvcl)
	if hearer := s.tree.Child(say.head, extract.RelObj); hearer >= 0 && act < 0 && say.takes&ofClause != 0 {
		act = s.tree.Child(hearer, extract.RelAcl)
	}
	if act <= say.head || !say.bounds.Contains(act) {
		return false
	}
	if say.takes&ofClause != 0 {
		return s.accused(say, act)
	}
	if !s.startsWithTo(act) {
		return false
	}
	content := s.clauseFrom(s.tree.Range(act).Start, act, say)
	if content.Len() < 2 || !s.doc.Is(content.Start, "to") {
		return false
	}
	hearer := s.tree.Child(say.head, extract.RelObj, extract.RelIobj)
	switch {
	case say.takes&infinitive == 0:
		return s.hearsay(say, content)
	case !say.passive && hearer < 0 && s.lemmaIn(toSomebody, say.head):
		say.speaker = extract.TokenRange{} // "Staff told to leave": a headline's passive
	}
	if say.passive || hearer >= 0 || say.speaker.Empty() {
		say.stance = extract.Order
	}
	s.add(say, ordered, []extract.TokenRange{content}, s.opening(say, content.Start))
	return true
}

// accused makes the quote of "accused them of leaving".
func (s *scan) accused(say saying, act int32) bool {
	of := s.tree.Range(act).Start
	if !s.doc.Is(of, "of") || s.penn(act) != extract.PennVBG {
		return false
	}
	content := s.clauseFrom(of, act, say)
	s.add(say, accusation, []extract.TokenRange{content}, s.opening(say, content.Start))
	return true
}

// startsWithTo tells whether a clause is an infinitive with "to".
func (s *scan) startsWithTo(head int32) bool {
	mark := s.tree.Child(head, extract.RelMark)
	return mark >= 0 && s.doc.Is(mark, "to") && s.tree.Range(head).Start == mark
}

// hearsay makes the quote of "The king is said to be rich": its subject and
// the infinitive.
func (s *scan) hearsay(say saying, act extract.TokenRange) bool {
	subject := s.tree.Child(say.head, extract.RelNsubjPass, extract.RelNsubj)
	if !say.passive || subject < 0 || subject > say.head || !s.lemmaIn(rumoured, say.head) || s.in(relatives, subject) {
		return false
	}
	about := s.phrase(subject, say.head, say.bounds)
	if about.Empty() || about.End > say.verb.Start {
		return false
	}
	s.add(say, hearsay, []extract.TokenRange{about, act}, say.verb)
	return true
}

// denied makes the quote of an act that is denied or admitted: "denied taking
// the money", "denied any part in it". It tells whether there is one.
func (s *scan) denied(say saying) bool {
	for _, child := range s.tree.Children(say.head) {
		r := s.tree.Range(child)
		if r.Start != say.verb.End || child <= say.head || !say.bounds.Contains(child) || say.speaker.Empty() {
			continue
		}
		act := s.penn(r.Start) == extract.PennVBG && s.isAny(child, extract.RelXcomp, extract.RelCcomp, extract.RelObj, extract.RelAdvcl) &&
			(say.stance == extract.Deny || say.stance == extract.Reveal && say.takes&clause != 0)
		if act || say.stance == extract.Deny && s.doc.Is(r.Start, "any") {
			end := s.nextPredicate(r.Start, min(r.End, say.bounds.End))
			content := s.whole(extract.TokenRange{Start: r.Start, End: s.clauseEnd(r.Start, end)}, say.bounds)
			if !content.Empty() {
				s.add(say, denied, []extract.TokenRange{content}, s.opening(say, content.Start))
				return true
			}
		}
	}
	return false
}

// nextPredicate returns where another verb of the subject goes on after a
// conjunction: "denied taking it and was not charged"; high when none does.
func (s *scan) nextPredicate(at, high int32) int32 {
	for i := at; i < high && i < at+maxSteps; i++ {
		if s.penn(i) == extract.PennCC && s.penn(i+1).IsFinite() {
			return i
		}
	}
	return high
}
