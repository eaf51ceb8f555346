package web_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/web/view"
	"github.com/factline/factline/pipeline/claimsfile"
)

// report writes the report of articles and returns its file.
func (b *tab) report(names ...string) string {
	b.t.Helper()
	var files []*claimsfile.File
	for _, name := range names {
		f, err := claimsfile.Decode(strings.NewReader(claimsOf(b.t, extract.Article{ID: name, Text: readFile(b.t, name)})))
		if err != nil {
			b.t.Fatal(err)
		}
		files = append(files, f)
	}
	var report bytes.Buffer
	if err := view.WriteReport(&report, files); err != nil {
		b.t.Fatal(err)
	}
	file := filepath.Join(b.t.TempDir(), "report.html")
	if err := os.WriteFile(file, report.Bytes(), 0o666); err != nil {
		b.t.Fatal(err)
	}
	return file
}

// TestReportCompares: what the index says of two articles leads to both places,
// on a wide window and on a phone.
func TestReportCompares(t *testing.T) {
	b := openTab(t)
	report := b.report("../../testdata/compare/apps-1.txt", "../../testdata/compare/apps-2.txt")
	for _, look := range []look{wide, phone} {
		b.look(look)
		b.do(chromedp.Navigate("about:blank"), chromedp.Navigate("file://"+filepath.ToSlash(report)), chromedp.WaitVisible(chromedp.CSS(".view")))
		for _, article := range []string{"a1", "a2", "a1"} {
			link := `document.querySelector('.disagreements [href^="#` + article + `-at-"]')`
			b.is("a link to the place", link)
			b.js(`window.claim = ` + link + `.hash.split('-').pop(); ` + link + `.click()`)
			b.is(look.name+": its place is marked in "+article, `document.querySelector('#`+article+`-view .text .claim.on').dataset.claim === window.claim`)
			b.is(look.name+": its place is visible", visible("#"+article+"-view .text .claim.on"))
			b.is(look.name+": its card is marked", `document.querySelector('#`+article+`-view .card.on').dataset.id === window.claim`)
		}
		if look == phone {
			b.js(`scrollTo(0, 0)`)
			b.is("nothing is wider than the window", `document.documentElement.scrollWidth <= innerWidth`)
		}
	}
	b.mayNot()
}

// TestReport: a report of several articles works from a file: the list leads to
// each, and each has its own claims, keys and parts.
func TestReport(t *testing.T) {
	b := openTab(t)
	report := b.report("../../testdata/articles/court.txt", "../../testdata/articles/science.txt")
	b.do(chromedp.Navigate("file://"+filepath.ToSlash(report)+"#a2-c3"), chromedp.WaitVisible(chromedp.CSS(".view")))
	b.is("an address leads to a claim", `document.querySelector('#a2-c3.on') && document.activeElement.matches('#a2-view .text [data-claim=c3].on')`)
	b.js(`document.querySelector('#a1-c2 .statement').click()`)
	b.is("the other article has a claim of the same number", `document.querySelectorAll('#a1-view .text .claim.on').length > 0 &&
		[...document.querySelectorAll('#a1-view .claim.on')].every((e) => e.dataset.claim === 'c2')`)
	b.js(`document.querySelector('#a2-view [name=numbers]').click()`)
	b.is("its filters are its own", `document.querySelector('#a2-view .card[hidden]') && !document.querySelector('#a1-view .card[hidden]')`)
	b.js(`document.querySelector('#a2-view .sections [href="#a2-timeline"]').click()`)
	b.is("so are its parts", `document.querySelector('#a2-timeline').offsetHeight > 0 && document.querySelector('#a1-timeline').offsetHeight === 0`)
	want := claimsOf(t, extract.Article{ID: "../../testdata/articles/court.txt", Text: readFile(t, "../../testdata/articles/court.txt")})
	b.js(`window.saved = []; URL.createObjectURL = (blob) => { blob.text().then((t) => window.saved.push(t)); return '#'; };
		document.querySelector('#a1-view .downloads [value=json]').click()`)
	b.is("the claims file is in the report", `window.saved.length === 1`)
	if got := run(b, chromedp.Evaluate[string](`window.saved[0]`)); got != want {
		t.Errorf("not what extract writes: %d bytes, want %d", len(got), len(want))
	}
	b.mayNot()
}
