package web

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/VictoriaMetrics/metrics"
)

// meters counts what happens; nothing in it is of an article but its length.
type meters struct {
	set   *metrics.Set
	bytes *metrics.Counter
}

func newMeters() *meters {
	set := metrics.NewSet()
	return &meters{set: set, bytes: set.NewCounter("factline_article_bytes_total")}
}

// measured counts requests by path and status, and how long they take.
func (s *Server) measured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		seen := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(seen, r)
		path := pathLabel(r.Pattern)
		s.metrics.set.GetOrCreateCounter(`factline_requests_total{path="` + path + `",code="` + strconv.Itoa(seen.status) + `"}`).Inc()
		s.metrics.set.GetOrCreatePrometheusHistogram(`factline_request_seconds{path="` + path + `"}`).UpdateDuration(begin)
	})
}

// pathLabel is the path of a route, not of a request: there are few of them.
func pathLabel(pattern string) string {
	if i := strings.IndexByte(pattern, '/'); i >= 0 {
		return strings.TrimSuffix(pattern[i:], "{$}")
	}
	return "" // refused before it came to a route
}

func (s *Server) showMetrics(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	s.metrics.set.WritePrometheus(w)
}

// statusWriter remembers the status of an answer.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController reach what the server gave.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
