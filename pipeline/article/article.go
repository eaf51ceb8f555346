// Package article reads articles from the formats in which they come: plain
// text, web pages, Markdown, DOCX and PDF hold one article a file; JSON Lines,
// CSV, Parquet and WARC hold many. All of them may be compressed, lie in
// folders, come from an address or from standard input.
//
// format.go lists the formats, and each has the file of its name. All readers
// are streams: they hold one article at a time, never read more of it than its
// limit needs, and turn what they cannot read into an Error that names its
// place, after which the next article follows.
package article

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/fetch"
	"github.com/factline/factline/pipeline/language"
)

// Stdin is the name that stands for standard input.
const Stdin = "-"

// DefaultMaxArticle is the limit of articles when Options.MaxArticle is 0.
const DefaultMaxArticle = 10 << 20

// Options changes how articles are read. The zero value is right for most.
type Options struct {
	// Format is how all files are read; ByName tells it for each of them.
	Format Format
	// Encoding is how the characters of text, rows and web pages are written.
	Encoding Encoding
	// MaxArticle is the longest accepted article in bytes of UTF-8; the error
	// of a longer one wraps extract.ErrTooLong. 0 means DefaultMaxArticle.
	MaxArticle int
	// Published, unless zero, is the day of publication of every article, no
	// matter what a row or a page says.
	Published time.Time
	// Columns names the columns of tables and the keys of JSON Lines.
	Columns Columns
	// AnyLanguage takes articles in any language. Otherwise the error of one
	// that is not in English wraps ErrForeign.
	AnyLanguage bool
	// Stdin is read for the name "-".
	Stdin io.Reader
	// Skip, unless nil, names the files of a folder to pass over.
	Skip func(fs.FileInfo) bool
	// OnRead, unless nil, is told the number of bytes of each read from a file.
	OnRead func(int)
	// Fetch changes how addresses are fetched.
	Fetch fetch.Options
	// Context, unless nil, ends what is being fetched when it is cancelled.
	Context context.Context
}

// ErrTooLarge is wrapped by the error of a file that is more than a reader of its
// format takes, whatever Options.MaxArticle is.
var ErrTooLarge = errors.New("file too large")

// ErrForeign is wrapped by the error of an article that is not in English.
var ErrForeign = errors.New("not in English")

// Error is what is wrong with one article, and where.
type Error struct {
	File   string
	Line   int // from 1; 0 when the place is no line
	Record int // of Parquet and WARC, from 1; 0 when the article is the whole file
	Err    error
}

// Error returns "FILE:LINE: what is wrong".
func (e *Error) Error() string {
	switch {
	case e.Line > 0:
		return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err)
	case e.Record > 0:
		return fmt.Sprintf("%s: record %d: %v", e.File, e.Record, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.File, e.Err)
}

// Unwrap returns what is wrong, without the place.
func (e *Error) Unwrap() error { return e.Err }

// Read returns the articles of the named files, folders and addresses in order,
// and in the place of each one that cannot be read an *Error. A name that begins
// with http:// or https:// is an address. A folder is walked in the order of
// its sorted names; of its files those with the extension of a format are read,
// names that begin with a dot are not. The ID of an article is the one of its
// row or record, or the name of its file with forward slashes, or FILE:LINE for
// a row without one.
func Read(names []string, options Options) iter.Seq2[extract.Article, error] {
	return func(yield func(extract.Article, error) bool) {
		r := newReader(options, yield)
		for _, name := range names {
			if !r.name(name) {
				return
			}
		}
	}
}

// ReadFrom returns the articles of one file of any format that is not on disk,
// such as one that was uploaded. Its name stands in IDs and errors, and tells
// the format where the content does not.
func ReadFrom(name string, in io.Reader, options Options) iter.Seq2[extract.Article, error] {
	return func(yield func(extract.Article, error) bool) {
		r := newReader(options, yield)
		r.stream(&input{name: name, path: name}, in)
	}
}

// reader hands articles to yield. Its methods return false when yield does not
// want more.
type reader struct {
	Options
	yield func(extract.Article, error) bool
}

func newReader(options Options, yield func(extract.Article, error) bool) *reader {
	if options.MaxArticle == 0 {
		options.MaxArticle = DefaultMaxArticle
	}
	if options.Context == nil {
		options.Context = context.Background()
	}
	return &reader{Options: options, yield: yield}
}

// fail reports what is wrong with a whole file.
func (r *reader) fail(file string, err error) bool {
	return r.failAt(Error{File: file, Err: err})
}

// failAt reports what is wrong at a place.
func (r *reader) failAt(e Error) bool {
	if path, ok := e.Err.(*fs.PathError); ok {
		e.Err = path.Err
	}
	e.File = filepath.ToSlash(e.File)
	return r.yield(extract.Article{}, &e)
}

func (r *reader) name(name string) bool {
	switch {
	case name == Stdin:
		return r.stream(&input{name: name, path: name}, r.Stdin)
	case isAddress(name):
		return r.address(name)
	}
	info, err := os.Stat(name)
	if err != nil {
		return r.fail(name, err)
	}
	if info.IsDir() {
		return r.folder(name)
	}
	return r.file(name)
}

func (r *reader) file(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return r.fail(name, err)
	}
	defer f.Close()
	return r.stream(&input{name: name, path: name, file: f}, f)
}

// article hands on an article with what the user says of it and its language.
func (r *reader) article(a extract.Article) bool {
	if a.Language == "" {
		a.Language = language.Of(a.Text)
	}
	if !r.AnyLanguage && !language.IsEnglish(a.Language) {
		return r.fail(a.ID, fmt.Errorf("%w: its language is %.20q", ErrForeign, a.Language))
	}
	if !r.Published.IsZero() {
		a.Published, a.PublishedFrom = r.Published, extract.FromFlag
	}
	return r.yield(a, nil)
}

func tooLong(limit int) error {
	return fmt.Errorf("%w: the limit is %d bytes", extract.ErrTooLong, limit)
}

func notUTF8(at int) error {
	return fmt.Errorf("%w at byte %d", extract.ErrNotUTF8, at)
}

// countingReader tells how much is read through it.
type countingReader struct {
	io.Reader
	onRead func(int)
}

func (c *countingReader) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.onRead(n)
	return n, err
}
