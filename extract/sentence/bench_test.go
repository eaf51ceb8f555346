package sentence_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/token"
)

// articles returns the articles of testdata in one text.
func articles(tb testing.TB) string {
	tb.Helper()
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no articles: %v", err)
	}
	var all strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		all.Write(text)
		all.WriteString("\n\n")
	}
	return all.String()
}

func BenchmarkSentences(b *testing.B) {
	doc, stage := extract.NewDocument(extract.Article{Text: articles(b)}), sentence.Stage()
	token.Stage().Apply(doc)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		doc.Sentences, doc.Paragraphs = nil, nil
		stage.Apply(doc)
	}
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
