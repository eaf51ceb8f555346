package timex

import (
	"fmt"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/pattern"
)

// setRules find times that come again.
func setRules() []rule {
	return []rule{
		{"every-unit", "The choir meets [every month].", "SET P1M", "every|each {u:unit}", everyUnit},
		{"every-other-unit", "The choir meets [every other week].", "SET P2W", "every other {u:unit}", everyOther},
		{"every-few-units", "The choir meets [every three months].", "SET P3M", "every {n:number} {u:units}", everyCount},
		{"every-weekday", "The choir meets [every Tuesday].", "SET XXXX-WXX-2", "every|each other? {w:weekday}", everyWeekday},
		{"weekdays", "The choir meets on [Tuesdays].", "SET XXXX-WXX-2", "{w:weekdays}", everyWeekday},
		{"every-weekend", "The choir meets [every weekend].", "SET XXXX-WXX-WE", "every|each weekend", weekends},
		{"weekends", "The choir meets on [weekends].", "SET XXXX-WXX-WE", "weekends", weekends},
		{"every-part", "The choir sings [every morning].", "SET XXXX-XX-XXTMO", "every|each {p:part}", everyPart},
		{"every-month", "The choir sings [every May].", "SET XXXX-05", "every|each {m:month}", everyMonth},
		{"day-of-every-month", "The choir sings on [the 19th of every month].", "SET XXXX-XX-19", "the? {o:ordinal} of every|each month", dayOfMonths},
		{"weekday-of-every-month", "The choir sings on [the first Sunday of every month].", "SET XXXX-WXX-7", "the? {o:nth} {w:weekday} of|in every|each month", everyWeekday},
		{"weekday-parts", "The choir sings on [Tuesday nights].", "SET XXXX-WXX-2TNI", "{w:weekday} {p:parts}", weekdayParts},
		{"every-weekday-part", "The choir sings [every Tuesday night].", "SET XXXX-WXX-2TNI", "every|each {w:weekday} {p:part}", weekdayParts},
		{"every-working-day", "The choir sings [every weekday].", "SET XXXX-WXX-WD", "every|each weekday", workingDays},
		{"working-days", "The choir sings on [weekdays].", "SET XXXX-WXX-WD", "weekdays", workingDays},
		{"every-range", "The choir meets [every two to three years].", "SET P2Y/P3Y", "every {n:number} to|or {n2:number} {u:units}", everyRange},
		{"once-a-unit", "The choir meets [twice a month].", "SET P1M", "once|twice|thrice a|an|each|every|per {u:unit}", timesUnit},
		{"times-a-unit", "The choir meets [three times a month].", "SET P1M", "{n:number} times a|an|each|every|per {u:unit}", timesUnit},
		{"every-several-units", "It floods [every few years].", "SET PXY", "every few|couple of? {u:units}", everySeveral},
		{"the-parts", "The choir sings in [the mornings].", "SET XXXX-XX-XXTMO", "the {p:parts}", theParts},
		{"everyday", "The choir sings [everyday].", "SET P1D", "everyday", everyday},
		{"per-unit", "It makes 40 cars [per day].", "SET P1D", "per {u:unit}", perUnit},
		{"frequency", "The [weekly] meeting was long.", "SET P1W", "{x:frequency}", frequency},
		{"year-after-year", "It loses money [year after year].", "SET P1Y", "year after year", func(pattern.Match) meaning {
			return constant(extract.Set, "P1Y", "")
		}},
	}
}

func everyUnit(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if w.unit == half || w.unit == second || w.unit == weekend {
		return nil
	}
	return constant(extract.Set, durationValue(1, w), "")
}

func weekends(m pattern.Match) meaning {
	if i, ok := before(m); m.Len() == 1 && (!ok || !m.Doc.Is(i, "on") && !m.Doc.Is(i, "at")) {
		return nil
	}
	return constant(extract.Set, unresolved[weekend], "")
}

func everyOther(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	return constant(extract.Set, durationValue(2, w), "")
}

func everyCount(m pattern.Match) meaning {
	n, _, _ := numberAt(m.Doc, m.Get("n").Start)
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	return constant(extract.Set, durationValue(n, w), "")
}

func everyRange(m pattern.Match) meaning {
	low, _, _ := numberAt(m.Doc, m.Get("n").Start)
	high, _, _ := numberAt(m.Doc, m.Get("n2").Start)
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if low >= high || w.unit == half {
		return nil
	}
	return constant(extract.Set, durationValue(low, w)+"/"+durationValue(high, w), "")
}

// timesUnit is "twice a month": as in TimeML the value is that of the unit.
func timesUnit(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if n, _, ok := numberAt(m.Doc, m.Start); w.unit == half || w.unit == weekend || ok && n > mostTimes {
		return nil
	}
	return constant(extract.Set, durationValue(1, w), "")
}

// mostTimes is how often at most something happens in a unit by the clock of
// people; "78,000 times a minute" is a rate.
const mostTimes = 100

func everyWeekday(m pattern.Match) meaning {
	w, _, _ := vocabulary().weekdays.find(m.Doc, m.Get("w").Start)
	return constant(extract.Set, fmt.Sprintf("XXXX-WXX-%d", w.weekday), "")
}

func everyPart(m pattern.Match) meaning {
	w, _, _ := vocabulary().parts.find(m.Doc, m.Get("p").Start)
	return constant(extract.Set, "XXXX-XX-XXT"+w.code, "")
}

func everyMonth(m pattern.Match) meaning {
	mo, _, _ := monthAt(m.Doc, m.Get("m").Start)
	return constant(extract.Set, monthOf(mo).value, "")
}

func dayOfMonths(m pattern.Match) meaning {
	n, _, _ := ordinalAt(m.Doc, m.Get("o").Start)
	if n > 31 {
		return nil
	}
	return constant(extract.Set, fmt.Sprintf("XXXX-XX-%02d", n), "")
}

func weekdayParts(m pattern.Match) meaning {
	day, _, _ := weekdayAt(m.Doc, m.Get("w").Start, "name")
	w, _, _ := vocabulary().parts.find(m.Doc, m.Get("p").Start)
	if m.Doc.Is(m.Start-1, "and") {
		if _, _, pair := weekdayAt(m.Doc, m.Start-2, "name"); pair {
			return partOn(weekday(day), w.code) // "on Sunday and Monday nights"
		}
	}
	return constant(extract.Set, fmt.Sprintf("XXXX-WXX-%dT%s", day, w.code), "")
}

// theParts is "in the mornings".
func theParts(m pattern.Match) meaning {
	if i, ok := before(m); !ok || !m.Doc.Is(i, "in") && !m.Doc.Is(i, "during") || m.Doc.Is(m.End, "of") {
		return nil
	}
	return everyPart(m)
}

// everyday is the adverb, not the adjective of "everyday life".
func everyday(m pattern.Match) meaning {
	if int(m.End) < len(m.Doc.Tokens) && m.Doc.Tokens[m.End].Class.IsWord() {
		return nil
	}
	return constant(extract.Set, "P1D", "")
}

func workingDays(m pattern.Match) meaning {
	if i, ok := before(m); m.Len() == 1 && (!ok || !m.Doc.Is(i, "on")) {
		return nil
	}
	return constant(extract.Set, "XXXX-WXX-WD", "")
}

func everySeveral(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	return constant(extract.Set, durationText("X", w), "")
}

var speedWords = lexicon.NewSet("km", "kilometres", "kilometers", "miles", "mile", "metres", "meters", "litres", "gallons", "knots", "feet",
	"beats", "revolutions", "bits", "frames", "bytes")

// perUnit is a rate, unless it is a part of a unit of measure: "miles per
// hour".
func perUnit(m pattern.Match) meaning {
	w, _, _ := unitAt(m.Doc, m.Get("u").Start)
	if i, ok := before(m); w.unit == half || ok && speedWords.HasToken(m.Doc, i) {
		return nil
	}
	return constant(extract.Set, durationValue(1, w), "")
}

// frequency is "weekly"; with a capital it is a piece of a name: "Daily Mail".
func frequency(m pattern.Match) meaning {
	value, _, _ := vocabulary().frequencies.find(m.Doc, m.Start)
	if m.Doc.Tokens[m.Start].Class.IsCapital() && int(m.End) < len(m.Doc.Tokens) && m.Doc.Tokens[m.End].Class.IsCapital() {
		return nil
	}
	if i, ok := before(m); ok && (m.Doc.Is(i, "-") || m.Doc.Tokens[m.Start].Class.IsCapital() && m.Doc.Tokens[i].Class.IsCapital()) {
		return nil
	}
	return constant(extract.Set, value, "")
}
