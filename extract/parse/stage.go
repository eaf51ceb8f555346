// Package parse gives every sentence its dependency tree.
//
//	The company revealed that it had removed 49 million videos.
//	company <-nsubj- revealed -ccomp-> removed -obj-> videos -nummod-> million
//
// It reads tokens, sentences and tags and writes arcs. Every sentence gets a
// tree: each token one head, one of them the root, no cycle. The model learned
// from the treebanks EWT and GUM (model/README.md); how it parses is in
// internal/arceager.
//
// The standard is Universal Dependencies v2 (de Marneffe et al. 2021) as those
// treebanks apply it.
package parse

import (
	_ "embed"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/arceager"
	"github.com/factline/factline/internal/cluster"
)

// Stage returns the stage "parse".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "parse",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerTags,
		Provides: extract.LayerArcs,
		Apply:    apply,
	}
}

// The search keeps so many partial parses, and only such whose score is near
// the best one's: wider and farther is slower and hardly better (docs/scores.md).
const (
	beamWidth  = 12
	beamMargin = 3200
)

//go:embed model/english.bin
var english []byte

var parser = sync.OnceValue(func() *arceager.Model {
	m, err := arceager.Load(english)
	if err != nil {
		panic(err) // the file is part of the program
	}
	return m
})

// workers holds the memory of workers that are done, for the next article.
var workers = sync.Pool{New: func() any {
	return &worker{search: arceager.Search{Width: beamWidth, Margin: beamMargin, ExtraRoot: uint8(extract.RelParataxis)}}
}}

func apply(doc *extract.Document) {
	doc.Arcs = make([]extract.Arc, len(doc.Tokens))
	if len(doc.Tokens) == 0 {
		return
	}
	w := workers.Get().(*worker)
	defer workers.Put(w)
	w.doc = doc
	for _, s := range doc.Sentences {
		w.sentence(s.TokenRange)
	}
	w.doc = nil // a worker that waits keeps no article
}

// longest is how many tokens are parsed as one. A search remembers all its
// states, so that a text without an end of sentence would take much memory.
const longest = 1000

// worker parses the sentences of one document.
type worker struct {
	doc    *extract.Document
	search arceager.Search
	in     arceager.Input
	tree   arceager.Tree
}

// sentence parses a sentence. One that is too long is parsed in pieces, whose
// roots hang on that of the first piece.
func (w *worker) sentence(s extract.TokenRange) {
	root := int32(extract.None)
	for start := s.Start; start < s.End; start += longest {
		piece := extract.TokenRange{Start: start, End: min(start+longest, s.End)}
		w.piece(piece, root)
		if root == extract.None && piece.End < s.End {
			root = w.root(piece)
		}
	}
}

// piece parses tokens; their root depends on token root, if there is one.
func (w *worker) piece(r extract.TokenRange, root int32) {
	w.read(r)
	w.search.Parse(&w.in, parser(), &w.tree)
	for i := range r.Len() {
		arc := arc(w.tree.Heads[i+1], extract.Relation(w.tree.Relations[i+1]), r.Start)
		if arc.Head == extract.None && root != extract.None {
			arc = extract.Arc{Head: root, Relation: extract.RelParataxis}
		}
		w.doc.Arcs[r.Start+i] = arc
	}
}

// root returns the token of a piece that has no head.
func (w *worker) root(r extract.TokenRange) int32 {
	i := r.Start
	for w.doc.Arcs[i].Head != extract.None {
		i = w.doc.Arcs[i].Head
	}
	return i
}

// read sets the words that are to be parsed.
func (w *worker) read(r extract.TokenRange) {
	w.in.Reset(int(r.Len()))
	for i := range r.Len() {
		token, tag := w.doc.Tokens[r.Start+i], w.doc.Tags[r.Start+i]
		c, _ := cluster.Of(token.In(w.doc.Text), token.Form)
		w.in.Set(i+1, arceager.Word{Form: token.Form, POS: tag.POS, Penn: tag.Penn, Cluster: c})
	}
}

// arc returns an arc of a sentence that starts with token first. The search
// counts words from 1, and nothing keeps it from calling an arc between two
// words "root".
func arc(head int32, relation extract.Relation, first int32) extract.Arc {
	switch {
	case head == 0:
		return extract.Arc{Head: extract.None, Relation: extract.RelRoot}
	case relation == extract.RelRoot:
		relation = extract.RelDep
	}
	return extract.Arc{Head: first + head - 1, Relation: relation}
}
