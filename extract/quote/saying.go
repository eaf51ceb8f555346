package quote

import "github.com/factline/factline/extract"

// saying is a word that says that somebody says something, with what stands
// around it.
type saying struct {
	cue
	verb    extract.TokenRange // the cue: the verb group without leading adverbs
	head    int32
	speaker extract.TokenRange
	subject int32 // head of the speaker; None for none
	rule    rule  // how a speaker that is not the subject of the cue was found; quotedBefore for a subject
	passive bool
	bounds  extract.TokenRange // where its clause may stand
}

// read finds the quotes whose cue is in the sentence.
func (s *scan) read() {
	for i := s.sentence.Start; i < s.sentence.End; i++ {
		switch p := s.penn(i); {
		case s.doc.Is(i, "according") && s.doc.Is(i+1, "to"):
			s.according(extract.TokenRange{Start: i, End: i + 2})
		case s.doc.Is(i, "words") && s.doc.Is(i-1, "the") && s.doc.Is(i-2, "in") && s.doc.Is(i+1, "of"):
			s.according(extract.TokenRange{Start: i - 2, End: i + 2})
		case s.in(views, i) && s.isViewOf(i):
			s.inView(i)
		case p.IsVerb():
			entry, ok := verbCue(s.doc.Tags[i].Lemma)
			if ok || s.isPhrasal(i) {
				s.verb(i, entry)
			}
		case p.IsNoun():
			if entry, ok := cues().nouns[extract.FormOf(s.doc.Tags[i].Lemma)]; ok {
				s.noun(i, entry)
			} else if entry, ok := verbCue(s.doc.Tags[i].Lemma); ok {
				s.misread(i, entry)
			}
		}
	}
}

// isPhrasal tells whether "went on" or "put it" starts at token i: with quoted
// words it says who speaks.
func (s *scan) isPhrasal(i int32) bool {
	return s.doc.Tags[i].Lemma == "go" && s.doc.Is(i+1, "on") || s.doc.Tags[i].Lemma == "put" && s.doc.Is(i+1, "it")
}

// verb looks for what the verb of saying at token i reports.
func (s *scan) verb(i int32, entry cue) {
	say := saying{cue: entry, head: i, verb: s.group(i), subject: extract.None, bounds: s.bounds(i)}
	if s.isPhrasal(i) {
		say.verb.End = i + 2
	}
	say.passive = s.isPassive(i)
	if s.isNegated(say) || s.isQuestion(say) || !s.findSpeaker(&say) {
		return
	}
	if !say.speaker.Empty() && (s.in(nobody, say.speaker.Start) || s.doc.Is(say.speaker.Start-1, "what")) {
		return // "Nobody said", "what they said"
	}
	switch {
	case s.quotedBefore(say), s.quotedAfter(say):
	case s.saidAs(say), s.ordered(say), s.reportedAfter(say), s.reportedBefore(say), s.denied(say):
	}
}

// isPassive tells whether a verb of saying is a participle with a form of "be".
func (s *scan) isPassive(verb int32) bool {
	if s.penn(verb) != extract.PennVBN {
		return false
	}
	if s.tree.Child(verb, extract.RelAuxPass, extract.RelNsubjPass, extract.RelOblAgent) >= 0 {
		return true
	}
	aux := s.tree.Child(verb, extract.RelAux, extract.RelCop)
	return aux >= 0 && s.doc.Tags[aux].Lemma == "be"
}

// isNegated tells whether a verb says that something is not said, or only
// might be.
func (s *scan) isNegated(say saying) bool {
	for _, child := range s.tree.Children(say.head) {
		if child < say.head && s.spanAt[child] == s.spanAt[say.head] && s.isAny(child, extract.RelAux, extract.RelAdvmod, extract.RelMark, extract.RelCc, extract.RelDet) &&
			(s.in(negations, child) || s.in(hypothetical, child)) {
			return true
		}
	}
	return s.in(negations, say.verb.Start-1)
}

// isQuestion tells whether the clause of a verb of saying ends in a question
// mark.
func (s *scan) isQuestion(say saying) bool { return s.doc.Is(say.bounds.End-1, "?") }

// findSpeaker finds whose words a verb reports: those of its subject, of the
// subject that it shares with the verb it hangs on, of the noun that it
// describes, of the agent of a passive. It is false when the verb reports
// nobody's words; the speaker stays empty when nobody is named.
func (s *scan) findSpeaker(say *saying) bool {
	if say.passive {
		return s.passiveSpeaker(say)
	}
	subject := s.nearestSubject(say.head)
	if subject < 0 {
		subject = s.invertedSubject(say)
	}
	if subject < 0 {
		subject = s.setOffSubject(say)
	}
	switch {
	case subject < 0:
		subject = s.sharedSubject(say)
	case subject >= 0 && s.in(relatives, subject) && s.isAny(say.head, extract.RelAclRelcl):
		subject = s.tree.Head(say.head)
	}
	if subject >= 0 {
		say.subject = subject
	}
	if subject >= 0 && say.speaker.Empty() {
		limit := say.head
		if who := s.tree.Child(say.head, extract.RelNsubj); who > subject && s.in(relatives, who) {
			limit = who // "Ann Lee, who said it"
		}
		say.speaker = s.phrase(subject, limit, s.around(subject, say.bounds))
		s.upToComma(say)
	}
	return !say.speaker.Empty()
}

// upToComma makes all that stands between a comma and a verb that ends its clause
// the speaker, where the tree takes only the last noun: "It fell, [analysts in
// both towns] say."
func (s *scan) upToComma(say *saying) {
	start := say.speaker.Start
	if say.speaker.End != say.verb.Start || !s.isPunct(say.verb.End) {
		return
	}
	for start > say.bounds.Start && start > say.speaker.Start-maxSource && (s.isNominal(start-1) || s.penn(start-1) == extract.PennIN || s.penn(start-1) == extract.PennPOS) {
		start--
	}
	if start == say.speaker.Start || !s.doc.Is(start-1, ",") || !s.isNominal(start) {
		return
	}
	r := extract.TokenRange{Start: start, End: say.speaker.End}
	for i := start; i < say.speaker.Start; i++ {
		if s.penn(i) == extract.PennIN && s.penn(i-1).IsNoun() {
			say.speaker, say.subject = r, i-1
			return
		}
	}
}

// nearestSubject returns the last subject before a verb, else the first after
// it.
func (s *scan) nearestSubject(verb int32) int32 {
	found := int32(extract.None)
	for _, child := range s.tree.Children(verb) {
		if s.isAny(child, extract.RelNsubj, extract.RelNsubjOuter) && (child < verb || found < 0) {
			found = child
		}
	}
	return found
}

// around returns the bounds of a speaker: those of its cue when it stands in
// them.
func (s *scan) around(subject int32, bounds extract.TokenRange) extract.TokenRange {
	if bounds.Contains(subject) {
		return bounds
	}
	return s.sentence
}

// sharedSubject returns the subject of a verb of saying that has none of its
// own.
func (s *scan) sharedSubject(say *saying) int32 {
	verb := say.head
	for range 4 {
		head := s.tree.Head(verb)
		if head < say.bounds.Start || head >= say.bounds.End {
			return extract.None
		}
		switch {
		case s.isAny(verb, extract.RelConj):
			say.rule = coordinated
			if !s.last.Empty() && s.lastBounds == say.bounds && s.penn(say.head).IsFinite() {
				say.speaker, say.subject = s.last, s.lastSubject
				return extract.None
			}
		case s.isAny(verb, extract.RelAdvcl, extract.RelParataxis) && s.penn(verb) == extract.PennVBG:
			say.rule = participle
			if s.tree.Child(verb, extract.RelMark) >= 0 && !s.doc.Is(s.tree.Child(verb, extract.RelMark), "by") {
				return extract.None
			}
		case s.isAny(verb, extract.RelAcl) && s.penn(verb) == extract.PennVBG:
			say.rule = describing
			return head
		case s.isAny(verb, extract.RelXcomp, extract.RelAdvcl) && s.lemmaIn(goingOn, head):
		case s.isAny(verb, extract.RelXcomp) && s.penn(verb).IsFinite(): // "emails released today suggest"
		default:
			return extract.None
		}
		if s.lemmaIn(goingOn, head) && s.tree.Child(head, extract.RelAux) >= 0 && s.penn(s.tree.Child(head, extract.RelAux)) == extract.PennMD {
			return extract.None
		}
		if subject := s.tree.Child(head, extract.RelNsubj, extract.RelNsubjOuter, extract.RelNsubjPass); subject >= 0 {
			if s.in(relatives, subject) && s.isAny(head, extract.RelAclRelcl) {
				return s.tree.Head(head)
			}
			return subject
		}
		verb = head
	}
	return extract.None
}

// invertedSubject returns the subject of "..., said Ann Lee" where the tree
// takes it for an object.
func (s *scan) invertedSubject(say *saying) int32 {
	before := say.verb.Start - 1
	if !s.penn(say.head).IsFinite() || before < say.bounds.Start || !s.doc.Is(before, ",") && !s.isMark(before) {
		return extract.None
	}
	if s.lemmaIn(toSomebody, say.head) || say.takes == infinitive {
		return extract.None
	}
	object := s.tree.Child(say.head, extract.RelObj, extract.RelIobj, extract.RelDep, extract.RelXcomp, extract.RelObl)
	if object < 0 || s.tree.Range(object).Start != say.verb.End || s.isAny(object, extract.RelObl) && s.tree.Child(object, extract.RelCase) >= 0 || !s.penn(object).IsNoun() && s.penn(object) != extract.PennPRP {
		return extract.None
	}
	if s.holdsClause(s.tree.Range(object)) {
		return extract.None
	}
	if end := s.tree.Range(object).End; end < say.bounds.End && (!s.isPunct(end) || s.opensSpan(end)) {
		return extract.None // "it fell, told reporters that"
	}
	return object
}

// holdsClause tells whether a range holds a finite verb that neither a comma
// nor a relative pronoun sets off: it is no noun phrase.
func (s *scan) holdsClause(r extract.TokenRange) bool {
	for i := r.Start; i < r.End && i < r.Start+maxSteps; i++ {
		if s.doc.Is(i, ",") || s.in(relatives, i) {
			return false
		}
		if s.penn(i).IsFinite() {
			return true
		}
	}
	return false
}

// setOffSubject returns the subject of a verb that the tree gives none: the
// name before what stands between commas ("Ann Lee, defending, told the judge")
// or all that stands between a comma and a verb that ends its clause ("It fell,
// a report by the town says").
func (s *scan) setOffSubject(say *saying) int32 {
	low := max(say.bounds.Start, say.verb.Start-maxSource*2)
	comma := say.verb.Start - 1
	parenthesis := s.doc.Is(comma, ",")
	if parenthesis {
		comma--
	}
	for comma >= low && !s.doc.Is(comma, ",") && !s.isMark(comma) {
		if s.penn(comma).IsFinite() {
			return extract.None
		}
		comma--
	}
	marked := s.isMark(comma) && say.verb.Len() == 1
	if comma < low || !marked && !s.isFinite(say.verb) {
		return extract.None
	}
	if !parenthesis {
		phrase := extract.TokenRange{Start: comma + 1, End: say.verb.Start}
		if head := s.topNoun(phrase); head >= 0 && (marked || s.isPunct(say.verb.End)) {
			say.speaker = phrase
			return head
		}
		return extract.None
	}
	if head := comma - 1; parenthesis && s.doc.Is(comma, ",") && head > low {
		if m := s.mentions[say.verb.Start-2]; m >= 0 && s.doc.Mentions[m].Kind == extract.Name && s.doc.Mentions[m].Start == comma+1 {
			if start := s.roleBefore(comma+1, say.bounds.Start); start <= head {
				say.speaker = extract.TokenRange{Start: start, End: say.verb.Start - 1}
				return s.doc.Mentions[m].Head // "“No,” [the mayor, Ann Lee], said"
			}
		}
	}
	if s.isMark(comma) || comma == low || s.mentions[comma-1] < 0 {
		return extract.None
	}
	m := s.doc.Mentions[s.mentions[comma-1]]
	if m.Kind != extract.Name || m.Type != extract.Person || m.End != comma || m.Start != say.bounds.Start && !s.isPunct(m.Start-1) {
		return extract.None
	}
	say.speaker = extract.TokenRange{Start: m.Start, End: s.trimEnd(m.Start, say.verb.Start)}
	return m.Head
}

// roleBefore returns the start of the noun phrase between a quotation mark and
// the comma before a name: "“No,” [the mayor], Ann Lee, said"; that of the name
// without one.
func (s *scan) roleBefore(name, low int32) int32 {
	i := name - 2
	if !s.doc.Is(name-1, ",") || i < low || !s.penn(i).IsNoun() {
		return name
	}
	for i > low && i > name-maxSource-2 && (s.isNominal(i-1) || s.penn(i-1) == extract.PennIN || s.penn(i-1) == extract.PennPOS) {
		i--
	}
	if s.isMark(i-1) && s.isNominal(i) {
		return i
	}
	return name
}

// topNoun returns the first noun of a range that hangs on none of its words;
// None when the range starts with no noun phrase.
func (s *scan) topNoun(r extract.TokenRange) int32 {
	if r.Empty() || !s.isNominal(r.Start) {
		return extract.None
	}
	for i := r.Start; i < r.End; i++ {
		if s.penn(i).IsNoun() && !r.Contains(s.tree.Head(i)) {
			return i
		}
	}
	return extract.None
}

// passiveSpeaker finds the agent of a passive; without one it is impersonal.
func (s *scan) passiveSpeaker(say *saying) bool {
	subject := s.tree.Child(say.head, extract.RelNsubjPass, extract.RelNsubj)
	about := subject >= 0 && subject < say.head && !s.doc.Is(subject, "it") && say.takes&(infinitive|ofClause) == 0
	if s.doc.Tags[say.head].Lemma == "know" || about && !s.lemmaIn(rumoured, say.head) && !s.lemmaIn(toSomebody, say.head) {
		return false // "It is known that": nobody says so; "He is expected to leave"
	}
	say.rule = impersonal
	if agent := s.tree.Child(say.head, extract.RelOblAgent); agent >= 0 {
		say.subject = agent
		say.speaker = s.phrase(agent, say.head, say.bounds)
	}
	return true
}
