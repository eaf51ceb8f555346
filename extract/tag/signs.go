package tag

import (
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
)

// spelling returns token i as the Wall Street Journal corpus spells it, which
// is what the model knows: straight apostrophes, its own quotation marks and
// dashes, one currency sign, no other brackets than round ones.
func (c *context) spelling(i int32) string {
	token := c.token(i)
	word := token.In(c.doc.Text)
	if token.Class == extract.ClassAddress {
		return "it" // a name that stands for a thing
	}
	if straight, ok := c.lex.straight[token.Form]; ok {
		return straight
	}
	r, size := utf8.DecodeRuneInString(word)
	if unicode.Is(unicode.Sc, r) {
		return "$"
	}
	if size < len(word) && r != '.' && r != '-' {
		return word
	}
	switch r {
	case '“', '«', '„', '‘':
		return "``"
	case '”', '»', '’':
		return "''"
	case '"', '\'':
		if c.opens(i) {
			return "``"
		}
		return "''"
	case '(', '[', '{':
		return "("
	case ')', ']', '}':
		return ")"
	case '–', '—', '―', '-', '−':
		return "--"
	case '…':
		return "..."
	}
	return word
}

// opens tells whether the straight quotation mark i starts a quotation: no
// blank after it, and before it a blank, a bracket or a dash.
func (c *context) opens(i int32) bool {
	if !c.inside(i+1) || !c.glued(i+1) {
		return false
	}
	if !c.glued(i) {
		return true
	}
	before := c.word(i - 1)
	return before == "(" || before == "[" || isDash(before)
}

func isDash(word string) bool {
	switch word {
	case "-", "--", "–", "—", "―":
		return true
	}
	return false
}

// sign returns the tag of a token whose characters decide it, and false for
// every other.
func (c *context) sign(i int32) (extract.Penn, bool) {
	token := c.token(i)
	word := token.In(c.doc.Text)
	switch token.Class {
	case extract.ClassDigits:
		return extract.PennCD, true
	case extract.ClassAddress:
		return extract.PennADD, true
	case extract.ClassPunct, extract.ClassSymbol:
	default:
		return extract.PennNone, false
	}
	r, size := utf8.DecodeRuneInString(word)
	if penn, ok := c.dots(i, r); ok {
		return penn, true
	}
	if isDash(word) || word == "−" {
		return c.dash(i), true
	}
	if size < len(word) { // an emoticon, a row of stars
		return extract.PennNFP, true
	}
	return c.character(i, r), true
}

// dots returns the tag of a row of full stops, question and exclamation marks.
func (c *context) dots(i int32, r rune) (extract.Penn, bool) {
	switch r {
	case '!', '?':
		return extract.PennPeriod, true
	case '.':
		if len(c.word(i)) > 1 && c.inside(i+1) {
			return extract.PennComma, true
		}
		return extract.PennPeriod, true
	case '…', ';', ':', '·':
		return extract.PennColon, true
	case ',':
		return extract.PennComma, true
	}
	return extract.PennNone, false
}

// dash tells a hyphen from a range and from a dash.
func (c *context) dash(i int32) extract.Penn {
	switch {
	case c.token(i-1).Class == extract.ClassDigits && c.token(i+1).Class == extract.ClassDigits && c.glued(i) == c.glued(i+1):
		return extract.PennSYM
	case c.word(i) == "-" && (c.glued(i) && c.glued(i+1)):
		return extract.PennHYPH
	case c.word(i) == "-" && c.glued(i) && c.tag(i+1) == extract.PennCC:
		return extract.PennHYPH // "pre- and post-war"
	}
	return extract.PennColon
}

// character returns the tag of a sign of one character.
func (c *context) character(i int32, r rune) extract.Penn {
	switch r {
	case '“', '«', '„', '‘', '`', '‹':
		return extract.PennOpenQuote
	case '”', '»', '’', '›':
		return extract.PennCloseQuote
	case '"', '\'':
		if c.tag(i) == extract.PennPOS && r == '\'' && c.glued(i) {
			return extract.PennPOS
		}
		if c.opens(i) {
			return extract.PennOpenQuote
		}
		return extract.PennCloseQuote
	case '(', '[', '{', '<':
		return extract.PennLRB
	case ')', ']', '}', '>':
		return extract.PennRRB
	case '/':
		if c.token(i-1).Class == extract.ClassDigits && c.token(i+1).Class == extract.ClassDigits {
			return extract.PennSYM
		}
		return extract.PennComma
	case '&':
		return extract.PennCC
	case '%', '‰', '°', '#', '№', '℃', '℉':
		return extract.PennNN
	case '*', '•', '|', '_', '~', '■', '▪', '●', '§', '†', '\\', '^':
		return extract.PennNFP
	case '@':
		return extract.PennIN
	}
	switch {
	case unicode.Is(unicode.Sc, r):
		return extract.PennDollar
	case unicode.Is(unicode.So, r):
		return extract.PennNFP // emoji
	case unicode.IsPunct(r):
		return extract.PennNFP
	}
	return extract.PennSYM
}
