// Package store keeps claims files in one SQLite file, to search them and to see
// them in time. It needs no server: the file can be copied, and read with any
// SQLite that has FTS5.
//
// An article is known by the hash of its content (HashOf), so adding the same
// articles again adds nothing. Add writes a batch of articles or none of them:
// a program that is killed leaves a store with every article that it was told
// of, whole, and goes on with the others when it is run again.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

var (
	// ErrNoStore is wrapped by the error of a file that is something else.
	ErrNoStore = errors.New("not a factline store")
	// ErrVersion is wrapped by the error of a store that another version of
	// factline made, with other tables.
	ErrVersion = errors.New("a store of another version of factline")
)

// Store is an open store. Its methods may be called in several goroutines.
type Store struct{ db *sql.DB }

// Open opens a store that exists.
func Open(ctx context.Context, name string) (*Store, error) {
	if _, err := os.Stat(name); err != nil {
		return nil, err
	}
	return open(ctx, name, "rw", (*Store).check)
}

// Create opens a store, and makes it when there is no file of that name.
func Create(ctx context.Context, name string) (*Store, error) {
	return open(ctx, name, "rwc", (*Store).prepare)
}

func open(ctx context.Context, name, mode string, check func(*Store, context.Context) error) (*Store, error) {
	address := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(name)}).EscapedPath(), RawQuery: url.Values{
		"mode": {mode}, "_txlock": {"immediate"}, "_pragma": {"busy_timeout(10000)", "foreign_keys(1)"},
	}.Encode()}
	db, err := sql.Open("sqlite", address.String())
	if err != nil {
		return nil, err
	}
	// One connection: what one goroutine reads then never waits for the lock
	// of what another one writes.
	db.SetMaxOpenConns(1)
	s := &Store{db}
	if err := check(s, ctx); err != nil {
		db.Close()
		return nil, fmt.Errorf("%s: %w", name, explain(err))
	}
	return s, nil
}

// explain tells what SQLite means by its commonest errors.
func explain(err error) error {
	var failed *sqlite.Error
	if !errors.As(err, &failed) {
		return err
	}
	switch failed.Code() & 0xff { // the rest of the code is details
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w: it is no SQLite database", ErrNoStore)
	case sqlite3.SQLITE_CANTOPEN:
		return errors.New("cannot be opened")
	case sqlite3.SQLITE_BUSY:
		return errors.New("another program is writing to it")
	case sqlite3.SQLITE_CORRUPT:
		return errors.New("the database is damaged")
	}
	return err
}

// Close closes the store.
func (s *Store) Close() error { return s.db.Close() }

// state reads what the file says of itself; tables is how many there are.
func (s *Store) state(ctx context.Context, q interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}) (application, version, tables int64, err error) {
	err = q.QueryRowContext(ctx, `SELECT a.application_id, v.user_version, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id a, pragma_user_version v`).Scan(&application, &version, &tables)
	return application, version, tables, err
}

// check returns an error for what is no store of this version.
func (s *Store) check(ctx context.Context) error {
	application, found, _, err := s.state(ctx, s.db)
	switch {
	case err != nil:
		return err
	case application != applicationID:
		return fmt.Errorf("%w: it is a database of something else", ErrNoStore)
	case found != version:
		return fmt.Errorf("%w: its tables are of version %d, this program has %d", ErrVersion, found, version)
	}
	return nil
}

// prepare makes the tables of a file that is empty.
func (s *Store) prepare(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	application, _, tables, err := s.state(ctx, tx)
	if err != nil {
		return err
	}
	if application == 0 && tables == 0 {
		script := fmt.Sprintf("%s PRAGMA application_id = %d; PRAGMA user_version = %d;", schema, applicationID, version)
		if _, err := tx.ExecContext(ctx, script); err != nil {
			return err
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	return s.check(ctx)
}
