package claim_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/chunk"
	"github.com/factline/factline/extract/claim"
	"github.com/factline/factline/extract/entity"
	"github.com/factline/factline/extract/mention"
	"github.com/factline/factline/extract/number"
	"github.com/factline/factline/extract/parse"
	"github.com/factline/factline/extract/quantity"
	"github.com/factline/factline/extract/quote"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/tag"
	"github.com/factline/factline/extract/timex"
	"github.com/factline/factline/extract/token"
)

// run applies the stages up to claim.
func run(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text, Published: time.Date(2020, 7, 10, 0, 0, 0, 0, time.UTC)})
	for _, stage := range []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage(), parse.Stage(), chunk.Stage(), number.Stage(), timex.Stage(),
		mention.Stage(), quantity.Stage(), quote.Stage(), entity.Stage(), claim.Stage()} {
		stage.Apply(doc)
	}
	return doc
}

// show writes a claim as one line: subject | predicate | object | arguments,
// then what differs from a positive asserted claim of the article.
func show(doc *extract.Document, c extract.Claim) string {
	var predicate []string
	for _, part := range c.Predicate {
		predicate = append(predicate, doc.TextOf(part))
	}
	slots := []string{doc.TextOf(c.Subject.TokenRange), strings.Join(predicate, " ... "), doc.TextOf(c.Object.TokenRange)}
	for _, a := range c.Arguments {
		slots = append(slots, a.Role.String()+": "+doc.TextOf(a.TokenRange))
	}
	out := strings.Join(slots, " | ")
	if c.Polarity != extract.Positive {
		out += "; " + c.Polarity.String() + " " + doc.TextOf(c.PolarityCue)
	}
	if c.Modality != extract.Asserted {
		out += "; " + c.Modality.String() + " " + doc.TextOf(c.ModalityCue)
	}
	for _, q := range c.Attribution {
		out += "; " + doc.TextOf(doc.Quotes[q].Speaker) + " " + doc.TextOf(doc.Quotes[q].Cue)
	}
	return strings.Join(strings.Fields(out), " ")
}

// TestPhrases: a text, and after a tab its claims with " || " between them;
// "none" when it states nothing.
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
		text, want, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("no tab: %q", line)
		}
		doc := run(strings.ReplaceAll(text, `\n`, "\n"))
		var got []string
		for _, c := range doc.Claims {
			got = append(got, show(doc, c))
		}
		if got := strings.Join(got, " || "); got != strings.Replace(want, "none", "", 1) {
			t.Errorf("%q\n got  %s\n want %s", text, got, want)
		}
	}
}
