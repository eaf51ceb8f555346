package claim

import "github.com/factline/factline/extract"

// widenSlots makes every slot that holds a part of a quantity or a date hold
// all of it, and drops the arguments that the object holds then.
func (s *scan) widenSlots(c *clause) {
	verbs := c.predicate[len(c.predicate)-1]
	if r := s.whole(c.subject); r.End <= c.verb.Start && !(c.rule == relativeClause && s.doc.Is(c.subject.Start-1, "of")) { // "one of [three companies] that dominate"
		c.subject = r
	}
	if !c.object.Empty() && c.object.Start >= verbs.End {
		c.object = s.whole(c.object)
		c.object.Start = max(c.object.Start, verbs.End)
		c.end = max(c.end, c.object.End)
	}
	if end := c.object.End; !c.object.Empty() && s.amountAt[end-1] >= 0 && s.in(dimensions, end) {
		c.object.End++ // "186 metres [thick]"
		c.end = max(c.end, c.object.End)
	}
	kept := c.arguments[:0]
	for _, a := range c.arguments {
		if r := s.whole(a.TokenRange); r.Start >= verbs.End {
			if c.object.Start <= r.Start {
				r.Start = min(a.End-1, max(r.Start, c.object.End))
			}
			a.TokenRange = r
			if a.preposition.Start < a.Start {
				a.preposition = extract.TokenRange{}
			}
			c.end = max(c.end, r.End)
		}
		if !c.object.Covers(a.TokenRange) && !(len(kept) > 0 && kept[len(kept)-1].Covers(a.TokenRange)) {
			kept = append(kept, a)
		}
	}
	c.arguments = kept
	s.splitScore(c)
	c.subject = s.balanced(c.subject)
	if r := c.subject; r.Len() > 2 && s.isMark(r.Start) && s.isMark(r.End-1) && !s.isMark(r.Start+1) {
		c.subject = extract.TokenRange{Start: r.Start + 1, End: r.End - 1}
	}
	c.object = s.balanced(c.object)
	for _, verbs := range c.predicate {
		switch {
		case !verbs.Overlaps(c.object):
		case c.object.Start < verbs.Start:
			c.object.End = verbs.Start
		default:
			c.object.Start = min(verbs.End, c.object.End)
		}
	}
	for i := range c.arguments {
		c.arguments[i].TokenRange = s.balanced(c.arguments[i].TokenRange)
	}
}

// balanced returns a range with both marks of a quotation where it held one.
func (s *scan) balanced(r extract.TokenRange) extract.TokenRange {
	odd := false
	for i := r.Start; i < r.End && i < r.Start+maxClause; i++ {
		if s.isMark(i) && (s.penn(i) != extract.PennPOS || s.isMark(r.Start-1)) {
			odd = !odd
		}
	}
	switch {
	case !odd:
	case s.isMark(r.End) && s.doc.SentenceAt(r.End) == s.doc.SentenceAt(r.Start):
		r.End++
	case s.isMark(r.Start-1) && s.doc.SentenceAt(r.Start-1) == s.doc.SentenceAt(r.Start):
		r.Start--
	case r.Len() > 1 && s.isMark(r.Start):
		r.Start++
	case r.Len() > 1 && s.isMark(r.End-1):
		r.End--
	}
	for r.Len() > 1 && s.doc.Is(r.End-1, ",") {
		r.End--
	}
	return r
}

// balance gives a claim the mark of a quotation that it lacks, and leaves out one
// whose other mark is far: "could be “a hundred[”]".
func (s *scan) balance(claim *extract.Claim, c *clause) {
	floor := max(claim.Predicate[len(claim.Predicate)-1].End, c.object.End)
	for _, a := range c.arguments {
		floor = max(floor, a.End)
	}
	last, marks := int32(extract.None), 0
	for i := claim.Start; i < claim.End && i < claim.Start+maxClause; i++ {
		if s.isMark(i) && s.penn(i) != extract.PennPOS {
			last = i
			marks++
		}
	}
	switch {
	case marks%2 == 0:
	case last == claim.End-1 && last >= floor:
		claim.End--
	case s.isMark(claim.End) && s.penn(claim.End) != extract.PennPOS && s.doc.SentenceAt(claim.End) == s.doc.SentenceAt(claim.Start):
		claim.End++
	case s.isMark(claim.Start-1) && s.doc.SentenceAt(claim.Start-1) == s.doc.SentenceAt(claim.Start):
		claim.Start--
	default:
		c.left = append(c.left, extract.TokenRange{Start: last, End: last + 1})
	}
	for claim.End > floor && s.doc.Is(claim.End-1, ",") {
		claim.End--
	}
}

// whole returns a range widened to the whole of the quantities, dates and
// spans of numbers ("1,204 to 988") that it cuts.
func (s *scan) whole(r extract.TokenRange) extract.TokenRange {
	if r.Empty() {
		return r
	}
	for _, i := range []int32{r.Start, r.End - 1} {
		if q := s.amountAt[i]; q >= 0 {
			r.Start, r.End = min(r.Start, s.doc.Quantities[q].Start), max(r.End, s.doc.Quantities[q].End)
		}
		if t := s.timexAt[i]; t >= 0 {
			r.Start, r.End = min(r.Start, s.doc.Timexes[t].Start), max(r.End, s.doc.Timexes[t].End)
		}
	}
	r.End = s.saidTwice(r.End)
	if s.penn(r.End-1) == extract.PennCD && s.penn(r.End+1) == extract.PennCD && s.doc.Is(r.End, "to") && !s.doc.Is(r.Start-1, "from") {
		r.End += 2
	}
	return r
}

// saidTwice returns where a phrase that ends at token end with an amount ends
// when the same is said in another way: "90 km [(56 miles)]", "by 19 votes[,
// 2,417 to 2,398]".
func (s *scan) saidTwice(end int32) int32 {
	if s.amountAt[end-1] < 0 || int(end)+1 >= len(s.doc.Tokens) || s.amountAt[end+1] < 0 || s.doc.Tokens[end].Class != extract.ClassPunct {
		return end
	}
	again := s.doc.Quantities[s.amountAt[end+1]]
	switch {
	case again.Start != end+1:
	case s.doc.Is(end, "(") && s.doc.Is(again.End, ")") && again.Kind != extract.Age:
		return again.End + 1
	case again.Kind == extract.Score && s.doc.Quantities[s.amountAt[end-1]].Kind == extract.Count && !s.doc.Is(end, "("):
		return again.End
	}
	return end
}

// splitScore parts the loser from the score: "beat Lee 1,204 to 988".
func (s *scan) splitScore(c *clause) {
	if c.object.Empty() {
		return
	}
	for _, m := range s.mentionsIn(extract.TokenRange{Start: c.object.Start, End: c.object.Start + 1}) {
		if m.Kind != extract.Name || m.End >= c.object.End || s.penn(m.End) != extract.PennCD {
			continue
		}
		score := extract.TokenRange{Start: m.End, End: c.object.End}
		c.object.End = m.End
		c.arguments = append([]argument{{TokenRange: score, role: extract.RoleOther}}, c.arguments...)
		return
	}
}
