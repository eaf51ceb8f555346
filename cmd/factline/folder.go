package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/factline/factline/pipeline/format"
	"github.com/factline/factline/pipeline/table"
)

// written marks the names of files in an output folder: "court.claims.json".
// Files of such names are no articles when the folder is read.
const written = ".claims"

// folder writes each article to a file of its own, which appears only when it is
// whole.
type folder struct {
	name   string
	format format.Format
	taken  map[string]int // names in small letters, and the last number that was tried for each
}

func openFolder(name string, f format.Format) (*folder, error) {
	if err := os.MkdirAll(name, 0o777); err != nil {
		return nil, err
	}
	return &folder{name, f, map[string]int{}}, nil
}

func (d *folder) write(id string, part format.Part) error {
	name := filepath.Join(d.name, d.fileName(id)+written+d.format.Extension)
	out, err := openOutput(name, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer out.discard()
	w := d.format.NewWriter(out)
	if err := w.Write(part); err != nil {
		return out.named(err)
	}
	if err := w.Close(); err != nil {
		return out.named(err)
	}
	if err := out.commit(); err != nil {
		return out.named(err)
	}
	return nil
}

// fileName returns a name, without ending, that no earlier article has, also
// where capitals and small letters are the same to the file system.
func (d *folder) fileName(id string) string {
	name := safeName(id)
	free := name
	for d.taken[strings.ToLower(free)] > 0 {
		key := strings.ToLower(name)
		d.taken[key]++
		free = name + "-" + strconv.Itoa(d.taken[key])
	}
	d.taken[strings.ToLower(free)] = 1
	return free
}

// longest is how many bytes a name may have: file systems allow 255 with the
// ending.
const longest = 150

// safeName makes a file name of an article's ID, "news/court.txt" gives
// "news_court": letters, digits, "-", "_" and "." of ASCII stay, everything else
// is an underscore. It never leaves the folder and is no hidden file.
func safeName(id string) string {
	id = strings.TrimSuffix(id, path.Ext(id))
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '.':
			return r
		}
		return '_'
	}, id)
	name = strings.TrimLeft(name, "._-")
	name = strings.TrimRight(name[:min(len(name), longest)], ".")
	if name == "" || isDevice(name) {
		name = "article" + strings.TrimSuffix("_"+name, "_")
	}
	return name
}

// isDevice tells whether Windows takes a name for a device: NUL, COM1.
func isDevice(name string) bool {
	first, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch first {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(first) == 4 && (strings.HasPrefix(first, "COM") || strings.HasPrefix(first, "LPT"))
}

func (d *folder) commit() error { return nil }
func (d *folder) discard()      {}

func (d *folder) is(info fs.FileInfo) bool {
	return strings.HasSuffix(strings.TrimSuffix(info.Name(), d.format.Extension), written)
}

func (d *folder) isTerminal() bool { return false }

func (d *folder) look() table.Options {
	return table.Options{Width: (&output{}).width()}
}
