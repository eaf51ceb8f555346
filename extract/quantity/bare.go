package quantity

import (
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

var (
	levelCues = lexicon.NewSet("to", "at", "of", "by", "from", "below", "above", "over", "under", "than", "reached", "hit", "was", "is", "including", "and")
	scoreCues = lexicon.NewSet("win", "won", "wins", "beat", "beats", "beating", "lost", "lose", "lead", "led", "draw", "drew",
		"victory", "defeat", "loss", "score", "thrashed", "record", "series", "vote", "voted", "ruled", "ruling", "aggregate",
		"trail", "trailing", "trailed", "down", "up", "ahead", "leads", "decision", "split", "set", "sets", "draws", "stalemate",
		"hammering", "thrashing", "triumph", "edged", "tied", "tie")
)

// isBare tells whether a number without unit and noun is a quantity all the
// same: its form or the words before it say so.
func (r reader) isBare(a amount) bool {
	if a.number.Kind == extract.Ordinal || a.number.Kind == extract.Fraction && !r.numeral || r.isYear(a) && !a.isRange() && !r.numeral {
		return false
	}
	if r.numeral {
		return true
	}
	modifier, start := r.modifierBefore(a.Start, 0)
	if r.isYearInWords(a) && modifier == extract.Exact || r.isPhone(a) {
		return false
	}
	if r.endsChange(start) {
		return true
	}
	if r.form(start-1) == formTo && r.class(start-2) == extract.ClassDigits {
		at := start - 3
		return r.form(at) == formBy && r.trendAt(at-1) != extract.NoTrend // "rose by 1,204 to 48,312", but not "won by 2,417 to 2,398"
	}
	marked := r.isMarked(a.number)
	switch {
	case a.number.Kind == extract.Vague:
		return r.isToll(a, modifier, start) || r.Is(a.End, "more") && !r.isNoun(a.End+1)
	case r.isGrouped(a.number) || r.isAlone(a) || r.isResult(a, start):
		return true
	case a.low() >= 2 && r.Is(a.End, "more") && r.tag(a.End+1).POS == extract.PUNCT:
		return true
	case modifier != extract.Exact && a.low() >= 2 && !places.HasToken(r.Document, start) && !r.isNoun(a.End):
		return true
	case a.low() >= 2 && (r.Is(a.End, "more") || r.Is(a.End, "fewer")) && r.Is(a.End+1, "than") && !r.isNumber(a.End+2):
		return true // "30 fewer than it needs"
	case modifier != extract.Exact && a.low() >= 2 && r.Is(a.End, "apiece"):
		return true
	case a.low() >= 2 && r.isReached(start):
		return true
	case a.low() >= 2 && emphatic.HasToken(r.Document, a.Start-1) && a.number.Kind == extract.Cardinal && !r.isNoun(a.End) &&
		(r.tag(a.End).POS == extract.ADP || r.tag(a.End).POS == extract.PUNCT):
		return true
	case marked && (r.form(a.End) == formUp || r.form(a.End) == formDown) && r.class(a.End+1) == extract.ClassDigits:
		return true
	case marked && (modifier != extract.Exact || levelCues.HasToken(r.Document, start-1)):
		return true
	case r.isToll(a, modifier, start):
		return true
	case a.isRange() && (a.low() >= 100 || r.isClosed(a.End) && (a.bounds || r.isOpened(start))):
		return true
	case a.isRange() && r.followsChange(start):
		return true
	case r.trendAt(start-1) != extract.NoTrend && r.isClosed(a.End) && r.followsPercent(a.Start):
		return true
	case r.isBounded(a):
		return true
	case r.form(start-1) == formBy && (r.trendAt(start-2) != extract.NoTrend || trends()[extract.FormOf(r.tag(start-2).Lemma)] != extract.NoTrend):
		return true
	case a.number.Rule == "minus sign" || a.number.Rule == "minus word":
		return marked
	}
	return false
}

// emphatic are the words that make little of a count: "just two from six games".
var emphatic = lexicon.NewSet("just", "only", "remaining")

// isGrouped tells whether digits are written in groups, "23,418", or words
// hold a scale, "a hundred": years, labels and codes are written otherwise.
func (r reader) isGrouped(n extract.Number) bool {
	if n.Kind != extract.Cardinal || n.High < 100 {
		return false
	}
	if n.Len() == 1 {
		return strings.Contains(r.Word(n.Start), ",")
	}
	return n.Rule == "cardinal" && (r.class(n.End-1).IsWord() || r.class(n.Start) == extract.ClassDigits) || n.Rule == "round and a fraction" || n.Rule == "scale and part of a scale" || n.Rule == "power" || n.Rule == "scientific"
}

// isYearInWords tells whether words without a noun name a year: "in two
// thousand and fifteen".
func (r reader) isYearInWords(a amount) bool {
	return r.class(a.number.Start).IsWord() && a.number.Len() > 1 && a.low() >= 1900 && a.low() < 2100 && a.low() != 2000
}

// isPhone tells whether groups of digits go on after the number, as those of
// telephone numbers do: "1 201 944-6800".
func (r reader) isPhone(a amount) bool {
	if a.number.Len() < 2 || r.class(a.number.Start) != extract.ClassDigits {
		return false
	}
	next := r.pastHyphen(a.End)
	return r.class(next) == extract.ClassDigits
}

// isNumeral tells whether an article holds numbers and nothing else, as the
// cell of a table or an answer does: there they are no years, marks or labels.
func (r reader) isNumeral() bool {
	at, next := int32(0), 0
	for int(at) < len(r.Tokens) {
		switch {
		case next < len(r.Numbers) && r.Numbers[next].Start == at:
			at = r.Numbers[next].End
			next++
		case r.class(at) == extract.ClassPunct, r.class(at) == extract.ClassSymbol, r.form(at) == formAnd, r.form(at) == formOr:
			at++
		default:
			return false
		}
	}
	return next > 0
}

// isAlone tells whether a sentence is but a number: a cell, an answer.
func (r reader) isAlone(a amount) bool {
	s := r.SentenceAt(a.Start)
	if s < 0 || a.End == 0 {
		return false
	}
	_, start := r.modifierBefore(a.Start, r.Sentences[s].Start)
	end := a.End
	if _, after, ok := r.modifierAfter(end); ok {
		end = after
	}
	if r.form(end) == formOf && end+1 >= r.Sentences[s].End {
		end++ // "a dozen of"
	}
	if r.tag(end).POS == extract.PUNCT {
		end++
	}
	return start == r.Sentences[s].Start && end >= r.Sentences[s].End
}

// isClosed tells whether nothing that a number could count follows: a sign, the
// end, a preposition, an auxiliary.
func (r reader) isClosed(i int32) bool {
	switch r.tag(i).POS {
	case extract.X, extract.PUNCT, extract.ADP, extract.CCONJ, extract.SCONJ, extract.AUX:
		return true
	}
	return false
}

// followsPercent tells whether the last quantity of the sentence before token i
// is a percentage, which a bare change leaves out: "lost 2 per cent but gained
// 1 on Friday".
func (r reader) followsPercent(i int32) bool {
	s := r.SentenceAt(i)
	if s < 0 || len(r.Quantities) == 0 {
		return false
	}
	last := &r.Quantities[len(r.Quantities)-1]
	return last.Kind == extract.Percent && last.Start >= r.Sentences[s].Start
}

// followsChange tells whether a number says from what to what something rose
// or fell: "rose 10 per cent from [50 to 60]".
func (r reader) followsChange(i int32) bool {
	if len(r.Quantities) == 0 || r.form(i-1) != formFrom {
		return false
	}
	last := &r.Quantities[len(r.Quantities)-1]
	return last.Trend != extract.NoTrend && last.End == i-1
}

// endsChange tells whether a number says to what something rose or fell: "fell
// 2 per cent from 5,000 to [4,900]".
func (r reader) endsChange(i int32) bool {
	n := len(r.Quantities)
	if n < 2 || r.form(i-1) != formTo {
		return false
	}
	from, change := &r.Quantities[n-1], &r.Quantities[n-2]
	return from.End == i-1 && r.form(from.Start-1) == formFrom && change.End == from.Start-1 && change.Trend != extract.NoTrend
}

// isOpened tells whether a range stands after "from" or a form of "be".
func (r reader) isOpened(i int32) bool {
	return r.form(i-1) == formFrom || r.form(i-1) == formBetween || r.tag(i-1).POS == extract.AUX
}

// isBounded tells whether a bound follows a number that counts nothing: "it is
// 60 or more".
func (r reader) isBounded(a amount) bool {
	_, end, ok := r.modifierAfter(a.End)
	return ok && a.low() >= 2 && end > a.End+1 && r.isClosed(end)
}

// isResult tells whether a number is said to be the value of something: "the
// answer is 12", "it equals 20", "the score was below 40".
func (r reader) isResult(a amount, start int32) bool {
	if !r.isClosed(a.End) || r.isYear(a) {
		return false
	}
	at := start - 1
	if r.form(at) == formTo {
		at--
	}
	if equals.HasToken(r.Document, at) {
		return true
	}
	if r.tag(at).POS != extract.AUX && !r.Is(at, "of") {
		return false
	}
	return values.HasToken(r.Document, at-1)
}

var (
	equals = lexicon.NewSet("equals", "equal", "equaled", "equalled", "equaling", "equalling", "=")
	// values are nouns whose value is a number.
	values = lexicon.NewSet("answer", "result", "sum", "score", "number", "value", "average", "median", "index", "total", "ratio",
		"rating", "rate", "probability", "chance", "weight", "height", "length", "width", "depth", "temperature", "level",
		"reading", "count", "factor", "product", "difference", "mean", "minimum", "maximum", "target", "limit", "threshold")
)

// isReached tells whether the words before token i name a level: "rises to",
// "the toll at", "a figure of", "attendance:".
func (r reader) isReached(i int32) bool {
	word := r.form(i - 1)
	if word == formTo {
		at := i - 2
		for n := 0; n < maxTrendFillers && r.tag(at).POS == extract.ADV; n++ {
			at--
		}
		if r.trendAt(at) != extract.NoTrend || r.Is(at, "votes") {
			return true // "by 311 votes to 298"
		}
	}
	if word == formFrom && (r.form(i-2) == formUp || r.form(i-2) == formDown) {
		return true // "43 of the seats, up from 29"
	}
	return tollLinks.HasToken(r.Document, i-1) && (totals.HasToken(r.Document, i-2) || r.tag(i-2).POS == extract.VERB && totals.HasToken(r.Document, i-3))
}

var (
	totals    = lexicon.NewSet("toll", "total", "tally", "figure", "count", "attendance", "turnout", "average", "membership", "headcount", "crowd", "majority", "minority")
	tollLinks = lexicon.NewSet("of", "at", "to", "is", "was", ":", "reached", "hit", "by")
)

// isToll tells whether a number is the subject of its verb: "at least 40 were
// hurt", "12 died", but not "the two were friends".
func (r reader) isToll(a amount, modifier extract.Modifier, start int32) bool {
	if a.low() < 2 || a.low() != float64(int64(a.low())) || a.number.Kind != extract.Cardinal && a.number.Kind != extract.Vague {
		return false
	}
	next := r.tag(a.End)
	if next.POS != extract.AUX && next.Penn != extract.PennVBD || next.Penn == extract.PennVBZ {
		return false
	}
	if modifier != extract.Exact {
		return true
	}
	before := r.tag(start - 1)
	return r.isSentenceStart(start) || before.POS == extract.CCONJ || before.Penn == extract.PennComma || r.Is(start-1, ";") || r.Is(start-1, "another")
}

// isMarked tells whether a number is written as an amount: with decimals,
// thousands or a scale.
func (r reader) isMarked(n extract.Number) bool {
	text := r.TextOf(n.TokenRange)
	return strings.ContainsAny(text, ".,") || n.Len() > 1 && n.High >= 1000 || n.High >= 1000
}

// isScore tells whether a range of two small numbers is the score of a game or
// vote: "2-1". A range rises; a score is read from the larger side or stands
// near a word of winning and losing.
func (r reader) isScore(a amount) bool {
	first, second := a.number, a.against
	if second.End == 0 || a.hasUnit() {
		return false
	}
	most := 200.0
	if r.near(first.Start, voteCues) {
		most = 1000
	}
	if first.High > most || second.High > most || first.Low != float64(int(first.Low)) || second.Low != float64(int(second.Low)) {
		return false
	}
	next := r.tag(second.End)
	if next.Penn == extract.PennNNS && !scoreCues.HasToken(r.Document, second.End) {
		return false
	}
	if first.Low > second.Low || first.Low == second.Low && first.Low < 10 {
		return true
	}
	for k := max(0, first.Start-6); k < first.Start+6; k++ {
		if scoreCues.HasToken(r.Document, k) {
			return true
		}
	}
	return false
}
