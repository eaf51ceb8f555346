package article_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/article"
)

// readFile returns the articles and errors of one file.
func readFile(name string, content []byte, options article.Options) (articles []extract.Article, errors []string) {
	for a, err := range article.ReadFrom(name, bytes.NewReader(content), options) {
		if err != nil {
			errors = append(errors, err.Error())
		} else {
			articles = append(articles, a)
		}
	}
	return articles, errors
}

// textOf returns the text of a file of one article, or its errors.
func textOf(name string, content []byte, options article.Options) string {
	articles, errors := readFile(name, content, options)
	if len(articles) == 1 && len(errors) == 0 {
		return articles[0].Text
	}
	return "errors: " + strings.Join(errors, "; ")
}

func gzipped(t testing.TB, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zstandard(t testing.TB, content []byte) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return w.EncodeAll(content, nil)
}

// zipped returns a zip file of pairs of names and contents.
func zipped(t testing.TB, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		f, err := w.Create(members[i])
		if err == nil {
			_, err = f.Write([]byte(members[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFormatByNameAndContent(t *testing.T) {
	document := docx(t, `<w:p><w:r><w:t>Cats.</w:t></w:r></w:p>`)
	tests := []struct {
		reason  string
		name    string
		content []byte
		format  article.Format
		want    string
	}{
		{"a name without extension is text", "a", []byte("# Cats."), "", "# Cats."},
		{"an unknown extension is text", "a.xyz", []byte("# Cats."), "", "# Cats."},
		{"the extension tells, in any case", "a.MD", []byte("# Cats."), "", "Cats."},
		{"the user tells", "a.md", []byte("# Cats."), article.Text, "# Cats."},
		{"compressed", "a.md.gz", gzipped(t, []byte("# Cats.")), "", "Cats."},
		{"compressed under another name", "a.txt", gzipped(t, []byte("# Cats.")), "", "# Cats."},
		{"compressed the other way", "a.jsonl.zst", zstandard(t, []byte(`{"text":"Cats."}`)), "", "Cats."},
		{"a name alone compresses nothing", "a.md.gz", []byte("# Cats."), "", "# Cats."},
		{"first bytes win over the name", "a.txt", document, "", "Cats."},
		{"a compressed file of another format", "a.gz", gzipped(t, document), "", "Cats."},
		{"the user is believed", "a.txt", []byte("Cats."), article.DOCX, "errors: a.txt: not a DOCX file: zip: not a valid zip file"},
		{"no such format", "a.txt", []byte("Cats."), "xls", `errors: a.txt: unknown format "xls"`},
		{"cut short", "a.gz", gzipped(t, []byte("Cats."))[:12], "", "errors: a.gz: compressed data broken: unexpected EOF"},
	}
	for _, tt := range tests {
		if got := textOf(tt.name, tt.content, article.Options{Format: tt.format}); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// docx returns a DOCX file with a body.
func docx(t testing.TB, body string) []byte {
	const head = `<?xml version="1.0" encoding="UTF-8"?>`
	return zipped(t, "[Content_Types].xml", head+"<Types/>",
		"word/document.xml", head+`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+body+`</w:body></w:document>`,
		"docProps/core.xml", head+`<cp:coreProperties><dc:title>Pets &amp; we</dc:title><dc:creator>Ann Lee</dc:creator><dcterms:created>2020-07-10T09:00:00Z</dcterms:created></cp:coreProperties>`)
}

func TestDOCX(t *testing.T) {
	tests := []struct{ reason, body, want string }{
		{"paragraphs", `<w:p><w:r><w:t>Two cats</w:t></w:r><w:r><w:t xml:space="preserve"> sat &amp; </w:t><w:t>slept.</w:t></w:r></w:p><w:p><w:r><w:t>Yes.</w:t></w:r></w:p>`, "Two cats sat & slept.\n\nYes."},
		{"blanks between elements are no text", "<w:p>\n <w:r>\n <w:t>Cats.</w:t> </w:r></w:p>", "Cats."},
		{"what a change deleted is no text", `<w:p><w:del><w:r><w:delText>Dogs</w:delText></w:r></w:del><w:ins><w:r><w:t>Cats.</w:t></w:r></w:ins></w:p>`, "Cats."},
		{"instructions are no text", `<w:p><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:t>Cats.</w:t></w:r></w:p>`, "Cats."},
		{"breaks and tabs", `<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>`, "a\nb\tc"},
		{"a text box is not said twice", `<w:p><mc:AlternateContent><mc:Choice><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>a</w:t></mc:Fallback></mc:AlternateContent></w:p>`, "a"},
		{"cut short", `<w:p><w:r><w:t>a<`, "errors: a.docx: word/document.xml: XML syntax error on line 1: expected element name after <"},
		{"over the limit", `<w:p><w:t>` + strings.Repeat("long ", 300) + `</w:t></w:p>`, "errors: a.docx: article too long: the limit is 1000 bytes"},
	}
	for _, tt := range tests {
		if got := textOf("a.docx", docx(t, tt.body), article.Options{MaxArticle: 1000}); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
	got, _ := readFile("x/a.docx", docx(t, `<w:p><w:t>Cats.</w:t></w:p>`), article.Options{})
	want := []extract.Article{{ID: "x/a.docx", Title: "Pets & we", Byline: "Ann Lee", Text: "Cats."}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("properties: (-want +got)\n%s", diff)
	}
	if got, want := textOf("a.docx", zipped(t, "word/x", ""), article.Options{}), "errors: a.docx: not a DOCX file: it has no word/document.xml"; got != want {
		t.Errorf("another zip file: got %q, want %q", got, want)
	}
}

func TestMarkdown(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"headings and paragraphs", "# Cats\n\nTwo *cats* sat\non a **mat**.\n\nYes.", "Cats\n\nTwo cats sat on a mat.\n\nYes."},
		{"links keep their text, images go", "See [the mat](https://x.org) ![photo](a.png) and <https://y.org>.", "See the mat  and https://y.org."},
		{"escapes and entities", "5 \\* 3 &amp; more", "5 * 3 & more"},
		{"lists", "- one\n- two\n\nEnd.", "one\ntwo\n\nEnd."},
		{"tables", "| a | b |\n|---|---|\n| 1 | 2 |\n", "a\tb\n1\t2"},
		{"quotations", "> He said so.\n\nYes.", "He said so.\n\nYes."},
		{"code and HTML go", "A.\n\n```go\ncode\n```\n\n<div>x</div>\n\nB.", "A.\n\nB."},
		{"a line that divides is no front matter", "---\n\nText.", "Text."},
	}
	for _, tt := range tests {
		if got := textOf("a.md", []byte(tt.text), article.Options{}); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
	got, _ := readFile("a.md", []byte("---\r\ntitle: \"Pets: a story\"\r\nAuthor: Ann Lee\r\ndate: 2020-07-10\r\ntags:\r\n  - x\r\n---\r\nCats.\r\n"), article.Options{})
	want := []extract.Article{{ID: "a.md", Title: "Pets: a story", Byline: "Ann Lee", Text: "Cats.",
		Published: time.Date(2020, 7, 10, 0, 0, 0, 0, time.UTC), PublishedFrom: extract.FromMetadata}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("front matter: (-want +got)\n%s", diff)
	}
}
