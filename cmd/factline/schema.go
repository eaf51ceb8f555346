package main

import (
	"github.com/spf13/cobra"

	"github.com/factline/factline/pipeline/claimsfile"
)

func schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of claims files",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return put(c, string(claimsfile.SchemaJSON))
		},
	}
}
