// Package row makes one flat row of each claim of a claims file: what a
// spreadsheet, a data frame or a list of search results shows. The columns are
// the same wherever rows are written (csv, parquet, search), in the order of the
// fields of Row; docs/formats.md describes them.
package row

import "github.com/factline/factline/pipeline/claimsfile"

// Row is one claim with what is known of its article. Offsets are code points
// of the article's text.
type Row struct {
	ArticleID      string     `json:"article_id" parquet:"article_id"`
	Title          string     `json:"title,omitempty" parquet:"title,optional"`
	Byline         string     `json:"byline,omitempty" parquet:"byline,optional"`
	Published      string     `json:"published,omitempty" parquet:"published,optional"`
	Source         string     `json:"source,omitempty" parquet:"source,optional"`
	Language       string     `json:"language,omitempty" parquet:"language,optional"`
	ClaimID        string     `json:"claim_id" parquet:"claim_id"`
	Start          int64      `json:"start" parquet:"start"`
	End            int64      `json:"end" parquet:"end"`
	Text           string     `json:"text" parquet:"text"`
	Statement      string     `json:"statement" parquet:"statement"`
	Speakers       []Speaker  `json:"speakers" parquet:"speakers,list"`
	Subject        string     `json:"subject,omitempty" parquet:"subject,optional"`
	SubjectEntity  string     `json:"subject_entity,omitempty" parquet:"subject_entity,optional"`
	Predicate      string     `json:"predicate" parquet:"predicate"`
	PredicateLemma string     `json:"predicate_lemma" parquet:"predicate_lemma"`
	Object         string     `json:"object,omitempty" parquet:"object,optional"`
	ObjectEntity   string     `json:"object_entity,omitempty" parquet:"object_entity,optional"`
	Polarity       string     `json:"polarity" parquet:"polarity"`
	Modality       string     `json:"modality" parquet:"modality"`
	Quantities     []Quantity `json:"quantities" parquet:"quantities,list"`
	Dates          []Date     `json:"dates" parquet:"dates,list"`
	Corrects       []string   `json:"corrects" parquet:"corrects,list"`
	CorrectedBy    []string   `json:"corrected_by" parquet:"corrected_by,list"`
	SameAs         []string   `json:"same_as" parquet:"same_as,list"`
	Score          float64    `json:"score" parquet:"score"`
}

// Speaker is who says a claim; the outermost comes first.
type Speaker struct {
	Speaker string `json:"speaker,omitempty" parquet:"speaker,optional"` // as the article calls them; "" for nobody named
	Entity  string `json:"entity,omitempty" parquet:"entity,optional"`   // their name
	Cue     string `json:"cue,omitempty" parquet:"cue,optional"`
}

// Quantity is a number of the claim.
type Quantity struct {
	Text     string   `json:"text" parquet:"text"`
	Kind     string   `json:"kind" parquet:"kind"`
	Value    *float64 `json:"value,omitempty" parquet:"value,optional"`
	Low      *float64 `json:"low,omitempty" parquet:"low,optional"`
	High     *float64 `json:"high,omitempty" parquet:"high,optional"`
	Modifier string   `json:"modifier" parquet:"modifier"`
	Trend    string   `json:"trend,omitempty" parquet:"trend,optional"`
	Unit     string   `json:"unit,omitempty" parquet:"unit,optional"`
	Counted  string   `json:"counted,omitempty" parquet:"counted,optional"` // the lemma of the counted noun
	Start    int64    `json:"start" parquet:"start"`
	End      int64    `json:"end" parquet:"end"`
}

// Date is a time in the claim.
type Date struct {
	Text  string `json:"text" parquet:"text"`
	Type  string `json:"type" parquet:"type"`
	Value string `json:"value,omitempty" parquet:"value,optional"`
	Begin string `json:"begin,omitempty" parquet:"begin,optional"`
	Until string `json:"until,omitempty" parquet:"until,optional"`
	Start int64  `json:"start" parquet:"start"`
	End   int64  `json:"end" parquet:"end"`
}

// Of returns a row for each claim, in their order.
func Of(f *claimsfile.File) []Row {
	rows := make([]Row, len(f.Claims))
	for i, c := range f.Claims {
		rows[i] = claim(f, c)
	}
	return rows
}

// claim makes the row of one claim.
func claim(f *claimsfile.File, c claimsfile.Claim) Row {
	a := f.Article
	r := Row{
		ArticleID: a.ID, Title: a.Title, Byline: a.Byline, Published: a.Published, Source: a.Source, Language: a.Language,
		ClaimID: c.ID, Start: int64(c.Start), End: int64(c.End), Text: c.Text, Statement: c.Statement,
		Speakers: []Speaker{}, Quantities: []Quantity{}, Dates: []Date{},
		Polarity: c.Polarity.Value, Modality: c.Modality.Value,
		Corrects: c.Corrects, CorrectedBy: c.CorrectedBy, SameAs: c.SameAs, Score: c.Score,
	}
	if c.Predicate != nil {
		r.Predicate, r.PredicateLemma = c.Predicate.Text, c.Predicate.Lemma
	}
	r.Subject, r.SubjectEntity = slot(f, c.Subject)
	r.Object, r.ObjectEntity = slot(f, c.Object)
	for _, s := range c.Attribution {
		r.Speakers = append(r.Speakers, Speaker{s.Speaker, f.NameOf(s.Entity), s.Cue})
	}
	for _, q := range f.QuantitiesOf(c) {
		r.Quantities = append(r.Quantities, quantity(q))
	}
	for _, d := range f.DatesOf(c) {
		r.Dates = append(r.Dates, Date{d.Text, d.Type, d.Value, d.Begin, d.Until, int64(d.Start), int64(d.End)})
	}
	return r
}

func slot(f *claimsfile.File, s *claimsfile.Slot) (text, entity string) {
	if s == nil {
		return "", ""
	}
	return s.Text, f.NameOf(s.Entity)
}

func quantity(q claimsfile.Quantity) Quantity {
	out := Quantity{
		Text: q.Text, Kind: q.Kind, Value: q.Value, Low: q.Low, High: q.High, Modifier: q.Modifier, Trend: q.Trend,
		Start: int64(q.Start), End: int64(q.End),
	}
	if q.Unit != nil {
		out.Unit = q.Unit.Name
	}
	if q.Counted != nil {
		out.Counted = q.Counted.Lemma
	}
	return out
}
