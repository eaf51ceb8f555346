package format_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/format"
	"github.com/factline/factline/pipeline/row"
)

// files are two articles with two claims and one with none between them.
func files() []*claimsfile.File {
	claims := []claimsfile.Claim{
		{ID: "c1", Place: claimsfile.Place{End: 1, Text: "x"}, Statement: "x"}, {ID: "c2", Place: claimsfile.Place{End: 1, Text: "x"}, Statement: "x"},
	}
	return []*claimsfile.File{
		{Article: claimsfile.Article{ID: "a", Text: "x"}, Claims: claims},
		{Article: claimsfile.Article{ID: "b"}},
		{Article: claimsfile.Article{ID: "c", Text: "x"}, Claims: claims},
	}
}

func write(t *testing.T, name string, files []*claimsfile.File) []byte {
	t.Helper()
	f, ok := format.ByName(name)
	if !ok {
		t.Fatalf("no format %q", name)
	}
	var b bytes.Buffer
	w := f.NewWriter(&b)
	for _, file := range files {
		part, err := f.File(file, format.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// counts are how many claims or articles a reader of each format finds; those
// for people are only looked at.
var counts = map[string]func([]byte) (int, error){
	"csv": func(b []byte) (int, error) {
		lines, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
		return len(lines) - 1, err
	},
	"parquet": func(b []byte) (int, error) {
		rows, err := pq.Read[row.Row](bytes.NewReader(b), int64(len(b)))
		return len(rows), err
	},
	"webannotation": func(b []byte) (int, error) {
		var all []any
		err := json.Unmarshal(b, &all)
		return len(all), err
	},
	"json": documents, "jsonl": documents,
}

// documents counts claims of JSON objects one after another.
func documents(b []byte) (n int, err error) {
	decoder := json.NewDecoder(bytes.NewReader(b))
	for {
		var f claimsfile.File
		if err := decoder.Decode(&f); err != nil {
			if err == io.EOF {
				err = nil
			}
			return n, err
		}
		n += len(f.Claims)
	}
}

// TestWriter: a stream of several articles, of one and of none is whole in every
// format.
func TestWriter(t *testing.T) {
	tests := []struct {
		reason string
		files  []*claimsfile.File
		claims int
	}{
		{"three articles", files(), 4},
		{"nothing in the first", files()[1:], 2},
		{"nothing in the last", files()[:2], 2},
		{"nothing at all", files()[1:2], 0},
		{"no article", nil, 0},
	}
	for _, name := range format.NamesOfFiles() {
		for _, tt := range tests {
			b := write(t, name, tt.files)
			count, ok := counts[name]
			if !ok {
				continue
			}
			if n, err := count(b); err != nil || n != tt.claims {
				t.Errorf("%s: %s: %d claims, %v; want %d", name, tt.reason, n, err, tt.claims)
			}
		}
	}
}

// TestDocument: every format takes documents.
func TestDocument(t *testing.T) {
	for _, name := range format.Names() {
		f, _ := format.ByName(name)
		var b bytes.Buffer
		w := f.NewWriter(&b)
		part, err := f.Document(extract.NewDocument(extract.Article{ID: "a", Text: "x"}), format.Options{})
		if err := errors.Join(err, w.Write(part), w.Close()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if f.Name != name || !strings.HasPrefix(f.Extension, ".") || b.Len() == 0 {
			t.Errorf("%s: %+v", name, f)
		}
	}
}

func TestNames(t *testing.T) {
	if slices.Contains(format.NamesOfFiles(), "conllu") || !slices.Contains(format.Names(), "conllu") {
		t.Error("a claims file has no words and tags for CoNLL-U")
	}
	if _, ok := format.ByName("xml"); ok {
		t.Error("there is no format xml")
	}
	extensions := map[string]string{}
	for _, name := range format.Names() {
		f, _ := format.ByName(name)
		if other, ok := extensions[f.Extension]; ok {
			t.Errorf("%s and %s have the same extension: their files in one folder replace each other", name, other)
		}
		extensions[f.Extension] = name
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestWriteError(t *testing.T) {
	for _, name := range format.NamesOfFiles() {
		f, _ := format.ByName(name)
		w := f.NewWriter(full{})
		part, err := f.File(files()[0], format.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if errors.Join(w.Write(part), w.Close()) == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
