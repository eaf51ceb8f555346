package arceager

import "github.com/factline/factline/extract"

// Word is what the parser knows of a word.
type Word struct {
	Form    extract.Form
	POS     extract.POS
	Penn    extract.Penn
	Cluster uint8 // 0 for none
}

// Input is one sentence to be parsed.
type Input struct {
	atoms []atom // 0 is no word, 1..n the words, n+1 the root
}

// atom is a word as the features use it.
type atom struct {
	form, penn, pos, cluster uint32
	formPenn                 uint32
}

// The atoms of no word and of the root, which no word has.
const (
	noWord   = 0xFFF1
	rootWord = 0xFFF2
)

// Reset makes the input a sentence of n words, still unknown.
func (in *Input) Reset(n int) {
	if cap(in.atoms) < n+2 {
		in.atoms = make([]atom, 2*n+2)
	}
	in.atoms = in.atoms[:n+2]
	in.atoms[0] = atom{noWord, noWord, noWord, noWord, noWord}
	in.atoms[n+1] = atom{rootWord, rootWord, rootWord, rootWord, rootWord}
}

// Len returns the number of words.
func (in *Input) Len() int32 { return int32(len(in.atoms)) - 2 }

// Set says what word i is, from 1 to Len.
func (in *Input) Set(i int32, w Word) {
	form := uint32(w.Form ^ w.Form>>32)
	penn := uint32(w.Penn)
	in.atoms[i] = atom{
		form: form, penn: penn, pos: uint32(w.POS), cluster: uint32(w.Cluster),
		formPenn: (form ^ penn*0x9E3779B9) * 0x85EBCA6B,
	}
}
