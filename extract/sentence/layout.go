package sentence

import (
	"strings"

	"github.com/factline/factline/extract"
)

// lineBreak is what stands between two tokens.
type lineBreak uint8

const (
	sameLine  lineBreak = iota
	newLine             // the next token is on the next line
	indented            // the same, after an indentation
	blankLine           // at least one line without tokens lies between
)

// breakIn returns the kind of break in the gap between two tokens.
func breakIn(gap string) lineBreak {
	if len(gap) <= 1 && gap != "\n" && gap != "\r" {
		return sameLine // the most common gap: nothing, or one blank
	}
	lines, indent := 0, 0
	for i, r := range gap {
		switch r {
		case '\n':
			if i == 0 || gap[i-1] != '\r' {
				lines++
			}
			indent = 0
		case '\r', '\u0085', '\u2028', '\v':
			lines++
			indent = 0
		case '\u2029', '\f':
			return blankLine
		case '\t':
			indent += 4
		default:
			indent++
		}
	}
	switch {
	case lines > 1:
		return blankLine
	case lines == 0:
		return sameLine
	case indent > 1:
		return indented
	}
	return newLine
}

// paragraphs cuts a document at blank lines and at those ends of lines that
// were not made by wrapping.
func paragraphs(doc *extract.Document) []extract.TokenRange {
	width := wrapWidth(doc)
	n := int32(len(doc.Tokens))
	found := make([]extract.TokenRange, 0, 8)
	start, line := int32(0), int32(0)
	for i := int32(1); i < n; i++ {
		kind := breakIn(doc.Gap(i))
		if kind == sameLine {
			continue
		}
		if kind == blankLine || width == 0 || kind == indented && !startsLower(doc, i) || !isWrapped(doc, line, i, width) {
			found = append(found, extract.TokenRange{Start: start, End: i})
			start = i
		}
		line = i
	}
	return append(found, extract.TokenRange{Start: start, End: n})
}

// shortestWrapped and longestWrapped are the widths in bytes that authors and
// mail programs wrap at.
const (
	shortestWrapped = 30
	longestWrapped  = 160
)

// wrapWidth returns the width in bytes at which the text is wrapped, and 0
// when each end of line was meant. A text is wrapped when a third of its ends
// of lines, those beside blank lines aside, are in mid-sentence.
func wrapWidth(doc *extract.Document) int32 {
	ends, inside, width, line := 0, 0, int32(0), int32(0)
	for i := int32(1); i < int32(len(doc.Tokens)); i++ {
		kind := breakIn(doc.Gap(i))
		if kind == sameLine {
			continue
		}
		length := doc.Tokens[i-1].End - doc.Tokens[line].Start
		line = i
		if kind == blankLine {
			continue
		}
		ends++
		if startsLower(doc, i) && !endsSentence(doc, i-1) {
			inside++
			width = max(width, length)
		}
	}
	if inside*3 < ends || width < shortestWrapped || width > longestWrapped {
		return 0
	}
	return width
}

// isWrapped tells whether the end of the line that starts at token line and
// ends before token next was made by wrapping: the first word of the next line
// had no room on it.
func isWrapped(doc *extract.Document, line, next, width int32) bool {
	if startsLower(doc, next) && !endsSentence(doc, next-1) {
		return true
	}
	if isBullet(doc, next) {
		return false
	}
	last := doc.Tokens[next-1]
	word := doc.Tokens[next]
	slack := width / 8
	return last.End-doc.Tokens[line].Start+1+word.End-word.Start > width-slack
}

func startsLower(doc *extract.Document, i int32) bool {
	return doc.Tokens[i].Class == extract.ClassLower && doc.Tokens[i].Start < doc.Tokens[i].End && isLowerLetter(doc.Word(i))
}

func isLowerLetter(word string) bool {
	return 'a' <= word[0] && word[0] <= 'z' || word[0] >= 0x80
}

// endsSentence tells whether a token ends a sentence or its last quotation
// mark or bracket does.
func endsSentence(doc *extract.Document, i int32) bool {
	for back := 0; back < 3 && i >= 0; back++ {
		word := doc.Word(i)
		if isEndMark(word) || strings.HasSuffix(word, ":") {
			return true
		}
		if !isCloser(word) && word != `"` && word != "'" {
			return false
		}
		i--
	}
	return false
}

// isBullet tells whether a token starts an item of a list.
func isBullet(doc *extract.Document, i int32) bool {
	switch doc.Word(i) {
	case "*", "•", "-", "–", "—", "·", "▪", "◦", "‣", "●", "■", "►":
		return true
	}
	return false
}
