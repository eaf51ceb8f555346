package pipeline_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/golden"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/claimsfile"
)

const articleFolder = "../testdata/articles"

// articles reads the articles of testdata with what their NAME.meta.json tells
// of them.
func articles(t testing.TB) []extract.Article {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(articleFolder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles in %s: %v", articleFolder, err)
	}
	var all []extract.Article
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a := extract.Article{ID: strings.TrimSuffix(filepath.Base(file), ".txt"), Text: string(text)}
		readMeta(t, strings.TrimSuffix(file, ".txt")+".meta.json", &a)
		all = append(all, a)
	}
	return all
}

func readMeta(t testing.TB, file string, a *extract.Article) {
	t.Helper()
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	var meta struct{ Title, Byline, Source, Published string }
	if err == nil {
		err = json.Unmarshal(b, &meta)
	}
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	a.Title, a.Byline, a.Source = meta.Title, meta.Byline, meta.Source
	if meta.Published != "" {
		if a.Published, err = time.Parse(time.DateOnly, meta.Published); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		a.PublishedFrom = extract.FromMetadata
	}
}

// TestArticles compares the claims file of every article with its golden,
// which must be valid.
func TestArticles(t *testing.T) {
	p := newPipeline(t, pipeline.Options{})
	goldens, err := filepath.Glob(filepath.Join(articleFolder, "*.claims.json"))
	if err != nil {
		t.Fatal(err)
	}
	orphans := map[string]bool{}
	for _, file := range goldens {
		orphans[file] = true
	}
	for _, article := range articles(t) {
		t.Run(article.ID, func(t *testing.T) {
			file := filepath.Join(articleFolder, article.ID+".claims.json")
			delete(orphans, file)
			got := claims(t, p, article)
			if err := claimsfile.Validate(got); err != nil {
				t.Errorf("not valid: %v", err)
			}
			golden.Check(t, file, got)
		})
	}
	for file := range orphans {
		t.Errorf("%s: a golden without an article", file)
	}
}

// claims returns the claims file of an article as JSON.
func claims(t testing.TB, p *pipeline.Pipeline, article extract.Article) []byte {
	t.Helper()
	doc, err := p.Run(article)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := claimsfile.Encode(&b, claimsfile.FromDocument(doc, claimsfile.Options{})); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// FuzzRun: no text makes a stage panic; the claims file is always valid,
// nothing is lost when it is read, and a second run gives the same bytes.
func FuzzRun(f *testing.F) {
	for _, a := range articles(f) {
		f.Add(a.Text)
	}
	for _, text := range hostile(40) {
		f.Add(text)
	}
	p := newPipeline(f, pipeline.Options{})
	f.Fuzz(func(t *testing.T, text string) {
		article := extract.Article{ID: "fuzz", Text: text, Published: time.Date(2020, 7, 10, 0, 0, 0, 0, time.UTC)}
		if _, err := p.Run(article); errors.Is(err, extract.ErrNotUTF8) {
			return
		}
		first := claims(t, p, article)
		if err := claimsfile.Validate(first); err != nil {
			t.Errorf("not valid: %v", err)
		}
		decoded, err := claimsfile.Decode(bytes.NewReader(first))
		if err != nil {
			t.Fatal(err)
		}
		var again bytes.Buffer
		if err := claimsfile.Encode(&again, decoded); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, again.Bytes()) {
			t.Error("a claims file that was read and written again differs")
		}
		if !bytes.Equal(first, claims(t, p, article)) {
			t.Error("two runs give different bytes")
		}
	})
}

// hostile returns texts of about n bytes that no newsroom writes.
func hostile(n int) map[string]string {
	repeat := func(s string) string { return strings.Repeat(s, n/len(s)+1) }
	return map[string]string{
		"one long word":     repeat("x"),
		"one long number":   repeat("7"),
		"newlines":          repeat("\n"),
		"blanks":            repeat(" \t"),
		"brackets":          repeat("([{"),
		"straight quotes":   repeat("\""),
		"curly quotes":      repeat("“"),
		"single quotes":     repeat("'"),
		"quotes and words":  repeat("\"no\" "),
		"commas":            repeat(","),
		"full stops":        repeat("."),
		"hyphens":           repeat("a-"),
		"numbers":           repeat("12 "),
		"number words":      repeat("hundred "),
		"ranges":            repeat("1-2-"),
		"money":             repeat("$1bn "),
		"dates":             repeat("Monday 3 May 2019 "),
		"names":             repeat("Ann Lee of Rome and "),
		"verbs":             repeat("said "),
		"clauses":           repeat("he said that "),
		"emoji":             repeat("👩‍👩‍👧🇫🇷"),
		"right to left":     repeat("שלום עליכם "),
		"combining marks":   repeat("é́́"),
		"NUL":               repeat("\x00"),
		"letters that grow": repeat("Ⱥ's "),
		"zero width":        repeat("\u200b\u2060"),
		"addresses":         repeat("a@b.co/"),
		"glued sentences":   repeat("No.\"Yes"),
	}
}

// TestHostileTexts: what is long and strange is still read, in time linear in
// its size (the benchmark of the same name shows that), with a valid result.
func TestHostileTexts(t *testing.T) {
	p := newPipeline(t, pipeline.Options{})
	for name, text := range hostile(20_000) {
		t.Run(name, func(t *testing.T) {
			b := claims(t, p, extract.Article{ID: name, Text: text})
			if err := claimsfile.Validate(b); err != nil {
				t.Error(err)
			}
		})
	}
}

// BenchmarkHostileTexts reports MB/s for each hostile text at two sizes:
// linear means about the same figure for both.
func BenchmarkHostileTexts(b *testing.B) {
	p := newPipeline(b, pipeline.Options{})
	for _, size := range []int{10_000, 100_000} {
		for name, text := range hostile(size) {
			b.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(name, " ", "_"), size), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					if _, err := p.Run(extract.Article{ID: name, Text: text}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
