package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"

	"github.com/factline/factline/extract"
)

// rows reads one article a line; bom is the number of bytes before the first.
func (r *reader) rows(name string, in io.Reader, bom int) bool {
	lines := lineReader{in: bufio.NewReaderSize(in, 64<<10), limit: rowLimit(r.MaxArticle)}
	offset := bom
	for number := 1; ; number++ {
		line, size, err := lines.next()
		if err == io.EOF {
			return true
		}
		more := true
		switch {
		case errors.Is(err, errLongLine):
			more = r.fail(name, number, fmt.Errorf("%w: a row of %d bytes, where an article may have %d", extract.ErrTooLong, size, r.MaxArticle))
		case err != nil:
			return r.fail(name, number, err)
		case len(bytes.TrimSpace(line)) > 0:
			more = r.row(name, number, offset, line)
		}
		if !more {
			return false
		}
		offset += size
	}
}

// rowLimit is the longest row that may hold an article within the limit: room
// for escapes such as \u00e9 and for other keys.
func rowLimit(article int) int { return 4*article + 1<<20 }

func (r *reader) row(name string, number, offset int, line []byte) bool {
	if at := extract.InvalidUTF8(line); at >= 0 {
		return r.fail(name, number, notUTF8(offset+at))
	}
	a, err := r.parse(line)
	if err != nil {
		return r.fail(name, number, err)
	}
	if a.ID == "" {
		a.ID = filepath.ToSlash(name) + ":" + strconv.Itoa(number)
	}
	return r.article(a)
}

// parse returns the article of a row. Of the keys that it may have besides
// "text", those that are not of the wanted kind count as absent, but a date of
// publication that is none is an error: the article's dates hang on it.
func (r *reader) parse(line []byte) (extract.Article, error) {
	var a extract.Article
	// A map, since a struct would take "Text" for "text".
	var row map[string]json.RawMessage
	if err := json.Unmarshal(line, &row); err != nil {
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) {
			return a, fmt.Errorf("a JSON %s, not an object", kind.Value)
		}
		return a, fmt.Errorf("not JSON: %w", err)
	}
	text, ok := stringOf(row["text"])
	switch {
	case row == nil:
		return a, errors.New("a JSON null, not an object")
	case !ok && (row["text"] == nil || string(row["text"]) == "null"):
		return a, errors.New(`no "text"`)
	case !ok:
		return a, errors.New(`"text" is not a string`)
	case len(text) > r.MaxArticle:
		return a, tooLong(r.MaxArticle)
	}
	a.Text = text
	a.Title, _ = stringOf(row["title"])
	a.Byline, _ = stringOf(row["byline"])
	a.Source, _ = stringOf(row["source"])
	a.ID = idOf(row["id"])
	published, _ := stringOf(row["published"])
	if published != "" && r.Published.IsZero() {
		day, err := ParseDay(published)
		if err != nil {
			return a, fmt.Errorf(`"published": %w`, err)
		}
		a.Published, a.PublishedFrom = day, extract.FromMetadata
	}
	return a, nil
}

// stringOf returns a JSON string, and false for anything else.
func stringOf(value json.RawMessage) (string, bool) {
	var s string
	if len(value) == 0 || value[0] != '"' || json.Unmarshal(value, &s) != nil {
		return "", false
	}
	return s, true
}

// idOf returns a string or number as the row has it, "" for anything else.
func idOf(value json.RawMessage) string {
	if len(value) > 0 && (value[0] == '-' || '0' <= value[0] && value[0] <= '9') {
		return string(value)
	}
	id, _ := stringOf(value)
	return id
}

var errLongLine = errors.New("line too long")

// lineReader reads lines of a limited length.
type lineReader struct {
	in    *bufio.Reader
	limit int
	line  []byte
}

// next returns a line without its "\n", which is good until the next call, and
// how many bytes it took. It passes over a line above the limit without keeping
// it, and returns errLongLine. At the end it returns io.EOF.
func (l *lineReader) next() ([]byte, int, error) {
	const keep = 1 << 20 // a longer buffer is not kept for the next lines
	if cap(l.line) > keep {
		l.line = nil
	}
	l.line = l.line[:0]
	size := 0
	for {
		part, err := l.in.ReadSlice('\n')
		size += len(part)
		if size <= l.limit {
			l.line = append(l.line, part...)
		} else {
			l.line = nil
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && size == 0:
			return nil, 0, io.EOF
		case err != nil && err != io.EOF:
			return nil, size, err
		case size > l.limit:
			return nil, size, errLongLine
		}
		return bytes.TrimSuffix(l.line, []byte("\n")), size, nil
	}
}
