// Package extract holds the vocabulary of factline: the Document, the Stage
// and every type of annotation. It holds no algorithms; each folder below it
// is one stage that adds one kind of annotation.
//
// The text of a Document never changes and annotations only accumulate: each
// one points at the text, or at annotations made before it, by position. So
// doc.TextOf(a) is always the article's own words.
package extract

import "strings"

// Document is one article and everything extracted from it so far.
//
// A layer is written once, by the stage that provides it, and is read-only
// afterwards. Layers above Tokens are sorted by start, then longer first,
// unless their own comment says otherwise. A Document belongs to one goroutine
// and shares no memory with another.
type Document struct {
	Article
	Tokens     []Token
	Sentences  []Sentence
	Paragraphs []TokenRange
	Tags       []Tag // Tags[i] belongs to Tokens[i]
	Arcs       []Arc // Arcs[i] belongs to Tokens[i]
	Chunks     []Chunk
	Numbers    []Number
	Timexes    []Timex
	Mentions   []Mention
	Quantities []Quantity
	Quotes     []Quote
	Entities   []Entity // in the order of their first mentions
	Claims     []Claim
}

// NewDocument returns a Document of the article without any annotation.
func NewDocument(a Article) *Document {
	return &Document{Article: a}
}

// SpanOf returns the bytes of the text that a range of tokens covers, blanks
// between them included. An empty range gives an empty span.
func (d *Document) SpanOf(r TokenRange) Span {
	if r.Len() <= 0 {
		return Span{}
	}
	return Span{d.Tokens[r.Start].Start, d.Tokens[r.End-1].End}
}

// TextOf returns the text of a range of tokens exactly as the article has it.
func (d *Document) TextOf(r TokenRange) string {
	return d.SpanOf(r).In(d.Text)
}

// Word returns the text of token i exactly as the article has it.
func (d *Document) Word(i int32) string {
	return d.Tokens[i].In(d.Text)
}

// Gap returns the text between token i-1 and token i: blanks, or nothing when
// the two are glued ("49" "%"). For i = 0 it is what stands before the first
// token, for i = len(Tokens) what stands after the last.
func (d *Document) Gap(i int32) string {
	start, end := int32(0), int32(len(d.Text))
	if i > 0 {
		start = d.Tokens[i-1].End
	}
	if int(i) < len(d.Tokens) {
		end = d.Tokens[i].Start
	}
	return d.Text[start:end]
}

// Glued tells whether token i follows token i-1 without a blank.
func (d *Document) Glued(i int32) bool {
	return i > 0 && int(i) < len(d.Tokens) && d.Tokens[i-1].End == d.Tokens[i].Start
}

// Is tells whether token i is the given word, in any case: Is(4, "has") holds
// for "has", "Has" and "HAS".
func (d *Document) Is(i int32, lower string) bool {
	return i >= 0 && int(i) < len(d.Tokens) && strings.EqualFold(d.Word(i), lower)
}

// SentenceAt returns the index of the sentence that holds token i, by binary
// search; -1 when none does.
func (d *Document) SentenceAt(i int32) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if d.Sentences[mid].End <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.Sentences) && d.Sentences[lo].Contains(i) {
		return lo
	}
	return -1
}
