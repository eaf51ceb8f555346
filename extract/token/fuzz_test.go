package token_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/token"
)

// check fails when the tokens of a text break a promise of the package.
func check(t *testing.T, text string) {
	t.Helper()
	tokens := tokensOf(text)
	end := 0
	for i, tok := range tokens {
		start := int(tok.Start)
		if start < end || int(tok.End) <= start || int(tok.End) > len(text) {
			t.Fatalf("token %d is [%d,%d) after one that ends at %d", i, tok.Start, tok.End, end)
		}
		if gap := text[end:start]; strings.TrimFunc(gap, unicode.IsSpace) != "" {
			t.Fatalf("%q stands between tokens %d and %d", gap, i-1, i)
		}
		word := tok.In(text)
		if !utf8.ValidString(word) {
			t.Fatalf("token %d %q cuts a rune", i, word)
		}
		if tok.Form != extract.FormOf(word) {
			t.Fatalf("token %d %q has another word's form", i, word)
		}
		if strings.ContainsFunc(word, unicode.IsSpace) {
			t.Fatalf("token %d %q holds a blank", i, word)
		}
		end = int(tok.End)
	}
	if gap := text[end:]; strings.TrimFunc(gap, unicode.IsSpace) != "" {
		t.Fatalf("%q stands after the last token", gap)
	}
	if !slices.Equal(tokens, tokensOf(text)) {
		t.Fatal("two runs differ")
	}
}

func tokensOf(text string) []extract.Token {
	doc := extract.NewDocument(extract.Article{Text: text})
	token.Stage().Apply(doc)
	return doc.Tokens
}

func FuzzTokens(f *testing.F) {
	for _, seed := range []string{
		"", " ", "He can't pay €1.2bn by 10-Jul.", "a\u0301\u00ad\u200db", "\x00\u200b\ufeff", "👩‍👩‍👧‍👦🇬🇧1️⃣",
		"www.", "http://(a)b)).", "a@b.", "x.com/…", "'s", "n't", "'60s", "1,2,3-4/5:6.7", "U.S.-led (e.g. J.R.R.)", "שלום עולם",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) {
			check(t, text)
		}
	})
}
