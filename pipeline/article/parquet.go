package article

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/parquet-go/parquet-go"
)

func isParquet(head []byte) bool { return len(head) >= 4 && string(head[:4]) == "PAR1" }

// parquet reads one article a row of a table. Only the columns that it needs
// are read, a page at a time.
func (r *reader) parquet(in *input) bool {
	file, size, end, err := onDisk(in)
	if err != nil {
		return r.fail(in.name, err)
	}
	defer end()
	table, err := openParquet(file, size)
	if err != nil {
		return r.fail(in.name, fmt.Errorf("a broken Parquet file: %w", err))
	}
	names, leaves := flatColumns(table.Root())
	chosen, err := r.Columns.choose(names)
	if err != nil {
		return r.fail(in.name, err)
	}
	number := 0
	for _, group := range table.RowGroups() {
		if !r.rowGroup(in, group, leaves, chosen, number) {
			return false
		}
		number += int(group.NumRows())
	}
	return true
}

// rowGroup hands on the articles of a part of a table whose first row follows
// row number before. Values that cannot be read end it, not the table.
func (r *reader) rowGroup(in *input, group parquet.RowGroup, leaves []*parquet.Column, chosen columns, before int) bool {
	var cursors [fields]*columnCursor
	for f, column := range chosen {
		if column >= 0 {
			leaf := leaves[column]
			cursors[f] = &columnCursor{chunk: group.ColumnChunks()[leaf.Index()], kind: leaf.Type()}
			defer cursors[f].close()
		}
	}
	for i := range int(group.NumRows()) {
		place := Error{File: in.name, Record: before + i + 1}
		var row row
		for f, cursor := range cursors {
			if cursor == nil {
				continue
			}
			if row[f], place.Err = cursor.next(); place.Err != nil {
				place.Err = fmt.Errorf("broken data: %w", place.Err)
				return r.failAt(place)
			}
		}
		if !r.row(in, place, row) {
			return false
		}
	}
	return true
}

// onDisk returns an input as a file, which Parquet is read from its end of. One
// that is not on disk is put there as long as it is needed.
func onDisk(in *input) (file *os.File, size int64, end func(), err error) {
	end = func() {}
	file = in.file
	if file == nil {
		if file, err = os.CreateTemp("", "factline-*.parquet"); err != nil {
			return nil, 0, nil, err
		}
		end = func() {
			file.Close()
			os.Remove(file.Name())
		}
		if _, err = io.Copy(file, in); err != nil {
			end()
			return nil, 0, nil, err
		}
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("neither a file nor standard input")
	}
	if err != nil {
		end()
		return nil, 0, nil, err
	}
	return file, info.Size(), end, nil
}

// openParquet reads the description of a table.
func openParquet(file io.ReaderAt, size int64) (table *parquet.File, err error) {
	defer recoverParquet(&err)
	return parquet.OpenFile(file, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
}

// recoverParquet makes an error of a panic of the library, which some broken
// files cause.
func recoverParquet(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%v", r)
	}
}

// flatColumns returns the columns that have one value a row, with their names.
func flatColumns(root *parquet.Column) (names []string, leaves []*parquet.Column) {
	for _, column := range root.Columns() {
		if column.Leaf() && !column.Repeated() {
			names = append(names, column.Name())
			leaves = append(leaves, column)
		}
	}
	return names, leaves
}

// columnCursor reads the values of one column of a row group.
type columnCursor struct {
	chunk  parquet.ColumnChunk
	kind   parquet.Type
	pages  parquet.Pages
	page   parquet.Page
	values parquet.ValueReader
	buffer [64]parquet.Value
	loaded []parquet.Value
}

// next returns the value of the next row as text, "" for none.
func (c *columnCursor) next() (s string, err error) {
	defer recoverParquet(&err)
	for len(c.loaded) == 0 {
		if err := c.load(); err != nil {
			return "", err
		}
	}
	value := c.loaded[0]
	c.loaded = c.loaded[1:]
	return textOfValue(value, c.kind), nil
}

// load reads some values of the page at hand, or goes to the next one.
func (c *columnCursor) load() error {
	if c.pages == nil {
		c.pages = c.chunk.Pages()
	}
	if c.values != nil {
		n, err := c.values.ReadValues(c.buffer[:])
		c.loaded = c.buffer[:n]
		if n > 0 || err != nil && err != io.EOF {
			return ignoreEOF(err)
		}
		parquet.Release(c.page)
		c.values = nil
	}
	page, err := c.pages.ReadPage()
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	if err == nil {
		c.page, c.values = page, page.Values()
	}
	return err
}

func ignoreEOF(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}

func (c *columnCursor) close() {
	if c.pages != nil {
		c.pages.Close()
	}
}

// textOfValue returns a value as text; a date or time as RFC 3339 writes it.
func textOfValue(v parquet.Value, kind parquet.Type) string {
	if v.IsNull() {
		return ""
	}
	logical := kind.LogicalType()
	switch v.Kind() {
	case parquet.ByteArray, parquet.FixedLenByteArray:
		return string(v.ByteArray())
	case parquet.Int32:
		if logical != nil && logical.Date != nil {
			return time.Unix(int64(v.Int32())*24*60*60, 0).UTC().Format(time.DateOnly)
		}
		return strconv.Itoa(int(v.Int32()))
	case parquet.Int64:
		if logical == nil || logical.Timestamp == nil {
			return strconv.FormatInt(v.Int64(), 10)
		}
		at := time.UnixMilli(v.Int64())
		switch unit := logical.Timestamp.Unit; {
		case unit.Micros != nil:
			at = time.UnixMicro(v.Int64())
		case unit.Nanos != nil:
			at = time.Unix(0, v.Int64())
		}
		return at.UTC().Format(time.RFC3339)
	}
	return v.String()
}
