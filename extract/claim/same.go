package claim

import (
	"slices"

	"github.com/factline/factline/extract"
)

// maxAlike bounds the claims with one verb that are compared with each other,
// and leadSentences the sentences that a headline can sum up.
const (
	maxAlike      = 16
	leadSentences = 4
)

// findAlike lists the claims by the lemma of the verb that says most.
func (s *scan) findAlike() {
	s.alike = map[extract.Form][]int32{}
	for i := range s.doc.Claims {
		lemma := s.mainLemma(&s.doc.Claims[i])
		if at := s.alike[lemma]; len(at) < maxAlike {
			s.alike[lemma] = append(at, int32(i))
		}
	}
}

// addRepeats links the claims that say the same: "the email was a mistake" and
// "the email that was sent out was a mistake".
func (s *scan) addRepeats() {
	for i := range s.doc.Claims {
		c := &s.doc.Claims[i]
		for _, k := range s.alike[s.mainLemma(c)] {
			if other := &s.doc.Claims[k]; int(k) != i && s.repeatsClaim(c, other) {
				c.SameAs = append(c.SameAs, extract.ClaimIndex(k))
			}
		}
	}
}

// repeatsClaim tells whether two claims of different sentences say the same.
func (s *scan) repeatsClaim(a, b *extract.Claim) bool {
	first, second := s.doc.SentenceAt(a.PredicateHead), s.doc.SentenceAt(b.PredicateHead)
	if first == second || a.Polarity != b.Polarity || a.Modality != b.Modality {
		return false
	}
	if first > second {
		a, b, first, second = b, a, second, first
	}
	if s.doc.Sentences[first].Role == extract.RoleHeadline && second-first <= leadSentences && s.sumsUp(a, b) {
		return true
	}
	return s.sameSlots(a, b)
}

// sumsUp tells whether a headline with the verb of a claim is about the same
// event: both name the same two, or the same amount.
func (s *scan) sumsUp(headline, c *extract.Claim) bool {
	return s.sharedEntities(headline, c) >= 2 || s.sharesValue(headline, c)
}

func (s *scan) sharedEntities(a, b *extract.Claim) int {
	var known []int32
	for _, m := range s.mentionsIn(a.TokenRange) {
		if e := s.entityAt[m.Head]; e >= 0 && !slices.Contains(known, e) && len(known) < maxSteps {
			known = append(known, e)
		}
	}
	shared := 0
	for _, m := range s.mentionsIn(b.TokenRange) {
		if at := slices.Index(known, s.entityAt[m.Head]); at >= 0 {
			known[at] = extract.None
			shared++
		}
	}
	return shared
}

// sharesValue tells whether two claims hold an amount of the same value and
// unit.
func (s *scan) sharesValue(a, b *extract.Claim) bool {
	return slices.ContainsFunc(a.Quantities, func(q extract.QuantityIndex) bool { return s.holdsValue(b, q) })
}

// holdsValue tells whether a claim holds an amount as large as quantity q.
func (s *scan) holdsValue(c *extract.Claim, q extract.QuantityIndex) bool {
	one := s.doc.Quantities[q]
	return slices.ContainsFunc(c.Quantities, func(other extract.QuantityIndex) bool {
		o := s.doc.Quantities[other]
		return one.Value.Known && o.Value == one.Value && o.Unit == one.Unit
	})
}

// sameSlots tells whether two claims with the same verb are about the same
// subject and object, with no number or date of one that the other contradicts.
func (s *scan) sameSlots(a, b *extract.Claim) bool {
	return s.sameThing(a.Subject, b.Subject) && s.sameThing(a.Object, b.Object) &&
		(len(a.Quantities) == 0 || len(b.Quantities) == 0 || s.sharesValue(a, b)) &&
		(len(a.Timexes) == 0 || len(b.Timexes) == 0 || s.sharesDate(a, b))
}

func (s *scan) sharesDate(a, b *extract.Claim) bool {
	return slices.ContainsFunc(a.Timexes, func(t extract.TimexIndex) bool {
		return slices.ContainsFunc(b.Timexes, func(u extract.TimexIndex) bool { return s.doc.Timexes[t].Value == s.doc.Timexes[u].Value })
	})
}

// sameThing tells whether two slots mean one thing: the same entity, or the
// same noun where neither is one.
func (s *scan) sameThing(a, b extract.Slot) bool {
	if a.Empty() || b.Empty() {
		return false
	}
	if a.Entity >= 0 || b.Entity >= 0 {
		return a.Entity == b.Entity
	}
	first, second := s.headOf(a.TokenRange), s.headOf(b.TokenRange)
	return s.penn(first) != extract.PennPRP && s.penn(first) != extract.PennDT && s.doc.Tags[first].Lemma == s.doc.Tags[second].Lemma
}

// headOf returns the token of a range that hangs on none of its other tokens;
// the first such noun when there are several, None for the empty range.
func (s *scan) headOf(r extract.TokenRange) int32 {
	found := int32(extract.None)
	for i := r.Start; i < r.End && i < r.Start+maxSteps; i++ {
		if r.Contains(s.tree.Head(i)) || s.doc.Tokens[i].Class == extract.ClassPunct {
			continue
		}
		if s.isNominal(i) {
			return i
		}
		if found < 0 {
			found = i
		}
	}
	return found
}

// mainVerb returns the verb of a claim that says most, its last: "delete" of
// "has asked ... to delete".
func (s *scan) mainVerb(c *extract.Claim) int32 {
	for k := len(c.Predicate) - 1; k >= 0; k-- {
		for i := c.Predicate[k].End - 1; i >= c.Predicate[k].Start; i-- {
			if s.penn(i).IsVerb() {
				return i
			}
		}
	}
	return c.PredicateHead
}

func (s *scan) mainLemma(c *extract.Claim) extract.Form {
	return extract.FormOf(s.doc.Tags[s.mainVerb(c)].Lemma)
}
