package tag

import "github.com/factline/factline/extract"

// RuleExample is one rule's example for the tests.
type RuleExample struct{ Rule, Text, Want string }

// RuleExamples returns the example of every rule.
func RuleExamples() (examples []RuleExample) {
	for _, r := range append(append([]rule(nil), rules...), general...) {
		examples = append(examples, RuleExample{r.name, r.example, r.want})
	}
	return examples
}

// Fires tells whether the named rule decides the tag of a token, or would give
// it the tag that it already has.
func Fires(doc *extract.Document, token int32, name string) bool {
	c := newContext(doc)
	c.start(doc.Sentences[doc.SentenceAt(token)].TokenRange)
	for i := int32(0); i <= token-c.first; i++ {
		rule := c.correct(i)
		if c.first+i == token {
			return rule == name
		}
	}
	return false
}

// Tables returns the embedded tables by file name.
func Tables() map[string]string {
	return map[string]string{
		"verbs.tsv": verbTable, "nouns.tsv": nounTable, "adjectives.tsv": adjectiveTable, "words.tsv": wordTable,
	}
}
