package article

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Format is how a file holds its articles.
type Format string

const (
	ByName   Format = ""         // told by the file's first bytes and its name; Text when neither tells
	Text     Format = "text"     // the file is one article
	JSONL    Format = "jsonl"    // each line is a JSON object, one article
	HTML     Format = "html"     // a web page
	Markdown Format = "markdown" // CommonMark, with front matter or without
	DOCX     Format = "docx"     // of a word processor
	PDF      Format = "pdf"      //
	CSV      Format = "csv"      // with a line of column names; commas, semicolons or tabs
	Parquet  Format = "parquet"  // a table, one article a row
	WARC     Format = "warc"     // a web archive: its responses that are web pages
)

// format is one way to hold articles. Adding one means adding a line to
// formats and a file with its method of reader.
type format struct {
	name       Format
	extensions []string
	// magic, unless nil, tells by the first bytes of a file that it can be
	// nothing else, whatever its name is.
	magic func(head []byte) bool
	// read hands on the articles of an input.
	read func(*reader, *input) bool
}

// formats lists all formats. Text comes last: it takes everything.
var formats = []format{
	{JSONL, []string{".jsonl", ".ndjson"}, nil, (*reader).jsonl},
	{Parquet, []string{".parquet"}, isParquet, (*reader).parquet},
	{WARC, []string{".warc"}, isWARC, (*reader).warc},
	{PDF, []string{".pdf"}, isPDF, (*reader).pdf},
	{DOCX, []string{".docx"}, isDOCX, (*reader).docx},
	{HTML, []string{".html", ".htm", ".xhtml"}, nil, (*reader).html},
	{Markdown, []string{".md", ".markdown"}, nil, (*reader).markdown},
	{CSV, []string{".csv", ".tsv"}, nil, (*reader).csv},
	{Text, []string{".txt"}, nil, (*reader).text},
}

// Formats lists what Options.Format may be, beside ByName.
func Formats() []Format {
	names := make([]Format, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	slices.Sort(names)
	return names
}

// magicLength is how many first bytes are enough to tell a format.
const magicLength = 512

// formatOf returns the format of an input: the one that is asked for, or the
// one that its first bytes leave no doubt of, or that of its name, or, for a
// name without a known extension, HTML when it begins like a page.
func (r *reader) formatOf(in *input) (*format, error) {
	if r.Format != ByName {
		return formatNamed(r.Format)
	}
	// Peek's error is not lost: reading on gives it again.
	head, _ := in.Peek(magicLength)
	for i := range formats {
		if f := &formats[i]; f.magic != nil && f.magic(head) {
			return f, nil
		}
	}
	if f := formatOfName(in.path); f != nil {
		return f, nil
	}
	if isPage(head) || strings.HasPrefix(in.contentType, "text/html") || strings.HasPrefix(in.contentType, "application/xhtml+xml") {
		return formatNamed(HTML)
	}
	return formatNamed(Text)
}

func formatNamed(name Format) (*format, error) {
	for i := range formats {
		if formats[i].name == name {
			return &formats[i], nil
		}
	}
	return nil, fmt.Errorf("unknown format %q", name)
}

// formatOfName returns the format of a file by its extension, nil when that is
// of none.
func formatOfName(name string) *format {
	extension := strings.ToLower(path.Ext(filepath.ToSlash(name)))
	for i := range formats {
		if slices.Contains(formats[i].extensions, extension) {
			return &formats[i]
		}
	}
	return nil
}

// isPage tells whether a file without a telling name begins like a web page.
func isPage(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, markUTF8), " \t\r\n")
	for _, start := range []string{"<!doctype html", "<html"} {
		if len(head) >= len(start) && strings.EqualFold(string(head[:len(start)]), start) {
			return true
		}
	}
	return false
}

// input is one file to read.
type input struct {
	*bufio.Reader          // its content, after decompression
	name          string   // as the user gave it; stands in IDs and errors
	path          string   // what tells the format: its name without that of the compression
	contentType   string   // what a web server says that it is
	source        string   // the address that it comes from
	file          *os.File // nil unless the content is just that of this file
}

// stream reads what in holds.
func (r *reader) stream(i *input, in io.Reader) bool {
	if r.OnRead != nil {
		in = &countingReader{in, r.OnRead}
	}
	close, err := i.open(in)
	if err != nil {
		return r.fail(i.name, err)
	}
	defer close()
	f, err := r.formatOf(i)
	if err != nil {
		return r.fail(i.name, err)
	}
	return f.read(r, i)
}
