package article_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/article"
)

// read returns each article as "ID=text" and each error as "error ...".
func read(names []string, options article.Options) []string {
	if options.MaxArticle == 0 {
		options.MaxArticle = 1000
	}
	got := []string{}
	for a, err := range article.Read(names, options) {
		if err != nil {
			got = append(got, "error "+err.Error())
		} else {
			got = append(got, a.ID+"="+a.Text)
		}
	}
	return got
}

func readString(text string, options article.Options) []string {
	options.Stdin = strings.NewReader(text)
	return read([]string{article.Stdin}, options)
}

func TestText(t *testing.T) {
	tests := []struct {
		reason   string
		text     string
		encoding article.Encoding
		limit    int
		want     string
	}{
		{"as it is", "a\r\nb ", "", 0, "-=a\r\nb "},
		{"nothing", "", "", 0, "-="},
		{"a byte order mark is no part of the text", "\xef\xbb\xbfa", "", 0, "-=a"},
		{"half a byte order mark is no UTF-8", "\xef\xbb", "", 0, "error -: not valid UTF-8 at byte 0"},
		{"only a mark", "\xff\xfe", "", 0, "-="},
		{"the offset counts the mark", "\xef\xbb\xbfa\xff", "", 0, "error -: not valid UTF-8 at byte 4"},
		{"a character cut off", "ab\xe2\x82", "", 0, "error -: not valid UTF-8 at byte 2"},
		{"U+FFFD itself is valid", "a\ufffdb", "", 0, "-=a\ufffdb"},
		{"little-endian", "\xff\xfea\x00", "", 0, "-=a"},
		{"big-endian", "\xfe\xff\x00a", "", 0, "-=a"},
		{"a mark does not change what is asked for", "\xff\xfea\x00", article.UTF8, 0, "error -: not valid UTF-8 at byte 0"},
		{"UTF-16 without a mark", "a\x00", article.UTF16, 0, "-=a"},
		{"Windows-1252", "\x93a\x94", article.Windows1252, 0, "-=“a”"},
		{"at the limit", "abcd", "", 4, "-=abcd"},
		{"over the limit", "abcde", "", 4, "error -: article too long: the limit is 4 bytes"},
		{"the limit is of UTF-8", "\x93a\x94", article.Windows1252, 6, "error -: article too long: the limit is 6 bytes"},
		{"unknown", "a", "latin", 0, `error -: unknown encoding "latin"`},
	}
	for _, tt := range tests {
		got := readString(tt.text, article.Options{Encoding: tt.encoding, MaxArticle: tt.limit})
		if len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

func TestRows(t *testing.T) {
	tests := []struct {
		reason string
		text   string
		want   []string
	}{
		{"nothing", "", []string{}},
		{"no rows", "\n \r\n", []string{}},
		{"the last row needs no line end", `{"text":"a"}`, []string{"-:1=a"}},
		{"line ends of another system", "{\"text\":\"a\"}\r\n{\"text\":\"b\"}\r\n", []string{"-:1=a", "-:2=b"}},
		{"escapes", `{"text":"\u00e9\n\ud83d\ude00"}`, []string{"-:1=é\n😀"}},
		{"half of a pair of surrogates", `{"text":"\ud83d"}`, []string{"-:1=\ufffd"}},
		{"identifiers", `{"id":"x","text":"a"}` + "\n" + `{"id":-1.50,"text":"b"}` + "\n" + `{"id":{},"text":"c"}`,
			[]string{"x=a", "-1.50=b", "-:3=c"}},
		{"keys in another case are other keys", `{"TEXT":"no","text":"a","Id":"no"}`, []string{"-:1=a"}},
		{"an error does not end the file", "{\n{\"text\":\"b\"}", []string{"error -:1: not JSON: unexpected end of JSON input", "-:2=b"}},
		{"a mark before the rows", "\xef\xbb\xbf{\"text\":\"a\"}", []string{"-:1=a"}},
		{"offsets of bytes are those of the file", "\xef\xbb\xbf{}\n\n\xff", []string{`error -:1: no "text"`, "error -:3: not valid UTF-8 at byte 7"}},
		{"an article over the limit in a row below its own", `{"text":"` + strings.Repeat("a", 1001) + "\"}\n" + `{"text":"b"}`,
			[]string{"error -:1: article too long: the limit is 1000 bytes", "-:2=b"}},
		{"a row over its limit", strings.Repeat("a", 2<<20) + "\n" + `{"text":"b"}`,
			[]string{"error -:1: article too long: a row of 2097153 bytes, where an article may have 1000", "-:2=b"}},
		{"a last row over its limit", strings.Repeat("a", 2<<20),
			[]string{"error -:1: article too long: a row of 2097152 bytes, where an article may have 1000"}},
	}
	for _, tt := range tests {
		got := readString(tt.text, article.Options{Format: article.JSONL})
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.reason, diff)
		}
	}
}

func TestMetadata(t *testing.T) {
	day := time.Date(2020, 7, 10, 0, 0, 0, 0, time.UTC)
	row := `{"id":"x","text":"a","title":"T","byline":"B","source":"S","published":"2020-07-10T23:59:00-11:00"}`
	want := extract.Article{ID: "x", Title: "T", Byline: "B", Source: "S", Text: "a", Published: day, PublishedFrom: extract.FromMetadata}
	other := want
	other.Published, other.PublishedFrom = day.AddDate(1, 0, 0), extract.FromFlag
	for _, tt := range []struct {
		reason string
		flag   time.Time
		want   extract.Article
	}{
		{"all keys of a row", time.Time{}, want},
		{"the user's date wins", day.AddDate(1, 0, 0), other},
	} {
		options := article.Options{Format: article.JSONL, MaxArticle: 10, Published: tt.flag, Stdin: strings.NewReader(row)}
		for got, err := range article.Read([]string{"-"}, options) {
			if diff := cmp.Diff(tt.want, got); err != nil || diff != "" {
				t.Errorf("%s: %v (-want +got)\n%s", tt.reason, err, diff)
			}
		}
	}
}

func TestParseDay(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"a date", "2020-07-10", "2020-07-10"},
		{"universal time", "2020-07-10T09:30:00Z", "2020-07-10"},
		{"parts of a second", "2020-07-10T09:30:00.123456Z", "2020-07-10"},
		{"the day of its own zone", "2020-07-10T00:30:00+05:30", "2020-07-10"},
		{"the day of its own zone, without colon", "2020-07-10T23:30:00-0800", "2020-07-10"},
		{"no zone", "2020-07-10T23:30:00", "2020-07-10"},
		{"to the minute", "2020-07-10T23:30", "2020-07-10"},
		{"as databases write it", "2020-07-10 23:30:00+00:00", "2020-07-10"},
		{"as feeds write it", "Fri, 10 Jul 2020 23:30:00 GMT", "2020-07-10"},
		{"no such day", "2020-02-30", ""},
		{"the order cannot be told", "10/07/2020", ""},
		{"only a year", "2020", ""},
		{"nothing", "", ""},
		{"something behind", "2020-07-10 or so", ""},
	}
	for _, tt := range tests {
		got, err := article.ParseDay(tt.text)
		if (err == nil) != (tt.want != "") || err == nil && got.Format(time.RFC3339) != tt.want+"T00:00:00Z" {
			t.Errorf("%s: %q gives %v, %v", tt.reason, tt.text, got, err)
		}
	}
}

func TestFolder(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"b.txt": "b", "a/z.txt": "z", "a.jsonl": `{"text":"r"}`, "C.TXT": "c", "no.xyz": "no", ".no.txt": "no", ".no/no.txt": "no",
		"skip.txt": "no", "empty/no.xyz": "no",
	} {
		file := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(folder)
	skip := func(info os.FileInfo) bool { return info.Name() == "skip.txt" }
	got := read([]string{".", "empty", "nosuch", "no.xyz"}, article.Options{Skip: skip})
	want := []string{"C.TXT=c", "a/z.txt=z", "a.jsonl:1=r", "b.txt=b",
		"error empty: a folder without files to read", "error nosuch: no such file or directory", "no.xyz=no"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := article.Size([]string{".", "no.xyz"}, article.Options{Skip: skip}); got != 1+1+12+1+2 {
		t.Errorf("size %d, want 17", got)
	}
	if got := article.Size([]string{"no.xyz", article.Stdin}, article.Options{}); got != 0 {
		t.Errorf("size %d with standard input, want 0", got)
	}
}

// endless is an input that never ends, and fails when too much of it is read.
type endless struct{ left int }

func (e *endless) Read(b []byte) (int, error) {
	if e.left -= len(b); e.left < 0 {
		return 0, errors.New("too much is read")
	}
	for i := range b {
		b[i] = 'a'
	}
	return len(b), nil
}

func TestLimitHoldsWhileReading(t *testing.T) {
	const limit = 1 << 20
	for _, encoding := range []article.Encoding{article.Auto, article.UTF16, article.Windows1252} {
		options := article.Options{Encoding: encoding, MaxArticle: limit, Stdin: &endless{3*limit + 1<<17}}
		for _, err := range article.Read([]string{"-"}, options) {
			if !errors.Is(err, extract.ErrTooLong) {
				t.Errorf("%q: %v", encoding, err)
			}
		}
	}
}

func TestReadError(t *testing.T) {
	broken := io.MultiReader(strings.NewReader(`{"text":"a"}`+"\n{"), &endless{})
	got := read([]string{"-"}, article.Options{Format: article.JSONL, Stdin: broken})
	want := []string{"-:1=a", "error -:2: too much is read"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// FuzzRows: every row gives an article or an error with its line, in order;
// articles are within the limit and valid UTF-8; blank rows give nothing.
func FuzzRows(f *testing.F) {
	f.Add([]byte("{\"text\":\"a\"}\n\n{\"id\":1,\"text\":\"\\u00e9\"}\r\n{\"text\":null}"))
	f.Add([]byte("\xef\xbb\xbf{\"text\":\"\xff\"}\n[]\n{\"text\":\"a\",\"published\":\"2020-07-10\"}"))
	f.Add([]byte("\xff\xfe{\x00}\x00"))
	f.Add([]byte("{\"text\":\"" + strings.Repeat("long", 30) + "\"}\nnull\n\"a\"\n{\"text\":\"a\"}}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		const limit = 100
		read := func() (out []string) {
			last := 0
			options := article.Options{Format: article.JSONL, Encoding: article.UTF8, MaxArticle: limit, Stdin: strings.NewReader(string(data))}
			for a, err := range article.Read([]string{"-"}, options) {
				var place *article.Error
				if err == nil && (len(a.Text) > limit || !utf8.ValidString(a.Text)) {
					t.Errorf("text %q", a.Text)
				}
				if err != nil {
					if !errors.As(err, &place) || place.Line <= last {
						t.Fatalf("error %v after line %d", err, last)
					}
					last = place.Line
				}
				out = append(out, fmt.Sprint(a, err))
			}
			return out
		}
		first := read()
		filled := 0
		for line := range strings.Lines(strings.TrimPrefix(string(data), "\xef\xbb\xbf")) {
			if len(strings.TrimSpace(line)) > 0 {
				filled++
			}
		}
		if len(first) != filled {
			t.Errorf("%d results of %d rows", len(first), filled)
		}
		if diff := cmp.Diff(first, read()); diff != "" {
			t.Errorf("two runs differ\n%s", diff)
		}
	})
}
