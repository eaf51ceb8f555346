package quantity

import (
	"slices"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// maxConj bounds the words of what is joined to a noun by "and" or a participle.
const maxConj = 6

// phraseOf returns the phrase of a noun with what stands before it and what
// hangs on it by a preposition or a participle; clauses with a verb and what
// stands beside it between commas are left out, as is what holds the quantity
// at token q.
func (r reader) phraseOf(noun, q int32) extract.TokenRange {
	t := extract.TokenRange{Start: noun, End: noun + 1}
	children := r.tree.Children(noun)
	split, _ := slices.BinarySearch(children, noun)
	for k := split - 1; k >= 0; k-- {
		at := r.tree.Range(children[k])
		if !r.isBefore(children[k]) || at.End < t.Start-1 {
			break
		}
		t.Start = min(t.Start, at.Start)
	}
	for _, child := range children[split:] {
		at := r.tree.Range(child)
		if !r.isAfter(child, at, q) || at.Start > t.End {
			break
		}
		t.End = max(t.End, at.End)
	}
	t.End = r.complemented(noun, t.End)
	if m, ok := r.nameAt(noun); ok {
		t.Start, t.End = min(t.Start, m.Start), max(t.End, m.End)
	}
	for k := noun + 1; k < t.End; k++ {
		if r.Is(k, ",") || r.Is(k, "(") || r.Is(k, ":") || r.Is(k, ";") || k == noun+2*maxPhrase {
			t.End = k
		}
	}
	for k := noun - 1; k >= t.Start; k-- {
		if r.Is(k, ",") || r.Is(k, ":") || r.Is(k, ";") || k == noun-2*maxPhrase {
			t.Start = k + 1
		}
	}
	return t
}

// relational are nouns that say little without the phrase of a preposition
// after them.
var (
	relational = lexicon.NewSet("stake", "share", "interest", "holding", "rise", "increase", "jump", "surge", "growth", "drop",
		"fall", "decline", "decrease", "reduction", "cut", "slump", "change", "tax", "duty", "tariff", "levy", "charge", "limit",
		"cap", "ban", "discount", "investment", "demand")
	complementing = lexicon.NewSet("in", "on", "for", "of", "to")
)

// complemented returns the end of a phrase with the complement of its noun, which the
// tree may have hung on the verb: "a 51 per cent stake in a school".
func (r reader) complemented(noun, end int32) int32 {
	if end != noun+1 || !relational.Has(extract.FormOf(r.tag(noun).Lemma)) || !complementing.HasToken(r.Document, end) || r.tree.Relation(end) != extract.RelCase {
		return end
	}
	head := r.tree.Head(end)
	if head <= end || !r.tag(head).Penn.IsNoun() {
		return end
	}
	return r.tree.Range(head).End
}

// isBefore tells whether a word before its noun belongs to the phrase.
func (r reader) isBefore(child int32) bool {
	switch r.tree.Relation(child) {
	case extract.RelAmod, extract.RelCompound, extract.RelNmod, extract.RelNmodDesc, extract.RelNmodUnmarked, extract.RelNummod,
		extract.RelFlat, extract.RelGoeswith, extract.RelAdvmod:
		return true
	case extract.RelNmodPoss:
		return r.tag(child).POS != extract.PRON
	case extract.RelPunct:
		return r.form(child) == formHyphen
	}
	return false
}

// isAfter tells whether what hangs on a noun from behind belongs to its phrase.
func (r reader) isAfter(child int32, at extract.TokenRange, q int32) bool {
	switch r.tree.Relation(child) {
	case extract.RelNmod:
		return !periods.HasToken(r.Document, child) || r.Is(at.Start, "of")
	case extract.RelCompound, extract.RelFlat, extract.RelNmodDesc, extract.RelAmod,
		extract.RelFixed, extract.RelGoeswith, extract.RelNummod, extract.RelCase:
		return true
	case extract.RelAcl:
		penn := r.tag(child).Penn
		return penn.IsVerb() && (penn == extract.PennVBN || penn == extract.PennVBG || at.Len() == 1) && at.Len() <= maxConj && !at.Contains(q)
	case extract.RelConj:
		return at.Len() <= maxConj && !at.Contains(q)
	case extract.RelAppos:
		return !r.Is(at.Start-1, ",") && !r.Is(at.Start-1, "(") && r.tag(child).POS == extract.PROPN && at.Len() <= maxConj // "her daughter Ann Lee"
	case extract.RelPunct:
		return r.form(child) == formHyphen
	}
	return false
}

// periods are the nouns that tell when: no part of what is measured, as in
// "revenue in the quarter".
var periods = lexicon.NewSet("quarter", "half", "year", "month", "week", "day", "period", "season", "decade", "century")

// stripped returns a phrase without what is no part of a noun phrase at either
// end: determiners, possessives, prepositions, signs.
func (r reader) stripped(t extract.TokenRange) extract.TokenRange {
	for !t.Empty() && r.isEdge(t.Start) {
		t.Start++
	}
	if t.Len() > 1 && r.isPlanning(t.End-1) {
		t.End--
	}
	for !t.Empty() && (r.isEdge(t.End-1) || r.tag(t.End-1).POS == extract.ADV) {
		t.End--
	}
	return t
}

// isPlanning tells whether the tagger took the verb before an infinitive for a
// plural: "the firm plans to hire".
func (r reader) isPlanning(i int32) bool {
	return r.tag(i).Penn == extract.PennNNS && r.tag(i-1).POS != extract.ADJ && planning.HasToken(r.Document, i) && r.form(i+1) == formTo && r.tag(i+2).Penn == extract.PennVB
}

var planning = lexicon.NewSet("plans", "hopes", "aims", "needs", "wants", "claims", "promises", "pledges", "offers", "attempts",
	"looks", "moves", "threatens", "votes", "continues", "starts", "helps", "works")

// isEdge tells whether a word opens or closes no noun phrase that names
// something.
func (r reader) isEdge(i int32) bool {
	switch r.tag(i).POS {
	case extract.DET, extract.PRON, extract.PUNCT, extract.PART, extract.ADP, extract.CCONJ, extract.SCONJ, extract.AUX:
		return true
	}
	return false
}

// isNumeric tells whether a phrase is but a date or holds no name and no noun.
func (r reader) isNumeric(t extract.TokenRange) bool {
	if x, ok := r.timexAt(t); ok && x.Covers(t) {
		return true
	}
	for k := t.Start; k < t.End; k++ {
		if r.tag(k).Penn.IsNoun() || r.tag(k).Penn == extract.PennVBG || r.tag(k).POS == extract.ADJ || r.class(k).IsCapital() && r.class(k) != extract.ClassUpper {
			return false
		}
	}
	return true
}

// chunkAt returns the chunk that holds token i.
func (r reader) chunkAt(i int32) (int, bool) {
	k, exact := slices.BinarySearchFunc(r.Chunks, i, func(c extract.Chunk, at int32) int { return int(c.Start - at) })
	if !exact {
		k--
	}
	return k, k >= 0 && r.Chunks[k].Contains(i)
}
