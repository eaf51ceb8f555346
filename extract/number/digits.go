package number

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// maxGroups bounds the groups of three digits with blanks between them.
const maxGroups = 6

// digits reads a number in digits at token i: "1,200", "1 234 567", ".08".
func (r reader) digits(i int32) (d decimal, end int32, ok bool) {
	if r.class(i) != extract.ClassDigits {
		return decimal{}, i, false
	}
	text := r.Word(i)
	end = i + 1
	if isGroup(text, 1) {
		for n := 0; n < maxGroups && r.class(end) == extract.ClassDigits && isBlank(r.Gap(end)) && isGroup(r.Word(end), 3); n++ {
			text += r.Word(end)
			end++
		}
		if whole, decimals, ok := strings.Cut(r.textAt(end), "."); ok && end > i+1 && isBlank(r.Gap(end)) && isGroup(whole, 3) && isGroup(decimals, 1) {
			text += r.Word(end)
			end++
		}
	}
	if part, after, found := r.decimalComma(i, end); found {
		text, end = text+","+part, after
	}
	text, ok = plainDigits(text)
	if !ok {
		return decimal{}, i, false
	}
	d, ok = parseDecimal(text)
	return d, end, ok
}

// decimalComma reads the decimals after a comma at token end, behind a number
// that starts at token i, where what stands beside shows an amount: "12,5 %",
// "€1.234,50". Elsewhere such commas part the items of a list: "pages 12,13".
func (r reader) decimalComma(i, end int32) (part string, after int32, ok bool) {
	if r.textAt(end) != "," || !r.Glued(end) || !r.Glued(end+1) || r.class(end+1) != extract.ClassDigits || end != i+1 ||
		strings.Contains(r.Word(i), ",") {
		return "", end, false
	}
	part, after = r.textAt(end+1), end+2
	if len(part) > 2 || strings.Trim(part, "0123456789") != "" || r.textAt(after) == "," && r.Glued(after) && r.Glued(after+1) || r.textAt(i-1) == "," {
		return "", end, false
	}
	money := r.isCurrency(i-1) || r.class(after) == extract.ClassSymbol
	percent := r.textAt(after) == "per" && r.textAt(after+1) == "cent"
	return part, after, money || percent || commaUnits.HasToken(r.Document, after) || r.word(after).role == scale
}

// commaUnits are units before which a comma between digits is a decimal mark.
var commaUnits = lexicon.NewSet("percent", "pc", "km", "m", "cm", "mm", "kg", "g", "t", "ha", "km/h", "kwh", "mwh", "euro", "euros",
	"dollars", "pounds", "francs", "kronor", "kroner", "degrees", "metres", "meters", "kilometres", "tonnes", "litres", "hours")

// isGroup tells whether text is one to three digits, at least so many: a group
// of thousands.
func isGroup(text string, least int) bool {
	if len(text) < least || len(text) > 3 || least == 1 && text[0] == '0' {
		return false
	}
	return strings.Trim(text, "0123456789") == ""
}

// isBlank tells whether a gap is one blank that can part thousands.
func isBlank(gap string) bool {
	return gap == " " || gap == "\u00a0" || gap == "\u202f" || gap == "\u2009"
}

// plainDigits removes the separators of thousands and makes the decimal mark a
// point: "1,234.5" and "1.234,5" give "1234.5", "12,34,567" gives "1234567".
// It is false for what is no number: "2.0.1", "192.168.0.1".
func plainDigits(text string) (string, bool) {
	commas, points := strings.Count(text, ","), strings.Count(text, ".")
	switch {
	case commas == 0 && points <= 1:
		return text, true
	case points == 1 && strings.LastIndexByte(text, ',') < strings.IndexByte(text, '.'):
		before, after, _ := strings.Cut(text, ".")
		before, ok := joinGroups(before, ",", 2)
		return before + "." + after, ok
	case points == 0:
		if joined, ok := joinGroups(text, ",", 2); ok {
			return joined, true
		}
		return strings.Replace(text, ",", ".", 1), commas == 1
	case commas == 0:
		return joinGroups(text, ".", 3)
	case commas == 1 && strings.LastIndexByte(text, '.') < strings.IndexByte(text, ','):
		before, after, _ := strings.Cut(text, ",")
		before, ok := joinGroups(before, ".", 3)
		return before + "." + after, ok
	}
	return "", false
}

// joinGroups removes the separators between groups of digits. The last group
// has three digits, those in the middle three or as few as least (Indian
// lakhs), the first at most three.
func joinGroups(text, separator string, least int) (string, bool) {
	groups := strings.Split(text, separator)
	for i, group := range groups {
		last, first := i == len(groups)-1, i == 0
		if first && (len(group) < 1 || len(group) > 3) || last && len(group) != 3 ||
			!first && (len(group) < least || len(group) > 3) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// suffixScale returns the scale of the letters at token i, right after digits:
// "2.7m", "£3.2 bn". d is the number before them, at the token it starts with.
func (r reader) suffixScale(d decimal, at, i int32) (decimal, bool) {
	w := r.word(i)
	if w.role != suffix || r.Glued(i+1) && r.class(i+1) != extract.ClassPunct && r.class(i+1) != extract.ClassSymbol {
		return decimal{}, false
	}
	text := r.Word(i)
	money := r.isCurrency(at - 1)
	if !r.Glued(i) && len(text) < 2 && !(isBlank(r.Gap(i)) && (money || r.isColumn(at, i)) || r.isNumeral()) {
		return decimal{}, false
	}
	switch text {
	case "G":
		return w.value, r.isNumeral()
	case "m":
		return w.value, money || !r.isMetre(d, at, i)
	case "K":
		return w.value, !r.isKelvin(at)
	case "k", "M", "bn", "Bn", "BN", "mn", "mln", "bln", "bil", "tn", "tln", "trn", "mil", "lkh", "lkhs":
		return w.value, true
	case "b", "B", "t", "T", "MM", "cr":
		return w.value, money
	}
	return decimal{}, false
}

// maxDegrees bounds how far before a number the degrees stand that make kelvins
// of its K.
const maxDegrees = 8

// isKelvin tells whether a number stands near a temperature in degrees: "300 °C
// (573.15K)".
func (r reader) isKelvin(at int32) bool {
	for k := at - 1; k >= max(0, at-maxDegrees); k-- {
		if strings.HasPrefix(r.Word(k), "°") || r.Is(k, "degrees") {
			return true
		}
	}
	return false
}

// isColumn tells whether digits with a mark stand alone with the letter at
// token i, as in a column: "1,674.5 M", "2.33 k".
func (r reader) isColumn(at, i int32) bool {
	text := r.Word(i)
	return (text == "k" || text == "M") && strings.ContainsAny(r.Word(at), ".,") && r.class(i+1) == extract.ClassPunct
}

// textAt returns the text of token i; "" where there is none.
func (r reader) textAt(i int32) string {
	if i < 0 || int(i) >= len(r.Tokens) {
		return ""
	}
	return r.Word(i)
}

// isCurrency tells whether token i is a currency sign or looks like the code
// of one: "US$", "EUR", "RM".
func (r reader) isCurrency(i int32) bool {
	if r.class(i) == extract.ClassUpper {
		return r.Glued(i+1) && len(r.Word(i)) <= 3
	}
	if r.class(i) != extract.ClassSymbol {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(r.Word(i))
	return unicode.Is(unicode.Sc, last)
}

var (
	// afterMetres are words that follow a length.
	afterMetres = lexicon.NewSet("long", "wide", "tall", "high", "deep", "thick", "away", "apart", "above", "below",
		"freestyle", "backstroke", "breaststroke", "butterfly", "sprint", "sprinter", "hurdles", "race", "relay", "dash",
		"final", "heat", "medley", "steeplechase", "x", "×", "²", "³")
	// lengths are words that a length belongs to.
	lengths = lexicon.NewSet("length", "width", "height", "depth", "distance", "altitude", "radius", "diameter", "reach", "outreach", "span", "wingspan", "men's",
		"women's", "men", "women")
	// measurers are verbs whose object is a length; fallers stand before one where
	// the words after it tell: "fell 30m into a ravine".
	measurers = lexicon.NewSet("measures", "measured", "measuring", "stood", "stands", "standing", "leapt", "threw", "swam", "dived",
		"cleared", "vaulted", "stretches", "stretched")
	fallers     = lexicon.NewSet("fell", "falls", "fallen", "falling", "plunged", "plunging", "dropped", "climbed", "ran", "jumped", "about", "than", "over", "least", "nearly", "almost")
	afterFall   = lexicon.NewSet("off", "into", "down", "onto", "underwater")
	lengthLinks = lexicon.NewSet("of", "is", "was", ":")
	lengthUnits = lexicon.NewSet("ft", "feet", "foot", "in", "inch", "inches", "yd", "yards", "miles", "cm", "mm", "km")
	beforeRace  = lexicon.NewSet("the", "'s", "men", "women")
	races       = []int{50, 60, 100, 200, 400, 800, 1500, 5000, 10000}
)

// isMetre tells whether the letter m at token i, after number d at token at,
// stands for metres and not for a million.
func (r reader) isMetre(d decimal, at, i int32) bool {
	if afterMetres.HasToken(r.Document, r.pastHyphen(i+1)) || lengthLinks.HasToken(r.Document, at-1) && lengths.HasToken(r.Document, at-2) {
		return true
	}
	if r.form(i+1) == formOpen && r.class(i+2) == extract.ClassDigits && lengthUnits.HasToken(r.Document, i+3) {
		return true // "1.8m (6ft)"
	}
	if measurers.HasToken(r.Document, at-1) || fallers.HasToken(r.Document, at-1) && afterFall.HasToken(r.Document, i+1) {
		return true
	}
	n, ok := d.integer()
	if !ok || !beforeRace.HasToken(r.Document, at-1) {
		return false
	}
	for _, race := range races {
		if n == race {
			return true
		}
	}
	return false
}
