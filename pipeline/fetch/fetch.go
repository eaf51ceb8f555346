// Package fetch gets files from web addresses that somebody else may have
// chosen: within a time and a size, and, unless it is allowed, from public
// addresses only. An address is judged after the resolution of its name and
// again at every redirect, so no name leads to the machine itself or to its
// neighbours.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

// What Options has when it says nothing.
const (
	DefaultTimeout   = 30 * time.Second
	DefaultMaxSize   = 32 << 20
	DefaultRedirects = 5
)

// Options changes how addresses are fetched. The zero value is right for most.
type Options struct {
	// AllowPrivate allows addresses of this machine and of private networks,
	// and the proxies that the environment names.
	AllowPrivate bool
	// Timeout is how long one file may take in all; 0 means DefaultTimeout.
	Timeout time.Duration
	// MaxSize is the largest file in bytes; 0 means DefaultMaxSize.
	MaxSize int64
	// Redirects is how many are followed; 0 means DefaultRedirects.
	Redirects int
	// Resolver, unless nil, resolves names in place of the system's.
	Resolver *net.Resolver
}

var (
	// ErrPrivate is wrapped by the error of an address that is not public.
	ErrPrivate = errors.New("not a public address")
	// ErrTooLarge is what reading a file above the limit gives.
	ErrTooLarge = errors.New("file too large")
)

// File is what stands at an address. Its Body must be closed.
type File struct {
	URL         string // the last one, after redirects
	ContentType string // as the server says, with its parameters
	Body        io.ReadCloser
}

// Get fetches what stands at an address of http or https.
func Get(ctx context.Context, address string, options Options) (*File, error) {
	options = options.withDefaults()
	u, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	if err := checkURL(u); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, options.Timeout)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		cancel()
		return nil, err
	}
	request.Header.Set("User-Agent", "factline (+https://github.com/factline/factline)")
	request.Header.Set("Accept", "text/html, application/xhtml+xml, */*;q=0.8")
	response, err := options.client().Do(request)
	if err != nil {
		cancel()
		return nil, plain(err)
	}
	file := &File{
		URL: response.Request.URL.String(), ContentType: response.Header.Get("Content-Type"),
		Body: &body{in: response.Body, left: options.MaxSize, cancel: cancel},
	}
	if response.StatusCode != http.StatusOK {
		file.Body.Close()
		return nil, fmt.Errorf("the server answers %s", response.Status)
	}
	if response.ContentLength > options.MaxSize {
		file.Body.Close()
		return nil, fmt.Errorf("%w: %d bytes, the limit is %d", ErrTooLarge, response.ContentLength, options.MaxSize)
	}
	return file, nil
}

func (o Options) withDefaults() Options {
	if o.Timeout == 0 {
		o.Timeout = DefaultTimeout
	}
	if o.MaxSize == 0 {
		o.MaxSize = DefaultMaxSize
	}
	if o.Redirects == 0 {
		o.Redirects = DefaultRedirects
	}
	return o
}

// client returns a client of one use: no connection is kept for the next one.
func (o Options) client() *http.Client {
	dialer := &net.Dialer{Timeout: o.Timeout, Resolver: o.Resolver}
	transport := &http.Transport{
		DialContext:            dialer.DialContext,
		TLSHandshakeTimeout:    o.Timeout,
		ResponseHeaderTimeout:  o.Timeout,
		MaxResponseHeaderBytes: 1 << 20,
		DisableKeepAlives:      true,
		ForceAttemptHTTP2:      true,
	}
	if o.AllowPrivate {
		transport.Proxy = http.ProxyFromEnvironment
	} else {
		// Control sees the address that is about to be dialled. A proxy would
		// resolve names where nobody judges them, so there is none.
		dialer.Control = func(_, address string, _ syscall.RawConn) error { return checkAddress(address) }
	}
	return &http.Client{
		Transport: transport,
		CheckRedirect: func(next *http.Request, before []*http.Request) error {
			if len(before) > o.Redirects {
				return fmt.Errorf("more than %d redirects", o.Redirects)
			}
			return checkURL(next.URL)
		},
	}
}

func checkURL(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("%.20q is not http or https", u.Scheme)
	}
	if u.Hostname() == "" {
		return errors.New("an address without a host")
	}
	return nil
}

// checkAddress refuses an IP address and port that are not public.
func checkAddress(address string) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	if !isPublic(at.Addr()) {
		return fmt.Errorf("%w: %s (--allow-private allows it)", ErrPrivate, at.Addr())
	}
	return nil
}

// isPublic tells whether an address can be that of somebody else's server.
func isPublic(a netip.Addr) bool {
	a = a.WithZone("").Unmap()
	allowed := public6
	if a.Is4() {
		allowed = public4
	}
	if !allowed.Contains(a) {
		return false
	}
	for _, p := range notPublic {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

var (
	public4 = netip.MustParsePrefix("0.0.0.0/0")
	public6 = netip.MustParsePrefix("2000::/3") // all that is given out of IPv6 (RFC 4291)
)

// notPublic are the blocks that the IANA registries of special-purpose addresses
// (RFC 6890) do not call globally reachable, and those that hold an address of
// IPv4 which a gateway may lead to.
var notPublic = prefixes(
	"0.0.0.0/8",       // this network
	"10.0.0.0/8",      // private
	"100.64.0.0/10",   // carriers' address translation
	"127.0.0.0/8",     // loopback
	"169.254.0.0/16",  // link-local, and the metadata services of clouds
	"172.16.0.0/12",   // private
	"192.0.0.0/24",    // protocol assignments
	"192.0.2.0/24",    // documentation
	"192.88.99.0/24",  // relays of 6to4
	"192.168.0.0/16",  // private
	"198.18.0.0/15",   // benchmarks
	"198.51.100.0/24", // documentation
	"203.0.113.0/24",  // documentation
	"224.0.0.0/3",     // multicast, reserved, broadcast
	"2001::/23",       // protocol assignments, Teredo among them
	"2001:db8::/32",   // documentation
	"2002::/16",       // 6to4
	"3fff::/20",       // documentation
)

func prefixes(list ...string) []netip.Prefix {
	all := make([]netip.Prefix, len(list))
	for i, s := range list {
		all[i] = netip.MustParsePrefix(s)
	}
	return all
}

// plain returns what is wrong without the method and the address, which the
// caller knows.
func plain(err error) error {
	var wrong *url.Error
	if errors.As(err, &wrong) {
		err = wrong.Err
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return errors.New("the server takes too long")
	}
	return err
}

// body reads a file up to a limit.
type body struct {
	in     io.ReadCloser
	left   int64
	cancel context.CancelFunc
}

func (b *body) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.in.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return n - 1, ErrTooLarge
	}
	if err != nil && err != io.EOF {
		err = plain(err)
	}
	return n, err
}

func (b *body) Close() error {
	defer b.cancel()
	return b.in.Close()
}
