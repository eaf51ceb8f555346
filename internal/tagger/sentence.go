package tagger

// Sentence is one sentence while it is tagged. Its memory is used again for the
// next one.
type Sentence struct {
	looks  []look // with two words outside at each end
	casing uint32 // 1: most words begin with a capital; 2: no small letters
	seer   seer
	fs     []Feature
	scores [MaxClasses]int32
}

// Look turns to the sentence of the given words.
func (s *Sentence) Look(words []Word, lexicon *Lexicon) {
	s.looks = append(s.looks[:0], outside, outside)
	for _, word := range words {
		l := s.seer.see(word)
		l.entry = lexicon.Entry(word)
		s.looks = append(s.looks, l)
	}
	s.looks = append(s.looks, outside, outside)
	s.casing = casingOf(words)
}

// Casings of sentences.
const (
	plain       = iota
	capitalised // most words begin with a capital
	capitals    // no small letters
)

// IsHeadline tells whether capitals tell nothing in a sentence, because most of
// its words have one.
func IsHeadline(words []Word) bool { return casingOf(words) != plain }

func casingOf(words []Word) uint32 {
	long, capital, small := 0, 0, false
	for _, word := range words {
		if len(word.Text) < 4 {
			continue
		}
		switch c := word.Text[0]; {
		case 'A' <= c && c <= 'Z':
			capital++
			long++
			small = small || hasSmall(word.Text)
		case 'a' <= c && c <= 'z' || c >= 0x80:
			long++
			small = true
		}
	}
	switch {
	case long > 1 && !small:
		return capitals
	case long > 2 && 10*capital > 7*long:
		return capitalised
	}
	return plain
}

func hasSmall(word string) bool {
	for i := 0; i < len(word); i++ {
		if 'a' <= word[i] && word[i] <= 'z' || word[i] >= 0x80 {
			return true
		}
	}
	return false
}

// Len returns the number of words.
func (s *Sentence) Len() int { return len(s.looks) - 4 }

// Features returns the features of word i, given the classes of the words
// before it; Start for those before the sentence. The slice is good until the
// next call.
func (s *Sentence) Features(i int, before, before2 uint8) []Feature {
	s.fs = s.features(i, uint32(before), uint32(before2), s.fs)
	return s.fs
}

// Only returns the class of word i when the lexicon knows no other.
func (s *Sentence) Only(i int) (class uint8, ok bool) {
	e := s.looks[i+2].entry
	return uint8(e), e < MaxClasses
}

// Start is the class of the words before a sentence.
const Start = 255

// Hide makes the entry of word i unknown, as it would be had the lexicon never
// seen the word.
func (s *Sentence) Hide(i int) { s.looks[i+2].entry = unknown }
