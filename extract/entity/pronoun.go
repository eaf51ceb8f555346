package entity

import (
	"github.com/factline/factline/extract"
)

// resolver walks through a document and gives its pronouns the antecedents that
// they most likely mean, when one stands out.
type resolver struct {
	*grouper
	gender    map[int32]extract.Gender // of persons, by root
	persons   candidates
	things    candidates
	described descriptions
	companies map[int32]int // mentions of organisations and products so far, by root
	main      main
	next      int             // mentions of the company next to main
	product   int             // mentions of the product that may be called by the name of its company: "TikTok"
	speech    []int32         // by mention: the quote whose direct speech it stands in; -1 for none
	speaks    map[int32]int32 // mentions of speakers to their last quote
	index     int             // of the sentence in the document
	sentence  int             // number of sentences of the body so far
	chunk     int
	subject   int32 // entity of the last subject of the sentence; -1 for none
	opening   bool  // the sentence has had no noun phrase yet
}

// pronouns joins "he", "she" and "it" with what they most likely mean.
func (g *grouper) pronouns() {
	r := &resolver{grouper: g, gender: g.genders(), speech: g.directSpeech(), index: -1, subject: -1, speaks: map[int32]int32{}, described: descriptions{}, companies: map[int32]int{}, main: main{root: -1}}
	for i, q := range g.doc.Quotes {
		if q.Mention >= 0 {
			r.speaks[int32(q.Mention)] = int32(i)
		}
	}
	at := 0
	for s, sentence := range g.doc.Sentences {
		first := at
		for at < len(g.doc.Mentions) && g.doc.Mentions[at].Start < sentence.End {
			at++
		}
		r.read(s, first, at)
	}
}

// read resolves the pronouns of one sentence, whose mentions are [from,to).
func (r *resolver) read(s, from, to int) {
	sentence := r.doc.Sentences[s]
	r.index, r.subject, r.opening = s, -1, true
	if sentence.Role == extract.RoleBody {
		r.sentence++
	}
	for r.chunk < len(r.doc.Chunks) && r.doc.Chunks[r.chunk].Start < sentence.End {
		c := r.doc.Chunks[r.chunk]
		first := from
		for from < to && r.doc.Mentions[from].Start < c.End {
			r.mention(int32(from), &c)
			from++
		}
		if c.Kind == extract.NounPhrase {
			if sentence.Role == extract.RoleBody && !r.named(first, from, c) {
				r.thing(c)
			}
			r.opening = false
		}
		r.chunk++
	}
	for ; from < to; from++ {
		r.mention(int32(from), nil)
	}
}

// named tells whether one of the mentions [from,to) is the head of a phrase.
func (r *resolver) named(from, to int, c extract.Chunk) bool {
	for _, m := range r.doc.Mentions[from:to] {
		if m.Head == c.Head {
			return true
		}
	}
	return false
}

// thing remembers a phrase without mention, which a pronoun can mean as well.
func (r *resolver) thing(c extract.Chunk) {
	if t := r.doc.Tags[c.Head]; t.Penn != extract.PennNN && t.Penn != extract.PennNNP {
		return
	}
	r.things.see(candidate{root: -1, quote: -1, sentence: r.sentence, token: c.Head, role: r.roleOf(c)})
	if r.roleOf(c) == subject {
		r.subject = -1
	}
}

// mention resolves a mention and remembers it. c is its phrase, if any.
func (r *resolver) mention(i int32, c *extract.Chunk) {
	m := r.doc.Mentions[i]
	role := r.role(m, c)
	switch m.Kind {
	case extract.Pronoun:
		r.resolve(i, role)
	case extract.Nominal:
		r.nominal(i)
	case extract.Name:
		r.describe(i, c)
	}
	if r.doc.Sentences[r.index].Role != extract.RoleBody {
		return
	}
	root := r.root(i)
	_, speaks := r.speaks[i]
	seen := candidate{speaks: speaks, root: root, kind: m.Type, sentence: r.sentence, token: m.Start, role: role, quote: r.speech[i]}
	switch {
	case root < 0 && m.Kind == extract.Pronoun:
	case m.Type == extract.Norp:
	case m.Type == extract.Person:
		if root < 0 && !r.isRival(m) {
			break
		}
		seen.gender = r.gender[root]
		if root < 0 {
			seen.gender = genderOf(r.doc.Tags[m.Head].Lemma)
		}
		r.persons.see(seen)
	case root < 0 && !r.isRival(m):
	default:
		r.things.see(seen)
	}
	if role == subject {
		r.subject = root
	}
}

// resolve joins a pronoun with its antecedent.
func (r *resolver) resolve(i int32, as role) {
	m := r.doc.Mentions[i]
	if r.root(i) >= 0 {
		return
	}
	speaker := r.speakerOf(i, m.Gender)
	own, speaks := r.speaks[i] // a speaker does not call himself "he"
	clause := int32(-1)        // whom "him" cannot mean
	if as != subject && r.isObject(m) {
		clause = r.subject
	}
	var found *candidate
	var lead, need int
	switch {
	case m.Gender != extract.GenderUnknown:
		need = personLead
		found, lead = r.persons.best(r.sentence, speaks, r.subject, func(c *candidate) bool {
			return (c.gender == extract.GenderUnknown || c.gender == m.Gender) && !(speaks && c.quote == own) && (c.root < 0 || c.root != speaker && c.root != clause)
		})
	case r.doc.Is(m.Start, "it") || r.doc.Is(m.Start, "its"):
		need = thingLead
		found, lead = r.things.best(r.sentence, speaks, r.subject, func(c *candidate) bool { return c.root < 0 || c.root != speaker && c.root != clause })
		if found != nil && found.role != subject && found.role != topic {
			return
		}
	default:
		return
	}
	if found == nil || found.root < 0 || lead < need {
		return
	}
	r.join(found.root, i)
	if r.gender[found.root] == extract.GenderUnknown {
		r.gender[found.root] = m.Gender
	}
}

// speakerOf returns the entity that says what mention i stands in; -1 for none.
// One who is named by a pronoun behind the words is resolved first, so that
// nobody calls himself "he".
func (r *resolver) speakerOf(i int32, gender extract.Gender) int32 {
	q := r.speech[i]
	if q < 0 || r.doc.Quotes[q].Mention < 0 {
		return -1
	}
	speaker := int32(r.doc.Quotes[q].Mention)
	if m := r.doc.Mentions[speaker]; speaker > i && m.Kind == extract.Pronoun && m.Gender == gender && r.speech[speaker] < 0 {
		r.resolve(speaker, subject)
	}
	return r.root(speaker)
}

// isObject tells whether a pronoun is the object of a verb or preposition.
func (r *resolver) isObject(m extract.Mention) bool {
	if r.doc.Tags[m.Start].Penn == extract.PennPRPS || r.doc.Is(m.Start, "he") || r.doc.Is(m.Start, "she") || m.Start == 0 {
		return false
	}
	switch r.doc.Tags[m.Start-1].POS {
	case extract.VERB, extract.ADP, extract.PART:
		return true
	}
	return false
}

// role tells the role of a mention that belongs to the phrase c; nil for none.
func (r *resolver) role(m extract.Mention, c *extract.Chunk) role {
	if c == nil || !c.Contains(m.Head) {
		return oblique
	}
	if c.Head != m.Head || r.doc.Tags[m.Head].Penn == extract.PennPRPS {
		return oblique
	}
	return r.roleOf(*c)
}

// roleOf tells the role of the phrase at r.chunk.
func (r *resolver) roleOf(c extract.Chunk) role {
	if int(c.End) < len(r.doc.Tokens) && r.doc.Tags[c.End].Penn == extract.PennPOS {
		return oblique
	}
	preposition := c.Start > r.doc.Sentences[r.index].Start && r.doc.Tags[c.Start-1].POS == extract.ADP
	if r.precedesVerb(c) && !preposition {
		return subject
	}
	switch {
	case preposition:
		return oblique
	case r.opening:
		return topic
	}
	return object
}

// precedesVerb tells whether a finite verb follows a phrase, with adverbs, "who"
// or a comma between them at most.
func (r *resolver) precedesVerb(c extract.Chunk) bool {
	if r.chunk+1 >= len(r.doc.Chunks) {
		return false
	}
	apposed := c.Start > 0 && r.doc.Is(c.Start-1, ",") // "the mayor, Oldroyd, said"
	next := r.doc.Chunks[r.chunk+1]
	if next.Kind == extract.NounPhrase && next.Start == c.End+1 && r.doc.Is(c.End, "and") && r.chunk+2 < len(r.doc.Chunks) { // "Oldroyd and Velm said"
		c, next = next, r.doc.Chunks[r.chunk+2]
	}
	if next.Kind != extract.VerbGroup || next.Start > c.End+2 || next.Start >= r.doc.Sentences[r.index].End {
		return false
	}
	for i := c.End; i < next.Start; i++ {
		if p := r.doc.Tags[i].POS; p != extract.ADV && p != extract.PRON && !(apposed && r.doc.Is(i, ",")) {
			return false
		}
	}
	for i := next.Start; i < next.End; i++ {
		if r.doc.Tags[i].Penn.IsFinite() || r.doc.Tags[i].Penn == extract.PennMD {
			return true
		}
	}
	return false
}

// isRival tells whether a nominal brings in one more person: "her mother", "a
// lawyer".
func (g *grouper) isRival(m extract.Mention) bool {
	if g.doc.Tags[m.Head].Penn != extract.PennNN {
		return false
	}
	if m.Start > 0 {
		switch g.doc.Tags[m.Start-1].Lemma {
		case "be", "become", "as", ",": // "he is a lawyer", "Oldroyd, a lawyer,"
			return false
		}
	}
	return true
}

// genders returns the gender of every person whose names tell it.
func (g *grouper) genders() map[int32]extract.Gender {
	gender := map[int32]extract.Gender{}
	for i, m := range g.doc.Mentions {
		if !g.isName(m, extract.Person) || m.Gender == extract.GenderUnknown {
			continue
		}
		root := g.root(int32(i))
		if _, ok := gender[root]; !ok {
			gender[root] = m.Gender
		}
	}
	return gender
}
