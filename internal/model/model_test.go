package model_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/factline/factline/internal/model"
)

// sample returns a file with a section of each type.
func sample(t testing.TB) []byte {
	t.Helper()
	f := model.New("sample", 3)
	f.Note("seed", "7")
	f.Note("input", "abc one.gz")
	f.Note("input", "def two.gz")
	model.Add(f, "a", []uint8{1, 2, 255})
	model.Add(f, "b", []int8{-128, 127})
	model.Add(f, "c", []uint16{1, 65535})
	model.Add(f, "d", []int16{-2, 300})
	model.Add(f, "e", []uint32{1 << 31})
	model.Add(f, "f", []uint64{1 << 63, 5})
	model.Add(f, "empty", []uint32{})
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRoundTrip(t *testing.T) {
	f, err := model.Read(sample(t), "sample", 3)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(f.Notes("input"), ", "); got != "abc one.gz, def two.gz" {
		t.Errorf("inputs: %q", got)
	}
	check(t, f, "a", []uint8{1, 2, 255})
	check(t, f, "b", []int8{-128, 127})
	check(t, f, "c", []uint16{1, 65535})
	check(t, f, "d", []int16{-2, 300})
	check(t, f, "e", []uint32{1 << 31})
	check(t, f, "f", []uint64{1 << 63, 5})
	check(t, f, "empty", []uint32{})
	if f.Err() != nil {
		t.Error(f.Err())
	}
	if !bytes.Equal(sample(t), sample(t)) {
		t.Error("two equal files have different bytes")
	}
}

func check[T model.Number](t *testing.T, f *model.File, name string, want []T) {
	t.Helper()
	if got := model.Section[T](f, name); !slices.Equal(got, want) {
		t.Errorf("section %s: got %v, want %v", name, got, want)
	}
}

func TestMissingSections(t *testing.T) {
	for _, test := range []struct {
		reason, want string
		ask          func(*model.File)
	}{
		{"no such section", "no section x", func(f *model.File) { model.Section[uint8](f, "x") }},
		{"another type", "section a holds uint8, want int8", func(f *model.File) { model.Section[int8](f, "a") }},
		{"the first error stays", "no section x", func(f *model.File) {
			model.Section[uint8](f, "x")
			model.Section[uint8](f, "y")
			model.Section[uint8](f, "a")
		}},
	} {
		f, err := model.Read(sample(t), "sample", 3)
		if err != nil {
			t.Fatal(err)
		}
		test.ask(f)
		if f.Err() == nil || !strings.Contains(f.Err().Error(), test.want) {
			t.Errorf("%s: error %v, want %q", test.reason, f.Err(), test.want)
		}
	}
}

func TestDamagedFiles(t *testing.T) {
	good := string(sample(t))
	change := func(old, new string) string { return strings.Replace(good, old, new, 1) }
	for _, test := range []struct{ reason, data, want string }{
		{"empty", "", "no header"},
		{"something else", "PK\x03\x04\n\n", "no header"},
		{"header without end", good[:20], "no header"},
		{"another kind", change("kind sample", "kind parser"), `kind "parser"`},
		{"another version", change("version 3", "version 4"), "version 4, want 3"},
		{"no version", change("version 3", "version x"), "header line"},
		{"cut short", good[:len(good)-9], "cut short"},
		{"too long", good + "x", "1 bytes after"},
		{"one bit changed", good[:len(good)-1] + "\x01", "damaged"},
		{"unknown type", change("a uint8", "a float"), "header line"},
		{"negative size", change("uint8 3", "uint8 -3"), "header line"},
		{"size that overflows", change("uint8 3", "uint8 9223372036854775807"), "header line"},
		{"column missing", change("a uint8 3", "a uint8"), "header line"},
	} {
		_, err := model.Read([]byte(test.data), "sample", 3)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q", test.reason, err, test.want)
		}
	}
}

func TestBadNotes(t *testing.T) {
	for _, note := range [][2]string{{"section", "a uint8 1"}, {"two words", ""}, {"", "x"}, {"key", "two\nlines"}} {
		f := model.New("sample", 1)
		f.Note(note[0], note[1])
		if _, err := f.WriteTo(&bytes.Buffer{}); err == nil {
			t.Errorf("note %q was written", note)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := model.Read(data, "sample", 3)
		if err != nil {
			return
		}
		model.Section[uint16](file, "c")
	})
}
