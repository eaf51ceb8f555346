package quantity

import (
	"slices"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

var (
	formOld  = extract.FormOf("old")
	formOlds = extract.FormOf("olds")
	formThe  = extract.FormOf("the")
	formAge  = extract.FormOf("age")
	formAged = extract.FormOf("aged")
	formAges = extract.FormOf("ages")

	persons  = lexicon.NewSet("he", "she", "i", "who")
	becoming = lexicon.NewSet("be", "turn", "become")
	agePunct = lexicon.NewSet(",", ".", ";", ")", "!", "?", "when", "by", "at", "on", "next", "this", "last", "and", "but",
		"in", "now", "today")
)

const oldest = 120 // years that a person can have

// ageOf returns the unit of an age and its end: "65-year-old", "30 years old",
// "aged 45", "Lang, 20,", "who was 10".
func (r reader) ageOf(a amount) (extract.Unit, int32, bool) {
	if end, ok := r.oldAfter(a); ok {
		return ageUnit(a.unit), end, true
	}
	if a.unit.Dimension == "time" && !a.hyphen && r.isAgeWord(a.Start) {
		return ageUnit(a.unit), a.End, true
	}
	if a.hasUnit() || a.high() > oldest || a.low() < 0 || a.number.Kind != extract.Cardinal || r.Glued(a.End) && r.class(a.End) != extract.ClassPunct {
		return extract.Unit{}, a.End, false
	}
	if r.isAgeWord(a.Start) || r.isApposed(a) || r.isSubjectAge(a) || r.isAgeLimit(a) {
		return ageUnit(extract.Unit{Name: "year", Symbol: "yr"}), a.End, true
	}
	return extract.Unit{}, a.End, false
}

// isAgeLimit tells whether a bound stands between people and a number with
// nothing to count: "adults over 65", "for children under 12".
func (r reader) isAgeLimit(a amount) bool {
	at := a.Start - 1
	return limits.HasToken(r.Document, at) && groups.HasToken(r.Document, at-1) && a.low() >= 1 && !r.isNoun(a.End) && r.class(a.End) != extract.ClassDigits
}

var (
	limits = lexicon.NewSet("over", "under", "above", "below")
	groups = lexicon.NewSet("people", "adults", "children", "women", "men", "girls", "boys", "patients", "those", "anyone",
		"everyone", "players", "voters", "drivers", "residents", "workers", "employees", "americans", "britons", "pensioners",
		"teenagers", "kids", "persons", "passengers", "visitors", "citizens", "females", "males", "students", "pupils", "couples")
)

func ageUnit(by extract.Unit) extract.Unit {
	return extract.Unit{Name: by.Name + " of age", Symbol: by.Symbol, Dimension: "age"}
}

// oldAfter returns the end of "old" after a time.
func (r reader) oldAfter(a amount) (int32, bool) {
	if a.unit.Dimension != "time" {
		return 0, false
	}
	at := r.pastHyphen(a.End)
	if form := r.form(at); form == formOld || form == formOlds {
		return at + 1, true
	}
	if r.Is(a.End-1, "yo") {
		return a.End, true
	}
	return 0, false
}

// isAgeWord tells whether "aged", "age" or "the age of" stands before token i,
// a modifier allowed in the middle.
func (r reader) isAgeWord(i int32) bool {
	_, at := r.modifierBefore(i, 0)
	if word := r.form(i - 1); word == formBetween || word == formFrom {
		i--
	}
	for _, k := range []int32{i - 1, at - 1} {
		switch r.form(k) {
		case formAged, formAge, formAges:
			return true
		case formOf:
			if r.form(k-1) == formAge || r.form(k-1) == formAges {
				return true
			}
		}
	}
	return false
}

// ageStart returns the start of "the age of" before token i, or i.
func (r reader) ageStart(i int32) int32 {
	at := i
	if r.form(at-1) == formOf {
		at--
	}
	if r.form(at-1) != formAge {
		return i
	}
	at--
	if r.form(at-1) == formThe {
		at--
	}
	return at
}

// isApposed tells whether a number stands between commas after a person's
// name: "Lang, 20, said".
func (r reader) isApposed(a amount) bool {
	if a.isRange() || !r.isAgeComma(a.Start) || !r.Is(a.End, ",") && !r.Is(a.End, ".") && !r.Is(a.End, "who") {
		return false
	}
	if r.class(a.Start) != extract.ClassDigits || a.number.Low != float64(int(a.number.Low)) {
		return false
	}
	comma := a.Start - 1
	timed := !r.Is(comma, ",")
	if timed {
		comma--
	}
	if r.isPersonNoun(comma-1, timed) {
		return true
	}
	i, ok := r.mentionBefore(comma)
	return ok && r.Mentions[i].Type == extract.Person && a.number.Low >= 5
}

// isAgeComma tells whether a comma stands before token i, "now" or "then"
// allowed in the middle: "Rose Hill, then 22,".
func (r reader) isAgeComma(i int32) bool {
	return r.Is(i-1, ",") || ages.HasToken(r.Document, i-1) && r.Is(i-2, ",")
}

// isPersonNoun tells whether token i is a noun for one person; after it
// "now" and "then" tell more.
func (r reader) isPersonNoun(i int32, timed bool) bool {
	if r.tag(i).Penn != extract.PennNN {
		return false
	}
	if kin.HasToken(r.Document, i) {
		return true
	}
	for _, ending := range [...]string{"er", "or", "ist", "ent", "ant", "ian", "man"} {
		if timed && strings.HasSuffix(r.Word(i), ending) {
			return true
		}
	}
	return false
}

var (
	ages = lexicon.NewSet("now", "then", "just", "only")
	kin  = lexicon.NewSet("son", "daughter", "grandson", "granddaughter", "grandmother", "grandfather", "mother", "father",
		"brother", "sister", "wife", "husband", "uncle", "aunt", "nephew", "niece", "cousin", "twin", "stepson", "stepdaughter",
		"boy", "girl", "man", "woman", "partner", "fiancé", "fiancée", "girlfriend", "boyfriend", "widow", "widower", "child",
		"baby", "toddler", "teenager", "mum", "mom", "dad")
)

// isSubjectAge tells whether a number is said of a person: "who was 10", "she
// will be 35 in May", "he turned 40".
func (r reader) isSubjectAge(a amount) bool {
	if r.form(a.number.Start) == formOne || !agePunct.HasToken(r.Document, a.End) && int(a.End) < len(r.Tokens) {
		return false
	}
	_, at := r.modifierBefore(a.Start, 0)
	verb := at - 1
	if r.tag(verb).POS == extract.ADV {
		verb--
	}
	if !becoming.Has(extract.FormOf(r.tag(verb).Lemma)) {
		return false
	}
	for k := verb - 1; k >= verb-3; k-- {
		if persons.HasToken(r.Document, k) {
			return true
		}
		if p := r.tag(k).POS; p != extract.AUX && p != extract.ADV && p != extract.VERB {
			return false
		}
	}
	return false
}

// addOwner adds the person beside an age: "her grandson, 6", "Ann Lee, now 22",
// "a woman aged 71".
func (c *about) addOwner() bool {
	at := c.q.Start - 1
	switch {
	case c.form(at) == formAged:
		at--
	case c.isAgeComma(c.q.Start):
		if !c.Is(at, ",") {
			at--
		}
		at--
	default:
		return false
	}
	if name, ok := c.nameAt(at); ok {
		c.addRange(name.TokenRange, name.End-1)
	} else if c.tag(at).Penn.IsNoun() {
		c.addRange(extract.TokenRange{Start: at, End: at + 1}, at)
	}
	return len(c.found) > 0
}

// subjectAt returns the subject of the verb at token i.
func (r reader) subjectAt(i int32) int32 {
	if i == extract.None {
		return extract.None
	}
	return r.tree.Child(i, extract.RelNsubj, extract.RelNsubjPass)
}

// isHuman tells whether token i can be a person: its name is one, or it has no
// name and is no nominal for a group.
func (r reader) isHuman(i int32) bool {
	if i == extract.None {
		return false
	}
	k, _ := slices.BinarySearchFunc(r.Mentions, i+1, func(m extract.Mention, at int32) int { return int(m.Start - at) })
	for k--; k >= 0 && r.Mentions[k].Start > i-maxPhrase; k-- {
		if r.Mentions[k].Contains(i) {
			return r.Mentions[k].Type == extract.Person
		}
	}
	return r.isPersonNoun(i, true) || r.tag(i).POS == extract.PRON
}
