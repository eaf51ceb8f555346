package timex

import (
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// Where the date line of an article may stand, and how long it may be, in
// paragraphs and tokens.
const (
	headParagraphs  = 8
	longestDateLine = 24
)

// datelineWords stand in a date line beside the date: "Published: 10 July 2020 at
// 9 am BST".
var datelineWords = lexicon.NewSet("published", "originally", "posted", "updated", "last", "first", "modified", "created", "issued", "date", "on", "at",
	"in", "by", "the", "and", "|", ":", "-", "–", "—", "/", "(", ")", ",", ".", ";", "•", "·")

// dateline returns the day of publication that an article tells itself: in a
// line of its own, "July 10, 2020", behind a name, "By Jane Roe | 10 July 2020",
// or before the first sentence, "LONDON, July 10, 2020 (Reuters) -". A day
// without its year tells none.
func dateline(doc *extract.Document, reader *pattern.Reader) (time.Time, bool) {
	for _, p := range doc.Paragraphs[:min(headParagraphs, len(doc.Paragraphs))] {
		if p.Len() > longestDateLine {
			continue
		}
		if day, ok := dateAlone(doc, reader, p); ok {
			return day, true
		}
	}
	for _, p := range doc.Paragraphs[:min(headParagraphs, len(doc.Paragraphs))] {
		if day, ok := leadDate(doc, reader, p); ok {
			return day, true
		}
	}
	for _, s := range doc.Sentences[:min(2*headParagraphs, len(doc.Sentences))] {
		if s.Role != extract.RoleDateline {
			continue
		}
		for at := s.Start; at < min(s.End, s.Start+longestDateLine); at++ {
			if day, _, ok := dayAlone(doc, reader, at); ok {
				return day, true
			}
		}
	}
	return time.Time{}, false
}

// How many tokens may stand before the date that an article begins with.
const leadTokens = 10

// leadDate returns the date that a paragraph begins with behind a place or an
// agency, and before a dash: "Geneva, 10 July 2020 – The firm said".
func leadDate(doc *extract.Document, reader *pattern.Reader, p extract.TokenRange) (time.Time, bool) {
	if p.Len() == 0 || doc.Tags[p.Start].Penn == extract.PennIN {
		return time.Time{}, false // "On July 10, 2020 - the day of the vote -"
	}
	for at := p.Start; at < min(p.End, p.Start+leadTokens); at++ {
		if day, end, ok := dayAlone(doc, reader, at); ok {
			return day, end < p.End && dashWords.HasToken(doc, end) && doc.Gap(end) != ""
		}
		if !doc.Tokens[at].Class.IsCapital() && doc.Tokens[at].Class != extract.ClassPunct {
			break
		}
	}
	return time.Time{}, false
}

var dashWords = lexicon.NewSet("-", "–", "—", "--")

// dateAlone returns the first date of a paragraph that holds nothing else, but
// for a byline before it, times and the words of date lines.
func dateAlone(doc *extract.Document, reader *pattern.Reader, p extract.TokenRange) (time.Time, bool) {
	var found time.Time
	byline := doc.Is(p.Start, "by")
	for at := p.Start; at < p.End; {
		if day, end, ok := dayAlone(doc, reader, at); ok && end <= p.End {
			if found.IsZero() {
				found = day
			}
			byline, at = false, end
			continue
		}
		if _, m, _, ok := grammar().Longest(reader, at); ok && m.End <= p.End && (!found.IsZero() || isZoned(doc, at)) {
			at = m.End // the time of day
			continue
		}
		if _, end, ok := pointClockAt(doc, at); ok && !found.IsZero() {
			at = end
			continue
		}
		if end := matchZone(doc, at); end > at {
			at = end
			continue
		}
		byline = byline || doc.Is(at, "by")
		word := datelineWords.HasToken(doc, at) || doc.Tokens[at].Class == extract.ClassPunct
		if _, end, ok := clockAt(doc, at); ok {
			at = end
			continue
		}
		if !word && !(byline && doc.Tokens[at].Class.IsCapital()) {
			return time.Time{}, false
		}
		at++
	}
	return found, !found.IsZero()
}

// dayAlone returns the day that the expression at a token tells by itself.
func dayAlone(doc *extract.Document, reader *pattern.Reader, at int32) (published time.Time, end int32, ok bool) {
	mean, m, _, ok := grammar().Longest(reader, at)
	if !ok {
		return time.Time{}, at, false
	}
	c := &context{doc: doc, here: m.TokenRange, sentence: m.TokenRange, paragraph: m.Start}
	r := mean(c)
	if !r.at.known() || r.at.unit > day || !r.at.last.IsZero() || !inCalendar(r.at) {
		return time.Time{}, at, false
	}
	return periodOf(r.at.start, day).start, m.End, true
}

// isZoned tells whether a time of four digits and its zone stand at a token:
// "1515 GMT".
func isZoned(doc *extract.Document, at int32) bool {
	_, end, ok := militaryAt(doc, at)
	return ok && matchZone(doc, end) > end
}
