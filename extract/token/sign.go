package token

import (
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
)

// sign adds the token that starts with a rune that is neither letter nor
// digit, and returns the offset after it.
func (s *scanner) sign(start int, r rune, size int) int {
	end := start + size
	switch {
	case isApostrophe(r) || r == '‘':
		return s.apostrophe(start, r, size)
	case r == '@' || r == '#':
		if to := s.handle(start); to > 0 {
			return s.emit(start, to, extract.ClassAddress)
		}
	case r == '.' && s.digitAt(end) && !s.gluedWord(start): // ".5"
		return s.emit(start, s.separated(end, s.digits(end)), extract.ClassDigits)
	}
	if to := s.emoticon(start); to > 0 {
		return s.emit(start, to, extract.ClassSymbol)
	}
	switch {
	case r < ' ' || r == 0x7f:
		return s.emit(start, end, extract.ClassSymbol)
	case r < utf8.RuneSelf:
		return s.emit(start, s.repeated(start, r), asciiClass(r))
	case unicode.IsPunct(r):
		return s.emit(start, s.repeated(start, r), extract.ClassPunct)
	case unicode.Is(unicode.No, r):
		return s.emit(start, end, noClass(r))
	case unicode.Is(unicode.So, r) || isRegional(r):
		return s.emit(start, s.emoji(end, isRegional(r)), extract.ClassSymbol)
	}
	return s.emit(start, end, extract.ClassSymbol)
}

// gluedWord tells whether a letter, digit or closing sign stands right before
// an offset.
func (s *scanner) gluedWord(at int) bool {
	token, ok := s.last(at)
	return ok && (token.Class <= extract.ClassAlnum || token.Class == extract.ClassAddress || s.text[at-1] == ')')
}

// apostrophe adds the token that starts with an apostrophe or single quotation
// mark: a clitic ("'s"), a shortened word or year ("'em", "'60s"), or the mark
// alone, of which two make one token.
func (s *scanner) apostrophe(start int, r rune, size int) int {
	next := start + size
	to := s.letters(next)
	_, glued := s.last(start)
	switch {
	case r == '‘':
	case glued && to > next && s.words.clitics.Has(extract.FormOf(s.text[next:to])) && !s.digitAt(to):
		return s.emit(start, to, classOf(s.text[start:to]))
	case r != '‘' && s.isDetached(start, next, to):
		return s.emit(start, to, classOf(s.text[start:to]))
	case !glued && to > next && to-next <= longestClipped && s.words.clipped.Has(extract.FormOf(s.text[next:to])):
		return s.emit(start, to, classOf(s.text[start:to]))
	case !glued && s.digits(next)-next == 2:
		end := s.digits(next)
		if s.byteAt(end) == 's' && !s.letterAt(end+1) {
			return s.emit(start, end+1, extract.ClassAlnum)
		}
		if s.isShortYear(end) {
			return s.emit(start, end, extract.ClassDigits)
		}
	}
	if second, n := s.rune(next); second == r || r == '‘' && second == '’' {
		return s.emit(start, next+n, extract.ClassPunct)
	}
	return s.emit(start, next, extract.ClassPunct)
}

// isDetached tells whether a clitic stands with blanks around it, as in texts
// that were cut into tokens before: "the firm 's".
func (s *scanner) isDetached(start, next, to int) bool {
	return start > 0 && s.byteAt(start-1) == ' ' && (to == len(s.text) || s.byteAt(to) == ' ') &&
		to > next && s.words.clitics.Has(extract.FormOf(s.text[next:to]))
}

// isShortYear tells whether "'99" ends at an offset: no unit or closing mark
// follows that would make it a number in quotation marks.
func (s *scanner) isShortYear(end int) bool {
	r, _ := s.rune(end)
	return r == -1 || isSpace(r) || r == '.' || r == ',' || r == ')' || r == ';' || r == '?' || r == '!' || r == '-'
}

// repeated returns the end of a sign that is written several times for one:
// "...", "--", "?!", "=====".
func (s *scanner) repeated(start int, r rune) int {
	_, size := s.rune(start)
	end := start + size
	switch r {
	case '.', '-', '=', '_', '*', '~', '+', '#', '<', '>', '|', '^', '—', '–', '…', '\\':
		for next, n := s.rune(end); next == r; next, n = s.rune(end) {
			end += n
		}
	case '?', '!':
		for next, n := s.rune(end); next == '?' || next == '!'; next, n = s.rune(end) {
			end += n
		}
	}
	return end
}

// longestEmoticon is the size of the longest entry of the table in bytes.
const longestEmoticon = 3

// emoticon returns the end of a face such as ":-)" that stands apart from
// words; 0 for none.
func (s *scanner) emoticon(start int) int {
	switch s.text[start] {
	case ':', ';', '=', '(', '^', '<':
	default:
		return 0
	}
	if _, glued := s.last(start); glued && s.text[start] != '<' {
		if isAlnum(s.text[start-1]) || s.text[start-1] == ')' {
			return 0
		}
	}
	for n := longestEmoticon; n > 1; n-- {
		end := start + n
		if end <= len(s.text) && utf8.RuneStart(s.byteAt(end)) && s.words.emoticons.has(s.text[start:end]) && !isAlnum(s.byteAt(end)) {
			return end
		}
	}
	return 0
}

// emoji returns the end of a sequence whose first sign ends at an offset: with
// skin tone, joined signs, or the second letter of a flag.
func (s *scanner) emoji(end int, flag bool) int {
	if flag {
		if r, size := s.rune(end); isRegional(r) {
			return end + size
		}
		return end
	}
	for {
		r, size := s.rune(end)
		switch {
		case r == emojiVariation || 0x1f3fb <= r && r <= 0x1f3ff:
			end += size
		case r == zeroWidthJoiner:
			next, n := s.rune(end + size)
			if !unicode.Is(unicode.So, next) {
				return end
			}
			end += size + n
		default:
			return end
		}
	}
}

// isRegional tells whether a rune is one of the letters that flags are made of.
func isRegional(r rune) bool { return 0x1f1e6 <= r && r <= 0x1f1ff }

// isCurrency tells whether a sign ends in a currency sign: "€", "US$".
func isCurrency(sign string) bool {
	r, _ := utf8.DecodeLastRuneInString(sign)
	return unicode.Is(unicode.Sc, r)
}

func asciiClass(r rune) extract.Class {
	switch r {
	case '$', '%', '+', '<', '=', '>', '^', '|', '~', '`', '#', '@', '&', '*':
		return extract.ClassSymbol
	}
	return extract.ClassPunct
}

// noClass returns the class of a numeral that is no digit: fractions are
// numbers, raised and circled ones are signs.
func noClass(r rune) extract.Class {
	if '¼' <= r && r <= '¾' || '⅐' <= r && r <= '⅞' || r == '↉' {
		return extract.ClassDigits
	}
	return extract.ClassSymbol
}
