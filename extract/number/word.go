package number

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/words.tsv
var wordTable string

// role is what a word does in a number.
type role uint8

const (
	noRole       role = iota
	digit             // "seven"
	teen              // "seventeen", and "ten"
	ten               // "seventy"
	scale             // "thousand", "dozen"
	plural            // "thousands"
	tens              // "tens"
	ordinalDigit      // "seventh"
	ordinalTeen       // "seventeenth"
	ordinalTen        // "seventieth"
	ordinalScale      // "thousandth"
	part              // "half"
	parts             // "halves", "sevenths"
	fold              // "sevenfold"
	suffix            // "bn"
)

var roleNames = []string{"", "digit", "teen", "ten", "scale", "plural", "tens", "ordinal digit", "ordinal teen",
	"ordinal ten", "ordinal scale", "part", "parts", "fold", "suffix"}

// word is one entry of the table.
type word struct {
	role  role
	value decimal
}

// words returns the table, indexed by form.
var words = sync.OnceValue(func() map[extract.Form]word {
	rows := lexicon.Rows("words.tsv", wordTable, 3)
	table := make(map[extract.Form]word, len(rows))
	for _, row := range rows {
		value, ok := parseDecimal(row[2])
		kind := slices.Index(roleNames, row[1])
		if !ok || kind < 1 {
			panic("words.tsv: bad entry " + row[0])
		}
		table[extract.FormOf(row[0])] = word{role(kind), value}
	}
	return table
})

// reader reads numbers in one document.
type reader struct {
	*extract.Document
	words map[extract.Form]word
}

// word returns what token i does in a number.
func (r reader) word(i int32) word {
	if i < 0 || int(i) >= len(r.Tokens) || r.Tokens[i].Class == extract.ClassDigits {
		return word{}
	}
	return r.words[r.Tokens[i].Form]
}

// class returns the class of token i; punctuation where there is no token.
func (r reader) class(i int32) extract.Class {
	if i < 0 || int(i) >= len(r.Tokens) {
		return extract.ClassPunct
	}
	return r.Tokens[i].Class
}

// pastHyphen returns the place after a hyphen that is glued on both sides, or
// i itself: "twenty-one", "$2-million".
func (r reader) pastHyphen(i int32) int32 {
	if r.Glued(i) && r.Glued(i+1) && r.form(i) == formHyphen {
		return i + 1
	}
	return i
}

// form returns the form of token i; 0 where there is no token.
func (r reader) form(i int32) extract.Form {
	if i < 0 || int(i) >= len(r.Tokens) {
		return 0
	}
	return r.Tokens[i].Form
}

var (
	formHyphen  = extract.FormOf("-")
	formAnd     = extract.FormOf("and")
	formA       = extract.FormOf("a")
	formAn      = extract.FormOf("an")
	formOf      = extract.FormOf("of")
	formOpen    = extract.FormOf("(")
	formPoint   = extract.FormOf("point")
	formCr      = extract.FormOf("cr")
	formBetween = extract.FormOf("between")
)
