// Train makes the model files of factline again, byte for byte:
//
//	go run ./internal/train -data FOLDER [-only cluster,tagger,ner]
//
// FOLDER holds treebank/ and entities/ (see package treebank). It is run in the
// folder of the module.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/token"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/model"
	"github.com/factline/factline/internal/train/cluster"
	"github.com/factline/factline/internal/train/parser"
	"github.com/factline/factline/internal/train/tagger"
	"github.com/factline/factline/internal/train/treebank"
)

// programs make one model each, in this order: later models use earlier ones.
var programs = []struct {
	name, file string
	train      func(folder string) (*model.File, error)
}{
	{"cluster", "internal/cluster/model/english.bin", trainClusters},
	{"tagger", "extract/tag/model/english.bin", trainTagger},
	{"parser", "extract/parse/model/english.bin", trainParser},
	{"ner", "extract/mention/model/english.bin", trainNames},
}

func main() {
	data := flag.String("data", "", "folder of the training data")
	only := flag.String("only", "", "names of the models to make, with commas between them; all when empty")
	flag.Parse()
	for _, p := range programs {
		if *only != "" && !slices.Contains(strings.Split(*only, ","), p.name) {
			continue
		}
		file, err := p.train(*data)
		if err == nil {
			err = write(p.file, file)
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "train: %s: %v\n", p.name, err)
			os.Exit(1)
		}
	}
}

func write(name string, file *model.File) error {
	var b bytes.Buffer
	if _, err := file.WriteTo(&b); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}

func trainClusters(folder string) (*model.File, error) {
	bank, inputs, err := treebank.Read(folder, treebank.Train...)
	if err != nil {
		return nil, err
	}
	texts, more, err := treebank.ReadTexts(folder)
	if err != nil {
		return nil, err
	}
	var sentences [][]string
	for _, s := range bank {
		words := make([]string, len(s.Words))
		for i, word := range s.Words {
			words[i] = word.Form
		}
		sentences = append(sentences, words)
	}
	for _, text := range texts {
		sentences = append(sentences, split(text)...)
	}
	file := cluster.Train(sentences)
	for _, input := range append(inputs, more...) {
		file.Note("input", input.String())
	}
	return file, nil
}

func trainTagger(folder string) (*model.File, error) {
	bank, inputs, err := treebank.Read(folder, treebank.Train...)
	if err != nil {
		return nil, err
	}
	options, more, err := taggerOptions()
	if err != nil {
		return nil, err
	}
	file, err := tagger.Train(bank, options)
	if err != nil {
		return nil, err
	}
	for _, input := range append(inputs, more...) {
		file.Note("input", input.String())
	}
	return file, nil
}

// folds is into how many parts the treebanks are cut for the parser's tags.
const folds = 5

func trainParser(folder string) (*model.File, error) {
	bank, inputs, err := treebank.Read(folder, treebank.Train...)
	if err != nil {
		return nil, err
	}
	options, _, err := taggerOptions()
	if err != nil {
		return nil, err
	}
	classes, err := tagger.Jackknife(bank, folds, options)
	if err != nil {
		return nil, err
	}
	file, err := parser.Train(bank, classes, parser.Defaults)
	if err != nil {
		return nil, err
	}
	for _, input := range inputs {
		file.Note("input", input.String())
	}
	return file, nil
}

// tables are word lists of the tagging stage from which the lemmatiser learns.
var tables = []struct {
	file string
	pos  extract.POS
}{{"verbs.tsv", extract.VERB}, {"nouns.tsv", extract.NOUN}}

// taggerOptions returns the default options with the irregular words of tables.
func taggerOptions() (tagger.Options, []treebank.Input, error) {
	options := tagger.Defaults
	var inputs []treebank.Input
	for _, table := range tables {
		text, input, err := treebank.ReadTable("extract/tag/data/" + table.file)
		if err != nil {
			return options, nil, err
		}
		inputs = append(inputs, input)
		for _, row := range lexicon.Rows(table.file, text, 2) {
			if table.pos == extract.NOUN {
				options.Irregular = append(options.Irregular, tagger.Irregular{POS: table.pos, Form: row[0], Lemma: row[1]})
				continue
			}
			for form := range strings.FieldsSeq(row[1]) {
				options.Irregular = append(options.Irregular, tagger.Irregular{POS: table.pos, Form: form, Lemma: row[0]})
			}
		}
	}
	return options, inputs, nil
}

// split returns the words of the sentences of a text.
func split(text string) (sentences [][]string) {
	doc := extract.NewDocument(extract.Article{Text: text})
	token.Stage().Apply(doc)
	sentence.Stage().Apply(doc)
	for _, s := range doc.Sentences {
		var words []string
		for i := s.Start; i < s.End; i++ {
			words = append(words, doc.Word(i))
		}
		sentences = append(sentences, words)
	}
	return sentences
}
