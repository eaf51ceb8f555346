package claim

import "github.com/factline/factline/extract"

// minLeftover is the fewest words of a sentence that is kept whole.
const minLeftover = 4

// leftovers returns the claims of sentences whose figures no clause holds, since
// the parser found no subject for them: whole, without slots, so that no number of
// the article is lost. "Albion drop to 17th, four points above the relegation
// zone" is one where "drop" was taken for a noun.
func (s *scan) leftovers() []extract.Claim {
	held := s.heldQuantities()
	stated := map[int][]int{} // claims with a verb, by their sentence
	for i, c := range s.doc.Claims {
		if len(c.Predicate) > 0 {
			k := s.doc.SentenceAt(c.Start)
			stated[k] = append(stated[k], i)
		}
	}
	var claims []extract.Claim
	for i := range s.doc.Quantities {
		q := &s.doc.Quantities[i]
		if held[i] || q.Kind == extract.Label {
			continue
		}
		r := s.wholeAround(q.TokenRange)
		if n := len(claims); r.Len() < minLeftover || n > 0 && claims[n-1].Covers(q.TokenRange) {
			continue
		}
		if s.widen(stated[s.doc.SentenceAt(q.Start)], r, q.Start) {
			continue
		}
		claims = append(claims, s.leftover(r))
	}
	return claims
}

// widen adds the rest of a clause with a figure to the last claim before it, when
// the rest has no verb of its own: "left for Muna, [a journey of 90 km]". It tells
// whether it did.
func (s *scan) widen(claims []int, r extract.TokenRange, figure int32) bool {
	var last *extract.Claim
	for _, i := range claims {
		if c := &s.doc.Claims[i]; r.Covers(c.TokenRange) && (last == nil || c.End > last.End || c.End == last.End && c.Start < last.Start) {
			last = c
		}
	}
	switch {
	case last == nil:
		return false
	case last.End >= r.End:
		return last.Covers(extract.TokenRange{Start: figure, End: figure + 1}) // with what was added for the figure before
	case last.End > figure || s.hasFinite(last.End, r.End):
		return false
	}
	rest := extract.TokenRange{Start: last.End, End: r.End}
	if s.doc.Is(rest.Start, ",") {
		rest.Start++
	}
	last.Arguments = append(last.Arguments, extract.Argument{Slot: extract.Slot{TokenRange: rest, Entity: extract.None}})
	last.End = r.End
	return true
}

// hasFinite tells whether there is a verb with a tense from one token to another.
func (s *scan) hasFinite(start, end int32) bool {
	for i := start; i < end; i++ {
		if s.penn(i).IsFinite() {
			return true
		}
	}
	return false
}

// heldQuantities tells of each quantity whether a claim holds it.
func (s *scan) heldQuantities() []bool {
	held := make([]bool, len(s.doc.Quantities))
	for i := range s.doc.Claims {
		c := &s.doc.Claims[i]
		for k := firstFrom(s.doc.Quantities, c.Start); k < len(held) && s.doc.Quantities[k].Start < c.End; k++ {
			if r := s.doc.Quantities[k].TokenRange; c.Covers(r) && !leavesOut(c, r) {
				held[k] = true
			}
		}
		if k := firstFrom(s.doc.Quantities, c.Start) - 1; k >= 0 && s.doc.Quantities[k].End > c.Start && s.doc.Quantities[k].End <= c.End && s.doc.Is(s.doc.Quantities[k].Start, "one") {
			held[k] = true // the "one of" of "one of [three companies that dominate]"
		}
	}
	return held
}

// wholeAround returns what is claimed around a figure: the content of the quote
// that holds it, in its sentence, or the sentence when nobody is quoted in it.
// Empty for questions, bylines and what stands beside a quotation.
func (s *scan) wholeAround(figure extract.TokenRange) extract.TokenRange {
	sentence := s.doc.Sentences[s.doc.SentenceAt(figure.Start)]
	if sentence.Role == extract.RoleByline || sentence.Role == extract.RoleDateline || sentence.Len() > maxClause || s.isQuestion(sentence.TokenRange) {
		return extract.TokenRange{}
	}
	r := sentence.TokenRange
	if q := s.quoteAt[figure.Start]; q >= 0 {
		for _, content := range s.doc.Quotes[q].Content {
			if content.Covers(figure) {
				r = extract.TokenRange{Start: max(r.Start, content.Start), End: min(r.End, content.End)}
			}
		}
	} else {
		for i := r.Start; i < r.End; i++ {
			if s.quoteAt[i] >= 0 || s.cueAt[i] >= 0 {
				return extract.TokenRange{}
			}
		}
	}
	return s.withoutFrame(s.betweenSemicolons(r, figure))
}

// betweenSemicolons cuts a range to the part around a figure that no semicolon
// parts from it: "Repairs cost €4,850; [most sent €5 each]".
func (s *scan) betweenSemicolons(r, figure extract.TokenRange) extract.TokenRange {
	for i := figure.End; i < r.End; i++ {
		if s.doc.Is(i, ";") {
			r.End = i
		}
	}
	for i := figure.Start - 1; i >= r.Start; i-- {
		if s.doc.Is(i, ";") {
			r.Start = i + 1
		}
	}
	return r
}

// withoutFrame leaves out the marks around a clause and a "that" before it.
func (s *scan) withoutFrame(r extract.TokenRange) extract.TokenRange {
	for r.Start < r.End && (s.isMark(r.Start) || s.doc.Is(r.Start, "that") && s.penn(r.Start) == extract.PennIN) {
		r.Start++
	}
	for r.End > r.Start && s.doc.Tokens[r.End-1].Class == extract.ClassPunct && !s.doc.Is(r.End-1, ")") && !s.doc.Is(r.End-1, "%") {
		r.End--
	}
	return r
}

// leftover makes the claim of a clause that is not taken apart. Its main word
// tells whether it is denied, and how it is meant.
func (s *scan) leftover(r extract.TokenRange) extract.Claim {
	head := max(s.headOf(r), r.Start)
	verb := extract.Chunk{TokenRange: extract.TokenRange{Start: head, End: head + 1}, Head: head}
	if group, ok := s.phraseAt(head, extract.VerbGroup); ok {
		verb = group
	}
	claim := extract.Claim{
		TokenRange:    r,
		Subject:       extract.Slot{Entity: extract.None},
		PredicateHead: head,
		Object:        extract.Slot{Entity: extract.None},
		Attribution:   s.attribution(r.Start),
		Rule:          rules[wholeSentence].name,
	}
	if cue := s.verbNegation(verb); !cue.Empty() {
		claim.Polarity, claim.PolarityCue = extract.Negative, cue
	}
	claim.Modality, claim.ModalityCue, _ = s.verbModality(verb)
	c := clause{}
	s.report(&c, &claim)
	s.substitute(&claim, &c)
	return claim
}
