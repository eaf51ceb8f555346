package tree

import (
	"testing"

	"github.com/factline/factline/extract"
)

// word is a token with its tag and its arc; heads count from 0.
type word struct {
	lemma    string
	penn     extract.Penn
	head     int32
	relation extract.Relation
}

func sentence(words []word) *extract.Document {
	doc := &extract.Document{}
	for _, w := range words {
		doc.Tokens = append(doc.Tokens, extract.Token{Form: extract.FormOf(w.lemma)})
		doc.Tags = append(doc.Tags, extract.Tag{Penn: w.penn, Lemma: w.lemma})
		doc.Arcs = append(doc.Arcs, extract.Arc{Head: w.head, Relation: w.relation})
	}
	return doc
}

func TestMendSpeech(t *testing.T) {
	said := func(verb string, object word, rest ...word) []word {
		return append([]word{{"firm", extract.PennNN, 1, extract.RelNsubj}, {verb, extract.PennVBD, extract.None, extract.RelRoot}, object}, rest...)
	}
	it := word{"it", extract.PennPRP, 1, extract.RelObj}
	for _, test := range []struct {
		reason string
		words  []word
		at     int
		want   extract.Arc
	}{
		{"“it” is the subject of what is said", said("say", it, word{"accept", extract.PennVBZ, 1, extract.RelCcomp}), 2, extract.Arc{Head: 3, Relation: extract.RelNsubj}},
		{"an adverb before the verb", said("say", it, word{"fully", extract.PennRB, 4, extract.RelAdvmod}, word{"accept", extract.PennVBZ, 1, extract.RelCcomp}), 2, extract.Arc{Head: 4, Relation: extract.RelNsubj}},
		{"told him: a hearer is no subject", said("tell", it, word{"accept", extract.PennVBZ, 1, extract.RelCcomp}), 2, extract.Arc{Head: 1, Relation: extract.RelObj}},
		{"said it laughing: no tense", said("say", it, word{"laugh", extract.PennVBG, 1, extract.RelCcomp}), 2, extract.Arc{Head: 1, Relation: extract.RelObj}},
		{"words stand between", said("say", it, word{"twice", extract.PennRB, 1, extract.RelAdvmod}, word{"accept", extract.PennVBZ, 1, extract.RelCcomp}), 2, extract.Arc{Head: 1, Relation: extract.RelObj}},
		{"a second verb of saying", said("say", word{"would", extract.PennMD, 3, extract.RelAux}, word{"close", extract.PennVB, 1, extract.RelCcomp}, word{"blame", extract.PennVBD, 3, extract.RelConj}, word{"him", extract.PennPRP, 4, extract.RelObj}), 4, extract.Arc{Head: 1, Relation: extract.RelConj}},
		{"a second thing that is said", said("say", word{"would", extract.PennMD, 3, extract.RelAux}, word{"close", extract.PennVB, 1, extract.RelCcomp}, word{"sell", extract.PennVBD, 3, extract.RelConj}, word{"him", extract.PennPRP, 4, extract.RelObj}), 4, extract.Arc{Head: 3, Relation: extract.RelConj}},
		{"was fined and accused: passive both", said("say", word{"was", extract.PennVBD, 3, extract.RelAuxPass}, word{"fine", extract.PennVBN, 1, extract.RelCcomp}, word{"accuse", extract.PennVBN, 3, extract.RelConj}), 4, extract.Arc{Head: 3, Relation: extract.RelConj}},
	} {
		doc := sentence(test.words)
		before := doc.Arcs[test.at]
		if got := MendSpeech(doc).Arcs[test.at]; got != test.want {
			t.Errorf("%s: %v, want %v", test.reason, got, test.want)
		}
		if doc.Arcs[test.at] != before {
			t.Errorf("%s: the document itself was changed", test.reason)
		}
	}
}
