package tagger

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/model"
	"github.com/factline/factline/internal/tagger"
)

// inflection is one word with its class and lemma.
type inflection struct {
	class  uint8
	casing tagger.Casing
	word   string
	lemma  string
	times  int
}

// lemmaRules collects what the lemmatiser learns.
type lemmaRules struct {
	scripts []tagger.Script
	ids     map[tagger.Script]uint16
	entries map[uint32]uint16
	keep    []bool
	depth   []int8
}

const keepBit = 1 << 15

// learnLemmas returns the rules that give the words their most frequent lemmas.
// The words are sorted; more are the same in small letters from other sources.
func learnLemmas(classes int, words []inflection, more []inflection) *lemmaRules {
	r := &lemmaRules{
		ids: map[tagger.Script]uint16{}, entries: map[uint32]uint16{},
		keep: make([]bool, classes*tagger.CasingsCount), depth: make([]int8, classes),
	}
	r.id(tagger.Script{})
	for class := range uint8(classes) {
		var of []inflection
		for _, w := range words {
			if w.class == class {
				of = append(of, w)
			}
		}
		r.learnCasing(class, of)
		for _, w := range more {
			if w.class == class {
				of = append(of, w)
			}
		}
		r.learnEndings(class, of)
	}
	r.learnExceptions(words)
	return r
}

func (r *lemmaRules) id(s tagger.Script) uint16 {
	id, ok := r.ids[s]
	if !ok {
		id = uint16(len(r.scripts))
		r.ids[s] = id
		r.scripts = append(r.scripts, s)
	}
	return id
}

// learnCasing finds out in which casings the words of a class keep capitals.
func (r *lemmaRules) learnCasing(class uint8, words []inflection) {
	var kept, all [tagger.CasingsCount]int
	for _, w := range words {
		if _, keep, ok := tagger.ScriptOf(w.word, w.lemma); ok && w.casing != tagger.Small {
			all[w.casing] += w.times
			if keep {
				kept[w.casing] += w.times
			}
		}
	}
	for c := range tagger.CasingsCount {
		if all[c] == 0 { // as in the middle of a sentence
			kept[c], all[c] = kept[tagger.Title], all[tagger.Title]
		}
		r.keep[int(class)*tagger.CasingsCount+c] = 2*kept[c] > all[c]
	}
}

// votes counts the scripts for a word or ending.
type votes map[uint16]int

func (v votes) winner() (script uint16, times int) {
	for _, s := range slices.Sorted(maps.Keys(v)) {
		if v[s] > times {
			script, times = s, v[s]
		}
	}
	return script, times
}

// endingLeast is how many different words must share an ending with a script.
const endingLeast = 2

// learnEndings finds the scripts of endings, the shortest first, and those of
// words that do not follow their ending.
func (r *lemmaRules) learnEndings(class uint8, words []inflection) {
	r.depth[class] = -1
	byWord := map[string]votes{}
	for _, w := range words {
		folded := string(tagger.Fold(w.word))
		script, ok := affix(folded, w)
		if !ok {
			continue
		}
		if byWord[folded] == nil {
			byWord[folded] = votes{}
		}
		byWord[folded][r.id(script)] += w.times
	}
	order := slices.Sorted(maps.Keys(byWord))
	rule := func(word string, longest int) uint16 {
		for n := min(longest, len(word)); n >= 0; n-- {
			if s, ok := r.entries[tagger.RuleKey(tagger.EndingKey, class, 0, []byte(word[len(word)-n:]))]; ok {
				return s
			}
		}
		return 0
	}
	for n := 0; n <= tagger.LongestEnding; n++ {
		endings := map[string]votes{}
		for _, word := range order {
			if len(word) < n || len(word) == n && n > 0 {
				continue
			}
			ending := word[len(word)-n:]
			if endings[ending] == nil {
				endings[ending] = votes{}
			}
			script, _ := byWord[word].winner()
			endings[ending][script]++
		}
		for _, ending := range slices.Sorted(maps.Keys(endings)) {
			script, times := endings[ending].winner()
			if times >= endingLeast && script != rule(ending, n-1) {
				r.entries[tagger.RuleKey(tagger.EndingKey, class, 0, []byte(ending))] = script
				r.depth[class] = int8(n)
			}
		}
	}
	for _, word := range order {
		if script, _ := byWord[word].winner(); script != rule(word, tagger.LongestEnding) {
			r.entries[tagger.RuleKey(tagger.WordKey, class, 0, []byte(word))] = script
		}
	}
}

// affix returns the script that makes a lemma of the folded word, whatever the
// capitals.
func affix(folded string, w inflection) (tagger.Script, bool) {
	lemma := w.lemma
	if _, keep, _ := tagger.ScriptOf(w.word, w.lemma); keep {
		lemma = strings.ToLower(lemma)
	}
	script, _, ok := tagger.ScriptOf(folded, lemma)
	return script, ok
}

// learnExceptions gives entries to words that the rules get wrong in one casing.
func (r *lemmaRules) learnExceptions(words []inflection) {
	type cased struct {
		class  uint8
		casing tagger.Casing
		folded string
	}
	counts := map[cased]votes{}
	for _, w := range words {
		script, keep, ok := tagger.ScriptOf(w.word, w.lemma)
		if !ok {
			continue
		}
		key := cased{w.class, w.casing, string(tagger.Fold(w.word))}
		if counts[key] == nil {
			counts[key] = votes{}
		}
		value := r.id(script)
		if keep {
			value |= keepBit
		}
		counts[key][value] += w.times
	}
	for key, v := range counts {
		value, times := v.winner()
		if times < 2 {
			continue
		}
		folded := []byte(key.folded)
		keep := r.keep[int(key.class)*tagger.CasingsCount+int(key.casing)]
		script := r.rule(key.class, folded)
		if keep {
			script |= keepBit
		}
		if script != value {
			r.entries[tagger.RuleKey(tagger.CasedKey, key.class, key.casing, folded)] = value
		}
	}
}

func (r *lemmaRules) rule(class uint8, folded []byte) uint16 {
	if s, ok := r.entries[tagger.RuleKey(tagger.WordKey, class, 0, folded)]; ok {
		return s
	}
	for n := min(int(r.depth[class]), len(folded)); n >= 0; n-- {
		if s, ok := r.entries[tagger.RuleKey(tagger.EndingKey, class, 0, folded[len(folded)-n:])]; ok {
			return s
		}
	}
	return 0
}

// inflections counts the words of samples with their lemmas.
func inflections(samples []sample) []inflection {
	counts := map[inflection]int{}
	for _, s := range samples {
		headline := tagger.IsHeadline(s.words)
		for i, w := range s.words {
			if s.lemmas[i] == "" || s.lemmas[i] == "_" {
				continue
			}
			counts[inflection{
				class: s.gold[i], casing: tagger.CasingOf(w.Text, i == 0, headline), word: w.Text, lemma: s.lemmas[i],
			}]++
		}
	}
	var words []inflection
	for w, times := range counts {
		w.times = times
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b inflection) int {
		return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(a.casing, b.casing), cmp.Compare(a.word, b.word),
			cmp.Compare(a.lemma, b.lemma))
	})
	return words
}

// Irregular is a word form of a table, with its lemma.
type Irregular struct {
	POS         extract.POS
	Form, Lemma string
}

// inflectionsOf gives the words of tables the classes that their ends allow.
func (v *inventory) inflectionsOf(table []Irregular) (words []inflection) {
	add := func(w Irregular, tags ...extract.Penn) {
		for _, penn := range tags {
			if id, ok := v.ids[tagger.Class{POS: w.POS, Penn: penn}]; ok {
				words = append(words, inflection{class: id, word: w.Form, lemma: w.Lemma, times: 1})
			}
		}
	}
	for _, w := range table {
		switch {
		case w.POS == extract.NOUN:
			add(w, extract.PennNNS)
		case strings.HasSuffix(w.Form, "ing"):
			add(w, extract.PennVBG)
		case strings.HasSuffix(w.Form, "s"):
			add(w, extract.PennVBZ)
		default:
			add(w, extract.PennVBD, extract.PennVBN)
		}
	}
	return words
}

func (r *lemmaRules) addTo(file *model.File) {
	var strips, lengths, text, keep []uint8
	for _, s := range r.scripts {
		strips, lengths, text = append(strips, s.Strip), append(lengths, uint8(len(s.Add))), append(text, s.Add...)
	}
	for _, k := range r.keep {
		if k {
			keep = append(keep, 1)
		} else {
			keep = append(keep, 0)
		}
	}
	keys := slices.Sorted(maps.Keys(r.entries))
	values := make([]uint16, len(keys))
	for i, key := range keys {
		values[i] = r.entries[key]
	}
	model.Add(file, "script-strips", strips)
	model.Add(file, "script-lengths", lengths)
	model.Add(file, "script-text", text)
	model.Add(file, "lemma-keys", keys)
	model.Add(file, "lemma-scripts", values)
	model.Add(file, "lemma-keep", keep)
	model.Add(file, "lemma-depth", r.depth)
}
