package mention

import "github.com/factline/factline/extract"

// nominals returns the noun phrases that refer to persons, organisations,
// places or products by a common noun: "the company", "a TikTok spokesperson".
// Phrases without article or possessive are kinds of things, not things.
func (r *reader) nominals(taken []bool) []extract.Mention {
	var mentions []extract.Mention
	for _, c := range r.doc.Chunks {
		if c.Kind != extract.NounPhrase || taken[c.Head] || c.Len() < 2 || r.timex[c.Head] || r.doc.Tags[c.Head].POS != extract.NOUN {
			continue
		}
		if !r.determined(c) {
			continue
		}
		if kind := r.nounOf(c.Head); kind != extract.EntityUnknown {
			at := extract.TokenRange{Start: c.Start, End: c.Head + 1}
			mentions = append(mentions, extract.Mention{TokenRange: at, Head: c.Head, Kind: extract.Nominal, Type: kind, Rule: "nominal"})
		}
	}
	return mentions
}

// determined tells whether a phrase starts with a word that picks something
// out: "the", "a", "one", "its", "TikTok's".
func (r *reader) determined(c extract.Chunk) bool {
	switch r.doc.Tags[c.Start].Penn {
	case extract.PennPRPS:
		return true
	case extract.PennDT:
		return !r.doc.Is(c.Start, "no") && !r.doc.Is(c.Start, "every") && !r.doc.Is(c.Start, "any") && !r.doc.Is(c.Start, "each")
	}
	return r.doc.Is(c.Start, "one")
}
