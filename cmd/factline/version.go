package main

import (
	"io"
	"runtime/debug"

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

// versionLine is the version of the claims files' generator and, when the
// binary is no release of just that version, which build it is.
func versionLine() string {
	build := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		build = info.Main.Version
	}
	return "factline " + versionOf(build) + "\n"
}

// versionOf takes the version of the main module that the linker wrote down:
// the tag of a release, a made-up version of a commit, "(devel)" or "".
func versionOf(build string) string {
	switch build {
	case "", "(devel)", "v" + claimsfile.Version:
		return claimsfile.Version
	}
	return claimsfile.Version + " (build " + build + ")"
}

// put writes to standard output.
func put(c *cobra.Command, s string) error {
	if _, err := io.WriteString(c.OutOrStdout(), s); err != nil {
		return fail((&output{}).named(err))
	}
	return nil
}
