// Package ner finds names and their types in a sentence with a linear-chain
// conditional random field (Lafferty, McCallum & Pereira 2001): each token gets
// a tag that tells whether it begins, continues, ends or is a name, and of what
// type, so that the tags of the whole sentence together weigh most. What a token
// is told of itself (Word) comes from stage mention; internal/train/ner learns
// the weights.
package ner

import "github.com/factline/factline/extract"

// Tag is the place of a token in a name and the type of that name (BIOES).
type Tag uint8

// Outside is the tag of a token in no name.
const Outside Tag = 0

// Tags is the number of tags: four for each type, and Outside.
const Tags = 1 + 4*int(extract.Work)

// Part is the place of a token in a name.
type Part uint8

// Parts of names.
const (
	Begin Part = iota
	Inside
	End
	Single
)

// TagOf returns the tag of a part of a name of the type.
func TagOf(kind extract.EntityType, part Part) Tag {
	return Tag(1 + 4*(uint8(kind)-1) + uint8(part))
}

// Kind returns the type of the tag's name.
func (t Tag) Kind() extract.EntityType { return extract.EntityType((t + 3) / 4) }

// Part returns the place in the name. It means nothing for Outside.
func (t Tag) Part() Part { return Part((t - 1) & 3) }

// PartAt returns the part that token i of a name of n tokens is.
func PartAt(i, n int32) Part {
	switch {
	case n == 1:
		return Single
	case i == 0:
		return Begin
	case i == n-1:
		return End
	}
	return Inside
}

// Opens tells whether a tag can follow one that is Closed: a name begins or
// none is there.
func (t Tag) Opens() bool { return t == Outside || t.Part() == Begin || t.Part() == Single }

// Closed tells whether no name goes on after the tag.
func (t Tag) Closed() bool { return t == Outside || t.Part() == End || t.Part() == Single }

// Follows tells whether tag t may come after tag before.
func (t Tag) Follows(before Tag) bool {
	if before.Closed() {
		return t.Opens()
	}
	return !t.Opens() && t.Kind() == before.Kind()
}

// Word is what the tagger is told of one token.
type Word struct {
	Text  string
	Form  extract.Form // extract.FormOf(Text)
	Class extract.Class
	Penn  extract.Penn
	Guess uint8  // what rules hold the token for, 0 for nothing: see GuessOf
	Why   uint8  // the rule behind the guess
	List  uint8  // the gazetteer name that the token is part of, 0 for none
	Style uint8  // how the sentence uses capitals, and whether the token starts it
	Lists uint32 // what the word lists say of the word: see package mention
	Kin   uint8  // what the word can be in the name of a person or place, as bits
	Seen  uint8  // how the rest of the article writes the word
	Long  uint8  // the type of the name that the word is an acronym of, 0 for none
	Never bool   // the token can be in no name

	Elsewhere [MostElsewhere]Neighbours // of the word where else the article has it
}

// MostElsewhere is the number of other places of a word that the tagger sees.
const MostElsewhere = 3

// Neighbours are the words around another place of a word; 0 for none.
type Neighbours struct{ Before, After extract.Form }

// GuessOf returns the guess for a part of a name, which may be of unknown type.
func GuessOf(kind extract.EntityType, part Part) uint8 { return 1 + 4*uint8(kind) + uint8(part) }

// Guessed returns the type and the part of a guess; false for 0 and where the
// type is unknown.
func Guessed(guess uint8) (kind extract.EntityType, part Part, ok bool) {
	if guess == 0 {
		return extract.EntityUnknown, Begin, false
	}
	kind = extract.EntityType((guess - 1) / 4)
	return kind, Part((guess - 1) % 4), kind != extract.EntityUnknown
}
