package mention

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/ner"
)

// census counts how an article writes its words. Words of the same slot are
// taken for one.
type census []uint8

const (
	seenSmall   = 1 << 4
	mostCapital = 3
)

func newCensus(doc *extract.Document) census {
	size := 64
	for size < 4*len(doc.Tokens) {
		size *= 2
	}
	c := make(census, size)
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		at := c.slot(t.Form)
		switch {
		case t.Class == extract.ClassLower:
			*at |= seenSmall
		case t.Class.IsCapital() && *at&^seenSmall < mostCapital:
			*at++
		}
	}
	return c
}

func (c census) slot(form extract.Form) *uint8 { return &c[int(form^form>>32)&(len(c)-1)] }

// of returns how many times, up to 3, a word stands with a capital, and whether
// it stands without one.
func (c census) of(form extract.Form) uint8 { return *c.slot(form) }

// tellElsewhere tells each capitalised word what stands around it where else
// the article has it: the nearest places before it and the next one after it.
func (r *reader) tellElsewhere(words []ner.Word) {
	last := make(map[extract.Form]int32, len(words)/8) // place of a word
	before := make([]int32, len(words))                // place of the same word before
	for i := range words {
		if before[i] = extract.None; !r.recurs(int32(i)) {
			continue
		}
		form := words[i].Form
		if at, ok := last[form]; ok {
			before[i] = at
		}
		last[form] = int32(i)
	}
	after := make([]int32, len(words))
	for i := range after {
		after[i] = extract.None
	}
	for i, at := range before {
		if at != extract.None {
			after[at] = int32(i)
		}
	}
	for i := range words {
		n := 0
		add := func(at int32) {
			if at != extract.None && n < len(words[i].Elsewhere) {
				words[i].Elsewhere[n] = r.around(at)
				n++
			}
		}
		add(before[i])
		add(after[i])
		if before[i] != extract.None {
			add(before[before[i]])
		}
		if after[i] != extract.None {
			add(after[after[i]])
		}
	}
}

// recurs tells whether token i is a capitalised word that may be part of a name.
func (r *reader) recurs(i int32) bool {
	t := r.doc.Tokens[i]
	return t.Class.IsCapital() && t.End-t.Start > 1 && !r.timex[i] && r.word(i).flags&isCommon == 0
}

// around returns the words beside token i in its sentence.
func (r *reader) around(i int32) (n ner.Neighbours) {
	n.Before, n.After = beyond, beyond
	at := r.doc.SentenceAt(i)
	if at < 0 {
		return n
	}
	s := r.doc.Sentences[at]
	if i > s.Start {
		n.Before = r.doc.Tokens[i-1].Form
	}
	if i+1 < s.End {
		n.After = r.doc.Tokens[i+1].Form
	}
	return n
}

// beyond stands for the end of a sentence.
const beyond extract.Form = 7

// tellLong tells acronyms the type of the names that they may stand for: "WGA"
// of "Writers Guild of America".
func (r *reader) tellLong(words []ner.Word, names []extract.Mention) {
	types := map[uint64]uint8{} // by initials
	for _, m := range names {
		initials, n := uint64(0), 0
		for i := m.Start; i < m.End && n < mostInitials; i++ {
			if c := r.doc.Text[r.doc.Tokens[i].Start]; r.doc.Tokens[i].Class == extract.ClassTitle && 'A' <= c && c <= 'Z' {
				initials = initials<<8 | uint64(c)
				n++
			}
		}
		if n > 1 {
			types[initials] = 1 + uint8(m.Type)
		}
	}
	for i := range words {
		if w := &words[i]; w.Class == extract.ClassUpper && len(w.Text) > 1 && len(w.Text) <= mostInitials {
			initials := uint64(0)
			for _, c := range []byte(w.Text) {
				initials = initials<<8 | uint64(c)
			}
			w.Long = types[initials]
		}
	}
}

// mostInitials bounds the letters of an acronym.
const mostInitials = 8
