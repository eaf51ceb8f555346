package article_test

import (
	"archive/zip"
	"bytes"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/factline/factline/pipeline/article"
)

// zeros is a number of zero bytes to read.
func zeros(n int64) io.Reader { return io.LimitReader(zero{}, n) }

type zero struct{}

func (zero) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

const bombSize = 1 << 30 // bytes, of some 1 MB

func gzipBomb(t *testing.T) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.Copy(w, zeros(bombSize)); err != nil {
		t.Fatal(err)
	}
	w.Close()
	return b.Bytes()
}

func zstdBomb(t *testing.T) []byte {
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b, zstd.WithEncoderConcurrency(1))
	if err == nil {
		_, err = io.Copy(w, zeros(bombSize))
	}
	if err != nil {
		t.Fatal(err)
	}
	w.Close()
	return b.Bytes()
}

// docxBomb is a file whose text inflates to more than any article.
func docxBomb(t *testing.T, head string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create("word/document.xml")
	if err == nil {
		_, err = io.Copy(f, io.MultiReader(strings.NewReader(head), zeros(bombSize)))
	}
	if err != nil {
		t.Fatal(err)
	}
	w.Close()
	return b.Bytes()
}

// TestBombs: small files that become large ones end in an error, and in bounded
// memory.
func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("making the bombs takes seconds")
	}
	packed, tight := gzipBomb(t), zstdBomb(t)
	comment := docxBomb(t, "<w:document><!--")
	cell := "id,text\n1,\"" + strings.Repeat("x", 10<<20) + "\"\n2,Cats.\n3,\"" + strings.Repeat("y", 100<<20) + "\"\n4,Dogs.\n"
	tests := []struct {
		reason, name string
		content      []byte
		want         string
	}{
		{"gzip, one text", "a.txt.gz", packed, "a.txt.gz: article too long: the limit is 10485760 bytes"},
		{"gzip, rows", "a.jsonl.gz", packed, "a.jsonl.gz:1: inflates more than 200 times: that is no text"},
		{"gzip, a table", "a.csv.gz", packed, "a.csv.gz:1: inflates more than 200 times: that is no text"},
		{"gzip, an archive", "a.warc.gz", packed, "a.warc.gz: inflates more than 200 times: that is no text"},
		{"gzip, a page", "a.html.gz", packed, "a.html.gz: file too large: the limit of a web page is 8388608 bytes"},
		{"gzip, a document", "a.docx.gz", packed, "a.docx.gz: inflates more than 200 times: that is no text"},
		{"gzip, a Parquet file", "a.parquet.gz", packed, "a.parquet.gz: inflates more than 200 times: that is no text"},
		{"zstd, rows", "a.jsonl.zst", tight, "a.jsonl.zst:1: inflates more than 200 times: that is no text"},
		{"a document", "a.docx", comment, "a.docx: file too large: word/document.xml inflates to more than 67108864 bytes"},
		{"cells of 10 and 100 MB", "a.csv", []byte(cell), "a.csv:4: article too long: a record of 104857605 bytes"},
	}
	for _, tt := range tests {
		_, errors := readFile(tt.name, tt.content, article.Options{})
		if len(errors) != 1 || errors[0] != tt.want {
			t.Errorf("%s: got %.300q, want %q", tt.reason, errors, tt.want)
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		if m.HeapSys > 1<<30 {
			t.Errorf("%s: %d MB of heap", tt.reason, m.HeapSys>>20)
		}
	}
}

// FuzzDOCX: every document gives one article or one error.
func FuzzDOCX(f *testing.F) {
	f.Add([]byte(`<w:p><w:r><w:t>Two cats</w:t></w:r></w:p>`))
	f.Add([]byte("<w:t>\xff</w:t><mc:Fallback></mc:Fallback></mc:Fallback>"))
	f.Fuzz(func(t *testing.T, body []byte) {
		readTwice(t, "a.docx", zipped(t, "word/document.xml", string(body), "docProps/core.xml", string(body)))
		readTwice(t, "a.docx", append([]byte("PK\x03\x04"), body...))
	})
}
