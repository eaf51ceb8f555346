package claim

import "github.com/factline/factline/extract"

// reduced returns the clauses of a sentence that stand in a noun phrase without
// their "which was": "an email [obtained by the Times] and [sent to staff]".
func (s *scan) reduced(sentence extract.Sentence) []clause {
	var found []clause
	for i := sentence.Start + 1; i < sentence.End; i++ {
		v, ok := s.phraseAt(i, extract.VerbGroup)
		if !ok || v.Start != i || v.Len() != 1 || s.penn(i) != extract.PennVBN && s.penn(i) != extract.PennVBD {
			continue
		}
		c := clause{verb: v, stated: true, rule: reducedRelative}
		switch {
		case s.doc.Is(v.End, "by") && s.penn(i) == extract.PennVBN:
			c.subject = s.phraseEnding(i-1, s.bounds(i, sentence.TokenRange).Start)
		case s.penn(i-1) == extract.PennCC && len(found) > 0 && found[len(found)-1].end == i-1:
			c.subject, c.shared = found[len(found)-1].subject, true
		}
		if c.subject.Empty() || s.in(negating, c.subject.Start) || s.isTime(c.subject) {
			continue
		}
		s.complete(&c, s.bounds(i, sentence.TokenRange))
		if !c.object.Empty() {
			found = append(found, c)
		}
	}
	return found
}
