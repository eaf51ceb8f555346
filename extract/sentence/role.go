package sentence

import (
	"github.com/factline/factline/extract"
)

// roleFinder tells what the first paragraphs are to their article.
type roleFinder struct {
	doc   *extract.Document
	words *wordTables
	begun bool // headline or body has been seen
}

const (
	longestHeadline = 30 // tokens
	longestByline   = 24
	longestName     = 4
	longestDateline = 18

	longestProfession = 8
	headParagraphs    = 6 // among so many stand headline, byline and dateline
)

// find returns the role of paragraph i, and the end of the sentence that has
// it; the start of the paragraph when all of it is body.
func (f *roleFinder) find(i int, p extract.TokenRange) (extract.Role, int32) {
	if f.isCredit(p) || i < headParagraphs && f.isByline(i, p) {
		return extract.RoleByline, p.End
	}
	if i >= headParagraphs {
		return extract.RoleBody, p.Start
	}
	begun := f.begun
	f.begun = true
	if !begun && f.isHeadline(i, p) {
		return extract.RoleHeadline, p.End
	}
	if end := f.dateline(p); end > p.Start {
		return extract.RoleDateline, end
	}
	return extract.RoleBody, p.Start
}

// isHeadline tells whether a paragraph is short, has no full stop, and stands
// before a body.
func (f *roleFinder) isHeadline(i int, p extract.TokenRange) bool {
	if p.Len() > longestHeadline || i+1 == len(f.doc.Paragraphs) {
		return false
	}
	words := false
	for t := p.Start; t < p.End; t++ {
		word := f.doc.Word(t)
		if word == "." {
			return false
		}
		words = words || f.doc.Tokens[t].Class.IsWord()
	}
	switch last := f.doc.Word(p.End - 1); {
	case !words, last == ":", last == ",", last == ";", isEllipsis(last):
		return false
	}
	return f.hasBody(i + 1)
}

// hasBody tells whether one of the next paragraphs ends as a sentence does.
func (f *roleFinder) hasBody(i int) bool {
	for end := min(i+headParagraphs, len(f.doc.Paragraphs)); i < end; i++ {
		if p := f.doc.Paragraphs[i]; p.Len() > 3 && endsSentence(f.doc, p.End-1) {
			return true
		}
	}
	return false
}

// isCredit tells whether a paragraph names who wrote, edited or photographed:
// "Words by Fred Roe", "Reporting by Jane Roe; Editing by John Doe".
func (f *roleFinder) isCredit(p extract.TokenRange) bool {
	if p.Len() < 3 || p.Len() > longestByline {
		return false
	}
	for t := p.Start; t < p.Start+3 && t+1 < p.End; t++ {
		if t > p.Start && f.doc.Is(t, "by") {
			return f.isName(t+1) && f.onlyNames(t+1, p.End)
		}
		if !f.words.credits.Has(f.doc.Tokens[t].Form) {
			return false
		}
	}
	return false
}

// isByline tells whether paragraph i is "By Jane Roe", with or without what
// she is; below the first paragraph also "Jane Roe in Paris", "Jane Roe, Sports
// editor", or the two parts of the latter on lines of their own.
func (f *roleFinder) isByline(i int, p extract.TokenRange) bool {
	if p.Len() > longestByline || isEndMark(f.doc.Word(p.End-1)) {
		return false
	}
	if f.doc.Is(p.Start, "by") {
		name := f.nameEnd(p.Start+1, p.End)
		if name-p.Start > 2 && name < p.End && f.doc.Word(name) == "," && p.End-name <= longestProfession {
			return true
		}
		return name > p.Start+1 && f.onlyNames(p.Start+1, p.End)
	}
	if i == 0 {
		return false
	}
	if f.isProfession(p) {
		return f.isFullName(f.doc.Paragraphs[i-1])
	}
	if f.isFullName(p) {
		return i+1 < len(f.doc.Paragraphs) && f.isProfession(f.doc.Paragraphs[i+1])
	}
	name := f.nameEnd(p.Start, p.End)
	if name-p.Start < 2 || name-p.Start > longestName || name == p.End {
		return false
	}
	switch f.doc.Word(name) {
	case "in", "at":
		return p.End-name <= longestName && name+1 < p.End && f.onlyNames(name+1, p.End)
	case ",":
		return f.isProfession(extract.TokenRange{Start: name + 1, End: p.End})
	}
	return false
}

// nameEnd returns the end of the capital words that start at token t.
func (f *roleFinder) nameEnd(t, end int32) int32 {
	for t < end && f.isName(t) {
		t++
	}
	return t
}

// isFullName tells whether a paragraph is two to four capital words.
func (f *roleFinder) isFullName(p extract.TokenRange) bool {
	return p.Len() >= 2 && p.Len() <= longestName && f.nameEnd(p.Start, p.End) == p.End
}

// isProfession tells whether tokens are what somebody in a byline is:
// "Political editor", "staff writer in Cairo".
func (f *roleFinder) isProfession(p extract.TokenRange) bool {
	if p.Len() < 1 || p.Len() > longestProfession {
		return false
	}
	found := false
	for t := p.Start; t < p.End; t++ {
		found = found || f.words.professions.Has(f.doc.Tokens[t].Form)
	}
	return found && f.onlyNames(p.Start, p.End)
}

func (f *roleFinder) isName(t int32) bool {
	return f.doc.Tokens[t].Class.IsCapital()
}

// onlyNames tells whether tokens are names and what stands between names in a
// byline: commas, "and", "in", professions.
func (f *roleFinder) onlyNames(t, end int32) bool {
	for ; t < end; t++ {
		token := f.doc.Tokens[t]
		switch {
		case token.Class.IsCapital(), f.words.between.Has(token.Form), f.words.professions.Has(token.Form), f.words.beats.Has(token.Form):
		case token.Class == extract.ClassAddress:
		default:
			return false
		}
	}
	return true
}

// dateline returns the end of the dateline that a paragraph starts with, its
// dash included: "LONDON, July 10 (Reuters) -", "PARIS —".
func (f *roleFinder) dateline(p extract.TokenRange) int32 {
	end := min(p.End-1, p.Start+longestDateline)
	upper := f.isUpperWord(p.Start)
	agency := false
	for t := p.Start; t < end; t++ {
		token := f.doc.Tokens[t]
		word := token.In(f.doc.Text)
		switch {
		case token.Class.IsCapital(), token.Class == extract.ClassDigits, f.words.between.Has(token.Form):
		case word == "(":
		case word == ")":
			agency = isDash(f.doc.Word(t + 1))
		case word == "/" || word == ":":
		case isDash(word):
			if f.doc.Glued(t) && f.doc.Glued(t+1) { // "AL-BAB"
				continue
			}
			if t > p.Start && (upper || agency) && f.startsBody(t+1) {
				return t + 1
			}
			return p.Start
		default:
			return p.Start
		}
	}
	return p.Start
}

// isUpperWord tells whether a token is a word of three or more capitals.
func (f *roleFinder) isUpperWord(t int32) bool {
	token := f.doc.Tokens[t]
	return token.Class == extract.ClassUpper && token.End-token.Start > 2
}

// startsBody tells whether a sentence can start at a token.
func (f *roleFinder) startsBody(t int32) bool {
	class := f.doc.Tokens[t].Class
	return class.IsCapital() || class == extract.ClassDigits || isOpener(f.doc.Word(t)) || f.doc.Word(t) == `"`
}

func isDash(word string) bool {
	switch word {
	case "-", "--", "–", "—", "―":
		return true
	}
	return false
}
