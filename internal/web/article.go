package web

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/article"
	"github.com/factline/factline/pipeline/fetch"
)

// mediaTypes are the formats of an article that may be posted.
var mediaTypes = map[string]article.Format{
	"text/plain":       article.Text,
	"text/html":        article.HTML,
	"application/json": article.JSONL,
}

// sent returns the article of a request of the REST interface.
func (s *Server) sent(r *http.Request) (extract.Article, error) {
	var none extract.Article
	mediaType, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	format, known := mediaTypes[mediaType]
	if err != nil || !known {
		return none, failf(http.StatusUnsupportedMediaType, "The content type must be text/plain, text/html or application/json.")
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
		return none, unread(err, "The request ended too early or came too slowly.")
	}
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return none, failf(http.StatusBadRequest, "The query is malformed.")
	}
	a, _, err := s.articleOf(article.Stdin, body, article.Options{Format: format, Encoding: encoding}, metadata{
		query.Get("id"), query.Get("title"), query.Get("byline"), query.Get("source"), query.Get("published"),
	})
	return a, err
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
func unread(err error, detail string) error {
	var body *http.MaxBytesError
	if errors.As(err, &body) {
		return err
	}
	return failf(http.StatusBadRequest, "%s", detail)
}

// metadata is what is told of an article beside it. It wins over the article's own.
type metadata struct{ id, title, byline, source, published string }

// articleOf returns the first article of what was sent, and whether there are
// more.
func (s *Server) articleOf(name string, body []byte, options article.Options, m metadata) (extract.Article, bool, error) {
	if options.Format == article.JSONL && strings.ToLower(path.Ext(name)) != ".jsonl" {
		var row bytes.Buffer // one line, whatever the lines of the body
		if err := json.Compact(&row, body); err != nil {
			return extract.Article{}, false, failf(http.StatusBadRequest, "It is not JSON: %v.", err)
		}
		body = row.Bytes()
	}
	return s.first(func(options article.Options) iter.Seq2[extract.Article, error] {
		return article.ReadFrom(name, bytes.NewReader(body), options)
	}, options, m)
}

// fetched returns the article at an address.
func (s *Server) fetched(ctx context.Context, address string, m metadata) (extract.Article, bool, error) {
	var none extract.Article
	if s.options.Fetch == nil {
		return none, false, failf(http.StatusForbidden, "This service fetches nothing; --allow-fetch allows it.")
	}
	// What is no address would be the name of a file.
	scheme, rest, ok := strings.Cut(address, "://")
	if scheme = strings.ToLower(scheme); !ok || rest == "" || scheme != "http" && scheme != "https" {
		return none, false, failf(http.StatusBadRequest, "An address begins with https:// or http://.")
	}
	a, more, err := s.first(func(options article.Options) iter.Seq2[extract.Article, error] {
		return article.Read([]string{scheme + "://" + rest}, options)
	}, article.Options{Fetch: *s.options.Fetch, Context: ctx}, m)
	var place *article.Error
	switch {
	case errors.Is(err, fetch.ErrPrivate):
		err = failf(http.StatusForbidden, "That is an address of this machine or of a private network, which is not fetched.")
	case errors.Is(err, fetch.ErrTooLarge):
		err = failf(http.StatusRequestEntityTooLarge, "What stands at that address is too large.")
	case errors.As(err, &place) && !errors.Is(err, extract.ErrTooLong) && ctx.Err() == nil:
		err = failf(http.StatusBadGateway, "That address cannot be read: %v.", place.Err)
	}
	return a, more, err
}

// first returns the first of some articles, and whether there are more.
func (s *Server) first(read func(article.Options) iter.Seq2[extract.Article, error], options article.Options, m metadata) (extract.Article, bool, error) {
	var a extract.Article
	options.MaxArticle = s.options.MaxArticle
	if m.published != "" {
		day, err := article.ParseDay(m.published)
		if err != nil {
			return a, false, failf(http.StatusBadRequest, "The day of publication: %v.", err)
		}
		options.Published = day
	}
	n := 0
	for read, err := range read(options) {
		if n++; n > 1 {
			break
		}
		if err != nil {
			return a, false, err
		}
		a = read
	}
	if n == 0 {
		return a, false, failf(http.StatusBadRequest, "There is no article.")
	}
	for _, f := range []struct {
		field *string
		told  string
	}{{&a.ID, m.id}, {&a.Title, m.title}, {&a.Byline, m.byline}, {&a.Source, m.source}} {
		*f.field = cmp.Or(strings.ToValidUTF8(f.told, "\ufffd"), *f.field)
	}
	return a, n > 1, nil
}
