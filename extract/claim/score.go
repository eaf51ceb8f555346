package claim

import (
	"math"
	"slices"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// feature is something that makes a claim more or less worth checking.
type feature uint8

const (
	bias feature = iota
	wordCount
	withQuantity
	moreQuantities
	withMoney
	withDate
	withName
	namedSubject
	withObject
	inPast
	superlative
	recorded
	attributed
	negated
	withOpinion
	withVague
	inFuture
	conditional
	isPossible
	isObligation
	unknown
	firstPerson
	plural
	addressed
	believed
	adjectiveOnly
	short
	withoutVerb
	featureCount
)

var featureNames = [...]string{"bias", "words", "quantity", "further quantities", "money or percent", "date", "name", "named subject", "object",
	"past", "superlative", "record", "attributed", "negated", "opinion", "vague", "future", "conditional", "possible", "obligation", "unknown",
	"first person", "we", "you", "believed", "adjective only", "short", "without verb"}

func parseFeature(name string) (feature, bool) {
	i := slices.Index(featureNames[:], name)
	return feature(max(i, 0)), i >= 0
}

// maxWords and maxQuantities bound the features that count.
const (
	maxWords      = 30
	maxQuantities = 3
)

var (
	singularSelf = lexicon.NewSet("i", "me", "my", "mine", "myself", "'m")
	pluralSelf   = lexicon.NewSet("we", "us", "our", "ours", "ourselves")
	addressee    = lexicon.NewSet("you", "your", "yours", "yourself", "let", "please", "thank")
	extremes     = lexicon.NewSet("first", "only", "never", "ever", "every", "most", "least", "none", "nobody", "zero", "record", "nothing")
)

// score adds up the weights of the features of a claim, and keeps what each
// adds.
func (s *scan) score(c *extract.Claim) {
	var value [featureCount]float64
	set := func(f feature, holds bool) {
		if holds {
			value[f] = 1
		}
	}
	value[bias] = 1
	set(withQuantity, len(c.Quantities) > 0)
	value[moreQuantities] = float64(min(max(0, len(c.Quantities)-1), maxQuantities-1))
	set(withMoney, slices.ContainsFunc(c.Quantities, func(q extract.QuantityIndex) bool {
		k := s.doc.Quantities[q].Kind
		return k == extract.Money || k == extract.Percent
	}))
	set(withDate, len(c.Timexes) > 0)
	set(namedSubject, c.Subject.Entity >= 0)
	set(withName, slices.ContainsFunc(s.mentionsIn(c.TokenRange), func(m extract.Mention) bool { return m.Kind == extract.Name }))
	set(withObject, !c.Object.Empty())
	set(inPast, s.tellsPast(c))
	set(recorded, s.lemmaIn(s.words.record, s.mainVerb(c)))
	set(negated, c.Polarity == extract.Negative)
	set(inFuture, c.Modality == extract.Future)
	set(conditional, c.Modality == extract.Conditional)
	set(isPossible, c.Modality == extract.Possible)
	set(isObligation, c.Modality == extract.Obligation)
	set(unknown, c.Modality == extract.Unknown)
	set(short, c.Object.Empty() && len(c.Arguments) == 0)
	set(withoutVerb, len(c.Predicate) == 0)
	object := s.headOf(c.Object.TokenRange)
	set(adjectiveOnly, len(c.Predicate) > 0 && s.lemmaIn(copulas, c.PredicateHead) && len(c.Quantities) == 0 && object >= 0 && s.isAdjective(object))
	set(believed, s.lemmaIn(s.words.belief, c.PredicateHead) || slices.ContainsFunc(c.Attribution, s.isBelief))
	set(attributed, len(c.Attribution) > 0 && value[believed] == 0)
	s.scoreWords(c, &value)
	s.weigh(c, &value)
}

// scoreWords fills in the features that single words tell.
func (s *scan) scoreWords(c *extract.Claim, value *[featureCount]float64) {
	sets := [...]struct {
		feature
		words lexicon.Set
	}{{withOpinion, s.words.opinion}, {withVague, s.words.vague}, {firstPerson, singularSelf}, {plural, pluralSelf}, {addressed, addressee}, {superlative, extremes}}
	for i := c.Start; i < c.End && i < c.Start+maxClause; i++ {
		for _, set := range sets {
			if s.in(set.words, i) {
				value[set.feature] = 1
			}
		}
		if p := s.penn(i); p == extract.PennJJS || p == extract.PennRBS {
			value[superlative] = 1
		}
		if s.doc.Tokens[i].Class != extract.ClassPunct {
			value[wordCount] = min(maxWords, value[wordCount]+1)
		}
	}
	if s.in(singularSelf, c.Subject.Start) {
		value[firstPerson] = 1
	}
}

// weigh sums up the features.
func (s *scan) weigh(c *extract.Claim, value *[featureCount]float64) {
	sum := 0.0
	for f, v := range value {
		if v == 0 {
			continue
		}
		part := v * s.words.weights[f]
		sum += part
		c.ScoreParts = append(c.ScoreParts, extract.ScorePart{Feature: featureNames[f], Weight: math.Round(1000*part) / 1000})
	}
	c.Score = math.Round(1000*min(1, max(0, sum))) / 1000
}

// tellsPast tells whether the verb of a claim is a past tense or a perfect.
func (s *scan) tellsPast(c *extract.Claim) bool {
	for _, part := range c.Predicate {
		for i := part.Start; i < part.End && i < part.Start+maxSteps; i++ {
			if p := s.penn(i); p == extract.PennVBD || p == extract.PennVBN && c.Modality == extract.Asserted {
				return true
			}
		}
	}
	return false
}

// isBelief tells whether the speaker of a quote only believes it.
func (s *scan) isBelief(q extract.QuoteIndex) bool { return s.doc.Quotes[q].Stance == extract.Believe }
