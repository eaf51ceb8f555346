package compare_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/compare"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/claimsfile"
)

const groups = "../../testdata/compare/"

// files returns the claims files of a group of articles; published is "" where
// their datelines tell it, or nobody does.
func files(t *testing.T, group, published string) []*claimsfile.File {
	t.Helper()
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(groups + group + "-[0-9].txt")
	if err != nil || len(names) < 2 {
		t.Fatalf("%s: %d articles, %v", group, len(names), err)
	}
	var all []*claimsfile.File
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		a := extract.Article{ID: filepath.Base(name), Text: string(text)}
		if published != "" {
			if a.Published, err = time.Parse(time.DateOnly, published); err != nil {
				t.Fatal(err)
			}
			a.PublishedFrom = extract.FromFlag
		}
		doc, err := p.Run(a)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, claimsfile.FromDocument(doc, claimsfile.Options{}))
	}
	return all
}

func findings(files []*claimsfile.File) []compare.Finding {
	c := compare.New()
	for _, f := range files {
		c.Add(f)
	}
	return slices.Collect(c.Findings())
}

// TestPlaces: all three groups disagree, and each text is what its article has
// there. What they disagree on is in testdata/compare/*.findings.json, which the
// test of the command checks.
func TestPlaces(t *testing.T) {
	for group, published := range map[string]string{"ferry": "2021-11-17", "stores": "2021-11-17", "apps": ""} {
		all := files(t, group, published)
		found := findings(all)
		if len(found) < 2 {
			t.Errorf("%s: %d findings", group, len(found))
		}
		checkPlaces(t, all, found)
	}
}

// checkPlaces demands that each text is what its article has there.
func checkPlaces(t *testing.T, all []*claimsfile.File, found []compare.Finding) {
	t.Helper()
	texts := map[string][]rune{}
	for _, f := range all {
		texts[f.Article.ID] = []rune(f.Article.Text)
	}
	for _, f := range found {
		for _, s := range []compare.Side{f.A, f.B} {
			if got := string(texts[s.ArticleID][s.Start:s.End]); got != s.Text {
				t.Errorf("%s: %q at %d to %d, want %q", s.ArticleID, got, s.Start, s.End, s.Text)
			}
		}
	}
}

// TestNegativeGroups: articles about different events with like numbers, and
// with figures that are rounded or bounds, do not disagree.
func TestNegativeGroups(t *testing.T) {
	for _, group := range []string{"negative-libraries", "negative-quarters", "negative-matches", "negative-rounding"} {
		for _, published := range []string{"", "2021-11-17"} {
			for _, f := range findings(files(t, group, published)) {
				t.Errorf("%s, published %q: %+v", group, published, f)
			}
		}
	}
}

// TestSelf: an article does not disagree with itself.
func TestSelf(t *testing.T) {
	for _, group := range []string{"ferry", "stores", "negative-matches"} {
		f := files(t, group, "")[0]
		if found := findings([]*claimsfile.File{f, f}); len(found) > 0 {
			t.Errorf("%s: %+v", group, found)
		}
	}
}

// TestApart: articles that share one name, or were published months apart, are
// not compared.
func TestApart(t *testing.T) {
	all := files(t, "stores", "2021-11-17")
	if len(findings(all)) == 0 {
		t.Fatal("nothing found")
	}
	later := *all[1]
	later.Article.Published = "2022-03-17"
	if found := findings([]*claimsfile.File{all[0], &later}); len(found) > 0 {
		t.Errorf("four months apart: %+v", found)
	}
	other := *all[1]
	other.Entities = append([]claimsfile.Entity{}, other.Entities...)
	for i := range other.Entities {
		if !strings.HasPrefix(other.Entities[i].Name, "Hartwell") {
			other.Entities[i].Name = fmt.Sprint("Somebody Else ", i)
		}
	}
	if found := findings([]*claimsfile.File{all[0], &other}); len(found) > 0 {
		t.Errorf("one name: %+v", found)
	}
}

// TestMany: the number of comparisons does not grow with the square of the
// number of articles.
func TestMany(t *testing.T) {
	all := files(t, "stores", "2021-11-17")
	c := compare.New()
	const copies = 300
	for range copies {
		c.Add(all[0])
	}
	c.Add(all[1])
	found := slices.Collect(c.Findings())
	if len(found) == 0 || len(found) > 50*4 {
		t.Errorf("%d findings of one article beside %d of another", len(found), copies)
	}
}
