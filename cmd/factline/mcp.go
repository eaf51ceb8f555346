package main

import (
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/factline/factline/internal/mcp"
)

func mcpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "mcp",
		Short: "Serve an assistant by the Model Context Protocol on standard input and output",
		Long: `Serve an assistant by the Model Context Protocol (modelcontextprotocol.io) on standard input and
output. Its tool extract returns the claims of an article in the article's own words, each with who
says it and its place, so that the assistant quotes them instead of inventing them.

Programs that speak the protocol start this command themselves; nothing leaves the machine.`,
		Example: `  {"mcpServers": {"factline": {"command": "factline", "args": ["mcp"]}}}`,
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			if err := mcp.Serve(ctx, c.InOrStdin(), c.OutOrStdout()); err != nil {
				return fail(err)
			}
			return nil
		},
	}
}
