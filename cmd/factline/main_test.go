package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/factline/factline/pipeline/claimsfile"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"factline": main})
}

// TestScripts runs testdata/*.txtar: each is one part of the command with its
// flags, files, output, errors and exit codes.
func TestScripts(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector makes the start of each process slow; the other tests work inside one")
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("FACTLINE_UPDATE") != "",
		Setup: func(env *testscript.Env) error {
			schema, err := os.ReadFile("../../pipeline/claimsfile/schema.json")
			if err != nil {
				return err
			}
			return os.WriteFile(env.WorkDir+"/schema.json", schema, 0o666)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":  runForCode,
			"bytes": writeBytes,
			"rows":  writeRows,
		},
	})
}

// runForCode is "code N ARG...": it runs factline, which must exit with code N.
// stdout and stderr match what it wrote.
func runForCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: code N ARG...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	var exit interface{ ExitCode() int }
	got := 0
	switch err := ts.Exec("factline", args[1:]...).(type) {
	case nil:
	case interface{ ExitCode() int }:
		exit = err
		got = exit.ExitCode()
	default:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// writeBytes is "bytes FILE 'text' [TIMES]": it writes a file of text that may
// hold Go's escapes, repeated.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: bytes FILE TEXT [TIMES]")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	if len(args) > 2 {
		times, err := strconv.Atoi(args[2])
		ts.Check(err)
		text = strings.Repeat(text, times)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

// writeRows is "rows N FILE": it writes a JSON Lines file of N articles of
// different lengths.
func writeRows(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: rows N FILE")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	var b strings.Builder
	for i := range n {
		ts.Check(json.NewEncoder(&b).Encode(testRow(i)))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o666))
}

// testRow returns an article that differs from the others in number and length.
func testRow(i int) map[string]string {
	text := fmt.Sprintf("The mayor of Town %d said on Monday that %d houses had been sold.", i, 100+i)
	return map[string]string{"id": strconv.Itoa(i), "text": strings.Repeat(text+"\n", 1+i*7%11), "published": "2021-03-04"}
}

func TestVersionOf(t *testing.T) {
	release := claimsfile.Version
	tests := []struct{ reason, build, want string }{
		{"a release", "v" + release, release},
		{"a build without version control", "(devel)", release},
		{"no build information", "", release},
		{"a commit after the release", "v0.0.0-20260102030405-abcdef012345+dirty", release + " (build v0.0.0-20260102030405-abcdef012345+dirty)"},
	}
	for _, tt := range tests {
		if got := versionOf(tt.build); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}
