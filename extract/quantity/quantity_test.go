package quantity_test

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/chunk"
	"github.com/factline/factline/extract/mention"
	"github.com/factline/factline/extract/number"
	"github.com/factline/factline/extract/parse"
	"github.com/factline/factline/extract/quantity"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/tag"
	"github.com/factline/factline/extract/timex"
	"github.com/factline/factline/extract/token"
)

// stages are those that quantity needs, and quantity itself.
var stages = []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage(), parse.Stage(), chunk.Stage(), number.Stage(), timex.Stage(),
	mention.Stage(), quantity.Stage()}

func quantities(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	for _, stage := range stages {
		stage.Apply(doc)
	}
	return doc
}

// show writes a quantity as the tests expect it: "count over 500 (letter)
// [over 500 letters]".
func show(doc *extract.Document, q extract.Quantity) string {
	words := []string{q.Kind.String()}
	add := func(word string) {
		if word != "" {
			words = append(words, word)
		}
	}
	if q.Modifier != extract.Exact {
		add(q.Modifier.String())
	}
	add(q.Trend.String())
	number := func(a extract.Amount) string { return strconv.FormatFloat(a.Float, 'f', -1, 64) }
	switch {
	case q.Value.Known:
		add(number(q.Value))
	case q.Low.Known || q.High.Known:
		add(number(q.Low) + ".." + number(q.High))
	}
	add(q.Unit.Name)
	if !q.Counted.Empty() {
		add("(" + q.CountedLemma + ")")
	}
	add("[" + doc.TextOf(q.TokenRange) + "]")
	return strings.Join(words, " ")
}

func TestRules(t *testing.T) {
	for _, rule := range quantity.Rules() {
		doc := quantities(rule[1])
		if len(doc.Quantities) != 1 {
			t.Errorf("rule %s: %d quantities in %q, want 1", rule[0], len(doc.Quantities), rule[1])
			continue
		}
		q := doc.Quantities[0]
		if got := show(doc, q); got != rule[2] || q.Rule != rule[0] {
			t.Errorf("rule %s: %q gives\n     %s by rule %s\nwant %s", rule[0], rule[1], got, q.Rule, rule[2])
		}
	}
}

// TestPhrases reads lines of a sentence, a tab, and its quantities with "; "
// between them.
func TestPhrases(t *testing.T) {
	file, err := os.Open("testdata/phrases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		sentence, want, _ := strings.Cut(line, "\t")
		doc := quantities(sentence)
		var got []string
		for _, q := range doc.Quantities {
			got = append(got, show(doc, q))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("phrases.tsv:%d: %s\n got %s\nwant %s", n, sentence, strings.Join(got, "; "), want)
		}
	}
}
