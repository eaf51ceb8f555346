package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/klauspost/compress/zstd"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/row"
)

// Query is what claims are looked for by. All of its parts must hold; the zero
// value is every claim.
type Query struct {
	Text         string    // words that the statement has, in any form; words in quotation marks follow one another
	Entity       string    // words of the name of somebody or something in the claim
	Speaker      string    // words of who says it
	Kind         string    // it has a quantity of this kind, one of Kinds
	Since, Until time.Time // the first and last day: of the article for Search, of the date for Timeline; zero is no bound
	MinScore     float64
	Limit        int // how many claims at most; 0 is all
}

// ErrNoWord is wrapped by the error of a query part that has no word.
var ErrNoWord = errors.New("no word to look for")

// Search returns claims as rows: with words in the query the best match first
// (BM25), otherwise those that are most worth checking.
func (s *Store) Search(ctx context.Context, q Query) ([]row.Row, error) {
	c, err := q.conditions()
	if err != nil {
		return nil, err
	}
	order := "claim.score DESC, claim.id"
	if c.match != "" {
		order = "claim_text.rank, claim.id"
	}
	c.days("article.published", "article.published", q)
	hits, err := s.hits(ctx, "article.id, claim.number, 0", c, order, q.Limit)
	if err != nil {
		return nil, err
	}
	rows := make([]row.Row, len(hits))
	err = s.read(ctx, hits, func(i int, f *claimsfile.File) error {
		rows[i] = row.Of(f)[hits[i].claim]
		return nil
	})
	return rows, err
}

// Event is a claim at a time that it tells of.
type Event struct {
	Date  row.Date `json:"date"` // with Begin and Until
	Claim row.Row  `json:"claim"`
}

// Timeline returns the claims with each of their dates that is resolved, in the
// order of time.
func (s *Store) Timeline(ctx context.Context, q Query) ([]Event, error) {
	c, err := q.conditions()
	if err != nil {
		return nil, err
	}
	c.tables += " JOIN event ON event.claim = claim.id"
	c.days("event.until", "event.begin", q)
	hits, err := s.hits(ctx, "article.id, claim.number, event.number", c, "event.begin, event.until, claim.id, event.number", q.Limit)
	if err != nil {
		return nil, err
	}
	events := make([]Event, len(hits))
	err = s.read(ctx, hits, func(i int, f *claimsfile.File) error {
		claim := row.Of(f)[hits[i].claim]
		events[i] = Event{claim.Dates[hits[i].date], claim}
		return nil
	})
	return events, err
}

// conditions is the part of a SELECT that a query gives.
type conditions struct {
	tables string
	where  []string
	values []any
	match  string
}

func (c *conditions) add(condition string, values ...any) {
	c.where = append(c.where, condition)
	c.values = append(c.values, values...)
}

func (q Query) conditions() (*conditions, error) {
	c := &conditions{tables: "claim JOIN article ON article.id = claim.article"}
	var match []string
	for _, part := range []struct{ column, words string }{{"statement", q.Text}, {"entity", q.Entity}, {"speaker", q.Speaker}} {
		if part.words == "" {
			continue
		}
		phrases := phrases(part.words)
		if len(phrases) == 0 {
			return nil, fmt.Errorf("%w in %q", ErrNoWord, part.words)
		}
		for _, p := range phrases {
			match = append(match, part.column+" : "+p)
		}
	}
	if len(match) > 0 {
		c.match = strings.Join(match, " AND ")
		c.tables += " JOIN claim_text ON claim_text.rowid = claim.id"
		c.add("claim_text MATCH ?", c.match)
	}
	if q.Kind != "" {
		i := slices.Index(kinds, q.Kind)
		if i < 0 {
			return nil, fmt.Errorf("no kind of quantity is %q; they are %s", q.Kind, strings.Join(kinds, ", "))
		}
		c.add("claim.kinds & ?", int64(1)<<i)
	}
	if q.MinScore > 0 {
		c.add("claim.score >= ?", q.MinScore)
	}
	return c, nil
}

// days adds the bounds of time. The columns hold days, or times that begin with
// one.
func (c *conditions) days(last, first string, q Query) {
	if !q.Since.IsZero() {
		after := ">="
		if last != first { // the end of an event is the first moment after it
			after = ">"
		}
		c.add(last+" "+after+" ?", q.Since.Format(time.DateOnly))
	}
	if !q.Until.IsZero() {
		c.add(first+" < ?", q.Until.AddDate(0, 0, 1).Format(time.DateOnly))
	}
}

// phrases makes FTS5 strings of a user's words. Whatever stands in them is a
// word: operators, brackets and stars mean nothing. What stands without a blank
// ("49,000", "don't") or between quotation marks is one phrase.
func phrases(text string) []string {
	var all []string
	text = strings.NewReplacer("“", `"`, "”", `"`).Replace(text)
	for i, part := range strings.Split(text, `"`) {
		pieces := strings.Fields(part)
		if inQuotes := i%2 == 1; inQuotes {
			pieces = []string{part}
		}
		for _, piece := range pieces {
			words := strings.FieldsFunc(piece, func(r rune) bool { return !isOfWord(r) })
			if len(words) > 0 {
				all = append(all, `"`+strings.Join(words, " ")+`"`)
			}
		}
	}
	return all
}

// isOfWord tells whether a character is part of a word for the index, which
// takes all others for blanks.
func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// hit is where a claim stands.
type hit struct {
	article     int64
	claim, date int
}

func (s *Store) hits(ctx context.Context, columns string, c *conditions, order string, limit int) ([]hit, error) {
	query := "SELECT " + columns + " FROM " + c.tables
	if len(c.where) > 0 {
		query += " WHERE " + strings.Join(c.where, " AND ")
	}
	query += " ORDER BY " + order
	if limit > 0 {
		query += fmt.Sprintf(" LIMIT %d", limit)
	}
	found, err := s.db.QueryContext(ctx, query, c.values...)
	if err != nil {
		return nil, explain(err)
	}
	defer found.Close()
	var hits []hit
	for found.Next() {
		var h hit
		if err := found.Scan(&h.article, &h.claim, &h.date); err != nil {
			return nil, err
		}
		hits = append(hits, h)
	}
	return hits, explain(found.Err())
}

// read calls use with the claims file of every hit. Each file is read once, in
// the order of the articles.
func (s *Store) read(ctx context.Context, hits []hit, use func(i int, f *claimsfile.File) error) error {
	order := make([]int, len(hits))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(hits[a].article - hits[b].article) })
	var f *claimsfile.File
	last := int64(0)
	for _, i := range order {
		if article := hits[i].article; article != last {
			var b []byte
			if err := s.db.QueryRowContext(ctx, `SELECT file FROM article WHERE id = ?`, article).Scan(&b); err != nil {
				return explain(err)
			}
			var err error
			if f, err = decode(b); err != nil {
				return fmt.Errorf("article %d: %w", article, err)
			}
			last = article
		}
		if err := use(i, f); err != nil {
			return err
		}
	}
	return nil
}

var decompressor = sync.OnceValue(func() *zstd.Decoder {
	d, err := zstd.NewReader(nil)
	if err != nil {
		panic(err) // only wrong options give one
	}
	return d
})

func decode(b []byte) (*claimsfile.File, error) {
	b, err := decompressor().DecodeAll(b, nil)
	if err != nil {
		return nil, err
	}
	return claimsfile.Decode(strings.NewReader(string(b)))
}

// Files calls use with every claims file, in the order in which they were added,
// until it returns an error.
func (s *Store) Files(ctx context.Context, use func(*claimsfile.File) error) error {
	for last := int64(0); ; {
		var b []byte
		err := s.db.QueryRowContext(ctx, `SELECT id, file FROM article WHERE id > ? ORDER BY id LIMIT 1`, last).Scan(&last, &b)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return explain(err)
		}
		f, err := decode(b)
		if err != nil {
			return fmt.Errorf("article %d: %w", last, err)
		}
		if err := use(f); err != nil {
			return err
		}
	}
}

// Count returns how many articles and claims the store has.
func (s *Store) Count(ctx context.Context) (articles, claims int, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM claim)`).Scan(&articles, &claims)
	return articles, claims, explain(err)
}
