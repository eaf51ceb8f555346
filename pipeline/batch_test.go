package pipeline_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline"
)

// numbered returns articles whose text is their number, and errors in place of
// those that bad names.
func numbered(n int, bad ...int) iter.Seq2[extract.Article, error] {
	return func(yield func(extract.Article, error) bool) {
		for i := range n {
			a, err := extract.Article{ID: strconv.Itoa(i), Text: strconv.Itoa(i)}, error(nil)
			if slices.Contains(bad, i) {
				a, err = extract.Article{}, fmt.Errorf("bad %d", i)
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// withStage returns a pipeline of one stage.
func withStage(t testing.TB, apply func(*extract.Document)) *pipeline.Pipeline {
	return newPipeline(t, pipeline.Options{Stages: []extract.Stage{{Name: "only", Provides: extract.LayerTokens, Apply: apply}}})
}

func textOf(doc *extract.Document) (string, error) { return doc.Text, nil }

// collect writes results and errors as one line.
func collect(results iter.Seq2[string, error]) string {
	var out []string
	for s, err := range results {
		if err != nil {
			s, _, _ = strings.Cut(err.Error(), "\n")
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestRunAll(t *testing.T) {
	// The first articles take longest, so that without order the last ones
	// would come first.
	slow := func(doc *extract.Document) {
		if len(doc.Text) == 1 {
			time.Sleep(5 * time.Millisecond)
		}
		if doc.Text == "13" {
			panic("thirteen")
		}
	}
	finish := func(doc *extract.Document) (string, error) {
		switch doc.Text {
		case "14":
			return "", errors.New("no 14")
		case "15":
			panic("fifteen")
		}
		return doc.Text, nil
	}
	tests := []struct {
		reason   string
		articles iter.Seq2[extract.Article, error]
		want     string
	}{
		{"nothing to do", numbered(0), ""},
		{"one article, many workers", numbered(1), "0"},
		{"in the order of the articles", numbered(12), "0 1 2 3 4 5 6 7 8 9 10 11"},
		{"errors of the reader stand in their places", numbered(5, 0, 2, 4), "bad 0 1 bad 2 3 bad 4"},
		{"a stage, finish, or a panic in either fails one article alone", numbered(17, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
			`bad 0 bad 1 bad 2 bad 3 bad 4 bad 5 bad 6 bad 7 bad 8 bad 9 bad 10 bad 11 12 ` +
				`13: stage "only" panicked: thirteen no 14 15: finishing panicked: fifteen 16`},
	}
	for _, tt := range tests {
		for _, workers := range []int{-1, 1, 2, 8} {
			got := collect(pipeline.RunAll(t.Context(), withStage(t, slow), tt.articles, workers, finish))
			if got != tt.want {
				t.Errorf("%s: %d workers: got %q, want %q", tt.reason, workers, got, tt.want)
			}
		}
	}
}

// TestRunAllWindow: no more articles are read than a bounded number above those
// whose results were taken.
func TestRunAllWindow(t *testing.T) {
	const workers, most = 3, 4*3 + 2*3
	read := 0
	var lock sync.Mutex
	articles := func(yield func(extract.Article, error) bool) {
		for a, err := range numbered(500) {
			lock.Lock()
			read++
			lock.Unlock()
			if !yield(a, err) {
				return
			}
		}
	}
	taken := 0
	for range pipeline.RunAll(t.Context(), withStage(t, func(*extract.Document) {}), articles, workers, textOf) {
		if taken%100 == 0 {
			time.Sleep(10 * time.Millisecond) // long enough to read everything, were there no bound
		}
		taken++
		lock.Lock()
		ahead := read - taken
		lock.Unlock()
		if ahead > most {
			t.Fatalf("%d articles were read and not taken, want at most %d", ahead, most)
		}
	}
	if taken != 500 {
		t.Errorf("%d results, want 500", taken)
	}
}

// TestRunAllCancel: after a cancellation the results are a whole beginning of
// all results, with every article that a worker began.
func TestRunAllCancel(t *testing.T) {
	for _, workers := range []int{1, 4} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var begun atomic.Int64
		p := withStage(t, func(doc *extract.Document) {
			if begun.Add(1) == 20 {
				cancel()
			}
		})
		var got []string
		for s, err := range pipeline.RunAll(ctx, p, numbered(10000), workers, textOf) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, s)
		}
		for i, s := range got {
			if s != strconv.Itoa(i) {
				t.Fatalf("result %d is %q", i, s)
			}
		}
		if n := int(begun.Load()); len(got) != n || n > 20+workers {
			t.Errorf("%d workers: %d results of %d articles begun", workers, len(got), n)
		}
	}
}

// TestRunAllCancelWhileReading: a reader that waits for input does not keep
// RunAll from ending, and what is finished is not lost.
func TestRunAllCancelWhileReading(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	wait := make(chan struct{})
	defer close(wait)
	articles := func(yield func(extract.Article, error) bool) {
		for a, err := range numbered(3) {
			if !yield(a, err) {
				return
			}
		}
		<-wait
	}
	taken := 0
	for range pipeline.RunAll(ctx, withStage(t, func(*extract.Document) {}), articles, 2, textOf) {
		if taken++; taken == 3 {
			cancel()
		}
	}
	if taken != 3 {
		t.Errorf("%d results, want 3", taken)
	}
}

// TestRunAllBreak: a caller may stop taking results.
func TestRunAllBreak(t *testing.T) {
	ended := make(chan struct{})
	articles := func(yield func(extract.Article, error) bool) {
		defer close(ended)
		for a, err := range numbered(10000) {
			if !yield(a, err) {
				return
			}
		}
	}
	taken := 0
	for range pipeline.RunAll(t.Context(), withStage(t, func(*extract.Document) {}), articles, 2, textOf) {
		if taken++; taken == 5 {
			break
		}
	}
	<-ended // or the test runs into its time limit
}

func BenchmarkRunAll(b *testing.B) {
	text, err := os.ReadFile(articleFolder + "/amazon-tiktok.txt")
	if err != nil {
		b.Fatal(err)
	}
	p := newPipeline(b, pipeline.Options{})
	for _, workers := range []int{1, 2, 8} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			articles := func(yield func(extract.Article, error) bool) {
				for range b.N {
					if !yield(extract.Article{ID: "amazon-tiktok", Text: string(text)}, nil) {
						return
					}
				}
			}
			for _, err := range pipeline.RunAll(b.Context(), p, articles, workers, textOf) {
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
