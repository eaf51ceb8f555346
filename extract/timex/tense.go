package timex

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// tense is what the verb beside an expression tells of its time.
type tense uint8

const (
	unclear tense = iota
	past
	future
)

// How far from an expression its verb may stand, and how far before the verb
// its auxiliaries, in tokens.
const (
	verbWindow      = 12
	auxiliaryWindow = 4
)

var (
	willWords = lexicon.NewSet("will", "'ll", "wo", "shall", "would", "should", "must", "could", "might", "may", "can")
	// what makes "to meet on Monday" a plan
	planWords = lexicon.NewSet("expected", "set", "scheduled", "due", "planned", "plan", "plans", "planning", "going", "likely",
		"slated", "hope", "hopes", "aim", "aims", "intend", "intends", "expects", "expect", "is", "are", "want", "wants", "needs",
		"need", "have", "has", "about", "ready", "poised", "agreed", "tipped", "bound", "ordered", "required")
	scheduledWords = lexicon.NewSet("scheduled", "expected", "planned", "due", "slated", "set")
	// verbs of foretelling: what they speak of lies ahead even in the past tense
	forecastWords = lexicon.NewSet("forecast", "forecasts", "predicted", "predicts", "scheduled", "planned", "plans", "expected",
		"expects", "promised", "promises", "vowed", "vows")
	// verbs whose present tense tells a timetable: "they play on Sunday"
	timetableWords = lexicon.NewSet("go", "goes", "play", "plays", "face", "faces", "host", "hosts", "travel", "travels", "visit",
		"visits", "meet", "meets", "begin", "begins", "start", "starts", "open", "opens", "end", "ends", "resume", "resumes",
		"return", "returns", "expire", "expires", "takes", "leaves", "arrives", "lands", "launches", "vote", "votes", "holds",
		"convene", "convenes", "close", "closes", "reopen", "reopens", "debuts", "premieres", "addresses", "departs")
	pastAuxiliary = lexicon.NewSet("has", "have", "had", "was", "were", "been", "'ve", "did")
	futurePrepose = lexicon.NewSet("by", "until", "till", "through")
	delayWords    = lexicon.NewSet("delayed", "postponed", "adjourned", "extended", "deferred", "remanded", "suspended", "rescheduled")
	// what makes a delay of a plain verb: "put off until", "pushed back to"
	delayVerbs     = lexicon.NewSet("put", "puts", "push", "pushed", "move", "moved", "hold", "held", "set")
	delayParticles = lexicon.NewSet("off", "back", "over")
	sincePrepose   = lexicon.NewSet("since")
)

// tense returns the tense of the verb that the expression hangs on, or of the
// verb nearest to it in its sentence where the tree knows none.
func (c *context) tense() tense {
	if i := c.here.Start - 1; i >= c.sentence.Start {
		switch {
		case sincePrepose.HasToken(c.doc, i), c.endsPeriod(i):
			return past
		case c.doc.Is(i, "to") && (c.delayed(i) || c.doc.Is(i-1, "moved")),
			futurePrepose.HasToken(c.doc, i) && (c.delayed(i) || c.deadline() || c.verbTense() != past), c.ahead(i):
			return future
		}
	}
	return c.verbTense()
}

// endsPeriod tells whether a length of time stands before the preposition at
// token i, so that the expression is the end of what is told of: "covers the 12
// months through [June 30]".
func (c *context) endsPeriod(i int32) bool {
	if !c.doc.Is(i, "through") && !c.doc.Is(i, "to") && !c.doc.Is(i, "ended") || len(c.found) == 0 {
		return false
	}
	last := c.found[len(c.found)-1]
	return last.Type == extract.Duration && last.End == i
}

// delayed tells whether something is put off to what follows token i: "was
// postponed until [Monday]", "put off until [March 20]".
func (c *context) delayed(i int32) bool {
	if i-1 < c.sentence.Start {
		return false
	}
	return delayWords.HasToken(c.doc, i-1) ||
		i-2 >= c.sentence.Start && delayParticles.HasToken(c.doc, i-1) && delayVerbs.HasToken(c.doc, i-2)
}

// deadline tells whether an infinitive follows the expression, which is what
// there is time for: "gave the island until [Monday] to find the money".
func (c *context) deadline() bool {
	to := c.here.End
	return to+1 < c.sentence.End && c.doc.Is(to, "to") && c.doc.Tags[to+1].Penn == extract.PennVB
}

var (
	// what lies ahead when it stands before an expression or its preposition
	aheadWords = lexicon.NewSet("due", "likely", "unlikely", "possible", "beginning", "starting")
	planFor    = lexicon.NewSet("set", "scheduled", "planned", "slated", "expected", "tipped", "pencilled", "booked")
)

// ahead tells whether the words right before the expression, token i the last of
// them, say that it is to come: "the figures are due [Friday]", "a vote set for
// [Friday] was put off", "ahead of [Friday]'s vote".
func (c *context) ahead(i int32) bool {
	if c.doc.Is(i, "of") && c.doc.Is(i-1, "ahead") {
		return true
	}
	planned := c.doc.Is(i, "for")
	if c.doc.Tags[i].Penn == extract.PennIN && i > c.sentence.Start && !aheadWords.HasToken(c.doc, i) {
		i--
	}
	if i > c.sentence.Start && pastAuxiliary.HasToken(c.doc, i-1) {
		return false
	}
	if c.doc.Is(i-1, "to") && toBe.HasToken(c.doc, i-2) && i-2 >= c.sentence.Start {
		return true // "are to resume [Thursday]", whatever the tagger calls "resume"
	}
	return aheadWords.HasToken(c.doc, i) || planned && planFor.HasToken(c.doc, i)
}

// verbTense is tense by the verb alone.
func (c *context) verbTense() tense {
	if i := c.verbBefore(); i != extract.None {
		if c.foretold(i) {
			return past
		}
		if t := c.predicateTense(i); t != unclear {
			return t
		}
	} else if i := c.governor(); i != extract.None {
		switch {
		case c.bareParticiple(i):
			return unclear
		case c.afterNoun():
			return past
		}
		if t := c.predicateTense(i); t != unclear && !c.skipsFuture(i, t) {
			return t
		}
	}
	return c.nearestTense()
}

// foretold tells whether the expression says when something was foretold by
// verb i, and not when it will happen: "had predicted in [August] that it will
// rain", but "forecast rain in [August]".
func (c *context) foretold(i int32) bool {
	if !forecastWords.HasToken(c.doc, i) || scheduledWords.HasToken(c.doc, i) {
		return false
	}
	penn, next := c.doc.Tags[i].Penn, i+1
	active := penn == extract.PennVBD || penn == extract.PennVBN && c.auxiliary(i, extract.RelAuxPass) == extract.None
	return active && (next == c.here.Start || c.doc.Is(next, "in") || c.doc.Is(next, "on"))
}

// skipsFuture tells whether the tree ties the expression to a past verb over the
// head of a nearer verb of the future: of "said it would close on Monday" it is
// more often wrong than right about "said".
func (c *context) skipsFuture(i int32, t tense) bool {
	if t != past || i >= c.here.Start {
		return false
	}
	for j := c.here.Start - 1; j > i && j >= c.here.Start-verbWindow; j-- {
		if c.doc.Is(j, ",") || c.doc.Tags[j].Penn == extract.PennVBD {
			return false
		}
		if c.doc.Tags[j].Penn == extract.PennMD {
			return true
		}
	}
	return false
}

// nearestTense is the tense of the verb nearest to the expression, the one
// before it when two are equally near.
func (c *context) nearestTense() tense {
	for d := int32(1); d <= verbWindow; d++ {
		if i := c.here.Start - d; i >= c.sentence.Start && c.doc.Tags[i].Penn.IsVerb() {
			return c.tenseOf(i)
		}
		if i := c.here.End - 1 + d; i < c.sentence.End && c.doc.Tags[i].Penn.IsVerb() {
			return c.tenseOf(i)
		}
	}
	return unclear
}

// ifFuture keeps a value beside a verb of the future only: "soon" in a story
// told in the past is no date.
func ifFuture(value string) meaning {
	return func(c *context) result {
		if c.tense() != future {
			return result{value: "", anchor: extract.None}
		}
		return result{value: value, anchor: extract.None}
	}
}

// tenseOf reads the tense off verb i and the auxiliaries before it.
func (c *context) tenseOf(i int32) tense {
	penn := c.doc.Tags[i].Penn
	switch {
	case forecastWords.HasToken(c.doc, i):
		return future
	case penn == extract.PennVBD:
		return past
	case (penn == extract.PennVBZ || penn == extract.PennVBP) && timetableWords.HasToken(c.doc, i) && c.role == extract.RoleBody:
		return future
	}
	if scheduledWords.HasToken(c.doc, i) {
		return future
	}
	is := false
	for j := i - 1; j >= c.sentence.Start && j >= i-auxiliaryWindow; j-- {
		form := c.doc.Tokens[j].Form
		is = is || beForms.Has(form)
		switch {
		case willWords.Has(form) && (c.doc.Tags[j].Penn == extract.PennMD || !c.doc.Tokens[j].Class.IsCapital()):
			return future
		case c.doc.Tags[j].Penn == extract.PennTO:
			if planWords.HasToken(c.doc, j-1) && j-1 >= c.sentence.Start {
				return future
			}
		case pastAuxiliary.Has(form):
			return past
		case c.doc.Tags[j].Penn == extract.PennVBD:
			return past
		}
	}
	if penn == extract.PennVBN && !is {
		return past // but not "is being held until [Wednesday]"
	}
	return unclear
}
