package article

import (
	"net/url"
	"strings"

	"github.com/factline/factline/pipeline/fetch"
)

// isAddress tells whether a name is an address on the web.
func isAddress(name string) bool {
	scheme, _, ok := strings.Cut(name, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// address reads what stands at an address on the web.
func (r *reader) address(name string) bool {
	file, err := fetch.Get(r.Context, name, r.Fetch)
	if err != nil {
		return r.fail(name, err)
	}
	defer file.Body.Close()
	in := &input{name: name, contentType: file.ContentType, source: file.URL}
	if u, err := url.Parse(file.URL); err == nil {
		in.path = u.Path
	}
	return r.stream(in, file.Body)
}
