package view

import (
	"unicode"

	"github.com/factline/factline/pipeline/claimsfile"
)

// paragraph is a range of the text that is shown as one. Between paragraphs
// stands only white space.
type paragraph struct {
	start, end int
	class      string // the role of its first sentence
}

// paragraphs divides a text at its line breaks: at blank lines alone when its
// lines are broken inside sentences, as in a text of 72 columns.
func paragraphs(f *claimsfile.File, text []rune) []paragraph {
	gaps := lineBreaks(text)
	next, inside, between := 0, 0, 0
	for i := range gaps {
		for next < len(f.Sentences) && f.Sentences[next].End <= gaps[i].start {
			next++
		}
		gaps[i].inside = next < len(f.Sentences) && f.Sentences[next].Start < gaps[i].start
		if gaps[i].lines == 1 && gaps[i].inside {
			inside++
		} else if gaps[i].lines == 1 {
			between++
		}
	}
	wrapped := inside > between
	var out []paragraph
	start := 0
	for _, g := range gaps {
		if g.lines > 1 || !wrapped && !g.inside {
			out = appendParagraph(out, start, g.start)
			start = g.end
		}
	}
	out = appendParagraph(out, start, len(text))
	next = 0
	for i := range out {
		for next < len(f.Sentences) && f.Sentences[next].End <= out[i].start {
			next++
		}
		out[i].class = "body"
		if next < len(f.Sentences) && f.Sentences[next].Start < out[i].end {
			out[i].class = f.Sentences[next].Role
		}
	}
	return out
}

func appendParagraph(all []paragraph, start, end int) []paragraph {
	if start == end {
		return all
	}
	return append(all, paragraph{start: start, end: end})
}

// gap is white space that breaks at least one line.
type gap struct {
	start, end int
	lines      int
	inside     bool // of a sentence
}

func lineBreaks(text []rune) []gap {
	var gaps []gap
	for i := 0; i < len(text); i++ {
		if !unicode.IsSpace(text[i]) {
			continue
		}
		g := gap{start: i}
		for ; i < len(text) && unicode.IsSpace(text[i]); i++ {
			if text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') || text[i] == '\u2028' {
				g.lines++
			} else if text[i] == '\u2029' {
				g.lines += 2
			}
		}
		if g.end = i; g.lines > 0 {
			gaps = append(gaps, g)
		}
	}
	return gaps
}
