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

// SaidBy tells who says a claim, the outermost first: "It [Amazon] (adds)", then
// "that A TikTok spokesperson (said)". It is empty when the article itself does.
func SaidBy(f *claimsfile.File, c claimsfile.Claim) []string {
	var speakers []string
	for i, a := range c.Attribution {
		line := cmp.Or(a.Speaker, "somebody")
		if name := f.NameOf(a.Entity); name != "" && !sameName(line, name) {
			line += " [" + name + "]"
		}
		if a.Cue != "" {
			line += " (" + a.Cue + ")"
		}
		if i > 0 {
			line = "that " + line
		}
		speakers = append(speakers, line)
	}
	return speakers
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
