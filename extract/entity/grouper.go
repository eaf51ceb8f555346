package entity

import (
	"strings"

	"github.com/factline/factline/extract"
)

// grouper joins mentions of one document. parent is a forest over mentions: a
// mention's root stands for its entity, -1 is a mention without one.
type grouper struct {
	doc    *extract.Document
	parent []int32
	byName map[uint64]int32 // key of a name to its first mention
}

func newGrouper(doc *extract.Document) *grouper {
	g := &grouper{doc: doc, parent: make([]int32, len(doc.Mentions)), byName: make(map[uint64]int32)}
	for i := range g.parent {
		g.parent[i] = -1
	}
	return g
}

// root returns the mention that stands for the entity of mention i; -1 for
// none.
func (g *grouper) root(i int32) int32 {
	if g.parent[i] < 0 {
		return -1
	}
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

// join makes one entity of those of mentions a and b; the one that comes first
// in the text stands for it.
func (g *grouper) join(a, b int32) {
	for _, i := range [...]int32{a, b} {
		if g.parent[i] < 0 {
			g.parent[i] = i
		}
	}
	a, b = g.root(a), g.root(b)
	if a > b {
		a, b = b, a
	}
	g.parent[b] = a
}

// names joins the mentions of equal names and of aliases.
func (g *grouper) names() {
	for i, m := range g.doc.Mentions {
		if m.Kind != extract.Name {
			continue
		}
		key := g.key(m.TokenRange)
		if alias, ok := aliases()[key]; ok {
			key = alias
		}
		first, ok := g.byName[key]
		if !ok {
			first = int32(i)
			g.byName[key] = first
		}
		g.join(first, int32(i))
	}
	g.groups()
}

// groups joins a group with its members: "Democrats" and "Democrat".
func (g *grouper) groups() {
	for i, m := range g.doc.Mentions {
		if !g.isName(m, extract.Norp) || m.Len() != 1 {
			continue
		}
		word, plural := strings.CutSuffix(g.doc.Word(m.Start), "s")
		if one, ok := g.byName[mix(0, extract.FormOf(word))]; plural && ok && g.isName(g.doc.Mentions[one], extract.Norp) {
			g.join(one, int32(i))
		}
	}
}

// key is the same for two ranges of the same words, whatever their case and
// full stops.
func (g *grouper) key(at extract.TokenRange) uint64 {
	key := uint64(0)
	for i := at.Start; i < at.End; i++ {
		key = mix(key, g.doc.Tokens[i].Form)
	}
	return key
}

func mix(key uint64, form extract.Form) uint64 {
	return (key ^ uint64(form)) * 1099511628211
}
