package claim

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

var (
	negating   = lexicon.NewSet("not", "n't", "never", "no", "neither", "nor", "hardly", "scarcely", "none", "nobody", "nothing", "nowhere")
	possible   = lexicon.NewSet("could", "might", "may", "can", "ca")
	obligation = lexicon.NewSet("must", "should", "shall", "ought")
	judging    = lexicon.NewSet("be", "become", "seem", "remain", "look", "feel", "mark", "represent", "constitute")
	future     = lexicon.NewSet("will", "'ll", "wo")
	expected   = lexicon.NewSet("expected", "due", "set", "scheduled", "going", "poised", "slated", "forecast", "projected", "predicted")
	likely     = lexicon.NewSet("likely", "unlikely", "believed", "thought", "alleged", "feared", "rumoured", "rumored", "suspected", "reported", "claimed", "reputed", "understood")
	doubting   = lexicon.NewSet("doubt", "question")
	hedging    = lexicon.NewSet("allegedly", "reportedly", "apparently", "possibly", "perhaps", "maybe", "probably", "supposedly", "purportedly", "seemingly")
	recurring  = lexicon.NewSet("when", "whenever", "once", "until", "till")
)

// polarity tells whether a clause is denied, by which word and by which rule:
// in its verb group, or by the "no" that opens its subject or object.
func (s *scan) polarity(c *clause) (extract.Polarity, extract.TokenRange, rule) {
	if cue := s.verbNegation(c.verb); !cue.Empty() {
		return extract.Negative, cue, verbNegation
	}
	if cue := s.verbNegation(extract.Chunk{TokenRange: c.predicate[0]}); !cue.Empty() && c.predicate[0].End < c.verb.End {
		return extract.Negative, cue, verbNegation // "Never did the firm pay"
	}
	if !c.yetTo.Empty() {
		return extract.Negative, c.yetTo, yetTo
	}
	for _, slot := range []extract.TokenRange{c.subject, c.object} {
		i := slot.Start
		if s.isMark(i) {
			i++
		}
		if !slot.Empty() && s.in(negating, i) {
			return extract.Negative, extract.TokenRange{Start: i, End: i + 1}, slotNegation
		}
	}
	if s.in(negating, c.verb.End) && c.end > c.verb.End && !s.doc.Is(c.verb.End+1, "only") {
		return extract.Negative, extract.TokenRange{Start: c.verb.End, End: c.verb.End + 1}, verbNegation
	}
	if c.sharesNot {
		if cue := s.verbNegation(c.lender); !cue.Empty() {
			return extract.Negative, cue, sharedNegation
		}
	}
	return extract.Positive, extract.TokenRange{}, noRule
}

// verbNegation returns the word that denies a verb group, in it or right
// before it; empty for none.
func (s *scan) verbNegation(v extract.Chunk) extract.TokenRange {
	for i := max(0, v.Start-1, v.End-maxSteps); i < v.End; i++ {
		if _, ok := s.phraseAt(i, extract.NounPhrase); i < v.Start && ok {
			continue
		}
		if s.doc.Is(i, "no") && s.doc.Is(i+1, "longer") {
			return extract.TokenRange{Start: i, End: i + 2}
		}
		if s.in(negating, i) && !(s.doc.Is(i, "not") && s.doc.Is(i+1, "only")) {
			return extract.TokenRange{Start: i, End: i + 1}
		}
	}
	return extract.TokenRange{}
}

// modality tells how a clause is put forward, by which word and by which rule.
// What is wished for under a condition is conditional; "must" stays an
// obligation; what is called good or bad is an opinion.
func (s *scan) modality(c *clause) (extract.Modality, extract.TokenRange, rule) {
	if c.unknown {
		end := c.predicate[len(c.predicate)-1].End
		start := end - 1 // "unclear"
		if _, cue, _ := s.polarity(c); !cue.Empty() {
			start = cue.Start // "not yet known"
		}
		return extract.Unknown, extract.TokenRange{Start: start, End: end}, unknownQuestion
	}
	m, cue, found := s.verbModality(c.verb)
	if found == noRule {
		m, cue, found = s.verbModality(extract.Chunk{TokenRange: c.predicate[0]})
	}
	if found == noRule {
		m, cue, found = s.outlook(c)
	}
	if found == noRule {
		m, cue, found = s.hedge(c)
	}
	if found == noRule && c.sharesModal {
		if m, cue, found = s.verbModality(c.lender); found != noRule {
			found = sharedModal
		}
	}
	if found == noRule || m == extract.Future || m == extract.Conditional {
		if cue := conditionOf(c); !cue.Empty() {
			return extract.Conditional, cue, withCondition
		}
	}
	if found == modalConditional && s.quoteAt[c.verb.Head] >= 0 {
		return extract.Future, cue, modalFuture // the "will" of reported speech
	}
	if found != noRule {
		return m, cue, found
	}
	if s.recurs(c) {
		return extract.Conditional, c.markedAt, recurringTime
	}
	if s.lemmaIn(judging, c.verb.Head) {
		for i := c.verb.End; i < c.object.End && i < c.verb.End+maxSteps; i++ {
			if s.in(s.words.opinion, i) {
				return extract.Opinion, extract.TokenRange{Start: i, End: i + 1}, judgement
			}
		}
	}
	return extract.Asserted, extract.TokenRange{}, noRule
}

// verbModality tells what the auxiliaries of a verb group make of it.
func (s *scan) verbModality(v extract.Chunk) (extract.Modality, extract.TokenRange, rule) {
	for i := v.Start; i < v.End; i++ {
		at := extract.TokenRange{Start: i, End: i + 1}
		modal := s.penn(i) == extract.PennMD
		switch {
		case s.in(possible, i) && modal:
			return extract.Possible, at, modalPossible
		case s.in(obligation, i):
			return extract.Obligation, at, modalObligation
		case s.in(future, i) && modal:
			return extract.Future, at, modalFuture
		case (s.doc.Is(i, "would") || s.doc.Is(i, "'d")) && modal:
			return extract.Conditional, at, modalConditional
		case s.doc.Tags[i].Lemma == "have" && s.doc.Is(i+1, "to"):
			return extract.Obligation, extract.TokenRange{Start: i, End: i + 2}, modalObligation
		}
	}
	return extract.Asserted, extract.TokenRange{}, noRule
}

// outlook tells what a predicate makes of its infinitive: "is expected to
// rise", "is likely to fall".
func (s *scan) outlook(c *clause) (extract.Modality, extract.TokenRange, rule) {
	last := c.predicate[len(c.predicate)-1]
	for i := c.verb.Start; i+1 < last.End && i < c.verb.Start+maxSteps; i++ {
		if !s.doc.Is(i+1, "to") {
			continue
		}
		at := extract.TokenRange{Start: i, End: i + 2}
		if s.in(expected, i) {
			return extract.Future, at, expectedTo
		}
		if s.in(likely, i) || i == c.verb.Head && s.isHearsay(c) {
			return extract.Possible, at, likelyTo
		}
	}
	return extract.Asserted, extract.TokenRange{}, noRule
}

// hedge tells whether an adverb beside the verb or before the subject leaves
// open whether a clause is true: "allegedly paid", "Perhaps it fell".
func (s *scan) hedge(c *clause) (extract.Modality, extract.TokenRange, rule) {
	for i := max(0, c.verb.Start-2); i <= c.verb.End && int(i) < len(s.doc.Tokens); i++ {
		if s.in(hedging, i) {
			return extract.Possible, extract.TokenRange{Start: i, End: i + 1}, hedged
		}
	}
	if i := c.subject.Start - 1; !c.shared && s.in(hedging, i) {
		return extract.Possible, extract.TokenRange{Start: i, End: i + 1}, hedged
	} else if !c.shared && s.doc.Is(i, ",") && s.in(hedging, i-1) {
		return extract.Possible, extract.TokenRange{Start: i - 1, End: i}, hedged
	}
	return extract.Asserted, extract.TokenRange{}, noRule
}

// recurs tells whether a clause only says when something else happens: "when
// the margin is narrow", but not "when it fell".
func (s *scan) recurs(c *clause) bool {
	if c.markedAt.Empty() || !s.in(recurring, c.markedAt.Start) || c.inHeadline {
		return false
	}
	p := s.penn(c.verb.Start)
	return p == extract.PennVBZ || p == extract.PennVBP
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

// report changes what a claim says when the cue of a quote around it denies,
// doubts or orders it. Words in quotation marks speak for themselves,
// and what only describes a noun is no part of what is denied.
func (s *scan) report(c *clause, claim *extract.Claim) rule {
	if c.rule == relativeClause || c.rule == reducedRelative {
		return noRule
	}
	found := noRule
	for _, i := range claim.Attribution {
		q := s.doc.Quotes[i]
		if q.Kind == extract.Direct || q.CueHead < 0 {
			continue
		}
		switch {
		case q.Stance == extract.Deny && (s.lemmaIn(doubting, q.CueHead) || claim.Polarity == extract.Negative || !c.markedAt.Empty()):
			claim.Modality, claim.ModalityCue, found = extract.Unknown, q.Cue, doubtedContent
		case q.Stance == extract.Deny:
			claim.Polarity, claim.PolarityCue, found = extract.Negative, q.Cue, deniedContent
		case q.Stance == extract.Order && claim.Modality == extract.Asserted:
			claim.Modality, claim.ModalityCue, found = extract.Obligation, q.Cue, orderedContent
		}
	}
	return found
}
