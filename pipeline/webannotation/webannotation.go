// Package webannotation writes what a claims file holds as Web Annotations
// (https://www.w3.org/TR/annotation-model/): a JSON array of Annotations, each
// with the context that makes it JSON-LD.
//
// Claims, quotations, quantities, dates and the mentions of entities are one
// Annotation each. Its target has two selectors for the same words: a
// TextQuoteSelector with the words before and after, and a TextPositionSelector.
// Positions are Unicode code points of article.text in the claims file, as the
// model wants them; of a web page that is the text of the article in it, so a
// reader of the page itself goes by the quote. Its bodies are TextualBody: what
// kind of thing it is (purpose "tagging"), then what it says.
package webannotation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/wording"
)

// Around the annotations of all articles stand Header and Footer; between those
// of two articles stands Between.
const (
	Header  = "[\n"
	Between = ",\n"
	Footer  = "\n]\n"
)

const vocabulary = "http://www.w3.org/ns/anno.jsonld"

// context is how many characters before and after the words are quoted.
const context = 32

type annotation struct {
	Context    string `json:"@context"`
	ID         string `json:"id"`
	Type       string `json:"type"`
	Motivation string `json:"motivation"`
	Body       []body `json:"body,omitempty"`
	Target     target `json:"target"`
}

type body struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Value   string `json:"value"`
}

type target struct {
	Source   string `json:"source"`
	Selector [2]any `json:"selector"`
}

type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Encode writes the annotations of one article, with Between between them and
// neither Header nor Footer. An article in which nothing was found gives
// nothing.
func Encode(w io.Writer, f *claimsfile.File) error {
	var b bytes.Buffer
	json := json.NewEncoder(&b)
	json.SetEscapeHTML(false)
	for i, a := range annotations(f) {
		if i > 0 {
			b.WriteString(Between)
		}
		if err := json.Encode(a); err != nil {
			return err
		}
		b.Truncate(b.Len() - len("\n"))
	}
	_, err := w.Write(b.Bytes())
	return err
}

func annotations(f *claimsfile.File) []annotation {
	e := encoder{source: source(f.Article), text: f.Article.Text, blocks: blocksOf(f.Article.Text)}
	e.space = uuid.NewSHA1(uuid.NameSpaceURL, []byte(e.source+"\x00"+e.text))
	for _, c := range f.Claims {
		e.add(c.ID, c.Place, "describing", "claim", append([]string{c.Statement}, claimNotes(f, c)...)...)
	}
	for _, q := range f.Quotes {
		speaker := ""
		if q.Speaker != nil {
			if speaker = q.Speaker.Name; speaker == "" {
				speaker = q.Speaker.Text
			}
		}
		e.add(q.ID, q.Place, "describing", "quote", speaker)
	}
	for _, q := range f.Quantities {
		e.add(q.ID, q.Place, "describing", q.Kind, wording.Quantity(q))
	}
	for _, d := range f.Dates {
		e.add(d.ID, d.Place, "describing", strings.ToLower(d.Type), wording.Date(d))
	}
	for _, entity := range f.Entities {
		for i, m := range entity.Mentions {
			e.add(fmt.Sprintf("%s.%d", entity.ID, i+1), m.Place, "identifying", strings.ToLower(entity.Type), entity.Name)
		}
	}
	return e.all
}

func claimNotes(f *claimsfile.File, c claimsfile.Claim) []string {
	var notes []string
	if speakers := wording.SaidBy(f, c); len(speakers) > 0 {
		notes = append(notes, strings.Join(speakers, ", "))
	}
	return append(notes, wording.Caveats(c)...)
}

// source is the address of an article: its source when that is a web address,
// otherwise its ID as a relative reference.
func source(a claimsfile.Article) string {
	if u, err := url.Parse(a.Source); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
		return u.String()
	}
	return (&url.URL{Path: a.ID}).String()
}

// encoder makes the annotations of one article.
type encoder struct {
	source string
	text   string
	space  uuid.UUID // of the identifiers: the article
	all    []annotation
	blocks []int // the byte offset of every blockSize-th code point
}

const blockSize = 64

func blocksOf(text string) []int {
	var blocks []int
	points := 0
	for at := range text {
		if points%blockSize == 0 {
			blocks = append(blocks, at)
		}
		points++
	}
	return blocks
}

func (e *encoder) add(id string, p claimsfile.Place, purpose, kind string, values ...string) {
	a := annotation{
		Context: vocabulary, ID: "urn:uuid:" + uuid.NewSHA1(e.space, []byte(id)).String(), Type: "Annotation", Motivation: purpose,
		Target: target{e.source, [2]any{e.quote(p), positionSelector{"TextPositionSelector", p.Start, p.End}}},
	}
	if kind != "" {
		a.Body = append(a.Body, body{"TextualBody", "tagging", kind})
	}
	for _, v := range values {
		if v != "" {
			a.Body = append(a.Body, body{"TextualBody", purpose, v})
		}
	}
	e.all = append(e.all, a)
}

// quote makes a selector of words with up to context characters on each side.
func (e *encoder) quote(p claimsfile.Place) quoteSelector {
	start := e.byteAt(p.Start)
	end := start + len(p.Text)
	from, to := start, end
	for range context {
		_, size := utf8.DecodeLastRuneInString(e.text[:from])
		from -= size
		_, size = utf8.DecodeRuneInString(e.text[to:])
		to += size
	}
	return quoteSelector{"TextQuoteSelector", p.Text, e.text[from:start], e.text[end:to]}
}

// byteAt returns the byte offset of a code point.
func (e *encoder) byteAt(point int) int {
	if point/blockSize >= len(e.blocks) {
		return len(e.text)
	}
	at := e.blocks[point/blockSize]
	for range point % blockSize {
		_, size := utf8.DecodeRuneInString(e.text[at:])
		at += size
	}
	return at
}
