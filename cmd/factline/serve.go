package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/factline/factline/internal/web"
	"github.com/factline/factline/pipeline/fetch"
)

// service is the flags of serve.
type service struct {
	address     string
	hosts       []string
	maxArticle  number
	maxBody     number
	maxRequests number
	workers     number
	timeout     time.Duration
	allowFetch  bool
}

func serveCommand() *cobra.Command {
	workers := runtime.GOMAXPROCS(0)
	s := service{
		maxArticle:  number{web.DefaultMaxArticle, "BYTES"},
		maxBody:     number{web.DefaultMaxBody, "BYTES"},
		maxRequests: number{web.RequestsPerWorker * workers, "N"},
		workers:     number{workers, "N"},
	}
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show articles and their claims in a browser, and answer programs",
		Long: `Serve a page in which an article can be pasted or dropped and read with its claims, and a
REST interface for programs: POST /v1/extract, described by /openapi.json.

The service listens on this machine alone unless --address says otherwise. It makes no request to
anywhere unless --allow-fetch lets it fetch the addresses that are given in the page, and those
only if they are public. It keeps nothing of an article, and refuses what pages of other
sites send to it. Ctrl-C ends it when the articles at work have their answers; a second one at once.`,
		Example: `  factline serve
  curl -s --data-binary @article.txt -H 'Content-Type: text/plain' http://127.0.0.1:8080/v1/extract`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return s.run(c) },
	}
	c.Flags().StringVar(&s.address, "address", "127.0.0.1:8080", "`HOST:PORT` to listen on; port 0 takes a free one")
	c.Flags().StringSliceVar(&s.hosts, "host", nil, "`NAME` under which the service may be called, besides localhost and addresses")
	c.Flags().Var(&s.maxArticle, "max-article", "the longest accepted article")
	c.Flags().Var(&s.maxBody, "max-body", "the largest accepted request")
	c.Flags().Var(&s.maxRequests, "max-requests", "how many articles may be sent at once; more are told to come again")
	c.Flags().Var(&s.workers, "workers", "how many articles to work on at once")
	c.Flags().DurationVar(&s.timeout, "timeout", web.DefaultTimeout, "how long an article may take")
	c.Flags().BoolVar(&s.allowFetch, "allow-fetch", false, "let the page fetch articles from public addresses")
	return c
}

func (s *service) run(c *cobra.Command) error {
	if s.timeout <= 0 {
		return fmt.Errorf("--timeout must be longer than nothing")
	}
	for i, host := range s.hosts {
		s.hosts[i] = strings.ToLower(host)
	}
	options := web.Options{
		MaxArticle: s.maxArticle.value, MaxBody: int64(s.maxBody.value), MaxRequests: s.maxRequests.value,
		Workers: s.workers.value, Timeout: s.timeout, Hosts: s.hosts, Log: c.ErrOrStderr(),
	}
	if s.allowFetch {
		options.Fetch = &fetch.Options{Timeout: s.timeout, MaxSize: options.MaxBody}
	}
	server, err := web.New(options)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", s.address)
	if err != nil {
		return fail(err)
	}
	ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C does not wait
	fmt.Fprintf(c.ErrOrStderr(), "factline: http://%s, Ctrl-C ends it\n", l.Addr())
	if err := server.Serve(ctx, l); err != nil {
		return fail(err)
	}
	return nil
}
