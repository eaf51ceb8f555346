package ner

import (
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/cluster"
)

// look is what the features of a token are made of.
type look struct {
	low     uint32 // the word in any case
	form    uint32 // the word as it is written
	shape   uint32
	prefix  uint32 // the first four bytes in lower case, the first one highest
	suffix  uint32 // the last four bytes in lower case, the last one lowest
	cluster uint32 // word cluster and 1, 0 for none
	penn    uint32
	guess   uint32
	why     uint32
	list    uint32
	lists   uint32
	style   uint32
	seen    uint32
	long    uint32
	kin     uint32
	run     *run // the row of capitals that the token is in, nil for none

	elsewhere [MostElsewhere]elsewhere
}

// elsewhere is what stands around a word in another sentence: words and their
// clusters.
type elsewhere struct{ before, after, clusterBefore, clusterAfter uint32 }

// run is a row of capitalised tokens of a sentence, with what may join them.
type run struct{ start, end int32 }

// outside is a word beyond the ends of the sentence.
var outside = look{low: 7, form: 7, shape: 7, prefix: 7, suffix: 7, penn: 255, guess: 255, list: 255, style: 255}

func see(w *Word) look {
	l := look{
		low: short(w.Form), penn: uint32(w.Penn), guess: uint32(w.Guess), why: uint32(w.Why),
		list: uint32(w.List), lists: w.Lists, style: uint32(w.Style), seen: uint32(w.Seen), long: uint32(w.Long), kin: uint32(w.Kin),
	}
	l.shape = shapeOf(w.Text)
	switch w.Class {
	case extract.ClassDigits, extract.ClassAlnum:
		l.low = l.shape * 0x9e3779b1
	case extract.ClassAddress:
		l.low = l.shape * 0x85ebca6b
		if w.Text[0] == '@' || w.Text[0] == '#' {
			l.low = uint32(w.Text[0])
		}
		l.shape = l.low
	default:
		l.prefix, l.suffix = affixes(w.Text)
	}
	l.form = l.shape ^ l.low*0xc2b2ae35
	if id, ok := cluster.Of(w.Text, w.Form); ok {
		l.cluster = uint32(id) + 1
	}
	for i, n := range w.Elsewhere {
		if n != (Neighbours{}) {
			l.elsewhere[i] = elsewhere{short(n.Before), short(n.After), clusterOf(n.Before), clusterOf(n.After)}
		}
	}
	return l
}

func short(form extract.Form) uint32 { return uint32(form ^ form>>32) }

func clusterOf(form extract.Form) uint32 {
	if id, ok := cluster.Of("", form); ok {
		return uint32(id) + 1
	}
	return 0
}

// affixes returns the first and the last four bytes of a word.
func affixes(word string) (prefix, suffix uint32) {
	for i := range min(4, len(word)) {
		prefix = prefix<<8 | uint32(small(word[i]))
	}
	for i := max(0, len(word)-4); i < len(word); i++ {
		suffix = suffix<<8 | uint32(small(word[i]))
	}
	if len(word) < 4 {
		prefix <<= 8 * (4 - len(word))
	}
	return prefix, suffix
}

func small(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// longestShape bounds the shape of a word.
const longestShape = 11

// shapeOf returns a hash of the kinds of characters in a word, in runs of at
// most two: "Xx" for "On", "Xxx" for "Monday", "dd.d" for "2019.5".
func shapeOf(word string) uint32 {
	hash := uint32(2166136261)
	var last byte
	run, length := 0, 0
	for _, r := range word {
		kind := kindOf(r)
		if kind == last {
			if run++; run > 2 {
				continue
			}
		} else {
			last, run = kind, 1
		}
		hash = (hash ^ uint32(kind)) * 16777619
		if length++; length == longestShape {
			break
		}
	}
	return hash
}

func kindOf(r rune) byte {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return 'd'
	case r < utf8.RuneSelf:
		return byte(r)
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLower(r):
		return 'x'
	}
	switch r {
	case '‘', '’', 'ʼ':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '—', '―', '−', '–':
		return '-'
	}
	return 'o'
}
