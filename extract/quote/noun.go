package quote

import "github.com/factline/factline/extract"

// noun makes the quote of a noun of saying and the clause that tells what is
// said: "the minister's claim that prices fell".
func (s *scan) noun(i int32, entry cue) {
	bounds := s.bounds(i)
	clause := s.tree.Child(i, extract.RelAcl, extract.RelCcomp, extract.RelAclRelcl)
	if that := i + 1; clause < 0 && s.doc.Is(that, "that") && s.isAny(that, extract.RelMark) && !s.isAny(s.tree.Head(that), extract.RelCcomp) {
		clause = s.tree.Head(that) // hung on the verb before the noun
	}
	if clause <= i || !bounds.Contains(clause) || !s.isStatement(i, clause) {
		return
	}
	say := saying{cue: entry, verb: extract.TokenRange{Start: i, End: i + 1}, head: i, subject: extract.None, bounds: bounds}
	if owner := s.owner(i); owner >= 0 {
		say.subject = owner
		say.speaker = s.phrase(owner, i, bounds)
	}
	if say.speaker.Empty() && (entry.stance == extract.Reveal || entry.stance == extract.Deny) || s.isDenied(i) {
		return // "there is evidence that", "no claim that"
	}
	content := s.clauseFrom(s.tree.Range(clause).Start, clause, say)
	if content.Len() < 3 {
		return
	}
	s.add(say, nounCue, []extract.TokenRange{content}, say.verb)
}

// isStatement tells whether the clause after a noun says what is said: it
// starts with "that" and lacks nothing, unlike "the claim that he made".
func (s *scan) isStatement(noun, clause int32) bool {
	that := s.tree.Range(clause).Start
	if that != noun+1 || !s.doc.Is(that, "that") {
		return false
	}
	if s.isAny(that, extract.RelMark) {
		gap := s.lemmaIn(lending, clause) && s.tree.Child(clause, extract.RelObj) < 0 // "the claim that he made"
		return s.penn(that) == extract.PennIN && !gap
	}
	subject := s.tree.Child(clause, extract.RelNsubj, extract.RelNsubjPass)
	return subject == that && s.secondSubject(clause)
}

// secondSubject tells whether a clause has two subjects, of which one must be
// a "that" that the tree takes for a relative pronoun.
func (s *scan) secondSubject(clause int32) bool {
	subjects := 0
	for _, child := range s.tree.Children(clause) {
		if s.isAny(child, extract.RelNsubj, extract.RelNsubjPass) {
			subjects++
		}
	}
	return subjects > 1
}

// owner returns whose claim a claim is: "the minister's claim", "claims by the
// minister", "rejected his claim".
func (s *scan) owner(noun int32) int32 {
	if owner := s.tree.Child(noun, extract.RelNmodPoss); owner >= 0 {
		return owner
	}
	for _, child := range s.tree.Children(noun) {
		if child > noun && s.isAny(child, extract.RelNmod) {
			if by := s.tree.Child(child, extract.RelCase); s.doc.Is(by, "by") || s.doc.Is(by, "from") {
				return child
			}
		}
	}
	if verb := s.tree.Head(noun); verb >= 0 && s.isAny(noun, extract.RelObj) && s.lemmaIn(lending, verb) {
		return s.tree.Child(verb, extract.RelNsubj)
	}
	return extract.None
}

// isDenied tells whether a noun is said not to be: "no claim that".
func (s *scan) isDenied(noun int32) bool {
	det := s.tree.Child(noun, extract.RelDet)
	return det >= 0 && s.in(nobody, det)
}
