// Command factline-beam extracts the claims of articles on any runner of Apache
// Beam: it reads the files of a glob (all formats that factline reads, compressed
// or not, on disk or in cloud storage), writes claims files as sharded JSON
// Lines, and puts what could not be read into a file of its own.
//
//	factline-beam --input 'warc/*.warc.gz' --output out/claims --shards 16
//
// It is a module of its own, so that factline itself stays small. docs/scale.md
// tells how it runs on Flink, Spark and Dataflow.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

var (
	input       = flag.String("input", "", "`GLOB` of the files to read, such as 'gs://bucket/news/*.warc.gz'")
	output      = flag.String("output", "", "`PREFIX` of the files to write: PREFIX-00000-of-00004.jsonl, PREFIX-failed-00000-of-00001.jsonl")
	shards      = flag.Int("shards", 4, "how many files to write")
	inputFormat = flag.String("input-format", "", "how to read the files, as of factline extract (default: by their first bytes and names)")
)

func main() {
	args, err := arguments(os.Args[1:])
	if err != nil {
		fmt.Fprintf(os.Stderr, "factline-beam: %v\n", err)
		os.Exit(1)
	}
	_ = flag.CommandLine.Parse(args) // it exits after an error
	beam.Init()                      // in a worker it does not come back
	if *input == "" || *output == "" || *shards < 1 || flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "factline-beam: it needs --input, --output and a number of --shards from 1 (see --help)")
		os.Exit(2)
	}
	if err := useThisBinary(); err != nil {
		fmt.Fprintf(os.Stderr, "factline-beam: %v\n", err)
		os.Exit(1)
	}
	pipeline := beam.NewPipeline()
	build(pipeline.Root(), job{*input, *output, *inputFormat, *shards})
	if err := beamx.Run(context.Background(), pipeline); err != nil {
		fmt.Fprintf(os.Stderr, "factline-beam: %v\n", err)
		os.Exit(1)
	}
}

// useThisBinary makes workers run this binary where nobody said which: Beam would
// compile another one, for which it needs the source and Go. Workers of another
// system or processor need --worker_binary.
func useThisBinary() error {
	if *jobopts.WorkerBinary != "" {
		return nil
	}
	name, err := os.Executable()
	*jobopts.WorkerBinary = name
	return err
}
