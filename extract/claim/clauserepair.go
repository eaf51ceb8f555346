package claim

import (
	"slices"

	"github.com/factline/factline/extract"
)

// repairClause mends an arc by which the parser gave a part of one clause to
// another, or to none.
func (s *scan) repairClause(arcs []extract.Arc, i int32, subject, cased []bool, copula bool) {
	switch arcs[i].Relation {
	case extract.RelObj:
		if copula && subject[i] {
			arcs[i].Relation = extract.RelParataxis // "matters, and [it is volume]"
			return
		}
		s.nextSubject(arcs, i, subject)
	case extract.RelAppos:
		s.subjectAfterPhrase(arcs, i, subject)
	case extract.RelAdvmod:
		s.nameAsAdverb(arcs, i, subject)
	case extract.RelNummod:
		if cased[i] && s.timexAt[i] >= 0 {
			arcs[i].Relation = extract.RelObl // "[In 1998] it had been 250 metres"
		}
	case extract.RelPunct:
		s.wordAsPunctuation(arcs, i)
	case extract.RelParataxis:
		if cased[i] && s.isNominal(i) && arcs[i].Head != extract.None && arcs[i].Head < i && s.penn(arcs[i].Head).IsVerb() {
			arcs[i].Relation = extract.RelObl // "approved the tax, [by 55% to 45%]"
		}
	case extract.RelAcl:
		s.rootNoun(arcs, i)
	case extract.RelConj:
		if !subject[i] {
			s.beWithout(arcs, i)
			s.beforeVerb(arcs, i, subject)
		}
		if !subject[i] && !copula && !cased[i] {
			s.withObject(arcs, i)
			s.secondClause(arcs, i)
		}
	case extract.RelObl:
		if cased[i] {
			s.afterSemicolon(arcs, i)
		}
		if amount := arcs[i].Head; cased[i] && amount != extract.None && s.amountAt[amount] >= 0 && arcs[amount].Head != extract.None && s.penn(arcs[amount].Head).IsVerb() {
			arcs[i].Head = arcs[amount].Head // "goes up by a fifth [to £6]"
		} else if up := arcs[i].Head; up != extract.None && up < i && arcs[up].Relation == extract.RelCompoundPrt && arcs[up].Head != extract.None {
			arcs[i].Head = arcs[up].Head // "climbed it, up [from 12,050]"
		}
	}
}

// afterSemicolon hangs a phrase that opens a clause after a semicolon on its
// verb, not on the one before: "sank in 2018; [in 2009], a sinking killed 330".
func (s *scan) afterSemicolon(arcs []extract.Arc, i int32) {
	start := i
	if c, ok := s.phraseAt(i, extract.NounPhrase); ok {
		start = c.Start
	}
	if s.penn(start-1) == extract.PennIN {
		start--
	}
	if before := arcs[i].Head; before == extract.None || before > start || !s.doc.Is(start-1, ";") {
		return
	}
	for k := i + 1; int(k) < len(arcs) && k < i+maxSteps && !s.doc.Is(k, ";"); k++ {
		if arcs[k].Head == arcs[i].Head && s.penn(k).IsVerb() && (arcs[k].Relation == extract.RelParataxis || arcs[k].Relation == extract.RelConj) {
			arcs[i].Head = k
			return
		}
	}
}

// beforeVerb makes the noun after a conjunction the subject of the verb after it,
// where the parser took the conjunction for a preposition: "headed in a corner
// before [Ferreira], signed in January, curled home".
func (s *scan) beforeVerb(arcs []extract.Arc, verb int32, subject []bool) {
	head := arcs[verb].Head
	if s.penn(verb) != extract.PennVBD || subject[verb] || head == extract.None || head > verb || !s.doc.Is(verb-1, ",") {
		return
	}
	noun := int32(extract.None)
	for k := verb - 1; k > head && k > verb-maxSteps && noun < 0; k-- {
		if s.penn(k) == extract.PennCC {
			return
		}
		if arcs[k].Head == head && arcs[k].Relation == extract.RelObl && s.timexAt[k] < 0 && s.in(opensClause, s.nounStart(k)-1) {
			noun = k
		}
	}
	if noun < 0 {
		return
	}
	for k := noun + 1; k < verb-1; k++ {
		if !s.hangsOn(arcs, k, noun) && s.doc.Tokens[k].Class != extract.ClassPunct {
			return
		}
	}
	arcs[s.nounStart(noun)-1] = extract.Arc{Head: verb, Relation: extract.RelMark}
	arcs[noun] = extract.Arc{Head: verb, Relation: extract.RelNsubj}
	arcs[verb] = extract.Arc{Head: head, Relation: extract.RelAdvcl}
	subject[verb] = true
}

// nounStart returns where the noun phrase of token i starts.
func (s *scan) nounStart(i int32) int32 {
	if c, ok := s.phraseAt(i, extract.NounPhrase); ok {
		return c.Start
	}
	return i
}

// beWithout parts two clauses where the parser made the second subject one of a
// list: "slept in tents and [thousands were without water]".
func (s *scan) beWithout(arcs []extract.Arc, noun int32) {
	be, verb := noun+1, arcs[noun].Head
	if int(be+2) >= len(arcs) || arcs[be].Head > noun || arcs[be].Relation != extract.RelCop || !s.penn(be).IsFinite() || s.penn(be+1) != extract.PennIN {
		return
	}
	c, ok := s.phraseAt(be+2, extract.NounPhrase)
	for steps := 0; verb != extract.None && !s.penn(verb).IsVerb() && steps < maxSteps; steps++ {
		verb = arcs[verb].Head
	}
	if s.penn(be+2) == extract.PennVBG && s.penn(be+3).IsNoun() {
		c, ok = extract.Chunk{TokenRange: extract.TokenRange{Start: be + 2, End: be + 4}, Head: be + 3}, true // "without [drinking water]"
	}
	if !ok || c.Start != be+2 || verb == extract.None || verb > noun {
		return
	}
	predicate := c.Head
	for k := be; k < c.End; k++ {
		arcs[k] = extract.Arc{Head: predicate, Relation: extract.RelCompound}
	}
	arcs[be].Relation, arcs[be+1].Relation = extract.RelCop, extract.RelCase
	arcs[predicate] = extract.Arc{Head: verb, Relation: extract.RelConj}
	if arcs[noun-1].Head == noun && arcs[noun-1].Relation == extract.RelCc {
		arcs[noun-1].Head = predicate
	}
	arcs[noun] = extract.Arc{Head: predicate, Relation: extract.RelNsubj}
}

// nextSubject makes what the parser took for the object of a clause before a
// comma the subject of the main clause after it: "If it holds, [the number]
// would rise".
func (s *scan) nextSubject(arcs []extract.Arc, i int32, subject []bool) {
	before := arcs[i].Head
	if before == extract.None || before > i || arcs[before].Relation != extract.RelAdvcl {
		return
	}
	verb := arcs[before].Head
	if verb < i || subject[verb] || !s.penn(verb).IsVerb() {
		return
	}
	start := i
	if c, ok := s.phraseAt(i, extract.NounPhrase); ok {
		start = c.Start
	}
	if !s.doc.Is(start-1, ",") {
		return
	}
	arcs[i] = extract.Arc{Head: verb, Relation: extract.RelNsubj}
	subject[verb] = true
	for k := i + 1; k < verb && k < i+maxSteps; k++ {
		if arcs[k].Head == before {
			arcs[k].Head = i // "as a whole"
			if arcs[k].Relation == extract.RelConj {
				arcs[k].Relation = extract.RelAppos
			}
		}
	}
}

// nameAsAdverb makes a name at the start of a sentence the subject of the verb
// that it hangs on: "[Halden] now expects a profit".
func (s *scan) nameAsAdverb(arcs []extract.Arc, i int32, subject []bool) {
	verb := arcs[i].Head
	if verb <= i || subject[verb] || s.entityAt[i] < 0 || s.doc.Tokens[i].Class == extract.ClassLower || !s.penn(verb).IsFinite() {
		return
	}
	if sentence := s.doc.SentenceAt(i); s.doc.Sentences[sentence].Start == i {
		arcs[i].Relation, subject[verb] = extract.RelNsubj, true
	}
}

// wordAsPunctuation makes a noun that is no punctuation the object of its verb.
func (s *scan) wordAsPunctuation(arcs []extract.Arc, i int32) {
	verb := arcs[i].Head
	if !s.penn(i).IsNoun() || verb == extract.None || verb > i || !s.penn(verb).IsVerb() {
		return
	}
	for k := verb + 1; k < i && k < verb+maxSteps; k++ {
		if arcs[k].Head == verb && arcs[k].Relation == extract.RelObj {
			return
		}
	}
	arcs[i].Relation = extract.RelObj
}

// rootNoun makes the only verb of a sentence its predicate, where the parser
// made it describe a noun inside its subject: "[Lines of up to two hours]
// formed at the library".
func (s *scan) rootNoun(arcs []extract.Arc, verb int32) {
	if p := s.penn(verb); p != extract.PennVBD && p != extract.PennVBN {
		return
	}
	sentence := s.doc.Sentences[s.doc.SentenceAt(verb)]
	root := arcs[verb].Head
	for steps := 0; root != extract.None && arcs[root].Head != extract.None && steps < maxSteps; steps++ {
		root = arcs[root].Head
	}
	if root == extract.None || root > verb || arcs[verb].Head == root || !s.penn(root).IsNoun() || sentence.Role != extract.RoleBody ||
		arcs[verb].Head != verb-1 || s.doc.Is(verb+1, "by") {
		return
	}
	for k := sentence.Start; k < verb; k++ {
		if s.penn(k).IsFinite() || s.doc.Tokens[k].Class == extract.ClassPunct && !s.doc.Is(k, "-") {
			return
		}
	}
	if last := s.doc.Word(sentence.End - 1); last[len(last)-1] != '.' {
		return // a caption
	}
	arcs[verb] = extract.Arc{Head: extract.None, Relation: extract.RelRoot}
	arcs[root] = extract.Arc{Head: verb, Relation: extract.RelNsubj}
}

// withObject hangs a noun after "and" on the object right before it, where the
// parser hung it on the verb: "lost his wife and [two of his daughters]".
func (s *scan) withObject(arcs []extract.Arc, i int32) {
	verb := arcs[i].Head
	if verb == extract.None || verb > i || !s.penn(verb).IsVerb() || s.penn(i) != extract.PennCD && !s.penn(i).IsNoun() {
		return
	}
	start := i
	if c, ok := s.phraseAt(i, extract.NounPhrase); ok {
		start = c.Start
	}
	object := start - 2
	if object > verb && s.doc.Is(start-1, "and") && arcs[object].Head == verb && arcs[object].Relation == extract.RelObj {
		arcs[i].Head = object
	}
}

// secondClause parts two clauses of which the parser made one subject: "[Bills
// doubled to £28m] and wages added £9m". No list joins an amount of money with
// a noun that a verb follows.
func (s *scan) secondClause(arcs []extract.Arc, noun int32) {
	amount, verb := arcs[noun].Head, noun+1
	if amount == extract.None || s.amountAt[amount] < 0 || s.doc.Quantities[s.amountAt[amount]].Kind == extract.Count || int(verb) >= len(arcs) ||
		!s.penn(verb).IsFinite() || s.amountAt[noun] >= 0 {
		return
	}
	participle := arcs[amount].Head
	if participle == extract.None || arcs[participle].Relation != extract.RelAcl {
		return
	}
	first := arcs[participle].Head
	if first == extract.None || arcs[first].Head != verb || !isSubject(arcs[first].Relation) || s.penn(participle) == extract.PennVBG {
		return
	}
	arcs[participle] = arcs[verb]
	arcs[first] = extract.Arc{Head: participle, Relation: extract.RelNsubj}
	arcs[verb] = extract.Arc{Head: participle, Relation: extract.RelConj}
	arcs[noun] = extract.Arc{Head: verb, Relation: extract.RelNsubj}
	for k := amount; k < noun; k++ {
		if arcs[k].Head == noun && arcs[k].Relation == extract.RelCc {
			arcs[k].Head = verb
		}
	}
}

// nounAsVerb makes a plural noun after a preposition one again, where the tagger
// took it for a verb: "guilty of 12 of the fraud [charges]".
func (s *scan) nounAsVerb(arcs []extract.Arc, i int32) {
	for k := max(0, i-maxSteps); k < i; k++ {
		if arcs[k].Head == i && isSubject(arcs[k].Relation) {
			arcs[k].Relation = extract.RelCompound
		}
	}
	for k := i + 1; int(k) < len(arcs) && k < i+maxSteps; k++ {
		if arcs[k].Head == i && arcs[k].Relation == extract.RelObj && s.timexAt[k] >= 0 {
			arcs[k].Relation = extract.RelNmodUnmarked
		}
	}
	s.retag(i, extract.PennNNS)
}

// retag gives token i another tag; the document keeps its own.
func (s *scan) retag(i int32, tag extract.Penn) {
	if !s.retagged {
		s.tags, s.retagged = slices.Clone(s.tags), true
	}
	s.tags[i].Penn = tag
}

// afterLabel makes what follows a label and a colon the subject, where the parser
// took the label for it: "Lee: [Two of the gates] had rusted".
func (s *scan) afterLabel(arcs []extract.Arc, i int32) {
	label := arcs[i].Head
	start := i
	if c, ok := s.phraseAt(i, extract.NounPhrase); ok {
		start = c.Start
	}
	if label == extract.None || label > i || !s.doc.Is(start-1, ":") || !isSubject(arcs[label].Relation) {
		return
	}
	arcs[i] = arcs[label]
	arcs[label] = extract.Arc{Head: arcs[i].Head, Relation: extract.RelVocative}
}

// subjectAfterPhrase makes what the parser took for another name of the phrase
// before a comma the subject of a verb without one: "In the House of Commons,
// [the prime minister] called it a stain".
func (s *scan) subjectAfterPhrase(arcs []extract.Arc, i int32, subject []bool) {
	phrase := arcs[i].Head
	if phrase == extract.None || phrase > i || arcs[phrase].Relation != extract.RelObl || arcs[phrase].Head < i {
		return
	}
	verb := arcs[phrase].Head
	start := i
	if c, ok := s.phraseAt(i, extract.NounPhrase); ok {
		start = c.Start
	}
	if !subject[verb] && s.penn(verb).IsFinite() && s.doc.Is(start-1, ",") {
		arcs[i], subject[verb] = extract.Arc{Head: verb, Relation: extract.RelNsubj}, true
	}
}
