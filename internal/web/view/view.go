// Package view shows a claims file to a person: as a page of internal/web, and
// as a report, one HTML file that needs nothing else. Both are the same
// template; whatever an article holds is escaped, and nothing in it can run.
//
// The page is whole without JavaScript. The scripts in static/ add selection,
// filters and downloads to it.
package view

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/csv"
)

// View is a claims file made ready for the template.
type View struct {
	Options
	Title    string // of the article; never empty
	Headline bool   // Title is a part of the text, which shows it itself
	About    string // byline, source and day of publication: "BBC News · 10 July 2020"
	Counts   []Count
	Kinds    []Kind
	Text     template.HTML
	Claims   []Claim
	Speakers []Choice
	Entities []Choice
	Timeline []Moment
	Undated  int  // claims with dates of which no calendar day is known
	Dated    bool // the day of publication is known
	Figures  []Figure
	FileName string // of downloads, without what tells their kind
	JSON     string // the claims file itself, byte for byte as extract writes it
	CSV      string // the same of its claims
}

// Options changes a view.
type Options struct {
	// Prefix begins every id, so that a report may hold several articles.
	Prefix string
	// Server tells that there is a server to ask for other formats.
	Server bool
}

// Count is a line of the summary above an article: "29 claims".
type Count struct {
	Number int
	Noun   string
}

// Kind is a kind of mark in the text, for the legend.
type Kind struct{ Class, Name string }

// Choice is an option of a filter.
type Choice struct {
	Value, Label string
	Claims       int
}

// New makes the view of a valid claims file.
func New(f *claimsfile.File, options Options) (*View, error) {
	var b bytes.Buffer
	if err := claimsfile.Encode(&b, f); err != nil {
		return nil, err
	}
	var table bytes.Buffer
	if err := csv.EncodeHeader(&table); err != nil {
		return nil, err
	}
	if err := csv.Encode(&table, f); err != nil {
		return nil, err
	}
	x := newIndex(f)
	x.prefix = options.Prefix
	v := &View{
		Options: options, Dated: f.Article.Published != "", FileName: FileName(f.Article.ID),
		JSON: b.String(), CSV: table.String(), Text: x.text(), Claims: x.claims(), Figures: x.figures(),
		Kinds: []Kind{
			{"name", "Names"}, {"number", "Numbers"}, {"date", "Dates"}, {"quote", "Quotations"}, {"ref", "Who is meant"},
		},
	}
	v.Title, v.Headline = x.title()
	v.About = x.about()
	v.Timeline, v.Undated = x.timeline()
	v.Speakers, v.Entities = x.speakers(v.Claims), x.entityChoices(v.Claims)
	v.Counts = []Count{
		count(len(f.Claims), "claim", "claims"), count(len(f.Quantities), "number", "numbers"),
		count(len(f.Dates), "date", "dates"), count(len(f.Quotes), "attributed statement", "attributed statements"),
		count(len(f.Entities), "name", "names"),
	}
	return v, nil
}

func count(n int, one, many string) Count {
	if n == 1 {
		return Count{n, one}
	}
	return Count{n, many}
}

// index finds the parts of a claims file by their identifiers.
type index struct {
	prefix     string
	file       *claimsfile.File
	runes      []rune
	entities   map[string]*claimsfile.Entity
	quantities map[string]*claimsfile.Quantity
	dates      map[string]*claimsfile.Date
	quotes     map[string]*claimsfile.Quote
}

func newIndex(f *claimsfile.File) *index {
	x := &index{
		file: f, runes: []rune(f.Article.Text),
		entities: map[string]*claimsfile.Entity{}, quantities: map[string]*claimsfile.Quantity{},
		dates: map[string]*claimsfile.Date{}, quotes: map[string]*claimsfile.Quote{},
	}
	for i := range f.Entities {
		x.entities[f.Entities[i].ID] = &f.Entities[i]
	}
	for i := range f.Quantities {
		x.quantities[f.Quantities[i].ID] = &f.Quantities[i]
	}
	for i := range f.Dates {
		x.dates[f.Dates[i].ID] = &f.Dates[i]
	}
	for i := range f.Quotes {
		x.quotes[f.Quotes[i].ID] = &f.Quotes[i]
	}
	return x
}

// FileName makes the name of a download of the identifier of an article, which
// may be any text: "articles/court.txt" gives "court".
func FileName(id string) string {
	name := id[strings.LastIndexAny(id, "/\\")+1:]
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		name = name[:dot]
	}
	name = strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return r
		}
		return -1
	}, name)
	if name = strings.Trim(name, "-"); name == "" || len(name) > 60 {
		return "article"
	}
	return name
}

// title returns the title of the article: that of its metadata, else its
// headline, else the name of its file.
func (x *index) title() (title string, headline bool) {
	a := x.file.Article
	title = oneLine(a.Title)
	for _, s := range x.file.Sentences {
		if s.Role == "headline" {
			first := oneLine(string(x.runes[s.Start:s.End]))
			if title == "" || title == first {
				return first, true
			}
			break
		}
	}
	if title != "" {
		return title, false
	}
	if a.ID != "" && a.ID != "-" {
		return oneLine(a.ID), false
	}
	return "Untitled article", false
}

func (x *index) about() string {
	a := x.file.Article
	var parts []string
	for _, part := range []string{oneLine(a.Byline), oneLine(a.Source), longDay(a.Published)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

// oneLine writes a text with single blanks in place of its white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
