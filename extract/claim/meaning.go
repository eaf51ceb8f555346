package claim

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

var (
	negating   = lexicon.NewSet("not", "n't", "never", "no", "neither", "nor", "hardly", "none", "nobody", "nothing", "nowhere")
	possible   = lexicon.NewSet("could", "might", "may")
	obligation = lexicon.NewSet("must", "should", "shall", "ought")
	judging    = lexicon.NewSet("be", "become", "seem", "remain", "look", "feel", "mark", "represent", "constitute")
	future     = lexicon.NewSet("will", "would", "'ll", "wo")
)

// polarity tells whether a clause is denied, and by which word: in its verb
// group, or by the "no" that opens its subject or object.
func (s *scan) polarity(c *clause) (extract.Polarity, extract.TokenRange) {
	for i := max(0, c.verb.Start-1); i < c.verb.End; i++ {
		if i < c.verb.Start && s.chunkAt[i] >= 0 {
			continue
		}
		if s.doc.Is(i, "no") && s.doc.Is(i+1, "longer") {
			return extract.Negative, extract.TokenRange{Start: i, End: i + 2}
		}
		if s.in(negating, i) && !(s.doc.Is(i, "not") && s.doc.Is(i+1, "only")) {
			return extract.Negative, extract.TokenRange{Start: i, End: i + 1}
		}
	}
	for _, slot := range []extract.TokenRange{c.subject, c.object} {
		for i := slot.Start; i < slot.End; i++ {
			if s.in(negating, i) {
				return extract.Negative, extract.TokenRange{Start: i, End: i + 1}
			}
			break
		}
	}
	if s.in(negating, c.verb.End) && c.end > c.verb.End {
		return extract.Negative, extract.TokenRange{Start: c.verb.End, End: c.verb.End + 1}
	}
	return extract.Positive, extract.TokenRange{}
}

// modality tells how a clause is put forward, and by which word: what is
// called good or bad is an opinion. What is wished for under a condition is conditional; "must" stays an obligation.
func (s *scan) modality(c *clause) (extract.Modality, extract.TokenRange) {
	if c.unknown {
		_, cue := s.polarity(c)
		return extract.Unknown, extract.TokenRange{Start: cue.Start, End: c.predicate[len(c.predicate)-1].End}
	}
	for i := c.verb.Start; i < c.verb.End; i++ {
		at := extract.TokenRange{Start: i, End: i + 1}
		switch {
		case s.in(possible, i):
			return extract.Possible, at
		case s.in(obligation, i):
			return extract.Obligation, at
		case s.in(future, i) && s.penn(i) == extract.PennMD:
			if cue := conditionOf(c); !cue.Empty() {
				return extract.Conditional, cue
			}
			return extract.Future, at
		case s.doc.Tags[i].Lemma == "have" && s.doc.Is(i+1, "to"):
			return extract.Obligation, extract.TokenRange{Start: i, End: i + 2}
		}
	}
	if cue := conditionOf(c); !cue.Empty() {
		return extract.Conditional, cue
	}
	if s.lemmaIn(judging, c.verb.Head) {
		for i := c.object.Start; i < c.object.End && i < c.object.Start+maxSteps; i++ {
			if s.in(s.words.opinion, i) {
				return extract.Opinion, extract.TokenRange{Start: i, End: i + 1}
			}
		}
	}
	return extract.Asserted, extract.TokenRange{}
}

// conditionOf returns the conjunction of the condition of a clause; empty when
// it has none.
func conditionOf(c *clause) extract.TokenRange {
	for _, a := range c.arguments {
		if a.role == extract.RoleCondition {
			return a.preposition
		}
	}
	return extract.TokenRange{}
}
