package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/factline/factline/pipeline/article"
	"github.com/factline/factline/pipeline/claimsfile"
)

func validateCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "validate FILE...",
		Short: "Check claims files",
		Long: `Check claims files: that they follow the schema, that every text is what the article has at
its offsets, and that every reference has a target. A file may hold several claims files after
one another, as extract writes them with --format json and jsonl; "-" is standard input.

Each error names the file, the line where its claims file begins, and the place inside it.`,
		Example: `  factline validate claims.json
  factline extract --format jsonl articles/ | factline validate -`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, names []string) error {
			v := validation{stdin: c.InOrStdin(), stderr: c.ErrOrStderr()}
			for _, name := range names {
				before := v.errors
				valid := v.file(name)
				if v.errors > before {
					continue
				}
				if err := put(c, fmt.Sprintf("%s: %d valid\n", firstLine(name), valid)); err != nil {
					return err
				}
			}
			if v.errors > 0 {
				return fail(nil)
			}
			return nil
		},
	}
}

// validation checks files and reports what is wrong with them.
type validation struct {
	stdin  io.Reader
	stderr io.Writer
	errors int
}

func (v *validation) report(err error) {
	v.errors++
	report(v.stderr, err)
}

// file checks the claims files in one file and returns how many are valid.
func (v *validation) file(name string) int {
	in := v.stdin
	if name != article.Stdin {
		f, err := os.Open(name)
		if err != nil {
			v.report(err)
			return 0
		}
		defer f.Close()
		in = f
	}
	lines := &lineCounter{in: in}
	decoder := json.NewDecoder(lines)
	valid, found := 0, 0
	for ; ; found++ {
		var file json.RawMessage
		err := decoder.Decode(&file)
		if err == io.EOF {
			break
		}
		if err != nil {
			v.report(fmt.Errorf("%s:%d: %w", name, lines.number(errorOffset(err, decoder)), err))
			return valid
		}
		line := lines.number(decoder.InputOffset() - int64(len(file)))
		problems := problemsOf(claimsfile.Validate(file))
		for _, problem := range problems {
			v.report(fmt.Errorf("%s:%d: %w", name, line, problem))
		}
		if len(problems) == 0 {
			valid++
		}
	}
	if found == 0 {
		v.report(fmt.Errorf("%s: holds no claims file", name))
	}
	return valid
}

// errorOffset is where a decoder met an error.
func errorOffset(err error, decoder *json.Decoder) int64 {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return syntax.Offset - 1
	}
	return decoder.InputOffset()
}

// problemsOf takes the error of claimsfile.Validate apart: one for each place.
func problemsOf(err error) []error {
	if err == nil {
		return nil
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	return []error{err}
}

// lineCounter counts the lines of what is read through it.
type lineCounter struct {
	in       io.Reader
	offset   int64   // bytes read
	passed   int     // line ends before those in newlines
	newlines []int64 // offsets of the line ends that number was not yet asked beyond
}

func (l *lineCounter) Read(b []byte) (int, error) {
	n, err := l.in.Read(b)
	for i, c := range b[:n] {
		if c == '\n' {
			l.newlines = append(l.newlines, l.offset+int64(i))
		}
	}
	l.offset += int64(n)
	return n, err
}

// number returns the number of the line that holds an offset, from 1. Offsets
// must not go down from call to call.
func (l *lineCounter) number(offset int64) int {
	n := 0
	for n < len(l.newlines) && l.newlines[n] < offset {
		n++
	}
	l.newlines = l.newlines[n:]
	l.passed += n
	return l.passed + 1
}
