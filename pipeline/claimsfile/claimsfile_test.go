package claimsfile_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/claimsfile"
)

// document is "Zoë’s firm said on Friday it had sold\n58 apps." with one
// annotation of every kind, made by hand.
func document() *extract.Document {
	doc := extract.NewDocument(extract.Article{
		ID: "a1", Text: "Zoë’s firm said on Friday it had sold\n58 apps.",
		Published: time.Date(2020, 7, 10, 0, 0, 0, 0, time.UTC), PublishedFrom: extract.FromFlag,
	})
	at := 0
	for _, word := range []string{"Zoë", "’s", "firm", "said", "on", "Friday", "it", "had", "sold", "58", "apps", "."} {
		start := at + strings.Index(doc.Text[at:], word)
		at = start + len(word)
		doc.Tokens = append(doc.Tokens, extract.Token{Span: extract.Span{Start: int32(start), End: int32(at)}})
		doc.Tags = append(doc.Tags, extract.Tag{Lemma: word})
	}
	doc.Tags[3].Lemma, doc.Tags[8].Lemma = "say", "sell"
	doc.Sentences = []extract.Sentence{{TokenRange: extract.TokenRange{Start: 0, End: 12}}}
	doc.Timexes = []extract.Timex{{
		TokenRange: extract.TokenRange{Start: 5, End: 6}, Value: "2020-07-10", Begin: "2020-07-10", Until: "2020-07-11",
		Anchor: extract.AnchorPublished, Resolved: true, Rule: "weekday",
	}}
	doc.Mentions = []extract.Mention{
		{TokenRange: extract.TokenRange{Start: 0, End: 1}, Type: extract.Person},
		{TokenRange: extract.TokenRange{Start: 0, End: 3}, Head: 2, Kind: extract.Nominal, Type: extract.Org},
		{TokenRange: extract.TokenRange{Start: 6, End: 7}, Head: 6, Kind: extract.Pronoun},
	}
	doc.Entities = []extract.Entity{
		{Type: extract.Person, Name: extract.TokenRange{Start: 0, End: 1}, Mentions: []extract.MentionIndex{0}},
		{Type: extract.Org, Name: extract.TokenRange{Start: 0, End: 3}, Mentions: []extract.MentionIndex{1, 2}},
	}
	doc.Quantities = []extract.Quantity{{
		TokenRange: extract.TokenRange{Start: 9, End: 11}, Value: extract.Amount{Float: 58, Known: true},
		Counted: extract.TokenRange{Start: 10, End: 11}, CountedLemma: "app", Rule: "count",
	}}
	doc.Quotes = []extract.Quote{{
		TokenRange: extract.TokenRange{Start: 6, End: 11}, Kind: extract.Indirect,
		Content: []extract.TokenRange{{Start: 6, End: 11}}, Cue: extract.TokenRange{Start: 3, End: 4}, CueHead: 3,
		Speaker: extract.TokenRange{Start: 0, End: 3}, Mention: 1, Timexes: []extract.TimexIndex{0},
	}}
	doc.Claims = []extract.Claim{{
		TokenRange: extract.TokenRange{Start: 6, End: 11},
		Subject:    extract.Slot{TokenRange: extract.TokenRange{Start: 6, End: 7}, Entity: 1},
		Predicate:  []extract.TokenRange{{Start: 7, End: 9}}, PredicateHead: 8,
		Object:        extract.Slot{TokenRange: extract.TokenRange{Start: 9, End: 11}, Entity: extract.None},
		Quantities:    []extract.QuantityIndex{0},
		Attribution:   []extract.QuoteIndex{0},
		Substitutions: []extract.Substitution{{TokenRange: extract.TokenRange{Start: 6, End: 7}, Entity: 1}},
		Score:         0.5,
	}}
	return doc
}

func encode(t *testing.T, f *claimsfile.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := claimsfile.Encode(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFromDocument(t *testing.T) {
	f := claimsfile.FromDocument(document(), claimsfile.Options{})
	q := f.Quantities[0]
	if q.ID != "q1" || q.Start != 38 || q.End != 45 || q.Text != "58 apps" || *q.Value != 58 || q.Counted.Lemma != "app" || q.Rule != "" {
		t.Errorf("quantity %+v: want q1, 58 apps at code points 38..45 (3 fewer than bytes), without rule", q)
	}
	c := f.Claims[0]
	if c.Statement != "[Zoë’s firm] had sold 58 apps" {
		t.Errorf("statement %q: want the pronoun in brackets and the line break as a blank", c.Statement)
	}
	if a := c.Attribution[0]; a.Quote != "s1" || a.Entity != "e2" || a.Speaker != "Zoë’s firm" || a.Cue != "said" {
		t.Errorf("attribution %+v", a)
	}
	if c.Predicate.Lemma != "sell" || c.Predicate.Spans != nil || c.Object.Entity != "" {
		t.Errorf("claim %+v", c)
	}
	if d := f.Dates[0]; d.Anchor != "published" || f.Article.Published != "2020-07-10" || f.Article.PublishedFrom != "flag" {
		t.Errorf("date %+v, article %+v", d, f.Article)
	}
	if err := claimsfile.Validate(encode(t, f)); err != nil {
		t.Errorf("Validate: %v", err)
	}
}

func TestExplain(t *testing.T) {
	f := claimsfile.FromDocument(document(), claimsfile.Options{Explain: true})
	if f.Quantities[0].Rule != "count" || f.Dates[0].Rule != "weekday" {
		t.Errorf("rules %q and %q, want count and weekday", f.Quantities[0].Rule, f.Dates[0].Rule)
	}
}

func TestPredicateInParts(t *testing.T) {
	doc := document()
	doc.Claims[0].Predicate = []extract.TokenRange{{Start: 7, End: 8}, {Start: 9, End: 10}}
	p := claimsfile.FromDocument(doc, claimsfile.Options{}).Claims[0].Predicate
	if p.Text != "had 58" || len(p.Spans) != 2 || p.Start != 29 || p.End != 40 {
		t.Errorf("predicate %+v, want its two parts, apart and together", p)
	}
}

func TestSharedSubject(t *testing.T) {
	doc := document()
	c := &doc.Claims[0]
	c.TokenRange.Start, c.Subject.TokenRange = 8, extract.TokenRange{}
	c.Substitutions = []extract.Substitution{{TokenRange: extract.TokenRange{Start: 8, End: 8}, Entity: 1}}
	f := claimsfile.FromDocument(doc, claimsfile.Options{})
	if got := f.Claims[0].Statement; got != "[Zoë’s firm] sold 58 apps" || f.Claims[0].Subject != nil {
		t.Errorf("statement %q, subject %v", got, f.Claims[0].Subject)
	}
}

func TestLeftOut(t *testing.T) {
	doc := document()
	doc.Text = strings.Replace(doc.Text, "sold\n58", "sold \"58", 1)
	doc.Tokens[9].Start++ // the quotation mark belongs to the token before
	doc.Tokens[9].End++
	doc.Tokens[10].Start++
	doc.Tokens[10].End++
	doc.Tokens[8].Start, doc.Tokens[8].End = doc.Tokens[9].Start-1, doc.Tokens[9].Start
	doc.Claims[0].Substitutions = []extract.Substitution{{TokenRange: extract.TokenRange{Start: 8, End: 9}, Entity: extract.None}}
	if got := claimsfile.FromDocument(doc, claimsfile.Options{}).Claims[0].Statement; got != "it had sold 58 apps" {
		t.Errorf("statement %q: a blank must stay where a mark glued to the next word is left out", got)
	}
}

func TestEmptyArticle(t *testing.T) {
	b := encode(t, claimsfile.FromDocument(extract.NewDocument(extract.Article{ID: "e"}), claimsfile.Options{}))
	if bytes.Contains(b, []byte("null")) || !bytes.Contains(b, []byte(`"claims": []`)) {
		t.Errorf("empty lists must be []:\n%s", b)
	}
	if err := claimsfile.Validate(b); err != nil {
		t.Error(err)
	}
}

func TestRoundTrip(t *testing.T) {
	want := claimsfile.FromDocument(document(), claimsfile.Options{Explain: true})
	for name, encode := range map[string]func(io.Writer, *claimsfile.File) error{
		"Encode": claimsfile.Encode, "EncodeLine": claimsfile.EncodeLine,
	} {
		var b bytes.Buffer
		if err := errors.Join(encode(&b, want), encode(&b, want)); err != nil {
			t.Fatal(err)
		}
		d := claimsfile.NewDecoder(&b)
		for range 2 {
			got, err := d.Decode()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, then Decode (-want +got):\n%s", name, diff)
			}
		}
		if _, err := d.Decode(); err != io.EOF {
			t.Errorf("after the last file: %v, want io.EOF", err)
		}
	}
}

func TestDecodeErrors(t *testing.T) {
	if _, err := claimsfile.Decode(strings.NewReader(`{"schema":"factline/2"}`)); !errors.Is(err, claimsfile.ErrSchema) {
		t.Errorf("another schema: %v, want ErrSchema", err)
	}
	if _, err := claimsfile.Decode(strings.NewReader(`{"schema":`)); err == nil || errors.Is(err, io.EOF) {
		t.Errorf("a file cut short: %v", err)
	}
}

func TestValidate(t *testing.T) {
	tests := []struct {
		reason, want string
		spoil        func(f *claimsfile.File)
	}{
		{"text that is not in the article", `/quantities/0: text is "59 apps", but the article has "58 apps" at 38..45`,
			func(f *claimsfile.File) { f.Quantities[0].Text = "59 apps" }},
		{"an offset past the end", "/quotes/0/content/0: range 26..99 is not inside",
			func(f *claimsfile.File) { f.Quotes[0].Content[0].End = 99 }},
		{"a reference without target", `/claims/0/quantities/0: there is no "q2"`,
			func(f *claimsfile.File) { f.Claims[0].Quantities[0] = "q2" }},
		{"identifiers out of order", `/dates/0: id is "d2", want "d1"`,
			func(f *claimsfile.File) { f.Dates[0].ID = "d2" }},
		{"an unknown kind", "value must be one of",
			func(f *claimsfile.File) { f.Quantities[0].Kind = "heap" }},
		{"a list that is null", "got null, want array",
			func(f *claimsfile.File) { f.Entities = nil }},
		{"a quantity without any value", "/quantities/0: has neither value nor low nor high",
			func(f *claimsfile.File) { f.Quantities[0].Value = nil }},
		{"annotations out of order", "/quantities/1: starts before the one in front of it",
			func(f *claimsfile.File) {
				q := f.Quantities[0]
				q.ID, q.Start, q.End, q.Text = "q2", 0, 3, "Zoë"
				f.Quantities = append(f.Quantities, q)
			}},
	}
	for _, test := range tests {
		f := claimsfile.FromDocument(document(), claimsfile.Options{})
		test.spoil(f)
		err := claimsfile.Validate(encode(t, f))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one with %q", test.reason, err, test.want)
		}
	}
	if err := claimsfile.Validate([]byte(`{"schema":`)); err == nil {
		t.Error("a file cut short is valid")
	}
}

// FuzzDecode: Decode never panics, and what it reads can be written and read
// again without loss.
func FuzzDecode(f *testing.F) {
	var b bytes.Buffer
	if err := claimsfile.Encode(&b, claimsfile.FromDocument(document(), claimsfile.Options{Explain: true})); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"schema":"factline/1","claims":[null,{}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		_ = claimsfile.Validate(data)
		first, err := claimsfile.Decode(bytes.NewReader(data))
		if err != nil {
			return
		}
		once := encode(t, first)
		second, err := claimsfile.Decode(bytes.NewReader(once))
		if err != nil {
			t.Fatal(err)
		}
		if twice := encode(t, second); !bytes.Equal(once, twice) {
			t.Errorf("written once:\n%s\nread and written again:\n%s", once, twice)
		}
	})
}

// TestValidateSchema: what the schema forbids is one line a place, in the order
// of the places, and the same each time.
func TestValidateSchema(t *testing.T) {
	file := `{"schema": "factline/0", "generator": {"name": "x"}, "article": {"id": 3, "text": ""}, "sentences": [` +
		strings.Repeat(`{"start": 0, "end": 0, "role": "body"},`, 10) + `{"end": 0, "role": "body"}, {"start": 0, "end": 0, "role": "song"}],
		"entities": [], "quantities": [], "dates": {}, "quotes": []}`
	want := `/: missing property 'claims'
/article/id: got number, want string
/dates: got object, want array
/generator: missing property 'version'
/schema: value must be 'factline/1'
/sentences/10: missing property 'start'
/sentences/11/role: value must be one of 'headline', 'byline', 'dateline', 'body'`
	for range 5 {
		err := claimsfile.Validate([]byte(file))
		if err == nil {
			t.Fatal("no error")
		}
		if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Fatalf("(-want +got)\n%s", diff)
		}
	}
}

// A name that a line break divides is written on one line; its text stays.
func TestNameOnOneLine(t *testing.T) {
	doc := extract.NewDocument(extract.Article{Text: "Arvo\nLind"})
	doc.Tokens = []extract.Token{{Span: extract.Span{Start: 0, End: 4}}, {Span: extract.Span{Start: 5, End: 9}}}
	all := extract.TokenRange{Start: 0, End: 2}
	doc.Mentions = []extract.Mention{{TokenRange: all, Type: extract.Person}}
	doc.Entities = []extract.Entity{{Type: extract.Person, Name: all, Mentions: []extract.MentionIndex{0}}}
	e := claimsfile.FromDocument(doc, claimsfile.Options{}).Entities[0]
	if e.Name != "Arvo Lind" || e.Mentions[0].Text != "Arvo\nLind" {
		t.Errorf("name %q, text %q", e.Name, e.Mentions[0].Text)
	}
}
