package mention

import (
	"unicode/utf8"

	"github.com/factline/factline/extract"
)

// style is how a sentence uses capitals.
type style uint8

const (
	plain   style = iota
	titled        // "Staff Told to Delete App": a capital tells nothing
	shouted       // "STAFF TOLD TO DELETE APP"
)

// reader finds the names of one document.
type reader struct {
	doc      *extract.Document
	words    *vocabulary
	about    []word // by token: what the lists say of it
	timex    []bool // by token: inside a timex
	guessed  []bool // by token: inside a name that the rules propose; see tell
	names    []name
	capitals bool           // names have capitals; see dropSmall
	seats    map[int32]bool // tokens where names start that were cut off others; see cutSeat and cutVersus
	votes
}

// name is a run of tokens that may be a name.
type name struct {
	extract.TokenRange
	sentence extract.Sentence
	style    style
	initial  bool           // it starts its sentence, so that its capital tells nothing
	honoured bool           // a title stands before it: "Mr"
	gender   extract.Gender // of the title or given name
	row      int32          // in the gazetteers; -1 for an unknown name
	group    int32
}

func newReader(doc *extract.Document) *reader {
	r := &reader{doc: doc, words: english(), about: make([]word, len(doc.Tokens)), timex: make([]bool, len(doc.Tokens)), seats: map[int32]bool{}}
	for i, t := range doc.Tokens {
		r.about[i] = r.words.words[t.Form]
	}
	for _, t := range doc.Timexes {
		for i := t.Start; i < t.End; i++ {
			r.timex[i] = true
		}
	}
	return r
}

func (r *reader) word(i int32) word { return r.about[i] }

// findNames fills names from all sentences.
func (r *reader) findNames() {
	for _, s := range r.doc.Sentences {
		scan := scanner{reader: r, sentence: s, style: r.styleOf(s)}
		scan.scan()
	}
}

// fullTitle is the number of capitals that make a title of a sentence without
// small words, known or not.
const fullTitle = 6

// styleOf tells how a sentence uses capitals, by the words that are no names.
func (r *reader) styleOf(s extract.Sentence) style {
	var upper, title, capital, lower, words int
	for i := s.Start; i < s.End; i++ {
		t := r.doc.Tokens[i]
		if !t.Class.IsWord() || t.End-t.Start < 2 {
			continue
		}
		words++
		if t.Class == extract.ClassUpper {
			upper++
		}
		if i == s.Start || t.End-t.Start < 4 || t.Class == extract.ClassUpper || r.timex[i] {
			continue
		}
		if t.Class == extract.ClassLower {
			lower++
			continue
		}
		title++
		w := r.word(i)
		if w.flags&isCommon == 0 || w.head != extract.EntityUnknown || w.of != extract.EntityUnknown || w.start != extract.EntityUnknown {
			continue // "University" in a plain sentence belongs to a name
		}
		capital++
	}
	need := 2
	if s.Role == extract.RoleHeadline {
		need = 1
	}
	switch {
	case words >= 3 && upper*10 >= words*8:
		return shouted
	case capital >= need && capital > lower, lower == 0 && title >= fullTitle:
		return titled
	}
	return plain
}

// capital tells whether token i is written as a part of a name can be.
func (r *reader) capital(i int32) bool {
	t := r.doc.Tokens[i]
	switch {
	case r.timex[i] || r.apostrophe(i):
		return false
	case t.Class == extract.ClassAlnum:
		c := r.doc.Text[t.Start]
		return 'A' <= c && c <= 'Z'
	}
	return t.Class.IsCapital() && !(r.doc.Word(i) == "I" && r.doc.Tags[i].POS == extract.PRON)
}

// apostrophe tells whether token i starts with one: "'s".
func (r *reader) apostrophe(i int32) bool {
	first, _ := utf8.DecodeRuneInString(r.doc.Word(i))
	return first == '\'' || first == '’'
}

// known returns the row and the end of the longest gazetteer name that starts
// at token i, ends before limit and has the capitals of a name.
func (r *reader) known(i, limit int32, s style) (row, end int32, ok bool) {
	at, end, ok := r.words.names.LongestFunc(r.doc, i, func(row int, end int32) bool {
		return end <= limit && r.writtenAs(r.words.known[row], extract.TokenRange{Start: i, End: end}, s)
	})
	return int32(at), end, ok
}

// writtenAs tells whether tokens that spell a known name are written as one:
// "US" and not "us", "Total" and not "total".
func (r *reader) writtenAs(k knownName, at extract.TokenRange, s style) bool {
	for i := at.Start; i < at.End; i++ {
		if r.timex[i] {
			return false
		}
	}
	first, last := r.doc.Tokens[at.Start].Class, r.doc.Tokens[at.End-1].Class
	if k.upper {
		return (first == extract.ClassUpper || first == extract.ClassAlnum) && !(s == shouted && k.hidden)
	}
	if !k.lowerStart && !r.capital(at.Start) {
		return false
	}
	return k.lowerEnd || last != extract.ClassLower || r.apostrophe(at.End-1)
}
