package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
)

// block is a fenced part of README.md: its language and its lines.
type block struct {
	language string
	lines    []string
}

// blocks returns the fenced parts of README.md, which is in the working folder.
func blocks(t *testing.T) []block {
	t.Helper()
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var all []block
	inside := false
	for line := range strings.Lines(string(readme)) {
		line = strings.TrimSuffix(line, "\n")
		language, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && !inside:
			all = append(all, block{language: language})
			fallthrough
		case fence:
			inside = !inside
		case inside:
			last := &all[len(all)-1]
			last.lines = append(last.lines, line)
		}
	}
	return all
}

// TestReadme runs the factline commands of README.md. What it shows as output
// (json, text) must be lines of the last command's output in that order, and
// its Go code must be that of the example test.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	example, err := os.ReadFile("pipeline/example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	var output string
	for _, b := range blocks(t) {
		switch b.language {
		case "sh":
			output = outputOf(t, b.lines, folder)
		case "json", "text":
			holdsLines(t, output, b.lines)
		case "go":
			holdsLines(t, strings.ReplaceAll(string(example), "\n\t", "\n"), b.lines)
		case "console": // what ends only when it is told to: other tests run it
		default:
			t.Errorf("a block of %q, which no test checks", b.language)
		}
	}
}

// outputOf runs the commands that are factline's and returns what they print.
// Files that they name in /tmp go to the folder.
func outputOf(t *testing.T, commands []string, folder string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	for _, command := range commands {
		arguments, ours := strings.CutPrefix(command, "go run ./cmd/factline ")
		if !ours {
			continue
		}
		arguments = strings.ReplaceAll(arguments, "/tmp", folder)
		if code := run(strings.Fields(arguments), nil, &stdout, &stderr); code != 0 {
			t.Errorf("%s: exit code %d: %s", command, code, stderr.String())
		}
	}
	return stdout.String()
}

var claimNumbers = regexp.MustCompile(`(?m)^c[0-9]+ +`)

// holdsLines demands the lines in the text, in their order; "..." stands for
// any others. The numbers of claims in a table may differ: each new claim
// changes those after it.
func holdsLines(t *testing.T, text string, lines []string) {
	t.Helper()
	text = "\n" + claimNumbers.ReplaceAllString(text, "c")
	for _, line := range lines {
		line = claimNumbers.ReplaceAllString(line, "c")
		if line == "..." {
			continue
		}
		i := strings.Index(text, "\n"+line+"\n")
		if i < 0 {
			t.Errorf("README.md shows a line that the program does not: %s", line)
			continue
		}
		text = text[i+len(line)+1:]
	}
}
