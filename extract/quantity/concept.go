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
	q        *extract.Quantity
	top      int32 // the token of the quantity that the others hang on
	modified int32 // the noun after it that it describes
	found    []extract.TokenRange
}

// concepts tells what the quantity at index i is about: the noun that it
// measures, then the subject of its verb. All quantities are known by then.
func (r reader) concepts(i int) {
	q := &r.Quantities[i]
	if q.Kind == extract.Score || q.Kind == extract.Length && (laters.HasToken(r.Document, q.End) || r.Is(q.Start-1, "after")) {
		return // "two years later" measures nothing
	}
	before := &extract.Quantity{}
	if i > 0 {
		before = &r.Quantities[i-1]
	}
	top := r.topOf(q.TokenRange)
	c := about{reader: r, q: q, top: top}
	c.modified = c.modifiedNoun()
	switch {
	case i > 0 && r.isEquivalent(q, before):
		q.Concept = equivalentConcept(before)
		return
	case r.restates(q, before) && c.modified == extract.None && r.measuredAfter(q, top) == extract.None:
		q.Concept = before.Concept
		return
	}
	if !c.addBeside() {
		c.addOwn()
		goesOn := r.follows(q, before) || r.isCoordinated(q, before) && r.measuredAfter(q, top) == extract.None
		if goesOn && len(c.found) < len(before.Concept) {
			c.found = before.Concept
		}
		if q.Kind != extract.Age {
			c.addLastSubject()
		}
	}
	q.Concept = c.found
}

// equivalentConcept returns what an amount in brackets is about: the same as the
// one before, or what that counts: "four fillets (1 lb)".
func equivalentConcept(before *extract.Quantity) []extract.TokenRange {
	if before.Kind == extract.Count && !before.Counted.Empty() && before.Covers(before.Counted) {
		return []extract.TokenRange{before.Counted}
	}
	return before.Concept
}

// addBeside adds what stands right beside the quantity and tells whether that
// is all it is about: the person of an age, the name before a figure.
func (c *about) addBeside() bool {
	q := c.q
	if q.Kind == extract.Age {
		if c.addOwner() {
			return true
		}
		old := c.form(q.End-1) == formOld || c.form(q.End-1) == formOlds
		if c.modified == extract.None && old && q.Len() > 2 && c.form(q.End-2) == formHyphen {
			return true // "the judge told the 61-year-old" calls a person
		}
	}
	beside := c.beside(q.Start)
	if !q.Counted.Empty() || beside.Empty() {
		return false
	}
	c.addRange(beside, beside.End-1)
	next := q.Kind == extract.Percent && c.tag(q.End).POS == extract.PROPN // of "FTSE -0.6% DAX -1.7%"
	return len(c.found) > 0 && (c.modified == extract.None || next) && !c.isGoverned(c.top)
}

// addOwn adds what the quantity measures and the subject of its verb.
func (c *about) addOwn() {
	q, anchor := c.q, c.top
	if c.modified != extract.None {
		anchor = c.modified
	}
	subject := c.subjectOf(anchor)
	if q.Kind == extract.Length {
		c.add(subject) // the trial of "the trial took two weeks of talks"
	}
	if len(c.found) == 0 || q.Kind != extract.Length {
		c.addMeasured(anchor)
	}
	counts := q.Kind == extract.Count && !q.Counted.Empty() && c.measuredBefore(anchor) != extract.None // "a survey of 40 farmers"
	one := q.Rule == "one of" && q.Value.Float == 1                                                     // "Lowe is one of the ports"
	if n := len(c.found); !one && (n == 0 || n == 1 && q.Kind != extract.Age && !counts) {
		c.add(subject)
	}
}

// restates tells whether "or" before a quantity says the one before in other
// words: "up 17.5 points, or 0.22%".
func (r reader) restates(q, before *extract.Quantity) bool {
	at := q.Start - 1
	if r.form(at) != formOr || q.Kind == extract.Count || before.Kind == extract.Count {
		return false
	}
	return before.End == at || r.Is(at-1, ",") && before.End == at-1
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

// modifiedNoun returns the noun after the quantity that it describes.
func (c *about) modifiedNoun() int32 {
	if noun := c.modifiedBy(c.top, c.q.End); noun != extract.None {
		return noun
	}
	if c.q.Counted.Empty() && c.tree.Relation(c.top) != extract.RelNmod || c.q.Rule == "members" || c.isNoun(c.q.End) {
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
func (c *about) addMeasured(anchor int32) {
	if !c.q.Covers(c.q.Counted) || c.q.Counted.Empty() {
		c.add(c.measuredAfter(c.q, c.top))
	}
	c.addModified(c.modified)
	rel := c.tree.Relation(anchor)
	if noun := c.measuredBefore(anchor); (c.q.Counted.Empty() || c.tree.Relation(anchor) != extract.RelObl) && !sums.HasToken(c.Document, noun) && (c.modified == extract.None || rel != extract.RelNmod && rel != extract.RelAppos) {
		c.add(noun) // but not the van of "a van with a 60 litre tank"
	}
}

// addModified adds the noun that the quantity describes, with the words of its
// phrase before the quantity: "the best $200 phones".
func (c *about) addModified(noun int32) {
	k, ok := c.chunkAt(c.q.Start)
	if noun == extract.None || !ok || !c.Chunks[k].Contains(noun) || c.Chunks[k].Kind != extract.NounPhrase {
		c.add(noun)
		return
	}
	t := c.phraseOf(noun, c.q.Start)
	t.Start = min(t.Start, c.Chunks[k].Start)
	c.addRange(t, noun)
}

// sums are nouns before "of" that name nothing: "a total of $5".
var sums = lexicon.NewSet("total", "equivalent", "maximum", "minimum", "combined", "front", "place", "part", "net", "gross", "record")

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
	if t.End == c.q.Start && measureVerbs.HasToken(c.Document, t.End-1) {
		t.End-- // "the hall seats 1,250", whose verb the tagger took for a noun
	}
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

// measureVerbs are verbs that stand right before a measure and look like nouns.
var measureVerbs = lexicon.NewSet("measures", "weighs", "costs", "cost", "seats", "earns", "pays", "pay", "holds", "covers", "sells",
	"makes", "takes", "spans", "needs", "employs", "rose", "fell")

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
	if noun <= i || !r.tag(noun).Penn.IsNoun() || r.isTime(noun) || dimensions.HasToken(r.Document, noun) || !takers.HasToken(r.Document, i) && r.tree.Head(noun) != top {
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
	if k, ok := r.chunkAt(at); ok && r.Chunks[k].Kind == extract.NounPhrase && r.Chunks[k].End <= i && !sums.HasToken(r.Document, at) && !periods.HasToken(r.Document, at) {
		return r.Chunks[k].TokenRange
	}
	return extract.TokenRange{}
}
