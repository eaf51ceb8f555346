// Copyright (C) 2021 Markus Mobius, Apache License 2.0 (see LICENSE). Taken from
// github.com/markusmobius/go-trafilatura v1.12.2 and changed: see README.md.

package trafilatura

import (
	"unicode/utf8"

	"github.com/go-shiori/dom"
	"golang.org/x/net/html"

	"github.com/factline/factline/internal/trafilatura/etree"
	"github.com/factline/factline/internal/trafilatura/selector"
)

// notText is what even the simplest way leaves out.
var notText = append([]string{"header", "template"}, tagsToClean...)

// baseline takes the first of these that holds a sentence: what is called the
// content, all paragraphs, the whole body.
func baseline(doc *html.Node) *html.Node {
	const sentence = 100
	body := etree.Element("body")
	etree.StripElements(doc, notText...)
	removeHtmlCommentNode(doc)
	doc = pruneUnwantedNodes(doc, selector.RemovedComments)
	doc = pruneUnwantedNodes(doc, selector.OverallDiscardedContent, true)

	for _, rule := range selector.Content {
		if content := selector.Query(doc, rule); content != nil && textLength(content) > sentence {
			dom.AppendChild(body, content)
			return body
		}
	}
	for _, element := range etree.Iter(doc, "blockquote", "pre", "q", "p") {
		if !hasAncestor(element, "blockquote", "pre", "q", "p") {
			dom.AppendChild(body, dom.Clone(element, true))
		}
	}
	if textLength(body) > sentence {
		return body
	}
	if whole := dom.QuerySelector(doc, "body"); whole != nil {
		return whole
	}
	return doc
}

func textLength(n *html.Node) int { return utf8.RuneCountInString(trim(dom.TextContent(n))) }

func hasAncestor(n *html.Node, tags ...string) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		for _, tag := range tags {
			if dom.TagName(n) == tag {
				return true
			}
		}
	}
	return false
}
