// Package treebank reads what models are trained on and measured with: a folder
// of treebanks (treebank/*.conllu.gz) and of running text
// (entities/train-*.jsonl).
package treebank

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/factline/factline/pipeline/conllu"
)

// Names of the treebanks. GUM is only that part of it whose texts may be used
// for every purpose.
var (
	Train = []string{"ewt-train", "gum-train"}
	Dev   = []string{"ewt-dev", "gum-dev"}
)

// Texts are the running texts for word clusters, all of them free as well.
var Texts = []string{"btc", "crossner", "docred", "wikigold", "wnut17"}

// Input is a file that a model was made from.
type Input struct{ Name, SHA256 string }

// String returns the input as model headers have it: hash and name.
func (i Input) String() string { return i.SHA256 + " " + i.Name }

// Read returns the sentences of treebanks in order.
func Read(folder string, names ...string) (sentences []conllu.Sentence, inputs []Input, err error) {
	for _, name := range names {
		file := name + ".conllu.gz"
		packed, err := os.ReadFile(filepath.Join(folder, "treebank", file))
		if err != nil {
			return nil, nil, err
		}
		inputs = append(inputs, inputOf(file, packed))
		unpacked, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", file, err)
		}
		read, err := conllu.Read(unpacked)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", file, err)
		}
		sentences = append(sentences, read...)
	}
	return sentences, inputs, nil
}

// ReadTexts returns the articles of the running texts in order.
func ReadTexts(folder string) (texts []string, inputs []Input, err error) {
	for _, name := range Texts {
		rows, input, err := ReadRows(folder, name)
		if err != nil {
			return nil, nil, err
		}
		inputs = append(inputs, input)
		for decoder := json.NewDecoder(bytes.NewReader(rows)); decoder.More(); {
			var row struct{ Text string }
			if err := decoder.Decode(&row); err != nil {
				return nil, nil, fmt.Errorf("%s: %w", input.Name, err)
			}
			texts = append(texts, row.Text)
		}
	}
	return texts, inputs, nil
}

// ReadRows returns the rows of an annotated text.
func ReadRows(folder, name string) (rows []byte, input Input, err error) {
	file := "train-" + name + ".jsonl"
	rows, err = os.ReadFile(filepath.Join(folder, "entities", file))
	return rows, inputOf(file, rows), err
}

// ReadTable returns the text of a word list.
func ReadTable(file string) (text string, input Input, err error) {
	contents, err := os.ReadFile(file)
	return string(contents), inputOf(filepath.Base(file), contents), err
}

func inputOf(name string, contents []byte) Input {
	sum := sha256.Sum256(contents)
	return Input{name, hex.EncodeToString(sum[:])}
}
