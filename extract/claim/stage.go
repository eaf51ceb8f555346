// Package claim finds the claims of an article: who did what, who says so, and
// whether it is affirmed, denied, possible or still to come.
//
// From
//
//	US Secretary of State Mike Pompeo warned the app could be banned in the US.
//
// it makes the claim "the app | could be banned in | the US", possible, and
// attributed to the quote of Mike Pompeo; "Pompeo warned" is the attribution
// and no claim of its own.
//
// What stands beside a name without a verb is a claim without a predicate ("Mike
// Pompeo | | US Secretary of State"). Claims that take others back or say the
// same are linked, figures that determine each other are checked.
//
// It reads tokens, sentences, tags, arcs, chunks, numbers, timexes, mentions, quantities,
// quotes and entities and writes claims. The clauses are those of ClausIE (Del
// Corro and Gemulla 2013), found in dependency trees; attribution, polarity and
// modality stand apart from the slots as in MinIE (Gashteovski et al. 2017).
package claim

import (
	"slices"

	"github.com/factline/factline/extract"
)

// Stage returns the stage "claim".
func Stage() extract.Stage {
	words()
	return extract.Stage{
		Name:     "claim",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerTags | extract.LayerArcs | extract.LayerChunks | extract.LayerNumbers | extract.LayerTimexes | extract.LayerMentions | extract.LayerQuantities | extract.LayerQuotes | extract.LayerEntities,
		Provides: extract.LayerClaims,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {
	s := newScan(doc)
	s.findClauses()
	for _, c := range s.clauses {
		if sentence := doc.Sentences[doc.SentenceAt(c.head)]; !s.isQuestion(sentence.TokenRange) && s.isClaim(&c) && s.agrees(&c) {
			s.trim(&c)
			for _, part := range s.split(c) {
				doc.Claims = append(doc.Claims, s.build(&part))
			}
		}
	}
	doc.Claims = append(doc.Claims, s.appositions()...)
	doc.Claims = append(doc.Claims, s.nominals()...)
	doc.Claims = append(doc.Claims, s.leftovers()...)
	slices.SortStableFunc(doc.Claims, func(a, b extract.Claim) int {
		return extract.CompareRanges(a.TokenRange, b.TokenRange)
	})
	s.addReferences()
	s.addChecks()
	s.findAlike()
	s.addCorrections()
	s.addRepeats()
}

// isQuestion tells whether a sentence ends in a question mark.
func (s *scan) isQuestion(r extract.TokenRange) bool {
	last := r.End - 1
	return s.doc.Is(last, "?") || s.isMark(last) && s.doc.Is(last-1, "?")
}

// isClaim tells whether a clause is stated and more than the frame of another:
// no "X said", no "It comes after".
func (s *scan) isClaim(c *clause) bool {
	if !c.stated || (s.cueAt[c.verb.Head] >= 0 || s.cueAt[c.head] >= 0) && !s.hasGerund(c.head) && !s.isHearsay(c) {
		return false
	}
	if c.unknown {
		return true
	}
	if s.asked[c.head] || s.tree.Child(c.head, extract.RelCop) >= 0 && !s.doc.Is(c.head-1, "to") && s.penn(c.head).IsVerb() && s.penn(c.head) != extract.PennVBN && s.penn(c.head) != extract.PennVBD && s.penn(c.head) != extract.PennVBG {
		return false
	}
	bare := c.object.Empty() && len(c.arguments) == 0
	if bare && s.isMark(c.end) && c.end == c.verb.End && s.quoteAt[c.end] == s.quoteAt[c.verb.Head] {
		return false // what it says stands in quotation marks that were not read
	}
	if bare && (c.rule == relativeClause || c.rule == reducedRelative || c.rule == objectRelative || c.rule == participle) {
		return false
	}
	if s.frames(c) {
		return false
	}
	last := c.predicate[len(c.predicate)-1]
	if bare && (s.lemmaIn(framing, last.End-1) || s.doc.Is(last.End-1, "to")) {
		return false // "refused to say whether", "we do not intend to"
	}
	if passive := s.tree.Child(c.main, extract.RelAuxPass) >= 0; bare && (!passive && s.lemmaIn(incomplete, c.main) || s.lemmaIn(saying, c.main) || s.lemmaIn(copulas, c.main) || s.lemmaIn(auxiliaries, c.main)) {
		return false
	}
	pronoun := c.subject.Len() == 1 && s.penn(c.subject.Start) == extract.PennPRP || c.subject.Len() == 1 && s.penn(c.subject.Start) == extract.PennDT
	return !(pronoun && bare && s.lemmaIn(linking, c.verb.Head))
}

// isHearsay tells whether a clause says what is said of its subject by nobody:
// "The bridge is said to be safe".
func (s *scan) isHearsay(c *clause) bool {
	q := s.cueAt[c.head]
	return q >= 0 && c.main != c.verb.Head && s.doc.Quotes[q].Speaker.Empty() && len(s.doc.Quotes[q].Content) == 2 && s.quoteAt[c.main] == q
}

// hasGerund tells whether a verb takes another in -ing, which is no clause by
// itself: "denied [taking bribes]".
func (s *scan) hasGerund(i int32) bool {
	child := s.tree.Child(i, extract.RelXcomp)
	return child == i+1 && s.penn(child) == extract.PennVBG && s.tree.Child(i, extract.RelCcomp) < 0
}

// frames tells whether a clause only leads to another one: "He said it", "We
// are proud that".
func (s *scan) frames(c *clause) bool {
	if c.object.Empty() && len(c.arguments) == 1 && c.arguments[0].role == extract.RoleTime && s.lemmaIn(linking, c.verb.Head) &&
		s.tree.Relation(c.arguments[0].head) == extract.RelAdvcl {
		return true // "It comes after"
	}
	if p, _, _ := s.polarity(c); p == extract.Positive && s.in(s.words.factive, c.head) && s.tree.Child(c.head, extract.RelCcomp) > c.head {
		return true // "We are proud that"
	}
	if len(c.arguments) > 0 || c.object.Len() != 1 {
		return false
	}
	return s.lemmaIn(saying, c.verb.Head) && s.penn(c.object.Start) == extract.PennPRP ||
		s.doc.Is(c.end, "that") && s.in(s.words.factive, c.object.Start)
}
