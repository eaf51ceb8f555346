package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/factline/factline/pipeline/claimsfile"
)

// lineWriter calls a function after a number of lines.
type lineWriter struct {
	bytes.Buffer
	lines int
	then  func()
}

func (w *lineWriter) Write(b []byte) (int, error) {
	n, err := w.Buffer.Write(b)
	for range bytes.Count(b, []byte("\n")) {
		if w.lines--; w.lines == 0 {
			w.then()
		}
	}
	return n, err
}

// interrupt is Ctrl-C.
func interrupt(t *testing.T) {
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Signal(os.Interrupt)
	}
	if err != nil {
		t.Error(err)
	}
}

// endless writes rows until nobody reads them.
func endless(t *testing.T) io.Reader {
	r, w := io.Pipe()
	t.Cleanup(func() { r.Close() })
	go func() {
		for i := 0; json.NewEncoder(w).Encode(testRow(i)) == nil; i++ {
		}
	}()
	return r
}

// TestInterrupt: Ctrl-C ends an extraction whose input does not end, and what
// was finished is there and whole.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot send itself an interrupt here")
	}
	out := &lineWriter{lines: 10, then: func() { interrupt(t) }}
	var stderr bytes.Buffer
	code := run([]string{"extract", "--input-format", "jsonl", "--format", "jsonl"}, endless(t), out, &stderr)
	written := validLines(t, out.Bytes())
	if want := fmt.Sprintf("factline: interrupted after %d articles\n", written); code != exitInterrupted || stderr.String() != want {
		t.Errorf("exit code %d, stderr %q; want %d, %q", code, stderr.String(), exitInterrupted, want)
	}
	if written < 10 {
		t.Errorf("%d articles written, want at least 10", written)
	}
}

// TestInterruptFile: the same for --output, when the input has come to a halt.
func TestInterruptFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot send itself an interrupt here")
	}
	folder := t.TempDir()
	name := filepath.Join(folder, "out.jsonl")
	r, w := io.Pipe()
	defer r.Close()
	go func() {
		for i := range 5 {
			if err := json.NewEncoder(w).Encode(testRow(i)); err != nil {
				t.Error(err)
			}
		}
		// Five articles are read; Ctrl-C comes once they are written, too.
		for {
			if b, _ := os.ReadFile(temporaryOf(folder)); bytes.Count(b, []byte("\n")) == 5 {
				interrupt(t)
				return
			}
		}
	}()
	var stdout, stderr bytes.Buffer
	code := run([]string{"extract", "--input-format", "jsonl", "--format", "jsonl", "--output", name}, r, &stdout, &stderr)
	if code != exitInterrupted || stderr.String() != "factline: interrupted after 5 articles\n" {
		t.Errorf("exit code %d, stderr %q", code, stderr.String())
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if n := validLines(t, b); n != 5 {
		t.Errorf("%d articles in the file, want 5", n)
	}
	if temporary := temporaryOf(folder); temporary != "" {
		t.Errorf("%s is left", temporary)
	}
}

func temporaryOf(folder string) string {
	files, _ := filepath.Glob(filepath.Join(folder, ".*.tmp"))
	return strings.Join(files, " ")
}

// validLines returns the number of claims files, each a line that ends and is
// valid.
func validLines(t *testing.T, b []byte) int {
	t.Helper()
	n := 0
	for line := range bytes.Lines(b) {
		n++
		if err := claimsfile.Validate(line); err != nil || !bytes.HasSuffix(line, []byte("\n")) {
			t.Errorf("line %d: %v: %.80q", n, err, line)
		}
	}
	return n
}

// TestClosedPipe: when nobody reads the results any more, that is an error.
func TestClosedPipe(t *testing.T) {
	r, w := io.Pipe()
	var once sync.Once
	go func() {
		if _, err := r.Read(make([]byte, 1)); err != nil {
			t.Error(err)
		}
		once.Do(func() { r.Close() })
	}()
	var stderr bytes.Buffer
	code := run([]string{"extract", "--input-format", "jsonl"}, endless(t), w, &stderr)
	if code != exitFailed || !strings.HasPrefix(stderr.String(), "factline: standard output: ") {
		t.Errorf("exit code %d, stderr %q", code, stderr.String())
	}
}

// TestHostile: texts that no newsroom writes give valid claims files.
func TestHostile(t *testing.T) {
	size := 1 << 15
	if testing.Short() {
		size = 1 << 12
	}
	texts := []struct{ reason, piece string }{
		{"no blank", "x"}, {"no blank, digits", "7"}, {"no blank, mixed", "a1-"},
		{"newlines", "\n"}, {"newlines of another system", "\r\n"}, {"lone carriage returns", "\r"},
		{"opening brackets", "("}, {"brackets", "()"}, {"quotes", "\""}, {"curly quotes", "“"}, {"apostrophes", "'"},
		{"full stops", "."}, {"emoji", "👩‍👩‍👧 "}, {"flags without blank", "🇬🇧"}, {"combining marks", "e\u0301\u0301"},
		{"right to left", "שלום עולם. "}, {"right to left override", "\u202eabc "}, {"NUL", "\x00"}, {"NUL in words", "a\x00b "},
		{"a number after the other", "3 "}, {"names without end", "Anna "}, {"separators of lines", "a\u2028b\u0085c\x1c"},
	}
	for _, tt := range texts {
		for _, format := range []string{"jsonl", "conllu", "table"} {
			size := size
			if format != "jsonl" {
				size = min(size, 1<<12)
			}
			text := strings.Repeat(tt.piece, size/len(tt.piece)+1)[:size/len(tt.piece)*len(tt.piece)]
			var stdout, stderr bytes.Buffer
			code := run([]string{"extract", "--any-language", "--format", format}, strings.NewReader(text), &stdout, &stderr)
			if code != 0 || stderr.Len() > 0 {
				t.Errorf("%s: %s: exit code %d, %q", tt.reason, format, code, stderr.String())
				continue
			}
			switch format {
			case "jsonl":
				if n := validLines(t, stdout.Bytes()); n != 1 {
					t.Errorf("%s: %d lines", tt.reason, n)
				}
			case "conllu":
				checkCoNLLU(t, tt.reason, stdout.String())
			}
		}
	}
}

// checkCoNLLU checks that every line is a comment, empty, or has ten columns
// that are not empty and hold no blank.
func checkCoNLLU(t *testing.T, reason, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") && strings.Count(line, "\t") == 0 {
			continue
		}
		columns := strings.Split(line, "\t")
		for i, c := range columns {
			if c == "" || strings.ContainsFunc(c, func(r rune) bool { return r <= ' ' && r != 0 }) {
				t.Errorf("%s: column %d of %.80q", reason, i+1, line)
				return
			}
		}
		if len(columns) != 10 {
			t.Errorf("%s: %d columns: %.80q", reason, len(columns), line)
			return
		}
	}
}
