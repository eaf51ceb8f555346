package claimsfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Validate checks one claims file: that it is JSON, that it follows the schema,
// that every text is the slice of the article that its offsets name, that
// identifiers are numbered in order, and that every reference has a target.
//
// The error joins one error for each place (errors.Join), in the order of the
// places: "/quantities/2: text is ...". A file that is no JSON has one error.
func Validate(file []byte) error {
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(file))
	if err != nil {
		return err
	}
	if err := compiledSchema().Validate(tree); err != nil {
		return schemaErrors(err)
	}
	var f File
	if err := json.Unmarshal(file, &f); err != nil {
		return err
	}
	c := checker{file: &f, text: []rune(f.Article.Text)}
	c.check()
	return errors.Join(c.errors...)
}

// checker checks what a JSON Schema cannot say.
type checker struct {
	file   *File
	text   []rune
	errors []error
}

func (c *checker) errorf(path, format string, args ...any) {
	c.errors = append(c.errors, errors.New(path+": "+fmt.Sprintf(format, args...)))
}

func (c *checker) check() {
	f := c.file
	last := 0
	for i, s := range f.Sentences {
		path := at("/sentences", i)
		c.span(path, s.Start, s.End)
		if s.Start < last {
			c.errorf(path, "starts at %d, inside the sentence before it", s.Start)
		}
		last = s.End
	}
	for i, e := range f.Entities {
		c.entity(at("/entities", i), i, e)
	}
	starts := make([]int, len(f.Quantities))
	for i, q := range f.Quantities {
		starts[i] = q.Start
		c.quantity(at("/quantities", i), i, q)
	}
	c.sorted("/quantities", starts)
	starts = make([]int, len(f.Dates))
	for i, d := range f.Dates {
		starts[i] = d.Start
		path := at("/dates", i)
		c.id(path, "d", i, d.ID)
		c.place(path, d.Place)
		if d.Anchor != "published" {
			c.ref(path+"/anchor", "d", len(f.Dates), d.Anchor)
		}
	}
	c.sorted("/dates", starts)
	starts = make([]int, len(f.Quotes))
	for i, q := range f.Quotes {
		starts[i] = q.Start
		c.quote(at("/quotes", i), i, q)
	}
	c.sorted("/quotes", starts)
	starts = make([]int, len(f.Claims))
	for i, claim := range f.Claims {
		starts[i] = claim.Start
		c.claim(at("/claims", i), i, claim)
	}
	c.sorted("/claims", starts)
}

func (c *checker) entity(path string, i int, e Entity) {
	c.id(path, "e", i, e.ID)
	for j, m := range e.Mentions {
		c.place(at(path+"/mentions", j), m.Place)
	}
}

func (c *checker) quantity(path string, i int, q Quantity) {
	c.id(path, "q", i, q.ID)
	c.place(path, q.Place)
	if q.Value == nil && q.Low == nil && q.High == nil && q.Kind != "score" { // "2-1" is two numbers and no range
		c.errorf(path, "has neither value nor low nor high")
	}
	if q.Counted != nil {
		c.place(path+"/counted", Place{q.Counted.Start, q.Counted.End, q.Counted.Text})
	}
	for j, p := range q.Concept {
		c.place(at(path+"/concept", j), p)
	}
}

func (c *checker) quote(path string, i int, q Quote) {
	c.id(path, "s", i, q.ID)
	c.place(path, q.Place)
	last := q.Start
	for j, p := range q.Content {
		c.place(at(path+"/content", j), p)
		if p.Start < last || p.End > q.End {
			c.errorf(at(path+"/content", j), "is out of order or outside of the quote")
		}
		last = p.End
	}
	if s := q.Speaker; s != nil {
		if s.Start != nil && s.End != nil {
			c.place(path+"/speaker", Place{*s.Start, *s.End, s.Text})
		}
		c.ref(path+"/speaker/entity", "e", len(c.file.Entities), s.Entity)
	}
	if q.Cue != nil {
		c.place(path+"/cue", q.Cue.Place)
	}
	c.refs(path+"/dates", "d", len(c.file.Dates), q.Dates)
}

func (c *checker) claim(path string, i int, claim Claim) {
	c.id(path, "c", i, claim.ID)
	c.place(path, claim.Place)
	c.slot(path+"/subject", claim.Subject)
	c.slot(path+"/object", claim.Object)
	if claim.Predicate != nil {
		c.predicate(path+"/predicate", *claim.Predicate)
	}
	for j, a := range claim.Arguments {
		c.slot(at(path+"/arguments", j), &Slot{a.Place, a.Entity})
	}
	for j, a := range claim.Attribution {
		c.ref(at(path+"/attribution", j), "s", len(c.file.Quotes), a.Quote)
		c.ref(at(path+"/attribution", j), "e", len(c.file.Entities), a.Entity)
	}
	for _, p := range []*Place{claim.Polarity.Cue, claim.Modality.Cue} {
		if p != nil {
			c.place(path, *p)
		}
	}
	c.refs(path+"/quantities", "q", len(c.file.Quantities), claim.Quantities)
	c.refs(path+"/dates", "d", len(c.file.Dates), claim.Dates)
	c.refs(path+"/corrects", "c", len(c.file.Claims), claim.Corrects)
	c.refs(path+"/corrected_by", "c", len(c.file.Claims), claim.CorrectedBy)
	c.refs(path+"/same_as", "c", len(c.file.Claims), claim.SameAs)
	for j, check := range claim.Checks {
		c.refs(at(path+"/checks", j)+"/quantities", "q", len(c.file.Quantities), check.Quantities)
	}
}

func (c *checker) slot(path string, s *Slot) {
	if s == nil {
		return
	}
	c.place(path, s.Place)
	c.ref(path+"/entity", "e", len(c.file.Entities), s.Entity)
}

func (c *checker) predicate(path string, p Predicate) {
	if len(p.Spans) == 0 {
		c.place(path, p.Place)
		return
	}
	for j, s := range p.Spans {
		c.span(at(path+"/spans", j), s.Start, s.End)
	}
}

// span checks that offsets lie in the article and tells whether they do.
func (c *checker) span(path string, start, end int) bool {
	if start < 0 || end < start || end > len(c.text) {
		c.errorf(path, "range %d..%d is not inside the article's %d characters", start, end, len(c.text))
		return false
	}
	return true
}

func (c *checker) place(path string, p Place) {
	if !c.span(path, p.Start, p.End) {
		return
	}
	if have := string(c.text[p.Start:p.End]); have != p.Text {
		c.errorf(path, "text is %q, but the article has %q at %d..%d", p.Text, have, p.Start, p.End)
	}
}

func (c *checker) id(path, letter string, i int, have string) {
	if want := id(letter, i+1); have != want {
		c.errorf(path, "id is %q, want %q", have, want)
	}
}

// ref checks a reference that may be absent.
func (c *checker) ref(path, letter string, targets int, have string) {
	if have == "" {
		return
	}
	if n := NumberOf(letter, have); n < 0 || n >= targets {
		c.errorf(path, "there is no %q", have)
	}
}

func (c *checker) refs(path, letter string, targets int, have []string) {
	for j, r := range have {
		if r == "" {
			c.errorf(at(path, j), "is empty")
		}
		c.ref(at(path, j), letter, targets, r)
	}
}

func (c *checker) sorted(path string, starts []int) {
	for i := 1; i < len(starts); i++ {
		if starts[i] < starts[i-1] {
			c.errorf(at(path, i), "starts before the one in front of it")
		}
	}
}

// at is the JSON pointer of element i of a list.
func at(list string, i int) string {
	return list + "/" + strconv.Itoa(i)
}
