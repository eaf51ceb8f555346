package mcp

import (
	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/wording"
)

// claim is a claim as an assistant needs it: what to quote, and what to say
// with it.
type claim struct {
	ID          string   `json:"id"`
	Text        string   `json:"text" jsonschema:"the article's words, verbatim"`
	Start       int      `json:"start" jsonschema:"where they begin, in Unicode code points"`
	End         int      `json:"end"`
	Statement   string   `json:"statement" jsonschema:"the claim so that it stands alone; words from elsewhere are in [brackets]"`
	SaidBy      []string `json:"said_by,omitempty" jsonschema:"who says it, the one nearest to it first; absent when the article itself does"`
	Numbers     []string `json:"numbers,omitempty" jsonschema:"its numbers and what they amount to"`
	Dates       []string `json:"dates,omitempty" jsonschema:"its dates and what they mean"`
	Negated     bool     `json:"negated,omitempty"`
	Modality    string   `json:"modality,omitempty" jsonschema:"possible, obligation, future, conditional, unknown or opinion; absent when it is asserted"`
	CorrectedBy []string `json:"corrected_by,omitempty" jsonschema:"ids of claims that take it back"`
	Checks      []string `json:"checks,omitempty" jsonschema:"arithmetic among its numbers"`
	Score       float64  `json:"score" jsonschema:"from 0 to 1: how much it is worth checking"`
}

func claimOf(f *claimsfile.File, c claimsfile.Claim) claim {
	out := claim{
		ID: c.ID, Text: c.Text, Start: c.Start, End: c.End, Statement: c.Statement, SaidBy: wording.SaidBy(f, c),
		Negated: c.Polarity.Value == "negative", CorrectedBy: c.CorrectedBy, Score: c.Score,
	}
	if c.Modality.Value != "asserted" {
		out.Modality = c.Modality.Value
	}
	for _, q := range f.QuantitiesOf(c) {
		out.Numbers = append(out.Numbers, wording.Quantity(q))
	}
	for _, d := range f.DatesOf(c) {
		out.Dates = append(out.Dates, wording.Date(d))
	}
	for _, check := range c.Checks {
		out.Checks = append(out.Checks, wording.Check(f, check))
	}
	return out
}
