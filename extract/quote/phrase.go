package quote

import "github.com/factline/factline/extract"

// group returns the verb group of a verb from its first auxiliary on, without
// leading adverbs: "has since said", "pointed out".
func (s *scan) group(verb int32) extract.TokenRange {
	r := extract.TokenRange{Start: verb, End: verb + 1}
	children := s.tree.Children(verb)
	for i := len(children) - 1; i >= 0; i-- {
		child := children[i]
		if s.tree.Range(child).End == r.Start && s.isAny(child, extract.RelAux, extract.RelAuxPass, extract.RelAdvmod) {
			r.Start = s.tree.Range(child).Start
		}
		if child == r.End && s.isAny(child, extract.RelCompoundPrt) {
			r.End++
		}
	}
	for r.Start < verb && !s.penn(r.Start).IsVerb() && s.penn(r.Start) != extract.PennMD {
		r.Start++
	}
	return r
}

// phrase returns the noun phrase of a head with all that describes it:
// "Ann Lee, the mayor of Rome, who was there". It lies inside the bounds and on
// one side of the verb.
func (s *scan) phrase(head, verb int32, bounds extract.TokenRange) extract.TokenRange {
	r := s.tree.Range(head)
	r.Start, r.End = max(r.Start, bounds.Start), min(r.End, bounds.End)
	switch {
	case head < verb:
		r.End = min(r.End, verb)
	case head > verb:
		r.Start = max(r.Start, verb+1)
	}
	if r.Len() > maxSteps {
		r.Start, r.End = max(r.Start, head-2), head+1
	}
	for i := head + 2; i < r.End; i++ {
		if s.opensSpan(i) && s.isPunct(i-1) {
			r.End = i
		}
	}
	for i := head; i > r.Start; i-- {
		if s.isMark(i-1) && !s.opensSpan(i-1) && (s.isPunct(i-2) || s.doc.Is(i, ",")) {
			r.Start = i // "“No,” Ann Lee": what is said is no part of who says it
		}
		if s.doc.Is(i-1, ",") && s.holdsVerb(r.Start, i-1) {
			r.Start = i // "it fell, reports say"
		}
	}
	for _, child := range s.tree.Children(head) {
		if child > head && s.isAny(child, extract.RelParataxis, extract.RelPunct) && s.tree.Range(child).Len() > 1 {
			r.End = min(r.End, s.tree.Range(child).Start)
		}
	}
	for r.Start < head && (s.isPunct(r.Start) && !s.opensSpan(r.Start) || s.isAny(r.Start, extract.RelCc, extract.RelCase, extract.RelFixed, extract.RelMark)) {
		r.Start++
	}
	r.Start = s.titleBefore(r.Start, head, max(bounds.Start, r.Start-8))
	r.End = s.trimEnd(r.Start, r.End)
	if r.Len() > 1 && s.penn(r.End-1) == extract.PennPOS {
		r.End-- // "the minister's claim"
	}
	return r
}

// titleBefore returns the start of the title before a name that starts a
// phrase, where the tree hangs it elsewhere: "[Secretary of State] Ann Lee".
func (s *scan) titleBefore(start, head, low int32) int32 {
	if start != head || s.penn(head) != extract.PennNNP && s.penn(head) != extract.PennNNPS {
		return start
	}
	i := start
	for i > low && s.timexAt[i-1] < 0 && (s.penn(i-1).IsNoun() || s.penn(i-1) == extract.PennJJ || s.doc.Is(i-1, "of") && s.penn(i-2).IsNoun()) {
		i--
	}
	if s.penn(i-1) == extract.PennIN && s.doc.Tokens[i-1].Class == extract.ClassLower && i > low {
		return start // "in court Ann Lee said"
	}
	return i
}

// frame returns a verb of saying with its subject and what else hangs on it
// without being said: the hearer, times and places. "Ann Lee told reporters on
// Monday".
func (s *scan) frame(say saying) extract.TokenRange {
	r := say.verb
	if !say.speaker.Empty() && say.speaker.Start >= say.bounds.Start && say.speaker.End <= say.bounds.End {
		if say.speaker.End <= r.Start && r.Start-say.speaker.End <= 4 {
			r.Start = say.speaker.Start
		} else if say.speaker.Start == r.End {
			r.End = say.speaker.End
		}
	}
	for _, child := range s.tree.Children(say.head) {
		part := s.tree.Range(child)
		if part.Start == r.End && part.End <= say.bounds.End && (!s.isMark(part.Start) || part.Len() > 1) && s.isAny(child, extract.RelIobj, extract.RelObj,
			extract.RelObl, extract.RelOblUnmarked, extract.RelOblAgent, extract.RelAdvmod, extract.RelNsubj) && !s.isAny(part.Start, extract.RelPunct) {
			r.End = part.End
		}
	}
	return r
}

// holdsVerb tells whether a range holds a finite verb.
func (s *scan) holdsVerb(start, end int32) bool {
	for i := start; i < end && i < start+maxSteps; i++ {
		if s.doc.Tags[i].Penn.IsFinite() {
			return true
		}
	}
	return false
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

// clauseEnd returns where the clause that starts at token at ends, no later
// than high: at a semicolon, before a contrast (", but") and before a clause
// that says who says it.
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
		case s.doc.Is(i, ";"), s.doc.Is(i, ",") && s.breaksOff(i+1), s.penn(i) == extract.PennCC && s.isSaid(i+1):
			return s.trimEnd(at, i)
		}
	}
	return s.trimEnd(at, high)
}

// breaksOff tells whether what follows a comma is no longer part of what is
// said.
func (s *scan) breaksOff(i int32) bool {
	if s.in(relatives, i-2) {
		return false // "a report that, he says, is wrong"
	}
	if s.in(breaking, i) && s.hasSubject(s.tree.Head(i)) || s.doc.Is(i, "according") {
		return true
	}
	if s.penn(i) == extract.PennCC && s.isSaid(i+1) || s.isSaid(i) {
		return true
	}
	first := i
	with := s.doc.Is(i, "with")
	if s.penn(i) == extract.PennCC || s.doc.Is(i, "as") || with {
		i++
	}
	for steps := 0; steps < 8 && int(i) < len(s.doc.Tokens) && !s.isPunct(i); steps++ {
		if steps > 1 && s.in(summing, i-1) && s.penn(first) == extract.PennDT && !s.in(attaching, i) {
			return true // ", a figure that the firm called wrong", ", a claim he denies"
		}
		if s.doc.Tags[i].Penn.IsVerb() {
			subject := s.tree.Child(i, extract.RelNsubj)
			_, said := verbCue(s.doc.Tags[i].Lemma)
			return (s.isSaid(i) || said && with) && subject >= first && subject < i && !s.in(relatives, subject)
		}
		i++
	}
	return false
}

// hasSubject tells whether token i is the head of a clause with a subject.
func (s *scan) hasSubject(i int32) bool {
	return i >= 0 && s.tree.Child(i, extract.RelNsubj, extract.RelNsubjPass, extract.RelNsubjOuter, extract.RelCsubj, extract.RelExpl) >= 0
}

// isSaid tells whether token i is a finite verb of saying in the active.
func (s *scan) isSaid(i int32) bool {
	if p := s.penn(i); !p.IsFinite() || p == extract.PennMD {
		return false
	}
	c, ok := verbCue(s.doc.Tags[i].Lemma)
	return ok && c.takes&(clause|thatClause|whClause) != 0
}

// trimEnd takes the marks of punctuation off the end of a range, but not the
// quotation mark that closes a span inside it, nor what that span holds.
func (s *scan) trimEnd(start, end int32) int32 {
	for end > start {
		i := end - 1
		if q := s.spanAt[i]; q >= 0 && s.spans[q].Start >= start {
			return end
		}
		if !s.isMark(i) && !s.isPunct(i) || s.doc.Is(i, "%") || s.doc.Is(i, ")") {
			return end
		}
		end = i
	}
	return end
}

// whole makes a range hold all of the quoted spans that it holds a part of, as
// far as they lie in the bounds, and starts it with a word or a mark that
// opens.
func (s *scan) whole(r, bounds extract.TokenRange) extract.TokenRange {
	r.Start, r.End = max(r.Start, bounds.Start), min(r.End, bounds.End)
	for r.Start < r.End && s.isPunct(r.Start) && !s.opensSpan(r.Start) && !s.doc.Is(r.Start, "(") {
		r.Start++
	}
	if r.Empty() {
		return r
	}
	if q := s.spanAt[r.Start]; q >= 0 && r.Start == s.spans[q].Start+1 && bounds.Start <= s.spans[q].Start {
		r.Start--
	}
	if q := s.spanAt[r.End-1]; q >= 0 && s.spans[q].Start >= r.Start {
		r.End = max(r.End, min(s.spans[q].End, bounds.End))
	}
	r.End = s.trimEnd(r.Start, r.End)
	return r
}
