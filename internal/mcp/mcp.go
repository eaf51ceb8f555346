// Package mcp offers factline to assistants as a server of the Model Context
// Protocol on a pair of streams: tools that return the claims of an article in
// the article's own words, each with who says it and where it stands, so that
// an assistant quotes them instead of inventing them.
//
// The protocol is that of modelcontextprotocol.io, spoken by its Go SDK.
package mcp

import (
	"context"
	"fmt"
	"io"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/store"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/article"
	"github.com/factline/factline/pipeline/claimsfile"
)

// MaxArticle is the longest accepted article in bytes.
const MaxArticle = 1 << 20

// instructions tell an assistant what the tools are for.
const instructions = `factline finds the checkable claims of English news articles without a language model. Every claim is in
the article's own words. "text" is a verbatim quotation and "start" and "end" are its place in the article, in Unicode code
points; "statement" is the claim so that it stands alone, with every word that is not in the sentence itself in [brackets].
Quote "text" with its place and with who says it ("said_by"); a claim without "said_by" is the article's own. Do not present
a claim that is negated, only possible or corrected as a fact.`

// server holds what the tools share.
type server struct {
	pipeline *pipeline.Pipeline
	store    *store.Store // nil for none
}

// Serve answers the requests of one client, which it reads from in, until in
// ends or ctx is done. With a store it offers to search and compare what is in it.
func Serve(ctx context.Context, in io.Reader, out io.Writer, claims *store.Store) error {
	s, err := newServer(claims)
	if err != nil {
		return err
	}
	err = s.Run(ctx, &sdk.IOTransport{Reader: io.NopCloser(in), Writer: noClose{out}, MaxLineLength: 8 * MaxArticle})
	if ctx.Err() != nil {
		return nil // ending it is no error
	}
	return err
}

// noClose lets a stream live on after its use.
type noClose struct{ io.Writer }

func (noClose) Close() error { return nil }

func newServer(claims *store.Store) (*sdk.Server, error) {
	p, err := pipeline.New(pipeline.Options{MaxArticle: MaxArticle})
	if err != nil {
		return nil, err
	}
	s := &server{p, claims}
	m := sdk.NewServer(&sdk.Implementation{Name: "factline", Version: claimsfile.Version}, &sdk.ServerOptions{Instructions: instructions})
	closed := false
	annotations := &sdk.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed}
	sdk.AddTool(m, &sdk.Tool{
		Name: "extract", Title: "Claims of an article", Annotations: annotations,
		Description: "Find the checkable claims of an English news article: who says them, their numbers and dates, whether they are negated, " +
			"only possible or corrected, and the exact place of each in the text.",
	}, s.extract)
	sdk.AddTool(m, &sdk.Tool{
		Name: "compare", Title: "Where articles disagree", Annotations: annotations,
		Description: "Find where articles about the same event disagree: the same thing counted or dated differently, the same quotation in other " +
			"words, a claim that another article corrects (b corrects a). Each finding has both places and tells why they were matched. Give two or " +
			"more articles; without any, those of the store are compared, if the server has one. Finding nothing does not mean that they agree.",
	}, s.compare)
	if claims != nil {
		addSearch(m, claims, annotations)
	}
	return m, nil
}

// given is an article that an assistant gives.
type given struct {
	Text      string `json:"text" jsonschema:"the text of the article, unchanged"`
	Title     string `json:"title,omitempty" jsonschema:"its title, if it is not in the text"`
	Source    string `json:"source,omitempty" jsonschema:"where it was published"`
	Published string `json:"published,omitempty" jsonschema:"the day of publication, such as 2020-07-10; without it words such as 'on Monday' have no date"`
}

// claims returns the claims of an article.
func (s *server) claims(ctx context.Context, id string, in given) (*claimsfile.File, error) {
	a := extract.Article{ID: id, Title: in.Title, Source: in.Source, Text: in.Text}
	if in.Published != "" {
		day, err := article.ParseDay(in.Published)
		if err != nil {
			return nil, fmt.Errorf("published: %w", err)
		}
		a.Published, a.PublishedFrom = day, extract.FromFlag
	}
	doc, err := s.pipeline.RunWatched(a, func(extract.Stage) error { return ctx.Err() })
	if err != nil {
		return nil, err
	}
	return claimsfile.FromDocument(doc, claimsfile.Options{}), nil
}

// wanted is what the tool extract takes.
type wanted struct {
	given
	MinScore float64 `json:"min_score,omitempty" jsonschema:"from 0 to 1: only claims that are at least that much worth checking"`
}

// extracted is what the tool extract returns.
type extracted struct {
	Title     string  `json:"title,omitempty"`
	Source    string  `json:"source,omitempty"`
	Published string  `json:"published,omitempty"`
	Claims    []claim `json:"claims"`
}

func (s *server) extract(ctx context.Context, _ *sdk.CallToolRequest, in wanted) (*sdk.CallToolResult, extracted, error) {
	f, err := s.claims(ctx, "article", in.given)
	if err != nil {
		return nil, extracted{}, err
	}
	out := extracted{Title: f.Article.Title, Source: f.Article.Source, Published: f.Article.Published, Claims: []claim{}}
	for _, c := range f.Claims {
		if c.Score >= in.MinScore {
			out.Claims = append(out.Claims, claimOf(f, c))
		}
	}
	return nil, out, nil
}
