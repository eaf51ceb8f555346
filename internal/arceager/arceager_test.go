package arceager

import (
	"bytes"
	"slices"
	"testing"

	"github.com/factline/factline/extract"
)

// sentence returns a sentence of words by their part of speech, with the heads
// of the words.
func sentence(heads []int32, tags ...extract.POS) Sentence {
	s := Sentence{Tree: Tree{Heads: append([]int32{0}, heads...), Relations: make([]uint8, len(heads)+1)}}
	s.Input.Reset(len(heads))
	for i, pos := range tags {
		s.Input.Set(int32(i+1), Word{Form: extract.Form(i + 1), POS: pos, Penn: extract.Penn(pos)})
		s.Tree.Relations[i+1] = uint8(pos)
	}
	return s
}

// samples are trees whose arcs do not cross.
func samples() []Sentence {
	return []Sentence{
		// The company said that it had removed 49 million videos.
		sentence([]int32{2, 3, 0, 7, 7, 7, 3, 9, 10, 7, 3}, extract.DET, extract.NOUN, extract.VERB, extract.SCONJ, extract.PRON,
			extract.AUX, extract.VERB, extract.NUM, extract.NUM, extract.NOUN, extract.PUNCT),
		sentence([]int32{0}, extract.NOUN),
		sentence([]int32{2, 0, 2}, extract.PRON, extract.VERB, extract.NOUN),
		sentence([]int32{0, 1, 2, 3, 4}, extract.NOUN, extract.ADP, extract.NOUN, extract.ADP, extract.NOUN),
		sentence([]int32{2, 3, 4, 0}, extract.ADV, extract.ADJ, extract.NOUN, extract.VERB),
	}
}

// TestOracle: the actions of the oracle make the gold tree.
func TestOracle(t *testing.T) {
	all := samples()
	trainer := NewTrainer(all, 64, 1)
	for i := range all {
		path := trainer.oracle(&all[i])
		s := trainer.search.arena.start(all[i].Input.Len())
		for _, a := range path {
			if !trainer.search.arena.legal(&s).Has(a) {
				t.Fatalf("sentence %d: action %d is not legal", i, a)
			}
			s = trainer.search.arena.apply(s, a, 0)
		}
		if legal := trainer.search.arena.legal(&s); legal != 0 {
			t.Errorf("sentence %d: actions %b are left", i, legal)
		}
		var got Tree
		trainer.search.arena.tree(s, &got)
		if want := all[i].heads(nil); !slices.Equal(got.Heads[1:], want[1:]) {
			t.Errorf("sentence %d: heads %v, want %v", i, got.Heads[1:], want[1:])
		}
	}
}

// trained returns a trainer that has learned the samples by heart.
func trained() (*Trainer, []Sentence) {
	all := samples()
	trainer := NewTrainer(all, 64, 1)
	for round := range 10 {
		trainer.Greedy(round > 0)
	}
	for range 3 {
		trainer.Beam(4)
	}
	return trainer, all
}

// TestLearn: what was learned by heart is known, by the weights and by the
// model file made of them.
func TestLearn(t *testing.T) {
	trainer, all := trained()
	var file bytes.Buffer
	if _, err := File(Prune{}, trainer.Weights).WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	frozen, err := Load(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for name, scorer := range map[string]Scorer{"weights": trainer.Weights, "model": frozen} {
		search := Search{Width: 4}
		for i := range all {
			var got Tree
			search.Parse(&all[i].Input, scorer, &got)
			if !slices.Equal(got.Heads[1:], all[i].Tree.Heads[1:]) || !slices.Equal(got.Relations[1:], all[i].Tree.Relations[1:]) {
				t.Errorf("%s, sentence %d: %v %v, want %v %v", name, i, got.Heads[1:], got.Relations[1:],
					all[i].Tree.Heads[1:], all[i].Tree.Relations[1:])
			}
		}
	}
}

// TestTrainTwice: training is the same each time.
func TestTrainTwice(t *testing.T) {
	var files [2]bytes.Buffer
	for i := range files {
		trainer, _ := trained()
		if _, err := File(Prune{}, trainer.Weights).WriteTo(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two trainings give two models")
	}
}

func TestLoadErrors(t *testing.T) {
	trainer, _ := trained()
	var file bytes.Buffer
	if _, err := File(Prune{}, trainer.Weights).WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	damaged := bytes.Clone(file.Bytes())
	damaged[len(damaged)-1] ^= 1
	for name, data := range map[string][]byte{"empty": nil, "cut short": file.Bytes()[:file.Len()-10], "damaged": damaged} {
		if _, err := Load(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestOneRoot: what would be a second root hangs on the first.
func TestOneRoot(t *testing.T) {
	s := Search{ExtraRoot: 7}
	s.arena.root = 4
	tree := Tree{Heads: []int32{0, 4, 1, 4}, Relations: []uint8{0, 1, 2, 3}}
	s.oneRoot(&tree)
	if !slices.Equal(tree.Heads, []int32{0, 0, 1, 1}) || !slices.Equal(tree.Relations, []uint8{0, 1, 2, 7}) {
		t.Errorf("heads %v, relations %v", tree.Heads, tree.Relations)
	}
}
