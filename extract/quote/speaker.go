package quote

import "github.com/factline/factline/extract"

// add makes a quote. The frame is the clause of saying: its times are those of
// the saying.
func (s *scan) add(say saying, rule string, contents []extract.TokenRange, frame extract.TokenRange) {
	q := extract.Quote{
		TokenRange: extract.TokenRange{Start: contents[0].Start, End: contents[len(contents)-1].End},
		Content:    contents, Cue: say.verb, CueHead: say.head, Stance: say.stance,
		Speaker: say.speaker, Mention: extract.None, Rule: rule,
	}
	if !q.Speaker.Empty() {
		q.Mention = extract.MentionIndex(s.mentions[s.headOf(q.Speaker)])
	}
	q.Kind = s.kindOf(contents)
	q.Timexes = s.timexesOf(frame, contents)
	s.quotes = append(s.quotes, q)
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
// inside them. A word or two in marks are no quoted speech.
func (s *scan) kindOf(contents []extract.TokenRange) extract.QuoteKind {
	inside, outside := false, false
	for _, c := range contents {
		for i := c.Start; i < c.End; i++ {
			q := s.spanAt[i]
			if q < 0 || s.spans[q].Start < c.Start || i != s.spans[q].Start {
				outside = outside || s.doc.Tokens[i].Class != extract.ClassPunct
				continue
			}
			if s.spans[q].Len() > scareLength+2 || s.spans[q].TokenRange == c {
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

// addFreeStanding makes quotes of whole sentences in quotation marks that no
// cue goes with. Their speaker is that of the quote before, when that is in
// the same paragraph or the one before.
func (s *scan) addFreeStanding() {
	sentence, paragraph, before := 0, 0, -1
	known := len(s.quotes)
	var reach int32 // end of the quotes that start before the span
	last, lastParagraph := extract.MentionIndex(extract.None), -2
	for i, q := range s.spans {
		for sentence < len(s.doc.Sentences) && s.doc.Sentences[sentence].Start < q.Start {
			sentence++
		}
		for paragraph < len(s.doc.Paragraphs) && s.doc.Paragraphs[paragraph].End <= q.Start {
			paragraph++
		}
		for before+1 < known && s.quotes[before+1].Start <= q.Start {
			before++
			reach = max(reach, s.quotes[before].End)
			if s.quotes[before].Kind != extract.Indirect {
				last, lastParagraph = s.quotes[before].Mention, paragraph
			}
		}
		starts := sentence < len(s.doc.Sentences) && s.doc.Sentences[sentence].Start == q.Start
		if s.used[i] || reach > q.Start || !starts || q.single || !q.closed || q.Len() < 6 || !s.endsInside(q) || s.doc.Is(q.End-2, ",") {
			continue
		}
		mention := extract.MentionIndex(extract.None)
		if paragraph-lastParagraph <= 1 {
			mention = last
		}
		lastParagraph = paragraph
		s.quotes = append(s.quotes, extract.Quote{TokenRange: q.TokenRange, Content: []extract.TokenRange{q.TokenRange},
			CueHead: extract.None, Mention: mention, Rule: "free standing"})
	}
}
