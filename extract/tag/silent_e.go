package tag

import (
	"strings"

	"github.com/factline/factline/extract"
)

// withoutE takes an e off the lemma of a verb that the model adds to those it
// never saw: "plummet" of "plummeted", "float" of "floated".
func withoutE(lemma string, penn extract.Penn) string {
	switch penn {
	case extract.PennVBD, extract.PennVBN, extract.PennVBG:
	default:
		return lemma
	}
	stem := strings.TrimSuffix(lemma, "e")
	if len(stem) == len(lemma) || len(stem) < 4 {
		return lemma
	}
	for _, end := range [...]string{"oat", "iot", "eau"} {
		if strings.HasSuffix(stem, end) {
			return stem
		}
	}
	if strings.HasSuffix(stem, "et") {
		for _, own := range [...]string{"plet", "delet", "compet", "cret", "solet"} { // complete, delete
			if strings.HasSuffix(stem, own) {
				return lemma
			}
		}
		return stem
	}
	return lemma
}

// withE puts back the e of a short verb that the model never saw: "fined" is of
// "fine", since that of "fin" would be "finned".
func withE(lemma, word string, penn extract.Penn) string {
	switch penn {
	case extract.PennVBD, extract.PennVBN, extract.PennVBG:
	default:
		return lemma
	}
	n := len(lemma)
	if n < 2 || lemma == "bus" || lemma == "gas" || len(word) < n || !strings.EqualFold(word[:n], lemma) {
		return lemma
	}
	if ending := strings.ToLower(word[n:]); ending != "ed" && ending != "ing" {
		return lemma
	}
	if isVowel(lemma[n-2]) && !isVowel(lemma[n-1]) && !strings.ContainsRune("wxyh", rune(lemma[n-1])) && strings.IndexFunc(lemma[:n-2], isVowelRune) < 0 {
		return lemma + "e"
	}
	return lemma
}

func isVowel(b byte) bool { return isVowelRune(rune(b)) }

func isVowelRune(r rune) bool { return strings.ContainsRune("aeiou", r) }
