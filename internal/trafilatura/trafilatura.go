// Package trafilatura finds the main text of a web page: what is left without
// navigation, advertisements, links to other articles and comments.
//
// It follows Trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15)
// in its Go version by Markus Mobius; README.md says what was taken of it.
package trafilatura

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-shiori/dom"
	"golang.org/x/net/html"

	"github.com/factline/factline/internal/trafilatura/selector"
)

// minExtractedSize is how many characters a main text has at least; when less
// is found, simpler ways are tried.
const minExtractedSize = 250

// Extract returns the elements of a page that hold its main text, as children
// of one element. The page is not changed.
func Extract(page *html.Node) *html.Node {
	doc := dom.Clone(page, true)
	docCleaning(doc)
	convertTags(doc)
	doc = pruneUnwantedNodes(doc, selector.RemovedComments)
	body, text := extractContent(doc)
	if utf8.RuneCountInString(text) < minExtractedSize {
		body = baseline(dom.Clone(page, true))
	}
	return body
}

func trim(s string) string {
	return strings.Join(strings.Fields(s), " ")
}

// squeeze makes one blank of each run of them. Unlike trim it keeps those at the
// ends, which divide the words of neighbouring elements.
func squeeze(s string) string {
	t := trim(s)
	if t == "" && s != "" {
		return " "
	}
	if t == "" {
		return t
	}
	if r, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(r) {
		t = " " + t
	}
	if r, _ := utf8.DecodeLastRuneInString(s); unicode.IsSpace(r) {
		t += " "
	}
	return t
}

func textCharsTest(s string) bool {
	return strings.TrimSpace(s) != ""
}

// textFilter tells whether an element is one of the buttons below an article.
func textFilter(n *html.Node) bool {
	text := dom.TextContent(n)
	if text == "" {
		return true
	}
	for line := range strings.SplitSeq(text, "\n") {
		if buttons[strings.ToLower(strings.TrimFunc(line, notWord))] {
			return true
		}
	}
	return false
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

var buttons = map[string]bool{
	"drucken": true, "e-mail": true, "email": true, "facebook": true, "flipboard": true, "google": true,
	"instagram": true, "linkedin": true, "mail": true, "mehr zum thema": true, "more on this": true,
	"pdf": true, "pinterest": true, "pocket": true, "print": true, "qq": true, "reddit": true, "twitter": true,
	"wechat": true, "weibo": true, "whatsapp": true, "xing": true,
}
