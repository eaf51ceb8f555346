package quantity

import (
	"slices"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

var (
	// measuring are the prepositions between a measure and the measured:
	// "64 GB of storage", "$12,000 for a roof".
	measuring = lexicon.NewSet("of", "for", "in", "on", "from", "off")
	// measured are those between the measured and its measure: "a speed of 20
	// mph", "a fine up to $5".
	measured = lexicon.NewSet("of", "at", "to", "is", "was", "by", "in", "from", "with", "between")
)

// maxConcepts bounds the concepts of one quantity.
const maxConcepts = 4

// conceptsOf returns what a quantity is about: the noun that it measures, then
// the subject of its verb.
func (r reader) conceptsOf(q *extract.Quantity, core extract.TokenRange) []extract.TokenRange {
	var found []extract.TokenRange
	add := func(t extract.TokenRange) {
		if t = r.withoutNumber(r.stripped(t)); !r.isNumeric(t) && !t.Empty() && !t.Overlaps(q.TokenRange) && !slices.Contains(found, t) && len(found) < maxConcepts {
			found = append(found, t)
		}
	}
	beside := r.beside(q.Start)
	add(beside)
	if q.Counted.Empty() && (beside.Empty() || r.class(core.End) == extract.ClassLower) {
		if c, ok := r.countedAt(r.pastHyphen(core.End)); ok {
			add(c.TokenRange)
			add(r.partOf(c.TokenRange, int32(len(r.Tokens))))
		} else {
			add(r.after(r.pastBracket(core.End)))
		}
	} else if r.isNoun(core.End) && !q.Counted.Empty() { // "a 12 page report"
		if c, ok := r.countedAt(core.End); ok {
			add(c.TokenRange)
		}
	}
	before := r.before(q.Start)
	if before.Empty() && q.Kind == extract.Money && r.form(q.Start-1) == formFor { // "sold the barn for $5"
		before = r.chunkEnding(q.Start - 1)
	}
	add(before)
	if q.Kind == extract.Age && len(found) > 0 {
		return found // "the 15-year-old students"
	}
	subject := r.subjectOf(q.Start)
	add(subject)
	add(r.partOf(subject, q.Start))
	return found
}

// attaching are the prepositions that join a noun phrase to a noun.
var attaching = lexicon.NewSet("of", "in", "on", "from")

// partOf returns the noun phrase that a preposition joins to a phrase before
// token end: "prices" for "the pace of prices".
func (r reader) partOf(t extract.TokenRange, end int32) extract.TokenRange {
	if t.Empty() || !attaching.HasToken(r.Document, t.End) {
		return extract.TokenRange{}
	}
	if k, ok := r.chunkAt(t.End + 1); ok && r.Chunks[k].Kind == extract.NounPhrase && r.Chunks[k].End <= end {
		return r.Chunks[k].TokenRange
	}
	return extract.TokenRange{}
}

// chunkEnding returns the noun phrase that ends at token i.
func (r reader) chunkEnding(i int32) extract.TokenRange {
	if k, ok := r.chunkAt(i - 1); ok && r.Chunks[k].Kind == extract.NounPhrase && r.Chunks[k].End == i {
		return r.Chunks[k].TokenRange
	}
	return extract.TokenRange{}
}

// withoutNumber returns what a phrase that opens with a quantity counts:
// "people" for "27 people"; nothing for "31 yards".
func (r reader) withoutNumber(t extract.TokenRange) extract.TokenRange {
	for n := 1; n <= maxInherit && n <= len(r.Quantities); n++ {
		q := &r.Quantities[len(r.Quantities)-n]
		if !q.Overlaps(t) {
			continue
		}
		if !q.Counted.Empty() && t.Covers(q.Counted) {
			return extract.TokenRange{Start: q.Counted.Start, End: t.End}
		}
		if q.Start <= t.Start && q.End < t.End {
			return r.stripped(extract.TokenRange{Start: r.pastHyphen(q.End), End: t.End})
		}
	}
	if n, ok := r.numberAt(t.Start); ok && n.Kind != extract.Ordinal {
		t.Start = min(t.End, r.pastHyphen(r.measureOf(n).End))
	}
	return t
}

// isNumeric tells whether a phrase is but a number or date: "$6.78 billion".
func (r reader) isNumeric(t extract.TokenRange) bool {
	if t.Empty() {
		return true
	}
	if x, ok := r.timexAt(t); ok && x.Covers(t) {
		return true
	}
	for n := 1; n <= maxInherit && n <= len(r.Quantities); n++ {
		if q := &r.Quantities[len(r.Quantities)-n]; q.Covers(t) && q.Counted.Empty() && q.Kind != extract.Age {
			return true
		}
	}
	for k := t.Start; k < t.End; k++ {
		if r.tag(k).Penn.IsNoun() || r.class(k).IsCapital() && r.class(k) != extract.ClassUpper {
			return false
		}
	}
	return true
}

// after returns the noun phrase of "of storage" at token i.
func (r reader) after(i int32) extract.TokenRange {
	if !measuring.HasToken(r.Document, i) {
		return extract.TokenRange{}
	}
	if k, ok := r.chunkAt(i + 1); ok && r.Chunks[k].Kind == extract.NounPhrase {
		return r.Chunks[k].TokenRange
	}
	return extract.TokenRange{}
}

// pastBracket returns the place after a short bracket at token i: "450 Nm (332
// lb-ft) of torque".
func (r reader) pastBracket(i int32) int32 {
	if !r.Is(i, "(") {
		return i
	}
	for k := i + 1; k < r.sentenceEnd(i, maxPhrase); k++ {
		if r.Is(k, ")") {
			return k + 1
		}
	}
	return i
}

// beside returns the noun phrase right before the quantity at token i, as in
// captions and short news: "FTSE -0.6%", "shares (up 3%)".
func (r reader) beside(i int32) extract.TokenRange {
	at := i - 1
	for n := 0; n < 2 && (r.Is(at, "(") || r.Is(at, ":") || r.form(at) == formUp || r.form(at) == formDown || r.Is(at, "worth")); n++ {
		at--
	}
	if k, ok := r.chunkAt(at); ok && r.Chunks[k].Kind == extract.NounPhrase && r.Chunks[k].End <= i {
		return r.Chunks[k].TokenRange
	}
	return extract.TokenRange{}
}

// before returns the noun phrase that "of" joins to the quantity at token i:
// "a fine of $5".
func (r reader) before(i int32) extract.TokenRange {
	if r.Is(i-1, "(") || !measured.HasToken(r.Document, i-1) {
		return extract.TokenRange{}
	}
	if k, ok := r.chunkAt(i - 2); ok && r.Chunks[k].Kind == extract.NounPhrase {
		return r.Chunks[k].TokenRange
	}
	return extract.TokenRange{}
}

// maxChunks bounds the way back to the subject.
const maxChunks = 12

// subjectOf returns the subject of the verb before token i, in its sentence:
// the last noun phrase before the verb that follows no preposition.
func (r reader) subjectOf(i int32) extract.TokenRange {
	s := r.SentenceAt(i)
	if s < 0 {
		return extract.TokenRange{}
	}
	first := r.Sentences[s].Start
	k, _ := slices.BinarySearchFunc(r.Chunks, i, func(c extract.Chunk, at int32) int { return int(c.Start - at) })
	verb := false
	for n := 0; n < maxChunks && k > 0; n++ {
		k--
		c := r.Chunks[k]
		if c.Start < first {
			break
		}
		switch {
		case c.Kind == extract.VerbGroup:
			verb = true
		case !verb || r.isNumeric(c.TokenRange) && r.tag(c.Head).POS != extract.PRON:
		case relatives.HasToken(r.Document, c.Head) && k > 0 && r.Chunks[k-1].Start >= first:
			return r.Chunks[k-1].TokenRange
		case r.tag(c.Head).POS == extract.PRON:
			return extract.TokenRange{}
		case r.tag(c.Start-1).POS == extract.ADP:
		case k > 0 && r.tag(c.Start-1).POS == extract.CCONJ && r.Chunks[k-1].Kind == extract.NounPhrase && r.Chunks[k-1].End == c.Start-1:
			if r.tag(r.Chunks[k-1].Start-1).POS != extract.ADP {
				return extract.TokenRange{Start: r.Chunks[k-1].Start, End: c.End} // "Ames and Lowe have"
			}
		default:
			return c.TokenRange
		}
	}
	return extract.TokenRange{}
}

// relatives stand for the noun before them.
var relatives = lexicon.NewSet("who", "which", "that")

// chunkAt returns the chunk that holds token i.
func (r reader) chunkAt(i int32) (int, bool) {
	k, exact := slices.BinarySearchFunc(r.Chunks, i, func(c extract.Chunk, at int32) int { return int(c.Start - at) })
	if !exact {
		k--
	}
	return k, k >= 0 && r.Chunks[k].Contains(i)
}

// stripped returns a noun phrase without determiners and possessives at its
// start; pronouns leave nothing.
func (r reader) stripped(t extract.TokenRange) extract.TokenRange {
	for !t.Empty() {
		tag := r.tag(t.Start)
		if tag.POS != extract.DET && tag.POS != extract.PRON && tag.POS != extract.PUNCT && tag.POS != extract.PART {
			break
		}
		t.Start++
	}
	return t
}
