package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/factline/factline/pipeline/claimsfile"
)

// pair is two articles that may be about the same event.
type pair struct {
	a, b     *article
	shared   []string // names that both have
	agreed   string   // a figure, date or quotation that both have; "" for none
	agreeing int      // how many there are
}

// newPair returns nil for articles that were not published around the same time.
func newPair(a, b *article) *pair {
	if !a.published.IsZero() && !b.published.IsZero() {
		days := a.published.Sub(b.published).Abs().Hours() / 24
		if days > window {
			return nil
		}
	}
	p := &pair{a: a, b: b}
	for _, name := range a.names {
		if _, found := slices.BinarySearch(b.names, name); found {
			p.shared = append(p.shared, name)
		}
	}
	if agreed := p.agreements(); len(agreed) > 0 {
		p.agreed, p.agreeing = agreed[0], len(agreed)
	}
	p.agreeing += p.compatible()
	return p
}

// findings returns the disagreements of the pair, in the order of the first
// article. Where they are more than what the articles agree on, and not the only
// one, the articles are about two events and there are none but corrections.
func (p *pair) findings() []Finding {
	found := slices.Concat(p.quantities(), p.dates(), p.quotes())
	if len(found) > max(p.agreeing, 1) {
		found = nil
	}
	found = append(found, p.corrections()...)
	slices.SortStableFunc(found, func(x, y Finding) int { return cmp.Compare(x.A.Start, y.A.Start) })
	return found
}

// agreements returns what articles about two events would hardly both have: the
// same things in the same number, more than two of them, done by the same verb,
// the same deed on the same day, the same words of the same speaker.
func (p *pair) agreements() []string {
	var agreed []string
	for _, x := range p.a.figures {
		if slices.ContainsFunc(p.b.figures, func(y figure) bool { return x.agrees(y) }) {
			agreed = append(agreed, fmt.Sprintf("%q", x.place.Text))
		}
	}
	for _, x := range p.a.quotes {
		if slices.ContainsFunc(p.b.quotes, func(y quote) bool {
			return sameName(x.speaker, y.speaker) && (x.contains(y) || y.contains(x))
		}) {
			agreed = append(agreed, "the words of "+x.said)
		}
	}
	for _, x := range p.a.days {
		if slices.ContainsFunc(p.b.days, func(y day) bool { return x.begin == y.begin && x.until == y.until && x.sameDeed(y.event) }) {
			agreed = append(agreed, fmt.Sprintf("%q, %s", x.claim.Statement, x.means))
		}
	}
	return agreed
}

// compatible returns how many figures of the first article fit one of the second
// without being the same number: "14 ambulances" and "more than 10 ambulances".
func (p *pair) compatible() int {
	n := 0
	for _, x := range p.a.figures {
		if slices.ContainsFunc(p.b.figures, func(y figure) bool {
			return x.unit == y.unit && x.verb == y.verb && !x.agrees(y) && min(x.exact, y.exact) > 2 && !x.contradicts(y) && x.mayBe(y.event)
		}) {
			n++
		}
	}
	return n
}

// agrees tells whether two figures say the same of the same.
func (f figure) agrees(g figure) bool {
	return f.unit == g.unit && f.verb == g.verb && !f.about && f.exact == g.exact && !g.about && f.exact > 2 && f.mayBe(g.event)
}

// mayBe tells whether nothing speaks against two claims telling of one event:
// both deny it or neither, both tell of what was or of what will be, their times
// meet, and their subjects are not of two names.
func (e event) mayBe(f event) bool {
	switch {
	case e.negative != f.negative, e.modality != f.modality, e.again || f.again:
		return false
	case len(e.vague) > 0 && len(f.vague) > 0 && !slices.ContainsFunc(e.vague, func(v string) bool { return slices.Contains(f.vague, v) }):
		return false
	case e.begin != "" && f.begin != "" && (e.until <= f.begin || f.until <= e.begin):
		return false
	}
	who, whom := f.roles(e)
	return !differ(e.who, who) && !differ(e.whom, whom)
}

// roles are the subject and object of an event as another one would have them,
// where one is in the passive and the other is not.
func (e event) roles(other event) (who, whom party) {
	if e.passive != other.passive {
		return e.whom, e.who
	}
	return e.who, e.whom
}

// differ tells whether two parties have names that are not those of one.
func differ(a, b party) bool { return a.isNamed() && b.isNamed() && !sameName(a.name, b.name) }

// same tells whether two parties are surely the same, and by what.
func same(a, b party) (string, bool) {
	if sameName(a.name, b.name) {
		return a.name, true
	}
	return "", false
}

// alikeParties tells whether two parties are called the same.
func alikeParties(a, b party) bool {
	_, named := same(a, b)
	return named || a.head != "" && (a.head == b.head || a.head == lastWord(b.name) || lastWord(a.name) == b.head)
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// commonName returns the name of a subject or object that two events have in
// common; "" for none.
func (e event) commonName(f event) string {
	who, whom := f.roles(e)
	if name, ok := same(e.who, who); ok {
		return name
	}
	name, _ := same(e.whom, whom)
	return name
}

// because explains a match: a common name, or what shows that the articles are
// about one event. It is "" when there is neither.
func (p *pair) because(e, f event) string {
	if name := e.commonName(f); name != "" {
		return "both are about " + p.written(name)
	}
	if p.agreed != "" {
		return fmt.Sprintf("the articles share the names %s and agree on %s", p.list(), p.agreed)
	}
	return ""
}

// written returns a name as the first article writes it.
func (p *pair) written(name string) string { return cmp.Or(p.a.written[name], p.b.written[name], name) }

// list writes up to three of the names that both articles have.
func (p *pair) list() string {
	var names []string
	for _, n := range p.shared[:min(len(p.shared), 3)] {
		names = append(names, p.written(n))
	}
	if more := len(p.shared) - 3; more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return strings.Join(names, ", ")
}

// quantities finds figures that contradict one another.
func (p *pair) quantities() []Finding {
	var found []Finding
	for i, x := range p.a.figures {
		for k, y := range p.b.figures {
			if x.verb != y.verb || x.unit != y.unit || !x.contradicts(y) || !x.mayBe(y.event) || x.corrected() || y.corrected() {
				continue
			}
			because := p.because(x.event, y.event)
			if because == "" || !alone(p.a.figures, i, y) || !alone(p.b.figures, k, x) {
				continue
			}
			found = append(found, Finding{
				Kind: "quantity", Why: fmt.Sprintf("both count %q with the verb %q; %s", x.unit, x.verb, because),
				A: p.a.at(x.event, x.place, x.means), B: p.b.at(y.event, y.place, y.means),
			})
		}
	}
	return found
}

// corrected tells whether an article itself takes a claim back or puts another
// right: that is a correction and no disagreement.
func (e event) corrected() bool { return e.right != nil || e.wrong != nil }

// alone tells whether figure i is the only one of its article that could be
// matched with another article's: where there are several, nothing tells which.
func alone(figures []figure, i int, other figure) bool {
	for k, f := range figures {
		if k != i && f.verb == other.verb && f.unit == other.unit && f.mayBe(other.event) && f.place.Start != figures[i].place.Start {
			return false
		}
	}
	return true
}

// lightVerbs say too little of an event for its day to be compared.
var lightVerbs = map[string]bool{
	"be": true, "have": true, "do": true, "get": true, "make": true, "take": true, "say": true, "tell": true, "go": true, "come": true, "give": true,
}

// sameDeed tells whether two claims tell of the same subject doing the same to
// the same object.
func (e event) sameDeed(f event) bool {
	who, whom := f.roles(e)
	if e.verb != f.verb || lightVerbs[e.verb] || !alikeParties(e.who, who) {
		return false
	}
	return e.whom == party{} && whom == party{} || alikeParties(e.whom, whom)
}

// dates finds the same event on different days.
func (p *pair) dates() []Finding {
	var found []Finding
	for _, x := range p.a.days {
		for _, y := range p.b.days {
			if x.until > y.begin && y.until > x.begin || !x.sameDeed(y.event) {
				continue
			}
			e, f := x.event, y.event
			e.begin, f.begin = "", "" // that the times differ is the point
			if !e.mayBe(f) || e.corrected() || f.corrected() || dated(p.a.days, x) > 1 || dated(p.b.days, y) > 1 || p.countDifferently(e, f) {
				continue
			}
			because := p.because(e, f)
			if because == "" {
				continue
			}
			found = append(found, Finding{
				Kind: "date", Why: fmt.Sprintf("both have the verb %q with the same subject and object; %s", x.verb, because),
				A: p.a.at(x.event, x.place, x.means), B: p.b.at(y.event, y.place, y.means),
			})
		}
	}
	return found
}

// countDifferently tells whether two claims of different days also have figures
// that contradict one another: then they tell of two events, "raised fares by 5%
// in April" and "by 3% in October".
func (p *pair) countDifferently(e, f event) bool {
	for _, x := range p.a.figures {
		for _, y := range p.b.figures {
			if x.claim.ID == e.claim.ID && y.claim.ID == f.claim.ID && x.unit == y.unit && x.contradicts(y) {
				return true
			}
		}
	}
	return false
}

// dated returns how many dates an article has for the same deed.
func dated(days []day, of day) int {
	n := 0
	for _, d := range days {
		if d.sameDeed(of.event) {
			n++
		}
	}
	return n
}

// quotes finds the same quotation in other words. One that has a match without
// difference has no other.
func (p *pair) quotes() []Finding {
	var found []Finding
	for _, x := range p.a.quotes {
		if slices.ContainsFunc(p.b.quotes, func(y quote) bool { return x.contains(y) || y.contains(x) }) {
			continue
		}
		for _, y := range p.b.quotes {
			differs, onlyA, onlyB := x.differs(y)
			if !differs || onlyA == "" && onlyB == "" {
				continue
			}
			a, b := p.a.side, p.b.side
			a.Place, a.SaidBy, a.Means = x.place, x.said, onlyA
			b.Place, b.SaidBy, b.Means = y.place, y.said, onlyB
			found = append(found, Finding{Kind: "quote", Why: fmt.Sprintf("both quote %q, in words that are mostly the same", x.said), A: a, B: b})
		}
	}
	return found
}

// corrections finds claims of one article that the other takes back.
func (p *pair) corrections() []Finding {
	found := corrections(p, p.a, p.b)
	return append(found, corrections(p, p.b, p.a)...)
}

func corrections(p *pair, a, b *article) []Finding {
	var found []Finding
	for _, y := range b.figures {
		if y.right == nil {
			continue
		}
		for _, x := range a.figures {
			if x.corrected() || x.verb != y.verb || x.unit != y.unit || x.about || y.about || x.exact != y.exact || !x.mayBe(y.event) {
				continue
			}
			because := p.because(x.event, y.event)
			if because == "" {
				continue
			}
			right := y
			right.claim = *y.right
			found = append(found, Finding{
				Kind: "correction", Why: fmt.Sprintf("the other article says %q and corrects it; %s", y.claim.Statement, because),
				A: a.at(x.event, x.place, x.means), B: b.at(right.event, claimsfile.Place{Start: y.right.Start, End: y.right.End, Text: y.right.Text}, ""),
			})
		}
	}
	return found
}
