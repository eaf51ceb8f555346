package mention

import (
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// personal is the personal and possessive pronouns that refer.
var personal = sync.OnceValue(func() lexicon.Set {
	return lexicon.NewSet("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves",
		"you", "your", "yours", "yourself", "yourselves", "he", "him", "his", "himself",
		"she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themselves")
})

// empties are the verbs and adjectives whose subject "it" stands for nothing:
// "it rains", "it is clear that".
var empties = sync.OnceValue(func() lexicon.Set {
	return lexicon.NewSet("known", "unknown", "clear", "unclear", "likely", "unlikely", "possible", "impossible",
		"necessary", "important", "true", "obvious", "thought", "believed", "understood", "said", "reported",
		"expected", "hoped", "alleged", "claimed", "estimated", "rumoured", "rumored", "seems", "seemed", "appears", "appeared",
		"rains", "raining", "rained", "snows", "snowing", "snowed", "time", "hard", "easy", "difficult", "worth", "unusual", "rare", "vital",
		"crucial", "essential", "better", "best", "late", "early", "dark", "turns", "turned", "emerged", "comes", "came", "certain", "up", "me", "them", "us", "not")
})

// pronouns returns the personal pronouns that refer to somebody or something.
func (r *reader) pronouns(taken []bool) []extract.Mention {
	var mentions []extract.Mention
	for _, s := range r.doc.Sentences {
		for i := s.Start; i < s.End; i++ {
			t := r.doc.Tokens[i]
			if !t.Class.IsWord() || taken[i] || r.timex[i] || t.End-t.Start > 10 || r.doc.Tags[i].POS != extract.PRON && r.doc.Tags[i].Penn != extract.PennPRPS || !personal().Has(t.Form) {
				continue
			}
			if r.doc.Is(i, "it") && r.empty(i, s.End) {
				continue
			}
			at := extract.TokenRange{Start: i, End: i + 1}
			m := extract.Mention{TokenRange: at, Head: i, Kind: extract.Pronoun, Gender: genders()[t.Form], Rule: "pronoun"}
			if m.Gender != extract.GenderUnknown {
				m.Type = extract.Person
			}
			mentions = append(mentions, m)
		}
	}
	return mentions
}

// empty tells whether the "it" at token i stands for nothing, by the words that
// follow within its clause: "it is not yet known", "it rains".
func (r *reader) empty(i, end int32) bool {
	for j := i + 1; j < end && j <= i+4; j++ {
		if empties().Has(r.doc.Tokens[j].Form) && !r.doc.Is(j, "not") {
			return true
		}
		switch r.doc.Tags[j].POS {
		case extract.AUX, extract.ADV, extract.PART:
		default:
			return false
		}
	}
	return false
}

// genders is the gender of the pronouns that only persons take.
var genders = sync.OnceValue(func() map[extract.Form]extract.Gender {
	m := map[extract.Form]extract.Gender{}
	for _, w := range [...]string{"he", "him", "his", "himself"} {
		m[extract.FormOf(w)] = extract.Male
	}
	for _, w := range [...]string{"she", "her", "hers", "herself"} {
		m[extract.FormOf(w)] = extract.Female
	}
	return m
})
