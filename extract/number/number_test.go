package number_test

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/number"
	"github.com/factline/factline/extract/token"
	"github.com/factline/factline/internal/lexicon"
)

func numbers(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	token.Stage().Apply(doc)
	number.Stage().Apply(doc)
	return doc
}

// show writes a number as the tests expect it: "3.5", "20..99", "22nd", "2/3"
// as its value with a slash before it.
func show(n extract.Number) string {
	low := strconv.FormatFloat(n.Low, 'f', -1, 64)
	switch n.Kind {
	case extract.Vague:
		return low + ".." + strconv.FormatFloat(n.High, 'f', -1, 64)
	case extract.Ordinal:
		return low + "th"
	}
	return low
}

func TestRules(t *testing.T) {
	wants := map[string]string{"22nd": "22th", "2/3": strconv.FormatFloat(2.0/3, 'f', -1, 64)}
	for _, rule := range number.Rules() {
		doc := numbers(rule.Example)
		want := rule.Want
		if w, ok := wants[want]; ok {
			want = w
		}
		if len(doc.Numbers) != 1 {
			t.Errorf("rule %s: %d numbers in %q, want 1", rule.Name, len(doc.Numbers), rule.Example)
			continue
		}
		n := doc.Numbers[0]
		if got := show(n); got != want || n.Rule != rule.Name || doc.TextOf(n.TokenRange) != rule.Example {
			t.Errorf("rule %s: %q gives %s (%q) by rule %s, want %s", rule.Name, rule.Example, got, doc.TextOf(n.TokenRange), n.Rule, want)
		}
	}
}

// TestPhrases reads lines of a sentence with [brackets] around its numbers, a
// tab, and the values with blanks between them.
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
		doc := numbers(strings.NewReplacer("[", "", "]", "").Replace(sentence))
		var marked strings.Builder
		var got []string
		at := int32(0)
		for _, n := range doc.Numbers {
			span := doc.SpanOf(n.TokenRange)
			fmt.Fprintf(&marked, "%s[%s]", doc.Text[at:span.Start], span.In(doc.Text))
			at = span.End
			got = append(got, show(n))
		}
		marked.WriteString(doc.Text[at:])
		if marked.String() != sentence || strings.Join(got, " ") != want {
			t.Errorf("phrases.tsv:%d:\n got %s\t%s\nwant %s\t%s", n, marked.String(), strings.Join(got, " "), sentence, want)
		}
	}
}

func TestWordTable(t *testing.T) {
	var lines []string
	for _, row := range lexicon.Rows("words.tsv", number.WordTable, 3) {
		lines = append(lines, row[0])
	}
	if !slices.IsSorted(lines) {
		t.Error("words.tsv is not sorted")
	}
	if n := len(slices.Compact(slices.Clone(lines))); n != len(lines) {
		t.Errorf("words.tsv holds %d words twice", len(lines)-n)
	}
}
