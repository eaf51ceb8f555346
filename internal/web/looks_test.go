package web_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// look is a way in which a page is looked at.
type look struct {
	name          string
	width, height int64
	scheme, media string
}

var (
	wide  = look{"wide", 1400, 1000, "light", "screen"}
	dark  = look{"dark", 1400, 1000, "dark", "screen"}
	phone = look{"phone", 390, 844, "light", "screen"}
	paper = look{"paper", 794, 1123, "light", "print"}
)

func (b *tab) look(l look) {
	b.t.Helper()
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: l.width, Height: l.height, DeviceScaleFactor: 1, Mobile: l == phone,
	})
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: l.media, Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: l.scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
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
	shot := func(l look, name string) {
		b.look(l)
		b.do(chromedp.MouseClickXY(1, 1), chromedp.Sleep(300*time.Millisecond))
		if err := os.WriteFile(filepath.Join(folder, name+".png"), run(b, chromedp.CaptureScreenshot()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	part := func(name string) { b.js(`document.querySelector('.sections [href$="` + name + `"]').click()`) }
	metadata := map[string]string{"published": "2020-07-10", "source": "BBC News"}
	b.do(chromedp.Navigate(b.address), chromedp.WaitVisible(chromedp.CSS("#text")))
	shot(wide, "form")
	b.read(readFile(t, article), metadata)
	shot(wide, "page")
	b.js(million + `.click()`)
	shot(wide, "claim")
	part("numbers")
	shot(wide, "numbers")
	part("timeline")
	shot(dark, "timeline-dark")

	b.look(phone)
	b.read(readFile(t, article), metadata)
	part("claims")
	b.js(`document.querySelector('.cards').scrollIntoView()`)
	shot(phone, "phone-claims")
	b.js(million + `.click()`)
	shot(phone, "phone-claim")

	report := b.report("../../testdata/compare/apps-1.txt", "../../testdata/compare/apps-2.txt")
	b.look(wide)
	b.do(chromedp.Navigate("file://"+filepath.ToSlash(report)), chromedp.WaitVisible(chromedp.CSS(".view")))
	shot(wide, "report")
	b.do(chromedp.Navigate("file://"+filepath.ToSlash(b.report(article))), chromedp.WaitVisible(chromedp.CSS(".view")))
	b.js(`document.body.style.padding = '18mm'`) // of the paper
	shot(paper, "report-paper")
}
