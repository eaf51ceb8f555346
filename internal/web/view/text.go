package view

import (
	"cmp"
	"html"
	"html/template"
	"math"
	"slices"
	"strings"

	"github.com/factline/factline/pipeline/wording"
)

// mark is a range of the text that the page shows in some way. Attributes is
// HTML.
type mark struct {
	start, end int
	rank       int // which of two marks of one range encloses the other: the lower
	class      string
	attributes string
	id         string // only the first of its elements gets it
}

// deepest is how many marks may lie on one another; a text in which every word
// begins a claim must not make a page that no browser can show.
const deepest = 24

// text writes the article with its marks. What its elements hold is exactly
// article.text, so that an offset in the text is an offset in them.
func (x *index) text() template.HTML {
	w := &textWriter{runes: x.runes}
	marks := x.marks()
	next := 0
	for _, p := range paragraphs(x.file, x.runes) {
		w.textTo(p.start)
		w.out.WriteString(`<p class="` + p.class + `">`)
		w.reopen("")
		for ; next < len(marks) && marks[next].start < p.end; next++ {
			w.closeTo(marks[next].start)
			w.textTo(marks[next].start)
			w.open(marks[next])
		}
		w.closeTo(p.end)
		w.textTo(p.end)
		w.suspend(0)
		w.out.WriteString("</p>")
	}
	w.textTo(len(x.runes))
	return template.HTML(w.out.String())
}

// marks returns everything to be marked, in the order in which it begins.
func (x *index) marks() []mark {
	var marks []mark
	for _, q := range x.file.Quotes {
		for _, part := range q.Content {
			marks = append(marks, mark{start: part.Start, end: part.End, rank: 0, class: "quote " + q.Kind})
		}
	}
	for _, c := range x.file.Claims {
		marks = append(marks, mark{start: c.Start, end: c.End, rank: 1, class: "claim", id: x.prefix + "at-" + c.ID, attributes: data("claim", c.ID)})
	}
	type span struct{ start, end int }
	durations := map[span]bool{} // "three months" is a number and a date: it is shown once
	for _, q := range x.file.Quantities {
		durations[span{q.Start, q.End}] = q.Kind == "duration"
		marks = append(marks, mark{start: q.Start, end: q.End, rank: 2, class: "number", id: x.prefix + "at-" + q.ID, attributes: tip("= "+wording.Amount(q), q.Kind)})
	}
	for _, d := range x.file.Dates {
		if d.Type == "DURATION" && durations[span{d.Start, d.End}] {
			continue
		}
		marks = append(marks, mark{start: d.Start, end: d.End, rank: 3, class: "date", id: x.prefix + "at-" + d.ID, attributes: tip(dateTip(d), "")})
	}
	for _, e := range x.file.Entities {
		for _, m := range e.Mentions {
			k := mark{start: m.Start, end: m.End, rank: 4, class: "name", attributes: data("entity", e.ID) + tip(e.Name, typeNames[e.Type])}
			if m.Kind != "name" {
				k.class = "ref"
				k.attributes = ` tabindex="0"` + data("entity", e.ID) + tip("means "+oneLine(e.Name), "")
			}
			marks = append(marks, k)
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.rank, b.rank))
	})
	return marks
}

// data is an attribute for the scripts.
func data(name, value string) string { return " data-" + name + `="` + html.EscapeString(value) + `"` }

// tip is the attribute with what the page shows beside a mark.
func tip(text, kind string) string {
	if kind != "" {
		text += " · " + kind
	}
	return ` title="` + html.EscapeString(text) + `"`
}

// textWriter writes a text and elements around parts of it. Marks that cross
// are cut where they do.
type textWriter struct {
	out       strings.Builder
	runes     []rune
	at        int    // what is written
	stack     []mark // the open elements
	suspended []mark // those to open again in the next paragraph
}

var textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;", "\x00", "\ufffd")

// textTo writes the text up to an offset. A carriage return is written as a
// reference, since a browser reads "\r\n" as one character.
func (w *textWriter) textTo(end int) {
	if end > w.at {
		w.out.WriteString(textEscaper.Replace(string(w.runes[w.at:end])))
		w.at = end
	}
}

func (w *textWriter) open(m mark) {
	if len(w.stack) >= deepest || m.start >= m.end {
		return
	}
	w.out.WriteString(`<span class="` + html.EscapeString(m.class) + `"` + m.attributes)
	if m.id != "" {
		w.out.WriteString(` id="` + html.EscapeString(m.id) + `"`)
		m.id = ""
	}
	w.out.WriteString(">")
	w.stack = append(w.stack, m)
}

// closeTo closes the elements that end at or before an offset, in the order of
// their ends. Those that begin inside one and go on after it are opened again.
func (w *textWriter) closeTo(offset int) {
	for {
		first, from := math.MaxInt, 0
		for i, m := range w.stack {
			if m.end < first {
				first, from = m.end, i
			}
		}
		if first > offset {
			return
		}
		w.textTo(first)
		w.suspend(from)
		w.reopen(" more")
	}
}

// suspend closes the elements from a place of the stack on, and keeps those
// that do not end here.
func (w *textWriter) suspend(from int) {
	for _, m := range w.stack[from:] {
		w.out.WriteString("</span>")
		if m.end > w.at {
			w.suspended = append(w.suspended, m)
		}
	}
	w.stack = w.stack[:from]
}

// reopen opens again what suspend closed too early, with one more class.
func (w *textWriter) reopen(class string) {
	again := w.suspended
	w.suspended = nil
	for _, m := range again {
		m.class = strings.TrimSuffix(m.class, " more") + class
		w.open(m)
	}
}
