package web_test

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestDrop drops a file on the page, and then one that cannot be read.
func TestDrop(t *testing.T) {
	b := openTab(t)
	drop := func(name, content string) {
		b.do(chromedp.Navigate(b.address), chromedp.WaitVisible(chromedp.CSS("#text")))
		b.js(`{ const files = new DataTransfer(); files.items.add(new File([` + content + `], '` + name + `'));
			document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: files, bubbles: true, cancelable: true})); }`)
	}
	drop("cars.md", "`# Cars\n\nAda *Lee* sold 12 cars.\n`")
	b.is("the article", `document.querySelector('.text') && document.querySelector('.text').textContent.includes('12 cars')`)
	b.is("its name", `document.querySelector('.downloads').dataset.name === 'cars'`)
	drop("cars.txt", "new Uint8Array([65, 255])")
	b.is("what is wrong", `document.querySelector('[role=alert]') && document.querySelector('[role=alert]').textContent.includes('Not valid UTF-8')`)
	b.is("the form is usable again", `!document.querySelector('.busy') && document.querySelector('.progress').hidden`)
	b.mayNot()
}

// TestScriptsOff reads an article in a browser that runs no scripts.
func TestScriptsOff(t *testing.T) {
	b := openTab(t)
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.do(chromedp.Navigate(b.address), chromedp.WaitVisible(chromedp.CSS("#text")))
	b.do(chromedp.SendKeys(chromedp.CSS("#text"), "Ada Lee said that the town had not sold 12 cars in 2019."),
		chromedp.Click(chromedp.CSS("button.main")), chromedp.WaitVisible(chromedp.CSS(".view")))
	b.do(chromedp.Click(chromedp.CSS("#c1 .statement")), chromedp.WaitVisible(chromedp.CSS("#at-c1:target")))
	for _, part := range []string{"#claims", "#timeline", "#numbers"} {
		b.do(chromedp.WaitVisible(chromedp.CSS(part)))
	}
	if text := run(b, chromedp.Text(chromedp.CSS("#claims"))); !strings.Contains(text, "negated") || strings.Contains(text, "Copy") {
		t.Errorf("claims: %q", text)
	}
	b.mayNot()
}
