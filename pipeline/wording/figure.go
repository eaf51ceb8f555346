package wording

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/pipeline/claimsfile"
)

// Figures writes quantities and dates in the order of the text, and "three
// months" once when it is both.
func Figures(quantities []claimsfile.Quantity, dates []claimsfile.Date) []string {
	type placed struct {
		start int
		text  string
	}
	var found []placed
	places := map[claimsfile.Place]bool{}
	for _, q := range quantities {
		found = append(found, placed{q.Start, Quantity(q)})
		places[q.Place] = q.Kind == "duration"
	}
	for _, d := range dates {
		if !places[d.Place] || d.Type != "DURATION" {
			found = append(found, placed{d.Start, Date(d)})
		}
	}
	slices.SortStableFunc(found, func(a, b placed) int { return cmp.Compare(a.start, b.start) })
	var lines []string
	for _, f := range found {
		lines = append(lines, f.text)
	}
	return lines
}

// Quantity writes "over 500 videos = over 500", "£3.2bn = £3,200,000,000".
func Quantity(q claimsfile.Quantity) string {
	return figure(q.Text, Amount(q), q.Rule)
}

// Amount writes what a quantity amounts to: "over 500", "£3,200,000,000", "5 to
// 7 km".
func Amount(q claimsfile.Quantity) string {
	var b strings.Builder
	if q.Modifier != "exact" {
		b.WriteString(strings.ReplaceAll(q.Modifier, "_", " ") + " ")
	}
	sign, unit := signs(q)
	switch {
	case q.Value != nil:
		b.WriteString(sign + thousands(*q.Value))
	case q.Low != nil && q.High != nil:
		b.WriteString(sign + thousands(*q.Low) + " to " + sign + thousands(*q.High))
	case q.Low != nil:
		b.WriteString("from " + sign + thousands(*q.Low))
	case q.High != nil:
		b.WriteString("up to " + sign + thousands(*q.High))
	}
	b.WriteString(unit)
	if q.Trend != "" {
		b.WriteString(" " + q.Trend)
	}
	return strings.TrimSpace(b.String())
}

// figure writes what an expression means and which rule found it.
func figure(text, means, rule string) string {
	if means != "" && means != text {
		text += " = " + means
	}
	if rule != "" {
		text += " (rule " + rule + ")"
	}
	return text
}

// signs returns what a quantity's unit puts before its numbers, and after them:
// "£" and "/yr", "" and "%", "" and " km".
func signs(q claimsfile.Quantity) (before, after string) {
	u := q.Unit
	switch {
	case u == nil:
		return "", ""
	case u.Symbol == "", u.Dimension == "time", u.Dimension == "age", u.Dimension == "points": // "yr" and "pt" read badly
		one := q.Value != nil && *q.Value == 1
		return "", " " + plural(u.Name, one)
	}
	first, size := utf8.DecodeRuneInString(u.Symbol)
	switch {
	case unicode.Is(unicode.Sc, first) && first != '¢':
		return u.Symbol[:size], u.Symbol[size:]
	case u.Dimension == "currency":
		symbol, per := u.Symbol, ""
		if i := strings.LastIndexByte(symbol, '/'); i > 0 && i < len(symbol)-1 { // "p/share", but not "S/"
			symbol, per = symbol[:i], symbol[i:]
		}
		last, _ := utf8.DecodeLastRuneInString(symbol)
		switch {
		case size == len(symbol): // "21.7p", "41¢/share"
			return "", u.Symbol
		case unicode.IsLetter(last): // "Rs 500"
			return symbol + " ", per
		}
		return symbol, per // "S/500"
	case !unicode.IsLetter(first) && first != '°': // "15%"
		return "", u.Symbol
	}
	return "", " " + u.Symbol
}

// plural returns the plural of a unit's name: "kilometres per hour".
func plural(name string, one bool) string {
	if one {
		return name
	}
	rest := ""
	for _, word := range []string{" per ", " of "} { // "years of age"
		if i := strings.Index(name, word); i >= 0 {
			name, rest = name[:i], name[i:]
		}
	}
	if stem, ok := strings.CutSuffix(name, "y"); ok && strings.HasSuffix(stem, "ur") { // century
		name = stem + "ies"
	} else if !strings.HasSuffix(name, "s") {
		name += "s"
	}
	return name + rest
}

// mods are the words for the mods of TIMEX3 that claims files have.
var mods = map[string]string{
	"BEFORE": "before", "AFTER": "after", "ON_OR_BEFORE": "by", "ON_OR_AFTER": "from", "LESS_THAN": "less than",
	"MORE_THAN": "more than", "EQUAL_OR_LESS": "at most", "EQUAL_OR_MORE": "at least", "START": "start of", "MID": "middle of",
	"END": "end of", "APPROX": "about",
}

// Date writes "On Monday = 2020-07-06", "late May = end of 2020-05", "two weeks
// = 2 weeks".
func Date(d claimsfile.Date) string {
	return figure(d.Text, Time(d), d.Rule)
}

// Time writes what a date means: "2020-07-06", "end of 2020-05", "2 weeks"; ""
// when its own words are all that is known.
func Time(d claimsfile.Date) string {
	value := d.Value
	if words, ok := duration(value); ok {
		value = words
	}
	switch {
	case strings.HasSuffix(value, "_REF"):
		value = "" // "now": its own words say it
	case strings.HasPrefix(value, "XXXX-"):
		value += ", unresolved"
	}
	if mod, ok := mods[d.Mod]; ok && value != "" {
		value = mod + " " + value
	}
	return value
}

// duration writes an ISO 8601 duration of one unit in words: "P3M" is "3
// months", "PT3M" is "3 minutes".
func duration(value string) (string, bool) {
	rest, ok := strings.CutPrefix(value, "P")
	if !ok || rest == "" {
		return "", false
	}
	units := "YyearMmonthWweekDday"
	if time, ok := strings.CutPrefix(rest, "T"); ok {
		rest, units = time, "HhourMminuteSsecond"
	}
	if rest == "" {
		return "", false
	}
	number, letter := rest[:len(rest)-1], rest[len(rest)-1:]
	_, name, ok := strings.Cut(units, letter)
	x, err := strconv.ParseFloat(number, 64)
	if !ok || err != nil || letter < "A" || letter > "Z" {
		return "", false
	}
	if end := strings.IndexFunc(name, unicode.IsUpper); end >= 0 {
		name = name[:end]
	}
	return thousands(x) + " " + plural(name, x == 1), true
}

// thousands writes a number with its thousands apart: 49,000,000.
func thousands(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if len(s) > 24 {
		return strconv.FormatFloat(x, 'g', -1, 64)
	}
	whole, rest := s, ""
	if dot := strings.IndexByte(s, '.'); dot >= 0 {
		whole, rest = s[:dot], s[dot:]
	}
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return sign + whole + rest
}
