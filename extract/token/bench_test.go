package token_test

import (
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/token"
	"github.com/factline/factline/internal/stagetest"
)

func BenchmarkTokens(b *testing.B) {
	stagetest.Benchmark(b, token.Stage(), func(text string) *extract.Document {
		return extract.NewDocument(extract.Article{Text: text})
	})
}

// TestHostile runs texts on which a scanner that looks back or ahead without a
// bound needs hours.
func TestHostile(t *testing.T) {
	const n = 1 << 19
	for _, piece := range []string{
		"a", "A", "1", ".", "\n", " ", "(", "\"", "'", "-", "@", "\x00", "\u200d", "\u0301", "👩\u200d", "🇬", "ש", "中",
		"a.", "A.", "a-", "e-", "a'", "a_", "A&", "1-", "1/", "1,", "1:", "1.", "a@", "a.b", "a1", "1a", "www.", "http://", "http://\"", "www.)",
		"a\u00ad", "a.com", "a.com/", "co-", "n't", "'s", "etc.", "A. ", "1,000", "?!", ":)", "(a. ", "[1", "_a",
	} {
		text := strings.Repeat(piece, n/len(piece))
		end := 0
		for i, tok := range tokensOf(text) {
			if int(tok.Start) < end || tok.End <= tok.Start {
				t.Fatalf("%q repeated: token %d is [%d,%d) after one that ends at %d", piece, i, tok.Start, tok.End, end)
			}
			end = int(tok.End)
		}
		if strings.TrimSpace(text[end:]) != "" {
			t.Errorf("%q repeated: tokens end at %d of %d", piece, end, len(text))
		}
	}
}
