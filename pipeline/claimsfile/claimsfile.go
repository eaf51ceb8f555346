// Package claimsfile defines the claims file, schema "factline/1": one JSON
// object per article with everything that factline found in it. docs/claimsfile.md
// describes every key.
//
// All offsets are half-open ranges of Unicode code points of article.text, and
// every "text" is exactly that slice. Identifiers are numbered in text order.
// Lists are never null; a fact that is not known is a key that is not there.
package claimsfile

// Schema is the name and version of the format.
const Schema = "factline/1"

// File is a claims file.
type File struct {
	Schema     string     `json:"schema" jsonschema:"enum=factline/1"`
	Generator  Generator  `json:"generator"`
	Article    Article    `json:"article"`
	Sentences  []Sentence `json:"sentences"`
	Entities   []Entity   `json:"entities"`
	Quantities []Quantity `json:"quantities"`
	Dates      []Date     `json:"dates"`
	Quotes     []Quote    `json:"quotes"`
	Claims     []Claim    `json:"claims"`
}

// Generator is the program that wrote the file.
type Generator struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Article is the article with what is known of it.
type Article struct {
	ID            string `json:"id"`
	Title         string `json:"title,omitempty"`
	Byline        string `json:"byline,omitempty"`
	Published     string `json:"published,omitempty" jsonschema:"pattern=^[0-9]{4}-[0-9]{2}-[0-9]{2}$"`
	PublishedFrom string `json:"published_from,omitempty" jsonschema:"enum=flag,enum=metadata,enum=dateline,enum=inferred"`
	Source        string `json:"source,omitempty"`
	Language      string `json:"language,omitempty"`
	DuplicateOf   string `json:"duplicate_of,omitempty"`
	Text          string `json:"text"`
}

// Place is a range of article.text and the words that stand there.
type Place struct {
	Start int    `json:"start" jsonschema:"minimum=0"`
	End   int    `json:"end" jsonschema:"minimum=0"`
	Text  string `json:"text"`
}

// Range is a range of article.text without its words.
type Range struct {
	Start int `json:"start" jsonschema:"minimum=0"`
	End   int `json:"end" jsonschema:"minimum=0"`
}

// Sentence is a sentence of the article.
type Sentence struct {
	Range
	Role string `json:"role" jsonschema:"enum=headline,enum=byline,enum=dateline,enum=body"`
}

// Entity is a person or thing and all places that mention it.
type Entity struct {
	ID       string    `json:"id" jsonschema:"pattern=^e[0-9]+$"`
	Type     string    `json:"type,omitempty" jsonschema:"enum=PERSON,enum=ORG,enum=PLACE,enum=NORP,enum=PRODUCT,enum=EVENT,enum=WORK"`
	Name     string    `json:"name"`
	Mentions []Mention `json:"mentions"`
}

// Mention is one place that mentions an entity.
type Mention struct {
	Place
	Kind string `json:"kind" jsonschema:"enum=name,enum=nominal,enum=pronoun"`
	Rule string `json:"rule,omitempty"`
}

// Quantity is a number with what it counts or measures.
type Quantity struct {
	ID string `json:"id" jsonschema:"pattern=^q[0-9]+$"`
	Place
	Kind     string    `json:"kind" jsonschema:"enum=count,enum=measure,enum=money,enum=percent,enum=age,enum=duration,enum=ratio,enum=score,enum=ordinal,enum=label"`
	Value    *float64  `json:"value,omitempty"`
	Low      *float64  `json:"low,omitempty"`
	High     *float64  `json:"high,omitempty"`
	Sides    []float64 `json:"sides,omitempty"` // of a score
	Modifier string    `json:"modifier" jsonschema:"enum=exact,enum=about,enum=over,enum=under,enum=at_least,enum=at_most"`
	Trend    string    `json:"trend,omitempty" jsonschema:"enum=up,enum=down"`
	Unit     *Unit     `json:"unit,omitempty"`
	Counted  *Counted  `json:"counted,omitempty"`
	Concept  []Place   `json:"concept,omitempty"`
	Rule     string    `json:"rule,omitempty"`
}

// Unit is what a quantity is measured in.
type Unit struct {
	Name      string `json:"name"`
	Symbol    string `json:"symbol,omitempty"`
	Dimension string `json:"dimension,omitempty"`
}

// Counted is the counted noun phrase.
type Counted struct {
	Text  string `json:"text"`
	Lemma string `json:"lemma"`
	Start int    `json:"start" jsonschema:"minimum=0"`
	End   int    `json:"end" jsonschema:"minimum=0"`
}

// Date is a date, time, duration or recurrent time with its TIMEX3 value.
type Date struct {
	ID string `json:"id" jsonschema:"pattern=^d[0-9]+$"`
	Place
	Type     string `json:"type" jsonschema:"enum=DATE,enum=TIME,enum=DURATION,enum=SET"`
	Value    string `json:"value,omitempty"`
	Mod      string `json:"mod,omitempty"`
	Begin    string `json:"begin,omitempty"`
	Until    string `json:"until,omitempty"`
	Anchor   string `json:"anchor,omitempty" jsonschema:"pattern=^(published|d[0-9]+)$"`
	Resolved bool   `json:"resolved"`
	Rule     string `json:"rule,omitempty"`
}

// Quote is something that somebody said.
type Quote struct {
	ID string `json:"id" jsonschema:"pattern=^s[0-9]+$"`
	Place
	Kind    string   `json:"kind" jsonschema:"enum=direct,enum=indirect,enum=mixed"`
	Content []Place  `json:"content"`
	Speaker *Speaker `json:"speaker,omitempty"`
	Cue     *Cue     `json:"cue,omitempty"`
	Dates   []string `json:"dates"`
	Rule    string   `json:"rule,omitempty"`
}

// Speaker is who says a quote. Start, End and Text are absent when nobody is
// named in the sentence.
type Speaker struct {
	Start  *int   `json:"start,omitempty" jsonschema:"minimum=0"`
	End    *int   `json:"end,omitempty" jsonschema:"minimum=0"`
	Text   string `json:"text,omitempty"`
	Entity string `json:"entity,omitempty" jsonschema:"pattern=^e[0-9]+$"`
	Name   string `json:"name,omitempty"`
}

// Cue is the words that say that somebody says it.
type Cue struct {
	Place
	Lemma  string `json:"lemma"`
	Stance string `json:"stance" jsonschema:"enum=say,enum=believe,enum=deny,enum=reveal,enum=order,enum=ask"`
}

// Claim is one checkable statement of the article.
type Claim struct {
	ID string `json:"id" jsonschema:"pattern=^c[0-9]+$"`
	Place
	Statement   string        `json:"statement"`
	Subject     *Slot         `json:"subject,omitempty"`
	Predicate   *Predicate    `json:"predicate,omitempty"`
	Object      *Slot         `json:"object,omitempty"`
	Arguments   []Argument    `json:"arguments"`
	Quantities  []string      `json:"quantities"`
	Dates       []string      `json:"dates"`
	Attribution []Attribution `json:"attribution"`
	Polarity    Polarity      `json:"polarity"`
	Modality    Modality      `json:"modality"`
	Corrects    []string      `json:"corrects"`
	CorrectedBy []string      `json:"corrected_by"`
	SameAs      []string      `json:"same_as"`
	Checks      []Check       `json:"checks"`
	Score       float64       `json:"score" jsonschema:"minimum=0,maximum=1"`
	ScoreParts  []ScorePart   `json:"score_parts,omitempty"`
	Rule        string        `json:"rule,omitempty"`
}

// ScorePart is what one feature of a claim adds to its score.
type ScorePart struct {
	Feature string  `json:"feature"`
	Weight  float64 `json:"weight"`
}

// Check is arithmetic inside a claim: the first of its quantities is checked by
// the others. Expected is what it would have to be, in its own unit.
type Check struct {
	Kind       string   `json:"kind" jsonschema:"enum=change,enum=difference,enum=share,enum=sum,enum=conversion"`
	Quantities []string `json:"quantities"`
	Expected   float64  `json:"expected"`
	Holds      bool     `json:"holds"`
}

// Slot is the subject or object of a claim.
type Slot struct {
	Place
	Entity string `json:"entity,omitempty" jsonschema:"pattern=^e[0-9]+$"`
}

// Predicate is the verb phrase of a claim. Spans lists its parts when other
// words stand between them; Text is then the parts with blanks between them.
type Predicate struct {
	Place
	Lemma string  `json:"lemma"`
	Spans []Range `json:"spans,omitempty"`
}

// Argument is a part of a claim beside subject and object.
type Argument struct {
	Role        string `json:"role" jsonschema:"enum=place,enum=time,enum=reason,enum=purpose,enum=manner,enum=condition,enum=with,enum=other"`
	Preposition string `json:"preposition,omitempty"`
	Place
	Entity string `json:"entity,omitempty" jsonschema:"pattern=^e[0-9]+$"`
}

// Attribution is one step of who says a claim.
type Attribution struct {
	Quote   string `json:"quote" jsonschema:"pattern=^s[0-9]+$"`
	Speaker string `json:"speaker,omitempty"`
	Entity  string `json:"entity,omitempty" jsonschema:"pattern=^e[0-9]+$"`
	Cue     string `json:"cue,omitempty"`
}

// Polarity tells whether a claim is affirmed or denied, and by which words.
type Polarity struct {
	Value string `json:"value" jsonschema:"enum=positive,enum=negative"`
	Cue   *Place `json:"cue,omitempty"`
}

// Modality tells how a claim is put forward, and by which words.
type Modality struct {
	Value string `json:"value" jsonschema:"enum=asserted,enum=possible,enum=obligation,enum=future,enum=conditional,enum=unknown,enum=opinion"`
	Cue   *Place `json:"cue,omitempty"`
}
