package quantity

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/trends.tsv
var trendTable string

// trends returns the directions of verbs and particles by the form of their
// lemma.
var trends = sync.OnceValue(func() map[extract.Form]extract.Trend {
	table := map[extract.Form]extract.Trend{}
	for _, row := range lexicon.Rows("trends.tsv", trendTable, 2) {
		trend := extract.Up
		if row[1] == extract.Down.String() {
			trend = extract.Down
		}
		table[extract.FormOf(row[0])] = trend
	}
	return table
})

// trendAt returns the direction of the verb or particle at token i.
func (r reader) trendAt(i int32) extract.Trend {
	if i < 0 || int(i) >= len(r.Tokens) {
		return extract.NoTrend
	}
	switch form := r.form(i); form {
	case formUp, formDown:
		return trends()[form]
	}
	if pastForms.HasToken(r.Document, i) {
		return trends()[r.form(i)] // "Pay rose 3%", whose verb the tagger took for a noun
	}
	if tag := r.tag(i); tag.Penn.IsVerb() && !(tag.Penn == extract.PennVB && r.isSentenceStart(i)) { // "Add a cup of milk"
		if trend := trends()[extract.FormOf(tag.Lemma)]; trend != extract.NoTrend {
			return trend
		}
		if trend := trends()[r.form(i)]; trend != extract.NoTrend {
			return trend
		}
		if stem, ok := strings.CutSuffix(r.Word(i), "ed"); ok { // "plummeted", whose lemma is easily missed
			return trends()[extract.FormOf(stem)]
		}
	}
	return extract.NoTrend
}

// pastForms are verbs of change whatever their tag.
var pastForms = lexicon.NewSet("rose", "fell", "grew", "sank", "slid", "shrank")

var (
	formUp    = extract.FormOf("up")
	formDown  = extract.FormOf("down")
	formAbove = extract.FormOf("above")
	formBelow = extract.FormOf("below")
	// trendFillers can stand between a verb of change and its amount.
	trendFillers = lexicon.NewSet("by", "a", "an", "another", "further", "some", "sharply", "slightly", "steeply", "only",
		"just", "as", "modest", "mere", "staggering", "whopping", "nearly", "roughly", "then", "again")
)

// maxTrendFillers bounds the words between a verb of change and its amount.
const maxTrendFillers = 3

// changeable tells whether a quantity can be the size of a change: what is in
// percent, points, money or measures can, people and years cannot.
func changeable(q *extract.Quantity) bool {
	switch q.Kind {
	case extract.Percent, extract.Money, extract.Ratio:
		return true
	case extract.Measure:
		return true
	}
	return false
}

// trendOf returns the direction of the change that a quantity is the size of:
// "rose 5 per cent", "up 12 points", "-1.3%".
func (r reader) trendOf(q *extract.Quantity) extract.Trend {
	if !changeable(q) || r.form(q.Start) == formAbove || r.form(q.Start) == formBelow {
		return extract.NoTrend // "rises above 5 per cent" tells a level
	}
	i := q.Start - 1
	if q.Kind == extract.Measure && isArticle(r.form(i)) {
		return extract.NoTrend // "added a 30 mile stage"
	}
	for n := 0; n < maxTrendFillers && trendFillers.HasToken(r.Document, i); n++ {
		i--
	}
	if trend := r.trendAt(i); trend != extract.NoTrend && !r.isLimit(i) {
		return trend
	}
	if r.form(i+1) == formBy && r.tag(i).Penn.IsNoun() { // "the index decrease by 1", whose verb the tagger took for a noun
		if trend := trends()[extract.FormOf(r.tag(i).Lemma)]; trend != extract.NoTrend {
			return trend
		}
	}
	if (q.Kind == extract.Percent || q.Kind == extract.Money) && q.Value.Known && q.Value.Float < 0 {
		return extract.Down
	}
	return r.governed(q)
}

// governed returns the direction of the verb that a quantity hangs on where
// other words stand between: "fell in May by 12%", "rose on Friday 5 per cent".
func (r reader) governed(q *extract.Quantity) extract.Trend {
	top := r.topOf(q.TokenRange)
	verb := r.tree.Head(top)
	if verb == extract.None || verb > q.Start || q.Start-verb > maxPhrase {
		return extract.NoTrend
	}
	by := r.tree.Child(top, extract.RelCase)
	switch r.tree.Relation(top) {
	case extract.RelObj, extract.RelNmodUnmarked, extract.RelOblUnmarked:
		if by != extract.None || q.Kind == extract.Money {
			return extract.NoTrend
		}
	case extract.RelObl:
		if r.form(by) != formBy {
			return extract.NoTrend
		}
	default:
		return extract.NoTrend
	}
	if isArticle(r.form(q.Start - 1)) {
		return extract.NoTrend // "added in the end a 30 mile stage"
	}
	return r.trendAt(verb)
}

// isRise tells whether token i is the "by" of a rise or fall: "goes up by",
// "rise by".
func (r reader) isRise(i int32) bool {
	return r.form(i) == formBy && (r.trendAt(i-1) != extract.NoTrend || r.trendAt(i-2) != extract.NoTrend && r.tag(i-1).POS != extract.PROPN)
}

// isLimit tells whether "up" or "down" at token i belongs to another phrase:
// "make up 5 per cent", "come up".
func (r reader) isLimit(i int32) bool {
	return (r.form(i) == formUp || r.form(i) == formDown) && keepParticle.HasToken(r.Document, i-1)
}

var keepParticle = lexicon.NewSet("make", "makes", "made", "making", "take", "takes", "took", "give", "gave", "pay", "pays",
	"put", "puts", "putting")
