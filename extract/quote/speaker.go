package quote

import "github.com/factline/factline/extract"

// add makes a quote. The frame is the clause of saying: its times are those of
// the saying.
func (s *scan) add(say saying, found rule, contents []extract.TokenRange, frame extract.TokenRange) {
	q := extract.Quote{
		TokenRange: extract.TokenRange{Start: contents[0].Start, End: contents[len(contents)-1].End},
		Content:    contents, Cue: say.verb, CueHead: say.head, Stance: say.stance,
		Speaker: say.speaker, Mention: extract.None, Rule: rules[found].name,
	}
	if !q.Speaker.Empty() {
		q.Mention = s.mentionOf(say)
		s.last, s.lastSubject, s.lastBounds = q.Speaker, say.subject, say.bounds
	}
	q.Kind = s.kindOf(contents)
	q.Timexes = s.timexesOf(frame, contents)
	s.quotes = append(s.quotes, q)
}

// mentionOf returns the mention of a speaker: of its head, or of the name that
// the phrase gives it: "the manager, Ann Lee", "Secretary of State Mike Pompeo".
func (s *scan) mentionOf(say saying) extract.MentionIndex {
	own := s.mentionAt(say.subject)
	if own >= 0 && s.doc.Mentions[own].Kind == extract.Name {
		return own
	}
	for _, child := range s.tree.Children(say.subject) {
		if m := s.mentionAt(child); m >= 0 && s.isAny(child, extract.RelAppos, extract.RelNmodDesc, extract.RelFlat) && s.doc.Mentions[m].Kind == extract.Name {
			return m
		}
	}
	end := say.speaker.Start
	for end < say.speaker.End && !s.isPunct(end) {
		end++
	}
	if end == say.speaker.Start {
		return own // nothing but a sign
	}
	if last := s.mentions[end-1]; last >= 0 {
		m := s.doc.Mentions[last]
		if m.Kind == extract.Name && m.Type == extract.Person && m.Start > say.speaker.Start && s.penn(m.Start-1).IsNoun() {
			return extract.MentionIndex(last)
		}
	}
	return own
}

// mentionAt returns the mention that token i or the last part of its name
// heads: "Ann Lee" by "Ann".
func (s *scan) mentionAt(i int32) extract.MentionIndex {
	found := s.mentions[i]
	for _, child := range s.tree.Children(i) {
		if s.isAny(child, extract.RelFlat) && s.mentions[child] >= 0 {
			found = s.mentions[child]
		}
	}
	return extract.MentionIndex(found)
}

// opening returns the clause of saying before its content: from the start of the
// sentence when only a phrase stands there ("On Monday the app announced").
func (s *scan) opening(say saying, end int32) extract.TokenRange {
	start := say.verb.Start
	if !say.speaker.Empty() {
		start = min(start, say.speaker.Start)
	}
	if start-say.bounds.Start <= 8 {
		start = say.bounds.Start
	}
	return extract.TokenRange{Start: start, End: end}
}

// timexesOf returns the timexes inside the frame and outside the content.
func (s *scan) timexesOf(frame extract.TokenRange, contents []extract.TokenRange) []extract.TimexIndex {
	var found []extract.TimexIndex
	for i := frame.Start; i < frame.End && i < frame.Start+maxClause; i++ {
		t := s.timexAt[i]
		if t < 0 || s.doc.Timexes[t].Start != i {
			continue
		}
		outside := true
		for _, c := range contents {
			outside = outside && !c.Overlaps(s.doc.Timexes[t].TokenRange)
		}
		if outside {
			found = append(found, extract.TimexIndex(t))
		}
	}
	return found
}

// kindOf tells how much of the contents stands in quotation marks that open
// inside them. A word or two in marks are no quoted speech, unless a verb is
// among them.
func (s *scan) kindOf(contents []extract.TokenRange) extract.QuoteKind {
	inside, outside := false, false
	for _, c := range contents {
		for i := c.Start; i < c.End; i++ {
			q := s.spanAt[i]
			if q < 0 || s.spans[q].Start < c.Start || i != s.spans[q].Start {
				outside = outside || s.doc.Tokens[i].Class != extract.ClassPunct
				continue
			}
			if s.spans[q].Len() > scareLength+2 || s.spans[q].TokenRange == c || s.holdsVerb(s.spans[q].Start, s.spans[q].End) {
				inside = true
			} else {
				outside = true
			}
			i = min(s.spans[q].End, c.End) - 1
		}
	}
	switch {
	case inside && outside:
		return extract.Mixed
	case inside:
		return extract.Direct
	}
	return extract.Indirect
}
