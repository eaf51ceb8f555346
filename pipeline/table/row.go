package table

import (
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
)

const (
	gap    = 2 // columns between cells
	detail = 2 // columns that details are set in below a statement
)

// style is what makes a terminal write in another way.
type style string

const (
	plain  style = ""
	bold   style = "\x1b[1m"
	dim    style = "\x1b[2m"
	red    style = "\x1b[31m"
	yellow style = "\x1b[33m"
	cyan   style = "\x1b[36m"
	reset        = "\x1b[0m"
)

func (t *table) paint(s style, text string) string {
	if !t.color || s == plain || text == "" {
		return text
	}
	return string(s) + text + reset
}

// entry is a text of a cell that begins on a line of its own.
type entry struct {
	text   string
	style  style
	indent int // columns before the text; its lines after the first get as many more
}

// line is one line of a cell.
type line struct {
	text   string
	style  style
	indent int
}

// row writes cells side by side.
func (t *table) row(widths []int, cells ...[]entry) {
	height := 0
	wrapped := make([][]line, len(cells))
	for i, cell := range cells {
		for _, e := range cell {
			wrapped[i] = append(wrapped[i], e.lines(widths[i])...)
		}
		height = max(height, len(wrapped[i]))
	}
	for n := range height {
		missing := 0 // blanks before the next text
		for i, cell := range wrapped {
			used := 0
			if n < len(cell) {
				l := cell[n]
				t.out.WriteString(strings.Repeat(" ", missing+l.indent) + t.paint(l.style, l.text))
				used, missing = l.indent+runewidth.StringWidth(l.text), 0
			}
			missing += widths[i] - used + gap
		}
		t.out.WriteByte('\n')
	}
}

// lines breaks an entry into lines of at most width columns.
func (e entry) lines(width int) []line {
	var lines []line
	for i, text := range wrap(e.text, width-2*e.indent) {
		indent := e.indent
		if i > 0 {
			indent *= 2
		}
		lines = append(lines, line{text, e.style, indent})
	}
	return lines
}

// wrap breaks text into lines of at most width columns, between words where
// that is possible.
func wrap(text string, width int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	end := func() {
		lines = append(lines, line.String())
		line.Reset()
		used = 0
	}
	for _, word := range strings.Fields(printable(text)) {
		size := runewidth.StringWidth(word)
		if used > 0 && used+1+size > width {
			end()
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		if used+size <= width {
			line.WriteString(word)
			used += size
			continue
		}
		for _, r := range word {
			w := runewidth.RuneWidth(r)
			if used+w > width {
				end()
			}
			line.WriteRune(r)
			used += w
		}
	}
	if used > 0 {
		end()
	}
	return lines
}

// printable returns text without characters that a terminal would obey: control
// characters, and marks that change the direction of writing.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, text)
}
