package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/web/view"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/claimsfile"
)

func reportCommand() *cobra.Command {
	var input inputFlags
	var output string
	c := &cobra.Command{
		Use:   "report ARTICLE...",
		Short: "Write articles with their claims as one HTML file to read or mail",
		Long: `Write one HTML file that shows each article beside its claims, as the page of serve does. The
file needs nothing else, makes no request, and works without a network and without scripts. Of
several articles it begins with a list of them and with where they disagree, as compare finds it.

Articles are read as by extract. One that cannot be read is reported on standard error, the others
go on, and the exit code is 1.`,
		Example: `  factline report article.txt -o report.html
  factline report --published 2020-07-10 articles/ --output report.html`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return writeReport(c, args, &input, output) },
	}
	input.addTo(c)
	c.Flags().StringVarP(&output, "output", "o", "", "write to this `FILE`, which appears only when it is whole (default: standard output)")
	return c
}

func writeReport(c *cobra.Command, args []string, input *inputFlags, name string) error {
	p, err := pipeline.New(pipeline.Options{MaxArticle: input.maxArticle.value})
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C does not wait for the articles at work
	out, err := openOutput(name, c.OutOrStdout())
	if err != nil {
		return fail(err)
	}
	defer out.discard()
	options := input.options(ctx, c)
	options.Skip = out.is
	var files []*claimsfile.File
	failed := 0
	var left skipped
	claims := func(doc *extract.Document) (*claimsfile.File, error) {
		return claimsfile.FromDocument(doc, claimsfile.Options{}), nil
	}
	for file, err := range pipeline.RunAll(ctx, p, input.articles(args, options), runtime.GOMAXPROCS(0), claims) {
		if err != nil {
			if !left.count(err) {
				failed++
			}
			report(c.ErrOrStderr(), err)
			continue
		}
		files = append(files, file)
	}
	left.report(c.ErrOrStderr())
	if ctx.Err() != nil {
		return &failure{exitInterrupted, errors.New("interrupted: no report is written")}
	}
	if len(files) > 0 {
		var b bytes.Buffer
		if err := view.WriteReport(&b, files); err != nil {
			return fail(err)
		}
		if _, err := out.Write(b.Bytes()); err != nil {
			return fail(out.named(err))
		}
		if err := out.commit(); err != nil {
			return fail(out.named(err))
		}
	}
	if failed > 0 {
		return fail(nil)
	}
	return nil
}
