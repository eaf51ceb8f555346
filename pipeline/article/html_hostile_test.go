package article_test

import (
	"strings"
	"testing"

	"github.com/factline/factline/pipeline/article"
)

// TestHostilePages: pages that no newsroom makes end in an error or in a text,
// not in a crash. A page that is not read in linear time would not end.
func TestHostilePages(t *testing.T) {
	const size = 1 << 20
	const tooDeep = "a.html: not a web page: html: open stack of elements exceeds 512 nodes"
	tests := []struct{ reason, begin, piece, want string }{
		{"deep nesting", "", "<div>", tooDeep},
		{"deep nesting with text", "", "<div>a ", tooDeep},
		{"nested formatting that paragraphs break", "", "<font><p>", "a.html: file too large"},
		{"nested tables", "", "<table><tr><td>a", tooDeep},
		{"nested lists", "", "<ul><li>a", tooDeep},
		{"too many paragraphs", "", "<p>a", "a.html: file too large"},
		{"only the beginnings of tags", "", "<", ""},
		{"one tag with many attributes", "<p ", "a ", "a.html: a web page without text"},
		{"scripts that are no JSON", "", `<script type="application/ld+json">[[[[</script>`, "a.html: a web page without text"},
		{"deep JSON", `<p>text</p><script type="application/ld+json">`, `[`, ""},
		{"a page of links", "", `<a href="x">link</a> `, "a.html: file too large"},
	}
	for _, tt := range tests {
		page := "<html><body>" + tt.begin + strings.Repeat(tt.piece, size/len(tt.piece))
		_, errors := readFile("a.html", []byte(page), article.Options{})
		got := strings.Join(errors, "; ")
		if !strings.HasPrefix(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
	_, errors := readFile("a.html", []byte("<p>"+strings.Repeat("a", 9<<20)), article.Options{})
	if want := "a.html: file too large: the limit of a web page is 8388608 bytes"; len(errors) != 1 || errors[0] != want {
		t.Errorf("a page over the limit: %q", errors)
	}
}

// FuzzHTML: every page gives one article or one error, the same when it is read
// again.
func FuzzHTML(f *testing.F) {
	f.Add([]byte(`<html><head><title>T | S</title><meta charset="windows-1252"><script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"A"}]}</script></head><body><article><h1>T</h1><p>Text <b>of</b> it.<p>More.<table><tr><td>1<td>2</table></article><ul><li><a href=x>y</a></ul>`))
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00a\x00"))
	f.Add([]byte(`<div class="article-body">a<br><br>b<blockquote>c</blockquote></div><time datetime="2020-07-10">`))
	f.Fuzz(func(t *testing.T, page []byte) { readTwice(t, "a.html", page) })
}

// readTwice reads a file of one article two times.
func readTwice(t *testing.T, name string, content []byte) {
	t.Helper()
	options := article.Options{MaxArticle: 10_000}
	articles, errors := readFile(name, content, options)
	if len(articles)+len(errors) != 1 {
		t.Fatalf("%d articles, errors %q", len(articles), errors)
	}
	again, _ := readFile(name, content, options)
	for i, a := range articles {
		if a != again[i] || len(a.Text) > options.MaxArticle {
			t.Errorf("%q, then %q", a.Text, again[i].Text)
		}
	}
	if strings.ToValidUTF8(strings.Join(errors, ""), "") != strings.Join(errors, "") {
		t.Errorf("error %q", errors)
	}
}
