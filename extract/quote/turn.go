package quote

import "github.com/factline/factline/extract"

// maxLabel is the number of tokens of the longest name before the colon of a
// turn, and fewestTurns how many make an interview.
const (
	maxLabel    = 5
	fewestTurns = 3
)

// turn is what somebody says in an interview, after his name and a colon.
type turn struct {
	label extract.TokenRange
	said  extract.TokenRange
}

// addTurns makes quotes of the turns of an interview: "Q: Why did it close?",
// "Lee: The roof leaked." Further paragraphs up to the next label belong to a
// turn too.
func (s *scan) addTurns() {
	s.labelEnd = map[int32]int32{}
	turns := s.turns()
	if !s.isInterview(turns) {
		return
	}
	for i, t := range turns {
		if i+1 < len(turns) {
			t.said.End = turns[i+1].label.Start
		}
		s.labelEnd[t.label.Start] = t.said.Start
		mention := s.mentionAt(t.label.End - 1)
		if mention < 0 && s.doc.Is(t.label.Start, "a") {
			mention = s.interviewed(turns[0].label.Start)
		}
		s.quotes = append(s.quotes, extract.Quote{TokenRange: t.said, Content: []extract.TokenRange{t.said}, CueHead: extract.None,
			Speaker: t.label, Mention: mention, Rule: rules[interviewTurn].name})
	}
}

// turns returns the paragraphs that open with a label.
func (s *scan) turns() []turn {
	var turns []turn
	for _, p := range s.doc.Paragraphs {
		at := p.Start
		for at < p.End && at < p.Start+maxLabel && s.isLabel(at) {
			at++
		}
		if at > p.Start && at+1 < p.End && s.doc.Is(at, ":") {
			turns = append(turns, turn{extract.TokenRange{Start: p.Start, End: at}, extract.TokenRange{Start: at + 1, End: p.End}})
		}
	}
	return turns
}

// isLabel tells whether token i can be part of a name or initials before a colon.
func (s *scan) isLabel(i int32) bool { return s.doc.Tokens[i].Class.IsCapital() || s.doc.Is(i, ".") }

// isInterview tells whether there are enough turns, of two or more who take them
// in turn.
func (s *scan) isInterview(turns []turn) bool {
	if len(turns) < fewestTurns {
		return false
	}
	changes, again := 0, false
	for i, t := range turns {
		if i > 0 && !s.sameLabel(t, turns[i-1]) {
			changes++
		}
		again = again || i > 1 && s.sameLabel(t, turns[i-2])
	}
	return again && changes > 1 && 2*changes >= len(turns)
}

func (s *scan) sameLabel(a, b turn) bool { return s.doc.TextOf(a.label) == s.doc.TextOf(b.label) }

// interviewed returns the first person that is named before token end.
func (s *scan) interviewed(end int32) extract.MentionIndex {
	for i, m := range s.doc.Mentions {
		if m.Start >= end {
			break
		}
		role := s.doc.Sentences[s.doc.SentenceAt(m.Start)].Role
		if m.Kind == extract.Name && m.Type == extract.Person && role == extract.RoleBody {
			return extract.MentionIndex(i)
		}
	}
	return extract.None
}
