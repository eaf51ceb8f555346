package tag

import "github.com/factline/factline/extract"

// Longest look back for a subject, and for a form of be, in tokens.
const (
	subjectReach = 4
	passiveReach = 4
)

// setContext gives the words of a sentence the features that their neighbours
// decide: number and person of a finite verb, the passive, the imperative, the
// case of "you" and "it".
func setContext(doc *extract.Document, s extract.TokenRange) {
	for i := s.Start; i < s.End; i++ {
		t := &doc.Tags[i]
		switch t.Penn {
		case extract.PennVBP, extract.PennVBD:
			agree(doc, s, i)
		case extract.PennVBN:
			if t.POS == extract.VERB {
				t.Features = t.Features.WithPassive(isPassive(doc, s, i))
			}
		case extract.PennVB:
			if t.Features = t.Features.WithInfinitive(); isImperative(doc, s, i) {
				t.Features = t.Features.WithMood(extract.Imperative)
			}
		case extract.PennPRP:
			if (doc.Is(i, "you") || doc.Is(i, "it")) && i > s.Start && governs(doc, s, i) {
				t.Features = t.Features.WithObject()
			}
		}
	}
}

// agree gives the finite verb i person and number of the pronoun before it.
func agree(doc *extract.Document, s extract.TokenRange, i int32) {
	t := &doc.Tags[i]
	for j := i - 1; j >= max(s.Start, i-subjectReach); j-- {
		switch subject := doc.Tags[j]; subject.POS {
		case extract.ADV, extract.AUX, extract.PART:
			continue
		case extract.PRON:
			if p := subject.Features.Person(); p > 0 {
				t.Features = t.Features.WithPerson(p)
				if n := subject.Features.Number(); n != extract.NumberNone {
					t.Features = t.Features.WithNumber(n)
				} else if p == 2 {
					t.Features = t.Features.WithNumber(extract.Singular)
				}
			}
			return
		case extract.NOUN, extract.PROPN:
			t.Features = t.Features.WithPerson(3)
			if n := subject.Features.Number(); n == extract.Plural || t.Penn == extract.PennVBP {
				t.Features = t.Features.WithNumber(extract.Plural)
			} else {
				t.Features = t.Features.WithNumber(extract.Singular)
			}
			return
		default:
			return
		}
	}
}

// isPassive tells whether the participle i is a passive, as it is unless it
// follows a form of have: "was sold", "the videos sold", but "has sold".
func isPassive(doc *extract.Document, s extract.TokenRange, i int32) bool {
	for j := i - 1; j >= max(s.Start, i-passiveReach); j-- {
		switch t := doc.Tags[j]; t.POS {
		case extract.AUX:
			return t.Lemma != "have"
		case extract.ADV, extract.PART, extract.PRON:
		default:
			return true
		}
	}
	return true
}

// isImperative tells whether the base form i starts a clause.
func isImperative(doc *extract.Document, s extract.TokenRange, i int32) bool {
	for j := i - 1; j >= s.Start; j-- {
		switch t := doc.Tags[j]; {
		case t.POS == extract.ADV, t.POS == extract.INTJ && j == i-1, doc.Is(j, "please"):
		case t.POS == extract.AUX:
			return t.Lemma == "do" && (j == s.Start) && t.Penn == extract.PennVB
		case t.POS == extract.PUNCT || t.POS == extract.CCONJ:
			return j <= s.Start+2
		default:
			return false
		}
		if i-j > subjectReach {
			return false
		}
	}
	return true
}

// governs tells whether the word before pronoun i makes it an object.
func governs(doc *extract.Document, s extract.TokenRange, i int32) bool {
	before := doc.Tags[i-1]
	if before.POS == extract.ADP {
		return true
	}
	if before.POS != extract.VERB {
		return false
	}
	return i+1 >= s.End || doc.Tags[i+1].POS != extract.VERB && doc.Tags[i+1].POS != extract.AUX
}
