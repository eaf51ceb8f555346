package article_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/pipeline/article"
)

func TestCSV(t *testing.T) {
	tests := []struct {
		reason  string
		text    string
		columns article.Columns
		want    []string
	}{
		{"nothing", "", article.Columns{}, []string{}},
		{"only names", "id,text\n", article.Columns{}, []string{}},
		{"usual names", "id,text\na,Cats.\nb,Dogs.\n", article.Columns{}, []string{"a=Cats.", "b=Dogs."}},
		{"in any spelling, with a mark", "\xef\xbb\xbfArticle-Text,Doc ID\nCats.,a\n", article.Columns{}, []string{"a=Cats."}},
		{"no identifier", "text\nCats.\n\nDogs.", article.Columns{}, []string{"-:2=Cats.", "-:4=Dogs."}},
		{"cells of several lines", "text,id\n\"Cats.\r\n\"\"Dogs.\"\"\",a\nx,b\n", article.Columns{}, []string{"a=Cats.\n\"Dogs.\"", "b=x"}},
		{"an error names the line on which its record begins", "text\n\"a\nb\"\nc,d\ne\n", article.Columns{}, []string{"-:2=a\nb", "error -:4: 2 cells, where the first line has 1", "-:5=e"}},
		{"semicolons", "id;text\na;Cats, dogs.\n", article.Columns{}, []string{"a=Cats, dogs."}},
		{"tabs", "id\ttext\na\tCats, dogs; rats.\n", article.Columns{}, []string{"a=Cats, dogs; rats."}},
		{"a column that is named", "text,summary\nlong,short\n", article.Columns{Text: "summary"}, []string{"-:2=short"}},
		{"a column that is not wanted", "text,id\nx,a\n", article.Columns{ID: article.NoColumn}, []string{"-:2=x"}},
		{"a column that is not there", "text\nx\n", article.Columns{Title: "head"}, []string{`error -:1: no column "head" among "text"`}},
		{"no text", "a,b\nx,y\n", article.Columns{}, []string{`error -:1: no column of the text among "a", "b" (--text-column names it)`}},
		{"no date", "text,date\nx,soon\ny,2020-07-10\n", article.Columns{}, []string{`error -:2: the column of publication: "soon" is not a date such as 2020-07-10`, "-:3=y"}},
		{"a quotation mark that is never closed", "text\nx\n\"y\nz\n", article.Columns{}, []string{"-:2=x", "error -:3: a quotation mark of this record is never closed"}},
		{"not UTF-8", "text\n\xff\ny\n", article.Columns{}, []string{"error -:2: not valid UTF-8", "-:3=y"}},
		{"a cell over the limit of articles", "text\n" + strings.Repeat("a", 1001) + "\ny\n", article.Columns{},
			[]string{"error -:2: article too long: the limit is 1000 bytes", "-:3=y"}},
		{"a cell over the limit of records", "text\n\"" + strings.Repeat("a\n", 1<<20) + "\"\ny\n", article.Columns{},
			[]string{"error -:2: article too long: a record of 2097155 bytes", "-:1048579=y"}},
	}
	for _, tt := range tests {
		got := readString(tt.text, article.Options{Format: article.CSV, Columns: tt.columns})
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.reason, diff)
		}
	}
}

func TestColumnsOfJSON(t *testing.T) {
	tests := []struct {
		reason  string
		text    string
		columns article.Columns
		want    []string
	}{
		{"usual names", `{"body":"a","_id":"x"}`, article.Columns{}, []string{"x=a"}},
		{"the first of the usual names", `{"body":"b","text":"a"}`, article.Columns{}, []string{"-:1=a"}},
		{"a key that is named", `{"summary":"s","text":"a"}`, article.Columns{Text: "summary"}, []string{"-:1=s"}},
		{"a key that is not there", `{"text":"a"}`, article.Columns{Text: "summary"}, []string{`error -:1: no "summary"`}},
		{"a date that is none", `{"text":"a","date":"soon"}`, article.Columns{}, []string{`error -:1: "date": "soon" is not a date such as 2020-07-10`}},
		{"a date that is not wanted", `{"text":"a","date":"soon"}`, article.Columns{Published: article.NoColumn}, []string{"-:1=a"}},
	}
	for _, tt := range tests {
		got := readString(tt.text, article.Options{Format: article.JSONL, Columns: tt.columns})
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.reason, diff)
		}
	}
}
