package timex

import (
	"strconv"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// durationRules find lengths of time.
func durationRules() []rule {
	return []rule{
		{"duration", "The siege lasted [five weeks].", "DURATION P5W", "{about:about}? {n:number} more? {u:anyunit}", duration},
		{"duration-range", "It takes [three to four weeks].", "DURATION P3W/P4W", "{about:about}? {n:number} to|or|and|-|–|— {n2:number} {u:units}", durationRange},
		{"duration-tolerance", "The layer formed over [950 ± 30 years].", "DURATION P950Y APPROX", "{n:number} ± {n2:number} {u:units}", durationTolerance},
		{"duration-half", "The work took [3 years and a half].", "DURATION P3.5Y", "{about:about}? {n:number} {u:units} and a half", durationHalf},
		{"a-unit-and-half", "The work took [a year and a half].", "DURATION P1.5Y", "{about:about}? a|an|one {u:unit} and a half", durationHalf},
		{"half-unit", "It waited [half an hour].", "DURATION PT0.5H", "{about:about}? half a|an {u:unit}", halfUnit},
		{"hyphened-duration", "They signed a [27-year] lease.", "DURATION P27Y", "{n:number} - {u:unit}", hyphened},
		{"hyphened-range", "They sign [two- to three-year] leases.", "DURATION P2Y/P3Y", "{n:number} -? to|or {n2:number} - {u:unit}", hyphenedRange},
		{"unit-long", "They held a [year-long] strike.", "DURATION P1Y", "{u:unit} - long", unitLong},
		{"units-long", "They held a [months-long] strike.", "DURATION PXM", "{u:units} - long", unitsLong},
		{"counted-long", "They held a [three-week-long] strike.", "DURATION P3W", "{n:number} - {u:unit} - long", hyphened},
		{"quarter-century", "He ruled for [a quarter of a century].", "DURATION P25Y", "a quarter -? of a century", func(pattern.Match) meaning {
			return constant(extract.Duration, "P25Y", "")
		}},
		{"hundreds-of-units", "It took [hundreds of years].", "DURATION PXY", "dozens|hundreds|thousands|tens|millions|scores of {u:units}", vagueMany},
		{"the-counted-units", "They came back after [the five days].", "DURATION P5D", "the {about:about}? {n:number} {u:units}", theCounted},
		{"long-word", "They held a [weeklong] strike.", "DURATION P1W", "daylong|weeklong|monthlong|yearlong|decadelong", longWord},
		{"straight-units", "It rained for [six straight days].", "DURATION P6D", "{n:number} straight|consecutive|full|whole|long|business|working|trading|calendar {u:units}", duration},
		{"duration-and", "He ran it in [two hours and five minutes].", "DURATION PT2H5M", "{about:about}? {n:number} {u:anyunit} and|, {n2:number} {u2:anyunit}", durationAnd},
		{"a-unit", "The strike went on for [a week].", "DURATION P1W", "{about:about}? a|an|another|one {u:unit}", aUnit},
		{"full-unit", "The strike went on for [a full week].", "DURATION P1W", "a|an full|whole|entire {u:unit}", aUnit},
		{"several-units", "The strike went on for [several weeks].", "DURATION PXW", "{s:several} more? {u:units}", severalUnits},
		{"uncounted-units", "The strike went on for [weeks].", "DURATION PXW", "{u:units}", uncounted},
		{"over-the-units", "The harbour has silted up over [the years].", "DURATION PXY", "the {u:units}", overTheUnits},
		{"two-and-a-half", "He taught for [two-and-a-half years].", "DURATION P2.5Y", "{about:about}? {n:number} - and - a - half {u:units}", durationHalf},
		{"all-unit", "It rained [all day].", "DURATION P1D", "all {u:unit}", wholeUnit},
		{"units-of-unit", "He worked through [the whole night].", "DURATION P1D", "the whole|entire|full {u:unit}", wholeUnit},
	}
}

// durationValue writes so many of a unit in ISO 8601: "P2Y", "PT5H", "P2.5Y".
// Decades and longer are written in years.
func durationValue(n float64, w unitWord) string {
	n *= float64(w.times)
	switch w.unit {
	case half:
		n, w.unit = n*6, month
	case quarter:
		n, w.unit = n*3, month
	case decade, century, millennium:
		n, w.unit = n*float64(yearsOf(w.unit)), year
	}
	return durationText(strconv.FormatFloat(n, 'f', -1, 64), w)
}

func durationText(count string, w unitWord) string {
	if w.unit < day {
		return "PT" + count + designators[w.unit]
	}
	return "P" + count + designators[w.unit]
}

// durationOf is a duration, with the mod of the word before its count.
func durationOf(m pattern.Match, value string) meaning {
	mod := ""
	if r := m.Get("about"); !r.Empty() {
		mod = aboutMod(m.Doc, r.Start, 0)
	}
	return constant(extract.Duration, value, mod)
}

// duration is a counted unit; a unit that only begins a compound or an age is
// none: "5 years old".
func duration(m pattern.Match) meaning {
	n, _, _ := numberAt(m.Doc, m.Get("n").Start)
	u := m.Get("u")
	w, _, _ := unitAt(m.Doc, u.Start)
	switch {
	case w.unit == half || w.unit == quarter && !w.plural || isAge(m.Doc, m.End) || gluedBefore(m.Doc, m.Start):
		return nil
	case !w.plural && n != 1 && m.Doc.Is(m.End, "of"), someDay(m):
		return nil
	case w.unit == second && !w.plural && n == 1, w.unit == quarter && partOfWhole(m):
		return nil
	}
	length := durationOf(m, durationValue(n, w))
	if m.Doc.Tokens[u.Start].Class == extract.ClassTitle {
		return func(c *context) result { // "the Thirty Years War" is a name, but not in a headline
			if c.role == extract.RoleBody {
				return result{}
			}
			return length(c)
		}
	}
	return length
}

var lengthWords = lexicon.NewSet("in", "for", "within", "after", "just", "only", "than", "by", "least", "most", "lasted", "lasts", "last", "took",
	"takes", "take", "spent", "about", "over", "to", "from", "and", "or", "under", "exactly")

// someDay tells whether "one day" is no length but an unknown day: "one day he
// will return".
func someDay(m pattern.Match) bool {
	if !m.Doc.Is(m.Start, "one") || !m.Doc.Is(m.End-1, "day") || m.Len() != 2 {
		return false
	}
	if m.Doc.Is(m.End, "after") || m.Doc.Is(m.End, "before") {
		return false
	}
	i, ok := before(m)
	return !ok || !lengthWords.HasToken(m.Doc, i)
}

// isAge tells whether "old" or "of age" follows.
func isAge(doc *extract.Document, at int32) bool {
	return doc.Is(at, "old") || doc.Is(at, "-") && (doc.Is(at+1, "old") || doc.Is(at+1, "olds")) || doc.Is(at, "of") && doc.Is(at+1, "age") ||
		doc.Is(at, "older") || doc.Is(at, "younger")
}

// partOfWhole tells whether quarters are fractions: "three quarters of".
func partOfWhole(m pattern.Match) bool { return m.Doc.Is(m.End, "of") }

// durationRange is "three to four weeks", or "three and four weeks" behind
// "between".
func durationRange(m pattern.Match) meaning {
	low, end, _ := numberAt(m.Doc, m.Get("n").Start)
	high, _, _ := numberAt(m.Doc, m.Get("n2").Start)
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if low >= high || low < 1 || m.Doc.Is(end, "and") && !afterBetween(m) || w.unit == half || isAge(m.Doc, m.End) || gluedBefore(m.Doc, m.Start) {
		return nil
	}
	return durationOf(m, durationValue(low, w)+"/"+durationValue(high, w))
}

func durationTolerance(m pattern.Match) meaning {
	n, _, _ := numberAt(m.Doc, m.Get("n").Start)
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if w.unit == half || isAge(m.Doc, m.End) || gluedBefore(m.Doc, m.Start) {
		return nil
	}
	return constant(extract.Duration, durationValue(n, w), "APPROX")
}

func durationHalf(m pattern.Match) meaning {
	n := 1.0
	if has(m, "n") {
		n, _, _ = numberAt(m.Doc, m.Get("n").Start)
	}
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	return durationOf(m, durationValue(n+0.5, w))
}

func halfUnit(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if w.unit == half || w.unit == quarter || w.unit == second {
		return nil
	}
	return durationOf(m, durationValue(0.5, w))
}

func hyphened(m pattern.Match) meaning {
	n, _, _ := numberAt(m.Doc, m.Get("n").Start)
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if i, ok := before(m); ok && n < 1 && m.Doc.Is(i, "the") {
		return nil // "the half-hour" is a point in time
	}
	if w.unit == half || w.unit == quarter || isAge(m.Doc, m.End) || !m.Doc.Glued(m.Get("u").Start) {
		return nil
	}
	return constant(extract.Duration, durationValue(n, w), "")
}

// hyphenedRange is "two- to three-year".
func hyphenedRange(m pattern.Match) meaning {
	low, _, _ := numberAt(m.Doc, m.Get("n").Start)
	high, _, _ := numberAt(m.Doc, m.Get("n2").Start)
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if low >= high || w.unit == half || w.unit == quarter || isAge(m.Doc, m.End) || !m.Doc.Glued(m.Get("u").Start) {
		return nil
	}
	return constant(extract.Duration, durationValue(low, w)+"/"+durationValue(high, w), "")
}

// durationAnd is a duration in two units: "two hours and five minutes".
func durationAnd(m pattern.Match) meaning {
	n, _, _ := numberAt(m.Doc, m.Get("n").Start)
	n2, _, _ := numberAt(m.Doc, m.Get("n2").Start)
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	w2, _, _ := unitAt(m.Doc, m.Get("u2").Start)
	if w2.unit >= w.unit || w.unit >= decade || w.unit == half || w2.unit == half || isAge(m.Doc, m.End) {
		return nil
	}
	a, b := durationValue(n, w), durationValue(n2, w2)
	if w.unit < day {
		return durationOf(m, a+b[2:])
	}
	return durationOf(m, a+b[1:])
}

var (
	// words before "a year" that make it a rate
	rateWords = lexicon.NewSet("once", "twice", "thrice", "times", "%", "percent", "cent", "million", "billion", "trillion", "thousand")
	// words of time whose "a" is no count: "a second chance", "a minute detail"
	shyUnits = lexicon.NewSet("second", "sec", "minute", "min", "half", "quarter", "night", "weekend", "millennium", "century")
)

// aUnit is "a week": the duration, or behind an amount what it recurs with:
// "$5 a week".
func aUnit(m pattern.Match) meaning {
	u := m.Get("u")
	w, _, _ := unitAt(m.Doc, u.Start)
	if isRate(m) && !has(m, "about") && m.Len() == 2 {
		return constant(extract.Set, durationText("1", w), "")
	}
	if w.unit == half || isAge(m.Doc, m.End) || m.Doc.Is(m.End, "of") && w.unit <= day || someDay(m) {
		return nil
	}
	if int(m.End) < len(m.Doc.Tags) {
		after := m.Doc.Tags[m.End].Penn
		if shyUnits.HasToken(m.Doc, u.Start) && !m.Doc.Is(m.Start, "half") && (after.IsNoun() || after == extract.PennJJ || w.unit == second || w.unit == quarter) {
			return nil
		}
		if after.IsNoun() && m.Doc.Tags[m.End].POS != extract.PROPN || m.Doc.Is(m.End, "-") && m.Doc.Glued(m.End) {
			return nil
		}
	}
	return durationOf(m, durationValue(1, w))
}

// isRate tells whether an amount stands before "a week".
func isRate(m pattern.Match) bool {
	i, ok := before(m)
	if !ok || !m.Doc.Is(m.Start, "a") && !m.Doc.Is(m.Start, "an") {
		return false
	}
	if rateWords.HasToken(m.Doc, i) || m.Doc.Tokens[i].Class == extract.ClassDigits || m.Doc.Tags[i].Penn == extract.PennCD {
		return true
	}
	// "15 flights a day", "$3 a share a year": a number not far before
	if !m.Doc.Tags[i].Penn.IsNoun() {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if m.Doc.Tags[j].Penn == extract.PennCD {
			return true
		}
	}
	return false
}

func severalUnits(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if w.unit == half || w.unit == quarter || isAge(m.Doc, m.End) {
		return nil
	}
	return constant(extract.Duration, durationText("X", vagueUnit(w)), "")
}

// vagueUnit is the unit that an unknown count is written in: decades in years
// would say too little.
func vagueUnit(w unitWord) unitWord {
	if w.unit == quarter || w.unit == half {
		w.unit = month
	}
	return w
}

var uncountedPrepose = lexicon.NewSet("for", "in", "within", "over", "after", "of", "take", "takes", "took", "taken", "spent", "spend", "last",
	"lasted", "about", "through", "than", "into", "just", "with")

// uncounted is "for years"; behind anything but a preposition the plural is
// mostly counted or talked about.
func uncounted(m pattern.Match) meaning {
	i, ok := before(m)
	w, _, _ := unitAt(m.Doc, m.Start)
	if !ok || !uncountedPrepose.HasToken(m.Doc, i) || w.unit == half || w.unit == quarter || w.unit == weekend || w.unit == second || w.night {
		return nil
	}
	if m.Doc.Is(i, "last") && !m.Doc.Tags[i].Penn.IsVerb() {
		return nil // "in last years"
	}
	if m.Doc.Is(i, "of") && (i == 0 || !vagueCounts.HasToken(m.Doc, i-1)) || m.Doc.Is(i, "in") && m.Doc.Is(m.End, "of") {
		return nil
	}
	return constant(extract.Duration, durationText("X", w), "")
}

// overTheUnits is "over the years", told from years that are named: "over the
// years of the war".
func overTheUnits(m pattern.Match) meaning {
	i, ok := before(m)
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if !ok || !m.Doc.Is(i, "over") && !m.Doc.Is(i, "through") || w.unit < day || w.unit == weekend || w.unit == half || w.unit == quarter {
		return nil
	}
	if int(m.End) < len(m.Doc.Tags) && !m.Doc.Is(m.End, "and") && m.Doc.Tokens[m.End].Class != extract.ClassPunct && !m.Doc.Tags[m.End].Penn.IsVerb() {
		return nil
	}
	return constant(extract.Duration, durationText("X", w), "")
}

var vagueCounts = lexicon.NewSet("dozens", "hundreds", "thousands", "tens", "millions", "scores")

// unitLong is "year-long", of one unit.
func unitLong(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Start)
	if w.unit == half || w.unit == quarter || w.unit == second || w.night || !m.Doc.Glued(m.End-1) || m.Doc.Glued(m.Start) {
		return nil
	}
	return constant(extract.Duration, durationValue(1, w), "")
}

// unitsLong is "months-long", of an unknown number.
func unitsLong(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Start)
	if w.unit == half || w.unit == quarter || w.unit == second || !m.Doc.Glued(m.End-1) || m.Doc.Glued(m.Start) {
		return nil
	}
	return constant(extract.Duration, durationText("X", w), "")
}

// vagueMany is "hundreds of years".
func vagueMany(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if w.unit == half || w.unit == quarter || w.night || isAge(m.Doc, m.End) {
		return nil
	}
	return constant(extract.Duration, durationText("X", w), "")
}

// theCounted is "the five days", unless "the" belongs to a noun behind: "the 30
// days notice".
func theCounted(m pattern.Match) meaning {
	if int(m.End) < len(m.Doc.Tags) {
		if tag := m.Doc.Tags[m.End]; tag.Penn.IsNoun() || tag.Penn == extract.PennJJ || m.Doc.Is(m.End, "-") || m.Doc.Is(m.End, "'") || m.Doc.Is(m.End, "’") {
			return nil
		}
	}
	return duration(m)
}

func longWord(m pattern.Match) meaning {
	name := strings.TrimSuffix(strings.ToLower(m.Doc.Word(m.Start)), "long")
	return constant(extract.Duration, durationValue(1, unitWord{unit: unitNames[name], times: 1}), "")
}

func wholeUnit(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if w.unit == half || w.unit == quarter || w.unit == second {
		return nil
	}
	return constant(extract.Duration, durationValue(1, w), "")
}
