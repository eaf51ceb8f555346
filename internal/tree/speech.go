package tree

import (
	"slices"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// maxGap bounds the words between a verb and its subject, and maxReach those
// between two verbs, so that the time stays linear in the length of the text.
const (
	maxGap   = 8
	maxReach = 100
)

// Verbs with a clause but no hearer as object ("told [him]"), and what only
// people do, with words; "alone" are those of them that need no object.
var (
	saying = lexicon.NewSet("say", "add", "claim", "insist", "argue", "believe", "think", "announce", "confirm", "warn", "note", "explain", "admit", "state", "acknowledge", "estimate", "predict", "reveal", "suggest", "report", "write", "declare", "deny", "maintain", "stress", "allege")
	alone  = lexicon.NewSet("apologise", "apologize")
	acting = lexicon.NewSet("accuse", "blame", "criticise", "criticize", "urge", "thank", "promise", "vow", "pledge", "deny", "insist", "refuse", "decline", "praise", "warn", "demand", "apologise", "apologize", "condemn", "denounce", "dismiss", "predict", "admit", "acknowledge", "add", "say")
)

// MendSpeech returns a document whose arcs are without three mistakes that
// parsers make below verbs of saying: the subject of what is said taken for the
// object of the saying ("said [it] “fully accepts” the plan"), a clause about
// the subject taken for what is said ("said her client[, who had fallen ill,]
// may appeal"), and a second verb of saying taken for a part of what is said
// ("said it would have cost jobs and [accused] the firm of lying"). The document
// itself stays as it is.
func MendSpeech(doc *extract.Document) *extract.Document {
	mended := *doc
	mended.Arcs = slices.Clone(doc.Arcs)
	s := speech{&mended, New(doc)}
	for i := range int32(len(doc.Tokens)) {
		switch doc.Arcs[i].Relation {
		case extract.RelCcomp, extract.RelAppos:
			s.subjectOfSaid(i)
			s.relativeSaid(i)
		case extract.RelConj:
			s.secondSaying(i)
		}
	}
	return &mended
}

// speech is the work on one document; its tree is the one before.
type speech struct {
	doc  *extract.Document
	tree *Tree
}

func (s *speech) penn(i int32) extract.Penn { return s.doc.Tags[i].Penn }

func (s *speech) lemmaIn(set lexicon.Set, i int32) bool {
	return set.Has(extract.FormOf(s.doc.Tags[i].Lemma))
}

// hasSubject tells whether a subject hangs on token i.
func (s *speech) hasSubject(i int32) bool {
	return s.tree.Child(i, extract.RelNsubj, extract.RelNsubjPass, extract.RelNsubjOuter, extract.RelCsubj, extract.RelCsubjPass, extract.RelExpl) >= 0
}

// opening returns the first word of the verb group of token i: before its
// auxiliaries, adverbs and a quotation mark.
func (s *speech) opening(i int32) (first int32, finite bool) {
	first, finite = i, s.penn(i).IsFinite()
	for first > 0 && i-first < maxGap {
		before := first - 1
		switch s.doc.Arcs[before].Relation {
		case extract.RelAux, extract.RelAuxPass, extract.RelCop:
			finite = finite || s.penn(before).IsFinite()
		case extract.RelAdvmod:
		case extract.RelPunct:
			if s.doc.Is(before, ",") || s.doc.Is(before, "-") {
				return first, finite
			}
		default:
			return first, finite
		}
		if s.doc.Arcs[before].Head != i {
			return first, finite
		}
		first--
	}
	return first, finite
}

// subjectOfSaid makes the object of a verb of saying the subject of the clause
// after it: "said [it] “fully accepts” the plan", "added [the council] “deeply
// regrets” it".
func (s *speech) subjectOfSaid(verb int32) {
	noun := s.doc.Arcs[verb].Head
	if noun == extract.None || noun > verb || verb-noun > maxReach || s.hasSubject(verb) {
		return
	}
	if s.doc.Arcs[verb].Relation == extract.RelCcomp {
		noun = s.tree.Child(noun, extract.RelObj)
	}
	if noun < 0 || noun > verb || s.doc.Arcs[noun].Relation != extract.RelObj {
		return
	}
	say := s.doc.Arcs[noun].Head
	first, finite := s.opening(verb)
	end := noun + 1
	for _, child := range s.tree.Children(noun) {
		if child != verb {
			end = max(end, s.tree.Range(child).End)
		}
	}
	if !finite || say > noun || end != first || !s.lemmaIn(saying, say) {
		return
	}
	s.doc.Arcs[verb] = extract.Arc{Head: say, Relation: extract.RelCcomp}
	s.doc.Arcs[noun] = extract.Arc{Head: verb, Relation: extract.RelNsubj}
	if s.tree.Child(verb, extract.RelAuxPass) >= 0 {
		s.doc.Arcs[noun].Relation = extract.RelNsubjPass
	}
}

// relativeSaid gives what is said its main verb, where the parser took a clause
// about its subject for it: "said her client[, who had fallen ill,] may appeal".
func (s *speech) relativeSaid(verb int32) {
	who := s.tree.Child(verb, extract.RelNsubj, extract.RelNsubjPass)
	if s.doc.Arcs[verb].Relation != extract.RelCcomp || who < 2 || who > verb || s.penn(who) != extract.PennWP && s.penn(who) != extract.PennWDT || !s.doc.Is(who-1, ",") {
		return
	}
	say := s.doc.Arcs[verb].Head
	noun, main := who-2, s.tree.Child(verb, extract.RelParataxis)
	if say == extract.None || main < verb || verb-say > maxReach || s.doc.Arcs[noun] != (extract.Arc{Head: say, Relation: extract.RelObj}) || s.hasSubject(main) {
		return
	}
	if first, finite := s.opening(main); !finite || !s.doc.Is(first-1, ",") {
		return
	}
	s.doc.Arcs[verb] = extract.Arc{Head: noun, Relation: extract.RelAclRelcl}
	s.doc.Arcs[noun] = extract.Arc{Head: main, Relation: extract.RelNsubj}
	s.doc.Arcs[main] = extract.Arc{Head: say, Relation: extract.RelCcomp}
	for _, child := range s.tree.Children(verb) {
		if child > main && s.doc.Arcs[child].Relation == extract.RelConj {
			s.doc.Arcs[child].Head = main
		}
	}
}

// secondSaying hangs a verb of saying in the past tense on the one before it,
// not on a clause with an auxiliary or "be" that it cannot share: "said the
// road would be closed and [blamed] the council".
func (s *speech) secondSaying(verb int32) {
	said := s.doc.Arcs[verb].Head
	if p := s.penn(verb); p != extract.PennVBD && p != extract.PennVBN || said == extract.None || said > verb || verb-said > maxReach || !s.lemmaIn(acting, verb) ||
		s.doc.Arcs[said].Relation != extract.RelCcomp || s.hasSubject(verb) || s.tree.Child(verb, extract.RelAux, extract.RelAuxPass) >= 0 {
		return
	}
	say := s.doc.Arcs[said].Head
	active := s.tree.Child(verb, extract.RelObj, extract.RelXcomp, extract.RelCcomp) > verb || s.lemmaIn(alone, verb)
	borne := s.tree.Child(said, extract.RelAux, extract.RelAuxPass, extract.RelCop) >= 0 || s.doc.Is(said, "had")
	if say == extract.None || say > said || !active || !borne || !s.lemmaIn(saying, say) || s.penn(say) != extract.PennVBD {
		return
	}
	s.doc.Arcs[verb].Head = say
	for _, child := range s.tree.Children(said) {
		if child > verb && s.doc.Arcs[child].Relation == extract.RelPunct {
			s.doc.Arcs[child].Head = say // else what is said would reach over the second verb
		}
	}
}
