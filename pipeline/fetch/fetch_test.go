package fetch_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"github.com/factline/factline/pipeline/fetch"
)

// server answers in several ways, by path.
func server(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=windows-1252")
		fmt.Fprint(w, "hello")
	})
	mux.HandleFunc("/to", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.Query().Get("url"), http.StatusFound)
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/slow-body", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "begun")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	mux.HandleFunc("/large", func(w http.ResponseWriter, r *http.Request) {
		if length := r.URL.Query().Get("length"); length != "" {
			w.Header().Set("Content-Length", length)
		}
		fmt.Fprint(w, strings.Repeat("x", 2000))
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

// get fetches an address and reads it to its end.
func get(address string, options fetch.Options) (string, *fetch.File, error) {
	file, err := fetch.Get(context.Background(), address, options)
	if err != nil {
		return "", nil, err
	}
	defer file.Body.Close()
	b, err := io.ReadAll(file.Body)
	return string(b), file, err
}

func TestGet(t *testing.T) {
	s := server(t)
	got, file, err := get(s.URL+"/to?url=/page", fetch.Options{AllowPrivate: true})
	if err != nil || got != "hello" || file.URL != s.URL+"/page" || file.ContentType != "text/html; charset=windows-1252" {
		t.Errorf("got %q, %+v, %v", got, file, err)
	}
	tests := []struct {
		reason, address string
		options         fetch.Options
		want            string
	}{
		{"not found", s.URL + "/none", fetch.Options{}, "the server answers 404 Not Found"},
		{"no server", "http://127.0.0.1:1/", fetch.Options{}, "connection refused"},
		{"redirects without end", s.URL + "/to?url=%2Fto%3Furl%3D%252Fto", fetch.Options{Redirects: 1}, "more than 1 redirects"},
		{"a redirect to a file", s.URL + "/to?url=file%3A%2F%2F%2Fetc%2Fpasswd", fetch.Options{}, `"file" is not http or https`},
		{"another scheme", "ftp://x.example/", fetch.Options{}, `"ftp" is not http or https`},
		{"no host", "http:///x", fetch.Options{}, "an address without a host"},
		{"a server that does not answer", s.URL + "/slow", fetch.Options{Timeout: 50 * time.Millisecond}, "the server takes too long"},
		{"a server that stops", s.URL + "/slow-body", fetch.Options{Timeout: 50 * time.Millisecond}, "the server takes too long"},
		{"more than the limit", s.URL + "/large", fetch.Options{MaxSize: 1999}, "file too large"},
		{"more than the limit, and the server says so", s.URL + "/large?length=2000", fetch.Options{MaxSize: 1999}, "file too large: 2000 bytes, the limit is 1999"},
	}
	for _, tt := range tests {
		tt.options.AllowPrivate = true
		if _, _, err := get(tt.address, tt.options); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.reason, err, tt.want)
		}
	}
	if got, _, err := get(s.URL+"/large", fetch.Options{AllowPrivate: true, MaxSize: 2000}); err != nil || len(got) != 2000 {
		t.Errorf("at the limit: %d bytes, %v", len(got), err)
	}
}

// TestPrivateAddresses: without AllowPrivate no way of writing an address leads
// to this machine or its network.
func TestPrivateAddresses(t *testing.T) {
	s := server(t)
	_, port, _ := net.SplitHostPort(s.Listener.Addr().String())
	for _, host := range []string{
		"127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0", "0",
		"[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "[::1%25lo]",
		"10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255",
		"192.0.2.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1",
		"[fe80::1]", "[fc00::1]", "[fd12:3456::1]", "[fec0::1]", "[ff02::1]", "[2001:db8::1]", "[2001::1]", "[64:ff9b:1::1]",
	} {
		_, _, err := get("http://"+host+":"+port+"/page", fetch.Options{Timeout: 5 * time.Second})
		// The decimal and octal forms are names here, which no resolver knows.
		var unknown *net.DNSError
		if !errors.Is(err, fetch.ErrPrivate) && !errors.As(err, &unknown) {
			t.Errorf("%s: %v", host, err)
		}
	}
}

// resolverTo returns a resolver that gives each name the addresses of a table.
func resolverTo(t *testing.T, table map[string][]string) *net.Resolver {
	return &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		client, server := net.Pipe()
		go answer(t, server, table)
		return client, nil
	}}
}

// answer answers questions of DNS as they come through TCP, each after its length.
func answer(t *testing.T, conn net.Conn, table map[string][]string) {
	defer conn.Close()
	for {
		var length [2]byte
		if _, err := io.ReadFull(conn, length[:]); err != nil {
			return
		}
		question := make([]byte, int(length[0])<<8|int(length[1]))
		if _, err := io.ReadFull(conn, question); err != nil {
			return
		}
		var m dnsmessage.Message
		if err := m.Unpack(question); err != nil {
			t.Error(err)
			return
		}
		m.Response, m.RecursionAvailable, m.Additionals = true, true, nil
		for _, q := range m.Questions {
			for _, a := range table[strings.TrimSuffix(q.Name.String(), ".")] {
				address := netip.MustParseAddr(a)
				head := dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class, TTL: 1}
				switch {
				case address.Is4() && q.Type == dnsmessage.TypeA:
					m.Answers = append(m.Answers, dnsmessage.Resource{Header: head, Body: &dnsmessage.AResource{A: address.As4()}})
				case address.Is6() && q.Type == dnsmessage.TypeAAAA:
					m.Answers = append(m.Answers, dnsmessage.Resource{Header: head, Body: &dnsmessage.AAAAResource{AAAA: address.As16()}})
				}
			}
		}
		packed, err := m.Pack()
		if err != nil {
			t.Error(err)
			return
		}
		if _, err := conn.Write(append([]byte{byte(len(packed) >> 8), byte(len(packed))}, packed...)); err != nil {
			return
		}
	}
}

// TestNamesOfPrivateAddresses: a name is judged by what it resolves to.
func TestNamesOfPrivateAddresses(t *testing.T) {
	s := server(t)
	_, port, _ := net.SplitHostPort(s.Listener.Addr().String())
	resolver := resolverTo(t, map[string][]string{
		"here.example":     {"127.0.0.1"},
		"here6.example":    {"::1"},
		"mapped.example":   {"::ffff:127.0.0.1"},
		"router.example":   {"192.168.0.1"},
		"metadata.example": {"169.254.169.254"},
		"several.example":  {"10.0.0.1", "127.0.0.1", "::1"},
	})
	for _, name := range []string{"here", "here6", "mapped", "router", "metadata", "several"} {
		_, _, err := get("http://"+name+".example:"+port+"/page", fetch.Options{Resolver: resolver, Timeout: 5 * time.Second})
		if !errors.Is(err, fetch.ErrPrivate) {
			t.Errorf("%s: %v", name, err)
		}
	}
	got, _, err := get("http://here.example:"+port+"/page", fetch.Options{Resolver: resolver, AllowPrivate: true})
	if err != nil || got != "hello" {
		t.Errorf("allowed: %q, %v: the resolver of this test does not work", got, err)
	}
}
