package main

import (
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/factline/factline/internal/mcp"
	"github.com/factline/factline/internal/store"
)

func mcpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "mcp [DB]",
		Short: "Serve an assistant by the Model Context Protocol on standard input and output",
		Long: `Serve an assistant by the Model Context Protocol (modelcontextprotocol.io) on standard input and
output. Its tool extract returns the claims of an article in the article's own words, each with who
says it and its place, so that the assistant quotes them instead of inventing them; compare returns
where two or more articles disagree. With a store of factline store, search and timeline find the
claims of many articles, and compare compares them.

Programs that speak the protocol start this command themselves; nothing leaves the machine.`,
		Example: `  {"mcpServers": {"factline": {"command": "factline", "args": ["mcp", "news.db"]}}}`,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			var claims *store.Store
			if len(args) > 0 {
				var err error
				if claims, err = store.Open(ctx, args[0]); err != nil {
					return fail(err)
				}
				defer claims.Close()
			}
			if err := mcp.Serve(ctx, c.InOrStdin(), c.OutOrStdout(), claims); err != nil {
				return fail(err)
			}
			return nil
		},
	}
}
