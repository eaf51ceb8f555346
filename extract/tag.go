package extract

// Tag is what one token is by itself: its part of speech, its features and its
// lemma.
type Tag struct {
	POS      POS      // Universal Dependencies v2 part of speech
	Penn     Penn     // Penn Treebank tag, as in the English UD treebanks' XPOS column
	Features Features // number, tense and the like
	Lemma    string   // dictionary form: "reveal" for "revealed"; names keep their capitals
}

// POS is a part of speech of Universal Dependencies v2 (UPOS).
type POS uint8

const (
	X POS = iota // none of the others; the zero value
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

var posNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
	"PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

// String returns the UPOS name: "PROPN".
func (p POS) String() string { return posNames[p] }

// ParsePOS returns the part of speech with the given name, and false for an
// unknown one.
func ParsePOS(name string) (POS, bool) {
	for i, n := range posNames {
		if n == name {
			return POS(i), true
		}
	}
	return X, false
}

// Penn is a tag of the Penn Treebank (Marcus et al. 1993) with the additions of
// the English Web Treebank: HYPH, NFP, ADD, AFX, GW.
type Penn uint8

const (
	PennNone Penn = iota // no tag: the zero value
	PennCC
	PennCD
	PennDT
	PennEX
	PennFW
	PennIN
	PennJJ
	PennJJR
	PennJJS
	PennLS
	PennMD
	PennNN
	PennNNP
	PennNNPS
	PennNNS
	PennPDT
	PennPOS
	PennPRP
	PennPRPS // PRP$
	PennRB
	PennRBR
	PennRBS
	PennRP
	PennSYM
	PennTO
	PennUH
	PennVB
	PennVBD
	PennVBG
	PennVBN
	PennVBP
	PennVBZ
	PennWDT
	PennWP
	PennWPS // WP$
	PennWRB
	PennHYPH
	PennNFP
	PennADD
	PennAFX
	PennGW
	PennDollar     // $: any currency sign
	PennHash       // #
	PennOpenQuote  // ``
	PennCloseQuote // ''
	PennLRB        // -LRB-
	PennRRB        // -RRB-
	PennComma      // ,
	PennPeriod     // .
	PennColon      // : also ; and dashes
)

var pennNames = [...]string{"_", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNP",
	"NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG",
	"VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "HYPH", "NFP", "ADD", "AFX", "GW", "$", "#", "``", "''",
	"-LRB-", "-RRB-", ",", ".", ":"}

// String returns the tag as the treebanks write it: "PRP$"; "_" for none.
func (p Penn) String() string { return pennNames[p] }

// ParsePenn returns the tag with the given name, and false for an unknown one.
func ParsePenn(name string) (Penn, bool) {
	for i, n := range pennNames {
		if n == name {
			return Penn(i), i > 0
		}
	}
	return PennNone, false
}

// IsNoun tells whether the tag is a common or proper noun.
func (p Penn) IsNoun() bool { return p >= PennNN && p <= PennNNS }

// IsVerb tells whether the tag is a verb form; modals (MD) are not.
func (p Penn) IsVerb() bool { return p >= PennVB && p <= PennVBZ }

// IsFinite tells whether the tag can head a finite clause: VBD, VBP, VBZ, MD.
func (p Penn) IsFinite() bool {
	return p == PennVBD || p == PennVBP || p == PennVBZ || p == PennMD
}
