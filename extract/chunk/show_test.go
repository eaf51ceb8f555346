package chunk_test

import (
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/chunk"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/tag"
	"github.com/factline/factline/extract/token"
)

// run applies the stages up to chunk.
func run(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	for _, stage := range []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage(), chunk.Stage()} {
		stage.Apply(doc)
	}
	return doc
}

// show returns the text with noun phrases in [brackets], verb groups in
// (parentheses) and a * after each head.
func show(doc *extract.Document) string {
	var b strings.Builder
	at := int32(0)
	write := func(to int32, s string) { b.WriteString(doc.Text[at:to] + s); at = to }
	for _, c := range doc.Chunks {
		span, marks := doc.SpanOf(c.TokenRange), "[]"
		if c.Kind == extract.VerbGroup {
			marks = "()"
		}
		write(span.Start, marks[:1])
		write(doc.Tokens[c.Head].End, "*")
		write(span.End, marks[1:])
	}
	write(int32(len(doc.Text)), "")
	return b.String()
}
