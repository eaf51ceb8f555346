package tag

import (
	"strings"
	"unicode"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// kind is a column of words with lemmas of their own: "left" is leave as a
// verb and left as an adjective.
type kind uint8

const (
	kindOther kind = iota
	kindVerb
	kindNoun
	kindAdjective // adverbs too: "better"
)

func kindOf(p extract.POS) kind {
	switch p {
	case extract.VERB, extract.AUX:
		return kindVerb
	case extract.NOUN:
		return kindNoun
	case extract.ADJ, extract.ADV:
		return kindAdjective
	}
	return kindOther
}

// addLemmas reads the tables: forms with their lemma, and short adjectives
// whose comparatives follow by rule.
func (v *vocabulary) addLemmas() {
	add := func(k kind, form, lemma string) {
		v.lemmas[lemmaKey{extract.FormOf(form), k}] = lemma
	}
	for _, row := range lexicon.Rows("adjectives.tsv", adjectiveTable, 2) {
		if row[1] != "" {
			add(kindAdjective, row[0], row[1])
			continue
		}
		for _, form := range compared(row[0]) {
			add(kindAdjective, form, row[0])
		}
	}
	for _, row := range lexicon.Rows("verbs.tsv", verbTable, 2) {
		for form := range strings.FieldsSeq(row[1]) {
			add(kindVerb, form, row[0])
		}
	}
	for _, row := range lexicon.Rows("nouns.tsv", nounTable, 2) {
		add(kindNoun, row[0], row[1])
	}
	for _, row := range lexicon.Rows("words.tsv", wordTable, 2) {
		add(kindOther, row[0], row[1])
	}
}

// compared returns comparative and superlative of a short adjective.
func compared(base string) [2]string {
	n := len(base)
	switch {
	case base[n-1] == 'e':
		return [2]string{base + "r", base + "st"}
	case base[n-1] == 'y' && !vowel(base[n-2]):
		return [2]string{base[:n-1] + "ier", base[:n-1] + "iest"}
	case n < 5 && !vowel(base[n-1]) && base[n-1] != 'w' && base[n-1] != 'y' && vowel(base[n-2]) && !vowel(base[n-3]):
		base += base[n-1:]
	}
	return [2]string{base + "er", base + "est"}
}

// lemma returns the dictionary form of token i, which is the part of speech
// pos.
func (c *context) lemma(i int32, pos extract.POS) string {
	word, token := c.word(i), c.token(i)
	switch pos {
	case extract.PROPN:
		return c.nameLemma(i)
	case extract.PUNCT, extract.SYM:
		if lemma, ok := c.lex.lemmas[lemmaKey{token.Form, kindOther}]; ok {
			return lemma
		}
		if word == "–" && token.Class == extract.ClassPunct {
			return "-"
		}
		return word
	case extract.NUM:
		return strings.ReplaceAll(lower(word), ",", "") // 10,000 is 10000
	case extract.X:
		return lower(word)
	}
	k := kindOf(pos)
	if lemma, ok := c.clitic(i, pos); ok {
		return lemma
	}
	if lemma, ok := c.lex.lemmas[lemmaKey{token.Form, k}]; ok && c.inflected(i, k) {
		return lemma
	}
	if pos == extract.NOUN && token.Class == extract.ClassUpper || token.Class == extract.ClassMixed {
		return plainPlural(word, c.tag(i))
	}
	if pos == extract.ADJ && token.Class == extract.ClassTitle && i > 0 && posOf[c.tag(i-1)] != extract.PUNCT {
		return word // "Chinese"
	}
	word = lower(word)
	switch c.tag(i) {
	case extract.PennNNS:
		return singular(word)
	case extract.PennVBZ:
		return withoutS(word)
	case extract.PennVBG:
		return withoutIng(word)
	case extract.PennVBD, extract.PennVBN:
		return withoutEd(word)
	}
	return word
}

// inflected tells whether the tag of token i allows a lemma from the table:
// "found" as VB is the lemma found, "lives" as VBZ is no noun.
func (c *context) inflected(i int32, k kind) bool {
	switch k {
	case kindVerb:
		return c.tag(i) != extract.PennVB && c.tag(i) != extract.PennVBP || c.lex.be.Has(c.form(i)) || c.lex.have.Has(c.form(i))
	case kindNoun:
		return c.tag(i) == extract.PennNNS || c.tag(i) == extract.PennNN
	}
	return true
}

// clitic returns the lemma of words that depend on their tag or neighbour.
func (c *context) clitic(i int32, pos extract.POS) (string, bool) {
	switch word := lower(c.word(i)); word {
	case "'", "’":
		return "'s", pos == extract.PART
	case "'s", "’s":
		switch {
		case pos == extract.PART:
			return "'s", true
		case pos == extract.PRON:
			return "we", true
		case pos == extract.AUX && c.tag(i+1) == extract.PennVBN && c.lex.be.Has(c.form(i+1)):
			return "have", true
		}
		return "be", true
	case "'d", "’d":
		if c.tag(i) == extract.PennVBD {
			return "have", true
		}
		return "would", true
	case "her":
		if c.tag(i) == extract.PennPRP {
			return "she", true
		}
		return "her", true
	}
	return "", false
}

// nameLemma returns a name as written; plural ones lose their s.
func (c *context) nameLemma(i int32) string {
	word := c.word(i)
	if c.tag(i) == extract.PennNNPS {
		return plainPlural(word, extract.PennNNS)
	}
	return word
}

// plainPlural removes a plural's s and nothing else: "MPs", "iPhones",
// "Americans".
func plainPlural(word string, penn extract.Penn) string {
	n := len(word)
	if penn != extract.PennNNS || n < 3 || word[n-1] != 's' || word[n-2] == 's' {
		return word
	}
	if strings.HasSuffix(word, "ies") && n > 4 {
		return word[:n-3] + "y"
	}
	return word[:n-1]
}

// lower returns the word in lower case, itself when it is that already.
func lower(word string) string {
	for i := 0; i < len(word); i++ {
		if c := word[i]; 'A' <= c && c <= 'Z' || c >= 0x80 {
			return strings.Map(unicode.ToLower, word)
		}
	}
	return word
}
