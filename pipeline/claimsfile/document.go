package claimsfile

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
)

// Version is the version of factline, as "generator" has it.
const Version = "0.1.0"

// Options changes what FromDocument writes.
type Options struct {
	// Explain adds to every annotation the name of the rule that made it.
	Explain bool
}

// FromDocument returns the claims file of a document. It numbers the
// identifiers and turns byte offsets into code points.
func FromDocument(doc *extract.Document, options Options) *File {
	w := newWriter(doc, options)
	return &File{
		Schema:     Schema,
		Generator:  Generator{Name: "factline", Version: Version},
		Article:    w.article(),
		Sentences:  list(doc.Sentences, w.sentence),
		Entities:   list(doc.Entities, w.entity),
		Quantities: list(doc.Quantities, w.quantity),
		Dates:      list(doc.Timexes, w.date),
		Quotes:     list(doc.Quotes, w.quote),
		Claims:     w.claims(),
	}
}

// writer turns the annotations of one document into their JSON types.
type writer struct {
	doc      *extract.Document
	points   codePoints
	explain  bool
	entityOf []extract.EntityIndex // by mention; None for a mention without entity
}

func newWriter(doc *extract.Document, options Options) *writer {
	w := &writer{doc: doc, points: newCodePoints(doc.Text), explain: options.Explain}
	w.entityOf = make([]extract.EntityIndex, len(doc.Mentions))
	for i := range w.entityOf {
		w.entityOf[i] = extract.None
	}
	for i, e := range doc.Entities {
		for _, m := range e.Mentions {
			w.entityOf[m] = extract.EntityIndex(i)
		}
	}
	return w
}

// list converts a layer, numbering from 1. It never returns nil: empty lists
// are [] in the file.
func list[A, B any](layer []A, convert func(number int, a A) B) []B {
	out := make([]B, len(layer))
	for i, a := range layer {
		out[i] = convert(i+1, a)
	}
	return out
}

// refs writes references: refs("q", []QuantityIndex{0, 2}) is q1, q3.
func refs[I ~int32](letter string, indexes []I) []string {
	out := make([]string, len(indexes))
	for i, index := range indexes {
		out[i] = ref(letter, index)
	}
	return out
}

func ref[I ~int32](letter string, index I) string {
	if index < 0 {
		return ""
	}
	return id(letter, int(index)+1)
}

func id(letter string, number int) string {
	return letter + strconv.Itoa(number)
}

func (w *writer) rangeOf(r extract.TokenRange) Range {
	s := w.doc.SpanOf(r)
	return Range{w.points.at(s.Start), w.points.at(s.End)}
}

func (w *writer) place(r extract.TokenRange) Place {
	at := w.rangeOf(r)
	return Place{at.Start, at.End, w.doc.TextOf(r)}
}

// optional is place, and nil for the empty range.
func (w *writer) optional(r extract.TokenRange) *Place {
	if r.Empty() {
		return nil
	}
	p := w.place(r)
	return &p
}

func (w *writer) rule(name string) string {
	if w.explain {
		return name
	}
	return ""
}

func (w *writer) article() Article {
	a := w.doc.Article
	out := Article{ID: a.ID, Title: a.Title, Byline: a.Byline, Source: a.Source, Language: a.Language, DuplicateOf: a.DuplicateOf, Text: a.Text}
	if !a.Published.IsZero() {
		out.Published = a.Published.Format("2006-01-02")
		out.PublishedFrom = string(a.PublishedFrom)
	}
	return out
}

func (w *writer) sentence(_ int, s extract.Sentence) Sentence {
	return Sentence{w.rangeOf(s.TokenRange), s.Role.String()}
}

func (w *writer) entity(number int, e extract.Entity) Entity {
	mention := func(_ int, i extract.MentionIndex) Mention {
		m := w.doc.Mentions[i]
		return Mention{w.place(m.TokenRange), m.Kind.String(), w.rule(m.Rule)}
	}
	return Entity{id("e", number), e.Type.String(), w.nameOf(e.Name), list(e.Mentions, mention)}
}

func (w *writer) quantity(number int, q extract.Quantity) Quantity {
	out := Quantity{
		ID: id("q", number), Place: w.place(q.TokenRange), Kind: q.Kind.String(),
		Value: amount(q.Value), Low: amount(q.Low), High: amount(q.High), Sides: q.Sides,
		Modifier: q.Modifier.String(), Trend: q.Trend.String(), Rule: w.rule(q.Rule),
	}
	if q.Unit != (extract.Unit{}) {
		out.Unit = &Unit{q.Unit.Name, q.Unit.Symbol, q.Unit.Dimension}
	}
	if !q.Counted.Empty() {
		p := w.place(q.Counted)
		out.Counted = &Counted{p.Text, q.CountedLemma, p.Start, p.End}
	}
	for _, c := range q.Concept {
		out.Concept = append(out.Concept, w.place(c))
	}
	return out
}

func amount(a extract.Amount) *float64 {
	if !a.Known {
		return nil
	}
	return &a.Float
}

func (w *writer) date(number int, t extract.Timex) Date {
	out := Date{
		ID: id("d", number), Place: w.place(t.TokenRange), Type: t.Type.String(), Value: t.Value, Mod: t.Mod,
		Begin: t.Begin, Until: t.Until, Anchor: ref("d", t.Anchor), Resolved: t.Resolved, Rule: w.rule(t.Rule),
	}
	if t.Anchor == extract.AnchorPublished {
		out.Anchor = "published"
	}
	return out
}

func (w *writer) quote(number int, q extract.Quote) Quote {
	out := Quote{
		ID: id("s", number), Place: w.place(q.TokenRange), Kind: q.Kind.String(), Speaker: w.speaker(q),
		Dates: refs("d", q.Timexes), Rule: w.rule(q.Rule),
	}
	out.Content = list(q.Content, func(_ int, r extract.TokenRange) Place { return w.place(r) })
	if !q.Cue.Empty() {
		out.Cue = &Cue{w.place(q.Cue), w.lemma(q.CueHead), q.Stance.String()}
	}
	return out
}

func (w *writer) lemma(token int32) string {
	if token < 0 {
		return ""
	}
	return w.doc.Tags[token].Lemma
}

func (w *writer) speaker(q extract.Quote) *Speaker {
	if q.Speaker.Empty() && q.Mention < 0 {
		return nil
	}
	out := &Speaker{}
	if !q.Speaker.Empty() {
		p := w.place(q.Speaker)
		out.Start, out.End, out.Text = &p.Start, &p.End, p.Text
	}
	if q.Mention >= 0 {
		if e := w.entityOf[q.Mention]; e >= 0 {
			out.Entity, out.Name = ref("e", e), w.nameOf(w.doc.Entities[e].Name)
		} else if q.Speaker.Empty() {
			out.Name = w.nameOf(w.doc.Mentions[q.Mention].TokenRange)
		}
	}
	return out
}

// claims converts the claims and adds to each which later ones correct it.
func (w *writer) claims() []Claim {
	out := list(w.doc.Claims, w.claim)
	for i, c := range w.doc.Claims {
		for _, old := range c.Corrects {
			out[old].CorrectedBy = append(out[old].CorrectedBy, id("c", i+1))
		}
	}
	return out
}

func (w *writer) claim(number int, c extract.Claim) Claim {
	return Claim{
		ID: id("c", number), Place: w.place(c.TokenRange), Statement: w.statement(c),
		Subject: w.slot(c.Subject), Predicate: w.predicate(c), Object: w.slot(c.Object),
		Arguments:  list(c.Arguments, w.argument),
		Quantities: refs("q", c.Quantities), Dates: refs("d", c.Timexes),
		Attribution: list(c.Attribution, w.attribution),
		Polarity:    Polarity{c.Polarity.String(), w.optional(c.PolarityCue)},
		Modality:    Modality{c.Modality.String(), w.optional(c.ModalityCue)},
		Corrects:    refs("c", c.Corrects), CorrectedBy: []string{}, SameAs: refs("c", c.SameAs),
		Checks: list(c.Checks, func(_ int, k extract.Check) Check {
			return Check{k.Kind.String(), refs("q", k.Quantities), k.Expected, k.Holds}
		}),
		Score: c.Score, ScoreParts: w.scoreParts(c), Rule: w.rule(c.Rule),
	}
}

// scoreParts is nil unless the rules are asked for.
func (w *writer) scoreParts(c extract.Claim) []ScorePart {
	if !w.explain || len(c.ScoreParts) == 0 {
		return nil
	}
	return list(c.ScoreParts, func(_ int, p extract.ScorePart) ScorePart { return ScorePart(p) })
}

func (w *writer) slot(s extract.Slot) *Slot {
	if s.Empty() {
		return nil
	}
	return &Slot{w.place(s.TokenRange), ref("e", s.Entity)}
}

// predicate is nil for what stands beside a name without a verb.
func (w *writer) predicate(c extract.Claim) *Predicate {
	if len(c.Predicate) == 0 {
		return nil
	}
	first, last := c.Predicate[0], c.Predicate[len(c.Predicate)-1]
	out := &Predicate{Place: w.place(extract.TokenRange{Start: first.Start, End: last.End}), Lemma: w.lemma(c.PredicateHead)}
	if len(c.Predicate) > 1 {
		parts := make([]string, len(c.Predicate))
		for i, part := range c.Predicate {
			parts[i] = w.doc.TextOf(part)
			out.Spans = append(out.Spans, w.rangeOf(part))
		}
		out.Text = strings.Join(parts, " ")
	}
	return out
}

func (w *writer) argument(_ int, a extract.Argument) Argument {
	return Argument{
		Role: a.Role.String(), Preposition: w.doc.TextOf(a.Preposition), Place: w.place(a.TokenRange),
		Entity: ref("e", a.Entity),
	}
}

func (w *writer) attribution(_ int, i extract.QuoteIndex) Attribution {
	q := w.doc.Quotes[i]
	out := Attribution{Quote: ref("s", i), Cue: w.doc.TextOf(q.Cue)}
	if s := w.speaker(q); s != nil {
		out.Entity, out.Speaker = s.Entity, s.Name
		if out.Speaker == "" {
			out.Speaker = s.Text
		}
	}
	return out
}

// statement is the text of a claim with its substitutions in brackets and line
// breaks as blanks.
func (w *writer) statement(c extract.Claim) string {
	var b strings.Builder
	at := w.doc.SpanOf(c.TokenRange).Start
	for _, s := range c.Substitutions {
		if s.Keep {
			note := s.Date
			if s.Entity >= 0 {
				note = w.nameOf(w.doc.Entities[s.Entity].Name)
			}
			end := w.doc.Tokens[s.End-1].End
			b.WriteString(w.doc.Text[at:end] + " [" + note + "]")
			at = end
			continue
		}
		if s.Entity == extract.None && !s.Words.Empty() {
			b.WriteString(w.doc.Text[at:w.doc.Tokens[s.Start].Start] + "[" + w.doc.TextOf(s.Words) + w.genitive(s) + "]")
			if at = w.doc.Tokens[s.Start].Start; s.Empty() {
				b.WriteByte(' ')
			} else {
				at = w.doc.Tokens[s.End-1].End
			}
			continue
		}
		if s.Entity == extract.None {
			kept := w.doc.Text[at:max(at, w.doc.Tokens[s.Start].Start)]
			at = w.doc.Tokens[s.End-1].End
			b.WriteString(strings.TrimRight(kept, " "))
			if next, _ := utf8.DecodeRuneInString(w.doc.Text[at:]); strings.HasSuffix(kept, " ") && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
				b.WriteByte(' ') // what is left out ended in an opening bracket or quote
			}
			continue
		}
		b.WriteString(w.doc.Text[at:w.doc.Tokens[s.Start].Start])
		b.WriteString("[" + w.nameOf(w.doc.Entities[s.Entity].Name) + w.genitive(s) + "]")
		if s.Empty() {
			b.WriteByte(' ')
			at = w.doc.Tokens[s.Start].Start
		} else {
			at = w.doc.Tokens[s.End-1].End
		}
	}
	b.WriteString(w.doc.Text[at:w.doc.SpanOf(c.TokenRange).End])
	if !strings.ContainsAny(b.String(), "\r\n\t") {
		return b.String()
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// genitive is the ending of a name that stands for "its", "their" or "whose".
func (w *writer) genitive(s extract.Substitution) string {
	if s.Len() != 1 {
		return ""
	}
	switch w.doc.Tags[s.Start].Penn {
	case extract.PennPRPS, extract.PennWPS:
		return "'s"
	}
	return ""
}

// NumberOf returns the position of an identifier in its list, from 0: the
// entity of "e3" is Entities[2]. It is -1 for what is no such identifier.
func NumberOf(letter, id string) int {
	digits, ok := strings.CutPrefix(id, letter)
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 1 || !slices.Equal([]byte(digits), strconv.AppendInt(nil, int64(n), 10)) {
		return -1
	}
	return n - 1
}

// nameOf returns a name on one line, also where a line of the article breaks in
// it.
func (w *writer) nameOf(at extract.TokenRange) string {
	return strings.Join(strings.Fields(w.doc.TextOf(at)), " ")
}
