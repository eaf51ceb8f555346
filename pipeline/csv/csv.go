// Package csv writes claims as comma-separated values (RFC 4180, UTF-8, lines
// that end with a line feed): a header, then one row a claim. Header is the list
// of the columns; their order does not change, new ones come at the end.
//
// A claim may have several speakers, quantities and dates. Their columns hold
// them all with " | " between them, in the same order in each of the columns of
// one group, so that the second of quantity_values belongs to the second of
// quantity_texts.
//
// A file is safe to open in a spreadsheet: no cell begins with a character that
// starts a formula (= + - @, tab, carriage return, line feed, or the full-width
// forms of the first four); one that would has an apostrophe before it, as
// spreadsheets themselves mark a cell as text. That holds for negative numbers,
// too.
package csv

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/row"
)

// column is one column of the file.
type column struct {
	name string
	of   func(row.Row) string
}

var columns = []column{
	{"article_id", func(r row.Row) string { return r.ArticleID }},
	{"title", func(r row.Row) string { return r.Title }},
	{"byline", func(r row.Row) string { return r.Byline }},
	{"published", func(r row.Row) string { return r.Published }},
	{"source", func(r row.Row) string { return r.Source }},
	{"language", func(r row.Row) string { return r.Language }},
	{"claim_id", func(r row.Row) string { return r.ClaimID }},
	{"start", func(r row.Row) string { return strconv.FormatInt(r.Start, 10) }},
	{"end", func(r row.Row) string { return strconv.FormatInt(r.End, 10) }},
	{"text", func(r row.Row) string { return r.Text }},
	{"statement", func(r row.Row) string { return r.Statement }},
	{"speakers", func(r row.Row) string { return join(r.Speakers, func(s row.Speaker) string { return s.Speaker }) }},
	{"speaker_entities", func(r row.Row) string { return join(r.Speakers, func(s row.Speaker) string { return s.Entity }) }},
	{"cues", func(r row.Row) string { return join(r.Speakers, func(s row.Speaker) string { return s.Cue }) }},
	{"subject", func(r row.Row) string { return r.Subject }},
	{"subject_entity", func(r row.Row) string { return r.SubjectEntity }},
	{"predicate", func(r row.Row) string { return r.Predicate }},
	{"predicate_lemma", func(r row.Row) string { return r.PredicateLemma }},
	{"object", func(r row.Row) string { return r.Object }},
	{"object_entity", func(r row.Row) string { return r.ObjectEntity }},
	{"polarity", func(r row.Row) string { return r.Polarity }},
	{"modality", func(r row.Row) string { return r.Modality }},
	{"quantity_texts", func(r row.Row) string { return join(r.Quantities, func(q row.Quantity) string { return q.Text }) }},
	{"quantity_kinds", func(r row.Row) string { return join(r.Quantities, func(q row.Quantity) string { return q.Kind }) }},
	{"quantity_values", func(r row.Row) string {
		return join(r.Quantities, func(q row.Quantity) string { return number(q.Value) })
	}},
	{"quantity_lows", func(r row.Row) string {
		return join(r.Quantities, func(q row.Quantity) string { return number(q.Low) })
	}},
	{"quantity_highs", func(r row.Row) string {
		return join(r.Quantities, func(q row.Quantity) string { return number(q.High) })
	}},
	{"quantity_modifiers", func(r row.Row) string { return join(r.Quantities, func(q row.Quantity) string { return q.Modifier }) }},
	{"quantity_trends", func(r row.Row) string { return join(r.Quantities, func(q row.Quantity) string { return q.Trend }) }},
	{"quantity_units", func(r row.Row) string { return join(r.Quantities, func(q row.Quantity) string { return q.Unit }) }},
	{"quantity_counted", func(r row.Row) string { return join(r.Quantities, func(q row.Quantity) string { return q.Counted }) }},
	{"date_texts", func(r row.Row) string { return join(r.Dates, func(d row.Date) string { return d.Text }) }},
	{"date_values", func(r row.Row) string { return join(r.Dates, func(d row.Date) string { return d.Value }) }},
	{"date_begins", func(r row.Row) string { return join(r.Dates, func(d row.Date) string { return d.Begin }) }},
	{"date_untils", func(r row.Row) string { return join(r.Dates, func(d row.Date) string { return d.Until }) }},
	{"corrects", func(r row.Row) string { return strings.Join(r.Corrects, between) }},
	{"corrected_by", func(r row.Row) string { return strings.Join(r.CorrectedBy, between) }},
	{"same_as", func(r row.Row) string { return strings.Join(r.SameAs, between) }},
	{"score", func(r row.Row) string { return strconv.FormatFloat(r.Score, 'f', -1, 64) }},
}

const between = " | "

// join writes several values into one cell. One that is not known leaves its
// place empty.
func join[T any](values []T, of func(T) string) string {
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = of(v)
	}
	joined := strings.Join(parts, between)
	if strings.Trim(joined, " |") == "" {
		return ""
	}
	return joined
}

func number(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

// Header returns the names of the columns, in their order.
func Header() []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	return names
}

// EncodeHeader writes the header line.
func EncodeHeader(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(Header()); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// Encode writes a line for each claim of a claims file, without the header.
func Encode(w io.Writer, f *claimsfile.File) error { return EncodeRows(w, row.Of(f)) }

// EncodeRows writes rows, without the header.
func EncodeRows(w io.Writer, rows []row.Row) error {
	out := csv.NewWriter(w)
	cells := make([]string, len(columns))
	for _, r := range rows {
		for i, c := range columns {
			cells[i] = Safe(c.of(r))
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Safe returns a cell that no spreadsheet takes for a formula.
func Safe(cell string) string {
	first, _ := utf8.DecodeRuneInString(cell)
	if cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}
