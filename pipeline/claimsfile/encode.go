package claimsfile

import (
	"encoding/json"
	"io"
)

// Encode writes a claims file as indented JSON with a newline at the end.
func Encode(w io.Writer, f *File) error {
	e := newEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(f)
}

// EncodeLine writes a claims file as one line of JSON.
func EncodeLine(w io.Writer, f *File) error {
	return newEncoder(w).Encode(f)
}

func newEncoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false) // the text of an article is to be read, not put into a page
	return e
}
