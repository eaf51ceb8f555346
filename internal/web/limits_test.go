package web_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/factline/factline/internal/web"
)

// serve runs a server on a real connection and returns its address, and a
// function that ends it and returns its error.
func serve(t *testing.T, options web.Options) (address string, stop func() error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	s := newServer(t, options)
	go func() { done <- s.Serve(ctx, l) }()
	var once sync.Once
	stop = func() (err error) {
		once.Do(func() {
			cancel()
			err = <-done
		})
		return err
	}
	t.Cleanup(func() { _ = stop() })
	return l.Addr().String(), stop
}

func post(address, body string) (int, string, error) {
	r, err := http.Post("http://"+address+"/v1/extract", "text/plain", strings.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	return r.StatusCode, string(b), err
}

func mustLive(t *testing.T, address string) {
	t.Helper()
	if code, _, err := post(address, "Ada Lee sold 12 cars."); code != 200 {
		t.Errorf("afterwards: status %d, %v", code, err)
	}
}

// raw writes a request as it is and returns the status line of the answer. It
// returns when write has, whose connection is closed after the answer.
func raw(t *testing.T, address string, write func(io.Writer)) string {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	written := make(chan struct{})
	go func() {
		defer close(written)
		write(c)
	}()
	line, err := bufio.NewReader(c).ReadString('\n')
	c.Close()
	<-written
	if err != nil {
		return err.Error()
	}
	return strings.TrimSpace(line)
}

func TestManyHeaders(t *testing.T) {
	address, _ := serve(t, web.Options{})
	got := raw(t, address, func(w io.Writer) {
		fmt.Fprint(w, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
		for i := range 100_000 {
			fmt.Fprintf(w, "X-%d: a\r\n", i)
		}
		fmt.Fprint(w, "\r\n")
	})
	if got != "HTTP/1.1 431 Request Header Fields Too Large" {
		t.Errorf("got %q", got)
	}
	mustLive(t, address)
}

// TestHugeBody: of a gigabyte no more is read than the limit.
func TestHugeBody(t *testing.T) {
	address, _ := serve(t, web.Options{MaxBody: 1 << 20})
	for _, length := range []string{"Content-Length: 1073741824", "Transfer-Encoding: chunked"} {
		sent := 0
		got := raw(t, address, func(w io.Writer) {
			fmt.Fprintf(w, "POST /v1/extract HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\n%s\r\n\r\n", length)
			block := strings.Repeat("a", 1<<16)
			if strings.HasPrefix(length, "Transfer") {
				block = "10000\r\n" + block + "\r\n"
			}
			for sent < 1<<30 {
				n, err := io.WriteString(w, block)
				if sent += n; err != nil {
					return
				}
			}
		})
		if got != "HTTP/1.1 413 Request Entity Too Large" || sent == 1<<30 {
			t.Errorf("%s: got %q after %d bytes", length, got, sent)
		}
	}
	mustLive(t, address)
}

// TestSlowLoris: senders who never end their headers do not keep others out,
// and are sent away.
func TestSlowLoris(t *testing.T) {
	if testing.Short() {
		t.Skip("it waits for a timeout")
	}
	address, _ := serve(t, web.Options{})
	var slow []net.Conn
	for range 300 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		fmt.Fprint(c, "POST /v1/extract HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ")
		slow = append(slow, c)
	}
	mustLive(t, address)
	for _, c := range slow[:3] {
		if err := c.SetReadDeadline(time.Now().Add(30 * time.Second)); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadAll(c); err != nil {
			t.Errorf("the connection stays: %v", err)
		}
	}
	mustLive(t, address)
}

// slowPost is a request whose article is sent in two parts.
type slowPost struct {
	body   *io.PipeWriter
	answer chan int // its status; 0 for none
}

// begin sends the first part.
func begin(t *testing.T, address string) slowPost {
	t.Helper()
	r, w := io.Pipe()
	p := slowPost{w, make(chan int, 1)}
	go func() {
		answer, err := http.Post("http://"+address+"/v1/extract", "text/plain", r)
		if err != nil {
			t.Error(err)
			p.answer <- 0
			return
		}
		answer.Body.Close()
		p.answer <- answer.StatusCode
	}()
	if _, err := io.WriteString(w, "Ada Lee "); err != nil {
		t.Fatal(err)
	}
	return p
}

// end sends the rest, which must have an answer.
func (p slowPost) end(t *testing.T) {
	t.Helper()
	if _, err := io.WriteString(p.body, "sold 12 cars."); err != nil {
		t.Error(err)
	}
	p.body.Close()
	if code := <-p.answer; code != http.StatusOK {
		t.Errorf("status %d", code)
	}
}

// TestTooMany: what is over the number of requests is told to come again, and
// the others have their answers.
func TestTooMany(t *testing.T) {
	address, _ := serve(t, web.Options{MaxRequests: 2})
	var slow []slowPost
	for range 2 {
		slow = append(slow, begin(t, address))
	}
	refused := false
	for range 1000 { // until both have reached the server
		r, err := http.Post("http://"+address+"/v1/extract", "text/plain", strings.NewReader("a"))
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if refused = r.StatusCode == http.StatusTooManyRequests; refused {
			if r.Header.Get("Retry-After") == "" {
				t.Error("no Retry-After")
			}
			break
		}
	}
	if !refused {
		t.Error("no request is refused")
	}
	for _, p := range slow {
		p.end(t)
	}
	mustLive(t, address)
}

// TestSlowReader: who asks and does not read the answer keeps nobody out.
func TestSlowReader(t *testing.T) {
	address, _ := serve(t, web.Options{MaxRequests: 1, Workers: 1})
	text := strings.Repeat("Ada Lee sold 12 cars on Monday. ", 4000)
	for range 5 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		fmt.Fprintf(c, "POST /v1/extract HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s", len(text), text)
		status, err := bufio.NewReaderSize(c, 16).ReadString('\n') // the answer has begun; no more of it is read
		if err != nil || !strings.Contains(status, "200") {
			t.Errorf("%q, %v", status, err)
		}
	}
	mustLive(t, address)
}

func TestTimeout(t *testing.T) {
	s := newServer(t, web.Options{Timeout: time.Nanosecond})
	w := send(s, "POST", "/v1/extract", "Ada Lee sold 12 cars.", "Content-Type", "text/plain")
	if w.Code != http.StatusServiceUnavailable {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
}

// TestShutdown: a request at work has its answer, and no other is taken.
func TestShutdown(t *testing.T) {
	address, stop := serve(t, web.Options{})
	slow := begin(t, address)
	mustLive(t, address) // the first request is now in the server, which took it before
	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	for { // until nobody is let in any more
		c, err := net.Dial("tcp", address)
		if err != nil {
			break
		}
		c.Close()
	}
	slow.end(t)
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}
