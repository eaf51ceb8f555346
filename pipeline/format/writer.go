package format

import (
	"io"

	"github.com/factline/factline/pipeline/parquet"
)

// Writer writes the parts of articles into one stream.
type Writer interface {
	// Write appends the part of one article.
	Write(Part) error
	// Close ends the stream with what its format needs; it does not close what
	// the stream goes to.
	Close() error
}

// NewWriter returns a Writer of a stream that goes to w. Nothing is written
// before the first part or Close.
func (f Format) NewWriter(w io.Writer) Writer {
	if f.rows != nil {
		return &rowWriter{parquet.NewWriter(w)}
	}
	return &byteWriter{out: w, format: f}
}

// byteWriter writes formats whose parts are bytes.
type byteWriter struct {
	out     io.Writer
	format  Format
	begun   bool
	between bool // a part was written that the next one has to be kept apart from
}

func (w *byteWriter) Write(p Part) error {
	if err := w.begin(); err != nil || len(p.bytes) == 0 {
		return err
	}
	if w.between {
		if err := w.put(w.format.between); err != nil {
			return err
		}
	}
	w.between = true
	_, err := w.out.Write(p.bytes)
	return err
}

func (w *byteWriter) Close() error {
	if err := w.begin(); err != nil {
		return err
	}
	return w.put(w.format.footer)
}

func (w *byteWriter) begin() error {
	if w.begun {
		return nil
	}
	w.begun = true
	return w.put(w.format.header)
}

func (w *byteWriter) put(s string) error {
	if s == "" {
		return nil
	}
	_, err := io.WriteString(w.out, s)
	return err
}

// rowWriter writes the format whose parts are rows.
type rowWriter struct{ out *parquet.Writer }

func (w *rowWriter) Write(p Part) error { return w.out.Write(p.rows) }
func (w *rowWriter) Close() error       { return w.out.Close() }
