package claim_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/factline/factline/extract/claim"
)

// Every rule finds the claim of its example, or tells how it is meant.
func TestRules(t *testing.T) {
	names := map[string]bool{}
	for _, r := range claim.Rules() {
		if names[r.Name] {
			t.Errorf("two rules are named %s", r.Name)
		}
		names[r.Name] = true
		doc := run(r.Example)
		var got []string
		found := false
		for _, c := range doc.Claims {
			got = append(got, show(doc, c)+" by "+c.Rule)
			found = found || show(doc, c) == r.Want && slices.Contains(strings.Split(c.Rule, "; "), r.Name)
		}
		if !found {
			t.Errorf("%s: %q gave\n\t%s\nwant\n\t%s", r.Name, r.Example, strings.Join(got, "\n\t"), r.Want)
		}
	}
}
