// Package model reads and writes the files of trained models: a header of
// text lines, then named sections of numbers as flat little-endian arrays.
//
//	factline model
//	kind tagger
//	version 1
//	seed 1
//	input 2c26b4… ewt-train.conllu.gz
//	section levels int16 256
//	section rows uint16 1048576
//	sum 1c291ca3
//	                            (an empty line, then the bytes of the sections)
//
// So a model tells what it is and where it comes from (head -20 FILE), and
// reading it is slicing and copying.
package model

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"strconv"
	"strings"
)

const magic = "factline model"

// Number is the type of a section's elements.
type Number interface {
	uint8 | int8 | uint16 | int16 | uint32 | uint64
}

// File is a model file in memory: one to be written (New, Note, Add, WriteTo)
// or one that was read (Read, Notes, Section, Err).
type File struct {
	kind     string
	version  int
	notes    []note
	sections []section
	err      error
}

type note struct{ key, text string }

type section struct {
	name, element string
	size          int // in bytes
	data          []byte
}

// New returns an empty model file of a kind ("tagger"). The version is that
// of its sections: readers of another version refuse the file.
func New(kind string, version int) *File {
	return &File{kind: kind, version: version}
}

// Note adds a header line: the seed, an input with its hash, a figure.
func (f *File) Note(key, text string) {
	f.notes = append(f.notes, note{key, text})
}

// Notes returns the texts of the header lines with the key, in order.
func (f *File) Notes(key string) []string {
	var texts []string
	for _, n := range f.notes {
		if n.key == key {
			texts = append(texts, n.text)
		}
	}
	return texts
}

// Add appends a section.
func Add[T Number](f *File, name string, values []T) {
	data, err := binary.Append(nil, binary.LittleEndian, values)
	if err != nil {
		panic(err) // Number has sized types only
	}
	f.sections = append(f.sections, section{name, elementOf[T](), len(data), data})
}

// elementOf returns the name of a type as section lines have it.
func elementOf[T Number]() string {
	var zero T
	return fmt.Sprintf("%T", zero)
}

var sizes = map[string]int{"uint8": 1, "int8": 1, "uint16": 2, "int16": 2, "uint32": 4, "uint64": 8}

// WriteTo writes the file. Equal contents give equal bytes.
func (f *File) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\nkind %s\nversion %d\n", magic, f.kind, f.version)
	for _, n := range f.notes {
		if reserved(n.key) || strings.ContainsAny(n.key, " \n") || n.key == "" || strings.Contains(n.text, "\n") {
			return 0, fmt.Errorf("model: %q %q cannot be a header line", n.key, n.text)
		}
		fmt.Fprintf(&b, "%s %s\n", n.key, n.text)
	}
	sum := uint32(0)
	for _, s := range f.sections {
		if strings.ContainsAny(s.name, " \n") || s.name == "" {
			return 0, fmt.Errorf("model: %q cannot name a section", s.name)
		}
		fmt.Fprintf(&b, "section %s %s %d\n", s.name, s.element, len(s.data)/sizes[s.element])
		sum = crc32.Update(sum, castagnoli, s.data)
	}
	fmt.Fprintf(&b, "sum %08x\n\n", sum)
	for _, s := range f.sections {
		b.Write(s.data)
	}
	return b.WriteTo(w)
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func reserved(key string) bool {
	switch key {
	case "kind", "version", "section", "sum", magic:
		return true
	}
	return false
}

// Read reads a model file of the given kind and version. The File keeps data,
// which must not change.
func Read(data []byte, kind string, version int) (*File, error) {
	f, err := read(data)
	switch {
	case err != nil:
		return nil, fmt.Errorf("model %s: %w", kind, err)
	case f.kind != kind:
		return nil, fmt.Errorf("model %s: the file is of kind %q", kind, f.kind)
	case f.version != version:
		return nil, fmt.Errorf("model %s: the file has version %d, want %d", kind, f.version, version)
	}
	return f, nil
}

func read(data []byte) (*File, error) {
	head, body, ok := bytes.Cut(data, []byte("\n\n"))
	if !ok || !bytes.HasPrefix(head, []byte(magic+"\n")) {
		return nil, fmt.Errorf("not a model file: it has no header")
	}
	f, sum, err := header(strings.Split(string(head), "\n")[1:])
	if err != nil {
		return nil, err
	}
	rest := body
	for i := range f.sections {
		s := &f.sections[i]
		if s.size > len(rest) {
			return nil, fmt.Errorf("section %s: %d bytes, want %d: the file is cut short", s.name, len(rest), s.size)
		}
		s.data, rest = rest[:s.size:s.size], rest[s.size:]
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("%d bytes after the last section", len(rest))
	}
	if got := crc32.Checksum(body, castagnoli); got != sum {
		return nil, fmt.Errorf("the sum of the sections is %08x, want %08x: the file is damaged", got, sum)
	}
	return f, nil
}

// header reads the lines after the first one. Its sections have no data yet.
func header(lines []string) (f *File, sum uint32, err error) {
	f = &File{}
	for _, line := range lines {
		key, text, _ := strings.Cut(line, " ")
		switch key {
		case "kind":
			f.kind = text
		case "version":
			f.version, err = strconv.Atoi(text)
		case "sum":
			var v uint64
			v, err = strconv.ParseUint(text, 16, 32)
			sum = uint32(v)
		case "section":
			err = f.announce(text)
		default:
			f.notes = append(f.notes, note{key, text})
		}
		if err != nil {
			return nil, 0, fmt.Errorf("header line %q: %w", line, err)
		}
	}
	return f, sum, nil
}

// largest bounds the sections of a damaged header.
const largest = 1 << 30

func (f *File) announce(text string) error {
	fields := strings.Fields(text)
	if len(fields) != 3 || sizes[fields[1]] == 0 {
		return fmt.Errorf("want name, type and number of elements")
	}
	n, err := strconv.Atoi(fields[2])
	if err != nil || n < 0 || n > largest {
		return fmt.Errorf("bad number of elements")
	}
	f.sections = append(f.sections, section{name: fields[0], element: fields[1], size: n * sizes[fields[1]]})
	return nil
}

// Section returns the elements of a section. When the file has no such section
// it returns nil, and Err tells. A section of uint8 is the file's own bytes.
func Section[T Number](f *File, name string) []T {
	for _, s := range f.sections {
		if s.name != name {
			continue
		}
		if want := elementOf[T](); s.element != want {
			f.fail(fmt.Errorf("model %s: section %s holds %s, want %s", f.kind, name, s.element, want))
			return nil
		}
		return decode[T](s.data, sizes[s.element])
	}
	f.fail(fmt.Errorf("model %s: no section %s", f.kind, name))
	return nil
}

func (f *File) fail(err error) {
	if f.err == nil {
		f.err = err
	}
}

// Err returns the first error of Section.
func (f *File) Err() error { return f.err }

func decode[T Number](data []byte, size int) []T {
	if bytes, ok := any(data).([]T); ok {
		return bytes
	}
	values := make([]T, len(data)/size)
	if _, err := binary.Decode(data, binary.LittleEndian, values); err != nil {
		panic(err) // Number has sized types only, and the length fits
	}
	return values
}
