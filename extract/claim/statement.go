package claim

import (
	"slices"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// Pronouns whose verb would not go with a name in their place, and the endings
// of verbs that are glued to them.
var (
	nominatives = lexicon.NewSet("i", "we", "you")
	determiners = lexicon.NewSet("the", "this", "that", "these", "those")
)

// substitute lists what the statement of a claim has otherwise than the text:
// pronouns that an entity holds, the subject that stands with an earlier verb,
// and what is left out. What a statement has named last needs no second name:
// "[Amazon] has never posted from its main account".
func (s *scan) substitute(claim *extract.Claim, c *clause) {
	left := merged(slices.DeleteFunc(append(slices.Clone(c.left), s.aside(c)...), func(r extract.TokenRange) bool { return !claim.Covers(r) }))
	shared := c.shared && claim.Subject.Entity >= 0
	subject := extract.TokenRange{Start: claim.Start, End: claim.Start}
	latest := extract.EntityIndex(extract.None)
	name := func(r extract.TokenRange, e extract.EntityIndex) {
		if e != latest {
			latest = e
			claim.Substitutions = append(claim.Substitutions, extract.Substitution{TokenRange: r, Entity: e})
		}
	}
	for _, m := range s.mentionsIn(claim.TokenRange) {
		if shared && m.Start >= subject.Start {
			shared = false
			name(subject, claim.Subject.Entity)
		}
		e := extract.EntityIndex(s.entityAt[m.Head])
		switch {
		case e < 0 || m.End > claim.End || slices.ContainsFunc(left, m.Overlaps):
		case m.Kind == extract.Pronoun, m.Kind == extract.Nominal && s.isPlainNominal(m) && !s.saysNoMore(m, e):
			name(m.TokenRange, e)
		case m.Kind == extract.Name:
			latest = e
		}
	}
	if shared {
		name(subject, claim.Subject.Entity)
	}
	if whose := c.subject.Start; len(c.predicate) > 0 && s.penn(whose) == extract.PennWPS && claim.Contains(whose) {
		claim.Substitutions = append(claim.Substitutions, s.ownerFor(c, whose))
	}
	for _, a := range c.front {
		claim.Substitutions = append([]extract.Substitution{{TokenRange: subject, Entity: extract.None, Words: a.TokenRange}}, claim.Substitutions...)
	}
	if c.shared && claim.Subject.Entity < 0 {
		claim.Substitutions = append(claim.Substitutions, extract.Substitution{TokenRange: subject, Entity: extract.None, Words: c.subject})
	}
	if c.shared && !c.auxiliary.Empty() && !claim.Covers(c.auxiliary) {
		claim.Substitutions = append(claim.Substitutions, extract.Substitution{TokenRange: subject, Entity: extract.None, Words: c.auxiliary})
	}
	for i := range claim.Substitutions {
		s.keep(&claim.Substitutions[i])
	}
	for _, r := range left {
		claim.Substitutions = append(claim.Substitutions, extract.Substitution{TokenRange: r, Entity: extract.None})
	}
	s.addDates(claim)
	slices.SortStableFunc(claim.Substitutions, func(a, b extract.Substitution) int { return int(a.Start) - int(b.Start) })
}

// aside returns what stands between subject and predicate and belongs to
// neither: ", who owns the club," and the "who" of "Smith, who owns the club".
func (s *scan) aside(c *clause) []extract.TokenRange {
	if len(c.predicate) == 0 {
		return nil
	}
	gap := extract.TokenRange{Start: c.subject.End, End: c.predicate[0].Start}
	if c.shared || c.unknown || gap.Empty() || gap.Start >= gap.End {
		return nil
	}
	if c.rule == relativeClause {
		for i := gap.Start; i < gap.End && i < gap.Start+maxSteps; i++ {
			if s.isRelative(i) {
				if s.doc.Is(i+1, ",") && s.doc.Is(gap.End-1, ",") {
					i = gap.End - 1 // "a quarry that, residents say, had closed"
				}
				return []extract.TokenRange{{Start: gap.Start, End: i + 1}}
			}
		}
		return nil
	}
	if gap.Len() > 2 && s.doc.Is(gap.Start, ",") && s.doc.Is(gap.End-1, ",") {
		return []extract.TokenRange{gap}
	}
	return nil
}

// ownerFor returns what stands for "whose": the name or noun that its clause
// describes.
func (s *scan) ownerFor(c *clause, whose int32) extract.Substitution {
	noun := s.tree.Head(c.head)
	if noun != extract.None && s.tree.Relation(noun) == extract.RelAppos && s.tree.Head(noun) != extract.None {
		noun = s.tree.Head(noun)
	}
	sub := extract.Substitution{TokenRange: extract.TokenRange{Start: whose, End: whose + 1}, Entity: s.entityOf(noun)}
	if sub.Entity < 0 && noun != extract.None {
		sub.Words = s.part(noun)
		sub.Words.End = max(noun+1, min(sub.Words.End, s.phrases[c.head].Start))
	}
	return sub
}

// merged returns ranges in text order, those that overlap made one.
func merged(ranges []extract.TokenRange) []extract.TokenRange {
	slices.SortFunc(ranges, extract.CompareRanges)
	kept := ranges[:0]
	for _, r := range ranges {
		if n := len(kept); n > 0 && kept[n-1].End > r.Start {
			kept[n-1].End = max(kept[n-1].End, r.End)
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

// isPlainNominal tells whether a nominal is a determiner and a noun, which tell
// nothing that its name would not: "the company", but not "the 24-year-old
// defender".
func (s *scan) isPlainNominal(m extract.Mention) bool {
	return m.Len() == 2 && m.Head == m.Start+1 && s.in(determiners, m.Start)
}

// saysNoMore tells whether the name of an entity is itself a noun phrase with the
// noun of its mention: "the regulator" for "the water regulator".
func (s *scan) saysNoMore(m extract.Mention, e extract.EntityIndex) bool {
	name := s.doc.Entities[e].Name
	last := name.End - 1
	return !name.Empty() && s.doc.Tokens[last].Class == extract.ClassLower && s.doc.Tags[last].Lemma == s.doc.Tags[m.Head].Lemma
}

// keep makes a substitution follow the words that it explains where they could
// not be left out: nominals, and pronouns that the verb agrees with: "we
// [TikTok] are", "I’m [Ann Lee] not afraid".
func (s *scan) keep(sub *extract.Substitution) {
	switch {
	case sub.Empty():
	case sub.Len() > 1:
		sub.Keep = true
		sub.End = s.pastGenitive(sub.End)
	case s.in(nominatives, sub.Start):
		sub.Keep = true
		if next := sub.End; s.doc.Glued(next) && (s.penn(next).IsVerb() || s.penn(next) == extract.PennMD) {
			sub.End++
		}
	}
}

// addDates puts their values after dates that only the day of publication or
// another date tells: "on Monday [2020-07-06]".
func (s *scan) addDates(claim *extract.Claim) {
	for _, t := range within(s.doc.Timexes, claim.TokenRange) {
		day, _, _ := strings.Cut(t.Value, "T")
		if t.Anchor == extract.None || !t.Resolved || t.Type != extract.Date && t.Type != extract.Time || t.End > claim.End || len(day) > len("2006-01-02") ||
			slices.ContainsFunc(claim.Substitutions, func(s extract.Substitution) bool { return t.Overlaps(s.TokenRange) }) || strings.Contains(s.doc.TextOf(t.TokenRange), day) {
			continue
		}
		r := extract.TokenRange{Start: t.Start, End: min(claim.End, s.pastGenitive(t.End))}
		claim.Substitutions = append(claim.Substitutions, extract.Substitution{TokenRange: r, Entity: extract.None, Keep: true, Date: day})
	}
}

// pastGenitive returns the end of a phrase with the ending of a genitive: "the
// app’s [TikTok] history".
func (s *scan) pastGenitive(end int32) int32 {
	if s.penn(end) == extract.PennPOS {
		return end + 1
	}
	return end
}
