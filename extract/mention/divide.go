package mention

import "github.com/factline/factline/extract"

// divide adds the names of one run of capitals: "US | Secretary of State |
// Mike Pompeo" holds two, and a title that is no part of either.
func (s *scanner) divide(run extract.TokenRange, initial bool) {
	for p := run.Start; p < run.End; {
		if _, end, ok := s.known(p, run.End, s.style); ok && (end > p+1 || end == run.End) {
			p = end
			continue
		}
		row, end, ok := s.title(p, run.End)
		if !ok || s.keepsTitle(p, end, run) {
			p++
			continue
		}
		if p > run.Start {
			s.split(extract.TokenRange{Start: run.Start, End: p}, initial, nil)
		}
		if end < run.End {
			s.honoured(extract.TokenRange{Start: end, End: run.End}, &s.words.honours[row])
		}
		return
	}
	s.split(run, initial, nil)
}

// honoured adds the name after a title; more titles may follow it.
func (s *scanner) honoured(run extract.TokenRange, honour *extract.Gender) {
	if s.doc.Tokens[run.Start].Class == extract.ClassLower && !s.arabic(run.Start) { // "King of Arvana"
		for run.Len() > 0 && s.doc.Tokens[run.Start].Class == extract.ClassLower {
			run.Start++
		}
		if run.Len() > 0 {
			s.split(run, false, nil)
		}
		return
	}
	for run.Len() > 0 {
		row, end, ok := s.title(run.Start, run.End)
		if _, e, known := s.known(run.Start, run.End, s.style); !ok || known && e > end {
			break
		}
		run.Start = end
		if g := &s.words.honours[row]; *g != extract.GenderUnknown {
			honour = g
		}
	}
	if run.Len() > 0 {
		s.split(run, false, honour)
	}
}

// keepsTitle tells whether a title is part of a longer name: "[Queen] Elizabeth
// Hospital", "[Justice] Department".
func (s *scanner) keepsTitle(start, end int32, run extract.TokenRange) bool {
	return start == run.Start && end < run.End && s.word(run.End-1).head != extract.EntityUnknown && !s.given(end, run.End)
}

// given tells whether a given name stands at token i, with more words after it.
func (s *scanner) given(i, limit int32) bool {
	return i+1 < limit && s.word(i).flags&isGiven != 0
}

// split adds a run without titles, cut after a leading name of a nation or
// place that only describes the next: "Australian | Kyle Arvin".
func (s *scanner) split(run extract.TokenRange, initial bool, honour *extract.Gender) {
	row, end, ok := s.known(run.Start, run.End, s.style)
	if ok && end < run.End && honour == nil {
		rest := extract.TokenRange{Start: end, End: run.End}
		_, restEnd, restKnown := s.known(end, run.End, s.style)
		describes := s.words.known[row].kind == extract.Norp || s.words.known[row].kind == extract.Place
		switch {
		case s.word(end).flags&isParticle != 0, s.doc.Tokens[end].Class == extract.ClassPunct, s.doc.Tokens[end].Class == extract.ClassLower:
		case s.word(run.End-1).head != extract.EntityUnknown && !s.given(end, run.End):
		case s.word(end).of == extract.Org && end+1 < run.End && s.doc.Is(end+1, "of"): // "U.S. Department of Health"
		case s.given(end, run.End) && s.word(run.Start).flags&isGiven == 0, describes && restKnown && restEnd == run.End,
			describes && s.words.known[row].upper && rest.Len() > 1:
			s.add(extract.TokenRange{Start: run.Start, End: end}, initial, nil)
			s.split(rest, false, nil)
			return
		}
	}
	s.add(run, initial, honour)
}

// add adds one name unless its words rule it out.
func (s *scanner) add(at extract.TokenRange, initial bool, honour *extract.Gender) {
	row, end, ok := s.known(at.Start, at.End, s.style)
	if !ok || end != at.End {
		row = -1
	}
	if row < 0 && honour == nil && (s.allCommon(at) && !s.isClub(at, initial) || s.isTicker(at)) {
		return
	}
	if row >= 0 && s.words.known[row].ambiguous() && (initial || s.style != plain) && at.Len() == 1 {
		return
	}
	n := name{TokenRange: at, sentence: s.sentence, style: s.style, initial: initial, row: row, gender: s.word(at.Start).gender}
	if honour != nil {
		n.honoured = true
		if *honour != extract.GenderUnknown {
			n.gender = *honour
		}
	}
	s.names = append(s.names, n)
}

// isClub tells whether a common word may be the last one of a club, by which
// the text calls it: "United". Without that club it is dropped again; see votes.
func (s *scanner) isClub(at extract.TokenRange, initial bool) bool {
	return at.Len() == 1 && s.style == plain && !initial && s.word(at.Start).head == extract.Org && s.doc.Tokens[at.Start].Class == extract.ClassTitle &&
		at.Start > s.sentence.Start && s.doc.Tags[at.Start-1].POS != extract.DET && s.doc.Tags[at.Start-1].POS != extract.ADP
}

// isTicker tells whether a name is the code of a share: "[VLM.O]", "<VLM.O>".
func (s *scanner) isTicker(at extract.TokenRange) bool {
	if at.Len() > 1 || at.Start == 0 {
		return false
	}
	before := s.doc.Word(at.Start - 1)
	return (before == "[" || before == "<") && s.doc.Tokens[at.Start].Class == extract.ClassUpper && s.doc.Glued(at.Start)
}

// allCommon tells whether a run is made of common words alone and so is more
// likely stressed than named: "Climate Change". Words that end or start names
// make one all the same: "Supreme Court".
func (s *scanner) allCommon(at extract.TokenRange) bool {
	for i := at.Start; i < at.End; i++ {
		t := s.doc.Tokens[i]
		if t.Class.IsCapital() && s.word(i).flags&isCommon == 0 {
			return t.End-t.Start < 2
		}
	}
	return at.Len() == 1 || s.word(at.End-1).head == extract.EntityUnknown && !s.doc.Is(at.Start+1, "of")
}
