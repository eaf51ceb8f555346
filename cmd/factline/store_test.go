package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/factline/factline/internal/store"
	"github.com/factline/factline/pipeline/claimsfile"
)

// TestKilled: store add is killed at a random moment and run again, ten times;
// then the store has every article once and all claims that it has without a
// kill.
func TestKilled(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("it runs the command on 2,000 articles 21 times")
	}
	const articles = 2000
	folder := t.TempDir()
	rows := filepath.Join(folder, "rows.jsonl")
	writeArticles(t, rows, articles)
	began := time.Now()
	whole := filepath.Join(folder, "whole.db")
	if out, err := exec.Command("factline", "store", "add", whole, rows).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	usual := time.Since(began)
	want := contents(t, whole)
	if len(want) != articles {
		t.Fatalf("%d articles, want %d", len(want), articles)
	}
	killed := 0
	for i := range 10 {
		name := filepath.Join(folder, fmt.Sprintf("killed%d.db", i))
		c := exec.Command("factline", "store", "add", name, rows)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(usual))
		_ = c.Process.Kill() // it may have ended
		if c.Wait() != nil {
			killed++
		}
		out, err := exec.Command("factline", "store", "add", name, rows).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		t.Logf("after the kill: %s", strings.TrimSpace(string(out)))
		if !slices.Equal(contents(t, name), want) {
			t.Errorf("%s differs from the store of a run that was not killed", name)
		}
	}
	if killed == 0 {
		t.Error("no run was killed before its end")
	}
}

func writeArticles(t *testing.T, name string, n int) {
	t.Helper()
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	for i := range n {
		text := fmt.Sprintf("The mayor of Town %d said on Monday that %d houses had been sold.", i, 100+i)
		if err := encoder.Encode(map[string]string{"id": fmt.Sprint(i), "text": text, "published": "2021-03-04"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// contents returns a line for each article of a store, with what a search finds
// of it, sorted.
func contents(t *testing.T, name string) []string {
	t.Helper()
	s, err := store.Open(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var lines []string
	if err := s.Files(t.Context(), func(f *claimsfile.File) error {
		lines = append(lines, fmt.Sprint(f.Article.ID, " ", len(f.Claims)))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	found, err := s.Search(t.Context(), store.Query{Text: "house sold"})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < len(lines) {
		t.Errorf("%s: %d claims found in %d articles", name, len(found), len(lines))
	}
	slices.Sort(lines)
	return lines
}
