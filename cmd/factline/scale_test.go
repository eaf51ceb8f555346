package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestScale runs the shell pipeline of docs/scale.md: it gives the same claims
// as one process.
func TestScale(t *testing.T) {
	if raceDetector || runtime.GOOS == "windows" {
		t.Skip("it needs a shell, and processes that start quickly")
	}
	page, err := os.ReadFile("../../docs/scale.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, found := strings.Cut(string(page), "```sh\n")
	block, _, closed := strings.Cut(block, "```")
	if !found || !closed {
		t.Fatal("docs/scale.md has no commands")
	}
	for _, tool := range []string{"sh", "split", "xargs"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(err)
		}
	}
	folder := t.TempDir()
	writeArticles(t, filepath.Join(folder, "articles.jsonl"), 2500)
	shell := exec.Command("sh", "-euc", block)
	shell.Dir = folder
	if out, err := shell.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	parts, err := filepath.Glob(filepath.Join(folder, "part-?????"))
	if err != nil || len(parts) != 3 {
		t.Errorf("%d parts, %v", len(parts), err)
	}
	single := exec.Command("factline", "extract", "--format", "jsonl", "articles.jsonl")
	single.Dir = folder
	want, err := single.Output()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(folder, "claims.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%d bytes of claims, want %d as from one process", len(got), len(want))
	}
}
