package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/store"
	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/row"
)

// file is an article with a claim for each statement. The second claim, if any,
// is TikTok's, about money and a day.
func file(id, published string, statements ...string) *claimsfile.File {
	f := &claimsfile.File{Schema: claimsfile.Schema, Article: claimsfile.Article{ID: id, Published: published, Text: strings.Join(statements, " ")}}
	x := 5.0
	f.Entities = []claimsfile.Entity{{ID: "e1", Name: "TikTok"}, {ID: "e2", Name: "Robert J. Salcedo Jr."}}
	f.Quantities = []claimsfile.Quantity{{ID: "q1", Place: claimsfile.Place{Text: "£5"}, Kind: "money", Value: &x, Modifier: "exact"}}
	f.Dates = []claimsfile.Date{
		{ID: "d1", Place: claimsfile.Place{Text: "Monday"}, Type: "DATE", Value: "2020-07-06", Begin: "2020-07-06", Until: "2020-07-07"},
		{ID: "d2", Place: claimsfile.Place{Text: "2019"}, Type: "DATE", Value: "2019", Begin: "2019-01-01", Until: "2020-01-01"},
		{ID: "d3", Place: claimsfile.Place{Text: "one day"}, Type: "DATE", Value: "XXXX"},
	}
	start := 0
	for i, s := range statements {
		c := claimsfile.Claim{
			ID: fmt.Sprintf("c%d", i+1), Place: claimsfile.Place{Start: start, End: start + len(s), Text: s}, Statement: s,
			Quantities: []string{}, Dates: []string{}, Corrects: []string{}, CorrectedBy: []string{}, SameAs: []string{}, Score: 0.9 - float64(i)/10,
		}
		if i == 1 {
			c.Quantities, c.Dates = []string{"q1"}, []string{"d1", "d2", "d3"}
			c.Attribution = []claimsfile.Attribution{{Speaker: "A spokesperson", Entity: "e1", Cue: "said"}}
			c.Subject = &claimsfile.Slot{Entity: "e2"}
		}
		f.Claims = append(f.Claims, c)
		start += len(s) + 1
	}
	return f
}

func entry(t *testing.T, f *claimsfile.File) store.Entry {
	t.Helper()
	e, err := store.NewEntry(store.HashOf(extract.Article{Text: f.Article.Text}), f)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// sample is a store of two articles.
func sample(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "a %?#b.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	n, err := s.Add(t.Context(), []store.Entry{
		entry(t, file("a", "2020-07-10", "They removed 49,000 videos", "It cost £5 on Monday", "He didn't say \"no way\"")),
		entry(t, file("b", "2020-08-01", "The café removes a video of cats")),
	})
	if err != nil || n != 2 {
		t.Fatalf("%d added, %v", n, err)
	}
	return s
}

// names are the claims of rows, such as "a c1".
func names(rows []row.Row) string {
	var all []string
	for _, r := range rows {
		all = append(all, r.ArticleID+r.ClaimID)
	}
	return strings.Join(all, " ")
}

func day(s string) time.Time {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestSearch(t *testing.T) {
	tests := []struct {
		reason string
		query  store.Query
		want   string
	}{
		{"everything, what is most worth checking first", store.Query{}, "ac1 bc1 ac2 ac3"},
		{"the first of it", store.Query{Limit: 2}, "ac1 bc1"},
		{"another form of a word", store.Query{Text: "removing"}, "ac1 bc1"},
		{"all words", store.Query{Text: "remove cat"}, "bc1"},
		{"words that are no neighbours", store.Query{Text: `"removes video"`}, ""},
		{"a phrase", store.Query{Text: `“a video of” cats`}, "bc1"},
		{"a quotation mark that does not close", store.Query{Text: `"no way`}, "ac3"},
		{"accents do not matter", store.Query{Text: "CAFE"}, "bc1"},
		{"a number with a comma", store.Query{Text: "49,000"}, "ac1"},
		{"another number of these digits", store.Query{Text: "000,49"}, ""},
		{"an apostrophe", store.Query{Text: "didn't"}, "ac3"},
		{"an operator of the index is a word", store.Query{Text: "videos OR cats"}, ""},
		{"so is NOT", store.Query{Text: "NOT videos"}, ""},
		{"a star", store.Query{Text: "vid*"}, ""},
		{"a column of the index", store.Query{Text: "entity:TikTok"}, ""},
		{"brackets", store.Query{Text: "(cats) {[^cats]} +cats -cats"}, "bc1"},
		{"a subject", store.Query{Entity: "salcedo"}, "ac2"},
		{"the words of a name in another order", store.Query{Entity: `"Salcedo Robert"`}, ""},
		{"somebody who says it is not in it", store.Query{Entity: "TikTok"}, ""},
		{"who says it", store.Query{Speaker: "TikTok"}, "ac2"},
		{"and as the article calls them", store.Query{Speaker: "spokesperson"}, "ac2"},
		{"the end of one speaker and the start of the next", store.Query{Speaker: `"spokesperson TikTok"`}, ""},
		{"a kind of number", store.Query{Kind: "money"}, "ac2"},
		{"another", store.Query{Kind: "percent"}, ""},
		{"published since", store.Query{Since: day("2020-07-11")}, "bc1"},
		{"published since that day", store.Query{Since: day("2020-08-01")}, "bc1"},
		{"published until that day", store.Query{Until: day("2020-07-10")}, "ac1 ac2 ac3"},
		{"published before", store.Query{Until: day("2020-07-09")}, ""},
		{"a score", store.Query{MinScore: 0.8}, "ac1 bc1 ac2"},
		{"everything at once", store.Query{Text: "cost", Entity: "Salcedo", Speaker: "TikTok", Kind: "money", Since: day("2020-07-10"), Until: day("2020-07-10"), MinScore: 0.1, Limit: 1}, "ac2"},
	}
	s := sample(t)
	for _, tt := range tests {
		rows, err := s.Search(t.Context(), tt.query)
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
		} else if got := names(rows); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}

func TestSearchErrors(t *testing.T) {
	s := sample(t)
	for _, q := range []store.Query{{Text: "!!!"}, {Entity: `"`}, {Speaker: "\x00"}} {
		if _, err := s.Search(t.Context(), q); !errors.Is(err, store.ErrNoWord) {
			t.Errorf("%+v: %v", q, err)
		}
	}
	if _, err := s.Search(t.Context(), store.Query{Kind: "weight"}); err == nil || !strings.Contains(err.Error(), "count, measure, money") {
		t.Errorf("%v", err)
	}
}

func TestTimeline(t *testing.T) {
	tests := []struct {
		reason string
		query  store.Query
		want   string
	}{
		{"in the order of time, without a date that nobody knows", store.Query{}, "2019 2020-07-06"},
		{"from the last day of a year", store.Query{Since: day("2019-12-31")}, "2019 2020-07-06"},
		{"from the day after", store.Query{Since: day("2020-01-01")}, "2020-07-06"},
		{"until a year's first day", store.Query{Until: day("2019-01-01")}, "2019"},
		{"until the day before", store.Query{Until: day("2018-12-31")}, ""},
		{"that very day", store.Query{Since: day("2020-07-06"), Until: day("2020-07-06")}, "2020-07-06"},
		{"of another speaker", store.Query{Speaker: "nobody"}, ""},
	}
	s := sample(t)
	for _, tt := range tests {
		events, err := s.Timeline(t.Context(), tt.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range events {
			got = append(got, e.Date.Value)
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// TestAdd: what is there is not added again, neither in one batch nor in the
// next, and comes back as it was.
func TestAdd(t *testing.T) {
	s := sample(t)
	f := file("c", "", "New words")
	n, err := s.Add(t.Context(), []store.Entry{entry(t, f), entry(t, f), entry(t, file("d", "", "The café removes a video of cats"))})
	if err != nil || n != 1 {
		t.Errorf("%d added, %v; want 1", n, err)
	}
	articles, claims, err := s.Count(t.Context())
	if err != nil || articles != 3 || claims != 5 {
		t.Errorf("%d articles, %d claims, %v", articles, claims, err)
	}
	var ids []string
	err = s.Files(t.Context(), func(got *claimsfile.File) error {
		if ids = append(ids, got.Article.ID); got.Article.ID == "c" {
			if diff := cmp.Diff(f.Claims, got.Claims); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		}
		return nil
	})
	if got := strings.Join(ids, " "); err != nil || got != "a b c" {
		t.Errorf("%q, %v", got, err)
	}
	if err := s.Files(t.Context(), func(*claimsfile.File) error { return errors.New("enough") }); err == nil || err.Error() != "enough" {
		t.Errorf("%v", err)
	}
}

// TestAddNothing: a batch that fails leaves nothing of itself.
func TestAddNothing(t *testing.T) {
	s := sample(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Add(ctx, []store.Entry{entry(t, file("c", "", "New words"))}); err == nil {
		t.Error("no error")
	}
	if articles, _, err := s.Count(t.Context()); articles != 2 || err != nil {
		t.Errorf("%d articles, %v", articles, err)
	}
}

func TestHashOf(t *testing.T) {
	a := extract.Article{ID: "x", Text: "Cats", Title: "T", Byline: "B", Source: "S", Published: day("2020-07-10"), PublishedFrom: extract.FromFlag}
	tests := []struct {
		reason string
		change func(*extract.Article)
		same   bool
	}{
		{"another name", func(a *extract.Article) { a.ID = "y" }, true},
		{"another text", func(a *extract.Article) { a.Text = "Dogs" }, false},
		{"another day", func(a *extract.Article) { a.Published = day("2020-07-11") }, false},
		{"no day", func(a *extract.Article) { a.Published = time.Time{} }, false},
		{"another paper", func(a *extract.Article) { a.Source = "R" }, false},
		{"the same letters elsewhere", func(a *extract.Article) { a.Title, a.Byline = "TB", "" }, false},
	}
	for _, tt := range tests {
		b := a
		tt.change(&b)
		if same := store.HashOf(a) == store.HashOf(b); same != tt.same {
			t.Errorf("%s: the same %v", tt.reason, same)
		}
	}
	dated := extract.Article{Text: "LONDON, 10 July 2020", Published: day("2020-07-10"), PublishedFrom: extract.FromDateline}
	if store.HashOf(dated) != store.HashOf(extract.Article{Text: dated.Text}) {
		t.Error("the day that the pipeline reads in the text makes it another article")
	}
}

func TestOpen(t *testing.T) {
	folder := t.TempDir()
	name := func(s string) string { return filepath.Join(folder, s) }
	put := func(s, content string) string {
		if err := os.WriteFile(name(s), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		return name(s)
	}
	database := func(s, script string) string {
		db, err := sql.Open("sqlite", name(s))
		if err == nil {
			_, err = db.Exec(script)
		}
		if err := errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
		return name(s)
	}
	tests := []struct {
		reason, name string
		create       bool
		want         error
	}{
		{"no file", name("none.db"), false, os.ErrNotExist},
		{"a text", put("text.db", strings.Repeat("text ", 1000)), false, store.ErrNoStore},
		{"a text to add to", put("text2.db", strings.Repeat("text ", 1000)), true, store.ErrNoStore},
		{"an empty file", put("empty.db", ""), false, store.ErrNoStore},
		{"an empty file to add to", put("empty2.db", ""), true, nil},
		{"another database", database("other.db", "CREATE TABLE x (y)"), false, store.ErrNoStore},
		{"another database to add to", database("other2.db", "CREATE TABLE x (y)"), true, store.ErrNoStore},
		{"another program's database", database("program.db", "PRAGMA application_id = 7"), true, store.ErrNoStore},
		{"another version", database("version.db", "PRAGMA application_id = 1717658484; PRAGMA user_version = 99"), true, store.ErrVersion},
	}
	for _, tt := range tests {
		open := store.Open
		if tt.create {
			open = store.Create
		}
		s, err := open(t.Context(), tt.name)
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.reason, err, tt.want)
		}
		if err == nil {
			s.Close()
		} else if !strings.Contains(err.Error(), tt.name) {
			t.Errorf("%s: %v does not name the file", tt.reason, err)
		}
	}
	if _, err := store.Create(t.Context(), filepath.Join(folder, "no", "such.db")); err == nil || !strings.Contains(err.Error(), "cannot be opened") {
		t.Errorf("%v", err)
	}
}

// TestDamage: a file that is cut short gives an error and no panic.
func TestDamage(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.db")
	s, err := store.Create(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	var entries []store.Entry
	for i := range 300 {
		entries = append(entries, entry(t, file(fmt.Sprint(i), "", fmt.Sprintf("Words of %d", i))))
	}
	if _, err := s.Add(t.Context(), entries); err != nil {
		t.Fatal(err)
	}
	s.Close()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(name, info.Size()/2); err != nil {
		t.Fatal(err)
	}
	if s, err = store.Open(t.Context(), name); err != nil {
		return
	}
	defer s.Close()
	_, searching := s.Search(t.Context(), store.Query{Text: "words"})
	reading := s.Files(t.Context(), func(*claimsfile.File) error { return nil })
	if searching == nil && reading == nil {
		t.Error("no error")
	}
}

// FuzzSearch: no words break the query.
func FuzzSearch(f *testing.F) {
	for _, text := range []string{`a "b" c`, `"`, `a OR b`, `NEAR(a b, 2)`, `col:x`, `^a*`, "a\x00b", "'; DROP TABLE claim; --", "\ue000"} {
		f.Add(text)
	}
	s, err := store.Create(context.Background(), filepath.Join(f.TempDir(), "a.db"))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { s.Close() })
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := s.Search(t.Context(), store.Query{Text: text, Entity: text, Speaker: text}); err != nil && !errors.Is(err, store.ErrNoWord) {
			t.Errorf("%q: %v", text, err)
		}
	})
}
