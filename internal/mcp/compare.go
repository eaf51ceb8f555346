package mcp

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/factline/factline/internal/compare"
	"github.com/factline/factline/pipeline/claimsfile"
)

// comparison is what the tool compare takes.
type comparison struct {
	Articles []given `json:"articles,omitempty" jsonschema:"two or more articles; absent: those of the store"`
	Kind     string  `json:"kind,omitempty" jsonschema:"only findings of this kind: quantity, date, quote or correction"`
	Limit    int     `json:"limit,omitempty" jsonschema:"how many findings at most; 20 unless told otherwise, no more than 200"`
}

// compared is what the tool compare returns.
type compared struct {
	Findings []finding `json:"findings"`
	More     bool      `json:"more,omitempty" jsonschema:"there are more findings than the limit"`
}

// finding is a disagreement as an assistant needs it.
type finding struct {
	Kind string `json:"kind"`
	Why  string `json:"why" jsonschema:"why the two places were matched"`
	A    side   `json:"a"`
	B    side   `json:"b" jsonschema:"of a correction: the article that corrects the other"`
}

// side is one of the two places of a finding.
type side struct {
	ArticleID string `json:"article_id" jsonschema:"'article 1' is the first of those given"`
	Title     string `json:"title,omitempty"`
	Source    string `json:"source,omitempty"`
	Published string `json:"published,omitempty"`
	Text      string `json:"text" jsonschema:"the article's words that differ, verbatim"`
	Start     int    `json:"start" jsonschema:"where they begin, in Unicode code points"`
	End       int    `json:"end"`
	Means     string `json:"means,omitempty" jsonschema:"what they mean; of a quotation, the words that only this article has"`
	Statement string `json:"statement,omitempty" jsonschema:"the claim that they stand in, so that it stands alone"`
	SaidBy    string `json:"said_by,omitempty" jsonschema:"who says it; absent when the article itself does"`
}

func sideOf(s compare.Side) side {
	return side{s.ArticleID, s.Title, s.Source, s.Published, s.Text, s.Start, s.End, s.Means, s.Statement, s.SaidBy}
}

func (s *server) compare(ctx context.Context, _ *sdk.CallToolRequest, in comparison) (*sdk.CallToolResult, compared, error) {
	out := compared{Findings: []finding{}}
	limit, err := limitOf(in.Limit)
	if err != nil {
		return nil, out, err
	}
	if in.Kind != "" && !slices.Contains(compare.Kinds(), in.Kind) {
		return nil, out, fmt.Errorf("kind: it must be one of %s", strings.Join(compare.Kinds(), ", "))
	}
	comparer := compare.New()
	if err := s.gather(ctx, comparer, in.Articles); err != nil {
		return nil, out, err
	}
	for f := range comparer.Findings() {
		if err := ctx.Err(); err != nil {
			return nil, out, err
		}
		if in.Kind != "" && f.Kind != in.Kind {
			continue
		}
		if out.More = len(out.Findings) == limit; out.More {
			break
		}
		out.Findings = append(out.Findings, finding{f.Kind, f.Why, sideOf(f.A), sideOf(f.B)})
	}
	return nil, out, nil
}

// gather adds the articles that are given, or else those of the store. The
// former are called "article 1" and so on.
func (s *server) gather(ctx context.Context, comparer *compare.Comparer, articles []given) error {
	switch {
	case len(articles) == 0 && s.store != nil:
		return s.store.Files(ctx, func(f *claimsfile.File) error {
			comparer.Add(f)
			return nil
		})
	case len(articles) < 2:
		return errors.New("articles: it takes two or more of them")
	}
	for i, a := range articles {
		id := fmt.Sprintf("article %d", i+1)
		f, err := s.claims(ctx, id, a)
		if err != nil {
			return fmt.Errorf("%s: %w", id, err)
		}
		comparer.Add(f)
	}
	return nil
}
