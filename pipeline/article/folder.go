package article

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

func (r *reader) folder(name string) bool {
	found, more := 0, true
	r.walk(name, func(path string, err error) bool {
		found++
		if err != nil {
			more = r.fail(path, err)
		} else {
			more = r.file(path)
		}
		return more
	})
	if found == 0 {
		return r.fail(name, errors.New("a folder without files to read"))
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
	if formatOfName(withoutCompression(path)) == nil {
		return false
	}
	info, err := os.Stat(path)
	if err != nil { // a link to nothing: opening it says so
		return true
	}
	return !info.IsDir() && (r.Skip == nil || !r.Skip(info))
}

// Size returns how many bytes Read reads for the same arguments, as far as that
// can be told without reading; 0 when it cannot, as for standard input.
func Size(names []string, options Options) int64 {
	total := int64(0)
	for _, name := range names {
		info, err := os.Stat(name)
		switch {
		case name == Stdin, isAddress(name):
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
