package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
)

// Exit codes beside 0.
const (
	exitFailed      = 1
	exitUsage       = 2
	exitInterrupted = 130
)

// failure is an error that is no wrong usage. Without err, what failed is
// already reported.
type failure struct {
	code int
	err  error
}

func (f *failure) Error() string {
	if f.err == nil {
		return "failed"
	}
	return f.err.Error()
}

func fail(err error) error { return &failure{exitFailed, err} }

// run is the command: it returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := rootCommand()
	root.SetArgs(append([]string{}, args...))
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	called, err := root.ExecuteC()
	if err == nil {
		return 0
	}
	var f *failure
	if errors.As(err, &f) {
		if f.err != nil {
			report(stderr, f.err)
		}
		return f.code
	}
	report(stderr, fmt.Errorf("%s (see %s --help)", firstLine(err.Error()), called.CommandPath()))
	return exitUsage
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "factline",
		Short: "Find the checkable facts of news articles",
		Long: `factline reads news articles and writes, for each one, a claims file: JSON with every
checkable fact of the article and its exact place in the text.`,
		SilenceErrors:      true,
		SilenceUsage:       true,
		DisableSuggestions: true,
	}
	// Not cobra's own --version: a text/template that the linker cannot see
	// through makes it keep every method of the program, 5 MB of them.
	version := root.Flags().Bool("version", false, "print the version")
	root.RunE = func(c *cobra.Command, _ []string) error {
		if *version {
			return put(c, versionLine())
		}
		return c.Help()
	}
	root.AddCommand(extractCommand(), serveCommand(), reportCommand(), mcpCommand(), storeCommand(), searchCommand(),
		timelineCommand(), exportCommand(), compareCommand(), stagesCommand(), schemaCommand(), validateCommand(), versionCommand())
	return root
}

// report writes an error as one line.
func report(stderr io.Writer, err error) {
	fmt.Fprintf(stderr, "factline: %s\n", firstLine(message(err)))
}

// message is the text of an error without the name of the system call.
func message(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) && err == error(path) {
		return path.Path + ": " + path.Err.Error()
	}
	return err.Error()
}

// firstLine returns the first line of s without characters that a terminal
// would obey.
func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}
