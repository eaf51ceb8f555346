package compare

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/wording"
)

// article is what is compared of a claims file.
type article struct {
	side      Side // without a place
	published time.Time
	names     []string          // of its entities, in small letters, sorted
	written   map[string]string // the same names as they are written
	figures   []figure
	days      []day
	quotes    []quote
}

// event is what a claim says that happened: who did what to whom.
type event struct {
	claim    claimsfile.Claim
	verb     string
	passive  bool
	who      party // the subject
	whom     party // the object
	begin    string
	until    string   // the time that it tells of; "" when that is not known
	vague    []string // values of times whose place in time is not known: "XXXX-04"
	negative bool
	modality string
	again    bool // it is one of several: "will meet again"
	wrong    *claimsfile.Claim
	right    *claimsfile.Claim // the claim of the same article that corrects it
}

// party is the subject or object of a claim.
type party struct {
	name string // of its entity, in small letters; "" for none
	head string // its last word before a preposition, in small letters and singular
}

func (p party) isNamed() bool { return p.name != "" }

// figure is a quantity in an event.
type figure struct {
	event
	place claimsfile.Place
	means string
	unit  string // what is counted, or the unit
	low   float64
	high  float64 // the numbers that it may be
	exact float64 // the number itself; only when isExact
	about bool    // it is a bound, a range or an approximation
}

// day is a date in an event.
type day struct {
	event
	place        claimsfile.Place
	means        string
	begin, until string
}

// quote is a direct quotation.
type quote struct {
	place   claimsfile.Place
	speaker string // their name
	said    string // as people read it
	words   []string
	parts   bool // it leaves out or puts in words: "...", "[they]"
}

// digest takes from a claims file what is compared.
func digest(f *claimsfile.File) *article {
	a := &article{side: Side{ArticleID: f.Article.ID, Title: f.Article.Title, Published: f.Article.Published, Source: f.Article.Source}, written: map[string]string{}}
	a.published, _ = time.Parse(time.DateOnly, f.Article.Published) // zero when not known
	for _, e := range f.Entities {
		if name := nameOf(e.Name); name != "" {
			a.names = append(a.names, name)
			a.written[name] = e.Name
		}
	}
	slices.Sort(a.names)
	a.names = slices.Compact(a.names)
	for _, c := range f.Claims {
		if c.Predicate == nil {
			continue // nothing tells what was done
		}
		e := newEvent(f, c)
		for _, q := range f.QuantitiesOf(c) {
			if x, ok := newFigure(e, q); ok {
				a.figures = append(a.figures, x)
			}
		}
		for _, d := range f.DatesOf(c) {
			if d.Begin != "" && d.Type == "DATE" {
				a.days = append(a.days, day{e, d.Place, wording.Time(d), d.Begin, d.Until})
			}
		}
	}
	for _, q := range f.Quotes {
		if x, ok := newQuote(f, q); ok {
			a.quotes = append(a.quotes, x)
		}
	}
	a.figures, a.days, a.quotes = first(a.figures), first(a.days), first(a.quotes)
	return a
}

// first returns as many as are compared of what an article has: pairs of them
// are looked at, and an article may be of any length.
func first[T any](items []T) []T {
	const most = 200
	return items[:min(len(items), most)]
}

func newEvent(f *claimsfile.File, c claimsfile.Claim) event {
	e := event{
		claim: c, verb: c.Predicate.Lemma, who: newParty(f, c.Subject), whom: newParty(f, c.Object),
		negative: c.Polarity.Value == "negative", modality: c.Modality.Value,
	}
	verbs := strings.Fields(strings.ToLower(c.Predicate.Text))
	e.passive = len(verbs) > 1 && slices.ContainsFunc(verbs[:len(verbs)-1], isBe)
	for _, word := range strings.Fields(strings.ToLower(c.Text)) {
		switch strings.Trim(word, ".,;") {
		case "again", "another", "next", "each", "every":
			e.again = true
		}
	}
	for _, d := range f.DatesOf(c) {
		if d.Begin == "" && len(d.Value) > len("XXXX") && strings.HasPrefix(d.Value, "XXXX") {
			e.vague = append(e.vague, d.Value)
		}
		if d.Begin == "" || d.Type == "DURATION" {
			continue
		}
		if e.begin == "" || d.Begin < e.begin {
			e.begin = d.Begin
		}
		e.until = max(e.until, d.Until)
	}
	e.right, e.wrong = linked(f, c.CorrectedBy), linked(f, c.Corrects)
	return e
}

func isBe(word string) bool {
	switch word {
	case "is", "are", "was", "were", "be", "been", "being":
		return true
	}
	return false
}

// linked returns the first claim of a list of identifiers; nil for none.
func linked(f *claimsfile.File, ids []string) *claimsfile.Claim {
	if len(ids) == 0 {
		return nil
	}
	i := claimsfile.NumberOf("c", ids[0])
	if i < 0 || i >= len(f.Claims) {
		return nil
	}
	return &f.Claims[i]
}

func newParty(f *claimsfile.File, s *claimsfile.Slot) party {
	if s == nil {
		return party{}
	}
	return party{nameOf(f.NameOf(s.Entity)), headOf(s.Text)}
}

// headOf guesses the head of a noun phrase: "loan app" of "58 loan apps that it
// accuses" is not needed, "app" is enough.
func headOf(text string) string {
	head := ""
	for _, word := range strings.Fields(strings.ToLower(text)) {
		switch word {
		case "of", "in", "on", "at", "from", "to", "for", "with", "by", "that", "which", "who", "whose", "and", "or", "over", "under", "near":
			if head != "" {
				return head
			}
		}
		trimmed := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
		if trimmed != "" {
			head = singular(trimmed)
		}
		if strings.ContainsAny(word[len(word)-1:], ",;:") && head != "" {
			return head
		}
	}
	return head
}

func singular(word string) string {
	if len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") {
		return word[:len(word)-1]
	}
	return word
}

// nameOf returns a name in small letters, without an article or a title of
// address before it. A name of a single letter is none.
func nameOf(name string) string {
	words := strings.Fields(strings.ToLower(name))
	for len(words) > 1 {
		switch strings.TrimSuffix(words[0], ".") {
		case "the", "a", "an", "mr", "mrs", "ms", "dr", "sir", "lord", "lady":
			words = words[1:]
			continue
		}
		break
	}
	if joined := strings.Join(words, " "); len(joined) > 1 {
		return joined
	}
	return ""
}

// sameName tells whether two names may be those of one: "folake adeyemi" and
// "adeyemi".
func sameName(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if x[len(x)-1] != y[len(y)-1] {
		return false
	}
	for _, word := range x {
		if !slices.Contains(y, word) {
			return false
		}
	}
	return true
}

// at is the side of a finding that an event is on.
func (a *article) at(f event, place claimsfile.Place, means string) Side {
	s := a.side
	s.Place, s.Means, s.ClaimID, s.Statement = place, means, f.claim.ID, f.claim.Statement
	var said []string
	for _, by := range f.claim.Attribution {
		if by.Speaker != "" {
			said = append(said, by.Speaker)
		}
	}
	s.SaidBy = strings.Join(said, ", ")
	return s
}
