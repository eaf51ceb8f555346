package mcp

import (
	"cmp"
	"context"
	"fmt"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/factline/factline/internal/store"
	"github.com/factline/factline/pipeline/article"
	"github.com/factline/factline/pipeline/row"
)

// limitOf returns how many results are wanted of at most 200; 0 stands for 20.
func limitOf(told int) (int, error) {
	const usual, largest = 20, 200
	if told < 0 || told > largest {
		return 0, fmt.Errorf("limit: it must be from 1 to %d", largest)
	}
	return cmp.Or(told, usual), nil
}

// query is what an assistant looks for in a store.
type query struct {
	Words    string  `json:"words,omitempty" jsonschema:"words that the claim has, in any form; words in quotation marks follow one another"`
	Entity   string  `json:"entity,omitempty" jsonschema:"name of somebody or something in the claim"`
	Speaker  string  `json:"speaker,omitempty" jsonschema:"name of who says it"`
	Since    string  `json:"since,omitempty" jsonschema:"the first day, such as 2020-07-10"`
	Until    string  `json:"until,omitempty" jsonschema:"the last day"`
	MinScore float64 `json:"min_score,omitempty" jsonschema:"from 0 to 1: only claims that are at least that much worth checking"`
	Limit    int     `json:"limit,omitempty" jsonschema:"how many claims at most; 20 unless told otherwise, no more than 200"`
}

// found is what the tool search returns.
type found struct {
	Claims []row.Row `json:"claims"`
}

// times is what the tool timeline returns.
type times struct {
	Events []store.Event `json:"events"`
}

// addSearch adds the tools that read a store.
func addSearch(m *sdk.Server, s *store.Store, annotations *sdk.ToolAnnotations) {
	sdk.AddTool(m, &sdk.Tool{
		Name: "search", Title: "Search in the store", Annotations: annotations,
		Description: "Find claims in the store of articles: by words, by who or what they are about, by who says them, by the day of publication " +
			"(since, until). The best match comes first; without words, what is most worth checking.",
	}, func(ctx context.Context, _ *sdk.CallToolRequest, in query) (*sdk.CallToolResult, found, error) {
		q, err := in.query()
		if err != nil {
			return nil, found{}, err
		}
		rows, err := s.Search(ctx, q)
		return nil, found{rows}, err
	})
	sdk.AddTool(m, &sdk.Tool{
		Name: "timeline", Title: "Claims in time", Annotations: annotations,
		Description: "List the claims of the store in the order of the times that they tell of; since and until bound those times.",
	}, func(ctx context.Context, _ *sdk.CallToolRequest, in query) (*sdk.CallToolResult, times, error) {
		q, err := in.query()
		if err != nil {
			return nil, times{}, err
		}
		events, err := s.Timeline(ctx, q)
		return nil, times{events}, err
	})
}

func (in query) query() (store.Query, error) {
	q := store.Query{Text: in.Words, Entity: in.Entity, Speaker: in.Speaker, MinScore: in.MinScore}
	var err error
	if q.Limit, err = limitOf(in.Limit); err != nil {
		return q, err
	}
	for _, day := range []struct {
		name, told string
		field      *time.Time
	}{{"since", in.Since, &q.Since}, {"until", in.Until, &q.Until}} {
		if day.told == "" {
			continue
		}
		if *day.field, err = article.ParseDay(day.told); err != nil {
			return q, fmt.Errorf("%s: %w", day.name, err)
		}
	}
	return q, nil
}
