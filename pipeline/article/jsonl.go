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
	"strings"

	"github.com/factline/factline/extract"
)

// jsonl reads one article a line.
func (r *reader) jsonl(in *input) bool {
	decoded, bom, err := decode(in.Reader, r.Encoding)
	if err != nil {
		return r.fail(in.name, err)
	}
	lines := lineReader{in: bufio.NewReaderSize(decoded, 64<<10), limit: rowLimit(r.MaxArticle)}
	offset := bom
	for number := 1; ; number++ {
		line, size, err := lines.next()
		if err == io.EOF {
			return true
		}
		more := true
		place := Error{File: in.name, Line: number, Err: err}
		switch {
		case errors.Is(err, errLongLine):
			place.Err = fmt.Errorf("%w: a row of %d bytes, where an article may have %d", extract.ErrTooLong, size, r.MaxArticle)
			more = r.failAt(place)
		case err != nil:
			return r.failAt(place)
		case len(bytes.TrimSpace(line)) > 0:
			more = r.object(place, offset, line)
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

// object hands on the article of a row at an offset of the file.
func (r *reader) object(place Error, offset int, line []byte) bool {
	if at := extract.InvalidUTF8(line); at >= 0 {
		place.Err = notUTF8(offset + at)
		return r.failAt(place)
	}
	a, err := r.parse(line)
	if err != nil {
		place.Err = err
		return r.failAt(place)
	}
	if a.ID == "" {
		a.ID = filepath.ToSlash(place.File) + ":" + strconv.Itoa(place.Line)
	}
	return r.article(a)
}

// parse returns the article of a row. Of the keys that it may have besides that
// of the text, those that are not of the wanted kind count as absent.
func (r *reader) parse(line []byte) (extract.Article, error) {
	// A map, since a struct would take "Text" for "text".
	var object map[string]json.RawMessage
	if err := json.Unmarshal(line, &object); err != nil {
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) {
			return extract.Article{}, fmt.Errorf("a JSON %s, not an object", kind.Value)
		}
		return extract.Article{}, fmt.Errorf("not JSON: %w", err)
	}
	if object == nil {
		return extract.Article{}, errors.New("a JSON null, not an object")
	}
	var row row
	var keys [fields]string
	for f := range fields {
		keys[f] = r.Columns.key(object, f)
		row[f], _ = stringOf(object[keys[f]])
	}
	key := keys[fieldText]
	switch text := object[key]; {
	case text == nil || string(text) == "null":
		return extract.Article{}, fmt.Errorf("no %q", key)
	case text[0] != '"':
		return extract.Article{}, fmt.Errorf("%q is not a string", key)
	}
	row[fieldID] = idOf(object[keys[fieldID]])
	if row[fieldByline] == "" {
		row[fieldByline] = strings.Join(stringsOf(object[keys[fieldByline]]), ", ")
	}
	return r.articleOf(row, strconv.Quote(keys[fieldPublished]))
}

// key returns the key of a field in an object: the one that the user names, or
// the first of its usual names that the object has.
func (c Columns) key(object map[string]json.RawMessage, f field) string {
	if name := c.named(f); name != "" {
		return name
	}
	for _, usual := range usualNames[f] {
		if _, ok := object[usual]; ok {
			return usual
		}
	}
	return usualNames[f][0]
}

// stringOf returns a JSON string, and false for anything else.
func stringOf(value json.RawMessage) (string, bool) {
	var s string
	if len(value) == 0 || value[0] != '"' || json.Unmarshal(value, &s) != nil {
		return "", false
	}
	return s, true
}

// stringsOf returns a JSON list of strings, such as one of authors, and nil for
// anything else.
func stringsOf(value json.RawMessage) (list []string) {
	if len(value) == 0 || value[0] != '[' || json.Unmarshal(value, &list) != nil {
		return nil
	}
	return list
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
