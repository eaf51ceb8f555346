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

// Class matches a piece of text that a word list or a stage knows.
type Class struct {
	// Match returns the end of the piece that starts at token at; at itself
	// when there is none.
	Match func(doc *extract.Document, at int32) int32
	// First lists the forms that the piece can start with; nil for any. Rules
	// that start with the class are then tried at these tokens only.
	First []extract.Form
}

// Rule is one named piece of grammar that builds a T.
type Rule[T any] struct {
	Name    string
	Example string // a text that the rule must match; every rule set tests its examples
	Want    string // what the stage must make of the example
	Pattern string
	// Build makes the result; false declines the match.
	Build func(m Match) (T, bool)
}

// Match is where a pattern matched.
type Match struct {
	extract.TokenRange
	Doc      *extract.Document
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
	rules   []compiled[T]
	byFirst map[extract.Form][]int // rules that can start with the form, ascending
	any     []int                  // rules that can start with any token, ascending
}

type compiled[T any] struct {
	Rule[T]
	elements []element
}

type element struct {
	words    []extract.Form // sorted; nil when it is a class
	class    Class
	name     string
	optional bool
}

// Compile makes a Set of rules; among matches of equal length at one token the
// earlier rule wins. It panics on a pattern that it cannot read: rules are
// part of the program.
func Compile[T any](rules []Rule[T], classes map[string]Class) *Set[T] {
	s := &Set[T]{byFirst: map[extract.Form][]int{}}
	for i, rule := range rules {
		c := compiled[T]{Rule: rule, elements: parse(rule.Name, rule.Pattern, classes)}
		s.rules = append(s.rules, c)
		s.index(i, c.elements)
	}
	return s
}

// index files rule i under every form that it can start with.
func (s *Set[T]) index(i int, elements []element) {
	for _, e := range elements {
		forms := e.words
		if forms == nil {
			forms = e.class.First
		}
		if forms == nil {
			s.any = append(s.any, i)
			return
		}
		for _, form := range forms {
			if list := s.byFirst[form]; len(list) == 0 || list[len(list)-1] != i {
				s.byFirst[form] = append(list, i)
			}
		}
		if !e.optional {
			return
		}
	}
	panic("pattern: every element of rule " + s.rules[i].Name + " is optional")
}

func parse(rule, pattern string, classes map[string]Class) []element {
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
			e.class, ok = classes[class]
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
func (s *Set[T]) Longest(doc *extract.Document, at int32) (result T, m Match, rule string, ok bool) {
	if int(at) >= len(doc.Tokens) {
		return result, m, "", false
	}
	best := 0
	try := func(list []int) {
		for _, i := range list {
			found, matched := s.rules[i].match(doc, at)
			if !matched || ok && (found.Len() < m.Len() || found.Len() == m.Len() && best < i) {
				continue
			}
			if built, good := s.rules[i].Build(found); good {
				result, m, rule, ok, best = built, found, s.rules[i].Name, true, i
			}
		}
	}
	try(s.byFirst[doc.Tokens[at].Form])
	try(s.any)
	return result, m, rule, ok
}

func (c *compiled[T]) match(doc *extract.Document, at int32) (Match, bool) {
	m := Match{Doc: doc}
	end, ok := matchElements(c.elements, doc, at, &m)
	m.TokenRange = extract.TokenRange{Start: at, End: end}
	return m, ok && end > at
}

// matchElements matches the elements from token at on, an optional one first
// with and then without it, and returns the end.
func matchElements(elements []element, doc *extract.Document, at int32, m *Match) (int32, bool) {
	if len(elements) == 0 {
		return at, true
	}
	e := &elements[0]
	if next := e.match(doc, at); next > at {
		kept := len(m.captures)
		if e.name != "" {
			m.captures = append(m.captures, capture{e.name, extract.TokenRange{Start: at, End: next}})
		}
		if end, ok := matchElements(elements[1:], doc, next, m); ok {
			return end, true
		}
		m.captures = m.captures[:kept]
	}
	if e.optional {
		return matchElements(elements[1:], doc, at, m)
	}
	return at, false
}

func (e *element) match(doc *extract.Document, at int32) int32 {
	if int(at) >= len(doc.Tokens) {
		return at
	}
	if e.words == nil {
		return e.class.Match(doc, at)
	}
	if _, found := slices.BinarySearch(e.words, doc.Tokens[at].Form); found {
		return at + 1
	}
	return at
}
