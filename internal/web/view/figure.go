package view

import (
	"strings"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/wording"
)

// Figure is a line of the table of numbers.
type Figure struct {
	ID, Text, Means, Kind, About string
	Claim                        string // the shortest claim that holds it; "" for none
}

func (x *index) figures() []Figure {
	claimOf := map[string]*claimsfile.Claim{}
	for i := range x.file.Claims {
		c := &x.file.Claims[i]
		for _, id := range c.Quantities {
			if other := claimOf[id]; other == nil || c.End-c.Start < other.End-other.Start {
				claimOf[id] = c
			}
		}
	}
	var out []Figure
	for _, q := range x.file.Quantities {
		f := Figure{ID: q.ID, Text: oneLine(q.Text), Means: wording.Amount(q), Kind: q.Kind}
		var about []string
		if q.Counted != nil {
			about = append(about, oneLine(q.Counted.Text))
		}
		for _, c := range q.Concept {
			about = append(about, oneLine(c.Text))
		}
		f.About = strings.Join(about, ", ")
		if c := claimOf[q.ID]; c != nil {
			f.Claim = c.ID
		}
		out = append(out, f)
	}
	return out
}
