// Package stagetest holds what the tests and benchmarks of all stages share.
package stagetest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// Linear demands that the time of a stage grows with the length of the text and
// not with its square. Pieces are what the texts repeat, by their names; before
// is as for Benchmark, check as for the stage's other tests.
func Linear(t *testing.T, stage extract.Stage, pieces map[string]string, before func(text string) *extract.Document, check func(*testing.T, *extract.Document)) {
	t.Helper()
	for name, piece := range pieces {
		var times [2]time.Duration
		for i, n := range []int{4_000, 40_000} {
			prepared := before(strings.Repeat(piece, n/len(piece)))
			// The best of three: other processes take time, too.
			for try := range 3 {
				doc := *prepared
				start := time.Now()
				stage.Apply(&doc)
				if took := time.Since(start); try == 0 || took < times[i] {
					times[i] = took
				}
				if try == 0 {
					check(t, &doc)
				}
			}
		}
		if times[1] > 60*times[0]+50*time.Millisecond {
			t.Errorf("%s: %v for ten times the text, %v for once", name, times[1], times[0])
		}
	}
}
