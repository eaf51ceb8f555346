package web_test

import (
	"context"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/web"
)

// tab is a tab of a real browser, and what happens in it that must not.
type tab struct {
	t        *testing.T
	ctx      context.Context
	address  string // of the service
	mutex    sync.Mutex
	requests []string // hosts
	wrong    []string // errors of the page's scripts, and dialogs
}

// openTab starts the service and a browser; without a browser it skips the test.
func openTab(t *testing.T) *tab {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes long to start")
	}
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		t.Skip("no Chromium on this machine: apt-get install chromium")
	}
	service := httptest.NewServer(newServer(t, web.Options{}))
	t.Cleanup(service.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.WindowSize(1400, 1000))
	// A machine without a mouse would show what others show at a pointer.
	options = append(options, chromedp.Flag("blink-settings", "primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4"))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx, address: service.URL}
	if err := chromedp.Listen(ctx, b.event); err != nil {
		t.Fatal(err)
	}
	b.ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	call(b, network.Enable, network.EnableParams{})
	b.look(wide) // without motion, so that what is clicked stays where it is
	return b
}

func (b *tab) event(event any) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if u, err := url.Parse(e.Request.URL); err == nil && u.Host != "" {
			b.requests = append(b.requests, u.Host)
		}
	case *page.EventJavascriptDialogOpening:
		b.wrong = append(b.wrong, "a dialog: "+e.Message)
	case *runtime.EventExceptionThrown:
		b.wrong = append(b.wrong, e.ExceptionDetails.Exception.Description)
	}
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// js runs a program in the page.
func (b *tab) js(program string) {
	b.t.Helper()
	b.do(chromedp.Evaluate[chromedp.Void](program))
}

// run returns the result of an action.
func run[T any](b *tab, action chromedp.Action[T]) T {
	b.t.Helper()
	result, err := chromedp.Run(b.ctx, action)
	if err != nil {
		b.t.Fatal(err)
	}
	return result
}

// call sends a command to the browser.
func call[P, R any](b *tab, command cdp.Command[P, R], parameters P) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, command, parameters); err != nil {
		b.t.Fatal(err)
	}
}

// is evaluates an expression of JavaScript, which must become true.
func (b *tab) is(what, expression string) {
	b.t.Helper()
	for range 100 {
		if run(b, chromedp.Evaluate[bool]("Boolean("+expression+")")) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.t.Errorf("%s: not so", what)
}

// read pastes an article into the form and waits for its claims.
func (b *tab) read(text string, fields map[string]string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.address), chromedp.WaitVisible(chromedp.CSS("#text")), chromedp.SetValue(chromedp.CSS("#text"), text))
	for name, value := range fields {
		b.do(chromedp.SetValue(chromedp.CSS("[name="+name+"]"), value))
	}
	b.do(chromedp.Click(chromedp.CSS("button.main")), chromedp.WaitVisible(chromedp.CSS(".view")))
}

// visible is an expression that tells whether the first element of a selector
// is inside the window.
func visible(selector string) string {
	return `(() => { const r = document.querySelector(` + "`" + selector + "`" + `).getBoundingClientRect();
		return r.width > 0 && r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth; })()`
}

const million = `document.evaluate("//li[contains(@class,'card')]//a[contains(.,'49 million')]", document, null, 9).singleNodeValue`

// TestPage reads the article of the README as its user does.
func TestPage(t *testing.T) {
	b := openTab(t)
	text := readFile(t, article)
	b.read(text, nil)

	b.is("the claim with 49 million", million)
	b.is("the page begins at its top", `scrollY === 0 && document.activeElement === document.querySelector('main')`)
	b.js(million + `.click()`)
	b.is("its place is marked", `document.querySelector('.text .claim.on').textContent.includes('49 million videos')`)
	b.is("its place is visible", visible(".text .claim.on .number"))
	b.is("its place has the focus", `document.activeElement.matches('.text .claim.on')`)
	b.is("who says it is marked", `[...CSS.highlights.get('source')].some((r) => r.toString() === 'The company')`)

	b.js(`document.querySelector('#at-c25').click()`)
	b.is("a click on the text takes its claim", `document.querySelector('.card.on').dataset.id === 'c25'`)
	b.is("the claim is visible", visible(".card.on"))
	b.is("the word that denies it is marked", `[...CSS.highlights.get('negation')][0].toString() === 'not'`)

	b.js(`{ const s = document.querySelector('[name=speaker]');
		s.value = [...s.options].find((o) => o.text.startsWith('A TikTok spokesperson')).value;
		s.dispatchEvent(new Event('change', {bubbles: true})); }`)
	b.is("only claims of the speaker are left", `(() => { const shown = [...document.querySelectorAll('.card:not([hidden])')];
		return shown.length > 2 && shown.length < 15 && shown.every((c) => c.textContent.includes('A TikTok spokesperson')); })()`)
	b.do(chromedp.Click(chromedp.CSS(".filters [type=reset]")))
	b.is("all are back", `!document.querySelector('.card[hidden]')`)

	b.is("a pronoun", `document.querySelector('.text .ref[data-entity]')`)
	b.do(chromedp.Focus(chromedp.CSS(".text .ref")))
	b.is("the pronoun's meaning is shown", `document.querySelector('.tip').textContent === 'means Amazon'`)
	b.do(chromedp.KeyEvent("\x1b"))
	b.is("Escape hides it", `document.querySelector('.tip').hidden`)

	b.do(chromedp.Click(chromedp.CSS(`.sections [href$="timeline"]`)))
	b.is("the timeline", visible(".moments"))
	b.do(chromedp.Click(chromedp.CSS(`.sections [href$="numbers"]`)))
	b.is("the table of numbers", `document.querySelector('.numbers table').textContent.includes('49,000,000')`)

	if got, want := b.download("json"), claimsOfText(t, text); got != want {
		t.Errorf("the download has %d bytes, what extract writes %d", len(got), len(want))
	}
	if got := b.download("report"); !strings.Contains(got, "49 million") || !strings.HasPrefix(got, "<!doctype html>") {
		t.Errorf("report: %.100s", got)
	}

	b.do(chromedp.NavigateBack())
	b.is("the form is as it was", `document.querySelector('#text').value.startsWith('Amazon staff')`)
	b.mayNot()
}

// claimsOfText is what the command extract writes for an article from standard input.
func claimsOfText(t *testing.T, text string) string {
	t.Helper()
	return claimsOf(t, extract.Article{ID: "-", Text: text})
}

// download clicks a button and returns the file that comes.
func (b *tab) download(format string) string {
	b.t.Helper()
	folder := b.t.TempDir()
	if _, err := chromedp.CallBrowser(b.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder,
	}); err != nil {
		b.t.Fatal(err)
	}
	b.js(`document.querySelector('.downloads [value=` + format + `]').click()`)
	for range 200 {
		names, _ := filepath.Glob(filepath.Join(folder, "article*"))
		if len(names) == 1 && !strings.HasSuffix(names[0], ".crdownload") {
			return readFile(b.t, names[0])
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.t.Errorf("no download of %s", format)
	return ""
}

// mayNot checks that nothing happened that must not.
func (b *tab) mayNot() {
	b.t.Helper()
	b.mutex.Lock()
	defer b.mutex.Unlock()
	own := strings.TrimPrefix(b.address, "http://")
	for _, host := range b.requests {
		if host != own {
			b.t.Errorf("a request to %s", host)
		}
	}
	for _, w := range b.wrong {
		b.t.Error(w)
	}
}

// TestKeyboard goes between claims and places with keys alone.
func TestKeyboard(t *testing.T) {
	b := openTab(t)
	b.read(readFile(t, article), nil)
	key := func(k string) { b.do(chromedp.KeyEvent(k)) }
	b.do(chromedp.Focus(chromedp.CSS(".card .statement")))
	key("\u0301") // down
	b.is("down: the second claim", `document.activeElement.closest('.card.on').dataset.id === 'c2'`)
	key("\u0303") // right
	b.is("right: its place", `document.activeElement.matches('.text [data-claim=c2].on')`)
	key("\u0301")
	b.is("down in the text: the third place", `document.activeElement.matches('.text [data-claim=c3].on')`)
	key("\u0302") // left
	b.is("left: its claim", `document.activeElement.closest('.card').dataset.id === 'c3'`)
	key("\u0304") // up
	b.is("up: the claim before", `document.activeElement.closest('.card').dataset.id === 'c2'`)
	key("\r")
	b.is("Enter: its place", `document.activeElement.matches('.text [data-claim=c2].on')`)
	key("\x1b")
	b.is("Escape: back", `document.activeElement.closest('.card').dataset.id === 'c2'`)
}

// TestNothingRuns: what looks like a program in an article is only text.
func TestNothingRuns(t *testing.T) {
	b := openTab(t)
	const run = `window.ran=1;fetch('//evil.example/')`
	text := `Ada Lee said <script>` + run + `</script> on Monday that <img src="//evil.example/x" onerror="` + run + `"> 12 cars were sold.
"javascript:` + run + `" she said. <svg onload="` + run + `"><a href="javascript:` + run + `">It did not sell 3 boats</a>.
<iframe srcdoc="<script>parent.ran=1</script>"></iframe><style>*{display:none}</style></textarea></div><base href="//evil.example/">`
	hostile := map[string]string{"title": `</title><script>` + run + `</script>`, "source": `"><img src=x onerror=` + run + `>`}
	b.read(text, hostile)
	count := `document.querySelectorAll('main script, main img, main iframe, main svg, main style, base, [onerror], [onload], [href^="javascript"]').length === 0`
	b.is("no element of the article", count)
	for _, id := range []string{"c1", "c2"} {
		b.js(`document.querySelector('[data-id=` + id + `] .statement').click()`)
	}
	b.js(`document.querySelectorAll('.text [data-tip]').forEach((e) => e.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})))`)
	b.is("nothing ran", `window.ran === undefined && document.querySelector('h1').textContent.includes('<script>')`)

	// The same without the page's script, and as a report.
	report := b.download("report")
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(report), 0o666); err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.Navigate("file://"+filepath.ToSlash(file)), chromedp.WaitVisible(chromedp.CSS(".view")))
	b.is("the report's own script runs", `document.documentElement.classList.contains('js')`)
	b.is("nothing of the article ran in the report", count+` && window.ran === undefined`)
	b.mayNot()
}

// TestOffsets: the browser finds every place that the claims file names, though
// it counts in other units.
func TestOffsets(t *testing.T) {
	b := openTab(t)
	b.do(chromedp.Navigate(b.address), chromedp.WaitVisible(chromedp.CSS("#text")))
	for _, tt := range []struct{ reason, expression string }{
		{"nothing", `utf16Offsets('')(0) === 0 && utf16Offsets('')(3) === 0`},
		{"plain", `[0, 1, 2, 9].map(utf16Offsets('ab')).join() === '0,1,2,2'`},
		{"an emoji between", `[0, 1, 2, 3].map(utf16Offsets('a😀b')).join() === '0,1,3,4'`},
		{"an emoji with a skin is two", `[0, 1, 2, 3].map(utf16Offsets('👍🏽b')).join() === '0,2,4,5'`},
		{"a family is five", `[4, 5, 6].map(utf16Offsets('👩‍👩‍👧b')).join() === '6,8,9'`},
		{"a combining mark is one more", `[1, 2, 3].map(utf16Offsets('e\u0301x')).join() === '1,2,3'`},
		{"half of a pair", `[1, 2].map(utf16Offsets('\ud83dx')).join() === '1,2'`},
	} {
		b.is(tt.reason, tt.expression)
	}
	texts := []string{
		"👍🏽 Ada Lee 😀 said that the cafe\u0301 had not sold 12 cars 👩‍👩‍👧 in 2019.\r\n\r\nShe 😀 left.",
		readFile(t, "../../testdata/articles/typography.txt"),
	}
	for _, text := range texts {
		// A file, since a field would not keep its ends of lines.
		file := filepath.Join(t.TempDir(), "a.txt")
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		b.do(chromedp.Navigate(b.address), chromedp.SetUploadFiles(chromedp.CSS("[name=file]"), []string{file}),
			chromedp.Click(chromedp.CSS("button.main")), chromedp.WaitVisible(chromedp.CSS(".view")))
		b.is("every place has its words", `(() => {
			const file = JSON.parse(document.querySelector('[name=claims]').value);
			const ranges = rangesIn(document.querySelector('.text'));
			const all = [...file.claims, ...file.quantities, ...file.dates, ...file.quotes, ...file.entities.flatMap((e) => e.mentions)];
			return document.querySelector('.text').textContent === file.article.text && all.length > 4 &&
				all.every((x) => ranges(x.start, x.end).toString() === x.text);
		})()`)
	}
}

// TestAccessible: axe finds nothing wrong with the form, the page, each of its
// parts, and a report, on a wide window and a narrow one, in light and dark.
func TestAccessible(t *testing.T) {
	b := openTab(t)
	axe := readFile(t, "testdata/axe.min.js")
	check := func(what string) {
		t.Helper()
		b.js(axe)
		found := run(b, chromedp.Evaluate[[]string](`axe.run({resultTypes: ['violations']}).then((r) =>
			r.violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => v.impact + ' ' + v.id + ': ' + n.html.slice(0, 200) + ' ' + (n.any[0] || n.all[0] || n.none[0]).message)))`, chromedp.EvalAwaitPromise))
		for _, f := range found {
			t.Errorf("%s: %s", what, f)
		}
	}
	report := b.report("../../testdata/compare/apps-1.txt", "../../testdata/compare/apps-2.txt")
	for _, look := range []look{wide, dark, phone} {
		b.look(look)
		b.do(chromedp.Navigate("file://"+filepath.ToSlash(report)), chromedp.WaitVisible(chromedp.CSS(".disagreements")))
		check(look.name + " report")
		b.do(chromedp.Navigate(b.address), chromedp.WaitVisible(chromedp.CSS("#text")))
		check(look.name + " form")
		b.read(readFile(t, article), map[string]string{"published": "2020-07-10", "source": "BBC News"})
		check(look.name + " page")
		for _, part := range []string{"claims", "timeline", "numbers"} {
			b.js(`document.querySelector('.sections [href$="` + part + `"]').click()`)
			check(look.name + " " + part)
		}
		b.js(million + `.click()`)
		check(look.name + " selected")
	}
}
