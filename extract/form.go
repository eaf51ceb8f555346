package extract

import (
	"unicode"
	"unicode/utf8"
)

// Form is a word as an integer: a 64-bit FNV-1a hash of the lower-cased word,
// with curly apostrophes, curly double quotation marks and Unicode hyphens
// folded into ' " and -. Equal words have equal forms on every machine and in
// every process, so lexicons and models can be indexed by it, and no table of
// words has to be shared or locked.
type Form uint64

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// FormOf returns the form of a word: FormOf("Don’t") == FormOf("don't").
func FormOf(word string) Form {
	h := uint64(fnvOffset)
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			return formOfRunes(h, word[i:])
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * fnvPrime
	}
	return Form(h)
}

// formOfRunes goes on with hash h over the part of a word that starts with a
// character outside ASCII.
func formOfRunes(h uint64, rest string) Form {
	var buf [utf8.UTFMax]byte
	for _, r := range rest {
		n := utf8.EncodeRune(buf[:], foldRune(r))
		for _, c := range buf[:n] {
			h = (h ^ uint64(c)) * fnvPrime
		}
	}
	return Form(h)
}

func foldRune(r rune) rune {
	switch r {
	case '‘', '’', 'ʼ':
		return '\''
	case '“', '”':
		return '"'
	case '‐', '‑':
		return '-'
	}
	return unicode.ToLower(r)
}
