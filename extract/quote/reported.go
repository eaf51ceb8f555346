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
	if s.showsDoing(say, head) {
		start = s.tree.Range(s.tree.Child(say.head, extract.RelObj)).Start
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
	at := s.afterHearer(say)
	if at >= say.bounds.End {
		return false
	}
	that, wh := s.doc.Is(at, "that"), say.takes&whClause != 0 && s.in(questioning, at)
	pure := say.takes&clause != 0 && say.takes&object == 0
	if !that && !wh && (s.doc.Is(at, "when") || s.isPunct(at) && !s.isMark(at) || !pure) {
		return false
	}
	content := s.whole(extract.TokenRange{Start: at, End: s.clauseEnd(at, say.bounds.End)}, say.bounds)
	marked := wh || that && (s.penn(at) == extract.PennIN || pure && at > say.verb.End || s.isNoDeterminer(at))
	if content.Len() < 3 || !marked && !s.predicates(content, that, say) {
		return false
	}
	found := unattached
	if say.rule != quotedBefore {
		found = say.rule
	}
	s.add(say, found, []extract.TokenRange{content}, s.opening(say, content.Start))
	return true
}

// isNoDeterminer tells whether a "that" at token i cannot go with the noun after
// it, which is more than one: "found that [one in five children] lived".
func (s *scan) isNoDeterminer(i int32) bool {
	for k := i + 1; k < i+maxSource && int(k) < len(s.doc.Tags); k++ {
		switch p := s.penn(k); {
		case p == extract.PennCD, p == extract.PennNNS, p == extract.PennNNPS, s.doc.Is(k, "one") && s.doc.Is(k+1, "in"):
			return true
		case p != extract.PennJJ:
			return false
		}
	}
	return false
}

// afterHearer returns where the clause after a verb of saying starts: past its
// subject, its hearer, times and places, and what commas set off ("suggested,
// without evidence, that").
func (s *scan) afterHearer(say saying) int32 {
	at := say.verb.End
	if say.speaker.Start == at {
		at = say.speaker.End
	}
	for _, child := range s.tree.Children(say.head) {
		part := s.tree.Range(child)
		switch {
		case part.Start != at || s.isPunct(at) || s.hasSubject(child):
		case s.doc.Is(at, "that"), say.takes&whClause != 0 && s.in(questioning, at):
			return at
		case s.doc.Is(at, "outside"), // "said outside court that"
			s.isAny(child, extract.RelIobj, extract.RelObl, extract.RelOblUnmarked, extract.RelAdvmod),
			s.isAny(child, extract.RelObj) && s.lemmaIn(toSomebody, say.head):
			at = s.beforeClause(child, part)
		}
	}
	for i := at + 1; s.doc.Is(at, ",") && i < say.bounds.End && i < at+2*maxSource && !s.penn(i).IsFinite(); i++ {
		if s.doc.Is(i, ",") && s.doc.Is(i+1, "that") {
			return i + 1
		}
	}
	return at
}

// beforeClause returns the end of a phrase, or where a clause in it starts that
// is none about its noun: "told the court [he was asleep]".
func (s *scan) beforeClause(head int32, r extract.TokenRange) int32 {
	if clause := s.tree.Child(head, extract.RelAclRelcl); clause >= 0 && !s.isRelative(clause) {
		return s.tree.Range(clause).Start
	}
	for i := r.Start + 1; i < r.End && i < r.Start+maxSteps; i++ {
		if s.doc.Is(i, "that") {
			return i
		}
	}
	return r.End
}

// predicates tells whether a range holds the finite verb of a main clause. One
// that the tree takes for a clause about a noun counts when no relative pronoun
// opens it; after "that", also one that it takes for an adverbial clause.
func (s *scan) predicates(r extract.TokenRange, that bool, say saying) bool {
	for i := r.Start + 1; i < r.End && i < r.Start+maxSteps; i++ {
		if !s.penn(i).IsFinite() {
			continue
		}
		head := i
		if s.isAny(i, extract.RelAux, extract.RelAuxPass, extract.RelCop) {
			head = s.tree.Head(i)
		}
		switch {
		case s.isAny(head, extract.RelRoot) && s.tree.Head(say.head) == head && s.nearestSubject(head) > say.head && s.tree.Child(say.head, extract.RelMark) < 0:
			return true // "An ad claims [the mayor lied]", hung the other way round
		case s.isAny(head, extract.RelRoot), s.isAny(head, extract.RelConj) && s.tree.Head(head) == say.head:
		case s.isAny(head, extract.RelAclRelcl, extract.RelAcl):
			if !that && !s.isRelative(head) {
				return true
			}
		case !s.isAny(head, extract.RelAdvcl, extract.RelAdvclRelcl) || that:
			return true
		}
	}
	return false
}

// isRelative tells whether a relative pronoun opens a clause.
func (s *scan) isRelative(head int32) bool {
	first := s.tree.Range(head).Start
	return s.in(relatives, first) || s.in(relatives, first+1) || s.penn(first+1) == extract.PennWDT
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
		if act := s.tree.Child(child, extract.RelAcl); act >= 0 && s.showsDoing(say, act) {
			return act
		}
		switch {
		case s.isAny(child, extract.RelCcomp), say.passive && s.isAny(child, extract.RelCsubj, extract.RelCsubjPass, extract.RelCsubjOuter):
		case s.showsDoing(say, child):
		case s.isAny(child, extract.RelXcomp, extract.RelParataxis, extract.RelAdvcl, extract.RelObj, extract.RelDep) && s.hasClause(child):
		default:
			continue
		}
		if s.takes(say, child) || s.showsDoing(say, child) {
			return child
		}
	}
	return extract.None
}

// showsDoing tells whether a verb shows somebody doing something, or where he
// stands: "The poll shows Lee leading by five points", "... Lee ahead by five".
func (s *scan) showsDoing(say saying, act int32) bool {
	thing := s.tree.Child(say.head, extract.RelObj)
	if s.lemmaIn(showing, say.head) && s.in(standing, act) && thing == act-1 && thing > say.head {
		return true
	}
	return s.lemmaIn(showing, say.head) && s.penn(act) == extract.PennVBG && s.isAny(act, extract.RelXcomp, extract.RelAdvcl, extract.RelAcl) &&
		thing == s.tree.Range(act).Start-1 && thing > say.head
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
	return say.takes&clause != 0 && s.hasSubject(head) && (s.holdsVerb(start, s.tree.Range(head).End) || s.penn(head) == extract.PennVBG || s.isPast(head))
}

// isPast tells whether what is tagged a participle is a past tense: it has a
// subject and no auxiliary, "said the ferry [left] at 5 p.m.".
func (s *scan) isPast(head int32) bool {
	return s.penn(head) == extract.PennVBN && s.tree.Child(head, extract.RelNsubj) >= 0 && s.tree.Child(head, extract.RelAux, extract.RelAuxPass, extract.RelCop) < 0
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
	if s.isSaid(r.End-1) && s.doc.Is(r.End, ",") {
		r.End = s.clauseEnd(r.End+1, say.bounds.End) // "a report that, he says, is wrong"
	}
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
