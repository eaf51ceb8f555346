package entity

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/kin.tsv
var kinTable string

// kin maps nouns for persons to their gender.
var kin = sync.OnceValue(func() map[extract.Form]extract.Gender {
	m := map[extract.Form]extract.Gender{}
	for _, row := range lexicon.Rows("data/kin.tsv", kinTable, 2) {
		gender := extract.Female
		if row[1] == "m" {
			gender = extract.Male
		}
		m[extract.FormOf(row[0])] = gender
	}
	return m
})

// genderOf returns the gender that a noun tells: "mother".
func genderOf(noun string) extract.Gender { return kin()[extract.FormOf(noun)] }

// singular are the pronouns by which one speaker speaks of himself; plural
// those of a speaker that is an organisation.
var (
	singular = sync.OnceValue(func() lexicon.Set { return lexicon.NewSet("i", "me", "mine", "my", "myself") })
	plural   = sync.OnceValue(func() lexicon.Set { return lexicon.NewSet("our", "ours", "ourselves", "us", "we") })
)

// part is one stretch of direct speech.
type part struct {
	extract.TokenRange
	quote int32
}

// directSpeech returns for each mention the quote in whose direct speech it
// stands; -1 for none. Of nested quotes the inner one counts.
func (g *grouper) directSpeech() []int32 {
	var parts []part
	for i, q := range g.doc.Quotes {
		if q.Kind == extract.Indirect {
			continue
		}
		for _, c := range q.Content {
			parts = append(parts, part{c, int32(i)})
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return extract.CompareRanges(a.TokenRange, b.TokenRange) })
	speech := make([]int32, len(g.doc.Mentions))
	next, now := 0, part{quote: -1}
	for i, m := range g.doc.Mentions {
		for next < len(parts) && parts[next].Start <= m.Start {
			now = parts[next]
			next++
		}
		speech[i] = -1
		if now.Contains(m.Start) {
			speech[i] = now.quote
		}
	}
	return speech
}

// speakers makes entities of the nominals that are quoted: "A spokesperson",
// and gives the speakers of direct speech their "I".
func (g *grouper) speakers() {
	for _, q := range g.doc.Quotes {
		if q.Mention < 0 {
			continue
		}
		m := g.doc.Mentions[q.Mention]
		if m.Kind == extract.Nominal && m.Type == extract.Person && g.parent[q.Mention] < 0 && (g.doc.Is(m.Start, "a") || g.doc.Is(m.Start, "an")) {
			g.join(int32(q.Mention), int32(q.Mention))
		}
	}
	for i, quote := range g.directSpeech() {
		m := g.doc.Mentions[i]
		if quote < 0 || m.Kind != extract.Pronoun || g.doc.Quotes[quote].Mention < 0 {
			continue
		}
		speaker := g.root(int32(g.doc.Quotes[quote].Mention))
		if speaker < 0 || g.doc.Quotes[quote].Mention == extract.MentionIndex(i) {
			continue
		}
		form := g.doc.Tokens[m.Start].Form
		if singular().Has(form) || plural().Has(form) && g.doc.Mentions[g.doc.Quotes[quote].Mention].Type == extract.Org {
			g.join(speaker, int32(i))
		}
	}
}
