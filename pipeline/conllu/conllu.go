// Package conllu writes and reads CoNLL-U (version 2,
// https://universaldependencies.org/format.html), the format of treebanks:
//
//	# newdoc id = amazon-tiktok
//	# newpar
//	# sent_id = amazon-tiktok-1
//	# text = It can't stay.
//	1	It	it	PRON	PRP	_	_	_	_	_
//	2-3	can't	_	_	_	_	_	_	_	_
//	2	ca	can	AUX	MD	_	_	_	_	_
//	3	n't	not	PART	RB	_	_	_	_	_
//	4	stay	stay	VERB	VB	_	_	_	_	SpaceAfter=No
//	5	.	.	PUNCT	.	_	_	_	_	_
//
// Encode reads the layers tokens, sentences, paragraphs, tags and arcs of a
// document. A word and its clitic that stand together in the text are a
// multiword token, as in the English Universal Dependencies treebanks.
package conllu

// Sentence is one sentence of a file. Words[i] has the ID i+1.
type Sentence struct {
	NewDoc     bool   // it is the first of a document
	DocID      string // of that document; "" when it has none
	NewPar     bool   // it is the first of a paragraph
	ID         string // "# sent_id"; "" for none
	Text       string // "# text"; "" for none
	Words      []Word
	Multiwords []Multiword // by their place; they do not overlap
}

// Word is one syntactic word: a line with a whole number as its ID. A column
// that holds "_" is the empty string.
type Word struct {
	Form   string // never empty
	Lemma  string
	UPOS   string
	XPOS   string
	Feats  string // "Number=Sing|Person=3"
	Head   int    // ID of the word that it depends on, from 1; 0 for the root, NoHead when not known
	Deprel string
	Misc   string // "SpaceAfter=No"; of a word in a multiword token it stands there
}

// NoHead is the Head of a word whose HEAD column is "_".
const NoHead = -1

// Multiword is several words that the text writes as one: "don't". It covers
// Words[Start:End].
type Multiword struct {
	Start, End int
	Form       string
	Misc       string
}

const (
	columns     = 10
	noSpaceMisc = "SpaceAfter=No"
)
