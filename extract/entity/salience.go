package entity

import "github.com/factline/factline/extract"

// Leads over the next candidate that a pronoun needs.
const (
	personLead  = 3
	thingLead   = 3
	groupLead   = 3
	mainLead    = 1 // of the company that the article is about
	placeLead   = 3 // of "the city"
	nominalLead = 5
	ageLead     = 3 // of "the 34-year-old"
)

// maxCandidates bounds the antecedents that are remembered.
const maxCandidates = 16

// farthest is how many sentences back an antecedent may stand.
const farthest = 3

// candidate is somebody or something that a later pronoun can mean.
type candidate struct {
	root      int32 // mention that stands for the entity; -1 for what has none
	kind      extract.EntityType
	gender    extract.Gender
	sentence  int // of its last mention, in sentences of the body
	token     int32
	paragraph int   // of its last mention
	role      role  // the best one in that sentence
	quote     int32 // in whose direct speech its last mention stands; -1 for none
	times     int   // mentions so far
	speaks    bool  // its last mention is the speaker of a quote
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

// question is what is known about a pronoun that asks for its antecedent.
type question struct {
	sentence  int
	paragraph int
	speaks    bool  // it is the speaker of a quote
	quote     int32 // the quote in whose direct speech it stands; -1 for none
	commander int32 // the entity of the subject above it; -1 for none
	latest    int32 // the entity of the last subject before it; -1 for none
	main      int32 // the entity that the article is about; -1 for none
	often     bool  // what the article mentions often is likelier
	many      bool  // it is "they", which rather means several than an organisation
}

// best returns the candidate with the highest score among those that fit, and
// its lead over the next one.
func (l candidates) best(ask question, fits func(*candidate) bool) (best *candidate, lead int) {
	second, top := 0, 0
	for i := range l {
		c := &l[i]
		if ask.sentence-c.sentence > farthest || !fits(c) {
			continue
		}
		score := c.score(ask)
		if best == nil || score > top {
			best, top, second = c, score, top
		} else {
			second = max(second, score)
		}
	}
	return best, top - second
}

// score is how likely a pronoun means the candidate, by distance, role and how
// much the article is about it. Who speaks is likelier who spoke before; the
// subject of the same sentence is likelier than what else stands there.
func (c *candidate) score(ask question) int {
	score := 20 - 4*(ask.sentence-c.sentence) + roleScore[c.role]
	if c.kind == extract.Person || ask.often {
		score += min(c.times, 10)
	}
	if c.gender != extract.GenderUnknown {
		score += 4
	}
	if c.paragraph != ask.paragraph {
		score -= 2
	}
	if c.quote >= 0 && c.quote != ask.quote {
		score -= 4
	}
	switch {
	case c.root < 0:
		if c.sentence == ask.sentence && c.role >= topic {
			score += 6 // "One resident said she left": whoever that is, it is she
		}
	case c.root == ask.commander:
		score += 6
	case c.root == ask.latest:
		score += 3
	}
	if c.root >= 0 && c.root == ask.main {
		score += 8
	}
	if ask.many && c.kind == extract.Org {
		score -= 8
	}
	if ask.speaks && c.role == subject {
		score += 3 // "Oldroyd criticised Velm. He said"
	}
	if ask.speaks && c.speaks && ask.sentence-c.sentence < farthest {
		score += 8 // "Oldroyd said no. She added"
	}
	return score
}

// roleScore is what a role adds to the score of a candidate.
var roleScore = [...]int{modifier: -2, oblique: 0, object: 2, topic: 4, subject: 6}
