package view

import (
	"cmp"
	"html"
	"html/template"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/wording"
)

// Claim is a claim as a card of the list.
type Claim struct {
	ID        string
	Said      []Said
	Statement template.HTML // words that are not the sentence's own are in <i>
	Notes     []Note
	Facts     []Fact
	Links     []Link
	Checks    []Check
	Score     float64
	Speakers  string // values of the filters, with blanks between them
	Entities  string
	Numbers   bool
	Corrected bool
	Parts     string // places of its parts for the page: "subject 10 12;cue 3 5"
	Citation  string
}

// Said is one step of who says a claim: "TikTok" "revealed".
type Said struct{ Speaker, Cue string }

// Note is how a claim is put: {"negative", "not", "did not"}.
type Note struct{ Class, Label, Cue string }

// Fact is a number or date of a claim: {"number", "q4", "49 million videos", "49,000,000"}.
type Fact struct{ Class, ID, Text, Means string }

// Link names other claims: {"corrected", "corrected by", "c9", "c12"}.
type Link struct {
	Class, Label string
	IDs          []string
}

// Check is arithmetic among the figures of a claim.
type Check struct {
	Holds bool
	Words string
}

// article is the value of the speaker filter for what nobody is said to say.
const articleItself = "article"

func (x *index) claims() []Claim {
	mentions := x.mentionsByStart()
	var out []Claim
	for i := range x.file.Claims {
		c := &x.file.Claims[i]
		v := Claim{
			ID: c.ID, Statement: statement(c.Statement), Numbers: len(c.Quantities) > 0, Corrected: len(c.CorrectedBy) > 0, Score: c.Score,
			Notes: notes(c), Facts: x.facts(c), Links: links(c), Citation: x.citation(c), Parts: x.parts(c),
			Entities: strings.Join(x.entitiesOf(c, mentions), " "),
		}
		for _, check := range c.Checks {
			v.Checks = append(v.Checks, Check{check.Holds, oneLine(wording.Check(x.file, check))})
		}
		var speakers []string
		for i, a := range c.Attribution {
			if n := len(v.Said); i > 0 && wording.SameSpeaker(c.Attribution[i-1], a) {
				v.Said[n-1].Cue = strings.Trim(v.Said[n-1].Cue+", "+oneLine(a.Cue), ", ")
			} else {
				v.Said = append(v.Said, Said{cmp.Or(oneLine(a.Speaker), "Somebody"), oneLine(a.Cue)})
			}
			speakers = append(speakers, speakerValue(a))
		}
		if len(speakers) == 0 {
			speakers = []string{articleItself}
		}
		v.Speakers = strings.Join(speakers, " ")
		out = append(out, v)
	}
	return out
}

// bracketed is words that a statement takes from elsewhere: "[TikTok]".
var bracketed = regexp.MustCompile(`\[[^\[\]]*\]`)

// statement sets off what stands in [brackets]. A bracket of the article itself
// is set off, too: the claims file does not tell them apart.
func statement(s string) template.HTML {
	return template.HTML(bracketed.ReplaceAllString(html.EscapeString(oneLine(s)), "<i>$0</i>"))
}

func notes(c *claimsfile.Claim) []Note {
	var out []Note
	cue := func(p *claimsfile.Place) string {
		if p == nil {
			return ""
		}
		return oneLine(p.Text)
	}
	if c.Polarity.Value == "negative" {
		out = append(out, Note{"negative", "negated", cue(c.Polarity.Cue)})
	}
	if c.Modality.Value != "asserted" {
		out = append(out, Note{"modality", c.Modality.Value, cue(c.Modality.Cue)})
	}
	return out
}

func (x *index) facts(c *claimsfile.Claim) []Fact {
	var out []Fact
	durations := map[claimsfile.Place]bool{}
	for _, id := range c.Quantities {
		q := x.quantities[id]
		durations[q.Place] = q.Kind == "duration"
		out = append(out, Fact{"number", id, oneLine(q.Text), wording.Amount(*q)})
	}
	for _, id := range c.Dates {
		if d := x.dates[id]; d.Type != "DURATION" || !durations[d.Place] {
			out = append(out, Fact{"date", id, oneLine(d.Text), dateMeans(*d)})
		}
	}
	return out
}

func links(c *claimsfile.Claim) []Link {
	var out []Link
	add := func(class, label string, ids []string) {
		if len(ids) > 0 {
			out = append(out, Link{class, label, ids})
		}
	}
	add("correction", "corrected by", c.CorrectedBy)
	add("correction", "corrects", c.Corrects)
	add("same", "same as", c.SameAs)
	return out
}

// parts lists where the parts of a claim stand, for the highlights of the page.
func (x *index) parts(c *claimsfile.Claim) string {
	var b strings.Builder
	add := func(name string, start, end int) {
		if b.Len() > 0 {
			b.WriteByte(';')
		}
		b.WriteString(name + " " + strconv.Itoa(start) + " " + strconv.Itoa(end))
	}
	place := func(name string, p *claimsfile.Place) {
		if p != nil {
			add(name, p.Start, p.End)
		}
	}
	place("negation", c.Polarity.Cue)
	place("modality", c.Modality.Cue)
	for _, a := range c.Attribution {
		q := x.quotes[a.Quote]
		if q == nil {
			continue
		}
		if q.Cue != nil {
			place("source", &q.Cue.Place)
		}
		if q.Speaker != nil && q.Speaker.Start != nil && q.Speaker.End != nil {
			add("source", *q.Speaker.Start, *q.Speaker.End)
		}
	}
	return b.String()
}

// mentioned is a place that mentions an entity.
type mentioned struct {
	start, end int
	entity     string
}

func (x *index) mentionsByStart() []mentioned {
	var all []mentioned
	for _, e := range x.file.Entities {
		for _, m := range e.Mentions {
			all = append(all, mentioned{m.Start, m.End, e.ID})
		}
	}
	slices.SortStableFunc(all, func(a, b mentioned) int { return cmp.Compare(a.start, b.start) })
	return all
}

// entitiesOf returns the entities that a claim mentions or that say it.
func (x *index) entitiesOf(c *claimsfile.Claim, mentions []mentioned) []string {
	var out []string
	add := func(id string) {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	from, _ := slices.BinarySearchFunc(mentions, c.Start, func(m mentioned, start int) int { return cmp.Compare(m.start, start) })
	for _, m := range mentions[from:] {
		if m.start >= c.End || len(out) > 50 {
			break
		}
		add(m.entity)
	}
	if c.Subject != nil {
		add(c.Subject.Entity)
	}
	for _, a := range c.Attribution {
		add(a.Entity)
	}
	return out
}

// citation is a claim in its own words, with who says it, where it stands, and
// in what: what a reader needs to find it again.
func (x *index) citation(c *claimsfile.Claim) string {
	var b strings.Builder
	b.WriteString("“" + oneLine(c.Text) + "”")
	for i, a := range c.Attribution {
		b.WriteString([]string{" — ", ", "}[min(i, 1)] + oneLine(a.Speaker))
		if a.Speaker != "" && a.Cue != "" {
			b.WriteString(" (" + oneLine(a.Cue) + ")")
		}
	}
	title, _ := x.title()
	b.WriteString(". " + title)
	for _, part := range []string{oneLine(x.file.Article.Source), x.file.Article.Published} {
		if part != "" {
			b.WriteString(", " + part)
		}
	}
	return b.String() + ", characters " + strconv.Itoa(c.Start) + "–" + strconv.Itoa(c.End) + "."
}
