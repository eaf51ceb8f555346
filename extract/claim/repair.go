package claim

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/tree"
)

// repaired returns the arcs of a document without the mistakes of the parser
// that the chunks show: a base noun phrase has one head.
func (s *scan) repaired() []extract.Arc {
	arcs := tree.MendSpeech(s.doc).Arcs
	subject, copula, conjunction, cased := s.firstChildren(arcs)
	for i := range int32(len(arcs)) {
		s.verbAmongNouns(arcs, i)
		s.subjectBefore(arcs, i, subject)
		if cased[i] && s.penn(i) == extract.PennVBZ && (arcs[i].Relation == extract.RelNmod || arcs[i].Relation == extract.RelObl) {
			s.nounAsVerb(arcs, i)
		}
	}
	for i := range int32(len(arcs)) {
		s.repairClause(arcs, i, subject, cased, copula[i])
		switch arcs[i].Relation {
		case extract.RelObj:
			s.joinCompound(arcs, i)
		case extract.RelObl, extract.RelNmod, extract.RelAdvmod, extract.RelOblUnmarked:
			s.outOfBrackets(arcs, i)
		case extract.RelCcomp:
			s.gerundSubject(arcs, i)
		case extract.RelNsubj, extract.RelNsubjPass:
			s.contentClause(arcs, i)
			s.wholeSubject(arcs, i)
		case extract.RelConj, extract.RelParataxis, extract.RelAppos, extract.RelAcl, extract.RelAclRelcl:
			switch {
			case copula[i] && !subject[i] && !conjunction[i]:
				s.turnAround(arcs, i)
			case cased[i] && !conjunction[i] && arcs[i].Relation == extract.RelConj:
				s.notInList(arcs, i)
			case arcs[i].Relation == extract.RelConj:
				s.saidAgain(arcs, i)
			case arcs[i].Relation == extract.RelAppos:
				s.listOfThree(arcs, i)
				s.calledSo(arcs, i)
				s.afterLabel(arcs, i)
			case arcs[i].Relation == extract.RelAclRelcl && arcs[i].Head != extract.None && s.isAdjective(arcs[i].Head):
				arcs[i].Relation = extract.RelCcomp // "not clear who left"
			}
		}
	}
	return arcs
}

// firstChildren tells of each token whether a subject, a copula, a
// conjunction and a preposition hang on it.
func (s *scan) firstChildren(arcs []extract.Arc) (subject, copula, conjunction, cased []bool) {
	n := len(arcs)
	subject, copula, conjunction, cased = make([]bool, n), make([]bool, n), make([]bool, n), make([]bool, n)
	for _, arc := range arcs {
		switch {
		case arc.Head == extract.None:
		case isSubject(arc.Relation):
			subject[arc.Head] = true
		case arc.Relation == extract.RelCop:
			copula[arc.Head] = true
		case arc.Relation == extract.RelCc:
			conjunction[arc.Head] = true
		case arc.Relation == extract.RelCase:
			cased[arc.Head] = true
		}
	}
	return subject, copula, conjunction, cased
}

// joinCompound makes a noun, a participle and a noun without any determiner one
// compound: "delete [video sharing app TikTok] from their phones".
func (s *scan) joinCompound(arcs []extract.Arc, i int32) {
	participle := arcs[i].Head
	if participle < 1 || participle+1 != i || s.penn(participle) != extract.PennVBG || s.penn(participle-1) != extract.PennNN ||
		participle > 1 && (s.isNominal(participle-2) || s.isAdjective(participle-2) || s.penn(participle-2) == extract.PennPOS) {
		return
	}
	noun := participle - 1
	top := arcs[participle]
	if top.Head == noun {
		top = arcs[noun]
	}
	if top.Head == extract.None || !s.penn(top.Head).IsVerb() || arcs[top.Head].Head == i {
		return
	}
	for k := i + 1; int(k) < len(arcs) && k < i+maxSteps; k++ {
		if arcs[k].Head == participle {
			arcs[k].Head = top.Head
		}
	}
	arcs[i] = extract.Arc{Head: top.Head, Relation: extract.RelObj}
	arcs[noun] = extract.Arc{Head: i, Relation: extract.RelCompound}
	arcs[participle] = extract.Arc{Head: i, Relation: extract.RelAmod}
}

func (s *scan) sameChunk(a, b int32) bool {
	_, ok := s.phraseAt(a, extract.NounPhrase)
	return ok && s.chunkAt[a] == s.chunkAt[b]
}

// wholeSubject makes the noun phrase that a subject closes the subject, where
// the parser hung its first words on another head: "the account for [its
// service] Prime".
func (s *scan) wholeSubject(arcs []extract.Arc, i int32) {
	c, ok := s.phraseAt(i, extract.NounPhrase)
	top := c.Start
	for ok && top < i && arcs[top].Head != extract.None && s.sameChunk(arcs[top].Head, i) && arcs[top].Head > top {
		top = arcs[top].Head
	}
	if !ok || top >= i || arcs[top].Head == i {
		return
	}
	start := c.Start
	var links []int32 // what hangs on the phrase before it
	for range maxSteps {
		before, ok := s.phraseAt(start-2, extract.NounPhrase)
		if !ok || before.End != start-1 || s.penn(start-1) != extract.PennIN {
			break
		}
		links = append(links, top)
		top, start = before.Head, before.Start
	}
	verb := arcs[i].Head
	if s.penn(start-1) == extract.PennIN || s.timexAt[top] >= 0 || !isSubject(arcs[top].Relation) && arcs[top].Head == verb {
		return
	}
	if arcs[verb].Head == top {
		arcs[verb] = arcs[top]
	} else if s.hangsOn(arcs, verb, top) {
		return
	}
	arcs[top] = extract.Arc{Head: verb, Relation: arcs[i].Relation}
	for k, link := range links {
		arcs[link] = extract.Arc{Head: top, Relation: extract.RelNmod}
		if k+1 < len(links) {
			arcs[link].Head = links[k+1]
		}
	}
	arcs[i] = extract.Arc{Head: top, Relation: extract.RelFlat}
}

// hangsOn tells whether token i hangs on another; true when the way up is too
// long to tell.
func (s *scan) hangsOn(arcs []extract.Arc, i, other int32) bool {
	for range maxSteps {
		if i == extract.None || i == other {
			return i == other
		}
		i = arcs[i].Head
	}
	return true
}

// subjectBefore makes the noun right before a verb with a tense its subject,
// where the parser took it for the last of a list and left the verb without:
// "was cut in five places and [helicopters] were unable to land".
func (s *scan) subjectBefore(arcs []extract.Arc, verb int32, subject []bool) {
	noun := verb - 1
	if s.doc.Is(noun, "more") || s.doc.Is(noun, "others") {
		noun-- // "27 were killed and [dozens more] are missing"
	}
	if noun < 0 || !s.penn(verb).IsFinite() || arcs[noun].Relation != extract.RelConj && arcs[noun].Relation != extract.RelNmodUnmarked || !s.penn(noun).IsNoun() {
		return
	}
	head := verb
	switch arcs[verb].Relation {
	case extract.RelCop, extract.RelAux, extract.RelAuxPass:
		head = arcs[verb].Head
	}
	if subject[head] || arcs[noun].Head == head || s.hangsOn(arcs, head, noun) {
		return
	}
	if cc := s.nounStart(noun) - 1; arcs[noun].Relation == extract.RelConj && cc >= 0 && s.penn(cc) == extract.PennCC && arcs[cc].Head == noun && arcs[head].Relation == extract.RelAdvcl && arcs[head].Head < noun {
		arcs[cc].Head, arcs[head].Relation = head, extract.RelConj
	}
	arcs[noun] = extract.Arc{Head: head, Relation: extract.RelNsubj}
	subject[head] = true
}

// contentClause hangs a clause with "that" and a subject of its own on the verb,
// not on the noun before it: "said in court [that it had lost]".
func (s *scan) contentClause(arcs []extract.Arc, i int32) {
	that, clause := i, arcs[i].Head
	if !s.doc.Is(that, "that") || clause == extract.None || that > clause || arcs[clause].Relation != extract.RelAclRelcl {
		return
	}
	own := false
	for k := that + 1; k < clause && k < that+maxSteps; k++ {
		own = own || arcs[k].Head == clause && isSubject(arcs[k].Relation)
	}
	noun := arcs[clause].Head
	if !own || noun == extract.None || arcs[noun].Head == extract.None || !s.lemmaIn(saying, arcs[noun].Head) {
		return
	}
	arcs[clause] = extract.Arc{Head: arcs[noun].Head, Relation: extract.RelCcomp}
	arcs[that].Relation = extract.RelMark
}

// notInList hangs a phrase with a preposition and no "and" on the verb, not on
// the object: "banned TikTok, [alongside 58 apps]".
func (s *scan) notInList(arcs []extract.Arc, i int32) {
	noun := arcs[i].Head
	if noun == extract.None || !s.isNominal(noun) || !s.isNominal(i) || arcs[noun].Relation != extract.RelObj {
		return
	}
	arcs[i] = extract.Arc{Head: arcs[noun].Head, Relation: extract.RelObl}
}

// turnAround makes the noun before a predicate with "be" its subject, where the
// parser hung the predicate on the noun: "said [the email] was a mistake".
func (s *scan) turnAround(arcs []extract.Arc, i int32) {
	noun := arcs[i].Head
	if noun == extract.None || noun > i || !s.isNominal(noun) {
		return
	}
	arcs[i] = arcs[noun]
	if arcs[i].Relation == extract.RelObj {
		arcs[i].Relation = extract.RelCcomp
	}
	arcs[noun] = extract.Arc{Head: i, Relation: extract.RelNsubj}
}

// saidAgain hangs an amount after "or" on the amount right before it: "sold 300
// of its 400 cars, [or 75 per cent]".
func (s *scan) saidAgain(arcs []extract.Arc, i int32) {
	start := i
	if c, ok := s.phraseAt(i, extract.NounPhrase); ok {
		start = c.Start
	}
	if s.amountAt[start] < 0 {
		return
	}
	start = s.doc.Quantities[s.amountAt[start]].Start
	before := start - 2
	if s.doc.Is(before, ",") {
		before--
	}
	if !s.doc.Is(start-1, "or") || before < 0 || s.amountAt[before] < 0 {
		return
	}
	r := s.doc.Quantities[s.amountAt[before]].TokenRange
	for k := r.Start; k < r.End; k++ {
		if !r.Contains(arcs[k].Head) {
			if !s.hangsOn(arcs, k, i) {
				arcs[i].Head = k
			}
			return
		}
	}
}

// calledSo hangs quoted words after an object on the verb, not on the object:
// "calls the dam [“a danger to life”]".
func (s *scan) calledSo(arcs []extract.Arc, i int32) {
	object := arcs[i].Head
	c, ok := s.phraseAt(i, extract.NounPhrase)
	if object == extract.None || !ok || arcs[object].Relation != extract.RelObj || !s.isMark(c.Start-1) || s.doc.Is(c.Start-2, ",") {
		return
	}
	arcs[i] = extract.Arc{Head: arcs[object].Head, Relation: extract.RelXcomp}
}

// listOfThree makes the second of a list a member of it where the parser took
// it for a name of the first: "a boat, [a flat] and school fees".
func (s *scan) listOfThree(arcs []extract.Arc, i int32) {
	first := arcs[i].Head
	if first == extract.None || first > i || s.penn(first) == extract.PennNNP || s.amountAt[first] >= 0 || !s.isIndefinite(first) || !s.isIndefinite(i) {
		return
	}
	third := extract.None
	for k := i + 1; int(k) < len(arcs) && k < i+maxSteps; k++ {
		if arcs[k].Head == i && arcs[k].Relation == extract.RelConj && s.isNominal(k) {
			third = int(k)
		}
	}
	if third < 0 {
		return
	}
	for k := i + 1; k < int32(third); k++ {
		if s.penn(k) == extract.PennCC && arcs[k].Head == int32(third) && !s.isAmongNames(k) {
			arcs[i].Relation = extract.RelConj
			arcs[third].Head = first
			return
		}
	}
}

// isAmongNames tells whether what follows a conjunction is one word, as in "a
// friend, a teacher and poet".
func (s *scan) isAmongNames(and int32) bool {
	return s.penn(and+1) == extract.PennNN && (int(and+2) >= len(s.doc.Tokens) || s.doc.Tokens[and+2].Class == extract.ClassPunct)
}

// isIndefinite tells whether the noun phrase of token i is one of several of
// its kind: "a boat", "school fees".
func (s *scan) isIndefinite(i int32) bool {
	c, ok := s.phraseAt(i, extract.NounPhrase)
	if !ok || c.Head != i {
		return false
	}
	return s.doc.Is(c.Start, "a") || s.doc.Is(c.Start, "an") || s.penn(i) == extract.PennNNS && s.penn(c.Start) != extract.PennDT && s.penn(c.Start) != extract.PennPRPS
}

// outOfBrackets hangs what follows an amount in brackets on the amount before
// them: "90 km (56 miles) [east of Cusco]".
func (s *scan) outOfBrackets(arcs []extract.Arc, i int32) {
	amount := arcs[i].Head
	if amount == extract.None || amount > i || arcs[amount].Relation != extract.RelAppos || !s.doc.Is(amount+1, ")") || s.amountAt[amount] < 0 {
		return
	}
	arcs[i].Head = arcs[amount].Head
}

// gerundSubject makes a verb in -ing that opens a sentence the subject of the
// predicate that the parser hung on it: "[Moving the school] was dear".
func (s *scan) gerundSubject(arcs []extract.Arc, i int32) {
	gerund := arcs[i].Head
	if gerund == extract.None || gerund > i || arcs[gerund].Head != extract.None || s.penn(gerund) != extract.PennVBG {
		return
	}
	for k := gerund + 1; k < i && k < gerund+maxSteps; k++ {
		if arcs[k].Head == i && isSubject(arcs[k].Relation) {
			arcs[i], arcs[gerund] = arcs[gerund], extract.Arc{Head: i, Relation: extract.RelCsubj}
			arcs[k] = extract.Arc{Head: gerund, Relation: extract.RelObj}
			return
		}
	}
}

// verbAmongNouns makes a plural noun after "and" that an adverb or infinitive
// follows a verb: "has three shops on the coast and [posts] regularly", "will
// return in May and [hopes] to visit the town".
func (s *scan) verbAmongNouns(arcs []extract.Arc, i int32) {
	if arcs[i].Relation != extract.RelConj || s.penn(i) != extract.PennNNS || s.penn(i-1) != extract.PennCC {
		return
	}
	switch {
	case s.doc.Is(i+1, "to") && s.takesObject(i+2):
		arcs[i+2], arcs[i+1] = extract.Arc{Head: i, Relation: extract.RelXcomp}, extract.Arc{Head: i + 2, Relation: extract.RelMark}
		for k := i + 3; s.penn(i+2) != extract.PennVB && int(k) < len(arcs) && k < i+maxSteps; k++ {
			if arcs[k].Head < i && s.penn(k).IsNoun() && arcs[k].Head != extract.None {
				arcs[k] = extract.Arc{Head: i + 2, Relation: extract.RelObj}
				break
			}
		}
		s.retag(i+2, extract.PennVB)
	case s.penn(i+1) != extract.PennRB || int(i+2) < len(arcs) && s.doc.Tokens[i+2].Class != extract.ClassPunct:
		return
	}
	for steps, verb := 0, arcs[i].Head; verb != extract.None && steps < maxSteps; steps, verb = steps+1, arcs[verb].Head {
		if s.penn(verb).IsVerb() {
			s.retag(i, extract.PennVBZ)
			arcs[i].Head = verb
			return
		}
	}
}

// takesObject tells whether the word after "to" is an infinitive: tagged so, or
// a noun that another noun phrase follows.
func (s *scan) takesObject(i int32) bool {
	if s.penn(i) == extract.PennVB {
		return true
	}
	next := s.penn(i + 1)
	return s.penn(i) == extract.PennNN && (next == extract.PennDT || next == extract.PennPRPS || next == extract.PennCD || s.doc.Is(i+1, "at") && s.doc.Is(i+2, "least"))
}
