// Package quantity finds what the numbers of an article count and measure:
// value, bound, unit, counted noun and what it is all about.
//
// Example: "Output rose by more than 15 per cent to 2.4 million cars" holds the
// quantities "more than 15 per cent" (15, over, percent, up; about Output) and
// "2.4 million cars" (2400000; counted: car).
//
// It reads the layers tokens, sentences, tags, arcs, chunks, numbers, timexes and
// mentions and writes the layer quantities. They do not overlap. What is part
// of a date, a clock time or a name is no quantity; nor are ordinals.
//
// Units are those of the SI brochure and of trade, money that of ISO 4217; what
// is annotated follows Almasian et al., CQE: A Comprehensive Quantity Extractor
// (EMNLP 2023).
package quantity

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/tree"
)

// Stage returns the stage "quantity".
func Stage() extract.Stage {
	return extract.Stage{
		Name: "quantity",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerTags | extract.LayerArcs | extract.LayerChunks |
			extract.LayerNumbers | extract.LayerTimexes | extract.LayerMentions,
		Provides: extract.LayerQuantities,
		Apply:    apply,
	}
}

func apply(doc *extract.Document) {
	r := reader{Document: doc, units: units(), tree: tree.New(doc)}
	r.numeral = r.isNumeral()
	end := int32(0) // of the last quantity
	for i := 0; i < len(doc.Numbers); {
		if doc.Numbers[i].Start < end {
			i++
			continue
		}
		a := r.amountAt(i)
		i += a.numbers
		if a.Start < end || r.rejected(a) {
			continue
		}
		if q, ok := r.quantityOf(a, end); ok {
			doc.Quantities = append(doc.Quantities, q)
			end = q.End
		}
	}
	for i := range doc.Quantities {
		r.concepts(i)
	}
}

// quantityOf makes the quantity of an amount by the first rule that fits; it
// starts no earlier than token from.
func (r reader) quantityOf(a amount, from int32) (extract.Quantity, bool) {
	for i := range rules {
		q, ok := rules[i].read(r, a)
		if !ok {
			continue
		}
		q.Rule = rules[i].name
		if q.Kind != extract.Score {
			r.bound(&q, a, from)
			if q.Rule == "bare" {
				r.inherit(&q)
			}
			q.Trend = r.trendOf(&q)
			r.equivalent(&q)
			r.same(&q)
		}
		return q, true
	}
	return extract.Quantity{}, false
}

// places are modifiers that tell a place or time before a small count or a
// vague number: "rose above two defenders", "over hundreds of years".
var places = lexicon.NewSet("above", "below", "under", "beyond", "around", "over")

var (
	formOver = extract.FormOf("over")
	// troubles are what people are tried or criticised over: "jailed over £1m fraud".
	troubles = lexicon.NewSet("fraud", "row", "dispute", "theft", "scandal", "scam", "robbery", "swindle", "lawsuit", "bribe",
		"bribes", "blunder", "error", "heist", "raid", "con", "deal", "plan", "bid", "takeover", "debt", "contract", "scheme",
		"mistake", "claim", "claims", "sale", "project", "fine")
)

// bound sets the modifier of a quantity and takes its words into the range.
func (r reader) bound(q *extract.Quantity, a amount, from int32) {
	if s := r.SentenceAt(q.Start); s >= 0 {
		from = max(from, r.Sentences[s].Start)
	}
	modifier, start := r.modifierBefore(q.Start, from)
	if start == q.Start && a.isRange() && r.form(start-1) == formBetween && start > from {
		start--
		if m, before := r.modifierBefore(start, from); m != extract.Exact {
			modifier, start = m, before
		}
	}
	small := q.Kind == extract.Count && q.Value.Known && q.Value.Float < 10
	if (small || a.number.Kind == extract.Vague) && places.HasToken(r.Document, start) {
		modifier, start = extract.Exact, q.Start
	}
	if r.form(start) == formOver && start+1 == q.Start && q.Kind == extract.Money && troubles.HasToken(r.Document, q.End) {
		modifier, start = extract.Exact, q.Start
	}
	if q.Kind == extract.Age && modifier == extract.Exact {
		if age := r.ageStart(q.Start); age < q.Start {
			if m, before := r.modifierBefore(age, from); m != extract.Exact {
				modifier, start = m, before
			}
		}
	}
	q.Start = start
	if modifier == extract.Exact || q.Modifier != extract.Exact {
		if after, end, ok := r.modifierAfter(q.End); ok && q.Modifier == extract.Exact {
			modifier, q.End = after, end
		}
	}
	if q.Modifier == extract.Exact {
		q.Modifier = modifier
	}
}
