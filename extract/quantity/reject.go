package quantity

import (
	"slices"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// labels are nouns whose number tells which one, not how many.
var labels = lexicon.NewSet("no", "no.", "nos.", "number", "numbers", "page", "pages", "chapter", "version", "section", "part",
	"level", "phase", "group", "week", "day", "route", "highway", "interstate", "room", "channel", "article", "type", "grade",
	"figure", "fig.", "table", "step", "episode", "season", "game", "round", "stage", "flight", "act", "bill", "category",
	"gate", "platform", "district", "ward", "model", "form", "unit", "rule", "question", "item", "lane", "line", "tier",
	"division", "league", "area", "zone", "block", "building", "apartment", "suite", "exit", "junction", "#", "volume", "issue",
	"formula", "class", "championship", "proposition", "amendment", "resolution", "paragraph", "clause", "schedule", "appendix",
	"year", "quarter", "op.", "opus", "psalm", "verse", "matchday", "gameweek", "test", "track", "studio", "bbc", "ch", "pp.",
	"p.", "vol.", "para", "paras", "isbn", "postcode", "box", "windows", "iphone", "galaxy", "wave", "waves", "terminal")

// leaves are the labels of parts of a text, whose numbers are no score: "pages
// 3-1".
var leaves = lexicon.NewSet("page", "pages", "pp.", "verse", "verses", "chapter", "chapters", "line", "lines")

// rejected tells whether an amount is no quantity: part of a date, a time or a
// name, a label, a list mark.
func (r reader) rejected(a amount) bool {
	n := a.number
	if n.Kind == extract.Ordinal {
		return true
	}
	if r.isDated(a) {
		return true
	}
	if !leaves.HasToken(r.Document, a.number.Start-1) && r.isScore(a) || a.against.End > 0 && r.form(a.number.End) == formTo {
		return false
	}
	if r.numeral {
		return false
	}
	if r.isNamed(a) || r.isGlued(a) || r.isCode(a) || r.isModel(a) {
		return true
	}
	if a.hasUnit() {
		return r.isOneDay(a) || r.isMoment(a) || r.isWatch(a) || r.isHalfHour(a) || a.End == n.End+1 && len(r.Word(n.End)) == 1 && r.class(n.End).IsCapital() && r.isLabel(a) // "Boeing 777F"
	}
	return r.isLabel(a) || r.isClock(a) || r.isListMark(a)
}

// isDated tells whether an amount is part of a date or time and no amount: the
// 10 of "10 July", but not the times of "three times a week".
func (r reader) isDated(a amount) bool {
	t, ok := r.timexAt(a.number.TokenRange)
	if !ok || a.unit.Dimension == "time" || r.outweighs(a, t) {
		return false
	}
	if !a.hasUnit() {
		return true
	}
	switch t.Type {
	case extract.Duration, extract.Set:
		return false
	}
	if a.unit.Dimension == "currency" || a.unit.Dimension == "ratio" {
		return false
	}
	lone := t.TokenRange == a.number.TokenRange && !r.isYear(a) // "a package of 1500 b"
	return t.Type != extract.Date || !r.Glued(a.number.End) && !lone
}

// outweighs tells whether a number that overlaps a time expression is an amount
// all the same: it holds more, as "3 million and a quarter", it is all that the
// article says, or it is an average: "by an average of 1500".
func (r reader) outweighs(a amount, t extract.Timex) bool {
	if a.number.Covers(t.TokenRange) && a.number.Len() > t.Len() {
		return true
	}
	if t.TokenRange != a.number.TokenRange {
		return false
	}
	return r.numeral || !r.isYear(a) && r.form(a.Start-1) == formOf && totals.HasToken(r.Document, a.Start-2)
}

// isOneDay tells whether "one day" is a day left open: "One day he will win".
func (r reader) isOneDay(a amount) bool {
	return r.form(a.number.Start) == formOne && a.unit.Name == "day" && !a.hyphen &&
		(r.isSentenceStart(a.Start) || r.tag(a.End).POS == extract.PRON)
}

// isMoment tells whether "at one point" is a time: "At one point he wept."
func (r reader) isMoment(a amount) bool {
	return r.form(a.number.Start) == formOne && a.unit.Name == "point" && r.Is(a.Start-1, "at")
}

// isHalfHour tells whether "the half-hour" is a point in time: "before the
// half-hour".
func (r reader) isHalfHour(a amount) bool {
	return a.number.Kind == extract.Fraction && a.hyphen && a.unit.Name == "hour" && r.form(a.Start-1) == formThe &&
		r.tag(a.Start-2).POS == extract.ADP && !r.isNoun(a.End)
}

// timexAt returns the time expression that overlaps a range.
func (r reader) timexAt(t extract.TokenRange) (extract.Timex, bool) {
	i, _ := slices.BinarySearchFunc(r.Timexes, t.End, func(x extract.Timex, end int32) int { return int(x.Start - end) })
	for k := i - 1; k >= max(0, i-4); k-- {
		if r.Timexes[k].Overlaps(t) {
			return r.Timexes[k], true
		}
	}
	return extract.Timex{}, false
}

// mentionBefore returns the mention that ends right before token i.
func (r reader) mentionBefore(i int32) (int, bool) {
	k, _ := slices.BinarySearchFunc(r.Mentions, i, func(m extract.Mention, at int32) int { return int(m.Start - at) })
	for k--; k >= 0 && r.Mentions[k].Start > i-maxPhrase; k-- {
		if r.Mentions[k].End == i {
			return k, true
		}
	}
	return 0, false
}

// nameAt returns the name that holds token i.
func (r reader) nameAt(i int32) (extract.Mention, bool) {
	k, _ := slices.BinarySearchFunc(r.Mentions, i+1, func(m extract.Mention, at int32) int { return int(m.Start - at) })
	for k--; k >= 0 && r.Mentions[k].Start > i-maxPhrase; k-- {
		if r.Mentions[k].Kind == extract.Name && r.Mentions[k].Contains(i) {
			return r.Mentions[k], true
		}
	}
	return extract.Mention{}, false
}

// isNamed tells whether the number is part of a name.
func (r reader) isNamed(a amount) bool {
	k, _ := slices.BinarySearchFunc(r.Mentions, a.number.End, func(m extract.Mention, at int32) int { return int(m.Start - at) })
	for k--; k >= 0 && r.Mentions[k].Start > a.number.Start-maxPhrase; k-- {
		m := r.Mentions[k]
		if m.Kind == extract.Name && m.Covers(a.number.TokenRange) && m.Len() > a.number.Len() && !a.hasUnit() {
			return true
		}
	}
	return false
}

// isGlued tells whether the number is part of a word: "Covid-19", "V-12",
// "2018's", "1990s".
func (r reader) isGlued(a amount) bool {
	start, end := a.number.Start, a.number.End
	if a.isRange() {
		end = a.to.number.End
	}
	if r.Glued(start) && r.class(start-1).IsWord() && start == a.Start && !a.hasUnit() {
		return true
	}
	if r.form(start-1) == formHyphen && r.Glued(start) && r.Glued(start-1) && start == a.Start {
		before := r.class(start - 2)
		return before.IsWord() || before == extract.ClassAlnum || before == extract.ClassDigits
	}
	if r.Is(start-1, "^") {
		return true // the exponent of "8x2^10"
	}
	if r.Glued(end) && r.form(end) == formSlash && r.class(end+1) == extract.ClassDigits {
		return true
	}
	if r.Glued(end) && r.wordAt(end) == "p" && r.isResolution(a.number, end) {
		return true
	}
	if r.class(end-1) == extract.ClassDigits && ordinalEndings.HasToken(r.Document, end) {
		return true // "the 15,599 th plane"
	}
	return r.Glued(end) && (r.Is(end, "s") || r.Is(end, "'s") || r.Is(end, "’s") || r.class(end) == extract.ClassAlnum && !a.hasUnit())
}

var ordinalEndings = lexicon.NewSet("th", "st", "nd", "rd")

// isLabel tells whether a name or label stands right before the number:
// "Boeing 747", "Section 427", "iPhone 11".
func (r reader) isLabel(a amount) bool {
	before := a.number.Start - 1
	if r.Gap(a.number.Start) == "" && r.class(before) != extract.ClassPunct && r.class(before) != extract.ClassSymbol {
		return true
	}
	if labels.HasToken(r.Document, before) && !r.isSentenceStart(a.number.Start) {
		return true
	}
	if r.Is(before, "local") && r.class(before).IsCapital() && !r.isSentenceStart(before) {
		return true // a branch of a union: "Local 614"
	}
	tag := r.tag(before)
	if tag.POS != extract.PROPN || r.isSentenceStart(a.number.Start) {
		return false
	}
	if _, ok := r.timexAt(extract.TokenRange{Start: before, End: before + 1}); ok {
		return false
	}
	return true
}

func (r reader) isSentenceStart(i int32) bool {
	s := r.SentenceAt(i)
	return s >= 0 && r.Sentences[s].Start == i
}

// isClock tells whether the number is a time of day: "9.30 a.m.", "5 o'clock".
func (r reader) isClock(a amount) bool {
	switch strings.ToLower(r.wordAt(a.number.End)) {
	case "am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "o’clock", "gmt", "bst", "edt", "est":
		return true
	}
	return false
}

// isCode tells whether digits open with a zero, as those of codes do: "runway
// 09L", "agent 007".
func (r reader) isCode(a amount) bool {
	text := r.Word(a.number.Start)
	return len(text) > 1 && text[0] == '0' && '0' <= text[1] && text[1] <= '9'
}

// isModel tells whether a number is the model of an airliner without its maker:
// "five 737 jets", "the 737-800 range".
func (r reader) isModel(a amount) bool {
	if !models.HasToken(r.Document, a.number.Start) || a.number.Len() > 1 {
		return false
	}
	at := a.number.End
	return airliners.HasToken(r.Document, at) || r.pastHyphen(at) > at && r.class(at+1) == extract.ClassDigits
}

var (
	models    = lexicon.NewSet("707", "717", "727", "737", "747", "757", "767", "777", "787")
	airliners = lexicon.NewSet("aircraft", "plane", "planes", "jet", "jets", "airliner", "airliners", "narrowbody", "max", "fleet",
		"dreamliner", "dreamliners", "jumbo", "jetliner", "jetliners", "freighter", "freighters", "replacement")
)

// isWatch tells whether four digits before "hours" are a time of day: "at 2310
// hours".
func (r reader) isWatch(a amount) bool {
	return a.unit.Name == "hour" && a.number.Len() == 1 && len(r.Word(a.number.Start)) == 4 && a.low() < 2400 &&
		r.class(a.number.Start) == extract.ClassDigits && watches.HasToken(r.Document, a.Start-1) && r.form(a.End) != formOf
}

var watches = lexicon.NewSet("at", "from", "until", "by", "before", "after", "to")

// isListMark tells whether the number opens a sentence as a mark of a list:
// "1.", "2)".
func (r reader) isListMark(a amount) bool {
	return r.isSentenceStart(a.number.Start) && r.Glued(a.number.End) && (r.Is(a.number.End, ".") || r.Is(a.number.End, ")"))
}

// wordAt returns the text of token i; "" where there is none.
func (r reader) wordAt(i int32) string {
	if i < 0 || int(i) >= len(r.Tokens) {
		return ""
	}
	return r.Word(i)
}

// isYear tells whether a number looks like a year: four digits without a mark
// of thousands.
func (r reader) isYear(a amount) bool {
	return a.number.Len() == 1 && r.class(a.number.Start) == extract.ClassDigits && len(r.Word(a.number.Start)) == 4 &&
		a.number.Low >= 1900 && a.number.Low < 2100 && a.number.Low == float64(int(a.number.Low))
}
