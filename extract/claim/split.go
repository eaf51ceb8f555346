package claim

import (
	"slices"

	"github.com/factline/factline/extract"
)

// maxMembers bounds the lists that are split, so that the claims stay linear in
// the length of the text.
const maxMembers = 8

// split makes one clause of each member of a list in the subject or object:
// "Lee won [gold] and [silver]". A list that is meant as a whole stays one.
func (s *scan) split(c clause) []clause {
	all := []clause{c}
	if c.unknown || s.lemmaIn(collective, c.main) || s.doc.Is(c.predicate[len(c.predicate)-1].End-1, "between") {
		return all
	}
	if members := s.members(c.objectHead, c.object); len(members) > 0 {
		all = all[:0]
		for _, m := range members {
			d := c
			d.object, d.objectHead = m.TokenRange, m.head
			d.left = append(slices.Clone(c.left), rest(c.object, m.TokenRange)...)
			all = append(all, d)
		}
	}
	members := s.members(c.subjectHead, c.subject)
	if len(members) == 0 || len(members)*len(all) > maxMembers || c.verb.Head != c.head && s.penn(c.objectHead) == extract.PennNNS {
		return all
	}
	var split []clause
	for _, m := range members {
		for _, d := range all {
			d.subject, d.subjectHead = m.TokenRange, m.head
			if !c.shared {
				d.left = append(slices.Clone(d.left), rest(c.subject, m.TokenRange)...)
			}
			split = append(split, d)
		}
	}
	return split
}

// rest returns what a part leaves of a range, before and after it.
func rest(whole, part extract.TokenRange) []extract.TokenRange {
	var left []extract.TokenRange
	if whole.Start < part.Start {
		left = append(left, extract.TokenRange{Start: whole.Start, End: part.Start})
	}
	if part.End < whole.End {
		left = append(left, extract.TokenRange{Start: part.End, End: whole.End})
	}
	return left
}

// member is one phrase of a list.
type member struct {
	extract.TokenRange
	head int32
}

// members returns the members of the list that a phrase is; none when it is no
// list, or not one that holds of each of its members by itself: "Lee or Smith",
// "60 men and women", "both".
func (s *scan) members(head int32, phrase extract.TokenRange) []member {
	if head < 0 || phrase.Empty() || s.in(negating, phrase.Start) {
		return nil
	}
	list := []member{{phrase, head}}
	for i := phrase.Start; i < phrase.End && i < phrase.Start+maxSteps; i++ {
		if s.in(together, i) {
			return nil
		}
	}
	joined := false
	for _, child := range s.tree.Children(head) {
		r := s.tree.Relation(child)
		if r == extract.RelNummod && s.penn(child) == extract.PennCD && child > phrase.Start {
			return nil
		}
		if r != extract.RelConj || !phrase.Covers(s.phrases[child]) {
			continue
		}
		if s.sameName(head, child) {
			return nil
		}
		part := s.part(child)
		and := s.tree.Child(child, extract.RelCc)
		if s.tree.Child(child, extract.RelCop) >= 0 {
			continue // "were sleeping in tents and [thousands were without water]"
		}
		if !s.isNominal(child) || !s.isNominal(head) || child < head || and >= 0 && !s.doc.Is(and, "and") || s.amountAt[head] >= 0 && s.amountAt[head] == s.amountAt[child] ||
			s.amountAt[head] >= 0 && part.Len() == 1 || len(list) == maxMembers {
			return nil
		}
		joined = joined || and >= 0
		list = append(list, member{part, child})
	}
	if !joined {
		return nil
	}
	end := list[1].Start
	for end > head+1 && (s.penn(end-1) == extract.PennCC || s.doc.Tokens[end-1].Class == extract.ClassPunct && !s.isMark(end-1)) {
		end--
	}
	list[0].End = end
	return list
}

// sameName tells whether two tokens belong to one name: "the Competition and
// Markets Authority" is no list.
func (s *scan) sameName(a, b int32) bool {
	return slices.ContainsFunc(s.mentionsIn(extract.TokenRange{Start: a - maxSteps, End: a + 1}), func(m extract.Mention) bool {
		return m.Kind == extract.Name && m.Contains(a) && m.Contains(b)
	})
}

// trim takes out of the object what is a claim or an argument of its own: the
// clause that only adds to a definite noun, the phrases that close it.
func (s *scan) trim(c *clause) {
	if c.object.Empty() || c.objectHead < 0 || c.unknown || !c.object.Contains(c.objectHead) || s.penn(c.objectHead).IsVerb() {
		return
	}
	if own := s.ownClause(c.object, c.objectHead); own >= 0 {
		c.left = append(c.left, extract.TokenRange{Start: own, End: c.object.End})
		c.object.End = own
	}
	amount := s.amountAt[c.objectHead] >= 0 && s.doc.Quantities[s.amountAt[c.objectHead]].Kind != extract.Count
	c.arguments = append(s.lift(&c.object, c.objectHead, amount), c.arguments...)
	for i := 0; i < len(c.arguments); i++ {
		a := &c.arguments[i]
		fixed := a.head == a.preposition.End && s.penn(a.head) == extract.PennNN // "in [response] to"
		if a.head >= 0 && s.isOblique(a.head) && a.role != extract.RoleTime && !fixed {
			c.arguments = slices.Insert(c.arguments, i+1, s.lift(&c.arguments[i].TokenRange, a.head, false)...)
		}
	}
}

// ownClause returns the start of the clause that closes a noun phrase and is a
// claim of its own; None when there is none, or the phrase needs it.
func (s *scan) ownClause(r extract.TokenRange, head int32) int32 {
	for _, child := range s.tree.Children(head) {
		own := s.clauseAt[child]
		if relation := s.tree.Relation(child); s.phrases[child].End != r.End || child < head || own < 0 || relation != extract.RelAcl && relation != extract.RelAclRelcl {
			continue
		}
		if c := s.clauses[own]; s.isDefinite(r, head) && s.isClaim(&c) && s.agrees(&c) && s.phrases[child].Start > head {
			return s.phrases[child].Start
		}
	}
	return extract.None
}

// lift takes the phrases that close a noun phrase out of it; only the times out
// of an amount: "30 per cent below the peak [in May]".
func (s *scan) lift(r *extract.TokenRange, head int32, amount bool) []argument {
	var lifted []argument
	children := s.tree.Children(head)
	for k := len(children) - 1; k >= 0 && children[k] > head; k-- {
		phrase := s.phrases[children[k]]
		if s.tree.Relation(children[k]) != extract.RelNmod || phrase.End != r.End || phrase.Start <= head {
			continue
		}
		if a, ok := s.closing(children[k], phrase); ok && (!amount || a.role == extract.RoleTime) {
			r.End = phrase.Start
			lifted = append(lifted, a)
		}
	}
	slices.Reverse(lifted)
	return lifted
}

// closing returns the argument that a phrase after a noun is; a phrase with
// "of" belongs to the noun, and so does one with a number.
func (s *scan) closing(child int32, r extract.TokenRange) (argument, bool) {
	p := s.preposition(child)
	row, _, ok := s.words.prepositions.Longest(s.doc, p.Start)
	if !ok || p.Empty() || p.Start != r.Start || s.doc.Is(p.Start, "of") || s.doc.Is(p.Start, "between") || s.amountAt[p.Start] >= 0 {
		return argument{}, false
	}
	a := argument{r, child, s.words.roles[row], p}
	if s.isTime(extract.TokenRange{Start: p.End, End: r.End}) {
		a.role = extract.RoleTime
		return a, true
	}
	return a, s.amountAt[child] < 0
}

// isDefinite tells whether a noun phrase means something by itself, without the
// clause that describes it: "a letter", "the mayor", "Lee", but not "devices",
// "any letter", "the first letter".
func (s *scan) isDefinite(r extract.TokenRange, head int32) bool {
	if p := s.penn(head); p == extract.PennNNP || p == extract.PennNNPS {
		return true
	}
	for i := r.Start; i < head && i < r.Start+maxSteps; i++ {
		if s.in(selecting, i) || s.penn(i) == extract.PennJJS {
			return false
		}
	}
	return s.in(articles, r.Start) || s.penn(r.Start) == extract.PennPRPS || s.quantityAt[r.Start] >= 0
}
