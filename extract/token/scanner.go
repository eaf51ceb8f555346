package token

import (
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
)

// scanner walks over a text once. The two marks keep it linear: a look ahead
// that failed once is not repeated from a later start in the same stretch.
type scanner struct {
	text   string
	words  *wordTables
	tokens []extract.Token

	noMail   int // no e-mail address starts before this offset
	noDomain int // no domain name starts before this offset
}

// bytesPerToken is what news text has at least; more tokens make the slice grow.
const bytesPerToken = 4

func scan(text string, words *wordTables) []extract.Token {
	if text == "" {
		return nil
	}
	s := &scanner{text: text, words: words}
	s.tokens = make([]extract.Token, 0, len(text)/bytesPerToken+1)
	for at := 0; at < len(text); {
		r, size := s.rune(at)
		switch {
		case isSpace(r):
			at += size
		case isDigit(r):
			at = s.number(at)
		case isLetter(r):
			at = s.word(at)
		default:
			at = s.sign(at, r, size)
		}
	}
	return s.tokens
}

// emit adds the token from start to end, together with the combining marks
// that follow it, and returns its end.
func (s *scanner) emit(start, end int, class extract.Class) int {
	for end < len(s.text) && s.text[end] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s.text[end:])
		if !unicode.IsMark(r) {
			break
		}
		end += size
		if r == keycap {
			class = extract.ClassSymbol
		}
	}
	s.tokens = append(s.tokens, extract.Token{
		Span:  extract.Span{Start: int32(start), End: int32(end)},
		Form:  extract.FormOf(s.text[start:end]),
		Class: class,
	})
	return end
}

// rune returns the rune at an offset and its size; -1 and 0 past the end.
func (s *scanner) rune(at int) (rune, int) {
	if at >= len(s.text) {
		return -1, 0
	}
	if c := s.text[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[at:])
}

// byteAt returns the byte at an offset; 0 outside the text.
func (s *scanner) byteAt(at int) byte {
	if at < 0 || at >= len(s.text) {
		return 0
	}
	return s.text[at]
}

// last returns the token before offset at when it is glued to it.
func (s *scanner) last(at int) (extract.Token, bool) {
	if n := len(s.tokens); n > 0 && int(s.tokens[n-1].End) == at {
		return s.tokens[n-1], true
	}
	return extract.Token{}, false
}

// letterAt tells whether a letter stands at the offset.
func (s *scanner) letterAt(at int) bool {
	r, _ := s.rune(at)
	return isLetter(r)
}

// digitAt tells whether a digit stands at the offset.
func (s *scanner) digitAt(at int) bool {
	r, _ := s.rune(at)
	return isDigit(r)
}

// letters returns the end of the run of letters that starts at an offset.
func (s *scanner) letters(at int) int {
	for {
		r, size := s.rune(at)
		if !isLetter(r) && !(r >= utf8.RuneSelf && unicode.IsMark(r)) {
			return at
		}
		at += size
	}
}

// digits returns the end of the run of digits that starts at an offset.
func (s *scanner) digits(at int) int {
	for {
		r, size := s.rune(at)
		if !isDigit(r) {
			return at
		}
		at += size
	}
}

func isSpace(r rune) bool {
	if r >= 0 && r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return unicode.IsSpace(r)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return r != modifierApostrophe && (unicode.IsLetter(r) || unicode.Is(unicode.Nl, r))
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.Is(unicode.Nd, r)
}

const (
	modifierApostrophe = 'ʼ'
	softHyphen         = '\u00ad'
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
	wordJoiner         = '\u2060'
	emojiVariation     = '\ufe0f'
	keycap             = '\u20e3'
)

// isJoiner tells whether a rune without width stands inside words.
func isJoiner(r rune) bool {
	return r == softHyphen || r == zeroWidthNonJoiner || r == zeroWidthJoiner || r == wordJoiner
}

// isApostrophe tells whether a rune can stand before a clitic.
func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == modifierApostrophe || r == '`' || r == '´'
}

// classOf returns the class of a word by its letters and digits.
func classOf(word string) extract.Class {
	upper, lower, digit, first := 0, 0, false, false
	for i, r := range word {
		switch {
		case 'a' <= r && r <= 'z':
			lower++
		case 'A' <= r && r <= 'Z':
			upper++
			first = first || i == 0
		case isDigit(r):
			digit = true
		case r < utf8.RuneSelf:
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			upper++
			first = first || i == 0
		case unicode.IsLetter(r):
			lower++
		}
	}
	switch {
	case digit:
		return extract.ClassAlnum
	case upper == 0:
		return extract.ClassLower
	case lower == 0:
		return extract.ClassUpper
	case upper == 1 && first:
		return extract.ClassTitle
	}
	return extract.ClassMixed
}
