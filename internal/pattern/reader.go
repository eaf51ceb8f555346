package pattern

import (
	"maps"
	"slices"

	"github.com/factline/factline/extract"
)

// Class matches a piece of text that a word list or a stage knows. First and
// Starts tell what it can start with, so that it is tried at few tokens; with
// neither it is tried at all.
type Class struct {
	// Match returns the end of the piece that starts at token at; at itself
	// when there is none.
	Match  func(doc *extract.Document, at int32) int32
	First  []extract.Form // the words that the piece can start with
	Starts Starts         // the kinds of tokens that it can start with as well

	nested func(r *Reader, at int32) int32 // what a set of rules matches, instead of Match
}

// Starts are kinds of tokens that no list of words can tell.
type Starts uint8

const (
	StartsDigits     Starts = 1 << iota // digits, also with letters: "2019", "10th"
	StartsNumber                        // the first token of a Number
	StartsApostrophe                    // what begins with an apostrophe: "'98"

	startsAll = StartsDigits | StartsNumber | StartsApostrophe
)

func (c *Class) anywhere() bool { return c.First == nil && c.Starts == 0 }

// Classes are the classes and first words that sets of rules share. A class
// must be added before a rule that uses it is compiled, and all of them before
// the first Reader is made.
type Classes struct {
	ids      map[string]int
	list     []Class
	words    map[extract.Form]int // 0 is any word that starts nothing
	byWord   []uint64             // the classes that a word can start, one bit each
	byStarts [startsAll + 1]uint64
	any      uint64 // the classes that any token can start
}

// NewClasses makes classes under their names.
func NewClasses(named map[string]Class) *Classes {
	c := &Classes{ids: map[string]int{}, words: map[extract.Form]int{}, byWord: make([]uint64, 1)}
	for _, name := range slices.Sorted(maps.Keys(named)) {
		c.Add(name, named[name])
	}
	return c
}

// Add adds a class under a name. It panics when there are too many.
func (c *Classes) Add(name string, class Class) {
	id := len(c.list)
	if id == 64 {
		panic("pattern: more than 64 classes")
	}
	c.ids[name] = id
	c.list = append(c.list, class)
	if class.anywhere() {
		c.any |= 1 << id
	}
	for _, form := range class.First {
		word := c.word(form)
		c.byWord[word] |= 1 << id
	}
	for kind := range c.byStarts {
		if Starts(kind)&class.Starts != 0 {
			c.byStarts[kind] |= 1 << id
		}
	}
}

// word returns the number of a word, a new one when it has none.
func (c *Classes) word(form extract.Form) int {
	word, ok := c.words[form]
	if !ok {
		word = len(c.byWord)
		c.words[form] = word
		c.byWord = append(c.byWord, 0)
	}
	return word
}

// Reader matches rules in one document. What the tokens can start is looked up
// once for all rules.
type Reader struct {
	Doc      *extract.Document
	list     []Class
	tokens   []start
	captures []capture // of the matches under way, the innermost last
	memo     []remembered
}

// start is what a token can start.
type start struct {
	classes uint64
	word    int32
	starts  Starts
}

// remembered is where a class ends that was tried at a token.
type remembered struct{ at, end int32 }

// memory is for how many tokens a class remembers; patterns rarely look
// farther ahead than that from where they begin.
const memory = 16

// NewReader returns a Reader of a document for the sets that use the classes.
func (c *Classes) NewReader(doc *extract.Document) *Reader {
	r := &Reader{Doc: doc, list: c.list, tokens: make([]start, len(doc.Tokens)), memo: make([]remembered, memory*len(c.list))}
	for i := range r.memo {
		r.memo[i].at = -1
	}
	for _, n := range doc.Numbers {
		r.tokens[n.Start].starts = StartsNumber
	}
	for i := range r.tokens {
		token, s := &doc.Tokens[i], &r.tokens[i]
		if token.Class == extract.ClassDigits || token.Class == extract.ClassAlnum {
			s.starts |= StartsDigits
		}
		if first := doc.Text[token.Start]; first == '\'' || first == "’"[0] {
			s.starts |= StartsApostrophe
		}
		word := c.words[token.Form]
		s.word = int32(word)
		s.classes = c.any | c.byWord[word] | c.byStarts[s.starts]
	}
	return r
}

// match matches the elements from token at on, an optional one first with and
// then without it, and returns the end.
func (r *Reader) match(elements []element, at int32) (int32, bool) {
	if len(elements) == 0 {
		return at, true
	}
	e := &elements[0]
	if next := r.matchElement(e, at); next > at {
		kept := len(r.captures)
		if e.name != "" {
			r.captures = append(r.captures, capture{e.name, extract.TokenRange{Start: at, End: next}})
		}
		if end, ok := r.match(elements[1:], next); ok {
			return end, true
		}
		r.captures = r.captures[:kept]
	}
	if e.optional {
		return r.match(elements[1:], at)
	}
	return at, false
}

func (r *Reader) matchElement(e *element, at int32) int32 {
	if int(at) >= len(r.tokens) {
		return at
	}
	if e.words != nil {
		form := r.Doc.Tokens[at].Form
		for _, word := range e.words {
			if word == form {
				return at + 1
			}
		}
		return at
	}
	if r.tokens[at].classes&(1<<e.class) == 0 {
		return at
	}
	known := &r.memo[e.class*memory+int(at)%memory]
	if known.at != at {
		end := at
		if c := &r.list[e.class]; c.nested != nil {
			end = c.nested(r, at)
		} else {
			end = c.Match(r.Doc, at)
		}
		*known = remembered{at, end}
	}
	return known.end
}
