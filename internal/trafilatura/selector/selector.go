// Copyright (C) 2021 Markus Mobius, Apache License 2.0 (see LICENSE). Taken from
// github.com/markusmobius/go-trafilatura v1.12.2 and changed: see README.md.

package selector

import (
	"github.com/go-shiori/dom"
	"golang.org/x/net/html"
)

type Rule func(*html.Node) bool

func Query(root *html.Node, selector Rule) *html.Node {
	for _, e := range dom.GetElementsByTagName(root, "*") {
		if selector(e) {
			return e
		}
	}
	return nil
}

func QueryAll(root *html.Node, selector Rule) []*html.Node {
	var matches []*html.Node
	for _, e := range dom.GetElementsByTagName(root, "*") {
		if selector(e) {
			matches = append(matches, e)
		}
	}
	return matches
}
