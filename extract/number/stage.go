// Package number finds numbers in digits and in words, with their values and
// without their units.
//
// Example: "tens of millions of users, 49 million videos and two-thirds of all
// sales" holds a vague number from 20000000 to 99999999, the cardinal 49000000
// and the fraction 2/3.
//
// It reads the layer tokens and writes the layer numbers. Numbers do not
// overlap.
//
// Values are computed as whole numbers and powers of ten and only then rounded
// to the nearest float64. A plural such as "millions" names its order of
// magnitude: at least two of it, less than ten of it. The forms of numbers in
// words follow Huddleston and Pullum, The Cambridge Grammar of the English
// Language (2002), chapter 19, section 6.3.
package number

import "github.com/factline/factline/extract"

// Stage returns the stage "number".
func Stage() extract.Stage {
	return extract.Stage{
		Name:     "number",
		Requires: extract.LayerTokens,
		Provides: extract.LayerNumbers,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {
	set := set() // before the reader: it still adds words to the classes
	r, patterns := reader{doc, words()}, classes().NewReader(doc)
	for i := int32(0); int(i) < len(doc.Tokens); {
		if !r.starts(i) {
			i++
			continue
		}
		number, m, rule, ok := set.Longest(patterns, i)
		if !ok {
			i++
			continue
		}
		number.Rule = rule
		doc.Numbers = append(doc.Numbers, number)
		i = m.End
	}
}

// starts tells whether a number can start at token i; it keeps the rules from
// being tried at every word.
func (r reader) starts(i int32) bool {
	switch r.Tokens[i].Class {
	case extract.ClassDigits, extract.ClassAlnum:
		return true
	case extract.ClassPunct, extract.ClassSymbol:
		return matchNegative(r.Document, i) > i
	case extract.ClassAddress:
		return false
	}
	if w := r.words[r.Tokens[i].Form]; w.role != noRole {
		return w.role != suffix
	}
	return starters.Has(r.Tokens[i].Form)
}
