package web_test

import (
	"bytes"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/web"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/language"
)

const article = "../../testdata/articles/amazon-tiktok.txt"

func newServer(t testing.TB, options web.Options) *web.Server {
	t.Helper()
	s, err := web.New(options)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// claimsOf is what the command extract writes.
func claimsOf(t testing.TB, a extract.Article) string {
	t.Helper()
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	a.Language = language.Of(a.Text)
	doc, err := p.Run(a)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := claimsfile.Encode(&b, claimsfile.FromDocument(doc, claimsfile.Options{})); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func readFile(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// send makes a request to a server; headers are names and values in turn.
func send(s http.Handler, method, target, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://127.0.0.1:8080"+target, strings.NewReader(body))
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// fields writes a form as a browser does.
func fields(t testing.TB, pairs ...string) (body, contentType string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		if name, ok := strings.CutPrefix(pairs[i], "file "); ok {
			part, err := w.CreateFormFile("file", name)
			if err != nil {
				t.Fatal(err)
			}
			_, _ = io.WriteString(part, pairs[i+1])
		} else if err := w.WriteField(pairs[i], strings.ReplaceAll(pairs[i+1], "\n", "\r\n")); err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	return b.String(), w.FormDataContentType()
}

func TestExtract(t *testing.T) {
	s := newServer(t, web.Options{})
	text := readFile(t, article)
	day := time.Date(2020, 7, 10, 0, 0, 0, 0, time.UTC)
	row, err := json.MarshalIndent(map[string]any{"id": 7, "text": text, "title": "T", "published": "2020-07-10"}, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		reason, target, mediaType, body string
		want                            extract.Article
	}{
		{"text", "/v1/extract", "text/plain", text, extract.Article{ID: "-", Text: text}},
		{"metadata in the query", "/v1/extract?id=a&title=T&byline=B&source=S&published=2020-07-10", "text/plain; charset=utf-8", text,
			extract.Article{ID: "a", Title: "T", Byline: "B", Source: "S", Published: day, PublishedFrom: extract.FromFlag, Text: text}},
		{"a charset", "/v1/extract", "text/plain; charset=windows-1252", "It cost \x805.", extract.Article{ID: "-", Text: "It cost €5."}},
		{"JSON of many lines", "/v1/extract", "application/json", string(row),
			extract.Article{ID: "7", Title: "T", Published: day, PublishedFrom: extract.FromMetadata, Text: text}},
		{"nothing", "/v1/extract", "text/plain", "", extract.Article{ID: "-"}},
	}
	for _, tt := range tests {
		w := send(s, "POST", tt.target, tt.body, "Content-Type", tt.mediaType)
		if w.Code != 200 || w.Header().Get("Content-Type") != "application/json" {
			t.Errorf("%s: status %d, %s", tt.reason, w.Code, w.Body)
			continue
		}
		if diff := cmp.Diff(claimsOf(t, tt.want), w.Body.String()); diff != "" {
			t.Errorf("%s: not what the command writes: %s", tt.reason, diff)
		}
	}
}

func TestRefused(t *testing.T) {
	s := newServer(t, web.Options{MaxArticle: 1000, MaxBody: 4000, Hosts: []string{"news.example"}})
	broken, _ := fields(t, "text", "a")
	many, manyType := fields(t, strings.Split(strings.Repeat("a,b,", 30)[:119], ",")...)
	tests := []struct {
		reason, method, target, body string
		headers                      []string
		want                         int
	}{
		{"a page of another site", "POST", "/v1/extract", "a", []string{"Content-Type", "text/plain", "Sec-Fetch-Site", "cross-site"}, 403},
		{"a page of another port", "POST", "/v1/extract", "a", []string{"Content-Type", "text/plain", "Origin", "http://127.0.0.1:9090"}, 403},
		{"a page without origin", "POST", "/", "a", []string{"Content-Type", "text/plain", "Origin", "null"}, 403},
		{"the page itself", "POST", "/v1/extract", "a", []string{"Content-Type", "text/plain", "Origin", "http://127.0.0.1:8080", "Sec-Fetch-Site", "same-origin"}, 200},
		{"a name that was made to mean this machine", "GET", "/", "", []string{"Host", "evil.example:8080"}, 421},
		{"such a name that begins well", "GET", "/", "", []string{"Host", "127.0.0.1.evil.example"}, 421},
		{"no name", "GET", "/", "", []string{"Host", ""}, 421},
		{"a name that was allowed", "GET", "/", "", []string{"Host", "News.Example:8080"}, 200},
		{"localhost", "GET", "/", "", []string{"Host", "localhost:8080"}, 200},
		{"an IPv6 address", "GET", "/", "", []string{"Host", "[::1]:8080"}, 200},
		{"an IPv6 address without port", "GET", "/", "", []string{"Host", "[::1]"}, 200},
		{"no content type", "POST", "/v1/extract", "a", nil, 415},
		{"another content type", "POST", "/v1/extract", "a", []string{"Content-Type", "image/png"}, 415},
		{"a broken content type", "POST", "/v1/extract", "a", []string{"Content-Type", "text/plain; ;;"}, 415},
		{"another charset", "POST", "/v1/extract", "a", []string{"Content-Type", "text/plain; charset=koi8-r"}, 415},
		{"compressed", "POST", "/v1/extract", "a", []string{"Content-Type", "text/plain", "Content-Encoding", "gzip"}, 415},
		{"no UTF-8", "POST", "/v1/extract", "a\xff", []string{"Content-Type", "text/plain"}, 400},
		{"no JSON", "POST", "/v1/extract", "{", []string{"Content-Type", "application/json"}, 400},
		{"JSON without text", "POST", "/v1/extract", "{}", []string{"Content-Type", "application/json"}, 400},
		{"JSON of another kind", "POST", "/v1/extract", "[1]", []string{"Content-Type", "application/json"}, 400},
		{"no day", "POST", "/v1/extract?published=Monday", "a", []string{"Content-Type", "text/plain"}, 400},
		{"no format", "POST", "/v1/extract?format=conllu", "a", []string{"Content-Type", "text/plain"}, 400},
		{"a broken query", "POST", "/v1/extract?id=%zz", "a", []string{"Content-Type", "text/plain"}, 400},
		{"an article over the limit", "POST", "/v1/extract", strings.Repeat("a", 1001), []string{"Content-Type", "text/plain"}, 413},
		{"a body over the limit", "POST", "/v1/extract", strings.Repeat("a", 4001), []string{"Content-Type", "text/plain"}, 413},
		{"a form over the limit", "POST", "/", strings.Repeat("a", 4001), []string{"Content-Type", "multipart/form-data; boundary=a"}, 413},
		{"a form that is none", "POST", "/", "text=a", []string{"Content-Type", "application/x-www-form-urlencoded"}, 415},
		{"a form without boundary", "POST", "/", "a", []string{"Content-Type", "multipart/form-data"}, 415},
		{"a form that ends early", "POST", "/", broken[:len(broken)/2], []string{"Content-Type", "multipart/form-data; boundary=" + boundaryOf(broken)}, 400},
		{"a form with another boundary", "POST", "/", broken, []string{"Content-Type", "multipart/form-data; boundary=other"}, 400},
		{"a form of many parts", "POST", "/", many, []string{"Content-Type", manyType}, 400},
		{"a download of nothing", "POST", "/download", broken, []string{"Content-Type", "multipart/form-data; boundary=" + boundaryOf(broken)}, 400},
		{"another method", "GET", "/v1/extract", "", nil, 405},
		{"a method of nobody", "BREW", "/", "", nil, 405},
		{"another address", "GET", "/v1/nothing", "", nil, 404},
		{"a file above the page's", "GET", "/static/..%2fpage.go", "", nil, 404},
	}
	for _, tt := range tests {
		w := send(s, tt.method, tt.target, tt.body, tt.headers...)
		if w.Code != tt.want {
			t.Errorf("%s: status %d, want %d: %.200s", tt.reason, w.Code, tt.want, w.Body)
		}
		if w.Code < 400 || tt.target == "/" && w.Header().Get("Content-Type") == "text/html; charset=utf-8" {
			continue
		}
		var p struct {
			Title, Detail string
			Status        int
		}
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Status != tt.want || p.Detail == "" || p.Title != http.StatusText(tt.want) ||
			w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: no problem document: %v %s", tt.reason, err, w.Body)
		}
	}
}

func boundaryOf(body string) string {
	return strings.TrimPrefix(body[:strings.Index(body, "\r\n")], "--")
}

func TestHeaders(t *testing.T) {
	s := newServer(t, web.Options{})
	for _, target := range []string{"/", "/v1/schema", "/openapi.json", "/healthz", "/metrics", "/static/page.css", "/nothing"} {
		h := send(s, "GET", target, "").Header()
		if policy := h.Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %q", target, policy)
		}
		for name := range h {
			if strings.HasPrefix(name, "Access-Control-") || name == "Set-Cookie" {
				t.Errorf("%s: header %s", target, name)
			}
		}
		if h.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: no nosniff", target)
		}
	}
	w := send(s, "GET", "/static/page.css", "")
	if again := send(s, "GET", "/static/page.css", "", "If-None-Match", w.Header().Get("ETag")); again.Code != http.StatusNotModified {
		t.Errorf("a file that has not changed: status %d", again.Code)
	}
}

// TestWeight: the first page with all that it loads has less than 300 kB, and
// loads nothing from elsewhere.
func TestWeight(t *testing.T) {
	s := newServer(t, web.Options{})
	page := send(s, "GET", "/", "").Body.String()
	total := len(page)
	for _, address := range regexp.MustCompile(`(?:src|<link[^>]* href)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		w := send(s, "GET", address[1], "")
		if w.Code != 200 || !strings.HasPrefix(address[1], "/static/") {
			t.Errorf("%s: status %d", address[1], w.Code)
		}
		total += w.Body.Len()
	}
	if total > 300_000 || total < 20_000 {
		t.Errorf("%d bytes", total)
	}
	t.Logf("%d bytes", total)
}

// TestWithoutScripts: the form gives a page that holds everything.
func TestWithoutScripts(t *testing.T) {
	s := newServer(t, web.Options{})
	text := readFile(t, article)
	body, mediaType := fields(t, "text", text, "published", "2020-07-10", "title", `<img src=x onerror=alert(1)>`)
	w := send(s, "POST", "/", body, "Content-Type", mediaType)
	page := w.Body.String()
	for _, want := range []string{
		`href="#at-c21"`, `id="at-c21"`, "49,000,000", "July to December 2019", "&lt;img src=x onerror=alert(1)&gt;", `title="means TikTok"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	if strings.Contains(page, "<img src=x") {
		t.Error("a title is not escaped")
	}
	day := time.Date(2020, 7, 10, 0, 0, 0, 0, time.UTC)
	want := claimsOf(t, extract.Article{ID: "-", Title: `<img src=x onerror=alert(1)>`, Published: day, PublishedFrom: extract.FromFlag, Text: text})
	claims := regexp.MustCompile(`(?s)<textarea name="claims"[^>]*>(.*?)</textarea>`).FindStringSubmatch(page)
	if claims == nil {
		t.Fatal("no claims file in the page")
	}
	got := unescape(claims[1])
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the claims file in the page is not what the command writes: %s", diff)
	}

	body, mediaType = fields(t, "claims", got, "format", "json")
	w = send(s, "POST", "/download", body, "Content-Type", mediaType)
	if w.Code != 200 || w.Body.String() != want || w.Header().Get("Content-Disposition") != `attachment; filename="article.claims.json"` {
		t.Errorf("download: status %d, %v", w.Code, w.Header())
	}
	body, mediaType = fields(t, "claims", got, "format", "csv")
	if w = send(s, "POST", "/download", body, "Content-Type", mediaType); w.Code != 200 || !strings.Contains(w.Body.String(), "49 million videos") ||
		w.Header().Get("Content-Disposition") != `attachment; filename="article.csv"` {
		t.Errorf("CSV: status %d, %v", w.Code, w.Header())
	}
	body, mediaType = fields(t, "claims", got, "format", "table")
	if w = send(s, "POST", "/download", body, "Content-Type", mediaType); w.Code != 400 {
		t.Errorf("a format of nobody: status %d", w.Code)
	}
	body, mediaType = fields(t, "claims", got, "format", "report")
	if w = send(s, "POST", "/download", body, "Content-Type", mediaType); w.Code != 200 || !strings.Contains(w.Body.String(), "<style>") {
		t.Errorf("report: status %d", w.Code)
	}
}

func unescape(s string) string {
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#34;", `"`, "&#39;", "'", "&amp;", "&", "&#43;", "+").Replace(s)
}

func TestForm(t *testing.T) {
	s := newServer(t, web.Options{})
	tests := []struct {
		reason string
		pairs  []string
		status int
		want   string
	}{
		{"nothing", nil, 400, "Paste the text"},
		{"only blanks", []string{"text", " \n "}, 400, "Paste the text"},
		{"a file wins over text", []string{"text", "no", "file a.txt", "Ada Lee sold 12 cars."}, 200, "Ada Lee"},
		{"a file of Markdown", []string{"file a.md", "# Cars\n\nAda *Lee* sold 12 cars."}, 200, "Ada"},
		{"a table of articles", []string{"file a.csv", "id,text\n1,Ada Lee sold 12 cars.\n2,It rained."}, 200, "several articles"},
		{"a file of JSON", []string{"file a.json", "{\"text\":\n\"Ada Lee sold 12 cars.\"}"}, 200, "Ada Lee"},
		{"no UTF-8", []string{"file a.txt", "a\xff"}, 400, "Not valid UTF-8"},
		{"what was filled in is kept", []string{"text", "Ada </textarea>", "published", "then"}, 400, "Ada &lt;/textarea&gt;"},
	}
	for _, tt := range tests {
		body, mediaType := fields(t, tt.pairs...)
		w := send(s, "POST", "/", body, "Content-Type", mediaType)
		if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.want) {
			t.Errorf("%s: status %d, want %d with %q", tt.reason, w.Code, tt.status, tt.want)
		}
	}
}

// TestProgress: the script of the page is told each stage, and gets the page's
// main part at the end.
func TestProgress(t *testing.T) {
	s := newServer(t, web.Options{})
	body, mediaType := fields(t, "text", "Ada Lee sold 12 cars.")
	w := send(s, "POST", "/", body, "Content-Type", mediaType, "Accept", "application/x-ndjson")
	var last struct{ Main, Title, Problem, Stage string }
	n := 0
	for line := range strings.Lines(w.Body.String()) {
		if err := json.Unmarshal([]byte(line), &last); err != nil {
			t.Fatal(err)
		}
		n++
	}
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n != len(p.Stages())+1 || !strings.Contains(last.Main, "Ada Lee") || last.Problem != "" {
		t.Errorf("%d lines, the last %+v", n, last)
	}
	w = send(s, "POST", "/", "a", "Content-Type", "text/plain", "Accept", "application/x-ndjson")
	if w.Code != 415 || !strings.Contains(w.Body.String(), `{"problem":`) {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
}

// TestOpenAPI: the document names the addresses that there are.
func TestOpenAPI(t *testing.T) {
	s := newServer(t, web.Options{})
	var document struct {
		Info  struct{ Version string }
		Paths map[string]map[string]any
	}
	if err := json.Unmarshal(send(s, "GET", "/openapi.json", "").Body.Bytes(), &document); err != nil {
		t.Fatal(err)
	}
	if document.Info.Version != claimsfile.Version {
		t.Errorf("version %s, want %s", document.Info.Version, claimsfile.Version)
	}
	if len(document.Paths) != 5 {
		t.Errorf("%d paths", len(document.Paths))
	}
	for path, methods := range document.Paths {
		for method := range methods {
			if code := send(s, strings.ToUpper(method), path, "").Code; code == 404 || code == 405 {
				t.Errorf("%s %s: status %d", method, path, code)
			}
		}
	}
}

func TestMetrics(t *testing.T) {
	s := newServer(t, web.Options{})
	send(s, "POST", "/v1/extract", "Ada Lee sold 12 cars.", "Content-Type", "text/plain")
	send(s, "GET", "/Ada-Lee", "")
	got := send(s, "GET", "/metrics", "").Body.String()
	for _, want := range []string{
		`factline_requests_total{path="/v1/extract",code="200"} 1`, `factline_article_bytes_total 21`,
		`factline_request_seconds_count{path="/v1/extract"} 1`, `factline_requests_total{path="/",code="404"} 1`,
	} {
		if !strings.Contains(got, want+"\n") {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(got, "Ada") {
		t.Errorf("metrics hold words of a request: %s", got)
	}
}
