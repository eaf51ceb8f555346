// Score prints how well the words of treebanks are tagged and parsed: on their
// own tokens, and on their raw text as factline splits it.
//
//	go run ./internal/score -data FOLDER [-tagger NAME]
//
// FOLDER holds treebank/*.conllu.gz. On raw text the figures are F1 over words
// that have the same place in both, as in the CoNLL 2018 shared task.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/factline/factline/internal/train/treebank"
	"github.com/factline/factline/pipeline/conllu"
)

func main() {
	data := flag.String("data", "", "folder of the data")
	name := flag.String("tagger", "", "the pipeline's tagger; its first when empty")
	flag.Parse()
	if err := run(os.Stdout, *data, *name); err != nil {
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}

// word is a word with the place of its head; the root's is the zero place.
type word struct {
	conllu.Word
	head place
}

// columns are what is compared, by name. Subtypes of relations do not count, as
// in the shared task.
var columns = []struct {
	name string
	of   func(word) string
}{
	{"UPOS", func(w word) string { return w.UPOS }},
	{"XPOS", func(w word) string { return w.XPOS }},
	{"Feats", func(w word) string { return w.Feats }},
	{"Lemma", func(w word) string { return w.Lemma }},
	{"UAS", func(w word) string { return fmt.Sprint(w.head) }},
	{"LAS", func(w word) string {
		relation, _, _ := strings.Cut(w.Deprel, ":")
		return fmt.Sprint(w.head, relation)
	}},
}

// run writes one line for each treebank and kind of input.
func run(w io.Writer, folder, tagger string) error {
	s, err := newScorer(tagger)
	if err != nil {
		return err
	}
	for _, name := range treebank.Dev {
		gold, _, err := treebank.Read(folder, name)
		if err != nil {
			return err
		}
		if err := s.goldTokens(gold).write(w, name, "gold tokens"); err != nil {
			return err
		}
		raw, err := s.rawText(gold)
		if err == nil {
			err = raw.write(w, name, "raw text")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// figures are counts of words.
type figures struct {
	gold, found, same int // words
	right             []int
}

func (f *figures) count(gold, found word) {
	f.same++
	for i, column := range columns {
		if got, want := column.of(found), column.of(gold); got == want || want == "" && column.name == "Lemma" {
			f.right[i]++
		}
	}
}

func (f *figures) write(w io.Writer, name, input string) error {
	_, err := fmt.Fprintf(w, "%-8s  %-11s  Words %.2f", name, input, f.f1(f.same))
	for i, column := range columns {
		if err == nil {
			_, err = fmt.Fprintf(w, "  %s %.2f", column.name, f.f1(f.right[i]))
		}
	}
	if err == nil {
		_, err = fmt.Fprintln(w)
	}
	return err
}

func (f *figures) f1(right int) float64 {
	if f.gold+f.found == 0 {
		return 0
	}
	return 200 * float64(right) / float64(f.gold+f.found)
}
