package mention

import "github.com/factline/factline/extract"

// longestName bounds the tokens of a name.
const longestName = 14

// scanner finds the names of one sentence.
type scanner struct {
	*reader
	sentence extract.Sentence
	style    style
}

func (s *scanner) scan() {
	for i := s.sentence.Start; i < s.sentence.End; {
		i = s.at(i)
	}
}

// at adds the names of the run of capitals that starts at token i and returns
// where to go on.
func (s *scanner) at(i int32) int32 {
	if s.arabic(i) {
		end := s.extend(i)
		s.add(extract.TokenRange{Start: i, End: end}, false, nil)
		return end
	}
	_, _, isKnown := s.known(i, s.sentence.End, s.style)
	if !isKnown && !s.capital(i) {
		return i + 1
	}
	initial := s.initial(i)
	if (initial || s.style != plain) && s.isFiller(i) || s.isArticle(i) {
		return i + 1
	}
	end := s.extend(i)
	s.divide(extract.TokenRange{Start: i, End: end}, initial)
	return end
}

// arabic tells whether a name starts at token i with a small article: "al-Sadr".
func (s *scanner) arabic(i int32) bool {
	return i+2 < s.sentence.End && s.doc.Tokens[i].Class == extract.ClassLower && s.doc.Word(i+1) == "-" &&
		s.doc.Glued(i+1) && s.doc.Glued(i+2) && s.word(i).flags&isArabic != 0 && s.capital(i+2)
}

// initial tells whether the capital of token i may be that of a sentence: it
// stands first, or after an opening quotation mark, a colon or a dash.
func (s *scanner) initial(i int32) bool {
	if i == s.sentence.Start {
		return true
	}
	switch before := s.doc.Tokens[i-1]; before.Class {
	case extract.ClassPunct:
		switch s.doc.Word(i - 1) {
		case ",", ")", "]", "&", "/", ".":
			return false
		case "-", "'", "’":
			return !s.doc.Glued(i)
		}
		return true
	case extract.ClassSymbol:
		return !s.doc.Glued(i)
	}
	return false
}

// isFiller tells whether token i is a common word and starts no longer name.
func (s *scanner) isFiller(i int32) bool {
	if row, end, ok := s.known(i, s.sentence.End, s.style); ok && (end > i+1 || !s.words.known[row].common) {
		return false
	}
	if _, end, ok := s.title(i, s.sentence.End); ok && int(end) < len(s.doc.Tokens) && s.capital(end) {
		return false
	}
	if s.word(i).flags&isCommon != 0 {
		return !s.headsRun(i)
	}
	return s.style == plain && s.isLowerTag(i) && s.word(i).flags&isGiven == 0 && !(i+1 < s.sentence.End && s.capital(i+1))
}

// headsRun tells whether a common word that starts a sentence is the first of a
// name all the same: "[Bank] of Arvana", "[Health] Ministry".
func (s *scanner) headsRun(i int32) bool {
	if s.style != plain {
		return false
	}
	end := s.extend(i)
	if end == i+1 {
		return false
	}
	last := s.word(end - 1)
	return s.word(i).of == extract.Org && s.doc.Is(i+1, "of") || last.head == extract.Org && s.doc.Tokens[i].Class == extract.ClassTitle && s.doc.Tags[i].POS != extract.ADP && s.isNounTag(i)
}

func (s *scanner) isNounTag(i int32) bool {
	p := s.doc.Tags[i].POS
	return p == extract.NOUN || p == extract.PROPN || p == extract.ADJ
}

// isLowerTag tells whether the tagger holds token i for a word that is never a
// name: an adverb, a verb, a preposition.
func (s *scanner) isLowerTag(i int32) bool {
	switch s.doc.Tags[i].POS {
	case extract.ADP, extract.ADV, extract.AUX, extract.CCONJ, extract.DET, extract.PRON, extract.SCONJ, extract.INTJ, extract.NUM, extract.PART:
		return true
	case extract.VERB:
		return s.doc.Tags[i].Penn == extract.PennVBG
	}
	return false
}

func (s *scanner) isArticle(i int32) bool {
	return s.doc.Is(i, "the") || s.doc.Is(i, "a") && s.doc.Tags[i].POS == extract.DET
}

// title returns the row and the end of the title of persons that starts at token i.
func (s *scanner) title(i, limit int32) (row int, end int32, ok bool) {
	if !s.capital(i) {
		return 0, i, false
	}
	return s.words.titles.LongestFunc(s.doc, i, func(_ int, end int32) bool {
		return end <= limit && s.doc.Tokens[end-1].Class != extract.ClassLower
	})
}

// extend returns the end of the run of capitals that starts at token i.
func (s *scanner) extend(i int32) int32 {
	end := s.piece(i)
	for end < s.sentence.End && end-i < longestName {
		next := s.link(i, end)
		if next == end {
			break
		}
		end = next
	}
	return end
}

// piece returns the end of the title, the known name or the single word that
// starts at token i.
func (s *scanner) piece(i int32) int32 {
	end := i + 1
	if _, e, ok := s.known(i, s.sentence.End, s.style); ok {
		end = e
	}
	if _, e, ok := s.title(i, s.sentence.End); ok {
		end = max(end, e)
	}
	if s.arabic(i) {
		end = max(end, i+3)
	}
	return end
}

// goesOn tells whether token i can continue a name.
func (s *scanner) goesOn(i int32) bool {
	if i >= s.sentence.End || !s.capital(i) {
		return false
	}
	w := s.word(i)
	if s.style == plain || w.flags&isCommon == 0 {
		return true
	}
	return s.style == titled && w.head != extract.EntityUnknown && !(i+1 < s.sentence.End && s.capital(i+1))
}

// link returns the end of the name [start,end) with what follows it joined, or
// end when nothing does.
func (s *scanner) link(start, end int32) int32 {
	if s.goesOn(end) || s.arabic(end) {
		return s.piece(end)
	}
	before, here := s.word(end-1), s.doc.Tokens[end]
	switch {
	case here.Class == extract.ClassPunct && s.doc.Word(end) == "-" && end > start+1 && s.isSyllable(end+1):
		return end + 2
	case here.Class == extract.ClassPunct && s.doc.Word(end) == "-" && s.doc.Glued(end) && s.doc.Glued(end+1) && s.goesOn(end+1),
		s.doc.Word(end) == "&" && s.goesOn(end+1):
		return end + 2
	case s.doc.Word(end) == "plc":
		return end + 1
	case s.doc.Is(end, "of") || s.doc.Is(end, "for"):
		if before.of == extract.EntityUnknown {
			return s.joinsLaw(end)
		}
		if s.goesOn(end + 1) {
			return end + 2
		}
		if s.doc.Is(end+1, "the") && s.goesOn(end+2) {
			return end + 3
		}
	case s.doc.Is(end, "and"):
		if s.goesOn(end+1) && s.joinsOffice(start, end) {
			return end + 2
		}
	case here.Class == extract.ClassLower && s.word(end).flags&isParticle != 0 && s.style != shouted:
		if s.goesOn(end + 1) {
			return end + 2
		}
		if end+1 < s.sentence.End && s.word(end+1).flags&isParticle != 0 && s.goesOn(end+2) {
			return end + 3
		}
	case s.apostrophe(end) && before.flags&isOwner != 0 && s.goesOn(end+1):
		return end + 2
	}
	return end
}

// joinsLaw returns the end of the name of a law after the "of" or "for" at token
// i: "Proceeds [of Crime Act]"; i when there is none.
func (s *scanner) joinsLaw(i int32) int32 {
	end := i + 1
	for end < s.sentence.End && end < i+6 && s.capital(end) && s.doc.Tokens[end].Class == extract.ClassTitle {
		if end > i+1 && s.word(end).head == extract.Work && s.word(end).of == extract.Work {
			return end + 1
		}
		end++
	}
	return i
}

// isSyllable tells whether token i is the small second half of a given name:
// the "un" of "Kim Jong-un".
func (s *scanner) isSyllable(i int32) bool {
	return i < s.sentence.End && s.doc.Glued(i-1) && s.doc.Glued(i) && s.doc.Tokens[i].Class == extract.ClassLower && s.word(i).flags&isSyllable != 0
}

// joinsOffice tells whether "and" goes on inside the name of an office:
// "Department of Health and Social Care", "Safety and Inspection Service", but
// not "University of Velm and Arvana".
func (s *scanner) joinsOffice(start, end int32) bool {
	if _, _, known := s.known(end+1, s.sentence.End, s.style); known || s.word(end-1).flags&isCommon == 0 {
		return false
	}
	for i := start + 1; i < end-1; i++ {
		if s.doc.Is(i, "of") || s.doc.Is(i, "for") {
			return s.word(i-1).of == extract.Org
		}
	}
	last := end + 1
	for last < s.sentence.End && last < end+6 && s.capital(last) {
		last++
	}
	return last > end+2 && s.word(end-1).head == extract.EntityUnknown && s.word(last-1).head == extract.Org
}
