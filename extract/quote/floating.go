package quote

import "github.com/factline/factline/extract"

// floating is the walk over the quoted spans that no cue goes with.
type floating struct {
	*scan
	sentence  int // first sentence that starts at the span or after it
	before    int // last quote that starts before the span
	known     int // number of quotes with a cue
	reach     int32
	last      extract.MentionIndex // the running speaker; None for none
	paragraph int32                // where the running speaker last spoke; below -1 for nowhere
	direct    int                  // last quote that opens with a quoted span; -1 for none
}

// addFloating makes quotes of whole sentences in quotation marks that no cue
// goes with, or adds them to the quote whose cue stands right before them.
func (s *scan) addFloating() {
	f := floating{scan: s, before: -1, known: len(s.quotes), last: extract.None, paragraph: -2, direct: -1}
	for i, q := range s.spans {
		f.moveTo(q.Start)
		starts := f.sentence < len(s.doc.Sentences) && s.doc.Sentences[f.sentence].Start == q.Start
		if !s.used[i] && f.reach <= q.Start && s.afterClause(q) {
			s.used[i] = true
			f.reach = max(f.reach, q.End)
			continue
		}
		if s.used[i] || !starts || q.single || !q.closed || s.doc.Is(q.End-2, ",") {
			continue
		}
		whole := s.endsInside(q)
		if !whole && !s.holdsVerb(q.Start, q.End) || whole && f.goOn(q.TokenRange) {
			continue
		}
		if f.reach <= q.Start && q.Len() >= 6 {
			f.add(q.TokenRange, whole)
		}
	}
}

// afterClause makes the quote of a sentence in quotation marks that a colon and a
// clause about its speaker stand before: "He refused to resign: “I did nothing.”"
func (s *scan) afterClause(q span) bool {
	if !s.doc.Is(q.Start-1, ":") || q.single || !q.closed || q.Len() < 6 || !s.endsInside(q) || !s.holdsVerb(q.Start, q.End) {
		return false
	}
	bounds := s.doc.Sentences[s.doc.SentenceAt(q.Start-1)].TokenRange
	for i := bounds.Start; i < q.Start && i < bounds.Start+maxSteps; i++ {
		verb := s.tree.Head(i)
		if !s.isAny(i, extract.RelNsubj) || verb < i || verb >= q.Start || !s.isAny(verb, extract.RelRoot) {
			continue
		}
		m := s.mentionAt(i)
		if named := m >= 0 && s.doc.Mentions[m].Type == extract.Person; !named && !s.doc.Is(i, "he") && !s.doc.Is(i, "she") {
			return false
		}
		say := saying{head: extract.None, subject: i, speaker: extract.TokenRange{Start: i, End: i + 1}, bounds: bounds}
		if m >= 0 {
			say.speaker = s.doc.Mentions[m].TokenRange
		}
		s.add(say, colon, []extract.TokenRange{q.TokenRange}, extract.TokenRange{Start: bounds.Start, End: q.Start})
		return true
	}
	return false
}

// moveTo goes on to the span that starts at token start.
func (f *floating) moveTo(start int32) {
	for f.sentence < len(f.doc.Sentences) && f.doc.Sentences[f.sentence].Start < start {
		f.sentence++
	}
	for f.before+1 < f.known && f.quotes[f.before+1].Start <= start {
		f.before++
		q := &f.quotes[f.before]
		switch {
		case q.Start < f.reach: // inside another quote
		case q.Kind != extract.Indirect:
			f.last, f.paragraph, f.direct = q.Mention, f.paragraphAt[q.End-1], f.before
		case q.Rule == rules[reportedAfter].name && f.names(q.Mention):
			f.last, f.paragraph = q.Mention, f.paragraphAt[q.End-1]
		}
		f.reach = max(f.reach, q.End)
	}
}

// names tells whether a mention is a name, or any when nobody speaks yet.
func (f *floating) names(m extract.MentionIndex) bool {
	return f.last < 0 || m >= 0 && f.doc.Mentions[m].Kind == extract.Name
}

// goOn adds a span to the quote whose cue ends the sentence before it, in the
// same paragraph: "No," he said. "Never."
func (f *floating) goOn(span extract.TokenRange) bool {
	if f.direct < 0 {
		return false
	}
	q := &f.quotes[f.direct]
	if q.Rule != rules[quotedBefore].name && q.Rule != rules[interrupted].name || q.End > span.Start || q.Cue.End > span.Start ||
		f.paragraphAt[q.Start] != f.paragraphAt[span.Start] {
		return false
	}
	at := f.doc.SentenceAt(q.Cue.Start)
	if at < 0 || f.doc.Sentences[at].End != span.Start {
		return false
	}
	q.Content = append(q.Content, span)
	q.End, q.Rule = span.End, rules[continued].name
	f.reach, f.paragraph = max(f.reach, span.End), f.paragraphAt[span.End-1]
	return true
}

// add makes a quote: of the running speaker when it is a sentence of its own
// and that spoke in the same paragraph or the one before.
func (f *floating) add(span extract.TokenRange, whole bool) {
	mention, found := extract.MentionIndex(extract.None), noSpeaker
	if whole && f.last >= 0 && f.paragraphAt[span.Start]-f.paragraph <= 1 {
		mention, found = f.last, runningSpeaker
	}
	f.paragraph = f.paragraphAt[span.End-1]
	f.quotes = append(f.quotes, extract.Quote{TokenRange: span, Content: []extract.TokenRange{span},
		CueHead: extract.None, Mention: mention, Rule: rules[found].name})
}
