package web

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"
)

// policy lets the page use its own style sheets and scripts, and nothing else:
// no inline script, no other host, no frame around it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard refuses requests that a page of another site can have caused, and sets
// the headers that keep a browser from doing more than it must.
func (s *Server) guard(next http.Handler) http.Handler {
	crossOrigin := http.NewCrossOriginProtection()
	return s.measured(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if !s.knownHost(r.Host) {
			problem(w, http.StatusMisdirectedRequest, "This service is not called by that name; --host allows another.")
			return
		}
		if err := crossOrigin.Check(r); err != nil {
			problem(w, http.StatusForbidden, "Requests from pages of other sites are refused.")
			return
		}
		next.ServeHTTP(w, r)
	}))
}

// knownHost tells whether a request names this service in a way that a page of
// another site cannot: its own name, resolved to this machine, would give it
// away (DNS rebinding).
func (s *Server) knownHost(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	if name == "localhost" || slices.Contains(s.options.Hosts, name) {
		return true
	}
	_, err := netip.ParseAddr(strings.TrimSuffix(strings.TrimPrefix(name, "["), "]"))
	return err == nil
}

// longestWait is after how many seconds those turned away may come back at the
// latest.
const longestWait = 5

// limited turns away requests that are too many, and limits how much the others
// may send. What next returns writes the answer: a sender who reads it slowly
// keeps nobody else out.
func (s *Server) limited(next func(http.ResponseWriter, *http.Request) (write func())) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		select {
		case s.requests <- struct{}{}:
		default:
			// Not all at the same second, or they would meet again.
			seconds := 1 + s.refused.Add(1)%longestWait
			w.Header().Set("Retry-After", strconv.Itoa(int(seconds)))
			s.fail(w, r, &failure{http.StatusTooManyRequests, "Too many articles are being read at this moment. Try again in some seconds."})()
			return
		}
		write := func() func() {
			defer func() { <-s.requests }()
			r.Body = http.MaxBytesReader(w, r.Body, s.options.MaxBody)
			return next(w, r)
		}()
		write()
	}
}
