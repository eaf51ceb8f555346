// Package pattern matches rules against the tokens of a document.
//
// A pattern is a line of elements with blanks between them:
//
//	of             the word, in any case
//	of|in|during   one of the words
//	{month}        a class: whatever its function matches from here
//	{m:month}      the same, kept under the name m
//	the?           any of these may be left out when it ends in ?
//
// So "the? {n:ordinal} half|quarter of {y:year}" matches "the second half of
// 2019". A pattern has no repetition, so that matching at one token costs at
// most its length.
package pattern

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factline/factline/extract"
)

// Rule is one named piece of grammar that builds a T.
type Rule[T any] struct {
	Name    string
	Example string // a text that the rule must match; every rule set tests its examples
	Want    string // what the stage must make of the example
	Pattern string
	// Build makes the result; false declines the match.
	Build func(m Match) (T, bool)
}

// Match is where a pattern matched. What it keeps is valid until Build returns.
type Match struct {
	extract.TokenRange
	Doc      *extract.Document
	Reader   *Reader
	captures []capture
}

type capture struct {
	name string
	extract.TokenRange
}

// Get returns the tokens kept under a name; the empty range when the element
// was left out.
func (m Match) Get(name string) extract.TokenRange {
	for _, c := range m.captures {
		if c.name == name {
			return c.TokenRange
		}
	}
	return extract.TokenRange{}
}

// Set is a compiled list of rules. It is immutable.
type Set[T any] struct {
	classes  *Classes
	rules    []compiled[T]
	byWord   [][]candidate              // rules that can start with a word of classes, ascending
	byStarts [startsAll + 1][]candidate // rules that can start with any token of such a kind, ascending
}

type compiled[T any] struct {
	Rule[T]
	elements []element
}

// candidate is a rule that can start with a token.
type candidate struct {
	rule int
	next next
}

// next is what the token behind the first may be.
type next struct {
	any     bool
	classes uint64
	words   uint64 // a bit for each word, which it shares with others
}

func (n next) fits(r *Reader, at int32) bool {
	if n.any {
		return true
	}
	if int(at) >= len(r.tokens) {
		return false
	}
	return r.tokens[at].classes&n.classes != 0 || 1<<(r.tokens[at].word%64)&n.words != 0
}

type element struct {
	words    []extract.Form // sorted; nil when it is a class
	class    int
	name     string
	optional bool
}

// Compile makes a Set of rules; among matches of equal length at one token the
// earlier rule wins. It panics on a pattern that it cannot read: rules are
// part of the program.
func Compile[T any](rules []Rule[T], classes *Classes) *Set[T] {
	s := &Set[T]{classes: classes}
	for i, rule := range rules {
		c := compiled[T]{Rule: rule, elements: parse(rule.Name, rule.Pattern, classes)}
		s.rules = append(s.rules, c)
		s.index(i, c.elements)
	}
	return s
}

// index files rule i under everything that it can start with.
func (s *Set[T]) index(i int, elements []element) {
	for k, e := range elements {
		forms, starts := e.words, Starts(0)
		c := candidate{i, next{any: true}}
		if forms != nil {
			c.next = s.following(elements[k+1:])
		} else {
			class := &s.classes.list[e.class]
			forms, starts = class.First, class.Starts
			if class.anywhere() {
				starts = startsAll + 1 // no kind of its own: every kind
			}
		}
		for _, form := range forms {
			word := s.classes.word(form)
			for len(s.byWord) <= word {
				s.byWord = append(s.byWord, nil)
			}
			s.byWord[word] = file(s.byWord[word], c)
		}
		for kind := range s.byStarts {
			if starts > startsAll || Starts(kind)&starts != 0 {
				s.byStarts[kind] = file(s.byStarts[kind], c)
			}
		}
		if !e.optional {
			return
		}
	}
	panic("pattern: every element of rule " + s.rules[i].Name + " is optional")
}

// following returns what the elements behind a word can begin with.
func (s *Set[T]) following(elements []element) next {
	var n next
	for _, e := range elements {
		if e.words == nil {
			n.classes |= 1 << e.class
		}
		for _, form := range e.words {
			n.words |= 1 << (s.classes.word(form) % 64)
		}
		if !e.optional {
			return n
		}
	}
	return next{any: true}
}

// file adds a candidate to a list; a rule that is in it already can go on in
// either way.
func file(list []candidate, c candidate) []candidate {
	if len(list) == 0 || list[len(list)-1].rule != c.rule {
		return append(list, c)
	}
	last := &list[len(list)-1].next
	*last = next{last.any || c.next.any, last.classes | c.next.classes, last.words | c.next.words}
	return list
}

// Class returns the class of everything that the set matches.
func (s *Set[T]) Class() Class {
	c := Class{nested: func(r *Reader, at int32) int32 {
		_, m, _, _ := s.Longest(r, at)
		return max(m.End, at)
	}}
	for form, word := range s.classes.words {
		if word < len(s.byWord) && s.byWord[word] != nil {
			c.First = append(c.First, form)
		}
	}
	for kind := StartsDigits; kind <= startsAll; kind <<= 1 {
		if s.byStarts[kind] != nil {
			c.Starts |= kind
		}
	}
	return c
}

func parse(rule, pattern string, classes *Classes) []element {
	var elements []element
	for _, field := range strings.Fields(pattern) {
		var e element
		field, e.optional = strings.CutSuffix(field, "?")
		if inner, ok := strings.CutPrefix(field, "{"); ok {
			inner, closed := strings.CutSuffix(inner, "}")
			name, class, named := strings.Cut(inner, ":")
			if named {
				e.name = name
			} else {
				class = name
			}
			e.class, ok = classes.ids[class]
			if !ok || !closed {
				panic(fmt.Sprintf("pattern: rule %s: no class %q", rule, field))
			}
		} else {
			for word := range strings.SplitSeq(field, "|") {
				e.words = append(e.words, extract.FormOf(word))
			}
			slices.Sort(e.words)
		}
		elements = append(elements, e)
	}
	return elements
}

// Longest returns what the rule with the longest match at token at builds, the
// tokens matched and the rule's name; false when no rule matches. A rule whose
// Build declines gives way to the next.
func (s *Set[T]) Longest(r *Reader, at int32) (result T, m Match, rule string, ok bool) {
	if int(at) >= len(r.tokens) {
		return result, m, "", false
	}
	var byWord []candidate
	if word := r.tokens[at].word; int(word) < len(s.byWord) {
		byWord = s.byWord[word]
	}
	best := 0
	for _, list := range [2][]candidate{byWord, s.byStarts[r.tokens[at].starts]} {
		for _, c := range list {
			if !c.next.fits(r, at+1) {
				continue
			}
			i, base := c.rule, len(r.captures)
			end, matched := r.match(s.rules[i].elements, at)
			found := Match{
				TokenRange: extract.TokenRange{Start: at, End: end}, Doc: r.Doc, Reader: r, captures: r.captures[base:],
			}
			if matched && end > at && (!ok || found.Len() > m.Len() || found.Len() == m.Len() && i < best) {
				if built, good := s.rules[i].Build(found); good {
					result, m, rule, ok, best = built, found, s.rules[i].Name, true, i
				}
			}
			r.captures = r.captures[:base]
		}
	}
	m.captures = nil
	return result, m, rule, ok
}
