package mention

import "github.com/factline/factline/extract"

// ages returns the persons who are called by their age: "the 34-year-old said",
// but not "the 34-year-old singer".
func (r *reader) ages(taken []bool) []extract.Mention {
	const length = 6 // the 34 - year - old
	var mentions []extract.Mention
	for i := range int32(max(0, len(r.doc.Tokens)-length)) {
		old, next := i+length-1, i+length
		if !r.doc.Is(old, "old") || !r.doc.Is(i+3, "year") || r.doc.Tags[i+1].POS != extract.NUM || taken[old] || !r.doc.Is(i, "the") && !r.doc.Is(i, "a") && !r.doc.Is(i, "an") {
			continue
		}
		if p := r.doc.Tags[next].POS; p == extract.NOUN || p == extract.PROPN || p == extract.ADJ || r.doc.Is(next, "-") {
			continue
		}
		at := extract.TokenRange{Start: i, End: next}
		mentions = append(mentions, extract.Mention{TokenRange: at, Head: old, Kind: extract.Nominal, Type: extract.Person, Rule: "age"})
	}
	return mentions
}
