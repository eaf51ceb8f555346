package mention

import (
	"strings"

	"github.com/factline/factline/extract"
)

// byShortName is the rule of names that are licensed by longer ones.
const byShortName = "short-name"

// leastScore is the evidence that a type needs.
const leastScore = 3

// votes gathers the evidence of all occurrences of a name, so that its type is
// decided once for the whole article.
type votes struct {
	groups    []group
	groupAt   map[uint64]int32
	lowercase map[extract.Form]bool // of names of one word: also written small
}

// group is all occurrences of one name.
type group struct {
	score   [extract.Work + 1]int32
	context [extract.Work + 1]int32 // the part of score from the words around
	rule    [extract.Work + 1]int32 // strongest evidence, an index into rules; -1 for none
	solid   int32                   // occurrences whose capital does tell
	first   int32                   // first occurrence
	kind    extract.EntityType
	source  string // rule
}

// decide groups the names, decides their types and returns the mentions of
// those that are names.
func (r *reader) decide() []extract.Mention {
	r.gather()
	r.recall()
	for i := range r.groups {
		r.groups[i].choose()
	}
	r.shorten()
	mentions := make([]extract.Mention, 0, len(r.names))
	for i := range r.names {
		n := &r.names[i]
		g := &r.groups[n.group]
		if !r.stands(n, g) {
			continue
		}
		m := extract.Mention{TokenRange: n.TokenRange, Head: r.headOf(n.TokenRange), Kind: extract.Name, Type: g.kind, Rule: g.source}
		if g.kind == extract.Person {
			m.Gender = n.gender
		}
		mentions = append(mentions, m)
	}
	return mentions
}

// gather sorts names into groups and counts the evidence.
func (r *reader) gather() {
	r.groupAt = make(map[uint64]int32, len(r.names))
	r.lowercase = make(map[extract.Form]bool)
	for i := range r.names {
		n := &r.names[i]
		key := r.key(n.TokenRange)
		at, ok := r.groupAt[key]
		if !ok {
			at = int32(len(r.groups))
			r.groupAt[key] = at
			g := group{first: int32(i)}
			for k := range g.rule {
				g.rule[k] = -1
			}
			r.groups = append(r.groups, g)
			if n.Len() == 1 {
				r.lowercase[r.doc.Tokens[n.Start].Form] = false
			}
		}
		n.group = at
		r.weigh(i, &r.groups[at])
	}
	for _, t := range r.doc.Tokens {
		if t.Class != extract.ClassLower {
			continue
		}
		if _, ok := r.lowercase[t.Form]; ok {
			r.lowercase[t.Form] = true
		}
	}
}

// recall adds that an unknown name is later recalled by its last word alone, as
// those of persons are: "Arvo Oldroyd", then "Oldroyd". Companies and clubs are
// recalled by their first.
func (r *reader) recall() {
	for i := range r.groups {
		g := &r.groups[i]
		n := &r.names[g.first]
		p := &place{reader: r, name: n, index: int(g.first)}
		if p.isTwoWords() != extract.Person {
			continue
		}
		if _, ok := r.groupAt[r.key(extract.TokenRange{Start: n.End - 1, End: n.End})]; ok {
			g.score[extract.Person] += 3
		}
	}
}

// key is the same for two names of the same words, whatever their case.
func (r *reader) key(at extract.TokenRange) uint64 {
	key := uint64(0)
	for i := at.Start; i < at.End; i++ {
		key = (key ^ uint64(r.doc.Tokens[i].Form)) * 1099511628211
	}
	return key
}

// weigh adds the evidence of one occurrence.
func (r *reader) weigh(i int, g *group) {
	n := &r.names[i]
	if !n.initial && n.style == plain {
		g.solid++
	}
	p := &place{reader: r, name: n, index: i}
	for i := range rules {
		kind := rules[i].holds(p)
		if kind == extract.EntityUnknown {
			continue
		}
		g.score[kind] += rules[i].weight
		if rules[i].context {
			g.context[kind] += rules[i].weight
		}
		if old := g.rule[kind]; old < 0 || rules[old].weight < rules[i].weight || rules[i].context && rules[old].weight == rules[i].weight {
			g.rule[kind] = int32(i)
		}
	}
}

// choose decides the type of a group: the one with the most evidence, if that
// is enough and none has as much.
func (g *group) choose() {
	best, tie := extract.EntityUnknown, false
	for k := extract.Person; k <= extract.Work; k++ {
		switch {
		case best != extract.EntityUnknown && g.score[k] == g.score[best]:
			tie = true
		case best == extract.EntityUnknown && g.score[k] > 0 || best != extract.EntityUnknown && g.score[k] > g.score[best]:
			best, tie = k, false
		}
	}
	if best != extract.EntityUnknown && !tie && g.score[best] >= leastScore {
		g.kind, g.source = best, rules[g.rule[best]].name
	} else {
		g.kind, g.source = extract.EntityUnknown, "capitals"
	}
}

// shorten lets full names license short ones: after "Mike Pompeo", "Pompeo" and
// "Mike" are that person.
func (r *reader) shorten() {
	for i := range r.groups {
		g := &r.groups[i]
		full := &r.names[g.first]
		if full.Len() < 2 {
			continue
		}
		if g.kind == extract.Org && g.source == byHead {
			r.shortenOrganisation(full)
			r.shortenClub(full)
		}
		if g.kind != extract.Person {
			continue
		}
		for _, part := range [...]int32{r.surname(full), full.Start} {
			at, ok := r.groupAt[r.key(extract.TokenRange{Start: part, End: part + 1})]
			if !ok {
				continue
			}
			short := &r.groups[at]
			if short.kind == extract.Person || !short.yields(part == full.Start) {
				continue
			}
			short.kind, short.source = extract.Person, byShortName
			if short.solid == 0 {
				short.solid = 1
			}
		}
	}
}

// shortenOrganisation lets "Velm Foods" license "Velm".
func (r *reader) shortenOrganisation(full *name) {
	at, ok := r.groupAt[r.key(extract.TokenRange{Start: full.Start, End: full.End - 1})]
	if !ok {
		return
	}
	short := &r.groups[at]
	if r.names[short.first].row < 0 && r.word(full.Start).flags&isGiven == 0 {
		short.kind, short.source = extract.Org, byShortName
	}
}

// shortenClub lets "Velm Rovers" license "Rovers", where no article makes it a
// common noun.
func (r *reader) shortenClub(full *name) {
	at, ok := r.groupAt[r.key(extract.TokenRange{Start: full.End - 1, End: full.End})]
	if !ok {
		return
	}
	short := &r.groups[at]
	if n := &r.names[short.first]; short.kind == extract.EntityUnknown && n.row < 0 && (n.Start == n.sentence.Start || r.doc.Tags[n.Start-1].POS != extract.DET) {
		short.kind, short.source = extract.Org, byShortName
	}
}

// surname returns the token of a person's last name: "Oldroyd" of "Al Oldroyd
// Jr.".
func (r *reader) surname(n *name) int32 {
	last := n.End - 1
	if last > n.Start+1 && r.word(last).flags&isGeneration != 0 {
		last--
	}
	return last
}

// yields tells whether a name that looks like another type can be the short
// name of a person: "Paris" after "Jan Paris". As a first name it must not be
// known for anything else.
func (g *group) yields(first bool) bool {
	if first && g.score[extract.Place]+g.score[extract.Org] > 0 {
		return false
	}
	return g.context[extract.Place]+g.context[extract.Org] <= g.context[extract.Person]
}

// stands tells whether an occurrence is a name after all: a capital that its
// sentence explains needs other evidence.
func (r *reader) stands(n *name, g *group) bool {
	if g.kind == extract.EntityUnknown && r.isLabel(n) {
		return false
	}
	if !n.initial && n.style == plain || g.solid > 0 || n.honoured {
		return true
	}
	if n.Len() > 1 && n.style == plain || n.row >= 0 {
		return true
	}
	if g.score[extract.Person] >= 9 {
		return true
	}
	return n.style == plain && !r.lowercase[r.doc.Tokens[n.Start].Form] && g.kind != extract.EntityUnknown && r.doc.Tags[n.Start].POS == extract.PROPN
}

// isLabel tells whether a single word of unknown type names no thing of its
// own: "Journal", "Group G", "Ward 3", "3rd Ward".
func (r *reader) isLabel(n *name) bool {
	if n.Len() > 1 || n.row >= 0 {
		return false
	}
	next := n.End
	if i := n.Start - 1; n.sentence.Contains(i) && r.isOrdinal(i) {
		return true
	}
	return r.word(n.Start).head != extract.EntityUnknown ||
		n.sentence.Contains(next) && (r.doc.Tokens[next].Class == extract.ClassDigits || r.doc.Tokens[next].Class == extract.ClassAlnum)
}

// isOrdinal tells whether token i is an ordinal in digits: "3rd".
func (r *reader) isOrdinal(i int32) bool {
	w := r.doc.Word(i)
	return '0' <= w[0] && w[0] <= '9' && (strings.HasSuffix(w, "st") || strings.HasSuffix(w, "nd") || strings.HasSuffix(w, "rd") || strings.HasSuffix(w, "th"))
}

// headOf returns the token that carries the meaning of a name: its last word,
// or the word before "of".
func (r *reader) headOf(n extract.TokenRange) int32 {
	for i := n.Start + 1; i < n.End-1; i++ {
		if r.doc.Is(i, "of") || r.doc.Is(i, "for") {
			return i - 1
		}
	}
	return n.End - 1
}
