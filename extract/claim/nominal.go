package claim

import (
	"slices"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// Verbs whose object is a change that there was; after others there may be none
// ("expects a rise"), or it is their own claim ("reported a rise").
var presupposing = lexicon.NewSet("blame", "cite", "offset", "reflect", "follow", "lament", "welcome", "criticise", "criticize", "regret", "celebrate")

// nominals returns the claims that stand in a noun of change with its size: "a
// 12 per cent [rise] in rents to $1,400" says that rents rose.
func (s *scan) nominals() []extract.Claim {
	var claims []extract.Claim
	for i := range int32(len(s.doc.Tokens)) {
		if !s.penn(i).IsNoun() || !s.lemmaIn(s.words.change, i) || s.amountAt[i] >= 0 && s.doc.Quantities[s.amountAt[i]].Kind == extract.Count {
			continue
		}
		if role := s.doc.Sentences[s.doc.SentenceAt(i)].Role; role == extract.RoleByline || role == extract.RoleDateline {
			continue
		}
		if c, ok := s.nominal(i); ok {
			claims = append(claims, c)
		}
	}
	return claims
}

// nominal makes the claim of one noun of change; it is false without a size and
// something that changed, or when the clause around it says no more.
func (s *scan) nominal(noun int32) (extract.Claim, bool) {
	size, what := extract.TokenRange{}, int32(extract.None)
	var rest []int32
	for _, child := range s.parts(noun) {
		r := s.part(child)
		q := s.amountAt[child]
		switch p := s.preposition(child); {
		case q >= 0 && size.Empty() && (child < noun || s.doc.Is(p.Start, "of")) && s.doc.Quantities[q].Kind != extract.Length:
			size = s.doc.Quantities[q].TokenRange
		case child > noun && what < 0 && q < 0 && (s.doc.Is(p.Start, "in") || s.doc.Is(p.Start, "of")) && p.Len() == 1 && !s.isTime(r) && s.tree.Relation(child) == extract.RelNmod:
			what = child
		case child > noun && s.tree.Relation(child) == extract.RelNmod:
			rest = append(rest, child)
		}
	}
	if size.Empty() || what < 0 || size.Overlaps(s.part(what)) || s.isLight(noun) {
		return extract.Claim{}, false
	}
	subject, predicate := s.part(what), extract.TokenRange{Start: noun, End: noun + 1}
	claim := extract.Claim{
		TokenRange:    union(union(predicate, subject), size),
		Subject:       extract.Slot{TokenRange: subject, Entity: s.entityOf(what)},
		Predicate:     []extract.TokenRange{predicate},
		PredicateHead: noun,
		Object:        extract.Slot{TokenRange: size, Entity: extract.None},
		Attribution:   s.attribution(noun),
		Rule:          rules[nominalised].name,
	}
	if size.Contains(noun) || subject.Contains(noun) {
		return extract.Claim{}, false
	}
	for _, child := range rest {
		var found []argument
		s.takeOblique(child, &found)
		for _, a := range found {
			if a.Start < claim.End || a.Start > claim.End+1 {
				continue
			}
			claim.Arguments = append(claim.Arguments, extract.Argument{
				Slot: extract.Slot{TokenRange: a.TokenRange, Entity: s.entityOf(a.head)}, Role: a.role, Preposition: a.preposition})
			claim.End = a.End
		}
	}
	s.substitute(&claim, &clause{subject: subject, object: size})
	return claim, true
}

// parts returns what hangs on a noun of change, and on its size: "a rise of 12
// per cent [in rents]".
func (s *scan) parts(noun int32) []int32 {
	all := slices.Clone(s.tree.Children(noun))
	for _, child := range s.tree.Children(noun) {
		if child > noun && s.amountAt[child] >= 0 {
			all = append(all, s.tree.Children(child)...)
		}
	}
	return all
}

// isLight tells whether a noun of change is the object of a verb that tells of it
// by itself, or one that is denied or asked for.
func (s *scan) isLight(noun int32) bool {
	verb := s.tree.Head(noun)
	if verb == extract.None || s.clauseAt[noun] >= 0 {
		return true
	}
	if k := s.clauseAt[verb]; k >= 0 && (!s.clauses[k].stated || s.isDenied(&s.clauses[k])) {
		return true
	}
	switch s.tree.Relation(noun) {
	case extract.RelRoot, extract.RelConj, extract.RelAppos, extract.RelParataxis:
		return true
	case extract.RelObj:
		return !s.lemmaIn(presupposing, verb)
	}
	return isSubject(s.tree.Relation(noun)) && s.lemmaIn(copulas, verb) || s.asked[noun]
}
