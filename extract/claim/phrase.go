package claim

import "github.com/factline/factline/extract"

// isSubject tells whether a relation is that of a subject.
func isSubject(r extract.Relation) bool {
	switch r {
	case extract.RelNsubj, extract.RelNsubjPass, extract.RelNsubjOuter, extract.RelCsubj, extract.RelCsubjPass, extract.RelCsubjOuter:
		return true
	}
	return false
}

// isNominal tells whether token i can be the head of a noun phrase.
func (s *scan) isNominal(i int32) bool {
	switch p := s.penn(i); p {
	case extract.PennPRP, extract.PennDT, extract.PennCD, extract.PennEX, extract.PennWP, extract.PennWDT, extract.PennPRPS,
		extract.PennFW, extract.PennSYM, extract.PennDollar, extract.PennADD:
		return true
	default:
		return p.IsNoun()
	}
}

// findPhrases fills in, from the leaves up, the words that belong to the phrase
// of each token: all that hangs on it, but nothing that stands beside the
// phrase ("Smith, [a teacher]", ", [who won]").
func (s *scan) findPhrases() {
	order := s.tree.Order()
	s.phrases = make([]extract.TokenRange, len(s.doc.Tokens))
	for i := range s.phrases {
		s.phrases[i] = extract.TokenRange{Start: int32(i), End: int32(i) + 1}
	}
	for k := len(order) - 1; k >= 0; k-- {
		child := order[k]
		if head := s.tree.Head(child); head != extract.None && !s.isLoose(child) {
			s.phrases[head] = union(s.phrases[head], s.phrases[child])
		}
	}
}

// union returns the range from the first token of both to the last.
func union(a, b extract.TokenRange) extract.TokenRange {
	switch {
	case a.Empty():
		return b
	case b.Empty():
		return a
	}
	return extract.TokenRange{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// isLoose tells whether what hangs on token i stands beside the phrase of its
// head.
func (s *scan) isLoose(i int32) bool {
	switch r := s.tree.Relation(i); r {
	case extract.RelPunct, extract.RelParataxis, extract.RelDiscourse, extract.RelVocative, extract.RelReparandum,
		extract.RelDislocated, extract.RelAdvclRelcl:
		return true
	case extract.RelAppos:
		return !s.sameChunk(i, s.tree.Head(i)) && !s.isFigure(i)
	case extract.RelAcl, extract.RelAclRelcl, extract.RelNmod, extract.RelNummod, extract.RelAmod, extract.RelNmodUnmarked, extract.RelList:
		return s.doc.Is(s.phrases[i].Start-1, ",") && s.phrases[i].Start > s.tree.Head(i) && !s.isFigure(i)
	case extract.RelConj:
		if s.repeats(i) {
			return true // "and so was the council"
		}
		return s.isClauseHead(i) && (s.subjectOf(i) >= 0 || !s.isClauseHead(s.tree.Head(i)))
	}
	return false
}

// isFigure tells whether token i heads a quantity that says another one again:
// "had 300 votes, [or 35%]". The age of a person does not.
func (s *scan) isFigure(i int32) bool {
	q, head := s.amountAt[i], s.tree.Head(i)
	return q >= 0 && s.amountAt[head] >= 0 && s.penn(s.phrases[i].Start-1) != extract.PennLRB && s.doc.Quantities[q].Kind != extract.Age
}

// part returns the phrase of token i without the conjunction, the preposition
// and the words of a clause that open it.
func (s *scan) part(i int32) extract.TokenRange {
	r := extract.TokenRange{Start: i, End: i + 1}
	if s.penn(i).IsVerb() && isSubject(s.tree.Relation(i)) {
		return s.phrases[i] // "[Moving the school] was dear"
	}
	nominal := s.tree.Child(i, extract.RelCop) >= 0
	for _, child := range s.tree.Children(i) {
		switch s.tree.Relation(child) {
		case extract.RelCc, extract.RelMark, extract.RelCop, extract.RelAux, extract.RelAuxPass, extract.RelExpl,
			extract.RelNsubj, extract.RelNsubjPass, extract.RelNsubjOuter, extract.RelCsubj, extract.RelCsubjPass, extract.RelCsubjOuter,
			extract.RelObl, extract.RelOblUnmarked, extract.RelAdvcl, extract.RelCcomp, extract.RelXcomp, extract.RelOblAgent:
			if !s.measures(child, i) {
				continue
			}
		case extract.RelCase:
			if child < i {
				continue
			}
		case extract.RelConj:
			if s.isClauseHead(i) && s.isClauseHead(child) {
				continue
			}
		case extract.RelAdvmod:
			after := child > i && !s.doc.Is(child, "else") && s.tree.Child(child, extract.RelObl) < 0 // "90 km [east of Rome]"
			if s.in(negating, child) && nominal || s.in(linkingAdverbs, child) || s.in(hedging, child) || after || s.penn(child) == extract.PennWRB {
				continue
			}
		}
		if !s.isLoose(child) {
			r = union(r, s.phrases[child])
		}
	}
	return r
}

// measures tells whether what hangs on an adjective says how much of it: "[31
// km] long", "better [than anyone had hoped]".
func (s *scan) measures(child, adjective int32) bool {
	if !s.isAdjective(adjective) || s.isLoose(child) {
		return false
	}
	r := s.phrases[child]
	switch s.tree.Relation(child) {
	case extract.RelOblUnmarked:
		return r.End == adjective && s.amountAt[child] >= 0
	case extract.RelAdvcl, extract.RelObl:
		return s.doc.Is(r.Start, "than") && r.Start == adjective+1
	}
	return false
}

// preposition returns the words of relation case or mark that open the phrase
// of token i, with what is fixed to them ("because of").
func (s *scan) preposition(i int32) extract.TokenRange {
	var r extract.TokenRange
	for _, child := range s.tree.Children(i) {
		relation := s.tree.Relation(child)
		if child >= i || relation != extract.RelCase && relation != extract.RelMark || s.penn(child) == extract.PennPOS {
			continue
		}
		if r.Empty() || r.End == child {
			r = union(r, s.phrases[child])
		}
	}
	return r
}

// caseOf returns the preposition before token i; empty for none.
func (s *scan) caseOf(i int32) extract.TokenRange {
	for _, child := range s.tree.Children(i) {
		if s.tree.Relation(child) == extract.RelCase && child < i && s.penn(child) != extract.PennPOS {
			return s.phrases[child]
		}
	}
	return extract.TokenRange{}
}

// isTime tells whether a phrase is a date or time and no more.
func (s *scan) isTime(r extract.TokenRange) bool {
	if r.Empty() {
		return false
	}
	t := s.timexAt[r.Start]
	return t >= 0 && s.timexAt[r.End-1] == t && s.doc.Timexes[t].Type != extract.Duration
}

// cut returns the part of a range that lies within bounds, without a comma at
// its end; empty when its start does not.
func (s *scan) cut(r, bounds extract.TokenRange) extract.TokenRange {
	if !bounds.Contains(r.Start) {
		return extract.TokenRange{}
	}
	r.End = min(r.End, bounds.End)
	for i := r.Start + 1; i < r.End && i < r.Start+maxSteps; i++ {
		if s.doc.Is(i, ";") {
			r.End = i
		}
	}
	for r.Len() > 1 && (s.doc.Is(r.End-1, ",") || s.penn(r.End-1) == extract.PennCC) {
		r.End--
	}
	return r
}
