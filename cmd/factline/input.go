package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/spf13/cobra"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/article"
	"github.com/factline/factline/pipeline/duplicate"
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
	anyLanguage  bool
	noDuplicates bool
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
	c.Flags().BoolVar(&f.anyLanguage, "any-language", false, "take articles that are not in English, too")
	c.Flags().BoolVar(&f.noDuplicates, "skip-duplicates", false, "leave out articles that are nearly equal to an earlier one")
	c.Flags().BoolVar(&f.allowPrivate, "allow-private", false, "fetch from addresses of this machine and of private networks, too")
}

// options returns what the flags say, to read the articles of a command.
func (f *inputFlags) options(ctx context.Context, c *cobra.Command) article.Options {
	options := article.Options{
		Format: article.Format(f.format.value), Encoding: article.Encoding(f.encoding.value),
		MaxArticle: f.maxArticle.value, Published: f.published.Time, Columns: f.columns,
		AnyLanguage: f.anyLanguage,
		Stdin:       c.InOrStdin(), Fetch: fetch.Options{AllowPrivate: f.allowPrivate}, Context: ctx,
	}
	if f.encoding.value == "auto" {
		options.Encoding = article.Auto
	}
	return options
}

// articles reads the articles of a command. Near-duplicates are marked, or an
// error takes the place of each one.
func (f *inputFlags) articles(names []string, options article.Options) iter.Seq2[extract.Article, error] {
	return duplicate.Mark(article.Read(names, options), f.noDuplicates)
}

// skipped counts the articles that were left out because they are not wanted,
// which is no failure.
type skipped struct{ foreign, duplicates int }

// count tells whether an error is that of an article which is not wanted, and
// counts it.
func (s *skipped) count(err error) bool {
	switch {
	case errors.Is(err, article.ErrForeign):
		s.foreign++
	case errors.Is(err, duplicate.ErrDuplicate):
		s.duplicates++
	default:
		return false
	}
	return true
}

// report tells what was left out.
func (s *skipped) report(stderr io.Writer) {
	if s.foreign > 0 {
		fmt.Fprintf(stderr, "factline: %s not in English left out (--any-language takes them)\n", articles(s.foreign))
	}
	if s.duplicates > 0 {
		fmt.Fprintf(stderr, "factline: %s left out as near-duplicates\n", articles(s.duplicates))
	}
}

func articles(n int) string {
	if n == 1 {
		return "1 article"
	}
	return fmt.Sprintf("%d articles", n)
}
