package claim

import (
	"slices"

	"github.com/factline/factline/extract"
)

// findVerbs finds the words of the predicate: auxiliaries, "be", negation, the
// adverbs between them, the verb and its particle.
func (s *scan) findVerbs(c *clause) {
	c.verb.Head = c.head
	if cop := s.copulaOf(c.head); cop >= 0 {
		c.verb.Head = cop
	}
	c.main = c.verb.Head
	c.predicate = s.verbsOf(c.head)
	for _, r := range c.predicate {
		if r.Contains(c.verb.Head) {
			c.verb.TokenRange = extract.TokenRange{Start: r.Start, End: c.verb.Head + 1}
		}
	}
	for i := c.verb.Start; i+1 < c.verb.Head && i < c.verb.Start+maxSteps; i++ {
		if s.doc.Is(i, "yet") && s.doc.Is(i+1, "to") {
			c.yetTo = extract.TokenRange{Start: i, End: i + 2}
		}
	}
	for c.predicate[0].Start < c.verb.Head && s.in(linkingAdverbs, c.predicate[0].Start) {
		c.predicate[0].Start++
	}
	if first := c.predicate[0]; first.Empty() {
		c.predicate = c.predicate[1:]
	}
}

// copulaOf returns the "be" of a predicate that is no verb; None without one.
func (s *scan) copulaOf(i int32) int32 {
	if s.penn(i).IsVerb() {
		return extract.None // "was sent", its "was" read as the verb
	}
	return s.tree.Child(i, extract.RelCop)
}

// verbsOf returns the verbs of the predicate with head i, in parts where other
// words stand between them.
func (s *scan) verbsOf(i int32) []extract.TokenRange {
	var tokens []int32
	cop := s.copulaOf(i)
	main := i
	if cop >= 0 {
		main = cop
	}
	tokens = append(tokens, main)
	first := main
	for _, child := range s.tree.Children(i) {
		switch s.tree.Relation(child) {
		case extract.RelAux, extract.RelAuxPass, extract.RelCompoundPrt, extract.RelCop:
			if child != main {
				tokens = append(tokens, child)
			}
			if child < main {
				first = min(first, child)
			}
		}
	}
	for _, child := range s.tree.Children(i) {
		r := s.phrases[child]
		adverb := s.tree.Relation(child) == extract.RelAdvmod && r.Len() <= 3 && s.isAdverb(child) && s.timexAt[child] < 0
		between := first < child && child < main || r.End == first && child > 0
		if s.in(linkingAdverbs, child) {
			continue
		}
		if negated := s.in(negating, child) && child < i && !s.doc.Is(child+1, "only"); adverb && (between || negated || r.Start == main+1 && r.End == i) {
			if r.Start == main+1 && cop >= 0 && !negated && !s.in(knowingAdverbs, child) {
				continue // "was very high"
			}
			for k := r.Start; k < r.End; k++ {
				tokens = append(tokens, k)
			}
		} else if s.tree.Relation(child) == extract.RelMark && s.doc.Is(child, "to") && child+2 >= first && child < main {
			tokens = append(tokens, child)
		}
	}
	slices.Sort(tokens)
	var parts []extract.TokenRange
	for _, k := range slices.Compact(tokens) {
		if n := len(parts); n > 0 && parts[n-1].End == k {
			parts[n-1].End++
		} else {
			parts = append(parts, extract.TokenRange{Start: k, End: k + 1})
		}
	}
	return parts
}

// extend adds verbs to the predicate.
func (s *scan) extend(c *clause, parts []extract.TokenRange) {
	for _, r := range parts {
		last := &c.predicate[len(c.predicate)-1]
		switch {
		case r.Start < last.End:
		case last.End == r.Start, last.End+1 == r.Start && s.doc.Is(last.End, "yet"):
			last.End = r.End
		default:
			c.predicate = append(c.predicate, r)
		}
	}
}
