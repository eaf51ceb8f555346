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
	if token.Class.IsCapital() {
		return c.capital(i, word)
	}
	r, size := utf8.DecodeRuneInString(word)
	if unicode.Is(unicode.Sc, r) {
		return "$"
	}
	if (r == '\'' || r == '’') && c.genitive(i) {
		return "'"
	}
	if size < len(word) && r != '.' && r != '-' {
		return word
	}
	switch r {
	case '“', '«', '„':
		return "``"
	case '”', '»', '"', '’', '‘', '\'':
		open := r == '‘' || r != '”' && r != '»' && r != '’' && c.opens(i)
		if r != '"' {
			c.quoting = open
		}
		if open {
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

// capital returns a word with a capital letter, in lower case where the capital
// tells nothing and the model knows the word: at the start of a sentence and
// in a headline.
func (c *context) capital(i int32, word string) string {
	if c.headline || i == 0 || c.signBefore(i) != extract.PennNone {
		if small := lower(word); c.lex.model.Knows(small) {
			return small
		}
	}
	return word
}

// signBefore returns the tag of the token before i when it is a sign.
func (c *context) signBefore(i int32) extract.Penn {
	if !c.inside(i-1) || c.token(i-1).Class != extract.ClassPunct {
		return extract.PennNone
	}
	switch c.word(i - 1) {
	case ":", "\"", "“", "‘", "'":
		return extract.PennColon
	}
	return extract.PennNone
}

// genitive tells whether the apostrophe i makes a genitive: after an s, before
// a word that is apart, and no quotation to be closed.
func (c *context) genitive(i int32) bool {
	before := c.word(i - 1)
	return c.glued(i) && before != "" && before[len(before)-1]|0x20 == 's' && c.inside(i+1) && !c.glued(i+1) &&
		c.token(i+1).Class != extract.ClassPunct && !c.quoting
}

// headlineCase tells whether most of a sentence's longer words have a capital.
func (c *context) headlineCase() bool {
	words, capitals := 0, 0
	for i := range c.penn {
		if t := c.token(int32(i)); t.Class.IsWord() && t.End-t.Start > 3 {
			words++
			if t.Class.IsCapital() {
				capitals++
			}
		}
	}
	return words > 2 && 10*capitals > 7*words
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
	if (r == '\'' || r == '’') && c.tag(i) == extract.PennPOS {
		return extract.PennPOS
	}
	switch r {
	case '“', '«', '„', '‘', '`', '‹':
		return extract.PennOpenQuote
	case '”', '»', '’', '›':
		return extract.PennCloseQuote
	case '"', '\'':
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
		return extract.PennSYM
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
