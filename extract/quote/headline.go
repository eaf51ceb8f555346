package quote

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// maxSource is the number of tokens of the longest source before or after a
// colon.
const maxSource = 6

// sources are the nouns that a headline may name as who speaks.
var sources = lexicon.NewSet("adviser", "analyst", "boss", "charity", "chief", "coach", "council", "court", "doctor", "economist", "expert",
	"governor", "judge", "lawyer", "manager", "mayor", "minister", "officer", "official", "panel", "pm", "police", "poll", "president",
	"professor", "prosecutor", "report", "researcher", "scientist", "secretary", "source", "spokesman", "spokesperson",
	"spokeswoman", "study", "survey", "survivor", "union", "watchdog", "witness")

// colon makes the quote of a source and a colon: "Minister: we will rebuild"
// and "Flood could have been avoided: report" in headlines, "Lee: “We will.”"
// at the start of a paragraph.
func (s *scan) colon() {
	r := s.sentence
	at := r.Start
	for at < r.End && at < r.Start+maxSource+1 && !s.doc.Is(at, ":") {
		at++
	}
	paragraph := s.doc.Paragraphs[s.paragraphAt[r.Start]].Start == r.Start
	if s.doc.Is(at, ":") && at < r.End && paragraph && (s.headline || s.opensSpan(at+1)) {
		said := extract.TokenRange{Start: at + 1, End: r.End}
		if s.saidByColon(extract.TokenRange{Start: r.Start, End: at}, said) {
			return
		}
	}
	for at = r.End - 1; at > r.Start && at > r.End-maxSource && !s.doc.Is(at, ":"); at-- {
	}
	if s.headline && s.doc.Is(at, ":") {
		s.saidByColon(extract.TokenRange{Start: at + 1, End: r.End}, extract.TokenRange{Start: r.Start, End: at})
	}
}

// saidByColon makes the quote of a source and what it says. It tells whether
// there is one.
func (s *scan) saidByColon(source, said extract.TokenRange) bool {
	source.End, said.End = s.trimEnd(source.Start, source.End), s.trimEnd(said.Start, min(said.End, said.Start+maxClause))
	if source.Empty() || said.Len() < 3 || s.doc.Is(s.sentence.End-1, "?") || s.penn(said.Start) == extract.PennWRB || said.Start > source.Start && !s.holdsVerb(said.Start, said.End) || s.holdsVerb(source.Start, source.End) {
		return false
	}
	head := source.End - 1
	person := s.mentions[head] >= 0 && s.doc.Mentions[s.mentions[head]].Type == extract.Person
	if !person && !s.lemmaIn(sources, head) && !s.in(sources, head) {
		return false
	}
	contents := []extract.TokenRange{said}
	if s.opensSpan(said.Start) {
		q := s.spanAt[said.Start]
		if s.used[q] {
			return false
		}
		s.used[q] = true
		contents[0].End = s.spans[q].End
	}
	s.add(saying{head: extract.None, subject: head, speaker: source, bounds: s.sentence}, colon, contents, source)
	return true
}
