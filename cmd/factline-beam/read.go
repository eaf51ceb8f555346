package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/article"
)

// contextType is short for the first argument of every DoFn.
type contextType = context.Context

// failure is a line of the file of what could not be read.
type failure struct {
	Article string `json:"article"` // its ID, or file and place
	Error   string `json:"error"`
}

var failedCounter = beam.NewCounter("factline", "failed")

// fail hands a failure to the output for them.
func fail(ctx context.Context, emit func(string), where string, err error) error {
	failedCounter.Inc(ctx, 1)
	line, marshalling := json.Marshal(failure{where, err.Error()})
	if marshalling != nil {
		return marshalling
	}
	emit(string(line))
	return nil
}

// readFn reads the articles of a file, each as the JSON of an extract.Article.
type readFn struct {
	Format string `json:"format"` // "" is by content and name
}

// ProcessElement reads one file. What is wrong with a record or with the whole
// file is a failure; an error of the storage is one of the bundle, which the
// runner tries again.
func (f *readFn) ProcessElement(ctx context.Context, file fileio.FileMetadata, articles, failed func(string)) error {
	fs, err := filesystem.New(ctx, file.Path)
	if err != nil {
		return err
	}
	defer fs.Close()
	in, err := fs.OpenRead(ctx, file.Path)
	if err != nil {
		return err
	}
	defer in.Close()
	options := article.Options{Format: article.Format(f.Format), Encoding: article.Auto, Context: ctx}
	for a, err := range article.ReadFrom(file.Path, in, options) {
		var broken *article.Error
		switch {
		case errors.As(err, &broken):
			where := broken.File
			if broken.Line > 0 {
				where = fmt.Sprintf("%s:%d", broken.File, broken.Line)
			}
			if err := fail(ctx, failed, where, broken.Err); err != nil {
				return err
			}
		case err != nil:
			return err
		default:
			line, err := json.Marshal(a)
			if err != nil {
				return err
			}
			articles(string(line))
		}
	}
	return nil
}

func decodeArticle(line string) (extract.Article, error) {
	var a extract.Article
	err := json.Unmarshal([]byte(line), &a)
	return a, err
}
