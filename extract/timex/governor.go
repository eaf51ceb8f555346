package timex

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// How far the verb of an expression is looked for in the tree, and its
// auxiliaries before it, in arcs and in tokens.
const (
	climbLimit = 6
	auxLimit   = 10
)

var (
	willAux    = lexicon.NewSet("will", "'ll", "’ll", "wo", "shall")
	beForms    = lexicon.NewSet("is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m")
	orderWords = lexicon.NewSet("after", "before", "since", "while", "when")
	notWord    = lexicon.NewSet("not", "n't", "n’t", "never")
)

// verbBefore returns the verb that stands directly before the expression, but
// for a preposition: "said [Tuesday] that it will", "closed on [Monday]". No
// tree is needed to see that it governs the expression.
func (c *context) verbBefore() int32 {
	i := c.here.Start - 1
	if i > c.sentence.Start && c.doc.Tags[i].Penn == extract.PennIN {
		i--
	}
	if i < c.sentence.Start || !c.doc.Tags[i].Penn.IsVerb() || c.relation(i) == extract.RelAux || c.relation(i) == extract.RelCop {
		return extract.None
	}
	return i
}

// governor returns the predicate that the expression hangs on in the tree: a
// verb, or a noun or adjective with a copula; None when there is none near.
func (c *context) governor() int32 {
	i := c.top()
	for range climbLimit {
		if i == extract.None || i < c.sentence.Start || i >= c.sentence.End {
			return extract.None
		}
		inside := i >= c.here.Start && i < c.here.End
		if c.doc.Tags[i].Penn.IsVerb() && !inside || c.auxiliary(i, extract.RelCop) != extract.None {
			return i
		}
		i = c.doc.Arcs[i].Head
	}
	return extract.None
}

// top returns the token of the expression that hangs on one outside it.
func (c *context) top() int32 {
	for i := c.here.Start; i < c.here.End; i++ {
		if head := c.doc.Arcs[i].Head; head < c.here.Start || head >= c.here.End {
			return i
		}
	}
	return extract.None
}

func (c *context) relation(i int32) extract.Relation { return c.doc.Arcs[i].Relation }

// auxiliary returns the last token shortly before i that hangs on it with a
// relation.
func (c *context) auxiliary(i int32, relations ...extract.Relation) int32 {
	for j := i - 1; j >= c.sentence.Start && j >= i-auxLimit; j-- {
		if c.doc.Arcs[j].Head != i {
			continue
		}
		for _, r := range relations {
			if c.relation(j) == r {
				return j
			}
		}
	}
	return extract.None
}

// bareParticiple tells whether a predicate is a participle without auxiliaries,
// which tells no time: "cut its output, resulting in losses in May". "After
// rising in May" has the time of the verb it hangs on.
func (c *context) bareParticiple(i int32) bool {
	if c.doc.Tags[i].Penn != extract.PennVBG || c.auxiliary(i, extract.RelAux, extract.RelAuxPass) != extract.None {
		return false
	}
	return i == c.sentence.Start || !orderWords.HasToken(c.doc, i-1)
}

// predicateTense reads the tense off a predicate and what hangs on it. An
// infinitive has that of its head: "failed to appear", "is to meet".
func (c *context) predicateTense(i int32) tense {
	for range climbLimit {
		if t := c.finiteTense(i); t != unclear {
			return t
		}
		penn := c.doc.Tags[i].Penn
		if penn != extract.PennVB && penn != extract.PennVBG {
			return unclear
		}
		mark := c.auxiliary(i, extract.RelMark)
		i = c.doc.Arcs[i].Head
		if mark != extract.None && c.doc.Tags[mark].Penn == extract.PennTO && (i == extract.None || c.doc.Tags[i].Penn.IsNoun()) {
			return future // "Firm to close plant in May", "a plan to close it in May"
		}
		if i == extract.None {
			return unclear
		}
		if penn == extract.PennVB && planWords.HasToken(c.doc, i) {
			return future
		}
	}
	return unclear
}

var afterWords = lexicon.NewSet("after", "following", "since")

// afterNoun tells whether the expression belongs to a noun that something comes
// after: "are holding a man after a shooting on [Friday]".
func (c *context) afterNoun() bool {
	i := c.top()
	if i == extract.None {
		return false
	}
	noun := c.doc.Arcs[i].Head
	if noun < c.sentence.Start || noun >= c.here.Start || !c.doc.Tags[noun].Penn.IsNoun() {
		return false
	}
	j := c.auxiliary(noun, extract.RelCase)
	return j != extract.None && afterWords.HasToken(c.doc, j)
}

var toBe = lexicon.NewSet("is", "are", "was", "were", "'s", "'re")

// arranged tells whether verb i is an infinitive of what is arranged: "were to
// vote on [Friday]", "the deal to be signed on [Friday]", but not "had to be
// closed".
func (c *context) arranged(i int32) bool {
	to := i - 1
	passive := c.doc.Is(to, "be") && c.doc.Tags[i].Penn == extract.PennVBN
	if passive {
		to--
	}
	if to <= c.sentence.Start || !c.doc.Is(to, "to") || !passive && c.doc.Tags[i].Penn != extract.PennVB {
		return false
	}
	before := to - 1
	return toBe.HasToken(c.doc, before) || passive && (c.doc.Tags[before].Penn.IsNoun() || c.doc.Is(before, ","))
}

// finiteTense is predicateTense without the heads.
func (c *context) finiteTense(i int32) tense {
	var have, was, is, not, modal bool
	for j := i - 1; j >= c.sentence.Start && j >= i-auxLimit; j-- {
		if c.doc.Arcs[j].Head != i {
			continue
		}
		form := c.doc.Tokens[j].Form
		switch r := c.relation(j); {
		case notWord.Has(form):
			not = true
		case r != extract.RelAux && r != extract.RelAuxPass && r != extract.RelCop:
		case willAux.Has(form):
			return future
		case pastAuxiliary.Has(form):
			have = have || c.doc.Tags[j].Lemma == "have"
			was = true
		case beForms.Has(form):
			is = true
		case willWords.Has(form):
			modal = true
		}
	}
	penn := c.doc.Tags[i].Penn
	switch {
	case c.arranged(i):
		return future
	case penn == extract.PennVBD && i >= c.here.End && forecastWords.HasToken(c.doc, i):
		return past // "in August, analysts predicted"
	case forecastWords.HasToken(c.doc, i), scheduledWords.HasToken(c.doc, i):
		return future
	case modal && (have || not && c.modalIsPast(i)):
		return past
	case modal:
		return future
	case was, penn == extract.PennVBD:
		return past
	case penn == extract.PennVBN && !is:
		return past
	case (penn == extract.PennVBZ || penn == extract.PennVBP) && timetableWords.HasToken(c.doc, i) && c.role == extract.RoleBody:
		return future
	case (penn == extract.PennVBZ || penn == extract.PennVBP) && c.conditional(i):
		return future
	case is && (penn == extract.PennVBG || penn == extract.PennVB):
		return future // "is leaving on Monday", "are to leave on Monday"
	case is && i >= c.here.Start && i < c.here.End && c.nounSubject(i):
		return future // "the deadline is Monday"
	}
	return unclear
}

// willBefore tells whether "will" stands shortly before the expression in its
// sentence: then it is no part of a story of the past.
func (c *context) willBefore() bool {
	for j := c.here.Start - 1; j >= c.sentence.Start && j >= c.here.Start-auxLimit; j-- {
		if willAux.HasToken(c.doc, j) && c.doc.Tags[j].Penn == extract.PennMD {
			return true
		}
	}
	return false
}

// conditional tells whether a clause begins with "if": "if he wins on Tuesday".
func (c *context) conditional(i int32) bool {
	j := c.auxiliary(i, extract.RelMark)
	return j != extract.None && (c.doc.Is(j, "if") || c.doc.Is(j, "unless"))
}

// nounSubject tells whether the subject of a predicate is a noun, or an adjective
// for one ("the final is on Sunday"): "it is Monday" tells no time to come.
func (c *context) nounSubject(i int32) bool {
	j := c.auxiliary(i, extract.RelNsubj, extract.RelNsubjOuter)
	return j != extract.None && (c.doc.Tags[j].Penn.IsNoun() || c.doc.Tags[j].Penn == extract.PennJJ)
}

// modalIsPast tells whether the modal of a negated predicate tells the past:
// "could not be reached on Monday".
func (c *context) modalIsPast(i int32) bool {
	for j := i - 1; j >= c.sentence.Start && j >= i-auxLimit; j-- {
		if c.doc.Arcs[j].Head == i && c.doc.Is(j, "could") {
			return true
		}
	}
	return false
}
