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
	measured = lexicon.NewSet("of", "at", "to", "is", "was", "by", "in", "from", "with", "between", "for")
)

// maxConcepts bounds the concepts of one quantity.
const maxConcepts = 4

// about collects what a quantity is about.
type about struct {
	reader
	q     *extract.Quantity
	found []extract.TokenRange
}

// concepts tells what the quantity at index i is about: the noun that it
// measures, then the subject of its verb. All quantities are known by then.
func (r reader) concepts(i int) {
	q := &r.Quantities[i]
	switch {
	case q.Kind == extract.Score, q.Kind == extract.Length && (laters.HasToken(r.Document, q.End) || r.Is(q.Start-1, "after")):
		return // "two years later" measures nothing
	case i > 0 && r.isEquivalent(q, &r.Quantities[i-1]):
		before := &r.Quantities[i-1]
		q.Concept = before.Concept
		if before.Kind == extract.Count && before.Covers(before.Counted) && !before.Counted.Empty() { // "four fillets (1 lb)"
			q.Concept = []extract.TokenRange{before.Counted}
		}
		return
	}
	c := about{reader: r, q: q}
	if q.Kind == extract.Age && c.addOwner() {
		q.Concept = c.found
		return
	}
	top := r.topOf(q.TokenRange)
	modified := c.modified(top)
	if q.Kind == extract.Age && modified == extract.None && (r.form(q.End-1) == formOld || r.form(q.End-1) == formOlds) && q.Len() > 2 && r.form(q.End-2) == formHyphen {
		return // "the judge told the 61-year-old" calls a person
	}
	if beside := r.beside(q.Start); q.Counted.Empty() && !beside.Empty() {
		c.addRange(beside, beside.End-1)
		next := q.Kind == extract.Percent && r.tag(q.End).POS == extract.PROPN // of "FTSE -0.6% DAX -1.7%"
		if len(c.found) > 0 && (modified == extract.None || next) && !r.isGoverned(top) {
			q.Concept = c.found
			return
		}
	}
	anchor := top
	if modified != extract.None {
		anchor = modified
	}
	subject := r.subjectOf(anchor)
	if q.Kind == extract.Length {
		c.add(subject) // the trial of "the trial took two weeks of talks"
	}
	if len(c.found) == 0 || q.Kind != extract.Length {
		c.addMeasured(top, modified, anchor)
	}
	counts := q.Kind == extract.Count && !q.Counted.Empty() && r.measuredBefore(anchor) != extract.None // "a survey of 40 farmers"
	one := q.Rule == "one of" && q.Value.Float == 1                                                     // "Lowe is one of the ports"
	if n := len(c.found); !one && (n == 0 || n == 1 && q.Kind != extract.Age && !counts) {
		c.add(subject)
	}
	if i > 0 && r.follows(q, &r.Quantities[i-1]) && (len(c.found) == 0 || len(c.found) < len(r.Quantities[i-1].Concept)) {
		c.found = r.Quantities[i-1].Concept
	}
	if q.Kind != extract.Age {
		c.addLastSubject()
	}
	q.Concept = c.found
}

// follows tells whether a quantity is the level that a change led to or the
// change that led to a level: "up 9.4 per cent to $84", "(9,310.40 up 12.5 points)".
func (r reader) follows(q, before *extract.Quantity) bool {
	word := r.form(q.Start - 1)
	return before.End == q.Start-1 && (word == formTo || word == formFrom || word == formUp || word == formDown)
}

// laters are the words that make a distance in time of a duration.
var laters = lexicon.NewSet("later", "earlier", "ago", "before", "after", "from")

// isGoverned tells whether a quantity hangs on a verb.
func (r reader) isGoverned(top int32) bool {
	h := r.tree.Head(top)
	return h != extract.None && r.tag(h).Penn.IsVerb()
}

// modified returns the noun after the quantity that it describes.
func (c *about) modified(top int32) int32 {
	if noun := c.modifiedBy(top, c.q.End); noun != extract.None {
		return noun
	}
	if c.q.Counted.Empty() || c.q.Rule == "members" || c.isNoun(c.q.End) {
		if phrase, ok := c.countedAt(c.pastHyphen(max(c.q.End, c.q.Counted.End))); ok && !c.isTime(phrase.head) {
			return phrase.head
		}
	}
	return extract.None
}

// isTime tells whether token i is part of a date or time.
func (r reader) isTime(i int32) bool {
	_, ok := r.timexAt(extract.TokenRange{Start: i, End: i + 1})
	return ok
}

// addMeasured adds the nouns that a quantity is the measure of.
func (c *about) addMeasured(top, modified, anchor int32) {
	if !c.q.Covers(c.q.Counted) || c.q.Counted.Empty() {
		c.add(c.measuredAfter(c.q, top))
	}
	c.add(modified)
	rel := c.tree.Relation(anchor)
	if noun := c.measuredBefore(anchor); !sums.HasToken(c.Document, noun) && (modified == extract.None || rel != extract.RelNmod && rel != extract.RelAppos) {
		c.add(noun) // but not the van of "a van with a 60 litre tank"
	}
}

// sums are nouns before "of" that name nothing: "a total of $5".
var sums = lexicon.NewSet("total", "equivalent", "maximum", "minimum", "combined", "front", "place", "part")

// topOf returns the token of a quantity that the others hang on, a noun or
// sign before others.
func (r reader) topOf(core extract.TokenRange) int32 {
	top := core.End - 1
	for k := core.Start; k < core.End; k++ {
		if h := r.tree.Head(k); h == extract.None || !core.Contains(h) {
			top = k
			if r.tag(k).Penn.IsNoun() || r.tag(k).POS == extract.SYM {
				break
			}
		}
	}
	return top
}

// add adds the phrase of a noun.
func (c *about) add(noun int32) {
	if noun == extract.None || c.q.Contains(noun) || c.tag(noun).POS == extract.PRON || c.tag(noun).POS == extract.DET {
		return
	}
	if i, ok := c.quantityAt(noun); ok && c.Quantities[i].Kind == extract.Age {
		c.addPiece(c.Quantities[i].TokenRange) // "A 60-year-old might withdraw 2.7%"
		return
	}
	c.addRange(c.phraseOf(noun, c.q.Start), noun)
}

// quantityAt returns the index of the quantity that holds token i, or else of
// the next one.
func (r reader) quantityAt(i int32) (int, bool) {
	k, _ := slices.BinarySearchFunc(r.Quantities, i, func(q extract.Quantity, at int32) int { return int(q.End - 1 - at) })
	return k, k < len(r.Quantities) && r.Quantities[k].Contains(i)
}

// addRange adds the phrase of a noun without the quantities in it: both words
// of "the best $200 phones", but no more after the noun.
func (c *about) addRange(t extract.TokenRange, noun int32) {
	i, _ := c.quantityAt(t.Start)
	for ; i < len(c.Quantities) && c.Quantities[i].Start < t.End && t.Start <= noun; i++ {
		cut := c.Quantities[i].TokenRange
		if counted := c.Quantities[i].Counted; counted.Contains(noun) {
			cut.End = counted.Start // "the heirs of 12 farmers"
		}
		c.addPiece(extract.TokenRange{Start: t.Start, End: cut.Start})
		t.Start = max(t.Start, cut.End)
	}
	if t.Start <= noun {
		c.addPiece(t)
	}
}

// addPiece adds a phrase that holds no number.
func (c *about) addPiece(t extract.TokenRange) {
	if t = c.stripped(t); t.Empty() || t.Overlaps(c.q.TokenRange) || t.Overlaps(c.q.Counted) || c.isNumeric(t) || len(c.found) == maxConcepts {
		return
	}
	for _, other := range c.found {
		if other.Overlaps(t) {
			return
		}
	}
	c.found = append(c.found, t)
}

// measuredAfter returns the noun of "64 GB of storage" after the quantity.
func (r reader) measuredAfter(q *extract.Quantity, top int32) int32 {
	i := r.pastBracket(q.End)
	if !measuring.HasToken(r.Document, i) || r.tree.Relation(i) != extract.RelCase {
		return extract.None
	}
	noun := r.tree.Head(i)
	if near := r.form(i) == formOf || r.form(i) == formFor; !near && q.Unit.Dimension == "length" {
		return extract.None // "40 miles from the sea"
	}
	if noun <= i || !r.tag(noun).Penn.IsNoun() || dimensions.HasToken(r.Document, noun) || !takers.HasToken(r.Document, i) && r.tree.Head(noun) != top {
		return extract.None
	}
	return noun
}

// takers are the prepositions whose noun is what is measured even where the
// tree hangs it on the verb: "wiped $5m off its value".
var takers = lexicon.NewSet("of", "for", "from", "off")

// dimensions are what a measure is in: "18 metres in length".
var dimensions = lexicon.NewSet("depth", "height", "length", "width", "diameter", "circumference", "size", "area", "weight",
	"thickness", "volume", "cash", "advance", "average")

// modifiedBy returns the noun after token end that a quantity describes: "a 12
// page report".
func (r reader) modifiedBy(top, end int32) int32 {
	noun := int32(extract.None)
	for at := top; ; {
		switch r.tree.Relation(at) {
		case extract.RelNummod, extract.RelCompound, extract.RelAmod, extract.RelNmodUnmarked, extract.RelNmodDesc, extract.RelAdvmod,
			extract.RelOblUnmarked, extract.RelDet, extract.RelFlat:
		default:
			return noun
		}
		at = r.tree.Head(at)
		if at < end || at >= end+maxPhrase || !r.tag(at).Penn.IsNoun() {
			return noun
		}
		noun = at
	}
}

// measuredBefore returns the noun that a quantity is the measure of: "a fine of
// $5", "a larger battery, 4500 mAh", "sold the barn for $5".
func (r reader) measuredBefore(anchor int32) int32 {
	head := r.tree.Head(anchor)
	if head == extract.None || head > anchor {
		return extract.None
	}
	switch r.tree.Relation(anchor) {
	case extract.RelNmod:
		if p := r.tree.Child(anchor, extract.RelCase); p != extract.None && measured.HasToken(r.Document, p) && r.tag(head).Penn.IsNoun() {
			return head
		}
	case extract.RelAppos, extract.RelDep, extract.RelParataxis, extract.RelNmodUnmarked, extract.RelList:
		if r.tag(head).Penn.IsNoun() {
			return head
		}
	case extract.RelObl:
		if p := r.tree.Child(anchor, extract.RelCase); measured.HasToken(r.Document, p) && r.form(p) != formIn {
			return r.tree.Child(head, extract.RelObj) // "cut the price to $5"
		}
	}
	return extract.None
}

// maxClimb bounds the way up to the subject.
const maxClimb = 8

// subjectOf returns the subject of the clause of token i; None where the token
// stands in the subject itself.
func (r reader) subjectOf(i int32) int32 {
	for at, n := i, 0; n < maxClimb; n++ {
		if s := r.tree.Child(at, extract.RelNsubj, extract.RelNsubjPass, extract.RelNsubjOuter); s != extract.None && s != i {
			if relatives.HasToken(r.Document, s) && r.tree.Relation(at) == extract.RelAclRelcl {
				return r.tree.Head(at)
			}
			if r.resumes(s, at) { // "The firm said it has"
				i, at = s, r.tree.Head(at)
				continue
			}
			return s
		}
		head := r.tree.Head(at)
		switch r.tree.Relation(at) {
		case extract.RelNsubj, extract.RelNsubjPass, extract.RelCsubj, extract.RelRoot, extract.RelCcomp, extract.RelParataxis:
			return extract.None
		case extract.RelAcl, extract.RelAclRelcl:
			return head
		case extract.RelXcomp:
			if o := r.tree.Child(head, extract.RelObj); o != extract.None {
				return o
			}
		}
		if head == extract.None {
			return extract.None
		}
		at = head
	}
	return extract.None
}

// addLastSubject adds the last subject before the quantity where the tree tells
// nothing.
func (c *about) addLastSubject() {
	s := c.SentenceAt(c.q.Start)
	for k := c.q.Start - 1; len(c.found) == 0 && s >= 0 && k >= max(c.Sentences[s].Start, c.q.Start-maxLookBack); k-- {
		if rel := c.tree.Relation(k); (rel == extract.RelNsubj || rel == extract.RelNsubjPass) && c.governs(k) {
			c.add(k)
		}
	}
}

// governs tells whether the quantity stands in the clause of a subject, or in
// one that hangs on it and is not what somebody says: not the mayor of "The
// mayor said 40 people came".
func (c *about) governs(subject int32) bool {
	verb := c.tree.Head(subject)
	for at, n := c.q.End-1, 0; n < 2*maxClimb && at != extract.None && at != verb; n++ {
		switch c.tree.Relation(at) {
		case extract.RelCcomp, extract.RelParataxis:
			if c.tree.Head(at) == verb || !c.q.Counted.Empty() {
				return false
			}
		case extract.RelConj:
			if !c.q.Counted.Empty() && c.tree.Child(at, extract.RelNsubj, extract.RelNsubjPass) != extract.None {
				return false // a clause of its own
			}
		}
		at = c.tree.Head(at)
	}
	return c.q.Counted.Empty()
}

// resumes tells whether a pronoun that is the subject of the clause of token i
// probably means the subject of the clause around.
func (r reader) resumes(pronoun, i int32) bool {
	if !third.HasToken(r.Document, pronoun) {
		return false
	}
	if (r.Is(pronoun, "he") || r.Is(pronoun, "she")) && !r.isHuman(r.subjectAt(r.tree.Head(i))) {
		return false // the court of "The court heard that he"
	}
	switch r.tree.Relation(i) {
	case extract.RelCcomp, extract.RelXcomp, extract.RelAdvcl:
		return true
	}
	return false
}

// third are the pronouns that mean a person or thing named before.
var third = lexicon.NewSet("it", "he", "she", "they")

// relatives stand for the noun before them.
var relatives = lexicon.NewSet("who", "which", "that")

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
	if k, ok := r.chunkAt(at); ok && r.Chunks[k].Kind == extract.NounPhrase && r.Chunks[k].End <= i && !sums.HasToken(r.Document, at) {
		return r.Chunks[k].TokenRange
	}
	return extract.TokenRange{}
}
