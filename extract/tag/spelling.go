package tag

import "strings"

// singular returns the singular of a regular plural.
func singular(word string) string {
	n := len(word)
	switch {
	case n < 4 || word[n-1] != 's' || word[n-2] == 's' || word[n-2] == '\'':
		return word
	case strings.HasSuffix(word, "ies") && n > 4:
		return word[:n-3] + "y"
	case strings.HasSuffix(word, "uses") && n > 5 && word[n-5] != 'a' && word[n-5] != 'o':
		return word[:n-2] // viruses, bonuses
	case sibilantPlural(word), strings.HasSuffix(word, "oes") && n > 5:
		return word[:n-2]
	}
	return word[:n-1]
}

// withoutS returns the infinitive of a regular third person.
func withoutS(word string) string {
	n := len(word)
	switch {
	case n < 3 || word[n-1] != 's' || word[n-2] == 's':
		return word
	case strings.HasSuffix(word, "ies") && n > 4:
		return word[:n-3] + "y"
	case sibilantPlural(word), strings.HasSuffix(word, "oes"):
		return word[:n-2]
	}
	return word[:n-1]
}

// sibilantPlural tells whether a word in -es has lost its e before: "watches",
// "boxes", but not "sizes" or "causes".
func sibilantPlural(word string) bool {
	for _, ending := range [...]string{"ches", "shes", "sses", "xes", "zzes", "tzes"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// withoutIng returns the infinitive of a regular -ing form.
func withoutIng(word string) string {
	stem, ok := strings.CutSuffix(word, "ing")
	if !ok || !hasVowel(stem) || len(stem) < 2 {
		return word
	}
	return infinitive(word, stem)
}

// withoutEd returns the infinitive of a regular past tense or participle.
func withoutEd(word string) string {
	if stem, ok := strings.CutSuffix(word, "ied"); ok && len(stem) > 1 {
		return stem + "y"
	}
	stem, ok := strings.CutSuffix(word, "ed")
	if !ok || !hasVowel(stem) || len(stem) < 2 {
		return word
	}
	if stem[len(stem)-1] == 'e' {
		return word[:len(word)-1] // agreed
	}
	return infinitive(word, stem)
}

// infinitive completes a stem that has lost -ed or -ing: "stopp" is stop,
// "mak" is make. The word is where the stem comes from; its letters are used
// instead of new memory where they fit.
func infinitive(word, stem string) string {
	n := len(stem)
	last := stem[n-1]
	switch {
	case n > 2 && last == stem[n-2] && !vowel(last) && strings.IndexByte("lszf", last) < 0:
		return stem[:n-1]
	case !needsE(stem):
		return stem
	case word[n] == 'e':
		return word[:n+1]
	}
	return stem + "e"
}

// needsE tells whether a stem without doubled consonant ends in a silent e.
func needsE(stem string) bool {
	n := len(stem)
	last := stem[n-1]
	if n < 2 {
		return false
	}
	before := stem[n-2]
	switch {
	case last == 'c' || last == 'v' || last == 'u':
		return true
	case last == 'z':
		return before != 'z' && before != 't'
	case last == 's':
		return before != 's'
	case last == 'g':
		return before != 'n' || softNG(stem)
	case last == 'l' && strings.IndexByte("bcdfgkptz", before) >= 0:
		return true
	case last == 'r' && before == 't':
		return true
	case !vowel(before) || n < 3:
		return false
	}
	return silentE(stem)
}

// softNG tells "chang" (change) from "hang".
func softNG(stem string) bool {
	for _, ending := range [...]string{"hang", "rang", "leng", "veng", "lung", "oung", "fring", "cring", "ping"} {
		if strings.HasSuffix(stem, ending) {
			return stem != "hang" && stem != "overhang"
		}
	}
	return false
}

// silentE tells whether a stem that ends in one vowel and one consonant has
// lost an e: "mak", "provid", but not "offer", "limit".
func silentE(stem string) bool {
	n := len(stem)
	v, last := stem[n-2], stem[n-1]
	single := n == 2 || !vowel(stem[n-3]) || stem[n-3] == 'u' && n > 3 && stem[n-4] == 'q' ||
		v == 'a' && (stem[n-3] == 'i' || stem[n-3] == 'u')
	if !single {
		return false
	}
	short := !hasVowel(stem[:n-2])
	switch last {
	case 'b':
		return v == 'i' || v == 'o' || v == 'u'
	case 'd':
		return true
	case 'k':
		return v != 'e'
	case 'l':
		return v == 'i' || v == 'o' || v == 'u' || v == 'a' && short
	case 'm':
		return v == 'a' || v == 'i' || v == 'u' || v == 'o' && short
	case 'n':
		return v == 'i' || short && v != 'e'
	case 'p':
		return v == 'a' || v == 'i' || short && v != 'e'
	case 'r':
		return v == 'a' || v == 'i' || v == 'u' || v == 'o' && short
	case 't':
		return v == 'a' || v == 'o' || v == 'u' || short && v == 'i'
	}
	return false
}

func vowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}

func hasVowel(word string) bool {
	return strings.ContainsAny(word, "aeiouy")
}
