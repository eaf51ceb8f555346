package article

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

// pdfLine is one line of a page.
type pdfLine struct {
	text        string
	left, right float64 // right is 0 when the widths of its characters are not known
	y, size     float64
}

// linesOf puts the characters of a page together to lines, in the order in
// which the file has them, which is that of reading.
func linesOf(chars []pdf.Text) (lines []pdfLine) {
	var b strings.Builder
	var line pdfLine
	end := func() {
		if line.text = oneLine(plainLetters(b.String())); line.text != "" {
			lines = append(lines, line)
		}
		b.Reset()
		line = pdfLine{}
	}
	for i, c := range chars {
		if i > 0 && isNewLine(chars[i-1], c) {
			end()
		}
		if b.Len() == 0 {
			line.left, line.y, line.size = c.X, c.Y, c.FontSize
		} else if gap := c.X - chars[i-1].X - chars[i-1].W; gap > 0.17*c.FontSize {
			b.WriteByte(' ')
		}
		if c.W > 0 {
			line.right = c.X + c.W
		}
		b.WriteString(c.S)
	}
	end()
	return lines
}

// isNewLine tells whether c begins another line than the character before it.
// A raised or lowered character does not.
func isNewLine(before, c pdf.Text) bool {
	size := max(before.FontSize, c.FontSize)
	return math.Abs(c.Y-before.Y) > 0.6*size || c.X < before.X-size
}

// plainLetters takes ligatures apart.
func plainLetters(s string) string {
	return ligatures.Replace(s)
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\x00", "")

// pdfText returns the text of pages, a blank line between its paragraphs.
func pdfText(pages [][]pdfLine) string {
	dropHeads(pages)
	words := hyphenatedWords(pages)
	var b bytes.Buffer
	var last pdfLine
	for _, lines := range pages {
		gap, right := usualGap(lines), rightMargin(lines)
		for i, line := range lines {
			switch {
			case b.Len() == 0:
			case i == 0 && endsSentence(last.text), i > 0 && beginsParagraph(last, line, gap, right):
				b.WriteString("\n\n")
			default:
				joinLine(&b, line.text, words)
			}
			b.WriteString(line.text)
			last = line
		}
	}
	return strings.ReplaceAll(b.String(), "\u00ad", "")
}

// joinLine writes what stands between two lines of a paragraph, and takes away
// the hyphen of a word that they divide.
func joinLine(b *bytes.Buffer, next string, words map[string]bool) {
	word := string(b.Bytes()[bytes.LastIndexAny(b.Bytes(), " \n")+1:])
	following, _, _ := strings.Cut(next, " ")
	first, _ := utf8.DecodeRuneInString(next)
	switch {
	case strings.HasSuffix(word, "\u00ad"):
	case !strings.HasSuffix(word, "-") && !strings.HasSuffix(word, "‐"):
		b.WriteByte(' ')
	case word == "-" || word == "‐":
		b.WriteByte(' ')
	case unicode.IsLower(first) && !words[trimWord(word+following)]:
		b.Truncate(b.Len() - len(word) + len(strings.TrimRight(word, "-‐")))
	}
}

// hyphenatedWords returns the words with a hyphen that stand inside of a line,
// which keep it when the end of a line divides them.
func hyphenatedWords(pages [][]pdfLine) map[string]bool {
	words := map[string]bool{}
	for _, lines := range pages {
		for _, line := range lines {
			for word := range strings.FieldsSeq(line.text) {
				if word = trimWord(word); strings.Contains(strings.Trim(word, "-"), "-") {
					words[word] = true
				}
			}
		}
	}
	return words
}

func trimWord(word string) string {
	return strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// beginsParagraph tells whether a line does not go on the line before it.
func beginsParagraph(before, line pdfLine, gap, right float64) bool {
	size := max(before.size, line.size)
	switch distance := before.y - line.y; {
	case distance > 1.35*gap: // more space than between other lines
		return true
	case distance < 0 && endsSentence(before.text): // the next column
		return true
	case math.Abs(before.size-line.size) > 0.1*size: // a heading
		return true
	case line.left-before.left > 0.7*size && line.left-before.left < 4*size && endsSentence(before.text): // an indent
		return true
	}
	short := before.right > 0 && before.right < right-0.25*(right-before.left)
	return short && endsSentence(before.text)
}

// endsSentence tells whether a line can be the last one of a paragraph.
func endsSentence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, `"'”’)]`))
	return strings.ContainsRune(".!?:…", last)
}

// usualGap returns the median of the distances between the lines of a page.
func usualGap(lines []pdfLine) float64 {
	var gaps []float64
	for i := 1; i < len(lines); i++ {
		if gap := lines[i-1].y - lines[i].y; gap > 0 {
			gaps = append(gaps, gap)
		}
	}
	if len(gaps) == 0 {
		return math.Inf(1)
	}
	slices.Sort(gaps)
	return gaps[(len(gaps)-1)/2]
}

func rightMargin(lines []pdfLine) (right float64) {
	for _, line := range lines {
		right = max(right, line.right)
	}
	return right
}

// dropHeads takes running heads, feet and page numbers away: first and last
// lines that stand on many pages and differ in figures alone.
func dropHeads(pages [][]pdfLine) {
	const depth = 2 // lines at each end of a page
	for range depth {
		for _, first := range []bool{true, false} {
			seen := map[string]int{}
			for _, lines := range pages {
				if len(lines) > 0 {
					seen[withoutFigures(endLine(lines, first).text)]++
				}
			}
			for i, lines := range pages {
				if len(lines) < 2 {
					continue
				}
				text := withoutFigures(endLine(lines, first).text)
				switch {
				case text != "#" && text != "page #" && (seen[text] < 2 || seen[text]*3 < len(pages)):
				case first:
					pages[i] = lines[1:]
				default:
					pages[i] = lines[:len(lines)-1]
				}
			}
		}
	}
}

func endLine(lines []pdfLine, first bool) pdfLine {
	if first {
		return lines[0]
	}
	return lines[len(lines)-1]
}

// withoutFigures returns a line in small letters with "#" for each number, and
// without marks at its ends: "page #" for "- Page 12 -".
func withoutFigures(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case !unicode.IsDigit(r):
			b.WriteRune(r)
		case !strings.HasSuffix(b.String(), "#"):
			b.WriteByte('#')
		}
	}
	return strings.Trim(b.String(), " -–—|·•")
}
