package claim

import (
	"math"

	"github.com/factline/factline/extract"
)

// feature is something that makes a claim more or less worth checking.
type feature uint8

const (
	bias feature = iota
	withQuantity
	withDate
	withName
	withObject
	attributed
	withOpinion
	withVague
	inFuture
	conditional
	unknown
	firstPerson
	short
	featureCount
)

var featureNames = [...]string{"bias", "quantity", "date", "name", "object", "attributed", "opinion", "vague",
	"future", "conditional", "unknown", "first person", "short"}

func parseFeature(name string) (feature, bool) {
	for i, n := range featureNames {
		if n == name {
			return feature(i), true
		}
	}
	return 0, false
}

// score adds up the weights of the features of a claim.
func (s *scan) score(c *extract.Claim) float64 {
	var has [featureCount]bool
	has[bias] = true
	has[withQuantity] = len(c.Quantities) > 0
	has[withDate] = len(c.Timexes) > 0
	has[withName] = c.Subject.Entity >= 0 || c.Object.Entity >= 0
	has[withObject] = !c.Object.Empty()
	has[attributed] = len(c.Attribution) > 0
	has[inFuture] = c.Modality == extract.Future || c.Modality == extract.Possible
	has[conditional] = c.Modality == extract.Conditional
	has[unknown] = c.Modality == extract.Unknown
	has[short] = c.Object.Empty() && len(c.Arguments) == 0
	for i := c.Start; i < c.End && i < c.Start+maxClause; i++ {
		has[withOpinion] = has[withOpinion] || s.in(s.words.opinion, i)
		has[withVague] = has[withVague] || s.in(s.words.vague, i)
		has[firstPerson] = has[firstPerson] || s.in(firstPersons, i)
	}
	sum := 0.0
	for f, present := range has {
		if present {
			sum += s.words.weights[f]
		}
	}
	return math.Round(100*min(1, max(0, sum))) / 100
}
