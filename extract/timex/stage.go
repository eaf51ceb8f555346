// Package timex finds the dates, times, durations and recurrent times of an
// article and tells what they mean.
//
// With 2020-07-10 as the day of publication, "on Wednesday" gives the DATE
// "Wednesday" with the value 2020-07-08; without one it gives XXXX-WXX-3,
// unresolved, never a guess. "the second half of 2019" is 2019-H2 either way.
//
// An article whose day of publication is not known from outside gets the one of
// its date line: "July 10, 2020".
//
// It reads Tokens, Sentences, Paragraphs, Tags, Arcs and Numbers and writes Timexes.
//
// Spans and values follow TIMEX3 of TimeML 1.2.1 (Pustejovsky et al. 2003; ISO
// 24617-1): determiners and "early", "nearly" belong to the expression,
// prepositions do not. The way from rules over words to values is that of
// HeidelTime (Strötgen and Gertz 2010).
package timex

import "github.com/factline/factline/extract"

// Stage returns the stage "timex".
func Stage() extract.Stage {
	grammar() // compile the rules before the first article
	return extract.Stage{
		Name:     "timex",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerParagraphs | extract.LayerTags | extract.LayerArcs | extract.LayerNumbers,
		Provides: extract.LayerTimexes,
		Apply:    apply,
	}
}

// apply walks over each sentence once; at each token the longest rule wins and
// the walk goes on behind it, so timexes never overlap.
func apply(doc *extract.Document) {
	set := grammar()
	reader := shared().NewReader(doc)
	if doc.Published.IsZero() {
		if day, ok := dateline(doc, reader); ok {
			doc.Published, doc.PublishedFrom = day, extract.FromDateline
		}
	}
	c := &context{doc: doc}
	paragraphs := doc.Paragraphs
	for _, sentence := range doc.Sentences {
		for len(paragraphs) > 0 && paragraphs[0].Start <= sentence.Start {
			c.paragraph, paragraphs = paragraphs[0].Start, paragraphs[1:]
		}
		c.sentence, c.role = sentence.TokenRange, sentence.Role
		for at := sentence.Start; at < sentence.End; {
			mean, m, rule, ok := set.Longest(reader, at)
			if !ok || m.End > sentence.End {
				at++
				continue
			}
			c.add(m.TokenRange, mean, rule)
			at = m.End
		}
	}
	doc.Timexes = c.found
}
