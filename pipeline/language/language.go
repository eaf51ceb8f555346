// Package language tells in which language an article is written, as far as
// factline needs it: whether it is English. It is sure before it says that a
// text is not: short texts, lists of names and English with foreign names in it
// are never taken for another language.
package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"
)

// English is the tag of texts that factline reads.
const English = "en"

// Unknown is the tag of a text in another script than Latin whose language is
// not known (ISO 639-2).
const Unknown = "und"

// IsEnglish tells whether a tag, such as "en-GB", is that of English, or says
// nothing.
func IsEnglish(tag string) bool {
	tag = strings.ToLower(tag)
	return tag == "" || strings.HasPrefix(tag, English)
}

const (
	sampleSize = 4 << 10 // bytes of a text that are looked at
	// A text of a message's length is never called foreign.
	enoughWords  = 25  // words in small letters
	enoughOthers = 150 // letters of another script
)

// Of returns the BCP 47 tag of the language of a text: English, another one, or
// "" when that is not sure.
func Of(text string) string {
	sample := beginning(text)
	c := count(sample)
	switch {
	case c.others > c.latin && c.others >= enoughOthers:
		return foreign(sample)
	case c.english > 0 && 12*c.english >= c.words:
		return English
	case c.small < enoughWords || 33*c.english > c.words:
		return ""
	}
	if tag := foreign(sample); tag != Unknown {
		return tag
	}
	return ""
}

// beginning returns as much of a text as is looked at.
func beginning(text string) string {
	if len(text) <= sampleSize {
		return text
	}
	text = text[:sampleSize]
	for !utf8.ValidString(text[len(text)-1:]) && len(text) > sampleSize-utf8.UTFMax {
		text = text[:len(text)-1]
	}
	return text
}

// foreign returns the language that the letters of a text tell.
func foreign(text string) string {
	info := whatlanggo.Detect(text)
	if tag := info.Lang.Iso6391(); tag != "" && info.IsReliable() {
		return tag
	}
	return Unknown
}

// counts is what is counted in a text.
type counts struct {
	latin, others int // letters
	words         int // of Latin letters
	small         int // those that begin with a small letter
	english       int // those that are frequent in English and in no other language
}

func count(text string) (c counts) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		first, _ := utf8.DecodeRuneInString(word)
		for _, r := range word {
			switch {
			case unicode.Is(unicode.Latin, r):
				c.latin++
			case unicode.IsLetter(r):
				c.others++
			}
		}
		if !unicode.Is(unicode.Latin, first) {
			continue
		}
		c.words++
		if unicode.IsLower(first) {
			c.small++
		}
		if englishWords[strings.ToLower(word)] {
			c.english++
		}
	}
	return c
}

// englishWords are frequent in every English text, and words of no other large
// language in Latin letters: not "in" and "was" (German), "of" and "is" (Dutch),
// "a" and "on" (French), "for" (Danish).
var englishWords = set(`the and to that with from his her their they have has had been were which will would said
	this these those by are not it it's he she who when what where than then but about after into could should there here
	you your our its at as if or because between through during before how why all more some`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		m[word] = true
	}
	return m
}
