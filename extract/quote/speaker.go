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
		q.Mention = s.mentionOf(q.Speaker)
		s.last, s.lastBounds = q.Speaker, say.bounds
	}
	q.Kind = s.kindOf(contents)
	q.Timexes = s.timexesOf(frame, contents)
	s.quotes = append(s.quotes, q)
}

// mentionOf returns the mention of a speaker: of its head, or of the name that
// an apposition gives it: "the manager, Ann Lee, said".
func (s *scan) mentionOf(speaker extract.TokenRange) extract.MentionIndex {
	m := s.mentions[s.headOf(speaker)]
	if m >= 0 && s.doc.Mentions[m].Kind == extract.Name || !s.doc.Is(speaker.End, ",") {
		return extract.MentionIndex(m)
	}
	c, ok := s.phraseAt(speaker.End+1, extract.NounPhrase)
	if !ok || c.Start != speaker.End+1 || int(c.End) < len(s.doc.Tokens) && s.doc.Tokens[c.End].Class != extract.ClassPunct {
		return extract.MentionIndex(m)
	}
	if name := s.mentions[c.Head]; name >= 0 && s.doc.Mentions[name].Kind == extract.Name && s.doc.Mentions[name].TokenRange == c.TokenRange {
		return extract.MentionIndex(name)
	}
	return extract.MentionIndex(m)
}

// frame returns the clause of saying before its content: from the start of the
// sentence when only a phrase stands there ("On Monday the app announced").
func (s *scan) frame(say saying, end int32) extract.TokenRange {
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
// inside them. A word or two in marks
// are no quoted speech, unless a verb is among them.
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

// headOf returns the head of a noun phrase: of its first chunk, of the owned
// thing after "'s", of the name that a title with "of" stands before.
func (s *scan) headOf(r extract.TokenRange) int32 {
	c, ok := s.phraseAt(r.Start, extract.NounPhrase)
	if !ok {
		return r.Start
	}
	for range maxSteps {
		next, ok := s.phraseAt(c.End+1, extract.NounPhrase)
		if !ok || s.penn(c.End) != extract.PennPOS || next.End > r.End {
			break
		}
		c = next
	}
	if last, ok := s.phraseAt(r.End-1, extract.NounPhrase); ok && last != c && s.doc.Is(c.End, "of") {
		if m := s.mentions[last.Head]; m >= 0 && s.titled(s.doc.Mentions[m], last) {
			return last.Head
		}
	}
	return c.Head
}

// titled tells whether a name closes a chunk that starts with a title: "State
// Mike Pompeo" of "Secretary of State Mike Pompeo".
func (s *scan) titled(m extract.Mention, c extract.Chunk) bool {
	return m.Kind == extract.Name && m.Type == extract.Person && m.Start > c.Start && m.End == c.End &&
		s.doc.Tokens[c.Start].Class.IsCapital()
}
