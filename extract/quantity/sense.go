package quantity

import (
	"strings"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// maxLookBack bounds how far a test looks back in its sentence.
const maxLookBack = 40

var (
	afterInches = lexicon.NewSet("long", "wide", "tall", "high", "deep", "thick", "x", "×")
	// letterUnits are the one-letter signs that stand apart from their number.
	letterUnits = lexicon.NewSet("m", "g", "l", "h", "s", "v", "w", "j", "k", "f", "c", "b", "r", "t")
	massWords   = lexicon.NewSet("weigh", "weighs", "weighed", "weighing", "weight", "heavy", "heavier", "lighter", "mass",
		"lift", "lifted", "gained", "shed")
	moneyWords = lexicon.NewSet("pay", "paid", "pays", "paying", "cost", "costs", "price", "priced", "prices", "worth",
		"fine", "fined", "spent", "spend", "spending", "fee", "sold", "bought", "salary", "wage", "wages", "earn", "earns",
		"earned", "raise", "raised", "tax", "loan", "debt", "pension", "profit", "bill", "bills", "fund", "donated",
		"invest", "invested", "investment", "budget", "bank", "stolen", "charge", "charged", "saved", "save", "savings")
)

// isUnit tells whether a form that stands at token i after a number is meant
// as a unit, where other readings are near.
func (r reader) isUnit(m measure, s surface, i int32) bool {
	word := r.Word(i)
	glued := r.Glued(i) || r.Glued(i-1) && r.form(i-1) == formHyphen
	if word == "p" && r.isResolution(m.number, i) {
		return false
	}
	if len(s.forms) == 1 && utf8.RuneCountInString(word) == 1 && s.tokens != nil {
		return r.isLetterUnit(word, i, glued)
	}
	switch s.unit.Name {
	case "inch":
		return word != "in" || glued || afterInches.HasToken(r.Document, i+1) || r.Is(i-2, "ft") || r.Is(i-2, "feet")
	case "second":
		return r.form(i) != formSecond || m.number.Low == 1 || isArticle(r.form(i-1)) || glued || r.class(i-1) == extract.ClassDigits
	case "time":
		return r.isMultiple(m, i, glued)
	case "stone":
		return m.number.Low >= 5 && m.number.Low <= 40 && !r.tag(i+1).Penn.IsNoun()
	case "cup", "mole":
		return r.form(i+1) == formOf || m.number.Kind == extract.Fraction || glued
	}
	return true
}

// isResolution tells whether a number and the p at token i name the lines of a
// picture and no pence: "1080p video".
func (r reader) isResolution(n extract.Number, i int32) bool {
	switch n.Low {
	case 1080, 2160, 4320:
		return true
	case 240, 360, 480, 720, 1440:
		return r.near(i, pictures)
	}
	return false
}

var pictures = lexicon.NewSet("video", "videos", "screen", "display", "resolution", "camera", "stream", "streaming", "webcam",
	"footage", "television", "tv", "monitor", "fps", "hd", "record", "records", "recording", "youtube")

// wordCodes are codes of currencies that are also words, names or other
// abbreviations.
var wordCodes = lexicon.NewSet("ALL", "AMD", "ANG", "ARS", "BAM", "BMD", "BOB", "BTN", "CAD", "COP", "CUP", "DOP", "ERN", "ETH",
	"GEL", "GIP", "LAK", "MAD", "MDL", "MOP", "MUR", "PAB", "PEN", "RON", "SCR", "SLE", "SOS", "STN", "TOP", "TRY")

// isCodeOfMoney tells whether a code beside the number at token i is meant as
// money: "COP 26,000", but not "COP 26", "ALL 5" or "3 PEN FRIENDS".
func (r reader) isCodeOfMoney(code string, start, i int32) bool {
	n, ok := r.numberIndex(i)
	if len(code) != 3 || !wordCodes.Has(extract.FormOf(code)) || strings.ToLower(code) == code || !ok {
		return true
	}
	number := r.Numbers[n]
	s := r.SentenceAt(start)
	alone := s >= 0 && int32(r.Sentences[s].Len()) <= int32(number.Len())+2
	return alone || r.isMarked(number) || r.near(i, moneyWords)
}

var (
	formSecond = extract.FormOf("second")
	formTimes  = extract.FormOf("times")
)

// isMultiple tells whether "times" or "x" after a number multiplies: "three
// times", "6x", but not "one time" or "4 x 100".
func (r reader) isMultiple(m measure, i int32, glued bool) bool {
	switch {
	case r.form(i) == formTimes || r.form(i) == formHyphen:
		return r.class(i) != extract.ClassTitle
	case r.form(i) == formX:
		return glued && r.class(i+1) != extract.ClassDigits
	}
	return r.Is(i, "fold") || glued && r.Is(i, "time")
}

var formX = extract.FormOf("x")

// isLetterUnit tells whether a single letter or mark after a number is a unit.
func (r reader) isLetterUnit(word string, i int32, glued bool) bool {
	switch word {
	case "'", "’":
		return r.Glued(i) && r.class(i-1) == extract.ClassDigits &&
			(r.Glued(i+1) && r.class(i+1) == extract.ClassDigits || !r.opened(i, "'", "‘"))
	case "\"", "”":
		if !r.Glued(i) && !afterInches.HasToken(r.Document, i+1) {
			return false
		}
		return r.class(i-1) == extract.ClassDigits && !r.opened(i, "\"", "“")
	case "″", "′", "%", "°", "º", "₽", "€", "£", "¥", "Ω", "×":
		return true
	}
	if r.class(i) == extract.ClassSymbol || glued {
		return true
	}
	if word == "A" && r.form(i+1) == formSlash && r.Glued(i+1) {
		return true
	}
	_, scale := scaleWords[r.form(i-1)]
	if r.class(i-1) != extract.ClassDigits && !scale || !letterUnits.HasToken(r.Document, i) {
		return false
	}
	end := r.class(i+1) == extract.ClassPunct || r.class(i+1) == extract.ClassLower || r.class(i+1) == extract.ClassUpper
	switch word {
	case "b", "R", "s", "h", "r":
		return r.class(i+1) == extract.ClassPunct && r.form(i+1) != formHyphen
	case "K", "F", "C", "V", "W", "J", "m", "g", "l", "L", "t":
		return end
	}
	return false
}

// opened tells whether a quotation is open before token i of its sentence.
func (r reader) opened(i int32, marks ...string) bool {
	open := false
	for k := i - 1; k >= max(0, i-3*maxLookBack); k-- {
		for _, mark := range marks {
			if r.Word(k) == mark {
				open = !open
			}
		}
	}
	return open
}

// sense chooses between two units of one name: the pound of money and that of
// mass, the degree of temperature and that of angles.
func (r reader) sense(m measure, s surface, i int32) extract.Unit {
	if s.unit.Name == "degree Fahrenheit" && r.Word(i) == "F" && r.near(i, capacitors) {
		if s := r.units.after[formFarad]; len(s) > 0 {
			return s[0].unit
		}
	}
	if s.unit.Name == "degree" && r.near(i, heat) {
		return extract.Unit{Name: s.unit.Name, Symbol: s.unit.Symbol, Dimension: "temperature"}
	}
	if s.unit.Name != "pound-mass" || r.form(i) != formPound && r.form(i) != formPounds {
		return s.unit
	}
	if s := r.units.after[formQuid]; r.isMoneyPound(m, i) && len(s) > 0 {
		return s[0].unit
	}
	return s.unit
}

var (
	formPound  = extract.FormOf("pound")
	formPounds = extract.FormOf("pounds")
	formFarad  = extract.FormOf("farad")
	formQuid   = extract.FormOf("quid")
)

// heat are the words near degrees that are no angle.
var heat = lexicon.NewSet("temperature", "temperatures", "warmer", "colder", "hotter", "cooler", "warming", "heat", "cold", "heatwave",
	"celsius", "fahrenheit", "centigrade", "thermometer", "warm", "hot", "weather", "fever", "oven", "freezing", "frost")

// capacitors are the words near an F that stands for farads.
var capacitors = lexicon.NewSet("capacitor", "capacitors", "capacitance", "supercapacitor", "supercapacitors")

// isMoneyPound tells whether "pounds" at token i, after a number, are money:
// by the size of the number and by the words around.
func (r reader) isMoneyPound(m measure, i int32) bool {
	if m.hyphen || r.form(i) == formPound && m.number.Low != 1 || r.form(i+1) == formOf {
		return false
	}
	if m.number.Low >= 1e6 {
		return true
	}
	for d := int32(1); d < maxLookBack/2; d++ { // the nearest word tells
		for _, k := range []int32{i - d, i + d} {
			if massWords.HasToken(r.Document, k) {
				return false
			}
			if moneyWords.HasToken(r.Document, k) {
				return true
			}
		}
	}
	return false
}
