package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
)

// word adds the token or tokens of the word that starts with the letter at
// start, and returns the offset after them.
func (s *scanner) word(start int) int {
	if end := s.address(start); end > start {
		return s.emit(start, end, extract.ClassAddress)
	}
	end := s.run(start)
	if code := s.currencyCode(start, end); code > start {
		return s.emit(start, code, classOf(s.text[start:code]))
	}
	end, clitic := s.joined(start, end)
	if clitic > end { // the n of "n't" belongs to the clitic
		s.emit(start, end, classOf(s.text[start:end]))
		return s.emit(end, clitic, classOf(s.text[end:clitic]))
	}
	if s.byteAt(end) == '$' && s.words.dollars.Has(extract.FormOf(s.text[start:end])) {
		return s.emit(start, end+1, extract.ClassSymbol)
	}
	if s.isStutter(start, end) {
		return s.emit(start, end+1, classOf(s.text[start:end]))
	}
	end = s.fullStop(start, end)
	if cut := s.words.contraction(s.text[start:end]); cut > 0 {
		s.emit(start, start+cut, classOf(s.text[start:start+cut]))
		start += cut
	}
	return s.emit(start, end, classOf(s.text[start:end]))
}

// isStutter tells whether a word of one or two letters is broken off at its
// hyphen: "th- the".
func (s *scanner) isStutter(start, end int) bool {
	if end-start > 2 || s.byteAt(end) != '-' || !isSpace(rune(s.byteAt(end+1))) {
		return false
	}
	_, glued := s.last(start)
	return !glued
}

// run returns the end of the letters, digits, underscores and joiners that
// start at an offset; the last two only between letters or digits.
func (s *scanner) run(at int) int {
	for {
		r, size := s.rune(at)
		switch {
		case isLetter(r) || isDigit(r):
		case r == '_' || isJoiner(r):
			if next, _ := s.rune(at + size); !isLetter(next) && !isDigit(next) {
				return at
			}
		case r >= utf8.RuneSelf && unicode.IsMark(r):
		default:
			return at
		}
		at += size
	}
}

// joined returns the end of a word whose first run is [start,end), with all
// that is joined to it by apostrophes, hyphens, full stops, slashes and
// ampersands. A clitic "n't" that ends the word gives its end as well.
func (s *scanner) joined(start, end int) (wordEnd, clitic int) {
	piece := start // start of the last run
	for {
		r, size := s.rune(end)
		next := end + size
		to := next
		switch r {
		case '\'', '’', modifierApostrophe:
			to = s.letters(next)
			if to == next {
				return end, 0
			}
			if s.isNegation(start, end, next, to) {
				return end - 1, to
			}
			if s.words.clitics.Has(extract.FormOf(s.text[next:to])) {
				return end, 0
			}
		case '-', '‐', '‑':
			if !s.prefixed(start, end, next) {
				return end, 0
			}
		case '.':
			if !s.dotted(start, piece, end) {
				return end, 0
			}
		case '/':
			to = s.letters(next)
			if to-next > 3 || !s.words.slashed.Has(extract.FormOf(s.text[start:to])) {
				return end, 0
			}
		case '&':
			if end-start > 3 || !isUpper(s.text[start:end]) || !unicode.IsUpper(first(s.text[next:])) {
				return end, 0
			}
		default:
			return end, 0
		}
		piece = next
		end = s.run(next)
	}
}

// isNegation tells whether [start,end) with an apostrophe and [next,to) ends
// in "n't".
func (s *scanner) isNegation(start, end, next, to int) bool {
	return to-next == 1 && s.text[next]|0x20 == 't' && end-start > 1 && s.text[end-1]|0x20 == 'n'
}

// prefixed tells whether the hyphen after [start,end) joins a prefix to the
// word at next. A prefix before a capital stays apart, since a name may start
// there; so it does before a digit.
func (s *scanner) prefixed(start, end, next int) bool {
	r, _ := s.rune(next)
	if !isLetter(r) || end-start > longestPrefix {
		return false
	}
	return s.words.prefixes.Has(extract.FormOf(s.text[start:end])) && (!unicode.IsUpper(r) || end-start == 1 || isUpper(s.text[start:end]))
}

// dotted tells whether the full stop at end joins the run [piece,end) to the
// next one: "U.S", "e.g", "Ph.D", "v2.0".
func (s *scanner) dotted(start, piece, end int) bool {
	next := end + 1
	if s.digitAt(next) {
		return isDigit(rune(s.text[end-1]))
	}
	if !s.letterAt(next) {
		return false
	}
	to := next
	for letters := 0; letters < 5 && s.letterAt(to); letters++ {
		_, size := s.rune(to)
		to += size
	}
	if utf8.RuneCountInString(s.text[piece:end]) == 1 && utf8.RuneCountInString(s.text[next:to]) == 1 {
		return true
	}
	return piece == start && (s.isTicker(start, end, to) || s.words.dotted.Has(extract.FormOf(s.text[start:to])))
}

// isTicker tells whether [start,to), with a full stop at dot, is the code of a
// share and its exchange in brackets: "Ashdown [ASHD.L]".
func (s *scanner) isTicker(start, dot, to int) bool {
	switch s.byteAt(start - 1) {
	case '[', '(', '<':
	default:
		return false
	}
	switch s.byteAt(to) {
	case ']', ')', '>':
		return isUpper(s.text[start:dot]) && isUpper(s.text[dot+1:to])
	}
	return false
}

// fullStop returns the end of the word [start,end) with the full stop that
// belongs to it.
func (s *scanner) fullStop(start, end int) int {
	if s.byteAt(end) != '.' || s.byteAt(end+1) == '.' && s.byteAt(end+2) == '.' {
		return end
	}
	word := s.text[start:end]
	_, size := utf8.DecodeRuneInString(word)
	switch {
	case size < len(word) && s.isAcronym(word):
		return end + 1
	case size == len(word):
		if s.isInitial(start, end) || s.byteAt(start-1) == '(' && 'a' <= word[0] && word[0] <= 'z' && s.byteAt(end+1) == ' ' { // "(b. May 1950)"
			return end + 1
		}
	}
	if len(word) > longestAbbreviation {
		return end
	}
	kind, ok := s.words.abbreviation(word)
	if !ok {
		return end
	}
	switch next := s.afterBlanks(end + 1); kind {
	case notLast:
		if next == -1 || unicode.IsUpper(next) || strings.IndexByte(s.text[end+1:min(end+3, len(s.text))], '\n') >= 0 {
			return end
		}
	case beforeNumber:
		if !isDigit(next) && next != '#' && !unicode.IsUpper(next) {
			return end
		}
		if unicode.IsUpper(next) && !s.roman(end+1) {
			return end
		}
	case beforeName:
		if !isDigit(next) && !unicode.IsUpper(next) && next != '"' && next != '“' {
			return end
		}
	}
	return end + 1
}

// isAcronym tells whether a word holds full stops between its letters.
func (s *scanner) isAcronym(word string) bool {
	for i := 1; i < len(word); i++ {
		if word[i] == '.' {
			return !isDigit(rune(word[len(word)-1]))
		}
	}
	return false
}

// isInitial tells whether the single letter [start,end) before a full stop is
// the initial of a name: "George W. Bush", "by J. Roe", but not "vitamin C."
func (s *scanner) isInitial(start, end int) bool {
	r, _ := s.rune(start)
	if before, glued := s.last(start); !unicode.IsUpper(r) || glued && before.Class != extract.ClassPunct && s.text[start-1] != '.' {
		return false // "5°C."
	}
	at, blanks := end+1, 0
	next := s.afterBlanks(at)
	if next == ',' || next == ';' {
		return true
	}
	if !unicode.IsUpper(next) {
		return false
	}
	for isSpace(rune(s.byteAt(at))) && blanks < maxBlanks {
		if s.text[at] == '\n' {
			return false
		}
		at++
		blanks++
	}
	if s.words.starters.Has(extract.FormOf(s.text[at:s.letters(at)])) {
		return false
	}
	if n := len(s.tokens); n > 0 && r == 'I' {
		return s.tokens[n-1].Class.IsCapital()
	}
	return true
}

// maxBlanks is how far the scanner looks for the word after a blank.
const maxBlanks = 8

// afterBlanks returns the first rune from an offset on that is no white space,
// or white space when there is much of it.
func (s *scanner) afterBlanks(at int) rune {
	for i := 0; i < maxBlanks; i++ {
		r, size := s.rune(at)
		if !isSpace(r) {
			return r
		}
		at += size
	}
	return ' '
}

// roman tells whether a Roman numeral follows a blank: "Vol. IV".
func (s *scanner) roman(at int) bool {
	at++
	start := at
	for at-start < 6 && at < len(s.text) {
		switch s.text[at] {
		case 'I', 'V', 'X', 'L', 'C':
			at++
			continue
		}
		break
	}
	return at > start && !s.letterAt(at)
}

// currencyCode returns the end of the currency code that a number is glued to:
// "Rs1000", "EUR100m"; 0 for none.
func (s *scanner) currencyCode(start, end int) int {
	to := start
	for to < end && to-start < 4 && !isDigit(rune(s.text[to])) {
		to++
	}
	if to-start > 3 || to == end {
		return 0
	}
	code := extract.FormOf(s.text[start:to])
	if !s.words.currencies.Has(code) && !(s.afterCurrency(start) && s.words.dollars.Has(code)) { // "$US160"
		return 0
	}
	if s.text[start:to] == "PS" && end-to == 1 && !s.digitAt(end+1) { // a games console and no pound sign gone wrong
		return 0
	}
	if digits := s.digits(to); digits < end && !s.words.units.has(s.text[digits:end]) { // more letters: "EUR1x"
		return 0
	}
	return to
}

func first(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

func isUpper(word string) bool {
	for _, r := range word {
		if !unicode.IsUpper(r) && r != '&' {
			return false
		}
	}
	return true
}
