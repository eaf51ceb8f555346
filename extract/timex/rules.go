package timex

import (
	"sync"

	"github.com/factline/factline/extract"
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
var grammar = sync.OnceValue(func() *pattern.Set[meaning] {
	return compile(rules(), withInner())
})

// rules lists the rules by kind; among matches of equal length the earlier
// wins.
func rules() []rule {
	var all []rule
	for _, list := range [][]rule{
		setRules(), clockRules(), dateRules(), yearRules(), periodRules(), deicticRules(), countedRules(), durationRules(), composedRules(),
	} {
		all = append(all, list...)
	}
	return all
}

// inner are the expressions that others are composed of: "October" of "early
// October", "last year" of "the third quarter of last year".
var (
	yearLike = sync.OnceValue(func() *pattern.Set[meaning] {
		return compile(append(yearRules(), deicticRules()...), classes())
	})
	dateLike = sync.OnceValue(func() *pattern.Set[meaning] {
		var all []rule
		for _, list := range [][]rule{dateRules(), yearRules(), periodRules(), deicticRules()} {
			all = append(all, list...)
		}
		return compile(all, withYears())
	})
)

func withYears() map[string]pattern.Class {
	all := classes()
	all["inyear"] = pattern.Class{Match: matchSet(yearLike)}
	return all
}

func withInner() map[string]pattern.Class {
	all := withYears()
	all["date"] = pattern.Class{Match: matchSet(dateLike)}
	return all
}

func compile(list []rule, classes map[string]pattern.Class) *pattern.Set[meaning] {
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
	return pattern.Compile(compiled, classes)
}

// matchSet matches whatever the rules of a set match.
func matchSet(set func() *pattern.Set[meaning]) func(*extract.Document, int32) int32 {
	return func(doc *extract.Document, at int32) int32 {
		if int(at) < len(doc.Tokens) && mayStart(doc, at) {
			if _, m, _, ok := set().Longest(doc, at); ok {
				return m.End
			}
		}
		return at
	}
}

// innerOf returns the meaning of the expression kept under a name.
func innerOf(m pattern.Match, name string, set func() *pattern.Set[meaning]) meaning {
	mean, _, _, _ := set().Longest(m.Doc, m.Get(name).Start)
	return mean
}

// has tells whether an element of the pattern was there.
func has(m pattern.Match, name string) bool { return !m.Get(name).Empty() }

// before returns the token before a match, and false at the start of the text.
func before(m pattern.Match) (int32, bool) { return m.Start - 1, m.Start > 0 }
