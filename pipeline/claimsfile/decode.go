package claimsfile

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// ErrSchema is wrapped by the error of a file that says it follows another
// schema than this package's.
var ErrSchema = errors.New("not a " + Schema + " claims file")

// Decode reads one claims file; at the end of the input it returns io.EOF.
// Several files may follow each other in one stream, as `--format jsonl`
// writes them: make the decoder once with NewDecoder. Keys that it does not
// know are passed over. It does not check the meaning; Validate does.
func Decode(r io.Reader) (*File, error) {
	return NewDecoder(r).Decode()
}

// Decoder reads claims files that follow each other in one stream.
type Decoder struct{ json *json.Decoder }

// NewDecoder returns a Decoder that reads from r.
func NewDecoder(r io.Reader) *Decoder {
	return &Decoder{json.NewDecoder(r)}
}

// Decode reads the next claims file; io.EOF tells that there is none.
func (d *Decoder) Decode() (*File, error) {
	f := new(File)
	if err := d.json.Decode(f); err != nil {
		return nil, err
	}
	if f.Schema != Schema {
		return nil, fmt.Errorf("%w: its schema is %q", ErrSchema, f.Schema)
	}
	return f, nil
}
