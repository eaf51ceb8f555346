package article

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"

	"github.com/factline/factline/extract"
)

// csv reads one article a record of a table whose first record names the
// columns (RFC 4180; the separator is what the first line has most of).
func (r *reader) csv(in *input) bool {
	decoded, _, err := decode(in.Reader, r.Encoding)
	if err != nil {
		return r.fail(in.name, err)
	}
	records := recordReader{in: bufio.NewReaderSize(decoded, 64<<10), limit: rowLimit(r.MaxArticle), line: 1}
	head, line, err := records.next()
	switch {
	case err == io.EOF:
		return true
	case err != nil:
		return r.failAt(Error{File: in.name, Line: line, Err: err})
	}
	table := table{comma: separatorOf(head)}
	names, err := table.cells(head)
	if err != nil {
		return r.failAt(Error{File: in.name, Line: line, Err: err})
	}
	table.width = len(names)
	if table.columns, err = r.Columns.choose(names); err != nil {
		return r.failAt(Error{File: in.name, Line: line, Err: err})
	}
	for {
		record, line, err := records.next()
		if err == io.EOF {
			return true
		}
		more := true
		switch {
		case errors.Is(err, extract.ErrTooLong):
			more = r.failAt(Error{File: in.name, Line: line, Err: err})
		case err != nil:
			return r.failAt(Error{File: in.name, Line: line, Err: err})
		case len(bytes.TrimSpace(record)) > 0:
			more = r.record(in, line, table, record)
		}
		if !more {
			return false
		}
	}
}

// record hands on the article of one record.
func (r *reader) record(in *input, line int, table table, record []byte) bool {
	place := Error{File: in.name, Line: line}
	cells, err := table.cells(record)
	if err == nil && len(cells) != table.width {
		err = fmt.Errorf("%d cells, where the first line has %d", len(cells), table.width)
	}
	if err != nil {
		place.Err = err
		return r.failAt(place)
	}
	var row row
	for f, column := range table.columns {
		if column >= 0 {
			row[f] = cells[column]
		}
	}
	return r.row(in, place, row)
}

// table is what the first record tells of the others.
type table struct {
	comma   rune
	width   int
	columns columns
}

// separatorOf returns what separates the cells of the first record.
func separatorOf(head []byte) rune {
	best := ','
	for _, c := range ";\t" {
		if bytes.Count(head, []byte(string(c))) > bytes.Count(head, []byte(string(best))) {
			best = c
		}
	}
	return best
}

// cells takes a record apart.
func (t table) cells(record []byte) ([]string, error) {
	reader := csv.NewReader(bytes.NewReader(record))
	reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord = t.comma, true, -1
	cells, err := reader.Read()
	var parse *csv.ParseError
	if errors.As(err, &parse) { // its line is that of the record alone
		err = parse.Err
	}
	return cells, err
}

// recordReader splits a table into records of a limited length. A line end
// inside quotation marks does not end a record.
type recordReader struct {
	in     *bufio.Reader
	limit  int
	line   int // of the next record
	record []byte
}

// next returns a record, which is good until the next call, and its line. It
// passes over a record above the limit without keeping it. At the end it
// returns io.EOF.
func (r *recordReader) next() ([]byte, int, error) {
	const keep = 1 << 20 // a longer buffer is not kept for the next records
	if cap(r.record) > keep {
		r.record = nil
	}
	r.record = r.record[:0]
	size, quotes, begin := 0, 0, r.line
	for {
		part, err := r.in.ReadSlice('\n')
		size += len(part)
		quotes += bytes.Count(part, []byte(`"`))
		if size <= r.limit {
			r.record = append(r.record, part...)
		} else {
			r.record = nil
		}
		if bytes.HasSuffix(part, []byte("\n")) {
			r.line++
		}
		switch {
		case err == bufio.ErrBufferFull:
		case err == io.EOF && size == 0:
			return nil, begin, io.EOF
		case err == io.EOF && quotes%2 == 1:
			return nil, begin, errors.New("a quotation mark of this record is never closed")
		case err != nil && err != io.EOF:
			return nil, begin, err
		case quotes%2 == 1: // the line end is part of a cell
		case size > r.limit:
			return nil, begin, fmt.Errorf("%w: a record of %d bytes", extract.ErrTooLong, size)
		default:
			return r.record, begin, nil
		}
	}
}
