package claim

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// honorifics are titles that tell nothing of whoever bears them.
var honorifics = lexicon.NewSet("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof.", "sir", "dame", "lord", "lady", "rev", "rev.", "the")

// described is a name and what the article says of it without a verb.
type described struct {
	name        extract.Mention
	description extract.TokenRange
	head        int32
	rule        rule
}

// appositions returns the claims that stand beside names without a verb: "Mike
// Pompeo, [US Secretary of State]", "[Mayor] Ann Lee", "Tom Reed, [52]". Each is
// told once.
func (s *scan) appositions() []extract.Claim {
	type told struct {
		entity int32
		lemma  extract.Form
	}
	var claims []extract.Claim
	known := map[told]bool{}
	for _, m := range s.doc.Mentions {
		e := s.entityAt[m.Head]
		sentence := s.doc.Sentences[s.doc.SentenceAt(m.Start)]
		if m.Kind != extract.Name || e < 0 || sentence.Role == extract.RoleByline || sentence.Role == extract.RoleDateline {
			continue
		}
		for _, find := range []func(extract.Mention, extract.TokenRange) (described, bool){s.ageOf, s.after, s.before, s.titleOf} {
			d, ok := find(m, sentence.TokenRange)
			key := told{e, extract.FormOf(s.doc.Tags[max(0, d.head)].Lemma)}
			if ok && !known[key] {
				known[key] = true
				claims = append(claims, s.describe(&d))
			}
		}
	}
	return claims
}

// describe makes the claim of a name and its description. It has no predicate:
// the article has no words for it.
func (s *scan) describe(d *described) extract.Claim {
	c := clause{subject: d.name.TokenRange, object: d.description}
	if own := s.ownClause(d.description, d.head); own >= 0 {
		d.description.End = own // "a farmer [who lost his wife]" is a claim of its own
		d.description = s.cut(d.description, d.description)
	}
	if age := (extract.TokenRange{Start: d.name.End, End: d.description.Start - 1}); d.description.Start > d.name.End && age.Len() > 0 {
		c.left = append(c.left, age) // "Tom Reed[, 52], a farmer"
	}
	claim := extract.Claim{
		TokenRange:    union(d.name.TokenRange, d.description),
		Subject:       extract.Slot{TokenRange: d.name.TokenRange, Entity: s.entityOf(d.name.Head)},
		PredicateHead: d.head,
		Object:        extract.Slot{TokenRange: d.description, Entity: extract.None},
		Rule:          rules[d.rule].name,
	}
	if q := s.quoteAt[d.name.Head]; q >= 0 && s.doc.Quotes[q].Kind == extract.Direct {
		claim.Attribution = s.attribution(d.name.Head) // what indirect speech says of a name is the article's own
	}
	s.substitute(&claim, &c)
	return claim
}

// ageOf finds the age that follows the name of a person: "Tom Reed, [52],".
func (s *scan) ageOf(m extract.Mention, sentence extract.TokenRange) (described, bool) {
	next := m.End + 1
	if !s.doc.Is(m.End, ",") || next >= sentence.End || s.amountAt[next] < 0 || m.Type != extract.Person {
		return described{}, false
	}
	age := s.doc.Quantities[s.amountAt[next]]
	return described{m, age.TokenRange, age.Start, apposition}, age.Kind == extract.Age && s.closes(age.End)
}

// after finds the noun phrase that follows a name between commas, or its age.
func (s *scan) after(m extract.Mention, sentence extract.TokenRange) (described, bool) {
	next := m.End + 1
	if age, ok := s.ageOf(m, sentence); ok {
		next = age.description.End + 1
	}
	if !s.doc.Is(m.End, ",") || !s.doc.Is(next-1, ",") || next >= sentence.End {
		return described{}, false
	}
	c, ok := s.phraseAt(next, extract.NounPhrase)
	if !ok || !s.isDescription(c.Head) && !(s.doc.Is(c.Start, "a") || s.doc.Is(c.Start, "an")) || s.tree.Relation(c.Head) != extract.RelAppos || !m.Contains(s.tree.Head(c.Head)) {
		return described{}, false
	}
	if s.in(s.words.event, c.Head) && (m.Type == extract.Person || m.Type == extract.Place || m.Type == extract.Org) {
		return described{}, false // "moved to London, [a decision] that shocked fans"
	}
	r := s.cut(s.part(c.Head), sentence)
	return described{m, r, c.Head, apposition}, r.Start == next && r.Len() < maxSteps
}

// before finds the noun phrase that a name in apposition closes: "The dam's
// operator, [Vodarna]", "TikTok's owner [ByteDance]".
func (s *scan) before(m extract.Mention, sentence extract.TokenRange) (described, bool) {
	noun := s.tree.Head(m.Start)
	if s.tree.Relation(m.Start) != extract.RelAppos {
		noun = s.tree.Head(m.Head)
		if s.tree.Relation(m.Head) != extract.RelAppos {
			return described{}, false
		}
	}
	if noun < sentence.Start || noun >= m.Start || !s.isDescription(noun) {
		return described{}, false
	}
	r := s.part(noun)
	r.End = min(r.End, m.Start)
	if comma := s.commaAfterPhrase(r, noun); comma >= 0 {
		r.Start = comma + 1
	}
	for r.End > noun+1 && s.doc.Is(r.End-1, ",") {
		r.End--
	}
	return described{m, r, noun, apposition}, r.Contains(noun) && m.Start-r.End <= 1
}

// titleOf finds the nouns right before the name of a person: "[US Secretary of
// State] Mike Pompeo".
func (s *scan) titleOf(m extract.Mention, _ extract.TokenRange) (described, bool) {
	c, ok := s.phraseAt(m.Start, extract.NounPhrase)
	if !ok || m.Type != extract.Person || c.Start >= m.Start || c.End > m.End+1 {
		return described{}, false
	}
	r := extract.TokenRange{Start: c.Start, End: m.Start}
	if s.doc.Is(r.Start-1, "of") {
		if outer, ok := s.phraseAt(r.Start-2, extract.NounPhrase); ok && s.doc.Tokens[outer.Head].Class != extract.ClassLower {
			r.Start = outer.Start
		}
	}
	for r.Len() > 0 && s.in(honorifics, r.Start) {
		r.Start++
	}
	head := r.End - 1
	if r.Empty() || !s.penn(head).IsNoun() || s.in(honorifics, head) || !s.isDescription(head) && s.doc.Tokens[r.Start].Class == extract.ClassLower {
		return described{}, false
	}
	for i := r.Start; i < r.End; i++ {
		if s.doc.Tokens[i].Class == extract.ClassPunct || s.amountAt[i] >= 0 || s.penn(i) == extract.PennCC || s.timexAt[i] >= 0 {
			return described{}, false
		}
	}
	return described{m, r, head, title}, true
}

// isDescription tells whether a noun says what something is: no name, time or
// pronoun.
func (s *scan) isDescription(i int32) bool {
	return s.penn(i).IsNoun() && s.timexAt[i] < 0 && s.amountAt[i] < 0 && s.doc.Tokens[i].Class == extract.ClassLower
}

// closes tells whether a comma, a bracket or the end of a sentence stands at
// token i.
func (s *scan) closes(i int32) bool {
	return int(i) >= len(s.doc.Tokens) || s.doc.Tokens[i].Class == extract.ClassPunct && !s.doc.Is(i, "-")
}
