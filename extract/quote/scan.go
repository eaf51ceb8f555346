package quote

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/tree"
)

// maxSteps bounds every walk up a tree or along a clause, so that the time
// stays linear in the length of the text.
const maxSteps = 40

// maxClause is the number of tokens of the longest clause that is read.
const maxClause = 400

// scan is the work on one document.
type scan struct {
	doc         *extract.Document
	tree        *tree.Tree
	spans       []span
	used        []bool  // by span: it is part of a quote
	spanAt      []int32 // by token: the span that holds it, or None
	timexAt     []int32 // by token: the timex that holds it, or None
	paragraphAt []int32 // by token: its paragraph
	mentions    []int32 // by token: the longest mention with this head, or None
	sentence    extract.TokenRange
	headline    bool               // the sentence is one
	last        extract.TokenRange // speaker of the last quote of the sentence
	lastSubject int32              // its head
	lastBounds  extract.TokenRange // where the clause of its cue may stand
	labelEnd    map[int32]int32    // by the first token of a turn of an interview: where what is said starts
	quotes      []extract.Quote
}

func newScan(doc *extract.Document) *scan {
	n := len(doc.Tokens)
	doc = tree.MendSpeech(doc)
	s := &scan{doc: doc, tree: tree.New(doc), spans: quoted(doc)}
	s.used = make([]bool, len(s.spans))
	s.spanAt, s.timexAt, s.mentions, s.paragraphAt = none(n), none(n), none(n), none(n)
	for i, q := range s.spans {
		fill(s.spanAt, q.TokenRange, i)
	}
	for i, p := range doc.Paragraphs {
		fill(s.paragraphAt, p, i)
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

// penn returns the tag of token i; PennNone outside the text.
func (s *scan) penn(i int32) extract.Penn {
	if i < 0 || int(i) >= len(s.doc.Tags) {
		return extract.PennNone
	}
	return s.doc.Tags[i].Penn
}

func (s *scan) in(set lexicon.Set, i int32) bool { return set.HasToken(s.doc, i) }

// lemmaIn tells whether the lemma of token i is in a set.
func (s *scan) lemmaIn(set lexicon.Set, i int32) bool {
	return i >= 0 && set.Has(extract.FormOf(s.doc.Tags[i].Lemma))
}

// isPunct tells whether token i is a mark of punctuation; true outside the
// text.
func (s *scan) isPunct(i int32) bool {
	return i < 0 || int(i) >= len(s.doc.Tokens) || s.doc.Tokens[i].Class == extract.ClassPunct
}

// isMark tells whether token i opens or closes a quoted span.
func (s *scan) isMark(i int32) bool {
	if i < 0 || int(i) >= len(s.spanAt) || s.spanAt[i] < 0 {
		return false
	}
	q := s.spans[s.spanAt[i]]
	return i == q.Start || q.closed && i == q.End-1
}

// opensSpan tells whether a quoted span starts at token i.
func (s *scan) opensSpan(i int32) bool { return s.isMark(i) && s.spans[s.spanAt[i]].Start == i }

// isAny tells whether the relation of token i is one of those given.
func (s *scan) isAny(i int32, relations ...extract.Relation) bool {
	for _, r := range relations {
		if s.tree.Relation(i) == r {
			return true
		}
	}
	return false
}

// bounds returns the part of the sentence around token i in which a clause may
// stand: the inside of its quoted span, or all of it.
func (s *scan) bounds(i int32) extract.TokenRange {
	r := s.sentence
	if q := s.spanAt[i]; q >= 0 && !s.isMark(i) {
		span := s.spans[q]
		r.Start = max(r.Start, span.Start+1)
		if span.closed {
			r.End = min(r.End, span.End-1)
		}
	}
	return r
}
