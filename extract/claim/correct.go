package claim

import (
	"slices"

	"github.com/factline/factline/extract"
)

// maxCorrections bounds the claims of an article that take others back, so that
// the time stays linear in the length of the text.
const maxCorrections = 32

// addCorrections finds the claims that take others back: those that call a
// message or a figure a mistake, those that withdraw what somebody said, those
// that deny what another claim says, and those that replace what an earlier
// version of the article had.
func (s *scan) addCorrections() {
	found := 0
	for i := range s.doc.Claims {
		if old := s.correctedBy(int32(i)); len(old) > 0 && found < maxCorrections {
			s.doc.Claims[i].Corrects = old
			found++
		}
	}
}

// party is who owns or says something: an entity, or what a noun means where it
// is none ("the council"). The zero lemma is nobody.
type party struct {
	entity int32
	lemma  extract.Form
}

var nobody = party{entity: extract.None}

// is tells whether two parties are known and one.
func (p party) is(other party) bool { return p != nobody && p == other }

// partyAt returns the party that a noun means; nobody for a pronoun without
// entity.
func (s *scan) partyAt(head int32) party {
	switch {
	case head < 0:
		return nobody
	case s.entityAt[head] >= 0:
		return party{entity: s.entityAt[head]}
	case s.penn(head).IsNoun():
		return party{extract.None, extract.FormOf(s.doc.Tags[head].Lemma)}
	}
	return nobody
}

// speakerOf returns who speaks in a quote.
func (s *scan) speakerOf(q extract.QuoteIndex) party {
	if m := s.doc.Quotes[q].Mention; m >= 0 {
		return s.partyAt(s.doc.Mentions[m].Head)
	}
	return s.partyAt(s.headOf(s.doc.Quotes[q].Speaker))
}

// correctedBy returns the claims that claim i takes back.
func (s *scan) correctedBy(i int32) []extract.ClaimIndex {
	c := &s.doc.Claims[i]
	subject, object := s.headOf(c.Subject.TokenRange), s.headOf(c.Object.TokenRange)
	switch {
	case c.Polarity == extract.Negative && len(c.Attribution) > 0:
		return s.claimsDenied(i)
	case c.Polarity == extract.Negative:
		return nil
	case s.lemmaIn(copulas, c.PredicateHead) && (s.lemmaIn(s.words.mistake, object) || s.in(s.words.mistake, object)):
		if values := s.valuesOf(c.Subject.TokenRange); len(values) > 0 {
			return s.claimsWith(values, i)
		}
		if s.lemmaIn(s.words.message, subject) {
			return s.claimsOf(subject, s.ownerOf(c, subject), i)
		}
		return nil
	case s.lemmaIn(retracting, s.mainVerb(c)) && s.lemmaIn(s.words.message, object):
		return s.claimsOf(object, s.partyAt(subject), i)
	}
	return s.claimsReplaced(i)
}

// ownerOf returns whose message a claim calls a mistake: the one that it names,
// else its speaker; nobody when the article says so itself.
func (s *scan) ownerOf(c *extract.Claim, subject int32) party {
	if owner := s.tree.Child(subject, extract.RelNmodPoss); owner >= 0 {
		return s.partyAt(owner)
	}
	if n := len(c.Attribution); n > 0 {
		return s.speakerOf(c.Attribution[n-1])
	}
	return nobody
}

// claimsOf returns the claims that rest on a message, other than claim i: what
// is quoted from it, and what its owner orders before it is called a mistake.
func (s *scan) claimsOf(message int32, owner party, i int32) []extract.ClaimIndex {
	start := s.doc.Claims[i].Start
	from := s.quotesFrom(message, owner, start)
	orders := s.ordersOf(owner, start)
	var old []extract.ClaimIndex
	for k := range s.doc.Claims {
		c := &s.doc.Claims[k]
		quoted := slices.ContainsFunc(c.Attribution, func(q extract.QuoteIndex) bool { return from[q] })
		ordered := slices.ContainsFunc(orders, func(cue int32) bool {
			return slices.ContainsFunc(c.Predicate, func(r extract.TokenRange) bool { return r.Contains(cue) })
		})
		if int32(k) != i && (quoted || ordered) {
			old = append(old, extract.ClaimIndex(k))
		}
	}
	return old
}

// quotesFrom tells of each quote whether it is out of a message: the message
// speaks, stands with the cue ("In an email, the firm says"), or did so right
// before a quote of the same speaker ("It adds"). "The statement" may be
// anything that its owner said shortly before.
func (s *scan) quotesFrom(message int32, owner party, before int32) []bool {
	lemma := extract.FormOf(s.doc.Tags[message].Lemma)
	at := s.doc.SentenceAt(message)
	from := make([]bool, len(s.doc.Quotes))
	last := extract.QuoteIndex(extract.None)
	for i, q := range s.doc.Quotes {
		if q.CueHead < 0 {
			continue
		}
		speaker := s.speakerOf(extract.QuoteIndex(i))
		same := speaker == nobody || owner == nobody || speaker == owner
		recent := s.lemmaIn(s.words.speech, message) && speaker.is(owner) && q.End <= before && at-s.doc.SentenceAt(q.CueHead) <= leadSentences
		pointed := (s.doc.Is(message-1, "that") || s.doc.Is(message-1, "this")) && q.End <= before && at-s.doc.SentenceAt(q.CueHead) == 1 // "[That report] was wrong"
		goesOn := last >= 0 && same && s.doc.SentenceAt(q.CueHead)-s.doc.SentenceAt(s.doc.Quotes[last].CueHead) <= 1 &&
			q.Speaker.Len() == 1 && s.penn(q.Speaker.Start) == extract.PennPRP
		if from[i] = s.names(lemma, q.Speaker) || same && s.names(lemma, s.frameOf(&q)) || recent || pointed || goesOn; from[i] {
			last = extract.QuoteIndex(i)
		}
	}
	return from
}

// frameOf returns the words of a sentence around the cue of a quote up to its
// content: "In an email sent on Friday, the firm says".
func (s *scan) frameOf(q *extract.Quote) extract.TokenRange {
	sentence := s.doc.Sentences[s.doc.SentenceAt(q.CueHead)]
	if q.Start > q.CueHead {
		return extract.TokenRange{Start: sentence.Start, End: min(q.Start, sentence.End)}
	}
	return extract.TokenRange{Start: max(sentence.Start, min(q.End, q.CueHead)), End: sentence.End}
}

// names tells whether a word of a range has the given lemma.
func (s *scan) names(lemma extract.Form, r extract.TokenRange) bool {
	for i := r.Start; i < r.End && i < r.Start+maxClause; i++ {
		if extract.FormOf(s.doc.Tags[i].Lemma) == lemma {
			return true
		}
	}
	return false
}

// ordersOf returns the cues of the orders that somebody gives before token
// end, also in a headline's passive: "Amazon staff told to leave".
func (s *scan) ordersOf(owner party, end int32) []int32 {
	var orders []int32
	for i, q := range s.doc.Quotes {
		if q.Stance != extract.Order || q.CueHead < 0 || q.CueHead >= end {
			continue
		}
		speaker := s.speakerOf(extract.QuoteIndex(i))
		if k := s.clauseAt[q.CueHead]; k >= 0 && q.Speaker.Empty() {
			speaker = s.namedIn(s.clauses[k].subject)
		}
		if speaker.is(owner) {
			orders = append(orders, q.CueHead)
		}
	}
	return orders
}

// namedIn returns the first that a name in a range means; nobody without.
func (s *scan) namedIn(r extract.TokenRange) party {
	for _, m := range s.mentionsIn(r) {
		if m.Kind == extract.Name {
			return s.partyAt(m.Head)
		}
	}
	return nobody
}

// claimsWith returns the claims before claim i that hold one of the values:
// "put the toll at [31]" for "the figure of 31 was wrong".
func (s *scan) claimsWith(values []float64, i int32) []extract.ClaimIndex {
	var old []extract.ClaimIndex
	for k := range i {
		for _, q := range s.doc.Claims[k].Quantities {
			if v := s.doc.Quantities[q].Value; v.Known && slices.Contains(values, v.Float) {
				old = append(old, extract.ClaimIndex(k))
				break
			}
		}
	}
	return old
}

// valuesOf returns the exact values of the quantities in a range.
func (s *scan) valuesOf(r extract.TokenRange) []float64 {
	var values []float64
	for _, q := range within(s.doc.Quantities, r) {
		if q.Value.Known {
			values = append(values, q.Value.Float)
		}
	}
	return values
}

// claimsDenied returns the claims before claim i that affirm what it denies.
func (s *scan) claimsDenied(i int32) []extract.ClaimIndex {
	c := &s.doc.Claims[i]
	var old []extract.ClaimIndex
	for _, k := range s.alike[s.mainLemma(c)] {
		other := &s.doc.Claims[k]
		if k < i && other.Polarity == extract.Positive && other.Modality == extract.Asserted && s.sameSlots(c, other) {
			old = append(old, extract.ClaimIndex(k))
		}
	}
	return old
}

// claimsReplaced returns the claims of an earlier version of the article that
// claim i puts right: those with its verb and subject.
func (s *scan) claimsReplaced(i int32) []extract.ClaimIndex {
	c := &s.doc.Claims[i]
	var old []extract.ClaimIndex
	for _, k := range s.alike[s.mainLemma(c)] {
		other := &s.doc.Claims[k]
		if k != i && s.isEarlier(other) && !s.isEarlier(c) && s.sameThing(c.Subject, other.Subject) {
			old = append(old, extract.ClaimIndex(k))
		}
	}
	return old
}

// isEarlier tells whether only an earlier version of the article makes a claim:
// "An earlier version of this story said".
func (s *scan) isEarlier(c *extract.Claim) bool {
	return slices.ContainsFunc(c.Attribution, func(q extract.QuoteIndex) bool {
		at := s.doc.Quotes[q].Speaker.Start + 1
		return !s.doc.Quotes[q].Speaker.Empty() && (s.doc.Is(at, "earlier") || s.doc.Is(at, "previous")) && s.doc.Is(at+1, "version")
	})
}
