package tagger

import (
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/cluster"
)

// Word is one token of a sentence as the tagger wants it.
type Word struct {
	Text  string
	Form  extract.Form // extract.FormOf(Text)
	Glued bool         // no blank stands between the word and the one before
}

// look is what the features of a word are made of.
type look struct {
	low     uint32 // the folded word, digits alike
	form    uint32 // the same with its capitals
	shape   uint32 // of "Xx", "dd.d"
	suffix  uint32 // the last four bytes of the folded word, the last one lowest
	prefix  uint32 // the first three
	cluster uint32 // word cluster and 1, 0 for none
	entry   uint32 // the word's entry in the lexicon
	glued   uint32
}

// FNV-1a of 32 bits.
const (
	offset32 = 2166136261
	prime32  = 16777619
)

// outside is a word beyond the ends of the sentence.
var outside = look{low: 7, form: 7, shape: 7, suffix: 7, prefix: 7, entry: unknown}

// seer looks at words. Its buffer is used again for each.
type seer struct{ folded []byte }

// see returns everything of a word that the word alone decides, apart from the
// entry.
func (s *seer) see(w Word) look {
	s.fold(w.Text)
	l := look{low: offset32, form: offset32}
	digits := false
	for _, c := range s.folded {
		if '0' <= c && c <= '9' {
			c, digits = '0', true
		}
		l.low = (l.low ^ uint32(c)) * prime32
	}
	for _, c := range s.folded[max(0, len(s.folded)-4):] {
		l.suffix = l.suffix<<8 | uint32(c)
	}
	for _, c := range s.folded[:min(3, len(s.folded))] {
		l.prefix = l.prefix<<8 | uint32(c)
	}
	l.shape = shapeOf(w.Text)
	l.form = l.low
	if !digits {
		l.form = l.shape ^ l.low*prime32
	}
	if id, ok := cluster.Of(w.Text, w.Form); ok {
		l.cluster = uint32(id) + 1
	}
	if w.Glued {
		l.glued = 1
	}
	return l
}

// fold writes a word in lower case, with signs as they stand in plain text.
func (s *seer) fold(word string) {
	s.folded = s.folded[:0]
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			s.foldRunes(word[i:])
			return
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		s.folded = append(s.folded, c)
	}
}

func (s *seer) foldRunes(rest string) {
	for _, r := range rest {
		switch r {
		case '‘', '’', 'ʼ':
			r = '\''
		case '“', '”', '„', '«', '»':
			r = '"'
		case '‐', '‑':
			r = '-'
		case '—', '―', '−':
			r = '–'
		case '€', '£', '¥':
			r = '$'
		case '…':
			s.folded = append(s.folded, "..."...)
			continue
		}
		s.folded = utf8.AppendRune(s.folded, unicode.ToLower(r))
	}
}

// longestShape bounds the shape of a word.
const longestShape = 11

// shapeOf returns a hash of the kinds of characters in a word, in runs of at
// most two: "Xx" for "On", "Xxx" for "Monday", "dd.d" for "2019.5".
func shapeOf(word string) uint32 {
	hash := uint32(offset32)
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
		hash = (hash ^ uint32(kind)) * prime32
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
	case unicode.IsDigit(r):
		return 'd'
	}
	switch r {
	case '‘', '’', 'ʼ':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '—', '―', '−', '–':
		return '-'
	case '€', '£', '¥':
		return '$'
	}
	return 'o'
}
