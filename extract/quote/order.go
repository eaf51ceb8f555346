package quote

import "github.com/factline/factline/extract"

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
	if content.Len() < 2 || !s.startsWithTo(act) {
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

// startsWithTo tells whether a clause is an infinitive with "to", or "not to".
func (s *scan) startsWithTo(head int32) bool {
	mark, start := s.tree.Child(head, extract.RelMark), s.tree.Range(head).Start
	return mark >= 0 && s.doc.Is(mark, "to") && (start == mark || start+1 == mark && s.in(negations, start))
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
