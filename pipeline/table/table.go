// Package table writes a claims file for a person who reads it in a terminal:
// the claims with who says so and the numbers and dates in them, then the
// numbers and dates that stand in no claim.
//
//	     SAID BY             CLAIM
//	c5   It [Amazon] (adds)  If you have TikTok on your device, you must remove
//	                         it by 10-Jul to retain mobile access to Amazon email
//	                           obligation: must
//	                           10-Jul = 2020-07-10
//
// Square brackets are names that stand for other words of the article. What
// makes a claim more or less than a plain statement follows it: that it denies
// something, that it is only possible, what it corrects.
package table

import (
	"bufio"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/wording"
)

// Options changes how a table looks. Rule names are shown where the claims file
// has them.
type Options struct {
	Width int  // columns of a line; below 40 counts as 40
	Color bool // use the colours of a terminal
}

const (
	narrowest = 40
	widest    = 120 // longer lines are hard to read
)

// Encode writes one claims file, with an empty line at the end.
func Encode(w io.Writer, f *claimsfile.File, options Options) error {
	t := table{file: f, out: bufio.NewWriter(w), color: options.Color, width: min(max(options.Width, narrowest), widest)}
	t.head()
	t.claims()
	t.rest()
	t.out.WriteByte('\n')
	return t.out.Flush()
}

// EncodeList writes rows of cells side by side below a heading. A cell is a list
// of texts, each of which begins on a line of its own; what stands in the last
// column may take all the space that is left, and its texts after the first are
// set in as details.
func EncodeList(w io.Writer, heading []string, rows [][][]string, options Options) error {
	t := table{out: bufio.NewWriter(w), color: options.Color, width: min(max(options.Width, narrowest), widest)}
	last := len(heading) - 1
	widths := make([]int, len(heading))
	cells := make([][][]entry, len(rows)+1)
	for i, name := range heading {
		cells[0] = append(cells[0], []entry{{text: name, style: bold}})
		widths[i] = runewidth.StringWidth(name)
	}
	for n, row := range rows {
		for i, texts := range row {
			var cell []entry
			for k, text := range texts {
				e := entry{text: text}
				if i == last && k > 0 {
					e.style, e.indent = cyan, detail
				}
				cell = append(cell, e)
				widths[i] = max(widths[i], runewidth.StringWidth(printable(text)))
			}
			cells[n+1] = append(cells[n+1], cell)
		}
	}
	widths[last] = t.width
	for i := range last {
		widths[i] = min(widths[i], t.width/4)
		widths[last] -= widths[i] + gap
	}
	for _, row := range cells {
		t.row(widths, row...)
	}
	return t.out.Flush()
}

// table writes one claims file. Its writer keeps the first error for the end.
type table struct {
	file  *claimsfile.File
	out   *bufio.Writer
	color bool
	width int
}

// head writes what is known of the article.
func (t *table) head() {
	a := t.file.Article
	name := a.ID
	if a.Title != "" {
		name += ": " + a.Title
	}
	t.row([]int{t.width}, []entry{{text: name, style: bold}})
	var facts []string
	for _, fact := range []string{a.Published, a.Byline, a.Source} {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	t.row([]int{t.width}, []entry{{text: strings.Join(facts, ", "), style: dim}})
}

func (t *table) claims() {
	t.out.WriteByte('\n')
	if len(t.file.Claims) == 0 {
		t.row([]int{t.width}, []entry{{text: "no claims", style: dim}})
		return
	}
	rows := [][]([]entry){{nil, {{text: "SAID BY", style: bold}}, {{text: "CLAIM", style: bold}}}}
	for _, c := range t.file.Claims {
		rows = append(rows, [][]entry{{{text: c.ID, style: dim}}, t.saidBy(c), t.claim(c)})
	}
	widths := make([]int, 3)
	for _, cells := range rows {
		for i := range 2 {
			for _, e := range cells[i] {
				widths[i] = max(widths[i], runewidth.StringWidth(printable(e.text)))
			}
		}
	}
	widths[1] = min(widths[1], t.width/4)
	widths[2] = t.width - widths[0] - widths[1] - 2*gap
	for _, cells := range rows {
		t.row(widths, cells...)
	}
}

// saidBy tells who says a claim, the one nearest to it first.
func (t *table) saidBy(c claimsfile.Claim) []entry {
	speakers := wording.SaidBy(t.file, c)
	if len(speakers) == 0 {
		return []entry{{text: "the article", style: dim}}
	}
	return []entry{{text: strings.Join(speakers, ", ")}}
}

// claim is the statement and below it what one must know of it.
func (t *table) claim(c claimsfile.Claim) []entry {
	entries := []entry{{text: c.Statement}}
	add := func(s style, text string) { entries = append(entries, entry{text: text, style: s, indent: detail}) }
	for _, text := range wording.Caveats(c) {
		color := yellow
		if strings.HasPrefix(text, "negative") {
			color = red
		}
		add(color, text)
	}
	for _, check := range c.Checks {
		color := red
		if check.Holds {
			color = dim
		}
		add(color, wording.Check(t.file, check))
	}
	for _, text := range wording.Figures(t.file.QuantitiesOf(c), t.file.DatesOf(c)) {
		add(cyan, text)
	}
	if c.Rule != "" {
		add(dim, "rule "+c.Rule)
	}
	if len(c.ScoreParts) > 0 {
		add(dim, "score "+score(c))
	}
	return entries
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
	for _, q := range t.file.Quotes {
		for _, id := range q.Dates {
			shown[id] = true // when it was said, not when it was
		}
	}
	quantities := slices.DeleteFunc(slices.Clone(t.file.Quantities), func(q claimsfile.Quantity) bool { return shown[q.ID] })
	dates := slices.DeleteFunc(slices.Clone(t.file.Dates), func(d claimsfile.Date) bool {
		return shown[d.ID] || strings.HasSuffix(d.Value, "_REF") // "now" tells nothing by itself
	})
	entries := []entry{{text: "NUMBERS AND DATES IN NO CLAIM", style: bold}}
	for _, text := range wording.Figures(quantities, dates) {
		entries = append(entries, entry{text: text, style: cyan})
	}
	if len(entries) == 1 {
		return
	}
	t.out.WriteByte('\n')
	t.row([]int{t.width}, entries)
}

// score writes a score and what it is the sum of: "0.35 = 0.1 bias + 0.25 date".
func score(c claimsfile.Claim) string {
	number := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	var b strings.Builder
	b.WriteString(number(c.Score))
	for i, part := range c.ScoreParts {
		switch {
		case i == 0:
			b.WriteString(" = " + number(part.Weight))
		case part.Weight < 0:
			b.WriteString(" - " + number(-part.Weight))
		default:
			b.WriteString(" + " + number(part.Weight))
		}
		b.WriteString(" " + part.Feature)
	}
	return b.String()
}
