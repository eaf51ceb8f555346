package quantity

import (
	"slices"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// counted is a counted noun phrase.
type counted struct {
	extract.TokenRange       // "other Chinese-owned apps" without "other"
	head               int32 // the last noun
	lemma              string
}

const maxPhrase = 12 // tokens of a counted noun phrase

var (
	formOther = extract.FormOf("other")
	// invariant are nouns whose plural has no ending, so that the tagger takes
	// them for singulars.
	invariant = lexicon.NewSet("people", "staff", "aircraft", "crew", "personnel", "sheep", "fish", "cattle", "series",
		"species", "police", "spacecraft", "deer", "salmon", "troops", "folk", "folks", "youth", "data", "offspring",
		"women", "men", "children", "lives", "poultry", "shrimp", "bison", "headquarters", "works")
	// plurals are plural nouns that stand before another noun: "sales figures".
	plurals = lexicon.NewSet("sales", "sports", "savings", "arms", "goods", "drugs", "operations", "systems", "communications",
		"claims", "parts", "jobs", "weapons", "games", "people", "women", "men", "police", "fish", "sheep", "cattle", "aircraft",
		"data", "elections", "admissions", "securities", "rights", "appeals", "hearts", "futures", "honours", "honors")
	determiners = lexicon.NewSet("the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "these", "those",
		"this", "that", "all", "some", "any", "each", "every", "no")
)

// countedAt reads the noun phrase that starts at token i, after the number;
// false when there is none.
func (r reader) countedAt(i int32) (counted, bool) {
	for r.form(i) == formOther || r.Is(i, "more") || r.Is(i, "additional") || r.Is(i, "further") || r.Is(i, "extra") {
		i++
	}
	limit := r.sentenceEnd(i, maxPhrase)
	head := int32(-1)
	for k := i; k < limit; k++ {
		switch {
		case r.isNoun(k):
			if head >= i && head == k-1 && r.isPlural(head) && !(r.isPlural(k) && plurals.HasToken(r.Document, head)) {
				return r.phrase(i, head)
			}
			head = k
		case r.form(k) == formHyphen && r.pastHyphen(k) > k && k > i:
		case r.tag(k).Penn == extract.PennCD && r.pastHyphen(k-1) == k: // "Covid-19 tests"
		case head == k-1 && head >= i && r.isNamePair(k):
		case head == k-1 && head >= i:
			return r.phrase(i, head)
		case r.isModifier(k):
		default:
			return counted{}, false
		}
	}
	if head < i || head != limit-1 {
		return counted{}, false
	}
	return r.phrase(i, head)
}

// isModifier tells whether token k can stand before the noun of its phrase.
func (r reader) isModifier(k int32) bool {
	tag := r.tag(k)
	switch tag.Penn {
	case extract.PennJJ, extract.PennJJR, extract.PennJJS, extract.PennVBN, extract.PennVBG, extract.PennAFX:
		return true
	case extract.PennVBD: // a participle that the tagger took for a past tense
		return r.isNoun(k+1) && r.pastHyphen(k-1) == k
	case extract.PennRB:
		return r.tag(k+1).POS == extract.ADJ || r.pastHyphen(k+1) > k+1
	case extract.PennCC:
		return r.form(k) == formAnd && r.tag(k-1).POS == extract.ADJ && r.tag(k+1).POS == extract.ADJ
	}
	return false
}

// isNoun tells whether token k is a noun, also one that the tagger took for an
// adjective although it is spelled as a plural: "apps".
func (r reader) isNoun(k int32) bool {
	tag := r.tag(k)
	return tag.Penn.IsNoun() || tag.Penn == extract.PennJJ && r.isSpelledPlural(k)
}

// isNamePair tells whether "and" at token k stands between two names of one
// phrase: "Kia and Hyundai vehicles".
func (r reader) isNamePair(k int32) bool {
	return r.form(k) == formAnd && r.tag(k-1).Penn == extract.PennNNP && r.tag(k+1).Penn == extract.PennNNP &&
		!r.isPlural(k-1) && r.tag(k+2).Penn == extract.PennNNS
}

// isPlural tells whether token k is a plural noun, by its tag or its spelling.
func (r reader) isPlural(k int32) bool {
	penn := r.tag(k).Penn
	return penn == extract.PennNNS || penn == extract.PennNNPS || invariant.HasToken(r.Document, k) || r.isSpelledPlural(k)
}

// isSpelledPlural tells whether a word ends as plurals do.
func (r reader) isSpelledPlural(k int32) bool {
	word := r.wordAt(k)
	if len(word) < 4 || !strings.HasSuffix(word, "s") || !r.class(k).IsWord() {
		return len(word) == 3 && word[2] == 's' && word[1] >= 'A' && word[1] <= 'Z' && word[0] <= 'Z' // "TDs"
	}
	switch word[len(word)-2:] {
	case "ss", "us", "is", "as":
		return false
	}
	return !strings.HasSuffix(word, "ics") && word != "news"
}

// phrase makes the counted phrase [i,head].
func (r reader) phrase(i, head int32) (counted, bool) {
	c := counted{TokenRange: extract.TokenRange{Start: i, End: head + 1}, head: head}
	c.lemma = r.lemmaOf(c.TokenRange)
	return c, len(c.lemma) > 1
}

// lemmaOf returns the lemmas of a noun phrase without "other", participles and
// compounds that end in one: "app" for "other Chinese-owned apps". Compounds
// keep their hyphens: "first-team player".
func (r reader) lemmaOf(phrase extract.TokenRange) string {
	var words []string
	for k := phrase.Start; k < phrase.End; {
		end := k + 1
		for end+1 < phrase.End && r.pastHyphen(end) > end {
			end += 2
		}
		last := r.tag(end - 1)
		participle := (last.Penn == extract.PennVBN || last.Penn == extract.PennVBG || last.Penn == extract.PennVBD) && end < phrase.End ||
			(end-k > 1 || last.Penn == extract.PennJJ) && end < phrase.End && strings.HasSuffix(r.Word(end-1), "ed")
		if !participle && !(end-k == 1 && (last.POS == extract.NUM || r.isNumber(k) || skipped.HasToken(r.Document, k) || determiners.HasToken(r.Document, k))) && r.form(k) != formAnd {
			words = append(words, r.lemmaOfWord(k, end))
		}
		k = end
	}
	return strings.Join(words, " ")
}

// isNumber tells whether a number starts at token k.
func (r reader) isNumber(k int32) bool {
	_, ok := r.numberAt(k)
	return ok
}

// numberAt returns the number that starts at token k.
func (r reader) numberAt(k int32) (extract.Number, bool) {
	i, ok := r.numberIndex(k)
	if !ok {
		return extract.Number{}, false
	}
	return r.Numbers[i], true
}

// numberIndex returns the index of the number that starts at token k, or else
// of the next one.
func (r reader) numberIndex(k int32) (int, bool) {
	return slices.BinarySearchFunc(r.Numbers, k, func(n extract.Number, at int32) int { return int(n.Start - at) })
}

// skipped are the words of a phrase that its lemma leaves out.
var skipped = lexicon.NewSet("other", "more", "additional", "further", "extra")

// lemmaOfWord returns the lemma of the word or hyphened compound [k,end).
func (r reader) lemmaOfWord(k, end int32) string {
	var b strings.Builder
	for i := k; i < end-1; i++ {
		b.WriteString(r.Word(i))
	}
	b.WriteString(r.singular(end - 1))
	return b.String()
}

// singular returns the lemma of token k, also of a plural that the tagger took
// for a singular.
func (r reader) singular(k int32) string {
	lemma := r.tag(k).Lemma
	if !strings.EqualFold(lemma, r.Word(k)) || r.tag(k).Penn == extract.PennNNS || !r.isSpelledPlural(k) || !r.isNoun(k) {
		return lemma
	}
	if stem, ok := strings.CutSuffix(lemma, "ies"); ok && len(stem) > 1 {
		return stem + "y"
	}
	return strings.TrimSuffix(lemma, "s")
}

// countedOf reads what a number counts: right after it, or after "of".
func (r reader) countedOf(end int32) (c counted, of, ok bool) {
	if r.form(end) != formOf {
		c, ok = r.countedAt(end)
		return c, false, ok
	}
	at := end + 1
	for n := 0; n < 2 && determiners.HasToken(r.Document, at); n++ {
		at++
	}
	c, ok = r.countedAt(at)
	if ok && isPossessive(r.wordAt(c.End)) { // "two of Johnson's deputies"
		c, ok = r.countedAt(c.End + 1)
	}
	return c, true, ok
}

func isPossessive(word string) bool { return word == "'s" || word == "’s" || word == "'" }

// sentenceEnd returns the end of the sentence of token i, at most so many
// tokens away.
func (r reader) sentenceEnd(i, most int32) int32 {
	limit := min(i+most, int32(len(r.Tokens)))
	if s := r.SentenceAt(i); s >= 0 {
		limit = min(limit, r.Sentences[s].End)
	}
	return limit
}
