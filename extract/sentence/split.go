package sentence

import (
	"strings"

	"github.com/factline/factline/extract"
)

// splitter cuts paragraphs into sentences.
type splitter struct {
	doc       *extract.Document
	words     *wordTables
	sentences []extract.Sentence
}

func (s *splitter) add(r extract.TokenRange, role extract.Role) {
	s.sentences = append(s.sentences, extract.Sentence{TokenRange: r, Role: role})
}

// split adds the sentences of a paragraph, or of the rest of one.
func (s *splitter) split(p extract.TokenRange) {
	start, quotes := p.Start, 0 // quotes counts the straight quotation marks so far
	for i := p.Start; i < p.End; i++ {
		token := s.doc.Tokens[i]
		mark := s.markOf(i, token)
		if token.Class == extract.ClassPunct && s.doc.Text[token.Start] == '"' {
			quotes++
		}
		if mark == noMark {
			continue
		}
		next := s.closers(i+1, p.End, quotes)
		for j := i + 1; j < next; j++ {
			if s.doc.Text[s.doc.Tokens[j].Start] == '"' {
				quotes++
			}
		}
		closed := next > i+1
		if next < p.End && s.isBorder(mark, start, i, next, closed) {
			s.add(extract.TokenRange{Start: start, End: next}, extract.RoleBody)
			start = next
		}
		i = next - 1
	}
	s.add(extract.TokenRange{Start: start, End: p.End}, extract.RoleBody)
}

// mark is a token that a sentence can end with.
type mark uint8

const (
	noMark       mark = iota
	fullStop          // "."
	question          // "?", "!", "?!"
	ellipsis          // "...", "…"
	abbreviation      // "Inc.", "p.m."
	face              // ":-)"
	rule              // "----------", between parts of a text
	link              // "https://example.org/a"
)

// longRule is the size from which a run of one sign is a line by itself.
const longRule = 8

func (s *splitter) markOf(i int32, token extract.Token) mark {
	word := token.In(s.doc.Text)
	switch {
	case token.Class.IsWord():
		if word[len(word)-1] == '.' {
			return abbreviation
		}
	case token.Class == extract.ClassAddress:
		if strings.HasPrefix(word, "http") {
			return link
		}
	case token.Class == extract.ClassPunct || token.Class == extract.ClassSymbol:
		switch {
		case word == ".", strings.HasPrefix(word, "。"):
			return fullStop
		case isEllipsis(word):
			return ellipsis
		case word[0] == '?' || word[0] == '!' || word == "？" || word == "！":
			return question
		case len(word) >= longRule && token.Class == extract.ClassPunct && word[0] == word[1]:
			return rule
		case token.Class == extract.ClassSymbol && len(word) > 1 && s.isFace(word):
			return face
		}
	}
	return noMark
}

func (s *splitter) isFace(word string) bool {
	switch word[0] {
	case ':', ';', '=', '(':
		return len(word) <= 3
	}
	return false
}

// closers returns the end of the quotation marks, brackets, references ("[3]")
// and faces that belong to the sentence whose mark stands before token i.
func (s *splitter) closers(i, end int32, quotes int) int32 {
	for ; i < end; i++ {
		token := s.doc.Tokens[i]
		word := token.In(s.doc.Text)
		switch {
		case isCloser(word):
		case word == `"` && s.closesQuote(i, quotes):
			quotes++
		case word == "'" || word == "''":
			if !s.doc.Glued(i) || s.doc.Glued(i+1) && i+1 < end && !isCloser(s.doc.Word(i+1)) && s.doc.Word(i+1) != `"` {
				return i
			}
		case word == "[" && s.reference(i, end) > i:
			i = s.reference(i, end)
		case token.Class == extract.ClassDigits && len(word) <= 3 && s.doc.Glued(i) && !s.doc.Glued(i+1): // a note: "so.12 Then"
		case token.Class == extract.ClassSymbol && len(word) > 1 && s.isFace(word):
		default:
			return i
		}
	}
	return i
}

// reference returns the closing bracket of a reference, "[3]" or "[citation
// needed]", that starts at token i; i itself when it is none.
func (s *splitter) reference(i, end int32) int32 {
	for j := i + 2; j < min(i+4, end); j++ {
		if s.doc.Word(j) == "]" {
			return j
		}
	}
	return i
}

// closesQuote tells whether the straight quotation mark at token i closes what
// an earlier one of the paragraph opened; quotes is how many came before.
func (s *splitter) closesQuote(i int32, quotes int) bool {
	before, after := s.doc.Glued(i), s.doc.Glued(i+1)
	if before != after {
		return before
	}
	return quotes%2 == 1
}

// isBorder tells whether the sentence [start,next), whose mark is token i, ends
// before token next. closed tells that quotation marks or brackets follow the
// mark.
func (s *splitter) isBorder(m mark, start, i, next int32, closed bool) bool {
	first := s.doc.Tokens[next]
	lower := first.Class == extract.ClassLower && isLowerLetter(s.doc.Word(next))
	glued := s.doc.Glued(next)
	switch m {
	case fullStop:
		switch {
		case s.isListNumber(start, i):
			return false
		case glued:
			return s.startsGlued(i, next)
		case lower:
			return !closed
		}
		return !s.continues(next)
	case question:
		if glued {
			return s.startsGlued(i, next)
		}
		return !(lower && closed) && !s.continues(next)
	case ellipsis:
		return first.Class.IsCapital() && i > start
	case abbreviation:
		if closed {
			return first.Class.IsCapital()
		}
		return !glued && first.Class.IsCapital() && s.words.starters.Has(first.Form) && !s.words.titles.Has(s.doc.Tokens[i].Form)
	case face:
		return first.Class.IsCapital()
	case link:
		return !glued && !closed && (first.Class.IsCapital() || strings.HasPrefix(s.doc.Word(next), "http"))
	}
	return true
}

// isListNumber tells whether the full stop at token i belongs to the number or
// letter of a list item.
func (s *splitter) isListNumber(start, i int32) bool {
	if isBullet(s.doc, start) {
		start++
	}
	if i != start+1 || !s.doc.Glued(i) {
		return false
	}
	token := s.doc.Tokens[start]
	size := token.End - token.Start
	return token.Class == extract.ClassDigits && size <= 3 || size == 1 && token.Class.IsWord()
}

// startsGlued tells whether a sentence starts at token next although no blank
// stands before it: "the end.The next" and "pandemic.”Amazon".
func (s *splitter) startsGlued(i, next int32) bool {
	first := s.doc.Tokens[next]
	if first.Class == extract.ClassPunct {
		return isOpener(s.doc.Word(next)) || s.doc.Word(next) == `"`
	}
	return first.Class.IsCapital() && i > 0 && s.doc.Tokens[i-1].Class != extract.ClassDigits
}

// continues tells whether the token after an end mark goes on with the
// sentence: a comma, or the year of a title, "Help! (1965)".
func (s *splitter) continues(next int32) bool {
	if s.doc.Tokens[next].Class != extract.ClassPunct {
		return false
	}
	switch s.doc.Word(next) {
	case ",", ";", ":", "/":
		return true
	case "(":
		return int(next)+2 < len(s.doc.Tokens) && s.doc.Tokens[next+1].Class == extract.ClassDigits && s.doc.Word(next+2) == ")"
	}
	return false
}

// isEndMark tells whether a token ends sentences.
func isEndMark(word string) bool {
	switch word[0] {
	case '.', '?', '!':
		return true
	}
	return isEllipsis(word) || word == "。"
}

func isEllipsis(word string) bool {
	return strings.HasPrefix(word, "..") || strings.HasPrefix(word, "…")
}

func isCloser(word string) bool {
	switch word {
	case ")", "]", "}", "”", "’", "’’", "»", ">>", "›":
		return true
	}
	return false
}

func isOpener(word string) bool {
	switch word {
	case "(", "[", "“", "‘", "«", "``", "„":
		return true
	}
	return false
}
