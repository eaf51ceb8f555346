package sentence_test

import (
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/token"
	"github.com/factline/factline/internal/stagetest"
)

func BenchmarkSentences(b *testing.B) {
	stagetest.Benchmark(b, sentence.Stage(), func(text string) *extract.Document {
		doc := extract.NewDocument(extract.Article{Text: text})
		token.Stage().Apply(doc)
		return doc
	})
}

// TestHostile runs texts on which rules that look back or ahead without a
// bound need hours.
func TestHostile(t *testing.T) {
	const n = 1 << 19
	for _, piece := range []string{
		"\n", "a\n", "a\n\n", "a b\nC d.\n", ".", ". ", "(", ")", "[", "[1", "\"", "\" ", "'", "' ", "”", "A ", "A.", "a. ", ":) ", "-", "— ", "LONDON ",
		"?", "..", ".\"", ".)", ". \"", "http://a ", "1. ", "\u2029", "by A\n",
	} {
		text := strings.Repeat(piece, n/len(piece))
		doc := document(text)
		if len(doc.Tokens) == 0 {
			continue
		}
		if last := doc.Sentences[len(doc.Sentences)-1]; int(last.End) != len(doc.Tokens) {
			t.Errorf("%q repeated: sentences end at token %d of %d", piece, last.End, len(doc.Tokens))
		}
	}
}
