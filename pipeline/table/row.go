package table

import (
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
)

type style string

const (
	plain style = ""
	bold  style = "\x1b[1m"
	dim   style = "\x1b[2m"
	reset       = "\x1b[0m"
)

func (t *table) paint(s style, text string) string {
	if !t.color || s == plain || text == "" {
		return text
	}
	return string(s) + text + reset
}

// row writes three cells side by side. Each entry of a cell begins on a line of
// its own.
func (t *table) row(s style, cells ...[]string) {
	lines := 0
	wrapped := make([][]string, len(cells))
	for i, cell := range cells {
		for _, entry := range cell {
			wrapped[i] = append(wrapped[i], wrap(entry, t.widths[i])...)
		}
		lines = max(lines, len(wrapped[i]))
	}
	for n := range lines {
		missing := 0 // blanks before the next text
		for i, cell := range wrapped {
			used := 0
			if n < len(cell) && cell[n] != "" {
				t.out.WriteString(strings.Repeat(" ", missing) + t.paint(s, cell[n]))
				used, missing = runewidth.StringWidth(cell[n]), 0
			}
			missing += t.widths[i] - used + gap
		}
		t.out.WriteByte('\n')
	}
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
