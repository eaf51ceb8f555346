package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"os/signal"
	"runtime"
	"sync/atomic"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/store"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/article"
	"github.com/factline/factline/pipeline/claimsfile"
)

// batchSize is how many articles are added at once: what a killed run loses at
// most, and must be done again.
const batchSize = 100

func storeCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "store",
		Short: "Keep claims in one file, to search them",
		Long: `Keep the claims files of many articles in one SQLite file, which "factline search", "timeline",
"compare" and "export" read.`,
	}
	c.AddCommand(storeAddCommand())
	return c
}

// addition is the flags of store add.
type addition struct {
	input   inputFlags
	workers number

	store    *store.Store
	batch    []store.Entry
	added    int
	known    atomic.Int64 // found before they were worked on, where articles are read
	repeated int          // found when they were added
	failed   int
}

func storeAddCommand() *cobra.Command {
	x := addition{workers: number{runtime.GOMAXPROCS(0), "N"}}
	c := &cobra.Command{
		Use:   "add DB [FILE|DIR|URL|-]...",
		Short: "Add articles to a store",
		Long: `Add articles to a store, and make it when there is no file DB. Articles are read as by
"factline extract".

An article that the store has already is passed over, also under another name: it is known by its
text and by title, byline, source and day of publication as far as they were given. So a run that
was ended, by Ctrl-C or in any other way, goes on where it stopped when it is run again. Articles
are added by the hundred, each hundred whole or not at all.`,
		Example: `  factline store add news.db articles/
  factline store add news.db https://example.org/news/1 rows.jsonl.gz`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return x.run(c, args[0], args[1:]) },
	}
	x.input.addTo(c)
	c.Flags().Var(&x.workers, "workers", "how many articles to work on at once")
	return c
}

func (x *addition) run(c *cobra.Command, db string, args []string) (err error) {
	p, err := pipeline.New(pipeline.Options{MaxArticle: x.input.maxArticle.value})
	if err != nil {
		return fail(err)
	}
	ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C does not wait for the articles at work
	if x.store, err = store.Create(c.Context(), db); err != nil {
		return fail(err)
	}
	defer x.store.Close()
	if len(args) == 0 {
		args = []string{article.Stdin}
	}
	options := x.input.options(ctx, c)
	bar := newProgress(c.ErrOrStderr(), false, args, &options)
	defer bar.stop()
	var left skipped
	finish := func(doc *extract.Document) (store.Entry, error) {
		return store.NewEntry(store.HashOf(doc.Article), claimsfile.FromDocument(doc, claimsfile.Options{}))
	}
	for entry, err := range pipeline.RunAll(ctx, p, x.missing(c.Context(), x.input.articles(args, options)), x.workers.value, finish) {
		if err != nil {
			if !left.count(err) {
				x.failed++
			}
			report(bar, err)
			continue
		}
		if x.batch = append(x.batch, entry); len(x.batch) == batchSize {
			if err := x.flush(c.Context()); err != nil {
				return fail(fmt.Errorf("%s: %w", db, err))
			}
			bar.show(x.added)
		}
	}
	if err := x.flush(c.Context()); err != nil {
		return fail(fmt.Errorf("%s: %w", db, err))
	}
	bar.stop()
	left.report(c.ErrOrStderr())
	return x.end(c, db, ctx.Err() != nil)
}

// missing passes on the articles that the store does not have.
func (x *addition) missing(ctx context.Context, articles iter.Seq2[extract.Article, error]) iter.Seq2[extract.Article, error] {
	return func(yield func(extract.Article, error) bool) {
		for a, err := range articles {
			has := false
			if err == nil {
				has, err = x.store.Has(ctx, store.HashOf(a))
			}
			if has {
				x.known.Add(1)
				continue
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// flush adds what was gathered.
func (x *addition) flush(ctx context.Context) error {
	added, err := x.store.Add(ctx, x.batch)
	x.added += added
	x.repeated += len(x.batch) - added
	x.batch = x.batch[:0]
	return err
}

func (x *addition) end(c *cobra.Command, db string, interrupted bool) error {
	if err := put(c, fmt.Sprintf("%s: %d articles added, %d already there\n", firstLine(db), x.added, int(x.known.Load())+x.repeated)); err != nil {
		return err
	}
	switch {
	case interrupted:
		return &failure{exitInterrupted, errors.New("interrupted; the same command goes on with the others")}
	case x.failed > 0:
		return fail(nil)
	}
	return nil
}
