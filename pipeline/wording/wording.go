// Package wording puts what a claims file holds into the words that people read:
// "TikTok (revealed)" for who says a claim, "49 million videos = 49,000,000" for
// a quantity. The formats for people (table, markdown) share it.
package wording

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factline/factline/pipeline/claimsfile"
)

// SaidBy tells who says a claim, the one nearest to it first: "The referee (told)",
// "by Steve Parrish (said)". Who says it twice is told once, with both verbs. Empty
// when the article itself does.
func SaidBy(f *claimsfile.File, c claimsfile.Claim) []string {
	var speakers []string
	chain := slices.Clone(c.Attribution)
	slices.Reverse(chain)
	for i := 0; i < len(chain); i++ {
		a := chain[i]
		cues := cuesOf(a)
		for i+1 < len(chain) && SameSpeaker(a, chain[i+1]) {
			i++
			a, cues = chain[i], append(cuesOf(chain[i]), cues...) // "Ann Lee" says "I doubt": the name is the outer one
		}
		line := cmp.Or(withoutClause(a.Speaker), "somebody")
		if name := f.NameOf(a.Entity); name != "" && !sameName(line, name) {
			line += " [" + name + "]"
		}
		if len(cues) > 0 {
			line += " (" + strings.Join(cues, ", ") + ")"
		}
		if len(speakers) > 0 {
			line = "by " + line
		}
		speakers = append(speakers, line)
	}
	return speakers
}

// withoutClause returns a speaker's words without the clause that describes him:
// "The company[, which serves 2 million customers,]".
func withoutClause(speaker string) string {
	for _, relative := range []string{", who ", ", which ", ", whose ", ", whom ", ", where "} {
		if before, _, found := strings.Cut(speaker, relative); found {
			speaker = before
		}
	}
	return speaker
}

// cuesOf returns the words of saying of an attribution; none where it has none.
func cuesOf(a claimsfile.Attribution) []string {
	if a.Cue == "" {
		return nil
	}
	return []string{a.Cue}
}

// SameSpeaker tells whether two attributions have one speaker, who is known.
func SameSpeaker(a, b claimsfile.Attribution) bool {
	return a.Speaker != "" && a.Speaker == b.Speaker && a.Entity == b.Entity || a.Entity != "" && a.Entity == b.Entity
}

// sameName tells whether a speaker's words share one with the name: "Mr Smith"
// with "John Smith", "A TikTok spokesperson" with "TikTok".
func sameName(words, name string) bool {
	parts := strings.Fields(name)
	for _, word := range strings.Fields(words) {
		word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
		if word != "The" && slices.Contains(parts, word) {
			return true
		}
	}
	return false
}

// Caveats tells what makes a claim more or less than a plain statement:
// "negative: not", "possible: may", "corrects c2".
func Caveats(c claimsfile.Claim) []string {
	var caveats []string
	if c.Polarity.Value == "negative" {
		caveats = append(caveats, "negative"+cue(c.Polarity.Cue))
	}
	if c.Modality.Value != "asserted" {
		caveats = append(caveats, c.Modality.Value+cue(c.Modality.Cue))
	}
	for _, link := range []struct {
		what string
		to   []string
	}{{"corrects", c.Corrects}, {"corrected by", c.CorrectedBy}, {"same as", c.SameAs}} {
		if len(link.to) > 0 {
			caveats = append(caveats, link.what+" "+strings.Join(link.to, ", "))
		}
	}
	return caveats
}

// Check writes what the figures of a claim give: "change: 10 per cent, but 50,
// 60 give 20%".
func Check(f *claimsfile.File, check claimsfile.Check) string {
	quantities := f.QuantitiesOf(claimsfile.Claim{Quantities: check.Quantities})
	if len(quantities) == 0 {
		return check.Kind
	}
	var texts []string
	for _, q := range quantities[1:] {
		texts = append(texts, q.Text)
	}
	but := ", and "
	if !check.Holds {
		but = ", but "
	}
	sign, unit := signs(quantities[0])
	return check.Kind + ": " + quantities[0].Text + but + strings.Join(texts, ", ") + " give " + sign + thousands(check.Expected) + unit
}

// cue writes ": no longer", the words that tell.
func cue(p *claimsfile.Place) string {
	if p == nil || p.Text == "" {
		return ""
	}
	return ": " + p.Text
}
