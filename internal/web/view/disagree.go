package view

import (
	"html/template"

	"github.com/factline/factline/internal/compare"
	"github.com/factline/factline/pipeline/claimsfile"
)

// Disagreement is a finding of the comparison of several articles.
type Disagreement struct {
	Kind  string // "Different numbers"
	Why   string // the two were matched
	Sides [2]Side
}

// Side is one of the two places of a disagreement.
type Side struct {
	Link      string        // to the place in the view of its article: "#a2-at-c4"
	Statement template.HTML // what is claimed there; a quotation's own words
	Words     string        // that differ; "" when they are the statement
	Means     string
	Only      string // words of a quotation that the other one lacks
	Said      string // by whom
	Article   string // its title
	About     string // the article's byline, source and day of publication
	View      string // a link to it
}

// kindNames are those of compare.Kinds.
var kindNames = map[string]string{
	"quantity": "Different numbers", "date": "Different dates", "quote": "Different words", "correction": "Corrected by the second",
}

// disagreements compares the articles of some views.
func disagreements(files []*claimsfile.File, views []*View) []Disagreement {
	comparer := compare.New()
	for _, f := range files {
		comparer.Add(f)
	}
	side := func(s compare.Side) Side { return newSide(s, files[s.Article], views[s.Article]) }
	var out []Disagreement
	for f := range comparer.Findings() {
		out = append(out, Disagreement{Kind: kindNames[f.Kind], Why: f.Why, Sides: [2]Side{side(f.A), side(f.B)}})
	}
	return out
}

func newSide(s compare.Side, f *claimsfile.File, v *View) Side {
	out := Side{
		Link: "#" + v.Prefix + "view", Statement: statement(s.Statement), Words: oneLine(s.Text), Means: s.Means,
		Said: oneLine(s.SaidBy), Article: v.Title, About: v.About, View: "#" + v.Prefix + "view",
	}
	if claim := claimAt(f, s); claim != "" {
		out.Link = "#" + v.Prefix + "at-" + claim
	}
	if s.Statement == "" { // a quotation
		out.Statement, out.Words, out.Only, out.Means = statement(s.Text), "", oneLine(s.Means), ""
	} else if s.Means == "" {
		out.Words = ""
	}
	return out
}

// claimAt returns the claim of a place, of a quotation the first one that has
// words of it; "" for none.
func claimAt(f *claimsfile.File, s compare.Side) string {
	if s.ClaimID != "" {
		return s.ClaimID
	}
	for _, c := range f.Claims {
		if c.Start < s.End && s.Start < c.End {
			return c.ID
		}
	}
	return ""
}
