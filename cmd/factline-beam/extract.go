package main

import (
	"bytes"
	"context"
	"hash/fnv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/claimsfile"
)

var (
	articlesCounter = beam.NewCounter("factline", "articles")
	claimsCounter   = beam.NewCounter("factline", "claims")
)

// extractFn writes the claims file of an article as a line of JSON.
type extractFn struct{ pipeline *pipeline.Pipeline }

// Setup loads the models, once for each worker's copy of the function.
func (f *extractFn) Setup() (err error) {
	f.pipeline, err = pipeline.New(pipeline.Options{})
	return err
}

// ProcessElement extracts one article.
func (f *extractFn) ProcessElement(ctx context.Context, line string, claims, failed func(string)) error {
	a, err := decodeArticle(line)
	if err != nil {
		return err
	}
	doc, err := f.pipeline.Run(a)
	if err != nil {
		return fail(ctx, failed, a.ID, err)
	}
	file := claimsfile.FromDocument(doc, claimsfile.Options{})
	var b bytes.Buffer
	if err := claimsfile.EncodeLine(&b, file); err != nil {
		return fail(ctx, failed, a.ID, err)
	}
	articlesCounter.Inc(ctx, 1)
	claimsCounter.Inc(ctx, int64(len(file.Claims)))
	claims(string(bytes.TrimSuffix(b.Bytes(), []byte("\n"))))
	return nil
}

// shardFn gives each line the number of its file. It depends on the line alone,
// so that a bundle that runs again gives the same.
type shardFn struct {
	Shards int `json:"shards"`
}

// ProcessElement numbers one line.
func (f *shardFn) ProcessElement(line string) (int, string) {
	h := fnv.New32a()
	h.Write([]byte(line))
	return int(h.Sum32() % uint32(f.Shards)), line
}
