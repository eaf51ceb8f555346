package quote_test

import (
	"os"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/chunk"
	"github.com/factline/factline/extract/mention"
	"github.com/factline/factline/extract/number"
	"github.com/factline/factline/extract/parse"
	"github.com/factline/factline/extract/quote"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/tag"
	"github.com/factline/factline/extract/timex"
	"github.com/factline/factline/extract/token"
)

// run applies the stages up to quote.
func run(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	for _, stage := range []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage(), parse.Stage(), chunk.Stage(), number.Stage(),
		timex.Stage(), mention.Stage(), quote.Stage()} {
		stage.Apply(doc)
	}
	return doc
}

// show writes a quote as the phrase table has it: kind; speaker; cue.
func show(doc *extract.Document, q extract.Quote) string {
	text := func(r extract.TokenRange) string {
		if r.Empty() {
			return "-"
		}
		return doc.TextOf(r)
	}
	return q.Kind.String() + "; " + text(q.Speaker) + "; " + text(q.Cue)
}

// contents returns the parts of a text that stand in brackets, and the text
// without the brackets.
func contents(marked string) (parts []string, text string) {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(marked, "[")
		b.WriteString(before)
		if !ok {
			return parts, b.String()
		}
		part, after, _ := strings.Cut(rest, "]")
		parts = append(parts, part)
		b.WriteString(part)
		marked = after
	}
}

func TestPhrases(t *testing.T) {
	table, err := os.ReadFile("testdata/phrases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		marked, want, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("no tab: %q", line)
		}
		parts, text := contents(strings.ReplaceAll(marked, `\n`, "\n"))
		check(t, run(text), parts, want)
	}
}

func check(t *testing.T, doc *extract.Document, parts []string, want string) {
	t.Helper()
	if want == "none" {
		for _, q := range doc.Quotes {
			t.Errorf("%q: %q (%s), want no quote", doc.Text, doc.TextOf(q.TokenRange), q.Rule)
		}
		return
	}
	if len(doc.Quotes) != 1 {
		t.Errorf("%q: %d quotes, want 1", doc.Text, len(doc.Quotes))
		return
	}
	q := doc.Quotes[0]
	if got := show(doc, q); got != want {
		t.Errorf("%q: %s (%s), want %s", doc.Text, got, q.Rule, want)
	}
	var got []string
	for _, r := range q.Content {
		got = append(got, doc.TextOf(r))
	}
	if strings.Join(got, "|") != strings.Join(parts, "|") {
		t.Errorf("%q: content %q (%s), want %q", doc.Text, got, q.Rule, parts)
	}
}
