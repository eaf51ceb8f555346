package quote

import "github.com/factline/factline/extract"

// misread makes the quote of a verb of saying that is taken for a noun: "The
// report states that ...", "..., radar shows".
func (s *scan) misread(i int32, entry cue) {
	bounds := s.bounds(i)
	if entry.takes&(clause|thatClause) == 0 || i == bounds.Start {
		return
	}
	say := saying{cue: entry, head: i, verb: extract.TokenRange{Start: i, End: i + 1}, subject: i - 1, bounds: bounds}
	start := i
	for start > bounds.Start && start > i-maxSource && s.isNominal(start-1) {
		start--
	}
	say.speaker = extract.TokenRange{Start: start, End: i}
	switch {
	case say.speaker.Empty():
	case start == bounds.Start && s.doc.Is(i+1, "that") && s.holdsVerb(i+2, bounds.End):
		content := extract.TokenRange{Start: i + 1, End: s.clauseEnd(i+1, bounds.End)}
		s.add(say, misread, []extract.TokenRange{content}, s.opening(say, content.Start))
	case s.doc.Is(start-1, ",") && (i+1 == bounds.End || s.doc.Is(i+1, ".")):
		if content, whole := s.clauseBefore(start-1, bounds); whole {
			s.add(say, misread, []extract.TokenRange{content}, say.verb)
		}
	}
}

// isNominal tells whether token i can be part of a plain noun phrase.
func (s *scan) isNominal(i int32) bool {
	p := s.penn(i)
	return p.IsNoun() || p == extract.PennDT || p == extract.PennJJ || p == extract.PennPRP || p == extract.PennPRPS
}
