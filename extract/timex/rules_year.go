package timex

import (
	"fmt"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// yearRules find years, decades and centuries.
func yearRules() []rule {
	return []rule{
		{"year", "The mill closed in [1987].", "DATE 1987", "{y:year}", bareYear},
		{"year-in-words", "He was born in [nineteen ninety-six].", "DATE 1996", "{yw:yearwords}", yearInWords},
		{"year-in-apostrophe", "It is the best result since ['98].", "DATE 1998", "{y:shortyear}", apostropheYear},
		{"year-range", "The club won it in [1990-91].", "DATE 1990/1991", "{y:year} -|–|/ {y2:secondyear}", yearRange},
		{"year-of-range", "The club won it in 1990 – [91].", "DATE 1991", "{y:secondyear}", secondOfRange},
		{"the-year-number", "It happened in [the year 1215].", "DATE 1215", "the year of? {y:year}", func(m pattern.Match) meaning {
			return fixed(yearPeriod(yearOf(m)))
		}},
		{"era", "The wall was built in [122 AD].", "DATE 0122", "{n:number} AD|CE|A.D.", era},
		{"era-before", "The wall was built in [AD 122].", "DATE 0122", "AD|A.D. {n:number}", era},
		{"before-era", "The town was founded in [700 BC].", "DATE -0700", "{n:number} BC|BCE|B.C.", era},
		{"fiscal-year", "Profit doubled in [fiscal 2018].", "DATE FY2018", "the? fiscal|FY|financial year? {y:year}", fiscalYear},
		{"fiscal-year-behind", "Profit doubled in [the 2018 fiscal year].", "DATE FY2018", "the? {y:year} fiscal|financial year", fiscalYear},
		{"fiscal-code", "Profit doubled in [FY18].", "DATE FY2018", "{c:fiscalcode}", fiscalCode},
		{"relative-fiscal-year", "Profit doubled in [the last fiscal year].", "DATE FY2019", "the? {r:relative} fiscal|financial year", relativeFiscal},
		{"decade", "He moved north in [the 1980s].", "DATE 198", "the? {x:decadedigits}", decadeDigits},
		{"decade-words", "He moved north in [the eighties].", "DATE 198", "the {x:decade}", decadeWords},
		{"century", "The chapel is from [the 12th century].", "DATE 11", "the? {o:ordinal} -? century|centuries", centuryOf},
		{"century-before", "It dates from [the third century BC].", "DATE -02", "the? {o:ordinal} century BC|BCE|B.C.", centuryBefore},
	}
}

func yearPeriod(y int) period { return period{unit: year, start: date(y, 1, 1)} }

func yearOf(m pattern.Match) int {
	y, _, _ := yearAt(m.Doc, m.Get("y").Start)
	return y
}

var (
	// words before four digits that say they are a year
	yearCues = lexicon.NewSet("in", "since", "until", "till", "by", "during", "circa", "c.", "ca.", "early", "late", "mid", "throughout",
		"(", "[", "'s", "’s")
	// words before four digits that say they are no year
	countCues = lexicon.NewSet("over", "nearly", "almost", "some", "least", "most", "approximately", "roughly", "number", "nos.", "room",
		"flight", "page", "pages", "p.", "pp.", "decree", "rule", "directive", "regulation", "model", "bill", "taxi", "box", "windows", "office", "boeing", "airbus",
		"russell", "below", "above", "exceeding", "suite", "ext.", "section", "article", "chapter", "highway", "route", "us$", "no.", "rs", "rs.", "exceed", "only", "another",
		"these", "those", "all", "postcode", "code", "resolution", "times", "x", "fewer", "up")
)

// bareYear is four digits that nothing shows to be a number: "1987", but not
// "2019 people", "over 2000", "Section 1983".
func bareYear(m pattern.Match) meaning {
	y := yearOf(m)
	i, ok := before(m)
	cued := ok && yearCues.HasToken(m.Doc, i)
	ranged := inRange(m.Doc, m.Start, m.End)
	if ok && (countCues.HasToken(m.Doc, i) && !ranged && !yearNouns.HasToken(m.Doc, m.End) && !sinceAtLeast(m.Doc, i) || m.Doc.Tokens[i].Class == extract.ClassSymbol) {
		return nil
	}
	if addressNumber(m) || codeNumber(m) || m.Doc.Is(m.End, "index") || ok && m.Doc.Is(i, "at") && endsClause(m.Doc, m.End) {
		return nil // "the index closed at 1999"
	}
	if ok && m.Doc.Glued(m.Start) && m.Doc.Is(i, "-") && i > 0 && m.Doc.Tokens[i-1].Class.IsWord() && !m.Doc.Is(i-1, "mid") {
		return nil // "A-2010", "mid-2010" is one
	}
	if countsNext(m.Doc, m.End, cued || ok && m.Doc.Is(i, "the") || secondOfTwo(m)) {
		return nil
	}
	if !cued && (y < 1500 || y > 2100) && !ranged {
		return nil
	}
	return fixed(yearPeriod(y))
}

// sinceAtLeast tells whether "least" at token i is that of "since at least 1997".
func sinceAtLeast(doc *extract.Document, i int32) bool {
	return doc.Is(i, "least") && (doc.Is(i-2, "since") || doc.Is(i-2, "until") || doc.Is(i-2, "till"))
}

// endsClause tells whether no word follows before the next sign.
func endsClause(doc *extract.Document, end int32) bool {
	return int(end) >= len(doc.Tokens) || doc.Tokens[end].Class == extract.ClassPunct
}

var streetWords = lexicon.NewSet("street", "st", "st.", "avenue", "ave", "ave.", "road", "rd", "rd.", "boulevard", "blvd", "blvd.", "drive",
	"lane", "highway", "parkway", "square", "court", "way", "broadway", "place")

// How many words the name of a street has at most.
const streetName = 3

// addressNumber tells whether four digits are the number of a house: "1998 Main
// Street".
func addressNumber(m pattern.Match) bool {
	for i := m.End; i < m.End+streetName && int(i) < len(m.Doc.Tokens) && m.Doc.Tokens[i].Class.IsCapital(); i++ {
		if streetWords.HasToken(m.Doc, i) {
			return i > m.End || m.Doc.Is(i, "broadway")
		}
	}
	return false
}

// codeNumber tells whether four digits begin a code: "2005-981".
func codeNumber(m pattern.Match) bool {
	if !m.Doc.Is(m.End, "-") || !m.Doc.Glued(m.End) || !m.Doc.Glued(m.End+1) {
		return false
	}
	n, ok := digitsAt(m.Doc, m.End+1, 9)
	switch len(m.Doc.Word(m.End + 1)) {
	case 2:
		return false
	case 4:
		return ok && (n < yearOf(m) || n > 2199) // a telephone number
	}
	return ok
}

// secondOfTwo tells whether another year and "and" stand before: "the 2011 and
// 2017 surveys".
func secondOfTwo(m pattern.Match) bool {
	if m.Start < 2 || !m.Doc.Is(m.Start-1, "and") {
		return false
	}
	_, _, ok := yearAt(m.Doc, m.Start-2)
	return ok
}

// yearNouns are plurals that a year stands before and a number does not: "from
// 2010 levels".
var yearNouns = lexicon.NewSet("levels", "prices", "dollars", "figures", "results", "earnings", "sales", "profits", "revenues", "elections",
	"estimates", "terms", "olympics")

// countsNext tells whether the token behind four digits is counted by them.
// determined says that "the" or "in" before them speaks for a year: "the 2008
// elections", "in 2008 sales rose".
func countsNext(doc *extract.Document, next int32, determined bool) bool {
	if int(next) >= len(doc.Tokens) {
		return false
	}
	if doc.Is(next, "-") && doc.Glued(next) && doc.Glued(next+1) && int(next)+1 < len(doc.Tokens) {
		if _, _, unit := unitAt(doc, next+1); unit {
			return true
		}
	}
	if doc.Is(next, "per") {
		return !determined
	}
	if doc.Is(next, "%") || doc.Is(next, "percent") || doc.Is(next, "°") {
		return true
	}
	if _, _, unit := unitAt(doc, next); unit && (!doc.Is(next, "year") || isAge(doc, next+1)) {
		return true
	}
	penn := doc.Tags[next].Penn
	if yearly := yearNouns.HasToken(doc, next); yearly {
		return false
	}
	if penn == extract.PennNNS || doc.Is(next, "people") || doc.Is(next, "metres") || doc.Is(next, "meters") {
		return !determined
	}
	if penn == extract.PennJJ && int(next)+1 < len(doc.Tags) && doc.Tags[next+1].Penn == extract.PennNNS {
		return !determined
	}
	return false
}

// inRange tells whether a year is one end of a range of years in brackets or
// with a dash.
func inRange(doc *extract.Document, at, end int32) bool {
	dash := func(i int32) bool { return doc.Is(i, "-") || doc.Is(i, "–") || doc.Is(i, "—") }
	if _, _, ok := yearAt(doc, end+1); ok && dash(end) {
		return true
	}
	if at >= 2 {
		if _, _, ok := yearAt(doc, at-2); ok && dash(at-1) {
			return true
		}
	}
	return false
}

// shortYearAt reads "'98" after a word that asks for a year.
func shortYearAt(doc *extract.Document, at int32) (int, int32, bool) {
	if int(at) >= len(doc.Tokens) {
		return 0, at, false
	}
	text := textFrom(doc, at)
	rest := strings.TrimPrefix(strings.TrimPrefix(text, "'"), "’")
	if rest == text {
		return 0, at, false
	}
	n, length := digits(rest, 3)
	end := endOfBytes(doc, at, len(text)-len(rest)+length)
	if length != 2 || end == at || at == 0 || !yearCues.HasToken(doc, at-1) && !doc.Is(at-1, "of") && !doc.Is(at-1, "than") {
		return 0, at, false
	}
	return shortYear(n, doc), end, true
}

// shortYear gives two digits the century that makes them the latest year not
// long after publication.
func shortYear(n int, doc *extract.Document) int {
	pivot := 2030
	if !doc.Published.IsZero() {
		pivot = doc.Published.Year() + 10
	}
	y := pivot - pivot%100 + n
	if y > pivot {
		y -= 100
	}
	return y
}

func apostropheYear(m pattern.Match) meaning {
	y, _, ok := shortYearAt(m.Doc, m.Start)
	if !ok || y < 1 {
		return nil
	}
	return fixed(yearPeriod(y))
}

func era(m pattern.Match) meaning {
	n, _, _ := numberAt(m.Doc, m.Get("n").Start)
	y := int(n)
	if n != float64(y) || y < 1 || y > 9999 {
		return nil
	}
	last := m.Doc.Word(m.End - 1)
	if strings.HasPrefix(last, "B") {
		return constant(extract.Date, fmt.Sprintf("-%04d", y), "")
	}
	if !m.Doc.Tokens[m.End-1].Class.IsCapital() && !m.Doc.Tokens[m.Start].Class.IsCapital() {
		return nil
	}
	return fixed(yearPeriod(y))
}

// fiscalYear is a fiscal year, whose borders are those of its company: it is
// not resolved.
func fiscalYear(m pattern.Match) meaning {
	return constant(extract.Date, fmt.Sprintf("FY%04d", yearOf(m)), "")
}

// fiscalCodeAt reads "FY2018" and "FY18".
func fiscalCodeAt(doc *extract.Document, at int32) (int, int32, bool) {
	rest, ok := strings.CutPrefix(doc.Word(at), "FY")
	n, length := digits(rest, 5)
	if !ok || length != len(rest) || length != 4 && length != 2 {
		return 0, at, false
	}
	return fullYear(n, length), at + 1, true
}

func fiscalCode(m pattern.Match) meaning {
	y, _, _ := fiscalCodeAt(m.Doc, m.Start)
	return constant(extract.Date, fmt.Sprintf("FY%04d", y), "")
}

func relativeFiscal(m pattern.Match) meaning {
	n := relativeAt(m.Doc, m.Get("r").Start)
	return func(c *context) result {
		today, ok := c.today()
		if !ok {
			return result{value: "FYXXXX", anchor: extract.None}
		}
		return result{value: fmt.Sprintf("FY%04d", today.Year()+n), anchor: extract.None}
	}
}

// decadeDigitsAt reads "1980s", "80s", "'80s" and "1930's".
func decadeDigitsAt(doc *extract.Document, at int32) (int, int32, bool) {
	if int(at) >= len(doc.Tokens) || doc.Glued(at) && doc.Tokens[at-1].Class != extract.ClassPunct {
		return 0, at, false
	}
	text := textFrom(doc, at)
	rest := strings.TrimPrefix(strings.TrimPrefix(text, "'"), "’")
	n, length := digits(rest, 5)
	if length != 4 && length != 2 || n%10 != 0 || length == 4 && (n < 1000 || n > 2200) {
		return 0, at, false
	}
	tail := rest[length:]
	ending := len(tail)
	tail = strings.TrimPrefix(strings.TrimPrefix(tail, "'"), "’")
	apostrophe := ending - len(tail)
	if !strings.HasPrefix(tail, "s") || apostrophe > 0 && n%100 == 0 {
		return 0, at, false
	}
	end := endOfBytes(doc, at, len(text)-len(rest)+length+apostrophe+1)
	if end == at || length == 2 && len(rest) == len(text) && !doc.Is(at-1, "the") && !doc.Is(at-1, "and") && !doc.Is(at-1, "early") &&
		!doc.Is(at-1, "late") && !doc.Is(at-1, "-") {
		return 0, at, false
	}
	if length == 2 {
		n += 1900
	}
	return n, end, true
}

func decadeDigits(m pattern.Match) meaning {
	y, _, _ := decadeDigitsAt(m.Doc, m.Get("x").Start)
	if agesBefore(m) || degreesBefore(m) || m.Doc.Glued(m.Start) && (m.Doc.Is(m.Start-2, "over") || m.Doc.Is(m.Start-2, "under")) {
		return nil
	}
	return fixed(period{unit: decade, start: date(y, 1, 1)})
}

// agesBefore tells whether the tens are an age: "in his 80s", "in their 40s".
func agesBefore(m pattern.Match) bool {
	i, ok := before(m)
	return ok && (m.Doc.Tags[i].Penn == extract.PennPRPS || i > 0 && m.Doc.Tags[i-1].Penn == extract.PennPRPS)
}

var degreeWords = lexicon.NewSet("temperature", "temperatures", "highs", "lows", "degrees", "mercury")

// degreesBefore tells whether the tens are of a temperature: "highs in the 80s".
func degreesBefore(m pattern.Match) bool {
	for i := m.Start - 1; i >= 0 && i >= m.Start-6; i-- {
		if degreeWords.HasToken(m.Doc, i) {
			return len(m.Doc.Word(m.Get("x").Start)) <= 3
		}
	}
	return false
}

func decadeWords(m pattern.Match) meaning {
	n, _, _ := vocabulary().decades.find(m.Doc, m.Get("x").Start)
	return fixed(period{unit: decade, start: date(1900+n, 1, 1)})
}

func centuryOf(m pattern.Match) meaning {
	n, _, _ := ordinalAt(m.Doc, m.Get("o").Start)
	if n < 2 || n > 30 || m.Doc.Is(m.Start, "the") && m.Doc.Is(m.End-2, "-") {
		return nil // of "the 19th-century house", "the" belongs to the house
	}
	return fixed(period{unit: century, start: date(100*(n-1), 1, 1)})
}

func centuryBefore(m pattern.Match) meaning {
	n, _, _ := ordinalAt(m.Doc, m.Get("o").Start)
	if n < 1 || n > 99 {
		return nil
	}
	return constant(extract.Date, fmt.Sprintf("-%02d", n-1), "")
}
