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

// searches holds the memory of searches that are done, for the next article.
var searches = sync.Pool{New: func() any {
	return &arceager.Search{Width: beamWidth, Margin: beamMargin, ExtraRoot: uint8(extract.RelParataxis)}
}}

func apply(doc *extract.Document) {
	doc.Arcs = make([]extract.Arc, len(doc.Tokens))
	if len(doc.Tokens) == 0 {
		return
	}
	search := searches.Get().(*arceager.Search)
	defer searches.Put(search)
	var in arceager.Input
	var tree arceager.Tree
	for _, s := range doc.Sentences {
		read(doc, s.TokenRange, &in)
		search.Parse(&in, parser(), &tree)
		for i := range s.Len() {
			doc.Arcs[s.Start+i] = arc(tree.Heads[i+1], extract.Relation(tree.Relations[i+1]), s.Start)
		}
	}
}

// read sets the words of a sentence.
func read(doc *extract.Document, s extract.TokenRange, in *arceager.Input) {
	in.Reset(int(s.Len()))
	for i := range s.Len() {
		t := s.Start + i
		c, _ := cluster.Of(doc.Word(t), doc.Tokens[t].Form)
		in.Set(i+1, arceager.Word{Form: doc.Tokens[t].Form, POS: doc.Tags[t].POS, Penn: doc.Tags[t].Penn, Cluster: c})
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
