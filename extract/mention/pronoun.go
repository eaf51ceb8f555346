package mention

import "github.com/factline/factline/extract"

// pronouns returns the personal pronouns that refer to somebody or something.
func (r *reader) pronouns(taken []bool) []extract.Mention {
	var mentions []extract.Mention
	for _, s := range r.doc.Sentences {
		for i := s.Start; i < s.End; i++ {
			t := r.doc.Tokens[i]
			if !t.Class.IsWord() || taken[i] || r.timex[i] || t.End-t.Start > 10 || r.doc.Tags[i].POS != extract.PRON && r.doc.Tags[i].Penn != extract.PennPRPS {
				continue
			}
			w := r.word(i)
			if w.flags&isPronoun == 0 {
				continue
			}
			if r.doc.Is(i, "it") && r.empty(i, s.End) {
				continue
			}
			at := extract.TokenRange{Start: i, End: i + 1}
			m := extract.Mention{TokenRange: at, Head: i, Kind: extract.Pronoun, Gender: w.gender, Rule: "pronoun"}
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
		if r.word(j).flags&isEmpty != 0 {
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
