package token_test

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// unescape reads the \u and \x escapes of a test table.
func unescape(t *testing.T, text string) string {
	t.Helper()
	s, err := strconv.Unquote(`"` + strings.ReplaceAll(text, `"`, `\"`) + `"`)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return s
}

func TestPhrases(t *testing.T) {
	table, err := os.ReadFile("testdata/phrases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range lexicon.Rows("phrases.tsv", string(table), 3) {
		text := unescape(t, row[1])
		var got []string
		for _, tok := range tokensOf(text) {
			got = append(got, tok.In(text))
		}
		if want := strings.Split(unescape(t, row[2]), " "); !slices.Equal(got, want) {
			t.Errorf("%s: tokens of %q\n got %q\nwant %q", row[0], text, got, want)
		}
		check(t, text)
	}
}

func TestClasses(t *testing.T) {
	for _, test := range []struct {
		class extract.Class
		words string
	}{
		{extract.ClassLower, "videos e-mail שלום 東京 e.g."},
		{extract.ClassTitle, "Amazon Mr. Élan"},
		{extract.ClassUpper, "US U.S. I AT&T ÉU"},
		{extract.ClassMixed, "TikTok iPhone O'Hara Ph.D."},
		{extract.ClassDigits, "49 1.6 1,200 ½ 10:30 10/7/2020 ٣"},
		{extract.ClassAlnum, "5G 2nd A380 1990s"},
		{extract.ClassPunct, ", . ... “ – ("},
		{extract.ClassSymbol, "$ € % US$ + 👩🏽‍🔧 :-) 1️⃣ ²"},
		{extract.ClassAddress, "https://example.org a@example.org @roe #tag example.com"},
	} {
		for _, word := range strings.Fields(test.words) {
			tokens := tokensOf(word)
			if len(tokens) != 1 || tokens[0].Class != test.class {
				t.Errorf("%q has %d tokens, the first of class %s; want one of class %s", word, len(tokens), tokens[0].Class, test.class)
			}
		}
	}
	// Clitics are words.
	for _, tok := range tokensOf("it's DON'T")[1:] {
		if !tok.Class.IsWord() {
			t.Errorf("part of a contraction has class %s", tok.Class)
		}
	}
}
