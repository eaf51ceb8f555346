package timex

import (
	"slices"
	"sync"

	"github.com/factline/factline/internal/pattern"
)

// rule is one named way to write a time. The example is read with 2020-07-10,
// a Friday, as the day of publication.
type rule struct {
	name    string
	example string // the expression stands in [brackets]
	want    string // its type, value and mod
	pattern string
	build   func(m pattern.Match) meaning // nil declines the match
}

// grammar returns all rules, compiled.
var grammar = sync.OnceValue(func() *ruleSet {
	date := dateLike().Class()
	shared().Add("date", date)
	return compile(rules())
})

// shared are the classes of all sets.
var shared = sync.OnceValue(func() *pattern.Classes { return pattern.NewClasses(classes()) })

// rules lists the rules by kind; among matches of equal length the earlier
// wins.
func rules() []rule {
	return slices.Concat(
		setRules(), clockRules(), dayPartRules(), rangeRules(), dateRules(), yearRules(), oldRules(), periodRules(), deicticRules(), countedRules(), durationRules(), stretchRules(), composedRules(),
	)
}

// inner are the expressions that others are composed of: "October" of "early
// October", "last year" of "the third quarter of last year".
var (
	yearLike = sync.OnceValue(func() *ruleSet {
		return compile(append(yearRules(), deicticRules()...))
	})
	dateLike = sync.OnceValue(func() *ruleSet {
		shared().Add("inyear", yearLike().Class())
		return compile(slices.Concat(rangeRules(), dateRules(), yearRules(), oldRules(), periodRules(), deicticRules()))
	})
)

type ruleSet = pattern.Set[meaning]

func compile(list []rule) *ruleSet {
	compiled := make([]pattern.Rule[meaning], len(list))
	for i, r := range list {
		compiled[i] = pattern.Rule[meaning]{
			Name: r.name, Example: r.example, Want: r.want, Pattern: r.pattern,
			Build: func(m pattern.Match) (meaning, bool) {
				mean := r.build(m)
				return mean, mean != nil
			},
		}
	}
	return pattern.Compile(compiled, shared())
}

// innerOf returns the meaning of the expression kept under a name.
func innerOf(m pattern.Match, name string, set func() *ruleSet) meaning {
	mean, _, _, _ := set().Longest(m.Reader, m.Get(name).Start)
	return mean
}

// has tells whether an element of the pattern was there.
func has(m pattern.Match, name string) bool { return !m.Get(name).Empty() }

// before returns the token before a match, and false at the start of the text.
func before(m pattern.Match) (int32, bool) { return m.Start - 1, m.Start > 0 }
