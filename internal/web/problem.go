package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/article"
)

// failure is an error that the sender of a request is told.
type failure struct {
	status int
	detail string
}

func (f *failure) Error() string { return f.detail }

func failf(status int, format string, args ...any) error {
	return &failure{status, fmt.Sprintf(format, args...)}
}

// problem answers with an error as RFC 9457 wants it.
func problem(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	// An error of writing is one of a sender who is gone.
	_ = json.NewEncoder(w).Encode(map[string]any{
		"type": "about:blank", "title": http.StatusText(status), "status": status, "detail": detail,
	})
}

// failureOf says what an error means to the sender.
func (s *Server) failureOf(err error) *failure {
	var known *failure
	var body *http.MaxBytesError
	var place *article.Error
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &body):
		return &failure{http.StatusRequestEntityTooLarge, fmt.Sprintf("The request is larger than %d bytes.", body.Limit)}
	case errors.Is(err, extract.ErrTooLong):
		return &failure{http.StatusRequestEntityTooLarge, fmt.Sprintf("The article is longer than %d bytes.", s.options.MaxArticle)}
	case errors.Is(err, context.DeadlineExceeded):
		return &failure{http.StatusServiceUnavailable, fmt.Sprintf("The article took longer than %v.", s.options.Timeout)}
	case errors.Is(err, context.Canceled):
		return &failure{http.StatusBadRequest, "The request was given up."}
	case errors.As(err, &place):
		return &failure{http.StatusBadRequest, sentence(place.Err.Error())}
	}
	// What went wrong may hold words of the article, so the log has only that it did.
	fmt.Fprintln(s.options.Log, "factline: an article could not be read for a reason of factline's own")
	return &failure{http.StatusInternalServerError, "This article cannot be read, for a reason of factline's own."}
}

// sentence writes an error as a sentence.
func sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] + "." }
