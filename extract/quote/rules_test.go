package quote_test

import (
	"strings"
	"testing"

	"github.com/factline/factline/extract/quote"
)

// Every rule finds the quote of its example, and no other rule does.
func TestRules(t *testing.T) {
	names := map[string]bool{}
	for _, r := range quote.Rules() {
		if names[r.Name] {
			t.Errorf("two rules are named %s", r.Name)
		}
		names[r.Name] = true
		parts, text := contents(r.Example)
		doc := run(text)
		found := 0
		for _, q := range doc.Quotes {
			var got []string
			for _, c := range q.Content {
				got = append(got, doc.TextOf(c))
			}
			line := show(doc, q)
			if q.Rule == "running speaker" {
				line = q.Kind.String() + "; " + doc.TextOf(doc.Mentions[q.Mention].TokenRange) + "; -"
			}
			if q.Rule == r.Name && line == r.Want && strings.Join(got, "|") == strings.Join(parts, "|") {
				found++
			} else {
				t.Logf("%s: %q gave %s %q by %s", r.Name, text, line, got, q.Rule)
			}
		}
		if found != 1 {
			t.Errorf("%s: %q gave %d quotes of this rule, want %s %q", r.Name, text, found, r.Want, parts)
		}
	}
}
