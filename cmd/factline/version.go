package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/factline/factline/pipeline/claimsfile"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return put(c, versionLine())
		},
	}
}

func versionLine() string {
	return "factline " + claimsfile.Version + "\n"
}

// put writes to standard output.
func put(c *cobra.Command, s string) error {
	if _, err := io.WriteString(c.OutOrStdout(), s); err != nil {
		return fail((&output{}).named(err))
	}
	return nil
}
