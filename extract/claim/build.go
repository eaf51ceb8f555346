package claim

import (
	"slices"

	"github.com/factline/factline/extract"
)

// build makes the claim of a clause.
func (s *scan) build(c *clause) extract.Claim {
	s.objectFromAdverb(c)
	s.widenSlots(c)
	claim := extract.Claim{
		TokenRange:    union(extract.TokenRange{Start: c.predicate[0].Start, End: c.end}, c.object),
		Subject:       extract.Slot{TokenRange: c.subject, Entity: s.entityOf(c.subjectHead)},
		Predicate:     c.predicate,
		PredicateHead: c.verb.Head,
		Object:        extract.Slot{TokenRange: c.object, Entity: s.entityOf(c.objectHead)},
		Attribution:   s.attribution(c.verb.Head),
	}
	if s.isHearsay(c) {
		claim.Attribution = s.attribution(c.main)
	}
	for _, a := range c.arguments {
		claim.Arguments = append(claim.Arguments, extract.Argument{
			Slot: extract.Slot{TokenRange: a.TokenRange, Entity: s.entityOf(a.head)}, Role: a.role, Preposition: a.preposition})
		claim.Start, claim.End = min(claim.Start, a.Start), max(claim.End, a.End)
	}
	if slices.ContainsFunc(c.arguments, func(a argument) bool { return a.role == extract.RoleTime }) {
		c.front = nil
	}
	for _, a := range c.front {
		claim.Arguments = append(claim.Arguments, extract.Argument{
			Slot: extract.Slot{TokenRange: a.TokenRange, Entity: extract.None}, Role: a.role, Preposition: a.preposition})
	}
	for _, slot := range []extract.TokenRange{c.object, c.subject} {
		if !slot.Empty() && !(c.shared && slot == c.subject) {
			claim.Start, claim.End = min(claim.Start, slot.Start), max(claim.End, slot.End)
		}
	}
	if c.unknown {
		claim.Start = min(claim.Start, c.expletive.Start)
	}
	var polarity, modality rule
	claim.Polarity, claim.PolarityCue, polarity = s.polarity(c)
	claim.Modality, claim.ModalityCue, modality = s.modality(c)
	claim.Rule = rules[c.rule].name
	for _, found := range []rule{polarity, modality, s.report(c, &claim)} {
		if found != noRule {
			claim.Rule += "; " + rules[found].name
		}
	}
	s.balance(&claim, c)
	s.substitute(&claim, c)
	return claim
}

// objectFromAdverb moves an adverb that is all that follows a verb into the
// object: "posts regularly".
func (s *scan) objectFromAdverb(c *clause) {
	last := c.predicate[len(c.predicate)-1]
	if c.object.Empty() && len(c.arguments) == 1 && c.arguments[0].role == extract.RoleManner &&
		c.arguments[0].preposition.Empty() && c.arguments[0].Start == last.End {
		c.object = c.arguments[0].TokenRange
		c.arguments = nil
	}
}

// attribution returns the quotes whose content holds a token, outermost first.
func (s *scan) attribution(token int32) []extract.QuoteIndex {
	var chain []extract.QuoteIndex
	for q := s.quoteAt[token]; q >= 0 && len(chain) < maxDepth; q = s.parent[q] {
		chain = append(chain, extract.QuoteIndex(q))
	}
	slices.Reverse(chain)
	return chain
}

// mentionsIn returns the mentions that start in a range.
func (s *scan) mentionsIn(r extract.TokenRange) []extract.Mention {
	return within(s.doc.Mentions, r)
}

// within returns the part of a layer that starts in a range.
func within[T interface{ Range() extract.TokenRange }](layer []T, r extract.TokenRange) []T {
	first, last := firstFrom(layer, r.Start), firstFrom(layer, r.End)
	return layer[first:last]
}

// firstFrom returns the index of the first annotation that starts at token
// start or later.
func firstFrom[T interface{ Range() extract.TokenRange }](layer []T, start int32) int {
	i, _ := slices.BinarySearchFunc(layer, start, func(a T, start int32) int { return int(a.Range().Start) - int(start) })
	return i
}

// addReferences fills in what is counted and dated in each claim, and scores
// it.
func (s *scan) addReferences() {
	for i := range s.doc.Claims {
		c := &s.doc.Claims[i]
		for k := firstFrom(s.doc.Quantities, c.Start); k < len(s.doc.Quantities) && s.doc.Quantities[k].Start < c.End; k++ {
			if r := s.doc.Quantities[k].TokenRange; c.Covers(r) && !leavesOut(c, r) {
				c.Quantities = append(c.Quantities, extract.QuantityIndex(k))
			}
		}
		for _, a := range c.Arguments {
			for k := firstFrom(s.doc.Timexes, a.Start); !c.Covers(a.TokenRange) && k < len(s.doc.Timexes) && s.doc.Timexes[k].Start < a.End; k++ {
				c.Timexes = append(c.Timexes, extract.TimexIndex(k)) // the time before a subject that it shares
			}
		}
		for k := firstFrom(s.doc.Timexes, c.Start); k < len(s.doc.Timexes) && s.doc.Timexes[k].Start < c.End; k++ {
			if r := s.doc.Timexes[k].TokenRange; c.Covers(r) && !leavesOut(c, r) {
				c.Timexes = append(c.Timexes, extract.TimexIndex(k))
			}
		}
		s.score(c)
	}
}

// leavesOut tells whether the words of a range are none of the claim's.
func leavesOut(c *extract.Claim, r extract.TokenRange) bool {
	return slices.ContainsFunc(c.Substitutions, func(left extract.Substitution) bool {
		return left.Entity == extract.None && !left.Keep && left.Covers(r)
	})
}
