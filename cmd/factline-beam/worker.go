package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/provision"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/util/grpcx"
)

// arguments returns the arguments that are to be parsed: those of a job as they
// are. Where a runner starts this process as a worker, in a PROCESS environment,
// it gives --id and --provision_endpoint, as to the start program of a container;
// then they are what that address says a worker is to be told.
func arguments(args []string) ([]string, error) {
	flags := flag.NewFlagSet("worker", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	id := flags.String("id", "", "")
	endpoint := flags.String("provision_endpoint", "", "")
	if err := flags.Parse(args); err != nil || *endpoint == "" {
		return args, nil
	}
	// Prism writes --id='x' for a shell, but starts the process without one.
	worker := strings.Trim(*id, "'")
	info, err := provision.Info(grpcx.WriteWorkerID(context.Background(), worker), *endpoint)
	if err != nil {
		return nil, fmt.Errorf("worker %s: asking %s what to do: %w", worker, *endpoint, err)
	}
	options, err := provision.ProtoToJSON(info.GetPipelineOptions())
	if err != nil {
		return nil, fmt.Errorf("worker %s: %w", worker, err)
	}
	return []string{
		"--worker", "--id=" + worker, "--options=" + options,
		"--logging_endpoint=" + info.GetLoggingEndpoint().GetUrl(), "--control_endpoint=" + info.GetControlEndpoint().GetUrl(),
	}, nil
}
