package mention_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/mention"
	"github.com/factline/factline/internal/lexicon"
)

// TestPhrases finds the names of testdata/phrases.tsv, no more and no fewer.
func TestPhrases(t *testing.T) {
	testNames(t, "phrases.tsv", mentions)
}

// TestGuesses does the same with what the rules propose.
func TestGuesses(t *testing.T) {
	testNames(t, "guesses.tsv", func(text string) *extract.Document {
		doc := before(text)
		doc.Mentions = mention.Guess(doc)
		return doc
	})
}

func testNames(t *testing.T, file string, read func(text string) *extract.Document) {
	table, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range lexicon.Rows(file, string(table), 3) {
		marked, types, reason := row[0], row[1], row[2]
		if reason == "" {
			t.Errorf("%s: no reason", marked)
		}
		got, gotTypes := names(read(strings.NewReplacer("[", "", "]", "").Replace(marked)))
		if got != marked || gotTypes != types {
			t.Errorf("%s: got %s (%s), want %s (%s)", reason, got, gotTypes, marked, types)
		}
	}
}

// names writes a text with its names in brackets, and their types.
func names(doc *extract.Document) (marked, types string) {
	var b strings.Builder
	var kinds []string
	at := int32(0)
	for _, m := range doc.Mentions {
		if m.Kind != extract.Name {
			continue
		}
		s := doc.SpanOf(m.TokenRange)
		b.WriteString(doc.Text[at:s.Start] + "[" + doc.Text[s.Start:s.End] + "]")
		at = s.End
		kind := m.Type.String()
		if kind == "" {
			kind = "?"
		}
		kinds = append(kinds, kind)
	}
	b.WriteString(doc.Text[at:])
	if kinds == nil {
		kinds = []string{"-"}
	}
	return b.String(), strings.Join(kinds, " ")
}

func TestArticleWide(t *testing.T) {
	for _, test := range []struct{ text, marked, types, reason string }{
		{
			"App Maker Told to Stop Selling Data\n\nThe maker Velmex was told to stop. It had sold the data of its users for years.",
			"App Maker Told to Stop Selling Data\n\nThe maker [Velmex] was told to stop. It had sold the data of its users for years.",
			"ORG", "a headline in title case gives no names of its own",
		},
		{
			"Velmex Told to Stop Selling Data\n\nThe company Velmex was told to stop. It had sold the data of its users for years.",
			"[Velmex] Told to Stop Selling Data\n\nThe company [Velmex] was told to stop. It had sold the data of its users for years.",
			"ORG ORG", "a headline in title case has the names of the body",
		},
		{
			"Words by Fiona Oldroyd\n\nThe talks went on for a long time, and nobody could say when they would end.",
			"Words by [Fiona Oldroyd]\n\nThe talks went on for a long time, and nobody could say when they would end.",
			"PERSON", "a byline names a person and nothing else",
		},
		{
			"Fiona Oldroyd came. Oldroyd was late. They asked about Oldroyd.",
			"[Fiona Oldroyd] came. [Oldroyd] was late. They asked about [Oldroyd].",
			"PERSON PERSON PERSON", "a full name licenses the short one at the start of a sentence",
		},
		{
			"Security of users matters. They said user security is fine. User data was kept.",
			"Security of users matters. They said user security is fine. User data was kept.",
			"-", "common words at the start of sentences",
		},
		{
			"Velm Foods grew fast. They said that Velm will grow more.",
			"[Velm Foods] grew fast. They said that [Velm] will grow more.",
			"ORG ORG", "a company without its last word",
		},
		{
			"George Washington lived long ago. It is said that Washington never lied.",
			"[George Washington] lived long ago. It is said that [Washington] never lied.",
			"PERSON PERSON", "a person beats the place of that name",
		},
		{
			"George Washington lived long ago. They were born in Washington and left Washington.",
			"[George Washington] lived long ago. They were born in [Washington] and left [Washington].",
			"PERSON PLACE PLACE", "but not where the words around speak of a place",
		},
	} {
		if marked, types := names(mentions(test.text)); marked != test.marked || types != test.types {
			t.Errorf("%s: got %s (%s), want %s (%s)", test.reason, marked, types, test.marked, test.types)
		}
	}
}

func TestPronounsAndNominals(t *testing.T) {
	for _, test := range []struct{ text, want, reason string }{
		{"He said she saw them.", "He she them", "personal pronouns"},
		{"It grew and its sales rose.", "It its", "it that refers"},
		{"It is not yet known how many came.", "", "empty it before known"},
		{"It rains in May.", "", "weather"},
		{"It is clear that this is that.", "", "demonstratives are none"},
		{"The company hired a lawyer.", "The company|a lawyer", "nominals with article"},
		{"Companies hire lawyers.", "", "kinds of things are none"},
		{"The email was a mistake.", "", "things that are no person, organisation or place"},
		{"No company came.", "", "no company is nobody"},
	} {
		doc := mentions(test.text)
		var got []string
		nominal := strings.Contains(test.want, "|")
		for _, m := range doc.Mentions {
			if m.Kind == extract.Name {
				t.Errorf("%s: name %q", test.text, doc.TextOf(m.TokenRange))
			}
			got = append(got, doc.TextOf(m.TokenRange))
		}
		separator := " "
		if nominal {
			separator = "|"
		}
		if strings.Join(got, separator) != test.want {
			t.Errorf("%s: %s: got %q, want %q", test.text, test.reason, got, test.want)
		}
	}
}

func TestModelReadme(t *testing.T) {
	file, err := os.ReadFile("model/english.bin")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("model/README.md")
	if err != nil {
		t.Fatal(err)
	}
	if sum := fmt.Sprintf("sha256: %x\n", sha256.Sum256(file)); !strings.Contains(string(readme), sum) {
		t.Errorf("model/README.md lacks %q", sum)
	}
}

// TestProse finds what prose's own classifier finds in plain text.
func TestProse(t *testing.T) {
	doc := before("Officials in Kenya met Angela Merkel on Monday.")
	mention.Prose().Apply(doc)
	marked, types := names(doc)
	if want := "Officials in [Kenya] met [Angela Merkel] on Monday."; marked != want || types != "PLACE PERSON" {
		t.Errorf("got %s (%s), want %s", marked, types, want)
	}
}
