package quote

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// maxSteps bounds every walk from a verb to its subject or its clause, so that
// the time stays linear in the length of the text.
const maxSteps = 40

// maxClause is the number of tokens of the longest clause that is read.
const maxClause = 400

// scan is the work on one document.
type scan struct {
	doc         *extract.Document
	spans       []span
	used        []bool  // by span: it is part of a quote
	spanAt      []int32 // by token: the span that holds it, or None
	chunkAt     []int32 // by token: the chunk that holds it, or None
	timexAt     []int32 // by token: the timex that holds it, or None
	paragraphAt []int32 // by token: its paragraph
	mentions    []int32 // by token: the longest mention with this head, or None
	sentence    extract.TokenRange
	main        extract.TokenRange // subject of the last finite verb of the sentence
	last        extract.TokenRange // speaker of the last quote of the sentence
	lastBounds  extract.TokenRange // where the clause of its cue may stand
	quotes      []extract.Quote
}

func newScan(doc *extract.Document) *scan {
	n := len(doc.Tokens)
	s := &scan{doc: doc, spans: quoted(doc)}
	s.used = make([]bool, len(s.spans))
	s.spanAt, s.chunkAt, s.timexAt, s.mentions, s.paragraphAt = none(n), none(n), none(n), none(n), none(n)
	for i, q := range s.spans {
		fill(s.spanAt, q.TokenRange, i)
	}
	for i, p := range doc.Paragraphs {
		fill(s.paragraphAt, p, i)
	}
	for i, c := range doc.Chunks {
		fill(s.chunkAt, c.TokenRange, i)
	}
	for i, t := range doc.Timexes {
		fill(s.timexAt, t.TokenRange, i)
	}
	for i, m := range doc.Mentions {
		if s.mentions[m.Head] < 0 {
			s.mentions[m.Head] = int32(i)
		}
	}
	return s
}

func none(n int) []int32 {
	indexes := make([]int32, n)
	for i := range indexes {
		indexes[i] = extract.None
	}
	return indexes
}

// fill writes an index to every token of a range that has none yet.
func fill(at []int32, r extract.TokenRange, index int) {
	for i := r.Start; i < r.End; i++ {
		if at[i] < 0 {
			at[i] = int32(index)
		}
	}
}

// phraseAt returns the chunk that holds token i when it is of the given kind.
func (s *scan) phraseAt(i int32, kind extract.ChunkKind) (extract.Chunk, bool) {
	if i < 0 || int(i) >= len(s.chunkAt) || s.chunkAt[i] < 0 {
		return extract.Chunk{}, false
	}
	c := s.doc.Chunks[s.chunkAt[i]]
	return c, c.Kind == kind
}

// penn returns the tag of token i; PennNone outside the text.
func (s *scan) penn(i int32) extract.Penn {
	if i < 0 || int(i) >= len(s.doc.Tags) {
		return extract.PennNone
	}
	return s.doc.Tags[i].Penn
}

func (s *scan) in(set lexicon.Set, i int32) bool { return set.HasToken(s.doc, i) }

// isAdverb tells whether token i is an adverb outside noun phrases.
func (s *scan) isAdverb(i int32) bool {
	if i < 0 || int(i) >= len(s.doc.Tags) || s.chunkAt[i] >= 0 {
		return false
	}
	p := s.doc.Tags[i].Penn
	return p == extract.PennRB || p == extract.PennRBR || p == extract.PennRBS
}

// isMark tells whether token i opens or closes a quoted span.
func (s *scan) isMark(i int32) bool {
	if i < 0 || int(i) >= len(s.spanAt) || s.spanAt[i] < 0 {
		return false
	}
	q := s.spans[s.spanAt[i]]
	return i == q.Start || q.closed && i == q.End-1
}

// isFinite tells whether a verb group can be the predicate of a clause by
// itself: it holds a finite verb and does not start with "to".
func (s *scan) isFinite(c extract.Chunk) bool {
	if s.doc.Is(c.Start, "to") {
		return false
	}
	for i := c.Start; i < c.End; i++ {
		if s.doc.Tags[i].Penn.IsFinite() {
			return true
		}
	}
	return false
}

// isNegated tells whether a verb group says that something is not said, or
// only might be.
func (s *scan) isNegated(c extract.Chunk) bool {
	for i := c.Start; i < c.End; i++ {
		if s.in(negations, i) || s.in(hypothetical, i) || s.doc.Is(i, "longer") {
			return true
		}
	}
	return s.in(negations, c.Start-1)
}
