package sentence_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// sentences returns the sentences of a text on one line each, with their roles.
func sentences(text string) string {
	doc := document(text)
	var lines []string
	for _, s := range doc.Sentences {
		line := strings.ReplaceAll(doc.TextOf(s.TokenRange), "\n", " ")
		if s.Role != extract.RoleBody {
			line = "[" + s.Role.String() + "]" + line
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, " || ")
}

func TestPhrases(t *testing.T) {
	table, err := os.ReadFile("testdata/phrases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range lexicon.Rows("phrases.tsv", string(table), 3) {
		text := strings.ReplaceAll(row[1], `\n`, "\n")
		if got := sentences(text); got != row[2] {
			t.Errorf("%s: sentences of %q\n got %s\nwant %s", row[0], text, got, row[2])
		}
		check(t, text)
		if crlf := sentences(strings.ReplaceAll(text, "\n", "\r\n")); strings.ReplaceAll(crlf, "\r", "") != sentences(text) {
			t.Errorf("%s: other sentences with CR LF: %s", row[0], crlf)
		}
	}
}

func TestParagraphs(t *testing.T) {
	for _, test := range []struct {
		reason, text string
		want         []string
	}{
		{"nothing", " \n ", nil},
		{"one line", "A b.", []string{"A b."}},
		{"a line each", "A b.\nC d.", []string{"A b.", "C d."}},
		{"blank line with blanks", "A b.\n \t\nC d.", []string{"A b.", "C d."}},
		{"wrapped, an indentation starts a paragraph", "the long line of this paragraph goes\non to here and does not end before\nit is as long\n  The next line of another paragraph\ngoes on", []string{
			"the long line of this paragraph goes\non to here and does not end before\nit is as long", "The next line of another paragraph\ngoes on"}},
		{"short lines in small letters are not wrapped", "love this\nit is so good", []string{"love this", "it is so good"}},
		{"paragraph separator", "A b.\u2029C d.", []string{"A b.", "C d."}},
	} {
		doc := document(test.text)
		var got []string
		for _, p := range doc.Paragraphs {
			got = append(got, doc.TextOf(p))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: paragraphs of %q = %q, want %q", test.reason, test.text, got, test.want)
		}
	}
}

func TestSeedArticle(t *testing.T) {
	text, err := os.ReadFile("../../testdata/articles/amazon-tiktok.txt")
	if err != nil {
		t.Fatal(err)
	}
	doc := document(string(text))
	roles := []extract.Role{extract.RoleHeadline, extract.RoleByline, extract.RoleBody}
	for i, role := range roles {
		if got := doc.Sentences[i].Role; got != role {
			t.Errorf("sentence %d is %s, want %s", i, got, role)
		}
	}
	last := doc.Sentences[len(doc.Sentences)-1]
	if got := doc.TextOf(last.TokenRange); !strings.HasPrefix(got, "Amazon has now said") {
		t.Errorf("the last sentence is %q", got)
	}
}
