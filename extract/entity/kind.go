package entity

import (
	_ "embed"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/nouns.tsv
var nounTable string

//go:embed data/landmarks.tsv
var landmarkTable string

//go:embed data/territories.tsv
var territoryTable string

// sense is what a noun can mean that an article uses for something it has
// named.
type sense uint8

const (
	senseNone sense = iota
	company
	organisation
	team
	city
	cityState
	country
	state
	island
	region
	man // from here on, nouns for anybody and anything
	woman
	product
)

var senseNames = [...]string{"", "company", "organisation", "team", "city", "city-state", "country", "state", "island", "region", "man", "woman", "product"}

// senseNouns maps nouns to what they can mean.
var senseNouns = sync.OnceValue(func() map[extract.Form]sense {
	m := map[extract.Form]sense{}
	for _, row := range lexicon.Rows("data/nouns.tsv", nounTable, 2) {
		m[extract.FormOf(row[0])] = senseOf(row[1])
	}
	return m
})

func senseOf(name string) sense {
	for s, n := range senseNames {
		if n == name {
			return sense(s)
		}
	}
	return senseNone
}

// territories maps the keys of the names of countries, states and areas to what
// they are.
var territories = sync.OnceValue(func() map[uint64]sense {
	m := map[uint64]sense{}
	for _, row := range lexicon.Rows("data/territories.tsv", territoryTable, 2) {
		m[keyOf(row[0])] = senseOf(row[1])
	}
	return m
})

// landmarks are the last words of the names of places where nobody lives.
var landmarks = sync.OnceValue(func() lexicon.Set {
	return lexicon.NewSet(lexicon.Column(lexicon.Rows("data/landmarks.tsv", landmarkTable, 1), 0)...)
})

// unnamed joins a nominal whose noun nothing has been called by with what it
// most likely means: "the company", "the city".
func (r *resolver) unnamed(i int32, noun extract.Form) {
	wanted, ok := senseNouns()[noun]
	if !ok {
		return
	}
	m := r.doc.Mentions[i]
	ask := question{sentence: r.sentence, paragraph: r.paragraph, quote: r.speech[i], commander: -1, latest: -1, main: -1, often: true}
	if wanted == company && r.main.times >= 2 && r.main.times >= 2*r.next {
		ask.main = r.main.root
	}
	var found *candidate
	var lead int
	switch wanted {
	case man, woman:
		found, lead = r.persons.best(ask, func(c *candidate) bool { return c.gender == genderOf(r.doc.Tags[m.Head].Lemma) })
	default:
		found, lead = r.things.best(ask, func(c *candidate) bool { return c.root >= 0 && r.canBe(c, wanted) })
	}
	thing, need := wanted == company || wanted == organisation || wanted == team, placeLead
	if thing || wanted >= man {
		need = nominalLead
	}
	if found != nil && found.root >= 0 && found.root == ask.main {
		need = mainLead
	}
	switch {
	case found != nil && found.root >= 0 && (!thing || found.role >= topic || found.root == ask.main):
		if lead >= need {
			r.join(found.root, i)
		}
	case ask.main >= 0:
		r.join(ask.main, i)
	}
}

// canBe tells whether a noun with some sense can mean a candidate.
func (r *resolver) canBe(c *candidate, wanted sense) bool {
	t := r.doc.Mentions[c.root].Type
	switch wanted {
	case company:
		return (t == extract.Org || r.employers[c.root]) && !r.isInstitution(c.root) && !r.offices[c.root]
	case organisation, team:
		return t == extract.Org
	case product:
		return t == extract.Product
	case city, country, state, region, island:
		if t != extract.Place {
			return false
		}
		name := r.doc.Mentions[c.root].TokenRange
		is := territories()[r.key(name)]
		switch wanted {
		case country, state:
			return is == wanted || is == cityState && wanted == country
		case island:
			return is != state && !landmarks().Has(r.doc.Tokens[name.End-1].Form)
		}
		return is != country && (is != state || wanted == region) && !landmarks().Has(r.doc.Tokens[name.End-1].Form)
	}
	return false
}
