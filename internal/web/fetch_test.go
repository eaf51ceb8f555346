package web_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/factline/factline/internal/web"
	"github.com/factline/factline/pipeline/fetch"
)

// TestFormats: every format of the REST interface is one of extract, and has
// its media type.
func TestFormats(t *testing.T) {
	s := newServer(t, web.Options{})
	for name, want := range map[string]string{
		"json": `"schema": "factline/1"`, "jsonl": `{"schema":"factline/1"`, "csv": "article_id,", "markdown": "Ada Lee",
		"parquet": "PAR1", "webannotation": `"@context"`,
	} {
		w := send(s, "POST", "/v1/extract?format="+name, "Ada Lee sold 12 cars.", "Content-Type", "text/plain")
		if w.Code != 200 || !strings.Contains(w.Body.String(), want) || w.Header().Get("Content-Type") == "" {
			t.Errorf("%s: status %d, %s, %.200s", name, w.Code, w.Header().Get("Content-Type"), w.Body)
		}
	}
}

// TestFetch: the form takes addresses only when that is allowed, and of those
// none of this machine and its neighbours, however they are written.
func TestFetch(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/away" {
			http.Redirect(w, r, "http://127.0.0.1:1/", http.StatusFound)
			return
		}
		_, _ = io.WriteString(w, "Ada Lee sold 12 cars.")
	}))
	defer site.Close()
	_, port, _ := strings.Cut(strings.TrimPrefix(site.URL, "http://"), ":")
	off, public := web.Options{}, web.Options{Fetch: &fetch.Options{}}
	private := web.Options{Fetch: &fetch.Options{AllowPrivate: true}}
	tests := []struct {
		reason  string
		options web.Options
		address string
		status  int
	}{
		{"it is off", off, site.URL, 403},
		{"this machine", public, site.URL, 403},
		{"by name", public, "http://localhost:" + port, 403},
		{"in decimal", public, "http://2130706433:" + port, 403},
		{"in hexadecimal", public, "http://0x7f000001:" + port, 403},
		{"in IPv6", public, "http://[::1]:" + port, 403},
		{"mapped into IPv6", public, "http://[::ffff:127.0.0.1]:" + port, 403},
		{"any address", public, "http://0.0.0.0:" + port, 403},
		{"a neighbour", public, "http://192.168.0.1", 403},
		{"the service of a cloud", public, "http://169.254.169.254/latest/meta-data", 403},
		{"a file", public, "file:///etc/passwd", 400},
		{"a file by its name", public, "/etc/passwd", 400},
		{"no host", public, "http://", 400},
		{"allowed", private, site.URL, 200},
		{"nobody there", private, site.URL + "/away", 502},
	}
	for _, tt := range tests {
		body, mediaType := fields(t, "url", tt.address)
		w := send(newServer(t, tt.options), "POST", "/", body, "Content-Type", mediaType)
		// 502 is a refusal, too: not every system takes a number for an address.
		if w.Code != tt.status && (tt.status != 403 || w.Code != 502) || (w.Code == 200) != strings.Contains(w.Body.String(), "Ada Lee") {
			t.Errorf("%s: status %d, want %d", tt.reason, w.Code, tt.status)
		}
		if shown := strings.Contains(w.Body.String(), `name="url"`); w.Code != 200 && shown != (tt.options.Fetch != nil) {
			t.Errorf("%s: the field for addresses is there: %v", tt.reason, shown)
		}
	}
}
