package tag_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/tag"
	"github.com/factline/factline/extract/token"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/stagetest"
)

// read applies the stages up to the default tagger.
func read(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	for _, stage := range []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage()} {
		stage.Apply(doc)
	}
	return doc
}

// TestPhrases checks the word in [brackets] of every sentence in phrases.tsv:
// Penn tag, part of speech, lemma, features.
func TestPhrases(t *testing.T) {
	table, err := os.ReadFile("testdata/phrases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range lexicon.Rows("phrases.tsv", string(table), 3) {
		before, rest, ok := strings.Cut(row[1], "[")
		word, after, closed := strings.Cut(rest, "]")
		if !ok || !closed {
			t.Fatalf("%q has no [word]", row[1])
		}
		doc := read(before + word + after)
		got := "no such token"
		for i, token := range doc.Tokens {
			if int(token.Start) == len(before) && doc.Word(int32(i)) == word {
				x := doc.Tags[i]
				got = strings.TrimSpace(fmt.Sprintf("%s %s %s %s", x.Penn, x.POS, x.Lemma, x.Features))
			}
		}
		if got != row[2] {
			t.Errorf("%s: %q: got %s, want %s", row[0], row[1], got, row[2])
		}
	}
}

func TestLearnedOnHostileTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("long texts take some seconds")
	}
	read("warm up")
	for _, text := range map[string]string{
		"letters that grow":       strings.Repeat("ȺȺȺȺ's ", 10_000),
		"one word":                strings.Repeat("a", 1_000_000),
		"apostrophes":             strings.Repeat("'s", 100_000),
		"one sentence of numbers": strings.Repeat("49 ", 100_000),
		"one sentence of verbs":   strings.Repeat("said and ", 50_000),
		"only punctuation":        strings.Repeat("?!", 50_000),
		"NUL and right to left":   strings.Repeat("\x00 שלום ", 10_000),
	} {
		doc := read(text)
		checkTags(t, doc)
	}
	checkTags(t, read(""))
}

func checkTags(t *testing.T, doc *extract.Document) {
	t.Helper()
	if len(doc.Tags) != len(doc.Tokens) {
		t.Fatalf("%d tags for %d tokens", len(doc.Tags), len(doc.Tokens))
	}
	for i, x := range doc.Tags {
		if x.Lemma == "" || !utf8.ValidString(x.Lemma) {
			t.Fatalf("token %q has the lemma %q: %v", doc.Word(int32(i)), x.Lemma, x)
		}
	}
}

// The typography of newspapers changes no tag: it is not in the treebanks.
func TestTypography(t *testing.T) {
	plain := "\"It's the firm's plan - and we don't like it,\" said Ann O'Neil."
	curly := "“It’s the firm’s plan - and we don’t like it,” said Ann O’Neil."
	a, b := read(plain), read(curly)
	if len(a.Tags) != len(b.Tags) {
		t.Fatalf("%d and %d tags", len(a.Tags), len(b.Tags))
	}
	for i := range a.Tags {
		if a.Tags[i].POS != b.Tags[i].POS || a.Tags[i].Penn != b.Tags[i].Penn {
			t.Errorf("%s is %v, %s is %v", a.Word(int32(i)), a.Tags[i], b.Word(int32(i)), b.Tags[i])
		}
	}
}

func TestModelReadme(t *testing.T) {
	file, err := os.ReadFile("model/english.bin")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("model/README.md")
	if err != nil {
		t.Fatal(err)
	}
	if sum := fmt.Sprintf("sha256: %x\n", sha256.Sum256(file)); !strings.Contains(string(readme), sum) {
		t.Errorf("model/README.md lacks %q", sum)
	}
}

// No part of a character is taken off for an ending: "≈" is no verb in -ed.
func TestLemmaOfSigns(t *testing.T) {
	checkTags(t, read("It ≈ 5. floor area ≈ 32m2. Power≈ 5 kW."))
}

// Tagging takes memory by the document, not by the word.
func TestMemory(t *testing.T) {
	doc := read(strings.Repeat("The firm sold 49 million videos to its largest rivals in London. ", 500))
	if n := testing.AllocsPerRun(5, func() { tag.Stage().Apply(doc) }); n > float64(len(doc.Tokens))/100 {
		t.Errorf("%v allocations for %d tokens", n, len(doc.Tokens))
	}
}

func FuzzLearned(f *testing.F) {
	for _, text := range stagetest.Articles(f) {
		f.Add(text[:strings.IndexByte(text, '\n')])
	}
	f.Add("have") // the last word of a sentence has nothing after it
	f.Add("can't. O'Malley ȺȺȺȺ's “x” ''' - – $ 5% let's")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		doc := read(text)
		checkTags(t, doc)
		if !reflect.DeepEqual(doc.Tags, read(text).Tags) {
			t.Fatal("two runs differ")
		}
	})
}

func BenchmarkLearned(b *testing.B) {
	stagetest.Benchmark(b, tag.Stage(), read)
}
