package article_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/article"
)

// newsRow is a row of a table as news data sets have them.
type newsRow struct {
	ID       int64     `parquet:"id"`
	Headline string    `parquet:"headline,optional"`
	Body     string    `parquet:"body,optional,zstd"`
	Date     time.Time `parquet:"date,timestamp(microsecond)"`
	Day      int32     `parquet:"day,date"`
	Tags     []string  `parquet:"tags,list"`
}

func parquetFile(t testing.TB, rowsInGroup int, rows ...newsRow) []byte {
	t.Helper()
	var b bytes.Buffer
	w := parquet.NewGenericWriter[newsRow](&b)
	for i, row := range rows {
		_, err := w.Write([]newsRow{row})
		if err == nil && (i+1)%rowsInGroup == 0 {
			err = w.Flush()
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

func newsRows(n int) (rows []newsRow) {
	for i := range n {
		rows = append(rows, newsRow{ID: int64(i), Headline: "H", Body: fmt.Sprintf("Cats %d.", i), Date: time.Date(2020, 7, 10, 23, 0, 0, 0, time.UTC), Day: 18000, Tags: []string{"a", "b"}})
	}
	return rows
}

func TestParquet(t *testing.T) {
	rows := newsRows(5)
	rows[1].Headline = ""
	rows[3].Body = strings.Repeat("long ", 300)
	content := parquetFile(t, 2, rows...)
	file := filepath.Join(t.TempDir(), "a.parquet")
	if err := os.WriteFile(file, content, 0o666); err != nil {
		t.Fatal(err)
	}
	want := []string{"0=Cats 0.", "1=Cats 1.", "2=Cats 2.", "error " + file + ": record 4: article too long: the limit is 1000 bytes", "4=Cats 4."}
	if diff := cmp.Diff(want, read([]string{file}, article.Options{})); diff != "" {
		t.Errorf("a file: (-want +got)\n%s", diff)
	}
	got := read([]string{"-"}, article.Options{Stdin: bytes.NewReader(zstandard(t, content))})
	if want[3] = "error -: record 4: article too long: the limit is 1000 bytes"; !cmp.Equal(got, want) {
		t.Errorf("standard input, compressed, without a name: got %q", got)
	}
	articles, _ := readFile("a", content, article.Options{})
	day := time.Date(2020, 7, 10, 0, 0, 0, 0, time.UTC)
	first := extract.Article{ID: "0", Title: "H", Text: "Cats 0.", Published: day, PublishedFrom: extract.FromMetadata}
	if diff := cmp.Diff(first, articles[0]); diff != "" {
		t.Errorf("metadata: (-want +got)\n%s", diff)
	}
	articles, _ = readFile("a", content, article.Options{Columns: article.Columns{Published: "day", ID: article.NoColumn, Title: article.NoColumn}})
	first = extract.Article{ID: "a:1", Text: "Cats 0.", Published: day.AddDate(0, 0, 18000-18453), PublishedFrom: extract.FromMetadata}
	if diff := cmp.Diff(first, articles[0]); diff != "" {
		t.Errorf("named columns: (-want +got)\n%s", diff)
	}
}

func TestBrokenParquet(t *testing.T) {
	good := parquetFile(t, 2, newsRows(5)...)
	spoilt := bytes.Clone(good)
	for i := 40; i < 60; i++ {
		spoilt[i] ^= 0x55
	}
	tests := []struct {
		reason  string
		content []byte
		columns article.Columns
		want    string
	}{
		{"cut short", good[:len(good)/2], article.Columns{}, "a: a broken Parquet file: "},
		{"only a head", good[:4], article.Columns{}, "a: a broken Parquet file: "},
		{"spoilt values", spoilt, article.Columns{}, "a: record 1: broken data: "},
		{"no such column", good, article.Columns{Text: "text"}, `a: no column "text" among "id", "headline", "body", "date", "day"`},
		{"a column of lists", good, article.Columns{Text: "tags"}, `a: no column "tags" among `},
	}
	for _, tt := range tests {
		_, errors := readFile("a", tt.content, article.Options{Columns: tt.columns})
		if len(errors) == 0 || !strings.HasPrefix(errors[0], tt.want) {
			t.Errorf("%s: got %q, want %q", tt.reason, errors, tt.want)
		}
	}
}
