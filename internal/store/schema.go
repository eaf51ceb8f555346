package store

// applicationID marks a SQLite file as a store: "fact" in ASCII, where SQLite
// and file(1) look for it. version is the version of the tables below; a store
// of another version is refused.
const (
	applicationID = 0x66616374
	version       = 1
)

// schema makes the tables of a new store.
//
// An article's claims file is kept whole; the other tables are there to find its
// claims. claim_text is the full text index, whose rows are the claims' and which
// does not hold the words itself. kinds has a bit for each kind of quantity.
const schema = `
CREATE TABLE article (
	id        INTEGER PRIMARY KEY,
	hash      BLOB NOT NULL UNIQUE,
	published TEXT,
	file      BLOB NOT NULL
) STRICT;
CREATE TABLE claim (
	id      INTEGER PRIMARY KEY,
	article INTEGER NOT NULL REFERENCES article (id),
	number  INTEGER NOT NULL,
	kinds   INTEGER NOT NULL,
	score   REAL NOT NULL
) STRICT;
CREATE INDEX claim_score ON claim (score DESC, id);
CREATE TABLE event (
	begin  TEXT NOT NULL,
	until  TEXT NOT NULL,
	claim  INTEGER NOT NULL REFERENCES claim (id),
	number INTEGER NOT NULL,
	PRIMARY KEY (begin, until, claim, number)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE claim_text USING fts5 (
	statement, entity, speaker, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);`

// kinds are the kinds of quantities; the place of each is its bit in the column
// of that name, so new ones come at the end.
var kinds = []string{"count", "measure", "money", "percent", "age", "duration", "ratio", "score", "ordinal", "label"}

// Kinds returns the kinds of quantities that claims can be searched for.
func Kinds() []string { return kinds }
