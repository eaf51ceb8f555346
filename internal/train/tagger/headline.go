package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/internal/tagger"
)

// headlineEvery is how many sentences go by, on average, until one is learned
// as if it were a headline: the treebanks have few of them.
const headlineEvery = 25

// headline returns the sample itself or, now and then, the same sentence with
// capitals at the start of its words or throughout, and without its full stop.
func headline(s *sample, r *random) *sample {
	n := len(s.words)
	if r.next()%headlineEvery != 0 || n < 3 {
		return s
	}
	h := *s
	if last := s.words[n-1].Text; last == "." {
		h.words, h.gold = s.words[:n-1], s.gold[:n-1]
		h.own = s.own[:n-1]
	}
	kind := r.next() % 3
	if kind == 0 {
		return &h
	}
	words := make([]tagger.Word, len(h.words))
	for i, w := range h.words {
		if words[i] = w; kind == 1 {
			words[i].Text = capitalised(w.Text, i == 0)
		} else {
			words[i].Text = strings.ToUpper(w.Text)
		}
	}
	h.words = words
	return &h
}

// capitalised returns a word as a headline in title case has it.
func capitalised(word string, first bool) string {
	if len(word) < 4 && !first {
		return word
	}
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}
