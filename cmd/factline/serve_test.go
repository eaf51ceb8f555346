package main

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// TestServe: the service answers with what extract writes, and Ctrl-C ends it
// well.
func TestServe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot send itself an interrupt here")
	}
	text, err := os.ReadFile("../../testdata/articles/court.txt")
	if err != nil {
		t.Fatal(err)
	}
	r, w := io.Pipe()
	code := make(chan int, 1)
	go func() { code <- run([]string{"serve", "--address", "127.0.0.1:0"}, nil, io.Discard, w) }()
	line := make([]byte, 200)
	n, err := r.Read(line)
	if err != nil {
		t.Fatal(err)
	}
	address := regexp.MustCompile(`http://127.0.0.1:\d+`).FindString(string(line[:n]))
	answer, err := http.Post(address+"/v1/extract", "text/plain", bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(answer.Body)
	answer.Body.Close()
	if err != nil {
		t.Fatal(err)
	}
	var want, stderr bytes.Buffer
	if code := run([]string{"extract"}, strings.NewReader(string(text)), &want, &stderr); code != 0 {
		t.Fatal(stderr.String())
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Errorf("status %d: not what extract writes: %.200s", answer.StatusCode, got)
	}
	interrupt(t)
	if code := <-code; code != 0 {
		t.Errorf("exit code %d", code)
	}
}
