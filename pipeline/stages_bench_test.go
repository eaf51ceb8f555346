package pipeline_test

import (
	"io"
	"runtime"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/claimsfile"
)

// BenchmarkStages tells what each stage costs, in nanoseconds and allocations a
// token over the articles of testdata, and last what the claims file does.
func BenchmarkStages(b *testing.B) {
	stages := pipeline.Stages()
	all := articles(b)
	docs := make([]*extract.Document, len(all))
	tokens := 0
	for i, article := range all {
		docs[i] = extract.NewDocument(article)
	}
	for _, stage := range stages {
		prepared := make([]extract.Document, len(docs))
		for i, doc := range docs {
			prepared[i] = *doc
			stage.Apply(docs[i])
		}
		if tokens == 0 {
			for _, doc := range docs {
				tokens += len(doc.Tokens)
			}
		}
		benchmarkStep(b, stage.Name, tokens, func() {
			for i := range prepared {
				doc := prepared[i]
				stage.Apply(&doc)
			}
		})
	}
	benchmarkStep(b, "claimsfile", tokens, func() {
		for _, doc := range docs {
			if err := claimsfile.Encode(io.Discard, claimsfile.FromDocument(doc, claimsfile.Options{})); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// benchmarkStep runs one step over all articles again and again.
func benchmarkStep(b *testing.B, name string, tokens int, step func()) {
	b.Run(name, func(b *testing.B) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for b.Loop() {
			step()
		}
		runtime.ReadMemStats(&after)
		all := float64(tokens) * float64(b.N)
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/all, "ns/token")
		b.ReportMetric(float64(after.Mallocs-before.Mallocs)/all, "allocs/token")
		b.ReportMetric(0, "ns/op") // the articles are no unit
	})
}
