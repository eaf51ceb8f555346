package article

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/factline/factline/extract"
)

// Columns names the columns of tables and the keys of JSON Lines. "" finds a
// column by its usual names, NoColumn takes none.
type Columns struct {
	Text, ID, Title, Byline, Published, Source, Language string
}

// NoColumn stands in Columns for a column that is not wanted.
const NoColumn = "-"

// field is what a row may tell of its article.
type field int

const (
	fieldText field = iota
	fieldID
	fieldTitle
	fieldByline
	fieldPublished
	fieldSource
	fieldLanguage
	fields
)

// usualNames are the names that columns have when nobody names them, in the
// order of preference.
var usualNames = [fields][]string{
	fieldText:      {"text", "body", "content", "article", "article_text", "full_text", "maintext", "article_body", "articleBody", "story"},
	fieldID:        {"id", "article_id", "doc_id", "_id", "uuid", "guid"},
	fieldTitle:     {"title", "headline"},
	fieldByline:    {"byline", "author", "authors"},
	fieldPublished: {"published", "published_at", "publishedAt", "date_published", "datePublished", "date_publish", "publication_date", "publish_date", "published_date", "pub_date", "pubDate", "date"},
	fieldSource:    {"source", "url", "link", "publisher", "publication"},
	fieldLanguage:  {"language", "lang"},
}

func (c Columns) named(f field) string {
	return [fields]string{c.Text, c.ID, c.Title, c.Byline, c.Published, c.Source, c.Language}[f]
}

// columns is where each field stands in a table; -1 for one that does not.
type columns [fields]int

// choose finds the fields among the names of a table's columns. Usual names
// may be in any case, with any of blank, "_" and "-" between their words.
func (c Columns) choose(names []string) (columns, error) {
	plain := make([]string, len(names))
	for i, name := range names {
		plain[i] = plainName(name)
	}
	var chosen columns
	for f := range fields {
		chosen[f] = -1
		switch name := c.named(f); name {
		case NoColumn:
		case "":
			for _, usual := range usualNames[f] {
				if chosen[f] = slices.Index(plain, plainName(usual)); chosen[f] >= 0 {
					break
				}
			}
		default:
			if chosen[f] = slices.Index(names, name); chosen[f] < 0 {
				return chosen, fmt.Errorf("no column %q among %s", name, quoted(names))
			}
		}
	}
	if chosen[fieldText] < 0 {
		return chosen, fmt.Errorf("no column of the text among %s (--text-column names it)", quoted(names))
	}
	return chosen, nil
}

// plainName is a name without what spellings of it differ in.
func plainName(name string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "_", "", "-", "").Replace(name))
}

// quoted lists names for an error, not more than a line holds.
func quoted(names []string) string {
	const most = 12
	var list []string
	for i, name := range names {
		if i == most {
			list = append(list, "...")
			break
		}
		list = append(list, fmt.Sprintf("%.40q", name))
	}
	return strings.Join(list, ", ")
}

// row is what one row tells, "" for what it does not.
type row [fields]string

// row hands on the article of a row of a table.
func (r *reader) row(in *input, place Error, row row) bool {
	place.File = in.name
	number := max(place.Line, place.Record)
	for _, value := range row {
		if at := extract.InvalidUTF8([]byte(value)); at >= 0 {
			place.Err = extract.ErrNotUTF8
			return r.failAt(place)
		}
	}
	a, err := r.articleOf(row, "the column of publication")
	if err != nil {
		place.Err = err
		return r.failAt(place)
	}
	if a.ID == "" {
		a.ID = filepath.ToSlash(in.name) + ":" + strconv.Itoa(number)
	}
	return r.article(a)
}

// articleOf makes an article of a row. A date of publication that is none is an
// error: the article's dates hang on it.
func (r *reader) articleOf(row row, published string) (extract.Article, error) {
	a := extract.Article{
		ID: row[fieldID], Title: row[fieldTitle], Byline: row[fieldByline], Source: row[fieldSource],
		Language: row[fieldLanguage], Text: row[fieldText],
	}
	if len(a.Text) > r.MaxArticle {
		return a, tooLong(r.MaxArticle)
	}
	if row[fieldPublished] != "" && r.Published.IsZero() {
		day, err := ParseDay(row[fieldPublished])
		if err != nil {
			return a, fmt.Errorf("%s: %w", published, err)
		}
		a.Published, a.PublishedFrom = day, extract.FromMetadata
	}
	return a, nil
}
