package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/zstd"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/claimsfile"
)

// Hash is what an article is known by.
type Hash [sha256.Size]byte

// HashOf returns the hash of an article's text and of what a reader knows of it
// beside its ID: the same file under another name is the same article. It is the
// same before and after the pipeline has run.
func HashOf(a extract.Article) Hash {
	day := ""
	if a.PublishedFrom != extract.FromDateline && !a.Published.IsZero() {
		day = a.Published.Format(time.DateOnly)
	}
	h := sha256.New()
	for _, part := range []string{a.Text, a.Title, a.Byline, a.Source, day} {
		// The length keeps the end of one from being the beginning of the next.
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
		h.Write([]byte(part))
	}
	return Hash(h.Sum(nil))
}

// Entry is an article that is ready to be added.
type Entry struct {
	hash      Hash
	published string
	file      []byte
	claims    []claim
}

// claim is what is kept to find one claim.
type claim struct {
	kinds                      int64
	score                      float64
	statement, entity, speaker string
	events                     []event
}

// event is a date of a claim, number in its list.
type event struct {
	begin, until string
	number       int
}

// compressor is made when the first article is added, and costs a command that
// adds none nothing.
var compressor = sync.OnceValue(func() *zstd.Encoder {
	e, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err) // only wrong options give one
	}
	return e
})

// NewEntry makes an entry of the claims file of the article with a hash. It may
// be called in several goroutines.
func NewEntry(hash Hash, f *claimsfile.File) (Entry, error) {
	var b bytes.Buffer
	if err := claimsfile.EncodeLine(&b, f); err != nil {
		return Entry{}, err
	}
	e := Entry{hash: hash, published: f.Article.Published, file: compressor().EncodeAll(b.Bytes(), nil)}
	names := namesIn(f)
	for _, c := range f.Claims {
		e.claims = append(e.claims, newClaim(f, c, names))
	}
	return e, nil
}

func newClaim(f *claimsfile.File, c claimsfile.Claim, names []named) claim {
	out := claim{score: c.Score, statement: c.Statement}
	for _, q := range f.QuantitiesOf(c) {
		if i := slices.Index(kinds, q.Kind); i >= 0 {
			out.kinds |= 1 << i
		}
	}
	for i, d := range f.DatesOf(c) {
		if d.Begin != "" && d.Until != "" {
			out.events = append(out.events, event{d.Begin, d.Until, i})
		}
	}
	var entities, speakers []string
	for _, n := range names[firstAt(names, c.Start):] {
		if n.start >= c.End {
			break
		}
		entities = append(entities, n.name)
	}
	for _, s := range []*claimsfile.Slot{c.Subject, c.Object} {
		if s != nil {
			entities = append(entities, f.NameOf(s.Entity))
		}
	}
	for _, a := range c.Attribution {
		speakers = append(speakers, a.Speaker, f.NameOf(a.Entity))
	}
	out.entity, out.speaker = list(entities), list(speakers)
	return out
}

// named is a mention of an entity.
type named struct {
	start int
	name  string
}

// namesIn returns the mentions of all entities in the order of the text.
func namesIn(f *claimsfile.File) []named {
	var names []named
	for _, e := range f.Entities {
		for _, m := range e.Mentions {
			names = append(names, named{m.Start, e.Name})
		}
	}
	slices.SortStableFunc(names, func(a, b named) int { return a.start - b.start })
	return names
}

// firstAt returns the index of the first mention at or after a place.
func firstAt(names []named, start int) int {
	i, _ := slices.BinarySearchFunc(names, start, func(n named, start int) int { return n.start - start })
	return i
}

// apart is a word that no query has: it stands between two names, so that a
// phrase does not match the end of one and the beginning of the next.
const apart = " \ue000 "

// list writes each name once.
func list(names []string) string {
	slices.Sort(names)
	names = slices.DeleteFunc(slices.Compact(names), func(n string) bool { return n == "" })
	return strings.Join(names, apart)
}

// Has tells whether the store has the article with a hash.
func (s *Store) Has(ctx context.Context, hash Hash) (bool, error) {
	var has bool
	err := s.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM article WHERE hash = ?)`, hash[:]).Scan(&has)
	return has, err
}

// Add adds articles, all of them or, with an error, none. Those that the store
// has already are passed over. It returns how many are new.
func (s *Store) Add(ctx context.Context, entries []Entry) (added int, err error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return 0, explain(err)
	}
	defer tx.Rollback()
	w, err := newWriter(ctx, tx)
	if err != nil {
		return 0, explain(err)
	}
	for _, e := range entries {
		isNew, err := w.add(e)
		if err != nil {
			return 0, explain(err)
		}
		if isNew {
			added++
		}
	}
	if err := tx.Commit(); err != nil {
		return 0, explain(err)
	}
	return added, nil
}

// writer has the statements that add articles.
type writer struct {
	ctx                         context.Context
	article, claim, words, when *sql.Stmt
}

func newWriter(ctx context.Context, tx *sql.Tx) (*writer, error) {
	w := &writer{ctx: ctx}
	for _, s := range []struct {
		to  **sql.Stmt
		sql string
	}{
		{&w.article, `INSERT INTO article (hash, published, file) VALUES (?, NULLIF(?, ''), ?) ON CONFLICT (hash) DO NOTHING`},
		{&w.claim, `INSERT INTO claim (article, number, kinds, score) VALUES (?, ?, ?, ?)`},
		{&w.words, `INSERT INTO claim_text (rowid, statement, entity, speaker) VALUES (?, ?, ?, ?)`},
		{&w.when, `INSERT OR IGNORE INTO event (begin, until, claim, number) VALUES (?, ?, ?, ?)`},
	} {
		prepared, err := tx.PrepareContext(ctx, s.sql)
		if err != nil {
			return nil, err
		}
		*s.to = prepared // closed with the transaction
	}
	return w, nil
}

func (w *writer) add(e Entry) (isNew bool, err error) {
	article, isNew, err := insert(w.ctx, w.article, e.hash[:], e.published, e.file)
	if err != nil || !isNew {
		return false, err
	}
	for i, c := range e.claims {
		id, _, err := insert(w.ctx, w.claim, article, i, c.kinds, c.score)
		if err != nil {
			return false, err
		}
		if _, _, err := insert(w.ctx, w.words, id, c.statement, c.entity, c.speaker); err != nil {
			return false, err
		}
		for _, d := range c.events {
			if _, _, err := insert(w.ctx, w.when, d.begin, d.until, id, d.number); err != nil {
				return false, err
			}
		}
	}
	return true, nil
}

// insert runs a statement that inserts one row, or finds it there.
func insert(ctx context.Context, s *sql.Stmt, values ...any) (id int64, inserted bool, err error) {
	result, err := s.ExecContext(ctx, values...)
	if err != nil {
		return 0, false, err
	}
	n, err := result.RowsAffected()
	if err != nil || n == 0 {
		return 0, false, err
	}
	id, err = result.LastInsertId()
	return id, true, err
}
