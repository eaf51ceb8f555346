package mention

import "github.com/factline/factline/extract"

// Rules lets the tests try each rule's example.
func Rules() []rule { return rules }

// Parts returns what a test needs of a rule.
func (r rule) Parts() (name, example, want, kind string) {
	return r.name, r.example, r.want, r.kind.String()
}

// Rows reads one of the embedded tables.
var Rows = rows

// Guess returns the names of the rules.
func Guess(doc *extract.Document) []extract.Mention {
	r := newReader(doc)
	r.findNames()
	return r.decide()
}

// Corrections lets the tests try each correction's example.
func Corrections() []correction { return corrections }

// Parts returns what a test needs of a correction.
func (c correction) Parts() (name, example, want, types string) {
	return c.name, c.example, c.want, c.types
}
