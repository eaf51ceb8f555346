package chunk_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/chunk"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/stagetest"
)

// TestPhrases checks every sentence of phrases.tsv, which has noun phrases in
// [brackets], verb groups in (parentheses) and a * after each head.
func TestPhrases(t *testing.T) {
	table, err := os.ReadFile("testdata/phrases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	unmark := strings.NewReplacer("[", "", "]", "", "(", "", ")", "", "*", "")
	for _, row := range lexicon.Rows("phrases.tsv", string(table), 2) {
		if got := show(run(unmark.Replace(row[0]))); got != row[0] {
			t.Errorf("%s:\n got %s\nwant %s", row[1], got, row[0])
		}
	}
}

// check fails when chunks break a promise of their type.
func check(t *testing.T, doc *extract.Document) {
	t.Helper()
	end := int32(0)
	for _, c := range doc.Chunks {
		s := doc.SentenceAt(c.Start)
		if c.Empty() || c.Start < end || s < 0 || !doc.Sentences[s].Covers(c.TokenRange) || !c.Contains(c.Head) {
			t.Fatalf("chunk %v after token %d in sentence %d", c, end, s)
		}
		end = c.End
	}
}

func TestHostileTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("long texts take some seconds")
	}
	run("warm up")
	for _, text := range map[string]string{
		"adjectives":  strings.Repeat("new ", 100_000),
		"adverbs":     strings.Repeat("very ", 100_000),
		"hyphens":     strings.Repeat("state-", 100_000),
		"auxiliaries": strings.Repeat("has been ", 50_000),
		"numbers":     strings.Repeat("49 ", 100_000),
		"determiners": strings.Repeat("the ", 100_000),
		"conjunction": strings.Repeat("new and ", 50_000),
		"names":       strings.Repeat("Amazon ", 100_000),
		"to":          strings.Repeat("to ", 100_000),
		"one word":    strings.Repeat("a", 1_000_000),
		"lines":       strings.Repeat("\n", 1_000_000),
		"quotes":      strings.Repeat("\"", 100_000),
	} {
		check(t, run(text))
	}
}

func TestArticles(t *testing.T) {
	for _, text := range stagetest.Articles(t) {
		doc := run(text)
		check(t, doc)
		if len(doc.Chunks) < len(doc.Tokens)/8 {
			t.Errorf("%d chunks in %d tokens", len(doc.Chunks), len(doc.Tokens))
		}
	}
}

func FuzzChunk(f *testing.F) {
	f.Add("The firm's 58 state-owned, new and old apps will no longer have been set up by more than $ 49 million.")
	f.Add("US federal courts [18 per cent of Johnson & Co.] is not there to")
	f.Fuzz(func(t *testing.T, text string) {
		doc := run(strings.ToValidUTF8(text, "?"))
		check(t, doc)
		chunks := doc.Chunks
		chunk.Stage().Apply(doc)
		if !reflect.DeepEqual(chunks, doc.Chunks) {
			t.Fatal("two runs differ")
		}
	})
}

func BenchmarkChunk(b *testing.B) {
	stagetest.Benchmark(b, chunk.Stage(), run)
}
