package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/article"
	"github.com/factline/factline/pipeline/format"
)

// extraction is the flags of extract.
type extraction struct {
	format  choice
	input   inputFlags
	tagger  choice
	names   choice
	workers number
	output  string
	explain bool
}

func extractCommand() *cobra.Command {
	x := extraction{
		format:  choice{"json", format.Names()},
		tagger:  choice{pipeline.Taggers()[0], pipeline.Taggers()},
		names:   choice{pipeline.NameFinders()[0], pipeline.NameFinders()},
		workers: number{runtime.GOMAXPROCS(0), "N"},
	}
	c := &cobra.Command{
		Use:   "extract [FILE|DIR|URL|-]...",
		Short: "Write the claims files of articles",
		Long: `Write the claims file of each article.

One article a file: plain text, HTML, Markdown, DOCX, PDF. Many articles a file: JSON Lines, CSV,
Parquet, WARC (its responses that are web pages). Any of them may be compressed (.gz, .zst). The
first bytes and the name tell the format, --input-format insists on one. Of a folder all files
with the extension of a format are read, in the order of their names. An argument that begins
with http:// or https:// is fetched. "-" or no argument at all is standard input.

The columns of tables and the keys of JSON Lines are found by their usual names: text, id, title,
byline, published, source, language, and others such as body, headline, author, date, url.
--text-column and the like name them; "-" takes none.

An article that is not in English is left out with a note. One that is nearly equal to an earlier
one has the key duplicate_of in its claims file.

Results come in the order of the articles. With --format json they are indented objects, one
after another; with jsonl each stands on one line. csv and parquet have one row a claim;
webannotation is W3C Web Annotations; markdown is a note with a list of the claims; table is for
reading in a terminal; conllu is the words with their tags.

When --output is a folder, or its name ends in a slash, each article goes to a file of its own:
news/court.txt to news_court.claims.json. When it is a file, that appears only when it is whole.

An article that cannot be read or is too long is reported on standard error, the others go on,
and the exit code is 1. Wrong usage gives 2, Ctrl-C 130: what was finished is kept.`,
		Example: `  factline extract article.txt
  factline extract --published 2020-07-10 --format table article.txt
  factline extract --format jsonl --output claims.jsonl articles/
  factline extract --format markdown --output notes/ articles/
  curl -s https://example.org/rows.jsonl | factline extract --input-format jsonl --format jsonl`,
		RunE: func(c *cobra.Command, args []string) error { return x.run(c, args) },
	}
	choiceFlag(c, &x.format, "format", "how to write the results")
	x.input.addTo(c)
	choiceFlag(c, &x.tagger, "tagger", "what gives words their part of speech")
	choiceFlag(c, &x.names, "names", "what finds names")
	c.Flags().Var(&x.workers, "workers", "how many articles to work on at once")
	c.Flags().StringVarP(&x.output, "output", "o", "", "write to this `FILE`, or to files of this folder (default: standard output)")
	c.Flags().BoolVar(&x.explain, "explain", false, "name the rule behind each result")
	return c
}

func (x *extraction) run(c *cobra.Command, args []string) error {
	p, err := pipeline.New(pipeline.Options{MaxArticle: x.input.maxArticle.value, Tagger: x.tagger.value, Names: x.names.value})
	if err != nil {
		return err
	}
	if len(args) == 0 {
		args = []string{article.Stdin}
		if isTerminal(c.InOrStdin()) {
			fmt.Fprintln(c.ErrOrStderr(), "factline: reading an article from the terminal; Ctrl-D ends it")
		}
	}
	ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C does not wait for the articles at work
	f, _ := format.ByName(x.format.value)
	out, err := openSink(x.output, c.OutOrStdout(), f)
	if err != nil {
		return fail(err)
	}
	defer out.discard()

	options := x.input.options(ctx, c)
	options.Skip = out.is
	bar := newProgress(c.ErrOrStderr(), out.isTerminal(), args, &options)
	defer bar.stop()
	written, failed := 0, 0
	var left skipped
	for result, err := range pipeline.RunAll(ctx, p, x.input.articles(args, options), x.workers.value, x.encoder(f, out)) {
		if err != nil {
			if !left.count(err) {
				failed++
			}
			if errors.Is(err, extract.ErrTooLong) {
				err = fmt.Errorf("%w (--max-article sets it)", err)
			}
			report(bar, err)
			continue
		}
		if err := out.write(result.id, result.part); err != nil {
			return fail(err)
		}
		written++
		bar.show(written)
	}
	bar.stop()
	left.report(c.ErrOrStderr())
	return x.end(out, ctx.Err() != nil, written, failed)
}

// end keeps what was written and tells how the extraction went. An output file
// for which there is nothing is not made.
func (x *extraction) end(out sink, interrupted bool, written, failed int) error {
	if written > 0 || !interrupted && failed == 0 {
		if err := out.commit(); err != nil {
			return fail(err)
		}
	}
	switch {
	case interrupted:
		return &failure{exitInterrupted, fmt.Errorf("interrupted after %d articles", written)}
	case failed > 0:
		return fail(nil)
	}
	return nil
}

// encoded is an article that is ready to be written.
type encoded struct {
	id   string
	part format.Part
}

// encoder returns the function that makes the part of one document.
func (x *extraction) encoder(f format.Format, out sink) func(*extract.Document) (encoded, error) {
	options := format.Options{Explain: x.explain, Table: out.look()}
	return func(doc *extract.Document) (encoded, error) {
		part, err := f.Document(doc, options)
		return encoded{doc.ID, part}, err
	}
}
