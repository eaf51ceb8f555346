package main

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/article"
	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/conllu"
)

func extractCommand() *cobra.Command {
	var format, output, published string
	var explain bool
	c := &cobra.Command{Use: "extract [FILE|DIR|-]...", RunE: func(c *cobra.Command, args []string) error {
		p, err := pipeline.New(pipeline.Options{})
		if err != nil {
			return err
		}
		options := article.Options{MaxArticle: pipeline.DefaultMaxArticle, Stdin: c.InOrStdin()}
		if published != "" {
			if options.Published, err = article.ParseDay(published); err != nil {
				return err
			}
		}
		if len(args) == 0 {
			args = []string{"-"}
		}
		out := c.OutOrStdout()
		if output != "" {
			f, err := os.Create(output)
			if err != nil {
				return err
			}
			defer f.Close()
			out = f
		}
		w := bufio.NewWriter(out)
		for a, err := range article.Read(args, options) {
			var doc *extract.Document
			if err == nil {
				doc, err = p.Run(a)
			}
			if err != nil {
				return err
			}
			if err := write(w, format, doc, explain); err != nil {
				return err
			}
		}
		return w.Flush()
	}}
	c.Flags().StringVar(&format, "format", "json", "")
	c.Flags().StringVar(&output, "output", "", "")
	c.Flags().StringVar(&published, "published", "", "")
	c.Flags().BoolVar(&explain, "explain", false, "")
	return c
}

func write(w io.Writer, format string, doc *extract.Document, explain bool) error {
	options := claimsfile.Options{Explain: explain}
	switch format {
	case "json":
		return claimsfile.Encode(w, claimsfile.FromDocument(doc, options))
	case "jsonl":
		return claimsfile.EncodeLine(w, claimsfile.FromDocument(doc, options))
	case "conllu":
		return conllu.Encode(w, doc)
	}
	return fmt.Errorf("unknown format %q", format)
}
