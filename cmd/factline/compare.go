package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/compare"
	"github.com/factline/factline/internal/store"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/article"
	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/table"
)

// comparison is the flags of compare.
type comparison struct {
	input   inputFlags
	workers number
	kind    choice
	format  choice
	failed  int
}

func compareCommand() *cobra.Command {
	x := comparison{workers: number{runtime.GOMAXPROCS(0), "N"}, kind: choice{"", compare.Kinds()}, format: choice{"table", []string{"table", "json", "jsonl"}}}
	c := &cobra.Command{
		Use:   "compare DB | FILE|DIR|URL|-...",
		Short: "Find where articles disagree",
		Long: `Find where articles about the same event disagree: the same thing counted or dated differently,
the same quotation in other words, a claim that another article corrects. Each finding has both
places and tells why they were matched. The articles are those of a store, or are read as by
"factline extract"; articles that share fewer than two names, or were published more than a month
apart, are not compared.

Rather than name a disagreement that is none, compare misses one: "about 60" does not contradict
58, nor 1.3 million 1.27 million, and figures are matched only where verb and counted noun are
the same.`,
		Example: `  factline compare monday.txt tuesday.txt
  factline compare news.db --kind quote --format jsonl`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return x.run(c, args) },
	}
	x.input.addTo(c)
	c.Flags().Var(&x.workers, "workers", "how many articles to work on at once")
	choiceFlag(c, &x.kind, "kind", "only findings of this kind")
	choiceFlag(c, &x.format, "format", "how to write the results")
	return c
}

func (x *comparison) run(c *cobra.Command, args []string) error {
	ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	comparer := compare.New()
	var err error
	if len(args) == 1 && isDatabase(args[0]) {
		err = addStore(ctx, comparer, args[0])
	} else {
		err = x.addArticles(ctx, c, comparer, args)
	}
	if err != nil {
		return fail(err)
	}
	if ctx.Err() != nil {
		return &failure{exitInterrupted, errors.New("interrupted")}
	}
	out := &output{Writer: c.OutOrStdout()}
	if err := x.write(out, x.findings(comparer)); err != nil {
		return fail(out.named(err))
	}
	if x.failed > 0 {
		return fail(nil)
	}
	return nil
}

// isDatabase tells whether a file begins as a SQLite database does.
func isDatabase(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	const magic = "SQLite format 3\x00"
	begin := make([]byte, len(magic))
	_, err = io.ReadFull(f, begin)
	return err == nil && bytes.Equal(begin, []byte(magic))
}

func addStore(ctx context.Context, comparer *compare.Comparer, name string) error {
	s, err := store.Open(ctx, name)
	if err != nil {
		return err
	}
	defer s.Close()
	return s.Files(ctx, func(f *claimsfile.File) error {
		comparer.Add(f)
		return nil
	})
}

func (x *comparison) addArticles(ctx context.Context, c *cobra.Command, comparer *compare.Comparer, args []string) error {
	p, err := pipeline.New(pipeline.Options{MaxArticle: x.input.maxArticle.value})
	if err != nil {
		return err
	}
	options := x.input.options(ctx, c)
	bar := newProgress(c.ErrOrStderr(), isTerminal(c.OutOrStdout()), args, &options)
	defer bar.stop()
	read := 0
	finish := func(doc *extract.Document) (*claimsfile.File, error) {
		return claimsfile.FromDocument(doc, claimsfile.Options{}), nil
	}
	for f, err := range pipeline.RunAll(ctx, p, article.Read(args, options), x.workers.value, finish) {
		if err != nil {
			x.failed++
			report(bar, err)
			continue
		}
		comparer.Add(f)
		read++
		bar.show(read)
	}
	if read < 2 && x.failed == 0 && ctx.Err() == nil {
		return errors.New("there is only one article: compare needs two or a store")
	}
	return nil
}

// findings returns what is wanted of the findings.
func (x *comparison) findings(comparer *compare.Comparer) iter.Seq[compare.Finding] {
	return func(yield func(compare.Finding) bool) {
		for f := range comparer.Findings() {
			if (x.kind.value == "" || f.Kind == x.kind.value) && !yield(f) {
				return
			}
		}
	}
}

func (x *comparison) write(out *output, findings iter.Seq[compare.Finding]) error {
	if x.format.value == "table" {
		return writeTable(out, findings)
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	if x.format.value == "json" {
		encoder.SetIndent("", "  ")
	}
	for f := range findings {
		if err := encoder.Encode(f); err != nil {
			return err
		}
	}
	return nil
}

// writeTable writes two rows for each finding and an empty one between two.
func writeTable(out *output, findings iter.Seq[compare.Finding]) error {
	var rows [][][]string
	for f := range findings {
		if len(rows) > 0 {
			rows = append(rows, [][]string{{""}, {""}, {""}})
		}
		rows = append(rows, [][]string{{f.Kind}, where(f.A), said(f.A)}, [][]string{nil, where(f.B), append(said(f.B), f.Why)})
	}
	if len(rows) == 0 {
		_, err := io.WriteString(out, "no disagreement found\n")
		return err
	}
	return table.EncodeList(out, []string{"WHAT", "WHERE", "CLAIM"}, rows, table.Options{Width: out.width(), Color: out.color()})
}

// where is the place of one side of a finding.
func where(s compare.Side) []string {
	lines := []string{s.ArticleID}
	if s.Published != "" {
		lines = append(lines, s.Published)
	}
	return append(lines, fmt.Sprintf("%d–%d", s.Start, s.End))
}

// said is what stands there.
func said(s compare.Side) []string {
	lines := []string{s.Statement}
	if s.Statement == "" {
		lines[0] = s.Text
	}
	if s.Means != "" && s.Statement == "" {
		lines = append(lines, "only here: "+s.Means)
	} else if s.Means != "" {
		lines = append(lines, s.Text+" = "+s.Means)
	}
	if s.SaidBy != "" {
		lines = append(lines, "said by "+s.SaidBy)
	}
	return lines
}
