package timex

import (
	"strings"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
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
	yearLike = sync.OnceValue(func() *ruleSet {
		return compile(append(yearRules(), deicticRules()...), classes())
	})
	dateLike = sync.OnceValue(func() *ruleSet {
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

// ruleSet is a compiled list of rules with the words that any of them can start
// with: most tokens of an article start none.
type ruleSet struct {
	*pattern.Set[meaning]
	starters lexicon.Set
}

// longest is Longest for tokens that can start a rule.
func (s *ruleSet) longest(doc *extract.Document, at int32) (meaning, pattern.Match, string, bool) {
	if int(at) >= len(doc.Tokens) || !s.mayStart(doc, at) {
		return nil, pattern.Match{}, "", false
	}
	return s.Longest(doc, at)
}

// mayStart tells whether a rule can start at a token: a word that starts one,
// or anything with a number in it.
func (s *ruleSet) mayStart(doc *extract.Document, at int32) bool {
	token := &doc.Tokens[at]
	if token.Class == extract.ClassDigits || token.Class == extract.ClassAlnum || s.starters.Has(token.Form) {
		return true
	}
	if c := doc.Text[token.Start]; c == '\'' || c == "’"[0] {
		return true
	}
	_, ok := numberStarting(doc, at)
	return ok
}

// startersOf returns the words that the rules can start with.
func startersOf(list []rule, classes map[string]pattern.Class) lexicon.Set {
	starters := lexicon.NewSet("final", "last", "closing", "opening", "q")
	for _, r := range list {
		for field := range strings.FieldsSeq(r.pattern) {
			name, optional := strings.CutSuffix(field, "?")
			if inner, class := strings.CutPrefix(name, "{"); class {
				inner = strings.TrimSuffix(inner[strings.Index(inner, ":")+1:], "}")
				for _, form := range classes[inner].First {
					starters[form] = struct{}{}
				}
			} else {
				for word := range strings.SplitSeq(name, "|") {
					starters[extract.FormOf(word)] = struct{}{}
				}
			}
			if !optional {
				break
			}
		}
	}
	return starters
}

func compile(list []rule, classes map[string]pattern.Class) *ruleSet {
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
	return &ruleSet{pattern.Compile(compiled, classes), startersOf(list, classes)}
}

// matchSet matches whatever the rules of a set match.
func matchSet(set func() *ruleSet) func(*extract.Document, int32) int32 {
	return func(doc *extract.Document, at int32) int32 {
		if _, m, _, ok := set().longest(doc, at); ok {
			return m.End
		}
		return at
	}
}

// innerOf returns the meaning of the expression kept under a name.
func innerOf(m pattern.Match, name string, set func() *ruleSet) meaning {
	mean, _, _, _ := set().longest(m.Doc, m.Get(name).Start)
	return mean
}

// has tells whether an element of the pattern was there.
func has(m pattern.Match, name string) bool { return !m.Get(name).Empty() }

// before returns the token before a match, and false at the start of the text.
func before(m pattern.Match) (int32, bool) { return m.Start - 1, m.Start > 0 }
