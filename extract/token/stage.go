// Package token finds the tokens of a text.
package token

import "github.com/factline/factline/extract"

// Stage returns the stage "token".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "token",
		Requires: 0,
		Provides: extract.LayerTokens,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {
	text := doc.Text
	for i := 0; i < len(text); {
		c := text[i]
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			i++
			continue
		}
		start := i
		for i < len(text) && (text[i] >= 0x80 || text[i] >= '0' && text[i] <= '9' || text[i]|32 >= 'a' && text[i]|32 <= 'z') {
			i++
		}
		class := extract.ClassLower
		if i == start {
			i++
			class = extract.ClassPunct
		}
		doc.Tokens = append(doc.Tokens, extract.Token{Span: extract.Span{Start: int32(start), End: int32(i)}, Form: extract.FormOf(text[start:i]), Class: class})
	}
}
