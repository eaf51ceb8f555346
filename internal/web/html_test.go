package web_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/factline/factline/internal/web"
	"github.com/factline/factline/pipeline/claimsfile"
)

// TestHTML: a web page is read as the article that it holds, by the REST
// interface and by the form.
func TestHTML(t *testing.T) {
	const page = `<!doctype html><html lang="en"><head><title>Cars sold</title><meta property="article:published_time" content="2020-07-10T09:00:00Z">
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Cars sold</h1>
<p>Ada Lee said on Monday that the town had sold 12 cars to its neighbours, who had asked for them since the spring.</p>
<p>She added that the money would be spent on the library, which had been closed for two years after a fire.</p>
<script>run("It sold 99 cars.")</script></article><footer>Contact us</footer></body></html>`
	s := newServer(t, web.Options{})
	w := send(s, "POST", "/v1/extract", page, "Content-Type", "text/html; charset=utf-8")
	var f claimsfile.File
	if err := json.Unmarshal(w.Body.Bytes(), &f); err != nil || w.Code != 200 {
		t.Fatalf("status %d: %v: %.300s", w.Code, err, w.Body)
	}
	if f.Article.Title != "Cars sold" || f.Article.Published != "2020-07-10" || !strings.Contains(f.Article.Text, "sold 12 cars") ||
		strings.Contains(f.Article.Text, "99") || strings.Contains(f.Article.Text, "<") {
		t.Errorf("article %+v", f.Article)
	}
	body, mediaType := fields(t, "file cars.html", page)
	w = send(s, "POST", "/", body, "Content-Type", mediaType)
	if got := w.Body.String(); w.Code != 200 || !strings.Contains(got, "10 July 2020") || !strings.Contains(got, "6 July 2020") || strings.Contains(got, "run(") {
		t.Errorf("the form: status %d", w.Code)
	}
}
