package main

import (
	"fmt"
	"os"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/mention"
	"github.com/factline/factline/extract/number"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/tag"
	"github.com/factline/factline/extract/timex"
	"github.com/factline/factline/extract/token"
	"github.com/factline/factline/internal/model"
	"github.com/factline/factline/internal/train/ner"
	"github.com/factline/factline/internal/train/treebank"
)

// trainNames needs the model of the tagger, whose tags the features hold.
func trainNames(folder string) (*model.File, error) {
	var texts []ner.Text
	var inputs []treebank.Input
	for _, name := range ner.Sources {
		rows, input, err := treebank.ReadRows(folder, name)
		if err != nil {
			return nil, err
		}
		inputs = append(inputs, input)
		read, err := ner.Parse(rows)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", input.Name, err)
		}
		texts = append(texts, read...)
	}
	options := ner.Defaults
	options.Read, options.Words = beforeNames, mention.Words
	options.Log = func(format string, values ...any) { fmt.Fprintf(os.Stderr, "ner: "+format+"\n", values...) }
	file := ner.Train(texts, options)
	for _, input := range inputs {
		file.Note("input", input.String())
	}
	return file, nil
}

// beforeNames runs the stages that mention.Words needs. It does without trees:
// they decide what a date means and not which words it has.
func beforeNames(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	for _, stage := range []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage()} {
		stage.Apply(doc)
	}
	doc.Arcs = make([]extract.Arc, len(doc.Tokens))
	for i := range doc.Arcs {
		doc.Arcs[i].Head = extract.None
	}
	number.Stage().Apply(doc)
	timex.Stage().Apply(doc)
	return doc
}
