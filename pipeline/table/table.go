// Package table writes a claims file for a person who reads it in a terminal:
// the claims with who says so and the numbers and dates in them, then the
// numbers and dates that stand in no claim.
//
//	CLAIM                              SAID BY            NUMBERS AND DATES
//	[TikTok] had removed 49 million    TikTok (revealed)  49 million videos = 49,000,000
//	videos in the second half of 2019                     second half of 2019 = 2019-H2
package table

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/factline/factline/pipeline/claimsfile"
)

// Options changes how a table looks. Rule names are shown where the claims file
// has them.
type Options struct {
	Width int  // columns of a line; below 40 counts as 40
	Color bool // use the colours of a terminal
}

const (
	narrowest = 40
	widest    = 160 // longer lines are hard to read
	gap       = 2   // columns between cells
)

// Encode writes one claims file, with an empty line at the end.
func Encode(w io.Writer, f *claimsfile.File, options Options) error {
	t := table{file: f, out: bufio.NewWriter(w), color: options.Color}
	width := min(max(options.Width, narrowest), widest) - 2*gap
	t.widths[1] = width / 5
	t.widths[2] = width * 3 / 10
	t.widths[0] = width - t.widths[1] - t.widths[2]
	t.head(width + 2*gap)
	t.claims()
	t.rest()
	t.out.WriteByte('\n')
	return t.out.Flush()
}

// table writes one claims file. Its writer keeps the first error for the end.
type table struct {
	file   *claimsfile.File
	out    *bufio.Writer
	color  bool
	widths [3]int
}

// head writes what is known of the article.
func (t *table) head(width int) {
	a := t.file.Article
	name := a.ID
	if a.Title != "" {
		name += ": " + a.Title
	}
	for _, line := range wrap(name, width) {
		t.out.WriteString(t.paint(bold, line) + "\n")
	}
	var facts []string
	for _, fact := range []string{a.Published, a.Byline, a.Source} {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	for _, line := range wrap(strings.Join(facts, ", "), width) {
		t.out.WriteString(t.paint(dim, line) + "\n")
	}
}

func (t *table) claims() {
	t.out.WriteByte('\n')
	if len(t.file.Claims) == 0 {
		t.out.WriteString(t.paint(dim, "no claims") + "\n")
		return
	}
	t.row(bold, []string{"CLAIM"}, []string{"SAID BY"}, []string{"NUMBERS AND DATES"})
	for _, c := range t.file.Claims {
		t.row(plain, []string{c.Statement}, t.saidBy(c), t.figures(c))
	}
}

// saidBy tells who says a claim, and how.
func (t *table) saidBy(c claimsfile.Claim) []string {
	var lines []string
	for _, a := range c.Attribution {
		line := a.Speaker
		if line == "" {
			line = "somebody"
		}
		if a.Cue != "" {
			line += " (" + a.Cue + ")"
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		lines = append(lines, "the article")
	}
	if c.Polarity.Value == "negative" {
		lines = append(lines, c.Polarity.Value)
	}
	if c.Modality.Value != "asserted" {
		lines = append(lines, c.Modality.Value)
	}
	if c.Rule != "" {
		lines = append(lines, "rule "+c.Rule)
	}
	return lines
}

// figures lists the numbers and dates of a claim.
func (t *table) figures(c claimsfile.Claim) []string {
	var lines []string
	for _, id := range c.Quantities {
		if i := claimsfile.NumberOf("q", id); i >= 0 && i < len(t.file.Quantities) {
			lines = append(lines, quantity(t.file.Quantities[i]))
		}
	}
	for _, id := range c.Dates {
		if i := claimsfile.NumberOf("d", id); i >= 0 && i < len(t.file.Dates) {
			lines = append(lines, date(t.file.Dates[i]))
		}
	}
	return lines
}

// rest lists the numbers and dates that are in no claim.
func (t *table) rest() {
	shown := map[string]bool{}
	for _, c := range t.file.Claims {
		for _, id := range c.Quantities {
			shown[id] = true
		}
		for _, id := range c.Dates {
			shown[id] = true
		}
	}
	var lines []string
	for _, q := range t.file.Quantities {
		if !shown[q.ID] {
			lines = append(lines, quantity(q))
		}
	}
	for _, d := range t.file.Dates {
		if !shown[d.ID] {
			lines = append(lines, date(d))
		}
	}
	if len(lines) == 0 {
		return
	}
	t.out.WriteString("\n" + t.paint(bold, "NUMBERS AND DATES IN NO CLAIM") + "\n")
	width := t.widths[0] + t.widths[1] + t.widths[2] + 2*gap
	for _, line := range lines {
		for _, part := range wrap(line, width) {
			t.out.WriteString(part + "\n")
		}
	}
}

// quantity writes "over 500 videos = over 500".
func quantity(q claimsfile.Quantity) string {
	var b strings.Builder
	b.WriteString(q.Text + " =")
	if q.Modifier != "exact" {
		b.WriteString(" " + strings.ReplaceAll(q.Modifier, "_", " "))
	}
	switch {
	case q.Value != nil:
		b.WriteString(" " + amount(*q.Value))
	case q.Low != nil && q.High != nil:
		b.WriteString(" " + amount(*q.Low) + " to " + amount(*q.High))
	case q.Low != nil:
		b.WriteString(" from " + amount(*q.Low))
	case q.High != nil:
		b.WriteString(" to " + amount(*q.High))
	}
	if q.Unit != nil {
		b.WriteString(" " + q.Unit.Name)
	}
	if q.Trend != "" {
		b.WriteString(" " + q.Trend)
	}
	return b.String() + rule(q.Rule)
}

// date writes "On Monday = 2020-07-06".
func date(d claimsfile.Date) string {
	s := d.Text + " = " + d.Value
	if d.Mod != "" {
		s += " " + d.Mod
	}
	return s + rule(d.Rule)
}

func rule(name string) string {
	if name == "" {
		return ""
	}
	return " (rule " + name + ")"
}

// amount writes a number with its thousands apart: 49,000,000.
func amount(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if len(s) > 24 {
		return strconv.FormatFloat(x, 'g', -1, 64)
	}
	whole, rest := s, ""
	if dot := strings.IndexByte(s, '.'); dot >= 0 {
		whole, rest = s[:dot], s[dot:]
	}
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return sign + whole + rest
}
