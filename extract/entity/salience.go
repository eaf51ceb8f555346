package entity

import "github.com/factline/factline/extract"

// role is how much a mention's place in its clause makes it the topic, after
// the centering theory of Grosz, Joshi and Weinstein 1995: a later pronoun more
// often means the subject than an object, and rarely what stands in a phrase
// with a preposition.
type role int32

const (
	oblique role = iota // "with [Oldroyd]", "[Oldroyd]'s plan"
	object              // "met [Oldroyd]"
	topic               // the first noun phrase of its sentence, whatever follows
	subject             // "[Oldroyd] said"
)

// Leads over the next candidate that a pronoun needs.
const (
	personLead = 2
	thingLead  = 3
)

// maxCandidates bounds the antecedents that are remembered.
const maxCandidates = 16

// farthest is how many sentences back an antecedent may stand.
const farthest = 2

// candidate is somebody or something that a later pronoun can mean.
type candidate struct {
	root     int32 // mention that stands for the entity; -1 for what has none
	kind     extract.EntityType
	gender   extract.Gender
	sentence int // of its last mention, in sentences of the body
	token    int32
	role     role  // the best one in that sentence
	quote    int32 // in whose direct speech its last mention stands; -1 for none
	times    int   // mentions so far
	speaks   bool  // its last mention is the speaker of a quote
}

// candidates are the antecedents of the last sentences, the last one last.
type candidates []candidate

// see adds a mention of an entity, or brings the entity to the end.
func (l *candidates) see(c candidate) {
	list := *l
	for i, old := range list {
		if c.root < 0 || old.root != c.root {
			continue
		}
		if old.sentence == c.sentence {
			c.role = max(c.role, old.role)
			c.speaks = c.speaks || old.speaks
		}
		if c.gender == extract.GenderUnknown {
			c.gender = old.gender
		}
		if c.kind == extract.EntityUnknown {
			c.kind = old.kind
		}
		c.times = old.times + 1
		copy(list[i:], list[i+1:])
		list[len(list)-1] = c
		return
	}
	if len(list) == maxCandidates {
		copy(list, list[1:])
		list = list[:len(list)-1]
	}
	*l = append(list, c)
}

// best returns the candidate with the highest score among those that fit, and
// its lead over the next one. Who speaks is likelier who spoke before; the latest
// subject of the sentence is likelier than an earlier one.
func (l candidates) best(sentence int, speaks bool, latest int32, fits func(*candidate) bool) (best *candidate, lead int) {
	second := 0
	top := 0
	for i := range l {
		c := &l[i]
		if sentence-c.sentence > farthest || !fits(c) {
			continue
		}
		score := c.score(sentence)
		if c.root >= 0 && c.root == latest {
			score += 3
		}
		if speaks && c.speaks {
			score += 6 // "Oldroyd said no. She added"
		}
		if best == nil || score > top {
			best, top, second = c, score, top
		} else {
			second = max(second, score)
		}
	}
	return best, top - second
}

// score is how likely a pronoun of the sentence means the candidate, by
// distance, role and, of persons, how much the article is about them.
func (c *candidate) score(sentence int) int {
	score := 20 - 4*(sentence-c.sentence) + 2*int(c.role)
	if c.kind == extract.Person {
		score += 2 * min(c.times, 3)
	}
	if c.gender != extract.GenderUnknown {
		score += 4
	}
	if c.quote >= 0 {
		score -= 4
	}
	if c.root < 0 && c.sentence == sentence && c.role >= topic {
		score += 6 // "One resident said she left": whoever that is, it is she
	}
	return score
}
