package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/term"
)

// output is where results go: standard output, a device, or a file that appears
// under its name only when it is whole. Until then it is a temporary file in the
// same folder.
type output struct {
	io.Writer
	name      string      // as the user gave it; "" for standard output
	target    string      // what the temporary file becomes
	temporary *os.File    // nil for standard output, and after commit or discard
	replaced  fs.FileInfo // the file of that name until now
}

func openOutput(name string, stdout io.Writer) (*output, error) {
	if name == "" || name == "-" {
		return &output{Writer: stdout}, nil
	}
	o := &output{name: name, target: name}
	if target, err := filepath.EvalSymlinks(name); err == nil {
		o.target = target
	}
	mode := fs.FileMode(0o666)
	if info, err := os.Stat(o.target); err == nil {
		switch {
		case info.IsDir():
			return nil, fmt.Errorf("%s: is a folder, not a file to write to", name)
		case !info.Mode().IsRegular():
			device, err := os.OpenFile(o.target, os.O_WRONLY, 0)
			o.Writer = device
			return o, err
		}
		o.replaced, mode = info, info.Mode().Perm()
	}
	f, err := createBeside(o.target, mode)
	if err != nil {
		return nil, o.named(err)
	}
	o.temporary, o.Writer = f, f
	return o, nil
}

// createBeside creates a new file in the folder of another.
func createBeside(name string, mode fs.FileMode) (f *os.File, err error) {
	folder, base := filepath.Split(name)
	for i := range 100 {
		temporary := folder + "." + base + "." + strconv.Itoa(os.Getpid()+i) + ".tmp"
		f, err = os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
	return nil, err
}

// commit gives a whole file its name.
func (o *output) commit() error {
	f := o.temporary
	if f == nil {
		return nil
	}
	o.temporary = nil
	err := f.Sync()
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(f.Name(), o.target)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// discard removes a file that was not committed.
func (o *output) discard() {
	if o.temporary != nil {
		o.temporary.Close()
		os.Remove(o.temporary.Name())
		o.temporary = nil
	}
}

// named returns an error of writing with the name that the user gave.
func (o *output) named(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	if o.name == "" {
		return fmt.Errorf("standard output: %w", err)
	}
	return fmt.Errorf("%s: %w", o.name, err)
}

// is tells whether a file is the one that this output replaces.
func (o *output) is(info fs.FileInfo) bool {
	return o.replaced != nil && os.SameFile(o.replaced, info)
}

// isTerminal tells whether what is written can be read in a terminal.
func (o *output) isTerminal() bool { return isTerminal(o.Writer) }

// color tells whether colours are wanted: https://no-color.org.
func (o *output) color() bool {
	return o.isTerminal() && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// width is how many columns a line may have.
func (o *output) width() int {
	const usual = 80
	if o.isTerminal() {
		if width, _, err := term.GetSize(int(o.Writer.(*os.File).Fd())); err == nil {
			return width
		}
	}
	if width, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && width > 0 {
		return width
	}
	return usual
}

// isTerminal tells whether a reader or writer is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
