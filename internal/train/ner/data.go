// Package ner trains the model of the name tagger (package internal/ner): a
// linear-chain conditional random field, fitted by AdaGrad to sentences whose
// labels may be partial, then cut down to the weights that matter.
package ner

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/ner"
)

// Sources are the annotated texts, all of them free for every use with
// attribution.
var Sources = []string{"btc", "crossner", "docred", "ewt", "gum", "wikigold", "wnut17"}

// Text is one annotated text.
type Text struct {
	ID, Text, Source string
	Types            []string
	Gold             []Span
}

// Span is an annotated name: a half-open range of code points, of bytes once
// Parse returns it.
type Span struct {
	Start, End int
	Type       string
}

// Parse reads the rows of a source.
func Parse(rows []byte) ([]Text, error) {
	var texts []Text
	for decoder := json.NewDecoder(bytes.NewReader(rows)); decoder.More(); {
		var t Text
		if err := decoder.Decode(&t); err != nil {
			return nil, fmt.Errorf("row %d: %w", len(texts)+1, err)
		}
		t.toBytes()
		texts = append(texts, t)
	}
	return texts, nil
}

func (t *Text) toBytes() {
	at := make([]int, 0, len(t.Text)+1)
	for i := range t.Text {
		at = append(at, i)
	}
	at = append(at, len(t.Text))
	for i := range t.Gold {
		g := &t.Gold[i]
		g.Start, g.End = at[g.Start], at[g.End]
		g.trim(t.Text)
	}
}

// trim takes off the article, which is no part of a name.
func (g *Span) trim(text string) {
	for _, article := range []string{"the ", "a ", "an "} {
		if name := text[g.Start:g.End]; len(name) > len(article) && strings.EqualFold(name[:len(article)], article) {
			g.Start += len(article)
		}
	}
}

// tagSet is a set of tags.
type tagSet uint32

const (
	allTags tagSet = 1<<ner.Tags - 1
	noName  tagSet = 1
)

func setOf(kind extract.EntityType, part ner.Part) tagSet { return 1 << ner.TagOf(kind, part) }

// Label returns the tags that the annotation of a text allows each token. MISC is
// any of the rarer types, X none of ours. What rules hold for a name of a type
// that the text does not annotate may be one or not.
func Label(t *Text, doc *extract.Document, words []ner.Word) []tagSet {
	var annotated [extract.Work + 1]bool
	for _, name := range t.Types {
		if kind, ok := extract.ParseEntityType(name); ok {
			annotated[kind] = true
		}
	}
	sets := make([]tagSet, len(doc.Tokens))
	for i := range sets {
		sets[i] = noName
		if kind, part, ok := ner.Guessed(words[i].Guess); ok && kind >= extract.Norp && !annotated[kind] {
			sets[i] |= setOf(kind, part)
		}
	}
	at := 0
	for _, g := range t.Gold {
		for at > 0 && int(doc.Tokens[at-1].End) > g.Start {
			at--
		}
		for at < len(doc.Tokens) && int(doc.Tokens[at].End) <= g.Start {
			at++
		}
		end := at
		for end < len(doc.Tokens) && int(doc.Tokens[end].Start) < g.End {
			end++
		}
		mark(sets, doc, extract.TokenRange{Start: int32(at), End: int32(end)}, g)
	}
	return sets
}

func mark(sets []tagSet, doc *extract.Document, at extract.TokenRange, g Span) {
	cut := at.Empty() || int(doc.Tokens[at.Start].Start) != g.Start || int(doc.Tokens[at.End-1].End) != g.End ||
		doc.SentenceAt(at.Start) != doc.SentenceAt(at.End-1)
	for i := at.Start; i < at.End; i++ {
		part := ner.PartAt(i-at.Start, at.Len())
		kind, known := extract.ParseEntityType(g.Type)
		switch {
		case cut:
			sets[i] = allTags
		case known:
			sets[i] = setOf(kind, part)
		case g.Type == "MISC":
			sets[i] = 0
			for kind := extract.Norp; kind <= extract.Work; kind++ {
				sets[i] |= setOf(kind, part)
			}
		default:
			sets[i] = noName
		}
	}
}

// Shout returns a copy of the text in capitals; false when that would move
// anything.
func Shout(t Text) (Text, bool) {
	upper := strings.ToUpper(t.Text)
	if upper == t.Text || !sameLengths(t.Text, upper) {
		return t, false
	}
	t.Text = upper
	return t, true
}

// Headline returns a copy of the text whose first line has the capitals of a
// headline; false when that changes nothing.
func Headline(t Text) (Text, bool) {
	line, rest, more := strings.Cut(t.Text, "\n")
	b := []byte(line)
	start := true
	for i, c := range b {
		word := line[i:]
		if end := strings.IndexAny(word, " -,.'’"); end >= 0 {
			word = word[:end]
		}
		if start && 'a' <= c && c <= 'z' && !smallInTitles[word] {
			b[i] = c - 'a' + 'A'
		}
		start = c == ' ' || c == '-'
	}
	if string(b) == line {
		return t, false
	}
	t.Text = string(b)
	if more {
		t.Text += "\n" + rest
	}
	return t, true
}

var smallInTitles = map[string]bool{"a": true, "an": true, "and": true, "as": true, "at": true, "by": true, "for": true,
	"from": true, "in": true, "of": true, "on": true, "or": true, "the": true, "to": true, "with": true, "s": true}

func sameLengths(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for len(a) > 0 {
		_, m := utf8.DecodeRuneInString(a)
		_, n := utf8.DecodeRuneInString(b)
		if m != n {
			return false
		}
		a, b = a[m:], b[n:]
	}
	return true
}
