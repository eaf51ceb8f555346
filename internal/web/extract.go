package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/article"
	"github.com/factline/factline/pipeline/claimsfile"
)

// extract answers POST /v1/extract: an article in, its claims file out, byte
// for byte what the command extract writes.
func (s *Server) extract(w http.ResponseWriter, r *http.Request) {
	file, err := s.claims(r)
	if err != nil {
		s.problem(w, err)
		return
	}
	var b bytes.Buffer
	if err := claimsfile.Encode(&b, file); err != nil {
		s.problem(w, err)
		return
	}
	answer(w, "application/json", b.Bytes())
}

func (s *Server) claims(r *http.Request) (*claimsfile.File, error) {
	ctx, cancel := context.WithTimeout(r.Context(), s.options.Timeout)
	defer cancel()
	a, err := s.sent(r)
	if err != nil {
		return nil, err
	}
	return s.run(ctx, a, func(extract.Stage) {})
}

// problem answers with what an error means to the sender.
func (s *Server) problem(w http.ResponseWriter, err error) {
	f := s.failureOf(err)
	problem(w, f.status, f.detail)
}

func answer(w http.ResponseWriter, mediaType string, body []byte) {
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	// An error of writing is one of a sender who is gone.
	_, _ = w.Write(body)
}

// mediaTypes are the formats of an article that may be posted.
var mediaTypes = map[string]article.Format{
	"text/plain":       article.Text,
	"application/json": article.JSONL,
}

// sent returns the article of a request.
func (s *Server) sent(r *http.Request) (extract.Article, error) {
	var none extract.Article
	mediaType, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	format, known := mediaTypes[mediaType]
	if err != nil || !known {
		return none, failf(http.StatusUnsupportedMediaType, "The content type must be text/plain or application/json.")
	}
	if coding := r.Header.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return none, failf(http.StatusUnsupportedMediaType, "The content must not be compressed.")
	}
	encoding, err := encodingOf(parameters["charset"])
	if err != nil {
		return none, err
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return none, unread(err)
	}
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return none, failf(http.StatusBadRequest, "The query is malformed.")
	}
	if format == article.JSONL {
		var row bytes.Buffer // one line, whatever the lines of the body
		if err := json.Compact(&row, body); err != nil {
			return none, failf(http.StatusBadRequest, "The body is not JSON: %v.", err)
		}
		body = row.Bytes()
	}
	return s.articleOf(body, article.Options{Format: format, Encoding: encoding}, metadata{
		query.Get("id"), query.Get("title"), query.Get("byline"), query.Get("source"), query.Get("published"),
	})
}

// metadata is what is told of an article beside it.
type metadata struct{ id, title, byline, source, published string }

// articleOf reads an article from what was sent. Metadata that is told beside
// the article wins over its own.
func (s *Server) articleOf(body []byte, options article.Options, m metadata) (extract.Article, error) {
	var none extract.Article
	options.MaxArticle, options.Stdin = s.options.MaxArticle, bytes.NewReader(body)
	if m.published != "" {
		day, err := article.ParseDay(m.published)
		if err != nil {
			return none, failf(http.StatusBadRequest, "The day of publication: %v.", err)
		}
		options.Published = day
	}
	for a, err := range article.Read([]string{article.Stdin}, options) {
		if err != nil {
			return none, err
		}
		for _, f := range []struct {
			field *string
			told  string
		}{{&a.ID, m.id}, {&a.Title, m.title}, {&a.Byline, m.byline}, {&a.Source, m.source}} {
			if f.told != "" {
				*f.field = strings.ToValidUTF8(f.told, "\ufffd")
			}
		}
		return a, nil
	}
	return none, failf(http.StatusBadRequest, "There is no article.")
}

func encodingOf(charset string) (article.Encoding, error) {
	switch strings.ToLower(charset) {
	case "":
		return article.Auto, nil
	case "utf-8", "us-ascii":
		return article.UTF8, nil
	case "utf-16":
		return article.UTF16, nil
	case "windows-1252", "iso-8859-1":
		return article.Windows1252, nil
	}
	return "", failf(http.StatusUnsupportedMediaType, "The charset must be utf-8, utf-16 or windows-1252.")
}

// unread says why a body could not be read to its end.
func unread(err error) error {
	var body *http.MaxBytesError
	if errors.As(err, &body) {
		return err
	}
	return failf(http.StatusBadRequest, "The request ended too early or came too slowly.")
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

func schema(w http.ResponseWriter, _ *http.Request) {
	answer(w, "application/schema+json", claimsfile.SchemaJSON)
}

func healthy(w http.ResponseWriter, _ *http.Request) {
	answer(w, "text/plain; charset=utf-8", fmt.Appendln(nil, "ok"))
}
