package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
)

// Lemmas turns words into their lemmas. A script says what to take off the end
// of a word and what to put there; the script of a word is its own ("went"), or
// that of the longest ending that has one ("-pped"). Whether capitals stay is
// decided by class and casing, or by the word's own entry.
type Lemmas struct {
	scripts []Script
	table   *table    // ruleKey to script; with bit keepBit set capitals stay
	keep    []bool    // by class*casings + casing: capitals stay
	depth   [256]int8 // longest ending with a script by class, -1 for none
}

// Script is a change of a word's end.
type Script struct {
	Strip uint8 // bytes
	Add   string
}

// LongestEnding bounds endings, in bytes.
const LongestEnding = 7

const keepBit = 1 << 15

// Casing is how a word is written.
type Casing uint8

// Casings of words.
const (
	Small        Casing = iota // no capital
	TitleFirst                 // a capital at the start of word and sentence
	Title                      // a capital at the start of the word
	Capitals                   // two or more letters, all capitals
	Mixed                      // other
	Uncertain                  // a capital in a headline
	CasingsCount = iota
)

// CasingOf returns the casing of a word. In a headline, and after the sentence's
// first word, a capital means something else than in the middle of a sentence.
func CasingOf(word string, first, headline bool) Casing {
	letters, capitals, head := 0, 0, false
	for _, r := range word {
		if unicode.IsUpper(r) {
			capitals++
			head = head || letters == 0
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	switch {
	case capitals == 0:
		return Small
	case headline:
		return Uncertain
	case letters == capitals && letters > 1:
		return Capitals
	case !head || capitals > 1:
		return Mixed
	case first:
		return TitleFirst
	}
	return Title
}

// Kinds of keys.
const (
	EndingKey  uint8 = iota // of an ending
	WordKey                 // of a whole word
	CasedKey                // of a whole word, with its casing
	FeatureKey              // of a whole word's features
)

// RuleKey returns the key of an entry: a word or ending in folded form.
func RuleKey(kind uint8, class uint8, casing Casing, text []byte) uint32 {
	h := uint32(offset32)
	h = (h ^ uint32(kind)) * prime32
	h = (h ^ uint32(class)) * prime32
	if kind == CasedKey {
		h = (h ^ uint32(casing)) * prime32
	}
	for i := len(text) - 1; i >= 0; i-- {
		h = (h ^ uint32(text[i])) * prime32
	}
	return h ^ h>>15
}

// script returns the script of a folded word, and whether its capitals stay.
func (l *Lemmas) script(class uint8, casing Casing, folded []byte) (script uint16, keep bool) {
	if v, ok := l.table.get(RuleKey(CasedKey, class, casing, folded)); ok {
		return v &^ keepBit, v&keepBit != 0
	}
	keep = l.keep[int(class)*CasingsCount+int(casing)]
	if v, ok := l.table.get(RuleKey(WordKey, class, Small, folded)); ok {
		return v &^ keepBit, keep
	}
	for n := min(int(l.depth[class]), len(folded)); n >= 0; n-- {
		if v, ok := l.table.get(RuleKey(EndingKey, class, Small, folded[len(folded)-n:])); ok {
			return v &^ keepBit, keep
		}
	}
	return 0, keep
}

// lemma returns the lemma of a word. It is part of the word or of the model
// where it can be, else it is written to made.
func (l *Lemmas) lemma(class Class, id uint8, casing Casing, word string, folded []byte, made *strings.Builder) string {
	if class.POS == extract.NUM {
		return withoutCommas(word, folded, made)
	}
	number, keep := l.script(id, casing, folded)
	script := l.scripts[number]
	if keep || string(folded) == word {
		n, ok := cut(word, script)
		switch {
		case !ok:
			return word
		case n == 0:
			return script.Add
		case script.Add == "":
			return word[:n]
		}
		return join(made, word[:n], script.Add)
	}
	n, ok := cut(folded, script)
	switch {
	case !ok:
		n, script.Add = len(folded), ""
	case n == 0:
		return script.Add
	}
	start := made.Len()
	made.Write(folded[:n])
	made.WriteString(script.Add)
	return made.String()[start:]
}

// cut returns how much of a word a script leaves. It is false where nothing
// would be left at all, or a part of a character: "≈" is no verb in -ed.
func cut[T string | []byte](word T, script Script) (n int, ok bool) {
	n = max(0, len(word)-int(script.Strip))
	return n, n+len(script.Add) > 0 && (n == len(word) || utf8.RuneStart(word[n]))
}

func join(made *strings.Builder, stem, add string) string {
	start := made.Len()
	made.WriteString(stem)
	made.WriteString(add)
	return made.String()[start:]
}

// withoutCommas returns the lemma of a number: "1200" for "1,200".
func withoutCommas(word string, folded []byte, made *strings.Builder) string {
	if strings.IndexByte(word, ',') < 0 && string(folded) == word {
		return word
	}
	start := made.Len()
	for _, c := range folded {
		if c != ',' {
			made.WriteByte(c)
		}
	}
	if made.Len() == start {
		return word
	}
	return made.String()[start:]
}

// Fold returns a word as keys have it: in lower case, with signs as they stand
// in plain text.
func Fold(word string) []byte {
	var s seer
	s.fold(word)
	return s.folded
}

// ScriptOf returns the script that makes lemma of the folded word or, when
// keep, of the word itself.
func ScriptOf(word, lemma string) (script Script, keep, ok bool) {
	folded := string(Fold(word))
	a, b := common(folded, lemma), common(word, lemma)
	base := folded
	if keep = b > a; keep {
		base, a = word, b
	}
	if len(base)-a > 255 {
		return Script{}, false, false
	}
	return Script{uint8(len(base) - a), lemma[a:]}, keep, true
}

// common returns the length of what two words begin with, in whole characters.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && (n < len(a) && !utf8.RuneStart(a[n]) || n < len(b) && !utf8.RuneStart(b[n])) {
		n--
	}
	return n
}
