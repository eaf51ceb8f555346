// Package lexicon reads the embedded tables of words and finds their words and
// phrases in a document.
//
// A table is a TSV file: lines that start with '#' are its head (what it
// holds, its columns, source and licence), every other line is one entry. A
// phrase is written as its tokens with one blank between them: "New York
// Times", "per cent", "year - old".
package lexicon

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factline/factline/extract"
)

// Rows splits a table into its entries of exactly so many columns. It panics
// on a malformed line, naming file and line: embedded tables are part of the
// program, and a test reads every one of them.
func Rows(file, table string, columns int) [][]string {
	rows := make([][]string, 0, strings.Count(table, "\n"))
	for number := 1; table != ""; number++ {
		var line string
		line, table, _ = strings.Cut(table, "\n")
		line = strings.TrimSuffix(line, "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != columns {
			panic(fmt.Sprintf("%s:%d: %d columns, want %d: %q", file, number, len(row), columns, line))
		}
		rows = append(rows, row)
	}
	return rows
}

// Column returns one column of all rows.
func Column(rows [][]string, column int) []string {
	cells := make([]string, len(rows))
	for i, row := range rows {
		cells[i] = row[column]
	}
	return cells
}

// Lexicon finds phrases in documents, whatever their case. It is immutable.
type Lexicon struct {
	byFirst map[extract.Form][]phrase // longest first, then in the order of the table
	starts  filter
}

// filter is a set of hashes of words. Most words start no phrase, and it says so
// of most of them, in less time than a map takes.
type filter []uint64

func newFilter(words int) filter {
	size := 1
	for size < words/8 {
		size *= 2
	}
	return make(filter, size)
}

func (f filter) add(form extract.Form) { f[f.at(form)] |= 1 << (form & 63) }

// mayHave is true for all words of the set and a few others.
func (f filter) mayHave(form extract.Form) bool { return f[f.at(form)]>>(form&63)&1 != 0 }

func (f filter) at(form extract.Form) int { return int(form>>6) & (len(f) - 1) }

type phrase struct {
	rest []extract.Form // the forms after the first
	row  int
}

// New makes a lexicon of phrases; the index of a phrase is its row. When two
// rows hold the same phrase, the first is found.
func New(phrases []string) *Lexicon {
	l := &Lexicon{byFirst: make(map[extract.Form][]phrase, len(phrases)), starts: newFilter(len(phrases))}
	for row, text := range phrases {
		forms := Forms(text)
		if len(forms) == 0 {
			panic(fmt.Sprintf("lexicon: row %d is an empty phrase", row))
		}
		l.starts.add(forms[0])
		l.byFirst[forms[0]] = append(l.byFirst[forms[0]], phrase{forms[1:], row})
	}
	for _, phrases := range l.byFirst {
		slices.SortStableFunc(phrases, func(a, b phrase) int { return len(b.rest) - len(a.rest) })
	}
	return l
}

// Forms returns the forms of a phrase's words.
func Forms(phrase string) []extract.Form {
	words := strings.Fields(phrase)
	forms := make([]extract.Form, len(words))
	for i, word := range words {
		forms[i] = extract.FormOf(word)
	}
	return forms
}

// Longest returns the row and the end of the longest phrase that starts at
// token at, and false when none does.
func (l *Lexicon) Longest(doc *extract.Document, at int32) (row int, end int32, ok bool) {
	return l.LongestFunc(doc, at, nil)
}

// LongestFunc is Longest among the phrases that accept takes, which is asked
// longest first; a nil accept takes all.
func (l *Lexicon) LongestFunc(doc *extract.Document, at int32, accept func(row int, end int32) bool) (row int, end int32, ok bool) {
	if int(at) >= len(doc.Tokens) || !l.starts.mayHave(doc.Tokens[at].Form) {
		return 0, at, false
	}
	for _, p := range l.byFirst[doc.Tokens[at].Form] {
		if !p.follows(doc.Tokens[at+1:]) {
			continue
		}
		if end := at + 1 + int32(len(p.rest)); accept == nil || accept(p.row, end) {
			return p.row, end, true
		}
	}
	return 0, at, false
}

func (p phrase) follows(tokens []extract.Token) bool {
	if len(p.rest) > len(tokens) {
		return false
	}
	for i, form := range p.rest {
		if tokens[i].Form != form {
			return false
		}
	}
	return true
}

// Word returns the row of a phrase of a single word, and false when the word
// is not in the lexicon by itself.
func (l *Lexicon) Word(form extract.Form) (row int, ok bool) {
	phrases := l.byFirst[form]
	if len(phrases) == 0 {
		return 0, false
	}
	for _, p := range phrases {
		if len(p.rest) == 0 {
			return p.row, true
		}
	}
	return 0, false
}

// Set is a set of single words.
type Set map[extract.Form]struct{}

// NewSet makes a set of the given words.
func NewSet(words ...string) Set {
	s := make(Set, len(words))
	for _, word := range words {
		s[extract.FormOf(word)] = struct{}{}
	}
	return s
}

// Has tells whether the set holds the word.
func (s Set) Has(form extract.Form) bool {
	_, ok := s[form]
	return ok
}

// HasToken tells whether the set holds token i of a document; false when there
// is no such token.
func (s Set) HasToken(doc *extract.Document, i int32) bool {
	return i >= 0 && int(i) < len(doc.Tokens) && s.Has(doc.Tokens[i].Form)
}
