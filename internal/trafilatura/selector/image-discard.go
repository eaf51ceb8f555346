// Copyright (C) 2021 Markus Mobius, Apache License 2.0 (see LICENSE). Taken from
// github.com/markusmobius/go-trafilatura v1.12.2 and changed: see README.md.

package selector

import (
	"github.com/go-shiori/dom"
	"golang.org/x/net/html"
)

var DiscardedImage = []Rule{
	discardedImageRule1,
}

// `.//*[self::div or self::dd or self::dt or self::li or self::ol or self::ul or self::p or self::section or self::span][
// contains(@id, "caption") or contains(@class, "caption")]`,
func discardedImageRule1(n *html.Node) bool {
	id := dom.ID(n)
	class := dom.ClassName(n)
	tagName := dom.TagName(n)

	switch tagName {
	case "div", "dd", "dt", "li", "ul", "ol", "dl", "p", "section", "span":
	default:
		return false
	}

	switch {
	case contains(id, "caption"),
		contains(class, "caption"):
	default:
		return false
	}

	return true
}
