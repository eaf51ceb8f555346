package article_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/pipeline/article"
)

// webPage returns a page with a text.
func webPage(text string) string {
	return "<html><head><title>T</title></head><body><article><p>" + text + "</p></article></body></html>"
}

// response returns an answer of a web server.
func response(status, contentType, body string) string {
	return fmt.Sprintf("HTTP/1.1 %s\r\nContent-Type: %s\r\n\r\n%s", status, contentType, body)
}

func htmlResponse(text string) string {
	return response("200 OK", "text/html; charset=utf-8", webPage(text))
}

// warcRecord returns a record of an archive; more is added to its length.
func warcRecord(kind, id, block string, more int) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Target-URI: https://x.example/%s\r\n"+
		"WARC-Date: 2020-07-10T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, id, id, len(block)+more, block)
}

func TestWARC(t *testing.T) {
	good := func(id string) string { return warcRecord("response", id, htmlResponse("Cats sat on "+id+"."), 0) }
	chunked := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" +
		fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(webPage("Cats.")), webPage("Cats."))
	packed := response("200 OK", "text/html", string(gzipped(t, []byte(webPage("Cats.")))))
	tests := []struct {
		reason  string
		archive string
		want    []string
	}{
		{"nothing", "", []string{}},
		{"pages in their order", good("a") + good("b"), []string{"a=Cats sat on a.", "b=Cats sat on b."}},
		{"only responses", warcRecord("warcinfo", "i", "software: x", 0) + warcRecord("request", "q", "GET / HTTP/1.1\r\n\r\n", 0) + good("a"), []string{"a=Cats sat on a."}},
		{"only pages", warcRecord("response", "p", response("200 OK", "image/png", "\x89PNG"), 0) + good("a"), []string{"a=Cats sat on a."}},
		{"only pages that were found", warcRecord("response", "p", response("404 Not Found", "text/html", webPage("No.")), 0) + good("a"), []string{"a=Cats sat on a."}},
		{"chunks", warcRecord("response", "c", chunked, 0), []string{"c=Cats."}},
		{"chunks that the archive has undone", warcRecord("response", "c", strings.Replace(htmlResponse("Cats."), "\r\n\r\n", "\r\nTransfer-Encoding: chunked\r\n\r\n", 1), 0), []string{"c=Cats."}},
		{"a compressed page", warcRecord("response", "z", packed, 0), []string{"z=Cats."}},
		{"an encoding that the server tells", warcRecord("response", "w", response("200 OK", "text/html; charset=windows-1252", webPage("\x93Cats\x94.")), 0), []string{"w=“Cats”."}},
		{"a length that is too long", warcRecord("response", "l", htmlResponse("Long."), 1000) + good("a"),
			[]string{"error -: record 1: its length of 1145 bytes is wrong: the next record begins before that", "a=Cats sat on a."}},
		{"a length beyond all measure", warcRecord("response", "l", htmlResponse("Long."), 1<<40) + good("a"),
			[]string{"error -: record 1: its length of 1099511627921 bytes is wrong: the next record begins before that", "a=Cats sat on a."}},
		{"a length that is too short", warcRecord("response", "s", htmlResponse("Short."), -20) + good("a"),
			[]string{"error -: record 1: its length of 126 bytes is wrong: more follows", "a=Cats sat on a."}},
		{"no length", strings.Replace(good("n"), "Content-Length: 15", "Content-Length: none ", 1) + good("a"),
			[]string{`error -: record 1: "none 4" is no length`, "a=Cats sat on a."}},
		{"a negative length", strings.Replace(good("n"), "Content-Length: ", "Content-Length: -", 1) + good("a"),
			[]string{`error -: record 1: "-154" is no length`, "a=Cats sat on a."}},
		{"cut short", good("a") + good("b")[:300], []string{"a=Cats sat on a.", "error -: record 2: cut short: 59 bytes of 154 are missing"}},
		{"cut short in a head", good("a") + good("b")[:100], []string{"a=Cats sat on a.", "error -: record 2: cut short in its head"}},
		{"a page that is none", warcRecord("response", "e", htmlResponse(""), 0) + good("a"), []string{"error -: record 1: a web page without text", "a=Cats sat on a."}},
		{"something between records", good("a") + "junk\r\nmore\r\n\r\n" + good("b"), []string{"a=Cats sat on a.", "b=Cats sat on b."}},
	}
	for _, tt := range tests {
		got := read([]string{"-"}, article.Options{Format: article.WARC, Stdin: strings.NewReader(tt.archive), MaxArticle: 1000})
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.reason, diff)
		}
	}
}

// TestWARCSource: the source is the address that was fetched, and the day on
// which that was done is no day of publication. Each record may be compressed
// by itself, as Common Crawl has them.
func TestWARCSource(t *testing.T) {
	archive := append(gzipped(t, []byte(warcRecord("response", "a", htmlResponse("Cats."), 0))), gzipped(t, []byte(warcRecord("response", "b", htmlResponse("Dogs."), 0)))...)
	articles, errors := readFile("x.warc.gz", archive, article.Options{})
	if len(articles) != 2 || len(errors) != 0 {
		t.Fatalf("%d articles, errors %q", len(articles), errors)
	}
	if a := articles[0]; a.Source != "https://x.example/a" || !a.Published.IsZero() || a.Title != "T" || a.Text != "Cats." {
		t.Errorf("got %+v", a)
	}
}

// TestWARCLargeRecord: a record above the limit is passed over, or is an error,
// without being kept.
func TestWARCLargeRecord(t *testing.T) {
	large := strings.Repeat("x", 20<<20)
	archive := warcRecord("response", "v", response("200 OK", "video/mp4", large), 0) +
		warcRecord("response", "l", htmlResponse(large), 0) + warcRecord("response", "a", htmlResponse("Cats."), 0)
	got := read([]string{"-"}, article.Options{Stdin: strings.NewReader(archive), MaxArticle: 1000})
	want := []string{"error -: record 2: file too large: the limit of a web page is 8388608 bytes", "a=Cats."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// FuzzWARC: no archive crashes the reader, and a good record at its end, after
// an empty line, is read.
func FuzzWARC(f *testing.F) {
	good := warcRecord("response", "good", htmlResponse("Cats."), 0)
	f.Add([]byte(good))
	f.Add([]byte(warcRecord("response", "l", htmlResponse("Long."), 1000)))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 5\r\n\r\nabc"))
	f.Fuzz(func(t *testing.T, archive []byte) {
		archive = append(bytes.TrimRight(archive, "\r\n"), "\r\n\r\n"+good...)
		articles, errors := readFile("-", archive, article.Options{Format: article.WARC})
		if len(articles) == 0 || articles[len(articles)-1].ID != "good" {
			t.Errorf("%d articles, errors %q", len(articles), errors)
		}
	})
}
