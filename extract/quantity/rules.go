package quantity

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// rule is one way in which a number becomes a quantity.
type rule struct {
	name    string
	example string // a sentence with one quantity
	want    string // the quantity as the tests write it
	// read returns the quantity; false when the amount is none of its kind.
	read func(r reader, a amount) (extract.Quantity, bool)
}

// rules are tried in order for each amount; the first that reads it wins.
var rules = []rule{
	{"score", "Leeds won 3-1 at home.", "score [3-1]", readScore},
	{"age", "The 65-year-old kept quiet.", "age 65 year of age [65-year-old]", readAge},
	{"money", "The bridge cost £3.2bn.", "money 3200000000 pound sterling [£3.2bn]", readUnit(extract.Money, "currency")},
	{"percent", "Turnout was nearly 60 per cent.", "percent about 60 percent [nearly 60 per cent]", readUnit(extract.Percent, "ratio")},
	{"duration", "The strike lasted two weeks.", "duration 2 week [two weeks]", readUnit(extract.Length, "time")},
	{"multiple", "Sales were three times higher.", "ratio 3 time [three times]", readUnit(extract.Ratio, "multiple")},
	{"league points", "Rovers are two points behind.", "count 2 (point) [two points]", readPoints},
	{"measure", "The wall is 30 yards long.", "measure 30 yard [30 yards]", readUnit(extract.Measure, "")},
	{"one of", "Officers held two of the brothers.", "count 2 (brother) [two of the brothers]", readOneOf},
	{"odds", "The plan failed by nearly 3-to-1.", "ratio about 3 [nearly 3-to-1]", readOdds},
	{"one in", "Nine out of ten doctors agree.", "ratio 0.9 (doctor) [Nine out of ten doctors]", readOneIn},
	{"share", "They sold half the flats.", "ratio 0.5 (flat) [half the flats]", readShare},
	{"members", "The ten-man side held on.", "count 10 (man) [ten-man]", readMembers},
	{"count", "She wrote over 500 letters.", "count over 500 (letter) [over 500 letters]", readCount},
	{"bare", "The index closed at 7,425.81.", "count 7425.81 [7,425.81]", readBare},
}

// quantity makes a Quantity of an amount that ends at token end.
func (a amount) quantity(kind extract.QuantityKind, end int32) extract.Quantity {
	q := extract.Quantity{TokenRange: extract.TokenRange{Start: a.Start, End: end}, Kind: kind, Unit: a.unit}
	if a.low() == a.high() {
		q.Value = extract.Amount{Float: a.low(), Known: true}
	} else {
		q.Low = extract.Amount{Float: a.low(), Known: true}
		q.High = extract.Amount{Float: a.high(), Known: true}
	}
	if a.number.Kind == extract.Vague {
		q.Modifier = extract.About
	}
	return q
}

// readScore reads "2-1". A score is two numbers in the order of its sides and
// no range, so it has no value.
func readScore(r reader, a amount) (extract.Quantity, bool) {
	if !r.isScore(a) && (a.against.End == 0 || r.form(a.number.End) != formTo) {
		return extract.Quantity{}, false
	}
	return extract.Quantity{
		TokenRange: extract.TokenRange{Start: a.number.Start, End: a.against.End},
		Kind:       extract.Score,
		Sides:      []float64{a.number.Low, a.against.Low},
	}, true
}

func readAge(r reader, a amount) (extract.Quantity, bool) {
	unit, end, ok := r.ageOf(a)
	if !ok {
		return extract.Quantity{}, false
	}
	a.unit = unit
	return a.quantity(extract.Age, end), true
}

// readUnit reads amounts whose unit is of a dimension; any for "".
func readUnit(kind extract.QuantityKind, dimension string) func(reader, amount) (extract.Quantity, bool) {
	return func(r reader, a amount) (extract.Quantity, bool) {
		if !a.hasUnit() || dimension != "" && a.unit.Dimension != dimension {
			return extract.Quantity{}, false
		}
		return a.quantity(kind, a.End), true
	}
}

// readPoints reads the points of a league table.
func readPoints(r reader, a amount) (extract.Quantity, bool) {
	if a.unit.Dimension != "points" || a.isRange() || a.low() != float64(int64(a.low())) || a.low() < 0 || a.low() > 150 ||
		a.hyphen || r.trendAt(a.Start-1) != extract.NoTrend {
		return extract.Quantity{}, false
	}
	if !standings.HasToken(r.Document, a.End) && !(r.form(a.End) == formFrom && r.isNumber(a.End+1) && r.isNoun(a.End+2)) {
		return extract.Quantity{}, false
	}
	q := a.quantity(extract.Count, a.End)
	q.Unit, q.Counted, q.CountedLemma = extract.Unit{}, extract.TokenRange{Start: a.End - 1, End: a.End}, "point"
	return q, true
}

// standings are the words after points that tell a place in a table.
var standings = lexicon.NewSet("behind", "clear", "above", "below", "ahead", "adrift", "off", "short")

// readOneOf reads "two of the brothers": a number of a known set.
func readOneOf(r reader, a amount) (extract.Quantity, bool) {
	if r.form(a.End) != formOf || a.number.Kind != extract.Cardinal || a.hasUnit() {
		return extract.Quantity{}, false
	}
	if end, ok := r.setSize(a); ok {
		if c, ok := r.countedAt(end); ok && r.isPlural(c.head) {
			return a.counting(extract.Count, c), true
		}
		return a.quantity(extract.Count, end), !r.isNoun(end)
	}
	if a.low() >= 2 && setPronouns.HasToken(r.Document, a.End+1) && r.form(a.Start-1) != formThe {
		q := a.quantity(extract.Count, a.End+2)
		r.inherit(&q)
		return q, !q.Counted.Empty() // "22 rhinos, 18 of them in zoos"
	}
	if !determiners.HasToken(r.Document, a.End+1) && r.tag(a.End+1).POS != extract.PROPN {
		return extract.Quantity{}, false
	}
	c, _, ok := r.countedOf(a.End)
	if !ok || !r.isPlural(c.head) || a.low() == 1 && idioms.HasToken(r.Document, c.head) {
		return extract.Quantity{}, false
	}
	return a.counting(extract.Count, c), true
}

// setPronouns stand for a set named before.
var setPronouns = lexicon.NewSet("them", "whom", "which")

// idioms are the plurals that "one of" counts nothing of: "one of those days".
var idioms = lexicon.NewSet("things", "days", "ways", "moments", "those", "times")

// setSize returns the end of the number of the set that an amount is taken
// from: "two of his three daughters", "six of nine".
func (r reader) setSize(a amount) (int32, bool) {
	at := a.End + 1
	for n := 0; n < 3 && (determiners.HasToken(r.Document, at) || sequels.HasToken(r.Document, at)); n++ {
		at++
	}
	n, ok := r.numberAt(at)
	if !ok || n.Kind != extract.Cardinal || a.low() < 1 || n.Low <= a.high() || r.isYear(amount{measure: measure{TokenRange: n.TokenRange, number: n}}) {
		return 0, false
	}
	return n.End, !r.measureOf(n).hasUnit()
}

// sequels can stand before the number of a set: "three of the last five".
var sequels = lexicon.NewSet("last", "first", "next", "past", "previous", "opening", "other", "remaining", "final", "top")

// counting makes the quantity that counts c.
func (a amount) counting(kind extract.QuantityKind, c counted) extract.Quantity {
	q := a.quantity(kind, c.End)
	q.Counted, q.CountedLemma = c.TokenRange, c.lemma
	return q
}

// readOdds reads a ratio to one: "3-to-1".
func readOdds(r reader, a amount) (extract.Quantity, bool) {
	if a.of.Low != 1 {
		return extract.Quantity{}, false
	}
	return a.quantity(extract.Ratio, a.End), true
}

// readOneIn reads a part of a number: "one in five", "nine out of ten doctors".
func readOneIn(r reader, a amount) (extract.Quantity, bool) {
	if a.of.End == 0 {
		return extract.Quantity{}, false
	}
	share := extract.Amount{Float: a.number.Low / a.of.Low, Known: true}
	q := a.quantity(extract.Ratio, a.End)
	if c, ok := r.countedAt(a.End); ok && r.isPlural(c.head) {
		q = a.counting(extract.Ratio, c)
	} else if !r.isClosed(a.End) && !r.isBounded(a) && !r.isTime(a.End) && !r.isNumber(a.End) {
		return extract.Quantity{}, false
	}
	q.Value = share
	return q, true
}

// readShare reads a fraction of something: "half the flats", "two-thirds of
// voters".
func readShare(r reader, a amount) (extract.Quantity, bool) {
	if a.number.Kind != extract.Fraction {
		return extract.Quantity{}, false
	}
	if _, start := r.modifierBefore(a.Start, 0); r.isRise(start-1) && !r.isNoun(a.End) {
		return a.quantity(extract.Ratio, a.End), true // "fell by a quarter"
	}
	if r.Is(a.End, "as") && (r.tag(a.End+1).POS == extract.ADJ || r.tag(a.End+1).POS == extract.ADV) {
		return a.quantity(extract.Ratio, a.End), true // "half as likely"
	}
	_, start := r.modifierBefore(a.Start, 0)
	if before := r.tag(start - 1).POS; a.bounds || r.isAlone(a) || r.isClosed(a.End) && r.form(a.End) != formOf && (before == extract.AUX || before == extract.ADV && r.tag(start-2).POS == extract.AUX) {
		return a.quantity(extract.Ratio, a.End), true // "the chance is exactly one sixth."
	}
	if r.isShareOfAll(a, start) {
		return a.quantity(extract.Ratio, a.End), true // "Two-thirds said no"
	}
	at := a.End
	of := r.form(at) == formOf
	if of {
		at++
	}
	known := determiners.HasToken(r.Document, at)
	for determiners.HasToken(r.Document, at) {
		at++
	}
	if !of && !known {
		return extract.Quantity{}, false
	}
	c, ok := r.countedAt(at)
	if ok && isPossessive(r.wordAt(c.End)) { // "half of the country's farmers", "half of the country's 9 million people"
		c, ok = r.countedAt(c.End + 1)
	}
	if !ok {
		return a.quantity(extract.Ratio, a.End), of
	}
	return a.counting(extract.Ratio, c), true
}

// isShareOfAll tells whether a fraction is the subject of its verb: "half were
// women, and two-thirds said no".
func (r reader) isShareOfAll(a amount, start int32) bool {
	next := r.tag(a.End)
	if next.POS != extract.AUX && next.Penn != extract.PennVBD && next.Penn != extract.PennVBP {
		return false
	}
	return r.isSentenceStart(start) || r.tag(start-1).POS == extract.CCONJ || r.tag(start-1).POS == extract.PUNCT
}

// readMembers reads a number joined to what it is of: "ten-man", "a 12-member
// panel".
func readMembers(r reader, a amount) (extract.Quantity, bool) {
	at := r.pastHyphen(a.End)
	k, _ := r.numberIndex(a.number.Start)
	if hung, ok := r.suspended(k); ok {
		at = r.pastHyphen(hung.number.End)
	}
	if at == a.End || !members.HasToken(r.Document, at) || a.number.Kind != extract.Cardinal || r.pastHyphen(at+1) > at+1 {
		return extract.Quantity{}, false
	}
	c, ok := r.phrase(at, at)
	q := a.counting(extract.Count, c)
	if q.End > a.End+2 {
		q.End = a.End // "four-, five- and six-cylinder"
	}
	return q, ok
}

// members are the nouns whose number a hyphen joins.
var members = lexicon.NewSet("man", "woman", "member", "person", "judge", "page", "seat", "storey", "room", "bedroom", "cylinder",
	"team", "nation", "car", "vehicle", "vessel")

func readCount(r reader, a amount) (extract.Quantity, bool) {
	if a.number.Rule == "minus word" && r.form(a.number.Start) == formMinus { // "minus eleven keys": what is missing
		a.Start++
		a.number.Low, a.number.High = -a.number.Low, -a.number.High
	}
	if a.number.Kind == extract.Fraction || a.low() < 0 || r.pastHyphen(a.End) > a.End || grouped.HasToken(r.Document, a.Start-1) {
		return extract.Quantity{}, false
	}
	end := r.pastQuote(a.End)
	modifier, after, postposed := r.modifierAfter(end)
	if postposed {
		end = after
	}
	c, of, ok := r.countedOf(end)
	if !ok {
		if c, ok = r.countedPast(a, end); ok {
			q := a.counting(extract.Count, c)
			q.End = a.End
			return q, true
		}
	}
	if !ok || of && a.number.Kind != extract.Vague && a.number.Rule != "part of a scale" && !r.isHundreds(a) {
		return extract.Quantity{}, false
	}
	if !r.countable(a, &c) {
		return extract.Quantity{}, false
	}
	q := a.counting(extract.Count, c)
	if postposed {
		q.Modifier = modifier
	}
	if unit, end, ok := r.perUnit(extract.Unit{Name: c.lemma, Symbol: c.lemma}, c.End); ok {
		q.Unit, q.End = unit, end
	}
	return q, true
}

// countedPast returns what a number counts where another one stands between:
// "45 and 50 boxes", "two $500 cheques".
func (r reader) countedPast(a amount, i int32) (counted, bool) {
	and := r.form(i) == formAnd
	if and {
		i++
	}
	k, ok := r.numberIndex(i)
	if !ok && k < len(r.Numbers) && r.Numbers[k].Start < i+3 {
		ok = !and
	}
	if !ok || a.low() < 2 || a.isRange() || r.isYear(a) || r.Numbers[k].Kind != extract.Cardinal {
		return counted{}, false
	}
	m := r.measureOf(r.Numbers[k])
	if m.Start != i || and == m.hasUnit() || and && r.class(a.End-1) != r.class(m.number.End-1) {
		return counted{}, false
	}
	if !and && m.unit.Dimension != "currency" {
		return counted{}, false
	}
	c, ok := r.countedAt(m.End)
	return c, ok && r.isPlural(c.head)
}

// pastQuote returns the place after a quotation mark that closes at token i:
// "‘maybe 30’ chairs".
func (r reader) pastQuote(i int32) int32 {
	switch r.wordAt(i) {
	case "’", "”", "'", "\"":
		if r.Glued(i) && !r.Glued(i+1) {
			return i + 1
		}
	}
	return i
}

var formMinus = extract.FormOf("minus")

// isHundreds tells whether "of" can follow the number as in "a dozen of".
func (r reader) isHundreds(a amount) bool {
	return r.class(a.number.Start).IsWord() && a.number.Low >= 12
}

var (
	// grouped are pronouns that a number is joined to: "you two met".
	grouped = lexicon.NewSet("you", "us", "we", "they", "them")
	// adverbial are the nouns that "one" counts nothing of: "one day".
	adverbial = lexicon.NewSet("thing", "day", "way", "hand", "point", "another", "such", "time", "side", "reason", "eye", "bit",
		"moment", "else", "morning", "evening", "night", "step", "stage", "stop", "word")
)

// countable tells whether the noun phrase can be counted by the amount, and
// narrows it to the counted noun: "12 page report" counts pages.
func (r reader) countable(a amount, c *counted) bool {
	head := r.tag(c.head)
	if modifier, _ := r.modifierBefore(a.Start, 0); r.isYear(a) && a.low() != 2000 && modifier == extract.Exact {
		return false
	}
	if a.low() == 1 && a.high() == 1 {
		return !adverbial.HasToken(r.Document, c.head) && head.POS != extract.PROPN && !r.isPlural(c.head)
	}
	if r.isPlural(c.head) {
		return true
	}
	if r.class(c.head) == extract.ClassUpper && c.head == c.Start {
		return a.low() != float64(int64(a.low())) // "0.5 WAR" counts points of a kind
	}
	if head.POS == extract.PROPN {
		return false
	}
	if c.head > c.Start && r.tag(c.Start).Penn == extract.PennNN {
		narrowed, ok := r.phrase(c.Start, c.Start)
		*c = narrowed
		return ok && !r.isLabel(a)
	}
	return false
}

// readBare reads a number that counts nothing named: the level of an index, a
// bound, a range.
func readBare(r reader, a amount) (extract.Quantity, bool) {
	if !r.isBare(a) {
		return extract.Quantity{}, false
	}
	q := a.quantity(extract.Count, a.End)
	if form := r.form(a.End); form == formUp || form == formDown { // "(16,369.03 up 58.06 points)"
		if n, ok := r.numberAt(a.End + 1); ok {
			if by := r.measureOf(n); by.unit.Dimension == "points" {
				q.Kind, q.Unit = extract.Measure, by.unit
			}
		}
	}
	return q, true
}
