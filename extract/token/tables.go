package token

import (
	"embed"
	"sync"
	"unicode"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/*.tsv
var files embed.FS

// wordTables are the words that the scanner knows.
type wordTables struct {
	abbreviations map[extract.Form]abbreviation
	contractions  map[extract.Form]int // size of the first part
	initial       [256]bool            // first letters of contractions

	clitics, clipped, prefixes, dotted, slashed, starters lexicon.Set
	ordinals, currencies, dollars, labels                 lexicon.Set
	units, emoticons                                      exactSet
}

// longest entries of the tables in bytes; a test keeps them right.
const (
	longestPrefix       = 7
	longestAbbreviation = 8
	longestClipped      = 6
	longestLabel        = 4
	longestContraction  = 8
)

// abbreviation tells when a full stop belongs to a word.
type abbreviation struct {
	context abbreviationContext
	capital bool // only when written with a capital: "Sat." but not "sat."
}

type abbreviationContext uint8

const (
	anywhere     abbreviationContext = iota
	beforeName                       // only before a capital letter or digit: "Gen. Roe"
	beforeNumber                     // only before a number: "No. 5"
	notLast                          // only within a sentence: "etc., and"
)

var tables = sync.OnceValue(func() *wordTables {
	w := &wordTables{
		abbreviations: map[extract.Form]abbreviation{},
		contractions:  map[extract.Form]int{},
	}
	for _, row := range read("abbreviations", 2) {
		context := anywhere
		switch row[1] {
		case "name":
			context = beforeName
		case "number":
			context = beforeNumber
		case "inside":
			context = notLast
		}
		w.abbreviations[extract.FormOf(row[0][:len(row[0])-1])] = abbreviation{context, unicode.IsUpper(first(row[0]))}
	}
	for _, row := range read("contractions", 2) {
		w.contractions[extract.FormOf(row[0]+row[1])] = len(row[0])
		w.initial[row[0][0]] = true
		w.initial[row[0][0]-'a'+'A'] = true
	}
	kinds := map[string][]string{}
	for _, row := range read("pieces", 2) {
		kinds[row[0]] = append(kinds[row[0]], row[1])
	}
	w.clitics = lexicon.NewSet(kinds["clitic"]...)
	w.clipped = lexicon.NewSet(kinds["clipped"]...)
	w.prefixes = lexicon.NewSet(kinds["prefix"]...)
	w.dotted = lexicon.NewSet(kinds["dotted"]...)
	w.slashed = lexicon.NewSet(kinds["slashed"]...)
	w.starters = lexicon.NewSet(kinds["starter"]...)
	w.ordinals = lexicon.NewSet(kinds["ordinal"]...)
	w.currencies = lexicon.NewSet(kinds["currency"]...)
	w.dollars = lexicon.NewSet(kinds["dollar"]...)
	w.labels = lexicon.NewSet(kinds["label"]...)
	w.units = newExactSet(kinds["unit"])
	w.emoticons = newExactSet(kinds["emoticon"])
	return w
})

func read(name string, columns int) [][]string {
	file := "data/" + name + ".tsv"
	table, err := files.ReadFile(file)
	if err != nil {
		panic(err)
	}
	return lexicon.Rows(file, string(table), columns)
}

// abbreviation returns when a full stop belongs to the word, and false when it
// never does.
func (w *wordTables) abbreviation(word string) (abbreviationContext, bool) {
	entry, ok := w.abbreviations[extract.FormOf(word)]
	if !ok || entry.capital && !unicode.IsUpper(first(word)) {
		return 0, false
	}
	return entry.context, true
}

// contraction returns the size of the first of the two words written as one;
// 0 for any other word.
func (w *wordTables) contraction(word string) int {
	if len(word) > longestContraction || !w.initial[word[0]] {
		return 0
	}
	return w.contractions[extract.FormOf(word)]
}

// exactSet is a set of words of up to eight bytes in their exact case.
type exactSet map[uint64]struct{}

func newExactSet(words []string) exactSet {
	set := make(exactSet, len(words))
	for _, word := range words {
		set[pack(word)] = struct{}{}
	}
	return set
}

func (s exactSet) has(word string) bool {
	if len(word) > 8 {
		return false
	}
	_, ok := s[pack(word)]
	return ok
}

func pack(word string) (packed uint64) {
	for i := range len(word) {
		packed = packed<<8 | uint64(word[i])
	}
	return packed
}
