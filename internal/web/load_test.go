package web_test

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/web"
)

// TestLoad posts real articles from 200 senders for 30 seconds. Those that are
// told to come again do so after the time that they are told. It prints what
// docs/scores.md has.
func TestLoad(t *testing.T) {
	if os.Getenv("FACTLINE_LOAD") == "" {
		t.Skip("it takes a minute of all cores: FACTLINE_LOAD=1 runs it")
	}
	const senders, length = 200, 30 * time.Second
	names, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal(err)
	}
	var texts, want []string
	for _, name := range names {
		texts = append(texts, readFile(t, name))
		want = append(want, claimsOf(t, extract.Article{ID: "-", Text: texts[len(texts)-1]}))
	}
	address, _ := serve(t, web.Options{})
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: senders}}
	send := func(i int) (code int, wait time.Duration, took time.Duration) {
		begin := time.Now()
		r, err := client.Post("http://"+address+"/v1/extract", "text/plain", strings.NewReader(texts[i]))
		if err != nil {
			t.Error(err)
			return 0, 0, 0
		}
		defer r.Body.Close()
		b, err := io.ReadAll(r.Body)
		took = time.Since(begin)
		if err != nil || r.StatusCode == 200 && string(b) != want[i] {
			t.Errorf("%s: %v, or not what the command writes", names[i], err)
		}
		seconds, _ := strconv.Atoi(r.Header.Get("Retry-After"))
		return r.StatusCode, time.Duration(seconds) * time.Second, took
	}

	var single []time.Duration
	// As long as a machine that has other work needs to show its pace.
	for round, end := 0, time.Now().Add(10*time.Second); time.Now().Before(end); round++ {
		_, _, took := send(round % len(texts))
		single = append(single, took)
	}
	before := heap()

	var mutex sync.Mutex
	codes := map[int]int{}
	var times []time.Duration
	end := time.Now().Add(length)
	var all sync.WaitGroup
	for sender := range senders {
		all.Go(func() {
			for i := sender; time.Now().Before(end); i++ {
				code, wait, took := send(i % len(texts))
				mutex.Lock()
				codes[code]++
				if code == 200 {
					times = append(times, took)
				}
				mutex.Unlock()
				time.Sleep(wait)
			}
		})
	}
	all.Wait()
	client.CloseIdleConnections()
	time.Sleep(2 * time.Second)
	after := heap()

	for code := range codes {
		if code != 200 && code != http.StatusTooManyRequests {
			t.Errorf("status %d", code)
		}
	}
	slices.Sort(single)
	slices.Sort(times)
	p99 := times[len(times)*99/100]
	t.Logf("statuses %v; alone: median %v; of 200 senders: median %v, p99 %v, %.1f times the median alone; heap %d kB before, %d kB after",
		codes, single[len(single)/2], times[len(times)/2], p99, float64(p99)/float64(single[len(single)/2]), before>>10, after>>10)
	if after > before+before/10+1<<20 {
		t.Errorf("the heap has grown from %d to %d bytes", before, after)
	}
}

// heap is how many bytes of memory are in use after a collection.
func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
