package entity

import (
	_ "embed"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/institutions.tsv
var institutionTable string

// institutions are the nouns for organisations that are no companies.
var institutions = sync.OnceValue(func() lexicon.Set {
	return lexicon.NewSet(lexicon.Column(lexicon.Rows("data/institutions.tsv", institutionTable, 1), 0)...)
})

// main is the company that an article mentions most.
type main struct {
	root  int32
	times int
}

// descriptions are the nouns that the text has called things by: "Velmex, a drug
// maker", "Secretary Oldroyd", "Velm University".
type descriptions struct {
	only  map[extract.Form]int32 // the one entity that a noun means, or ambiguous
	pairs map[uint64]bool        // noun and entity
}

func newDescriptions() descriptions {
	return descriptions{map[extract.Form]int32{}, map[uint64]bool{}}
}

// add describes an entity.
func (d descriptions) add(noun string, root int32) {
	form := extract.FormOf(noun)
	d.pairs[mix(uint64(root), form)] = true
	if old, ok := d.only[form]; ok && old != root {
		root = ambiguous
	}
	d.only[form] = root
}

// has tells whether an entity has been called so.
func (d descriptions) has(noun extract.Form, root int32) bool {
	return d.pairs[mix(uint64(root), noun)]
}

// describe gathers the nouns by which the text around a name describes it, and
// the one that it ends in.
func (r *resolver) describe(i int32, c *extract.Chunk) {
	m, root := r.doc.Mentions[i], r.root(i)
	if m.Type == extract.Org {
		r.count(root)
	}
	if c != nil && m.Start > c.Start && r.isNoun(m.Start-1) { // "captain Oldroyd"
		r.described.add(r.doc.Tags[m.Start-1].Lemma, root)
	}
	if s := senseNouns()[r.doc.Tokens[m.Head].Form]; m.Type != extract.Person && m.Len() > 1 && s != city && s != state { // "Velm University", "Velm Island", but not "Velm City"
		r.described.add(r.doc.Word(m.Head), root)
	}
	if m.Type == extract.Place && m.Start > 2 && r.doc.Is(m.Start-1, "of") {
		switch noun := r.doc.Tags[m.Start-2]; {
		case noun.Lemma == "mayor": // "the mayor of Arvo"
			r.described.add("city", root)
			r.described.add("town", root)
		case noun.Penn == extract.PennNN && r.doc.Is(m.Start-3, "the"): // "the village of Arvo", but not "the largest city of Arvana"
			r.described.add(noun.Lemma, root)
		}
	}
	r.equate(i)
}

// equate describes a name by the noun that it is said to be or that stands in
// apposition to it: "the mayor, Oldroyd,", "Oldroyd, the mayor", "Velmex is a
// drug maker".
func (r *resolver) equate(i int32) {
	m := r.doc.Mentions[i]
	head := r.headOf(m.TokenRange, m.Head)
	arc := r.doc.Arcs[head]
	nouns := []int32{r.tree.Child(head, extract.RelAppos)}
	switch arc.Relation {
	case extract.RelAppos:
		nouns = append(nouns, arc.Head)
	case extract.RelNsubj:
		if r.tree.Child(arc.Head, extract.RelCop) != extract.None {
			nouns = append(nouns, arc.Head)
		}
	}
	for _, noun := range nouns {
		if noun == extract.None || r.at[noun] < 0 {
			continue
		}
		other := r.doc.Mentions[r.at[noun]]
		if other.Kind == extract.Nominal && r.isOne(other) && (other.Type == m.Type || m.Type == extract.EntityUnknown) && r.tree.Child(head, extract.RelConj) == extract.None {
			r.described.add(r.doc.Tags[other.Head].Lemma, r.root(i))
		}
	}
}

func (r *resolver) isNoun(i int32) bool {
	p := r.doc.Tags[i].POS
	return p == extract.NOUN || p == extract.PROPN && r.doc.Tokens[i].Class == extract.ClassTitle
}

// isOne tells whether a nominal means one person or thing.
func (r *resolver) isOne(m extract.Mention) bool {
	return r.doc.Tags[m.Head].Penn == extract.PennNN
}

// nominal joins a definite nominal with the entity that it means: one that has
// been described by its noun, or the company that the article is about.
func (r *resolver) nominal(i int32) {
	m := r.doc.Mentions[i]
	if r.doc.Is(m.Head, "old") && r.doc.Is(m.Start, "the") { // "the 34-year-old"
		r.person(i)
		return
	}
	if r.doer(i) || !r.isOne(m) || !r.isDefinite(m) || r.root(i) >= 0 {
		return
	}
	form := extract.FormOf(r.doc.Tags[m.Head].Lemma)
	if root, ok := r.described.only[form]; ok && (root == ambiguous || r.fits(m, root)) {
		if root == ambiguous {
			root = r.latest(i, form)
		}
		if root >= 0 {
			r.join(root, i)
		}
		return
	}
	r.unnamed(i, form)
}

// person joins a nominal that anybody can be with the person that stands out.
func (r *resolver) person(i int32) {
	ask := question{sentence: r.sentence, paragraph: r.paragraph, quote: r.speech[i], commander: -1, latest: -1, main: -1}
	found, lead := r.persons.best(ask, func(*candidate) bool { return true })
	if found != nil && found.root >= 0 && lead >= ageLead {
		r.join(found.root, i)
	}
}

// latest returns the one of several entities called by the same noun that stands
// out; -1 for none.
func (r *resolver) latest(i int32, noun extract.Form) int32 {
	list := r.things
	if r.doc.Mentions[i].Type == extract.Person {
		list = r.persons
	}
	ask := question{sentence: r.sentence, paragraph: r.paragraph, quote: r.speech[i], commander: -1, latest: -1, main: -1, often: true}
	found, lead := list.best(ask, func(c *candidate) bool { return c.root >= 0 && r.described.has(noun, c.root) })
	if found == nil || lead < nominalLead {
		return -1
	}
	return found.root
}

// count counts the mentions of companies, so that main is the one that the
// article is about and next how often it mentions any other.
func (r *resolver) count(root int32) {
	if r.isInstitution(root) || r.offices[root] {
		return
	}
	times := r.counts[root] + 1
	switch {
	case root == r.main.root:
		r.main.times = times
	case times > r.main.times:
		r.next, r.main = r.main.times, main{root, times}
	default:
		r.next = max(r.next, times)
	}
}

// fits tells whether a nominal can mean an entity that its noun describes, by its type.
func (r *resolver) fits(m extract.Mention, root int32) bool {
	t := r.doc.Mentions[root].Type
	made := func(t extract.EntityType) bool { return t == extract.Org || t == extract.Product } // an app or website and who makes it
	return t == m.Type || t == extract.EntityUnknown || made(t) && made(m.Type)
}

// isInstitution tells whether a name ends in a noun for another kind of
// organisation than a company.
func (r *resolver) isInstitution(root int32) bool {
	return institutions().Has(r.doc.Tokens[r.doc.Mentions[root].Head].Form)
}

// isDefinite tells whether a nominal means what is known already: "the
// company", "the Leeds-based company", and not "the company that", "the new
// company", "the company of".
func (r *resolver) isDefinite(m extract.Mention) bool {
	if !r.doc.Is(m.Start, "the") && !r.doc.Is(m.Start, "this") {
		return false
	}
	based := r.doc.Is(m.Head-1, "based") && r.doc.Is(m.Head-2, "-")
	if m.Head != m.Start+1 && !based {
		return false
	}
	if int(m.End) >= len(r.doc.Tokens) {
		return true
	}
	switch t := r.doc.Tags[m.End]; t.Penn {
	case extract.PennWDT, extract.PennWP, extract.PennWPS, extract.PennNNP, extract.PennNN, extract.PennNNS, extract.PennCD:
		return false
	}
	return !r.doc.Is(m.End, "of") && !r.doc.Is(m.End, "that") && !r.doc.Is(m.End, "behind") && !r.doc.Is(m.End, "-")
}
