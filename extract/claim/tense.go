package claim

import "github.com/factline/factline/extract"

// isPast tells whether what is tagged a participle is a past tense: it has a
// subject and no auxiliary ("The slide struck the town"), or goes on after one
// ("left the town and [returned] in May").
func (s *scan) isPast(i int32) bool {
	if s.tree.Child(i, extract.RelAux, extract.RelAuxPass, extract.RelCop) >= 0 {
		return false
	}
	relation := s.tree.Relation(i)
	if s.tree.Child(i, extract.RelNsubj) >= 0 {
		return s.tree.Child(i, extract.RelObj) >= 0 || relation == extract.RelAdvcl ||
			relation == extract.RelCcomp && s.cueAt[s.tree.Head(i)] >= 0 ||
			relation == extract.RelRoot && s.doc.Sentences[s.doc.SentenceAt(i)].Role == extract.RoleBody
	}
	return relation == extract.RelConj && s.penn(s.tree.Head(i)) == extract.PennVBD
}

// isPresent tells whether what is tagged an infinitive is a present tense: it
// goes on after a verb with a tense, and no modal verb can reach it: "gained two
// seats and now [hold] six".
func (s *scan) isPresent(i int32) bool {
	if s.penn(i) != extract.PennVB || s.tree.Relation(i) != extract.RelConj || s.tree.Child(i, extract.RelAux, extract.RelMark) >= 0 {
		return false
	}
	if before := i - 1; s.penn(before) != extract.PennCC && !(s.isAdverb(before) && s.penn(before-1) == extract.PennCC) {
		return false // "a take-it-or-[leave]-it offer"
	}
	switch head := s.tree.Head(i); s.penn(head) {
	case extract.PennVBD, extract.PennVBP, extract.PennVBZ:
		return s.tree.Child(head, extract.RelXcomp) < 0
	}
	return false
}

// isSubjunctive tells whether an infinitive stands for what ought to be:
// "recommended that the bridge [be closed]".
func (s *scan) isSubjunctive(i int32) bool {
	if s.tree.Relation(i) != extract.RelCcomp || !s.doc.Is(s.tree.Child(i, extract.RelMark), "that") {
		return false
	}
	be := s.tree.Child(i, extract.RelAuxPass, extract.RelCop)
	return s.subjectOf(i) >= 0 && (s.penn(i) == extract.PennVB || be >= 0 && s.penn(be) == extract.PennVB)
}
