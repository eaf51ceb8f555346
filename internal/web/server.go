// Package web is factline as a service: a page to read articles in, and a REST
// interface. What an article holds is neither kept nor logged: it lives as long
// as its request.
//
// The service is meant for one's own machine. It answers only requests that
// name the machine by an address or a known name, refuses what other sites'
// pages send to it, and has a limit for everything that a request may cost.
package web

import (
	"fmt"
	"io"
	"net/http"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/factline/factline/internal/web/view"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/fetch"
)

// Options changes a Server. Zero values stand for the defaults below.
type Options struct {
	// MaxArticle is the longest accepted article in bytes.
	MaxArticle int
	// MaxBody is the largest accepted request body in bytes.
	MaxBody int64
	// MaxRequests is how many articles may be sent, waited for and read at
	// once; what comes on top is told to come again.
	MaxRequests int
	// Workers is how many articles are read at once.
	Workers int
	// Timeout is how long a request may take.
	Timeout time.Duration
	// Hosts are names under which the service may be called, besides
	// localhost and addresses.
	Hosts []string
	// Fetch is how addresses that are given in the page are fetched; nil allows none.
	Fetch *fetch.Options
	// Log gets a line for each error of the service itself; nil is nowhere.
	Log io.Writer
}

// Defaults of Options.
const (
	DefaultMaxArticle = 256 << 10 // a page of it has 20 MB
	DefaultMaxBody    = 16 << 20
	DefaultTimeout    = time.Minute
	RequestsPerWorker = 2
)

func (o Options) withDefaults() Options {
	if o.MaxArticle == 0 {
		o.MaxArticle = DefaultMaxArticle
	}
	if o.MaxBody == 0 {
		o.MaxBody = DefaultMaxBody
	}
	if o.Workers == 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.MaxRequests == 0 {
		o.MaxRequests = RequestsPerWorker * o.Workers
	}
	if o.Timeout == 0 {
		o.Timeout = DefaultTimeout
	}
	if o.Log == nil {
		o.Log = io.Discard
	}
	return o
}

// Server answers requests.
type Server struct {
	options  Options
	pipeline *pipeline.Pipeline
	requests chan struct{} // a place for each request that sends an article
	workers  chan struct{} // a place for each article at work
	refused  atomic.Uint32 // how many were turned away
	metrics  *meters
	static   map[string]asset
	handler  http.Handler
}

// New returns a Server.
func New(options Options) (*Server, error) {
	options = options.withDefaults()
	p, err := pipeline.New(pipeline.Options{MaxArticle: options.MaxArticle})
	if err != nil {
		return nil, err
	}
	s := &Server{
		options: options, pipeline: p,
		requests: make(chan struct{}, options.MaxRequests),
		workers:  make(chan struct{}, options.Workers),
		metrics:  newMeters(),
	}
	if s.static, err = assets(view.Static); err != nil {
		return nil, err
	}
	s.handler = s.guard(s.routes())
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// route is a path and what answers it.
type route struct {
	method, path string
	handle       http.HandlerFunc
}

func (s *Server) table() []route {
	return []route{
		{"GET", "/{$}", s.form},
		{"POST", "/{$}", s.limited(s.read)},
		{"POST", "/download", s.limited(s.download)},
		{"GET", "/static/{name}", s.asset},
		{"POST", "/v1/extract", s.limited(s.extract)},
		{"GET", "/v1/schema", schema},
		{"GET", "/openapi.json", openAPI},
		{"GET", "/healthz", healthy},
		{"GET", "/metrics", s.showMetrics},
	}
}

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	allowed := map[string]string{}
	for _, r := range s.table() {
		mux.HandleFunc(r.method+" "+r.path, r.handle)
		if allowed[r.path] != "" {
			allowed[r.path] += ", "
		}
		allowed[r.path] += r.method
	}
	for path, methods := range allowed {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Allow", methods)
			problem(w, http.StatusMethodNotAllowed, fmt.Sprintf("This address takes %s.", methods))
		})
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		problem(w, http.StatusNotFound, "There is nothing at this address.")
	})
	return mux
}
