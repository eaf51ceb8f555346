// Package token finds the tokens of a text: words, numbers, clitics and signs.
//
//	He can't pay €1.2bn.  ->  He|ca|n't|pay|€|1.2|bn|.
//
// It reads the text and writes the layer Tokens. Tokens do not overlap, none
// is empty, each starts and ends on a rune border, and nothing but white space
// (unicode.IsSpace) stands between them; a NUL or a zero-width space that is
// in no word is a token of its own.
//
// Words are split as in the English treebanks of Universal Dependencies (EWT
// and GUM; Silveira et al. 2014, Zeldes 2017): clitics, hyphens in compounds
// ("far-reaching" is three tokens, "e-mail" and "non-profit" are one), slashes,
// currency and percent signs, units glued to their number. Abbreviations keep
// their full stop. Where the treebanks would hide a name or a number in a
// longer token, it is cut out: "pro-Beijing" and "mid-July" are three tokens.
package token

import "github.com/factline/factline/extract"

// Stage returns the stage "token".
func Stage() extract.Stage {
	words := tables()
	return extract.Stage{
		Name:     "token",
		Requires: 0,
		Provides: extract.LayerTokens,
		Apply:    func(doc *extract.Document) { doc.Tokens = scan(doc.Text, words) },
	}
}
