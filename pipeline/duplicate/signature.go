package duplicate

import (
	"math"
	"unicode"
)

const (
	// Hashes is the number of minimal hashes of a signature.
	Hashes = 64
	// Bands is the number of bands of a signature.
	Bands = 16
	rows  = Hashes / Bands
)

// Signature stands for the set of the shingles of a text, which are all its
// sequences of three words. The share of equal hashes of two signatures is about
// the Jaccard similarity of the sets (Broder 1997).
type Signature [Hashes]uint32

const (
	shingle     = 3  // words
	fewestWords = 20 // of a text that has a signature: a short one is like many others
)

// Of returns the signature of a text, and false for a text that is too short to
// tell it from others. Case, punctuation and line breaks make no difference.
func Of(text string) (Signature, bool) {
	var s Signature
	for i := range s {
		s[i] = math.MaxUint32
	}
	var last [shingle]uint64 // the hashes of the last words
	words := 0
	hash := uint64(offset)
	end := func() {
		if hash == offset {
			return
		}
		copy(last[:], last[1:])
		last[shingle-1] = hash
		hash = offset
		if words++; words >= shingle {
			s.add(mix(last[0]*3 + last[1]*5 + last[2]*7))
		}
	}
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			hash = (hash ^ uint64(unicode.ToLower(r))) * prime
		case r != '\'' && r != '’':
			end()
		}
	}
	end()
	return s, words >= fewestWords
}

// add adds a shingle: multipliers stand for 64 hash functions (Dietzfelbinger's
// multiply-add-shift).
func (s *Signature) add(h uint64) {
	for i := range s {
		if x := uint32((h*multipliers[i] + addends[i]) >> 32); x < s[i] {
			s[i] = x
		}
	}
}

// Bands returns a hash for each band of a signature. Two texts that share a band
// may be near-duplicates; those whose similarity is above the threshold share
// one almost always.
func (s *Signature) Bands() (bands [Bands]uint64) {
	for i := range bands {
		h := uint64(offset)
		for _, x := range s[i*rows : (i+1)*rows] {
			h = mix(h ^ uint64(x))
		}
		bands[i] = h
	}
	return bands
}

// Similarity returns the share of equal hashes, from 0 to 1.
func (s *Signature) Similarity(t *Signature) float64 {
	equal := 0
	for i := range s {
		if s[i] == t[i] {
			equal++
		}
	}
	return float64(equal) / Hashes
}

// FNV-1a, 64 bits.
const (
	offset = 14695981039346656037
	prime  = 1099511628211
)

// mix spreads the bits of a number (the end of SplitMix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

var multipliers, addends = coefficients()

// coefficients returns the same numbers on every machine: the sequence of
// SplitMix64 that begins at 0.
func coefficients() (a, b [Hashes]uint64) {
	state := uint64(0)
	next := func() uint64 {
		state += 0x9e3779b97f4a7c15
		return mix(state)
	}
	for i := range a {
		a[i], b[i] = next()|1, next()
	}
	return a, b
}
