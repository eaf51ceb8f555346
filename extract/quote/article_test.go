package quote_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// articleQuotes are the quotations of testdata/articles/amazon-tiktok.txt, in
// text order: kind; speaker; cue; first and last words of the content.
var articleQuotes = []struct{ want, reason string }{
	{"indirect; reports; say; Amazon staff ... 'security risks'", "inverted, in a headline; scare quotes"},
	{"indirect; -; told; to delete ... 'security risks'", "an order inside it, in a headline's passive"},
	{"indirect; reports; say; Amazon has ... the platform", "inverted; a mistake in writing inside"},
	{"indirect; Amazon; has asked; to delete ... the platform", "an order inside it"},
	{"indirect; The company; has since said; the email ... a mistake", "no that"},
	{"mixed; the company; says; that “the ... Amazon email”", "that before a quoted sentence"},
	{"direct; It; adds; \"If you ... Amazon email.”", "opened straight, closed curly"},
	{"indirect; the email; according to; the company ... their laptop", "according to before the content"},
	{"indirect; US Secretary of State Mike Pompeo; warned; the app ... the US", "a title with of"},
	{"indirect; the app; announced; that it ... the city", "an adverb between subject and verb"},
	{"indirect; The company; revealed; that it ... content rules", "a time between verb and that"},
	{"direct; A TikTok spokesperson; said; \"User security ... this pandemic.\"", "three paragraphs, closed once"},
	{"indirect; Amazon; has now said; the email ... a mistake", "glued to a closing mark"},
}

func TestArticle(t *testing.T) {
	text, err := os.ReadFile("../../testdata/articles/amazon-tiktok.txt")
	if err != nil {
		t.Fatal(err)
	}
	doc := run(string(text))
	var got []string
	for _, q := range doc.Quotes {
		got = append(got, show(doc, q)+"; "+ends(doc.TextOf(q.TokenRange)))
	}
	for _, quote := range articleQuotes {
		if !slices.Contains(got, quote.want) {
			t.Errorf("missing: %s (%s)", quote.want, quote.reason)
		}
	}
	if len(got) != len(articleQuotes) {
		t.Errorf("%d quotes, want %d:\n%s", len(got), len(articleQuotes), strings.Join(got, "\n"))
	}
}

// ends returns the first two and the last two words of a text.
func ends(text string) string {
	words := strings.Fields(text)
	if len(words) < 4 {
		return text
	}
	return fmt.Sprintf("%s ... %s", strings.Join(words[:2], " "), strings.Join(words[len(words)-2:], " "))
}

// The times of saying are those beside the cue, not those of what is said.
func TestTimes(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"between verb and that", "The company revealed on Wednesday that it closed in 2019.", "Wednesday"},
		{"before the subject", "On Monday the company announced that it would close in 2030.", "Monday"},
		{"only of the content", "The company said that it closed in 2019.", ""},
		{"after an inverted cue", "It closed in 2019, the company said on Wednesday.", "Wednesday"},
	}
	for _, test := range tests {
		doc := run(test.text)
		if len(doc.Quotes) != 1 {
			t.Errorf("%s: %d quotes in %q", test.reason, len(doc.Quotes), test.text)
			continue
		}
		var got []string
		for _, i := range doc.Quotes[0].Timexes {
			got = append(got, strings.TrimPrefix(strings.ToLower(doc.TextOf(doc.Timexes[i].TokenRange)), "on "))
		}
		if strings.Join(got, " ") != strings.ToLower(test.want) {
			t.Errorf("%s: %q, want %q in %q", test.reason, got, test.want, test.text)
		}
	}
}
