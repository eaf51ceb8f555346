package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/article"
	"github.com/factline/factline/pipeline/fetch"
)

// inputFlags is the flags of every command that reads articles.
type inputFlags struct {
	format       choice
	encoding     choice
	published    day
	maxArticle   number
	columns      article.Columns
	allowPrivate bool
}

// addTo gives the flags to a command.
func (f *inputFlags) addTo(c *cobra.Command) {
	f.format.of = []string{}
	for _, format := range article.Formats() {
		f.format.of = append(f.format.of, string(format))
	}
	f.encoding = choice{"auto", []string{"auto", string(article.UTF8), string(article.UTF16), string(article.Windows1252)}}
	f.maxArticle = number{pipeline.DefaultMaxArticle, "BYTES"}
	choiceFlag(c, &f.format, "input-format", "how to read files and standard input (default: by their first bytes and their name)")
	choiceFlag(c, &f.encoding, "encoding", "how the input's characters are written; auto is what a web page says, UTF-16 with a byte order mark, else UTF-8")
	c.Flags().Var(&f.published, "published", "day of publication of every article, such as 2020-07-10; it wins over a row's or a page's")
	c.Flags().Var(&f.maxArticle, "max-article", "the longest accepted article")
	for _, column := range []struct {
		name  *string
		field string
	}{
		{&f.columns.Text, "text"}, {&f.columns.ID, "id"}, {&f.columns.Title, "title"}, {&f.columns.Byline, "byline"},
		{&f.columns.Published, "published"}, {&f.columns.Source, "source"}, {&f.columns.Language, "language"},
	} {
		c.Flags().StringVar(column.name, column.field+"-column", "", "the `NAME` of the column or key of the "+column.field+` (default: a usual one; "-" takes none)`)
	}
	c.Flags().BoolVar(&f.allowPrivate, "allow-private", false, "fetch from addresses of this machine and of private networks, too")
}

// options returns what the flags say, to read the articles of a command.
func (f *inputFlags) options(ctx context.Context, c *cobra.Command) article.Options {
	options := article.Options{
		Format: article.Format(f.format.value), Encoding: article.Encoding(f.encoding.value),
		MaxArticle: f.maxArticle.value, Published: f.published.Time, Columns: f.columns,
		Stdin: c.InOrStdin(), Fetch: fetch.Options{AllowPrivate: f.allowPrivate}, Context: ctx,
	}
	if f.encoding.value == "auto" {
		options.Encoding = article.Auto
	}
	return options
}
