package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := &cobra.Command{Use: "factline", SilenceErrors: true, SilenceUsage: true}
	root.AddCommand(extractCommand())
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	if err := root.Execute(); err != nil {
		fmt.Fprintf(stderr, "factline: %v\n", err)
		return 1
	}
	return 0
}
