package quantity

import (
	"slices"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

var (
	// measuring are the prepositions between a measure and the measured:
	// "64 GB of storage", "$12,000 for a roof".
	measuring = lexicon.NewSet("of", "for", "in", "on", "from")
	// measured are those between the measured and its measure: "a speed of 20
	// mph", "a fine up to $5".
	measured = lexicon.NewSet("of", "at", "to", "is", "was", "by", "in", "from", "with", "between")
)

// maxConcepts bounds the concepts of one quantity.
const maxConcepts = 3

// conceptsOf returns what a quantity is about: the noun that it measures, then
// the subject of its verb.
func (r reader) conceptsOf(q *extract.Quantity, core extract.TokenRange) []extract.TokenRange {
	var found []extract.TokenRange
	add := func(t extract.TokenRange) {
		if t = r.stripped(t); !r.isNumeric(t) && !t.Empty() && !t.Overlaps(q.TokenRange) && !slices.Contains(found, t) && len(found) < maxConcepts {
			found = append(found, t)
		}
	}
	if q.Counted.Empty() {
		if c, ok := r.countedAt(r.pastHyphen(core.End)); ok {
			add(c.TokenRange)
		} else {
			add(r.after(core.End))
		}
	}
	add(r.before(q.Start))
	add(r.subjectOf(q.Start))
	return found
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
		if q := &r.Quantities[len(r.Quantities)-n]; q.Covers(t) && q.Counted.Empty() {
			return true
		}
	}
	switch r.tag(t.End - 1).Penn {
	case extract.PennCD, extract.PennDollar:
		return true
	}
	return r.class(t.End-1) == extract.ClassSymbol
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
		case verb && !r.isNumeric(c.TokenRange) && r.tag(c.Start-1).POS != extract.ADP && r.tag(c.Head).POS != extract.PRON:
			return c.TokenRange
		}
	}
	return extract.TokenRange{}
}

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
