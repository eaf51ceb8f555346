package web_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/factline/factline/extract"
)

// look is a way in which a page is looked at.
type look struct {
	name          string
	width, height int64
	scheme        string
}

var looks = []look{
	{"wide", 1400, 1000, "light"},
	{"dark", 1400, 1000, "dark"},
	{"phone", 390, 844, "light"},
}

func (b *tab) look(l look) {
	b.t.Helper()
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: l.width, Height: l.height, DeviceScaleFactor: 1, Mobile: l.width < 600,
	})
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: l.scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}, {Name: "hover", Value: "hover"},
	}})
}

// TestScreenshots writes docs/screenshots again. They are to be looked at, so
// nothing is compared.
func TestScreenshots(t *testing.T) {
	folder := os.Getenv("FACTLINE_SCREENSHOTS")
	if folder == "" {
		t.Skip("FACTLINE_SCREENSHOTS names no folder")
	}
	b := openTab(t)
	shot := func(name string) {
		b.do(chromedp.Sleep(300 * time.Millisecond))
		image := run(b, chromedp.CaptureScreenshot())
		if err := os.WriteFile(filepath.Join(folder, name+".png"), image, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	click := func(selector string) {
		b.js(`document.querySelector('` + selector + `').click()`)
	}
	for _, look := range looks {
		b.look(look)
		b.do(chromedp.Navigate(b.address), chromedp.WaitVisible(chromedp.CSS("#text")))
		shot(look.name + "-form")
		b.read(readFile(t, article), map[string]string{"published": "2020-07-10", "source": "BBC News"})
		shot(look.name + "-page")
		b.js(million + `.click()`)
		shot(look.name + "-claim")
		for _, part := range []string{"claims", "timeline", "numbers"} {
			click(`.sections [href$="` + part + `"]`)
			shot(look.name + "-" + part)
		}
	}
	b.look(looks[0])
	b.read(readFile(t, article), map[string]string{"published": "2020-07-10", "source": "BBC News"})
	paper := run(b, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
	if err := os.WriteFile(filepath.Join(folder, "print.pdf"), paper, 0o666); err != nil {
		t.Fatal(err)
	}
}

// claimsOfText is what the command extract writes for an article from standard input.
func claimsOfText(t *testing.T, text string) string {
	t.Helper()
	return claimsOf(t, extract.Article{ID: "-", Text: text})
}
