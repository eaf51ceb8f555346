package view

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/claimsfile"
)

func reportOf(t *testing.T, files ...*claimsfile.File) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteReport(&b, files); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var (
	addresses = regexp.MustCompile(`(?:src|href|action|url)\s*[=(]\s*["']?([^"'\s>)]*)`)
	ids       = regexp.MustCompile(` id="([^"]*)"`)
	targets   = regexp.MustCompile(` href="#([^"]*)"`)
)

// TestReport: a report names no other file, every id is there once, and every
// link has a target.
func TestReport(t *testing.T) {
	hostile := `Ada Lee said on 3 May 2020: "<img src=//evil.example/a onerror=run()> was not sold for $5m." </script><script>run()</script>`
	one := fileOf(t, extract.Article{ID: "one", Title: "</title><script>run()</script>", Text: hostile})
	two := fileOf(t, extract.Article{ID: "two", Source: "javascript:run()", Text: "Ada Lee sold 12 cars.\nShe did not sell more."})
	for _, files := range [][]*claimsfile.File{{one}, {one, two}} {
		report := reportOf(t, files...)
		if again := reportOf(t, files...); again != report {
			t.Error("two reports of the same differ")
		}
		if n := strings.Count(report, "<script"); n != 1 {
			t.Errorf("%d scripts", n)
		}
		markup := regexp.MustCompile(`(?s)<(script|style|textarea).*?</(script|style|textarea)>`).ReplaceAllString(report, "")
		known := map[string]bool{}
		for _, id := range ids.FindAllStringSubmatch(markup, -1) {
			if known[id[1]] {
				t.Errorf("id %s twice", id[1])
			}
			known[id[1]] = true
		}
		for _, link := range targets.FindAllStringSubmatch(markup, -1) {
			if !known[link[1]] {
				t.Errorf("link to #%s, which is nowhere", link[1])
			}
		}
		for _, tag := range regexp.MustCompile(`<[a-z][^>]*>`).FindAllString(markup, -1) {
			for _, address := range addresses.FindAllStringSubmatch(tag, -1) {
				if a := address[1]; !strings.HasPrefix(a, "#") && a != "/download" && !strings.Contains(tag, "title=") {
					t.Errorf("address %q in %s", a, tag)
				}
			}
		}
	}
}
