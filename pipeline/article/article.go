// Package article reads articles: from text files, JSON Lines files, folders of
// both, and standard input. All readers are streams: they hold one article at a
// time, and never read more of it than its limit needs.
package article

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/factline/factline/extract"
)

// Stdin is the name that stands for standard input.
const Stdin = "-"

// Format is how a file holds its articles.
type Format string

const (
	ByName Format = ""      // JSONL for names in .jsonl, Text for all others and standard input
	Text   Format = "text"  // the file is one article
	JSONL  Format = "jsonl" // each line is a JSON object, one article
)

// Options changes how articles are read.
type Options struct {
	Format   Format
	Encoding Encoding
	// MaxArticle is the longest accepted article in bytes of UTF-8; the error
	// of a longer one wraps extract.ErrTooLong.
	MaxArticle int
	// Published, unless zero, is the day of publication of every article, no
	// matter what a row says.
	Published time.Time
	// Stdin is read for the name "-".
	Stdin io.Reader
	// Skip, unless nil, names the files of a folder to pass over.
	Skip func(fs.FileInfo) bool
	// OnRead, unless nil, is told the number of bytes of each read from a file.
	OnRead func(int)
}

// Error is what is wrong with one article, and where.
type Error struct {
	File string
	Line int // from 1; 0 when the article is the whole file
	Err  error
}

// Error returns "FILE:LINE: what is wrong".
func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", e.File, e.Err)
	}
	return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err)
}

// Unwrap returns what is wrong, without the place.
func (e *Error) Unwrap() error { return e.Err }

// Read returns the articles of the named files and folders in order, and in the
// place of each one that cannot be read an *Error. A folder is walked in the
// order of its sorted names; of its files those in .txt and .jsonl are read,
// names that begin with a dot are not. The ID of an article is the "id" of its
// row, or the name of its file with forward slashes, or FILE:LINE for a row
// without "id".
func Read(names []string, options Options) iter.Seq2[extract.Article, error] {
	return func(yield func(extract.Article, error) bool) {
		r := reader{Options: options, yield: yield}
		for _, name := range names {
			if !r.name(name) {
				return
			}
		}
	}
}

// reader hands articles to yield. Its methods return false when yield does not
// want more.
type reader struct {
	Options
	yield func(extract.Article, error) bool
}

func (r *reader) fail(file string, line int, err error) bool {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return r.yield(extract.Article{}, &Error{filepath.ToSlash(file), line, err})
}

func (r *reader) name(name string) bool {
	if name == Stdin {
		return r.stream(name, r.Stdin)
	}
	info, err := os.Stat(name)
	if err != nil {
		return r.fail(name, 0, err)
	}
	if info.IsDir() {
		return r.folder(name)
	}
	return r.file(name)
}

func (r *reader) folder(name string) bool {
	found, more := 0, true
	r.walk(name, func(path string, err error) bool {
		found++
		if err != nil {
			more = r.fail(path, 0, err)
		} else {
			more = r.file(path)
		}
		return more
	})
	if found == 0 {
		return r.fail(name, 0, errors.New("a folder without .txt or .jsonl files"))
	}
	return more
}

// walk calls visit for every file of a folder that holds articles, and with an
// error for everything that cannot be read, until visit returns false.
func (r *reader) walk(folder string, visit func(path string, err error) bool) {
	root := folder + string(filepath.Separator) // a link to a folder is followed here, and only here
	// The function never returns an error of its own.
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		more := true
		switch {
		case err != nil:
			more = visit(path, err)
		case path != root && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case r.isArticle(path):
			more = visit(path, nil)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
}

// isArticle tells whether an entry of a folder is a file, or a link to one,
// that holds articles.
func (r *reader) isArticle(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".txt", ".jsonl":
	default:
		return false
	}
	info, err := os.Stat(path)
	if err != nil { // a link to nothing: opening it says so
		return true
	}
	return !info.IsDir() && (r.Skip == nil || !r.Skip(info))
}

func (r *reader) file(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return r.fail(name, 0, err)
	}
	defer f.Close()
	return r.stream(name, f)
}

func (r *reader) stream(name string, in io.Reader) bool {
	if r.OnRead != nil {
		in = &countingReader{in, r.OnRead}
	}
	format := r.Format
	if format == ByName {
		format = Text
		if strings.EqualFold(filepath.Ext(name), ".jsonl") {
			format = JSONL
		}
	}
	in, bom, err := decode(in, r.Encoding)
	if err != nil {
		return r.fail(name, 0, err)
	}
	if format == JSONL {
		return r.rows(name, in, bom)
	}
	return r.text(name, in, bom)
}

// text reads one article that is all of its file; bom is the number of bytes
// before it.
func (r *reader) text(name string, in io.Reader, bom int) bool {
	b, err := io.ReadAll(io.LimitReader(in, int64(r.MaxArticle)+1))
	if err != nil {
		return r.fail(name, 0, err)
	}
	if len(b) > r.MaxArticle {
		return r.fail(name, 0, tooLong(r.MaxArticle))
	}
	if at := extract.InvalidUTF8(b); at >= 0 {
		return r.fail(name, 0, notUTF8(bom+at))
	}
	return r.article(extract.Article{ID: filepath.ToSlash(name), Text: string(b)})
}

func (r *reader) article(a extract.Article) bool {
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

// Size returns how many bytes Read reads for the same arguments, as far as that
// can be told without reading; 0 when it cannot, as for standard input.
func Size(names []string, options Options) int64 {
	total := int64(0)
	for _, name := range names {
		info, err := os.Stat(name)
		switch {
		case name == Stdin:
			return 0
		case err != nil:
		case !info.IsDir():
			total += info.Size()
		default:
			r := reader{Options: options}
			r.walk(name, func(path string, err error) bool {
				if info, statErr := os.Stat(path); err == nil && statErr == nil {
					total += info.Size()
				}
				return true
			})
		}
	}
	return total
}
