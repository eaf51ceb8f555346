package web

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/format"
)

// extract answers POST /v1/extract: an article in, its claims file out, byte
// for byte what the command extract writes.
func (s *Server) extract(w http.ResponseWriter, r *http.Request) func() {
	name := cmp.Or(r.URL.Query().Get("format"), "json")
	body, err := s.extracted(r, name)
	if err != nil {
		return s.fail(w, r, err)
	}
	return func() { answer(w, resultTypes[name], body) }
}

func (s *Server) extracted(r *http.Request, name string) ([]byte, error) {
	if resultTypes[name] == "" { // before the work, not after it
		return nil, badFormat()
	}
	ctx, cancel := context.WithTimeout(r.Context(), s.options.Timeout)
	defer cancel()
	a, err := s.sent(r)
	if err != nil {
		return nil, err
	}
	file, err := s.run(ctx, a, func(extract.Stage) {})
	if err != nil {
		return nil, err
	}
	return inFormat(file, name)
}

// run extracts the claims of an article. It waits for a free worker, and ends
// between two stages when the request's time is over or its sender is gone.
func (s *Server) run(ctx context.Context, a extract.Article, watch func(extract.Stage)) (*claimsfile.File, error) {
	select {
	case s.workers <- struct{}{}:
		defer func() { <-s.workers }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	doc, err := s.pipeline.RunWatched(a, func(stage extract.Stage) error {
		watch(stage)
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	s.metrics.bytes.Add(len(a.Text))
	return claimsfile.FromDocument(doc, claimsfile.Options{}), nil
}

// resultTypes are the formats of results: those of extract that programs read.
var resultTypes = map[string]string{
	"json":          "application/json",
	"jsonl":         "application/x-ndjson",
	"csv":           "text/csv; charset=utf-8",
	"markdown":      "text/markdown; charset=utf-8",
	"parquet":       "application/vnd.apache.parquet",
	"webannotation": "application/ld+json",
}

// inFormat writes a claims file in a format of resultTypes.
func inFormat(file *claimsfile.File, name string) ([]byte, error) {
	f, ok := format.ByName(name)
	if !ok || resultTypes[name] == "" {
		return nil, badFormat()
	}
	part, err := f.File(file, format.Options{})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	w := f.NewWriter(&b)
	if err := w.Write(part); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func badFormat() error {
	return failf(http.StatusBadRequest, "The format must be one of %s.", strings.Join(slices.Sorted(maps.Keys(resultTypes)), ", "))
}

func answer(w http.ResponseWriter, mediaType string, body []byte) {
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	// An error of writing is one of a sender who is gone.
	_, _ = w.Write(body)
}

func schema(w http.ResponseWriter, _ *http.Request) {
	answer(w, "application/schema+json", claimsfile.SchemaJSON)
}

func healthy(w http.ResponseWriter, _ *http.Request) {
	answer(w, "text/plain; charset=utf-8", fmt.Appendln(nil, "ok"))
}
