// Package stagetest holds what the tests and benchmarks of all stages share.
package stagetest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
)

// Articles returns the texts of testdata/articles in the order of their names,
// for a test of a package under extract.
func Articles(tb testing.TB) []string {
	tb.Helper()
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no articles: %v", err)
	}
	var texts []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return texts
}

// Benchmark measures a stage over Articles, in bytes of text. Before returns a
// document with the layers that the stage requires; what it has of the layer
// that the stage provides must not matter.
func Benchmark(b *testing.B, stage extract.Stage, before func(text string) *extract.Document) {
	var docs []*extract.Document
	size := 0
	for _, text := range Articles(b) {
		docs = append(docs, before(text))
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var doc extract.Document
	for b.Loop() {
		for _, prepared := range docs {
			doc = *prepared
			stage.Apply(&doc)
		}
	}
}

// Long runs a stage over long texts, each one piece again and again, and checks
// what comes out. Pieces have names; before is as for Benchmark, check as for
// the stage's other tests. A stage whose time is not linear in the length makes
// go test run into its limit. With -short nothing is run.
func Long(t *testing.T, stage extract.Stage, pieces map[string]string, before func(text string) *extract.Document, check func(*testing.T, *extract.Document)) {
	t.Helper()
	if testing.Short() {
		t.Skip("long texts take some seconds")
	}
	for name, piece := range pieces {
		t.Run(name, func(t *testing.T) {
			doc := before(strings.Repeat(piece, 100_000/len(piece)))
			stage.Apply(doc)
			check(t, doc)
		})
	}
}
