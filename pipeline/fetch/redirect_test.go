package fetch

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
)

// firstPublic dials a server of this test for public.example, and everything
// else as the client of the package does.
type firstPublic struct {
	http.RoundTripper
	target string
}

func (f firstPublic) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Hostname() == "public.example" {
		return &http.Response{StatusCode: http.StatusFound, Header: http.Header{"Location": {f.target}}, Body: io.NopCloser(strings.NewReader("")), Request: r}, nil
	}
	return f.RoundTripper.RoundTrip(r)
}

// TestEveryRedirectIsJudged: a public server may send on to an address that is
// judged like the first one.
func TestEveryRedirectIsJudged(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	go http.Serve(listener, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the server of this machine was reached") }))
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	for _, host := range []string{"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0"} {
		client := Options{}.withDefaults().client()
		client.Transport = firstPublic{client.Transport, "http://" + host + ":" + port + "/"}
		request, err := http.NewRequestWithContext(context.Background(), http.MethodGet, "http://public.example/", nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := client.Do(request); !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: %v", host, err)
		}
	}
}

func TestIsPublic(t *testing.T) {
	for _, address := range []string{"93.184.216.34:80", "[2606:2800:220:1::]:443", "[::ffff:93.184.216.34]:80", "100.63.255.255:80", "172.32.0.1:80"} {
		if err := checkAddress(address); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
}
