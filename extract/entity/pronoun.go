package entity

import (
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/tree"
)

// resolver walks through a document and gives its pronouns the antecedents that
// they most likely mean, when one stands out.
type resolver struct {
	*grouper
	tree      *tree.Tree
	at        []int32                  // by token: the mention that it is the head of; -1 for none
	gender    map[int32]extract.Gender // of persons, by root
	persons   candidates
	things    candidates
	groups    candidates // what "they" can mean
	described descriptions
	deeds     map[deed]int32  // who did what so far, by root
	offices   map[int32]bool  // organisations that are no companies by what they are called, by root
	employers map[int32]bool  // organisations that somebody works for, by root: "a Velmex spokesman"
	counts    map[int32]int   // mentions so far, by root
	main      main            // the company that the article is about
	next      int             // mentions of the company next to main
	speech    []int32         // by mention: the quote whose direct speech it stands in; -1 for none
	told      []int32         // the same, with what the writer has put into other words
	speaks    map[int32]int32 // mentions of speakers to their last quote
	ahead     [][2]int32      // entities and pronouns that look forward to them, to be joined at the end
	index     int             // of the sentence in the document
	paragraph int             // that the sentence stands in
	sentence  int             // number of sentences of the body so far
	chunk     int
	subject   int32 // entity of the last subject of the sentence; -1 for none
	opening   bool  // the sentence has had no noun phrase yet
}

// pronouns joins pronouns and nominals with what they most likely mean.
func (g *grouper) pronouns() {
	r := &resolver{grouper: g, tree: tree.New(g.doc), at: make([]int32, len(g.doc.Tokens)), gender: g.genders(), speech: g.directSpeech(false), told: g.directSpeech(true), index: -1, subject: -1, speaks: map[int32]int32{}, described: newDescriptions(), counts: map[int32]int{}, main: main{root: -1}, deeds: map[deed]int32{}, offices: map[int32]bool{}}
	for i := range r.at {
		r.at[i] = -1
	}
	for i, m := range g.doc.Mentions {
		r.at[g.headOf(m.TokenRange, m.Head)] = int32(i)
	}
	r.employers = r.findEmployers()
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
	for _, pair := range r.ahead {
		r.join(pair[0], pair[1])
	}
}

// read resolves the pronouns of one sentence, whose mentions are [from,to).
func (r *resolver) read(s, from, to int) {
	sentence := r.doc.Sentences[s]
	r.index, r.subject, r.opening = s, -1, true
	if sentence.Role == extract.RoleBody {
		r.sentence++
	}
	for r.paragraph < len(r.doc.Paragraphs) && r.doc.Paragraphs[r.paragraph].End <= sentence.Start {
		r.paragraph++
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
	seen := candidate{root: -1, quote: -1, sentence: r.sentence, paragraph: r.paragraph, token: c.Head, role: r.roleOf(c.TokenRange, c.Head, &c)}
	switch r.doc.Tags[c.Head].Penn {
	case extract.PennNN, extract.PennNNP:
		r.things.see(seen)
		if seen.role == subject && (r.doc.Is(c.Head, "%") || r.doc.Is(c.Head, "percent") || r.doc.Is(c.Head, "majority")) { // "67% of the works had"
			r.groups.see(seen)
		}
	case extract.PennNNS, extract.PennNNPS:
		r.groups.see(seen)
	default:
		return
	}
	if seen.role == subject {
		r.subject = -1
	}
}

// mention resolves a mention and remembers it. c is its phrase, if any.
func (r *resolver) mention(i int32, c *extract.Chunk) {
	m := r.doc.Mentions[i]
	role := r.roleOf(m.TokenRange, m.Head, c)
	switch m.Kind {
	case extract.Pronoun:
		r.resolve(i, role)
	case extract.Nominal:
		r.nominal(i)
	case extract.Name:
		r.describe(i, c)
		r.remembers(i)
	}
	root := r.root(i)
	if root >= 0 {
		r.counts[root]++
	}
	if r.doc.Sentences[r.index].Role != extract.RoleBody {
		return
	}
	_, speaks := r.speaks[i]
	r.remember(m, candidate{speaks: speaks, root: root, kind: m.Type, sentence: r.sentence, paragraph: r.paragraph, token: m.Start, role: role, quote: r.told[i], times: r.counts[root]})
	if role == subject {
		r.subject = root
	}
}

// remember puts a mention into the lists of those that pronouns can mean it.
func (r *resolver) remember(m extract.Mention, seen candidate) {
	if seen.root < 0 && m.Kind == extract.Pronoun {
		return
	}
	if r.isMany(m) {
		r.groups.see(seen)
		return
	}
	if seen.root < 0 && !r.isRival(m) {
		return
	}
	switch m.Type {
	case extract.Norp:
	case extract.Person:
		seen.gender = r.gender[seen.root]
		if seen.root < 0 {
			seen.gender = genderOf(r.doc.Tags[m.Head].Lemma)
		}
		r.persons.see(seen)
	default:
		r.things.see(seen)
		if m.Type == extract.EntityUnknown && m.Kind == extract.Name {
			r.persons.see(seen)
		}
		if m.Type == extract.Org {
			r.groups.see(seen)
		}
	}
}

// isMany tells whether a mention is a plural: "Democrats", "the doctors".
func (r *resolver) isMany(m extract.Mention) bool {
	switch m.Kind {
	case extract.Name:
		return m.Type == extract.Norp && r.doc.Tags[m.Head].Features.Number() == extract.Plural
	case extract.Nominal:
		return r.doc.Tags[m.Head].Penn == extract.PennNNS
	}
	return false
}

// resolve joins a pronoun with its antecedent.
func (r *resolver) resolve(i int32, as role) {
	m := r.doc.Mentions[i]
	if r.root(i) >= 0 {
		return
	}
	if r.reflexive(i) {
		return
	}
	own, speaks := r.speaks[i] // a speaker does not call himself "he"
	speaker, other := r.speakerOf(i, m.Gender), r.rootAt(r.rival(m.Start))
	ask := question{sentence: r.sentence, paragraph: r.paragraph, speaks: speaks, quote: r.speech[i], commander: r.commander(m.Start), latest: r.subject, main: -1}
	if about := r.relative(m.Start); about != extract.None && m.Gender != extract.GenderUnknown {
		if ask.commander = r.rootAt(about); ask.commander < 0 {
			return // somebody without name
		}
	}
	may := func(c *candidate) bool { return c.root < 0 || c.root != speaker && c.root != other }
	var found *candidate
	var lead, need int
	switch form := r.doc.Tokens[m.Start].Form; {
	case m.Gender != extract.GenderUnknown:
		need = personLead
		found, lead = r.persons.best(ask, func(c *candidate) bool {
			return (c.gender == extract.GenderUnknown || c.gender == m.Gender) && !(speaks && c.quote == own) && may(c)
		})
	case neuter().Has(form):
		need = thingLead
		found, lead = r.things.best(ask, func(c *candidate) bool { return may(c) && r.heard(ask, c) })
		if found != nil && found.role < topic {
			found = nil
		}
	case collective().Has(form):
		need, ask.many = groupLead, true
		found, lead = r.groups.best(ask, func(c *candidate) bool { return may(c) && r.heard(ask, c) })
		if found != nil && found.role < topic {
			found = nil
		}
	default:
		return
	}
	if found == nil || lead < need {
		if root := r.coming(m); root >= 0 && !ask.many {
			r.ahead = append(r.ahead, [2]int32{root, i})
		}
		return
	}
	if found.root < 0 {
		return
	}
	r.join(found.root, i)
	if m.Gender != extract.GenderUnknown && r.gender[found.root] == extract.GenderUnknown {
		r.gender[found.root] = m.Gender
	}
}

// heard tells whether who speaks can mean an organisation by "it" or "they": the
// writer's words are not his. "They called me difficult", said after the writer
// has told of an agency, means whoever did.
func (r *resolver) heard(ask question, c *candidate) bool {
	return ask.quote < 0 || c.quote == ask.quote
}

// neuter are the pronouns of one thing, collective those of several or of an
// organisation.
var (
	neuter     = sync.OnceValue(func() lexicon.Set { return lexicon.NewSet("it", "its", "itself") })
	collective = sync.OnceValue(func() lexicon.Set { return lexicon.NewSet("them", "their", "themselves", "they") })
)

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

// roleOf tells the role of the phrase or mention with the head h, which belongs
// to the phrase c at r.chunk, if any.
func (r *resolver) roleOf(at extract.TokenRange, h int32, c *extract.Chunk) role {
	role, _ := r.place(r.headOf(at, h))
	if role >= object || c == nil || c.Head != h || r.doc.Tags[h].Penn == extract.PennPRPS {
		return role
	}
	if int(c.End) < len(r.doc.Tokens) && r.doc.Tags[c.End].Penn == extract.PennPOS || c.Start > r.doc.Sentences[r.index].Start && r.doc.Tags[c.Start-1].POS == extract.ADP {
		return role
	}
	if r.precedesVerb(*c) {
		return subject
	}
	if r.opening {
		return topic
	}
	return role
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
