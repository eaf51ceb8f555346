package mention_test

import (
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/chunk"
	"github.com/factline/factline/extract/mention"
	"github.com/factline/factline/extract/number"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/tag"
	"github.com/factline/factline/extract/timex"
	"github.com/factline/factline/extract/token"
)

// before runs the stages that mention builds on.
func before(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	for _, s := range []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage(), chunk.Stage(), number.Stage()} {
		s.Apply(doc)
	}
	doc.Arcs = make([]extract.Arc, len(doc.Tokens)) // no tree: it decides what a date means, not which words it has
	for i := range doc.Arcs {
		doc.Arcs[i].Head = extract.None
	}
	timex.Stage().Apply(doc)
	return doc
}

func mentions(text string) *extract.Document {
	doc := before(text)
	mention.Stage().Apply(doc)
	return doc
}

// TestRules runs the example of each rule, which must find the wanted name with
// the wanted type through that very rule.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range mention.Rules() {
		name, example, want, kind := rule.Parts()
		if seen[name] {
			t.Errorf("two rules %q", name)
		}
		seen[name] = true
		doc := before(example)
		found := false
		for _, m := range mention.Guess(doc) {
			if doc.TextOf(m.TokenRange) != want {
				continue
			}
			found = true
			if m.Rule != name || m.Type.String() != kind {
				t.Errorf("%s: %q: %s by rule %s, want %s", name, example, m.Type, m.Rule, kind)
			}
		}
		if !found {
			t.Errorf("%s: %q: no name %q", name, example, want)
		}
	}
}

// TestCorrections runs the example of each correction, which must make a
// difference to the names of the model.
func TestCorrections(t *testing.T) {
	for _, correction := range mention.Corrections() {
		name, example, want, types := correction.Parts()
		if got, gotTypes := names(mentions(example)); got != want || gotTypes != types {
			t.Errorf("%s: got %s (%s), want %s (%s)", name, got, gotTypes, want, types)
		}
	}
}
