package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/factline/factline/pipeline"
)

func stagesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "stages",
		Short: "Print the stages of the pipeline with what each requires and provides",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			p, err := pipeline.New(pipeline.Options{})
			if err != nil {
				return fail(err)
			}
			var b strings.Builder
			w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
			fmt.Fprintln(w, "STAGE\tPROVIDES\tREQUIRES")
			for _, s := range p.Stages() {
				fmt.Fprintf(w, "%s\t%s\t%s\n", s.Name, s.Provides, s.Requires)
			}
			w.Flush()
			return put(c, b.String())
		},
	}
}
