package main

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// job is what a run reads and writes.
type job struct {
	input, output, inputFormat string
	shards                     int
}

func init() {
	register.DoFn4x1[contextType, fileio.FileMetadata, func(string), func(string), error](&readFn{})
	register.DoFn4x1[contextType, string, func(string), func(string), error](&extractFn{})
	register.DoFn3x1[contextType, int, func(*string) bool, error](&writeFn{})
	register.DoFn1x2[string, int, string](&shardFn{})
	register.Emitter1[string]()
	register.Iter1[string]()
}

// build makes the graph of a job:
//
//	files -> readFn -> reshuffle -> extractFn -> shardFn -> group -> writeFn
//	            \                      \
//	             failed ----------------failed -> group -> writeFn
//
// Articles are spread anew over the workers once they are read, so that one large
// file keeps them all busy.
func build(s beam.Scope, j job) {
	files := beam.Reshuffle(s, fileio.MatchFiles(s.Scope("match"), j.input, fileio.MatchEmptyDisallow()))
	articles, unread := beam.ParDo2(s.Scope("read"), &readFn{Format: j.inputFormat}, files)
	claims, failed := beam.ParDo2(s.Scope("extract"), &extractFn{}, beam.Reshuffle(s, articles))
	write(s.Scope("write"), claims, j.output, j.shards)
	write(s.Scope("failed"), beam.Flatten(s, unread, failed), j.output+"-failed", 1)
}

// write writes lines as a number of files.
func write(s beam.Scope, lines beam.PCollection, prefix string, shards int) {
	keyed := beam.ParDo(s, &shardFn{Shards: shards}, lines)
	beam.ParDo0(s, &writeFn{Prefix: prefix, Shards: shards}, beam.GroupByKey(s, keyed))
}
