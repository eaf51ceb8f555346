package claim

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/tree"
)

// maxSteps bounds every walk from a verb to its subject and maxClause the one
// to the end of its clause, so that the time stays linear in the length of the
// text.
const (
	maxSteps  = 40
	maxClause = 200
)

// maxDepth bounds how many quotes inside each other a claim is lifted out of.
const maxDepth = 8

// scan is the work on one document.
type scan struct {
	doc        *extract.Document
	tags       []extract.Tag // of the document, but for what a repair has made a verb
	retagged   bool          // tags is a copy
	words      *vocabulary
	chunkAt    []int32 // by token: the chunk that holds it, or None
	timexAt    []int32 // by token: the timex that holds it, or None
	amountAt   []int32 // by token: the longest quantity that holds it, or None
	quantityAt []int32 // by token: the first quantity that starts here, or None
	quoteAt    []int32 // by token: the innermost quote whose content holds it, or None
	cueAt      []int32 // by token: the quote whose cue holds it, or None
	parent     []int32 // by quote: the innermost quote around it, or None
	entityAt   []int32 // by token: the entity of the mention with this head, or None
	tree       *tree.Tree
	phrases    []extract.TokenRange     // by token: the words of the phrase that it heads
	clauses    []clause                 // those around others first
	clauseAt   []int32                  // by token: the clause with this head, or None
	asked      []bool                   // by token: it stands in a question that is the subject of "is not known"
	host       []int32                  // by token: the clause around it, or None
	alike      map[extract.Form][]int32 // by the lemma of the verb that says most: some of its claims
}

func newScan(doc *extract.Document) *scan {
	n := len(doc.Tokens)
	s := &scan{doc: doc, tags: doc.Tags, words: words(), chunkAt: none(n), timexAt: none(n), quantityAt: none(n), amountAt: none(n),
		quoteAt: none(n), cueAt: none(n), entityAt: none(n), parent: none(len(doc.Quotes)),
		clauseAt: none(n), host: none(n), asked: make([]bool, n)}
	for i, c := range doc.Chunks {
		fill(s.chunkAt, c.TokenRange, i)
	}
	for i, t := range doc.Timexes {
		fill(s.timexAt, t.TokenRange, i)
	}
	for i, q := range doc.Quantities {
		fill(s.amountAt, q.TokenRange, i)
		if s.quantityAt[q.Start] < 0 {
			s.quantityAt[q.Start] = int32(i)
		}
	}
	for i, q := range doc.Quotes {
		s.parent[i] = s.quoteAt[q.Start]
		for _, c := range q.Content {
			for t := c.Start; t < c.End; t++ {
				s.quoteAt[t] = int32(i)
			}
		}
		if first := q.Content[0].Start; !doc.Is(first, "to") && !doc.Is(first, "of") && !(doc.Is(first, "not") && doc.Is(first+1, "to")) { // orders, promises and accusations are claims
			fill(s.cueAt, q.Cue, i)
		}
	}
	for i := len(doc.Entities) - 1; i >= 0; i-- {
		for _, m := range doc.Entities[i].Mentions {
			s.entityAt[doc.Mentions[m].Head] = int32(i)
		}
	}
	repaired := *doc
	repaired.Arcs = s.repaired()
	s.tree = tree.New(&repaired)
	s.findPhrases()
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
	return s.tags[i].Penn
}

func (s *scan) in(set lexicon.Set, i int32) bool { return set.HasToken(s.doc, i) }

// lemmaIn tells whether the lemma of token i is in a set.
func (s *scan) lemmaIn(set lexicon.Set, i int32) bool {
	return i >= 0 && int(i) < len(s.doc.Tags) && set.Has(extract.FormOf(s.doc.Tags[i].Lemma))
}

// isAdverb tells whether token i is an adverb.
func (s *scan) isAdverb(i int32) bool {
	p := s.penn(i)
	return p == extract.PennRB || p == extract.PennRBR || p == extract.PennRBS
}

// isAdjective tells whether token i is an adjective outside noun phrases.
func (s *scan) isAdjective(i int32) bool {
	p := s.penn(i)
	return p == extract.PennJJ || p == extract.PennJJR || p == extract.PennJJS
}

// isMark tells whether token i is a quotation mark.
func (s *scan) isMark(i int32) bool {
	if i < 0 || int(i) >= len(s.doc.Tokens) {
		return false
	}
	switch s.doc.Word(i) {
	case "\"", "“", "”", "'", "‘", "’", "«", "»", "``", "''":
		return true
	}
	return false
}

// entityOf returns the entity whose mention has the head of a phrase, or the
// name that stands with it: "President [Pompeo]".
func (s *scan) entityOf(head int32) extract.EntityIndex {
	if head < 0 {
		return extract.None
	}
	if s.entityAt[head] < 0 {
		for _, child := range s.tree.Children(head) {
			if e := s.entityAt[child]; s.tree.Relation(child) == extract.RelFlat && e >= 0 && s.doc.Entities[e].Type == extract.Person {
				return extract.EntityIndex(s.entityAt[child])
			}
		}
	}
	return extract.EntityIndex(s.entityAt[head])
}
