package quote

import (
	"github.com/factline/factline/extract"
)

// span is a stretch of text between quotation marks, marks included.
type span struct {
	extract.TokenRange
	closed bool
	single bool
}

// mark is what a token can be in the game of opening and closing.
type mark uint8

const (
	noMark mark = iota
	opener
	closer
	either // a straight mark: its neighbours tell
)

// doubleMark classifies double quotation marks, guillemets and the marks that
// treebanks write for them.
func doubleMark(word string) mark {
	switch word {
	case "\"", "＂":
		return either
	case "“", "„", "‟", "«", "``":
		return opener
	case "”", "»", "''":
		return closer
	}
	return noMark
}

// singleMark classifies single quotation marks; the apostrophes among them
// are sorted out by their neighbours.
func singleMark(word string) mark {
	switch word {
	case "'":
		return either
	case "‘", "‚", "‹", "`":
		return opener
	case "’", "›":
		return closer
	}
	return noMark
}

// quoted returns the stretches between quotation marks in text order. Double
// marks win over single ones that cross them; a single pair inside a double
// one is not listed, nor a double pair inside a single one.
func quoted(doc *extract.Document) []span {
	double := (&automaton{doc: doc, classify: doubleMark}).run()
	single := (&automaton{doc: doc, classify: singleMark, single: true}).run()
	if len(single) == 0 {
		return double
	}
	return merge(double, single)
}

// merge puts two lists of disjoint spans together and leaves out what lies
// inside or across a span of the other list; of two that cross, the single one
// goes.
func merge(double, single []span) []span {
	all := make([]span, 0, len(double)+len(single))
	i := 0
	for _, s := range single {
		for i < len(double) && double[i].End <= s.Start {
			all = append(all, double[i])
			i++
		}
		inside := i
		for inside < len(double) && s.Covers(double[inside].TokenRange) {
			inside++
		}
		if inside < len(double) && s.Overlaps(double[inside].TokenRange) {
			continue
		}
		all = append(all, s)
		i = inside
	}
	return append(all, double[i:]...)
}

// automaton pairs the marks of one kind. A quotation that a paragraph leaves
// open goes on when the next paragraph starts with a mark, and ends with its
// paragraph otherwise.
type automaton struct {
	doc      *extract.Document
	classify func(string) mark
	single   bool
	spans    []span
	start    int32 // of the open span
	open     bool
}

func (a *automaton) run() []span {
	for _, p := range a.doc.Paragraphs {
		if a.open && (p.Empty() || a.single || !a.opens(p.Start) && !a.closesIn(p)) {
			a.giveUp(p.Start)
		}
		for i := p.Start; i < p.End; i++ {
			a.read(i, p)
		}
	}
	if a.open {
		a.giveUp(int32(len(a.doc.Tokens)))
	}
	return a.spans
}

// opens tells whether token i is a mark that can open the next paragraph of a
// quotation.
func (a *automaton) opens(i int32) bool {
	m := a.classify(a.doc.Word(i))
	return m == opener || m == either && !(int(i+1) < len(a.doc.Tokens) && !a.doc.Glued(i+1))
}

// closesIn tells whether the first mark of a paragraph closes: the writer left
// out the mark that opens it.
func (a *automaton) closesIn(p extract.TokenRange) bool {
	for i := p.Start; i < p.End; i++ {
		switch a.classify(a.doc.Word(i)) {
		case closer:
			return true
		case opener:
			return false
		case either:
			return i > p.Start && a.doc.Glued(i) && !(i+1 < p.End && a.doc.Glued(i+1))
		}
	}
	return false
}

func (a *automaton) read(i int32, paragraph extract.TokenRange) {
	m := a.classify(a.doc.Word(i))
	if m == noMark || a.doc.Tags[i].Penn == extract.PennPOS {
		return
	}
	before := i > paragraph.Start && a.doc.Glued(i) && !opensBracket(a.doc.Word(i-1))
	after := i+1 < paragraph.End && a.doc.Glued(i+1)
	if m == either {
		m = a.side(before, after)
	}
	if a.single && !a.plausible(m, i, before, after, paragraph) {
		return
	}
	switch {
	case m == opener && a.open && i == paragraph.Start:
		// the quotation goes on
	case m == opener && a.open && a.doc.Word(a.start) == "„", m == closer && a.open:
		a.spans = append(a.spans, span{extract.TokenRange{Start: a.start, End: i + 1}, true, a.single})
		a.open = false
	case m == opener:
		a.start, a.open = i, true
	}
}

// side decides what a straight mark is from the words glued to it.
func (a *automaton) side(before, after bool) mark {
	switch {
	case before == after && a.open, before && !after:
		return closer
	default:
		return opener
	}
}

// plausible rules out apostrophes: a single mark opens with a blank before it
// and a word after it, and closes the other way round.
func (a *automaton) plausible(m mark, i int32, before, after bool, paragraph extract.TokenRange) bool {
	if m == opener {
		return !before && after
	}
	return before && (!after || i+1 == paragraph.End || a.doc.Tokens[i+1].Class == extract.ClassPunct)
}

// giveUp ends a span that nothing closes before token end. Single marks
// without partner are apostrophes.
func (a *automaton) giveUp(end int32) {
	a.open = false
	if !a.single && end > a.start+1 {
		a.spans = append(a.spans, span{extract.TokenRange{Start: a.start, End: end}, false, false})
	}
}

func opensBracket(word string) bool {
	switch word {
	case "(", "[", "{", "-", "–", "—", "/":
		return true
	}
	return false
}
