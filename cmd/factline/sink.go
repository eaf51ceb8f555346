package main

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/factline/factline/pipeline/format"
	"github.com/factline/factline/pipeline/table"
)

// sink is where the parts of articles go: one stream, or a folder with a file
// for each article.
type sink interface {
	// write takes the part of the article with an ID. Its error names the place.
	write(id string, part format.Part) error
	// commit keeps what was written.
	commit() error
	// discard removes what was not committed.
	discard()
	// is tells whether a file is written by this sink, and so is no article.
	is(fs.FileInfo) bool
	// isTerminal tells whether what is written can be read in a terminal.
	isTerminal() bool
	// look is how a table is to look.
	look() table.Options
}

// openSink opens what --output names: a folder when there is one of that name or
// the name ends in a slash, else a stream.
func openSink(name string, stdout io.Writer, f format.Format) (sink, error) {
	if isFolderName(name) {
		return openFolder(name, f)
	}
	out, err := openOutput(name, stdout)
	if err != nil {
		return nil, err
	}
	if f.Binary && out.isTerminal() {
		return nil, errors.New(f.Name + " is not for a terminal: give --output FILE")
	}
	return &stream{out, f.NewWriter(out)}, nil
}

func isFolderName(name string) bool {
	if name == "" {
		return false
	}
	if os.IsPathSeparator(name[len(name)-1]) {
		return true
	}
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// stream writes all articles to one output.
type stream struct {
	*output
	writer format.Writer
}

func (s *stream) write(_ string, part format.Part) error { return s.failed(s.writer.Write(part)) }

func (s *stream) commit() error {
	if err := s.writer.Close(); err != nil {
		return s.failed(err)
	}
	return s.failed(s.output.commit())
}

func (s *stream) failed(err error) error {
	if err == nil {
		return nil
	}
	return s.named(err)
}

func (s *stream) look() table.Options { return table.Options{Width: s.width(), Color: s.color()} }
