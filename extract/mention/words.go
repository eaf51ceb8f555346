package mention

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/ner"
)

// Words returns what the tagger is told of each token: its word, tag and style,
// what the word lists say of it, and which name the rules would make of it. It
// reads the same layers as the stage. The model is trained with it.
func Words(doc *extract.Document) []ner.Word {
	r := newReader(doc)
	r.findNames()
	return r.tell(r.decide())
}

// tell returns the words of all tokens, given the names of the rules.
func (r *reader) tell(names []extract.Mention) []ner.Word {
	words := make([]ner.Word, len(r.doc.Tokens))
	seen := newCensus(r.doc)
	for _, s := range r.doc.Sentences {
		scan := scanner{reader: r, sentence: s, style: r.styleOf(s)}
		scan.tell(words, &seen)
	}
	r.guessed = make([]bool, len(r.doc.Tokens))
	for _, m := range names {
		why := numberOf(m.Rule)
		for i := m.Start; i < m.End; i++ {
			words[i].Guess = ner.GuessOf(m.Type, ner.PartAt(i-m.Start, m.Len()))
			words[i].Why = why
			r.guessed[i] = true
		}
	}
	r.tellElsewhere(words)
	r.tellLong(words, names)
	return words
}

// tell fills the words of one sentence.
func (s *scanner) tell(words []ner.Word, seen *census) {
	listed := s.sentence.Start // names of the gazetteers end here
	for i := s.sentence.Start; i < s.sentence.End; i++ {
		t := s.doc.Tokens[i]
		w := &words[i]
		*w = ner.Word{
			Text: s.doc.Word(i), Form: t.Form, Class: t.Class, Penn: s.doc.Tags[i].Penn,
			Never: s.timex[i], List: w.List, Style: uint8(s.style) | uint8(s.sentence.Role)<<2,
		}
		if s.initial(i) {
			w.Style |= 1 << 4
		}
		if t.Class.IsWord() {
			w.Lists = s.lists(i)
			w.Kin = s.kin(i)
		}
		if t.Class.IsCapital() {
			w.Seen = seen.of(t.Form)
		}
		if i < listed {
			continue
		}
		row, end, ok := s.known(i, s.sentence.End, s.style)
		if !ok {
			continue
		}
		listed = end
		for j := i; j < end; j++ {
			words[j].List = 2 * ner.GuessOf(s.words.known[row].kind, ner.PartAt(j-i, end-i))
			if s.words.known[row].ambiguous() {
				words[j].List++
			}
		}
	}
}

// kin packs what the word at token i can be in the name of a person or place.
func (s *scanner) kin(i int32) (kin uint8) {
	flags := s.word(i).flags
	for k, f := range [...]flag{isGiven, isSurname, isTown, isCommon, isParticle | isArabic, isGeneration} {
		if flags&f != 0 {
			kin |= 1 << k
		}
	}
	return kin
}

// lists packs what the lists say of the word at token i.
func (s *scanner) lists(i int32) uint32 {
	w := s.word(i)
	if w.noun == extract.EntityUnknown && s.doc.Tags[i].POS == extract.NOUN {
		w.noun = s.nounOf(i)
	}
	all := uint32(w.flags)
	for k, t := range [...]extract.EntityType{w.head, w.start, w.of, w.noun, w.owner} {
		all |= uint32(t) << (16 + 3*k)
	}
	return all
}

// numberOf returns the number of a rule, from 1; 0 for what is no rule.
func numberOf(name string) uint8 {
	for i := range rules {
		if rules[i].name == name {
			return uint8(i + 2)
		}
	}
	if name == byShortName {
		return 1
	}
	return 0
}
