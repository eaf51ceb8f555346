package article_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/pipeline/article"
)

const pageFolder = "../../testdata/pages"

// knownMisses are the pages that are not read as their files say, and why.
var knownMisses = map[string]string{
	"table-layout": "a table divides the page, and the name of the site and a link stay in the text",
}

// page is what a page must give.
type page struct {
	Title         string `json:"title,omitempty"`
	Byline        string `json:"byline,omitempty"`
	Published     string `json:"published,omitempty"`
	PublishedFrom string `json:"published_from,omitempty"`
	Source        string `json:"source,omitempty"`
	Text          string `json:"-"`
}

// TestPages reads testdata/pages/NAME.html, whose text must be that of NAME.txt
// and whose metadata those of NAME.meta.json. All but one of twenty must.
func TestPages(t *testing.T) {
	files, err := filepath.Glob(pageFolder + "/*.html")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d pages, %v", len(files), err)
	}
	missed := 0
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".html")
		diff := cmp.Diff(wantedPage(t, name), pageOf(t, file))
		switch reason := knownMisses[name]; {
		case diff != "" && reason == "":
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		case diff == "" && reason != "":
			t.Errorf("%s: is right; it is no known miss any more", name)
		case diff != "":
			missed++
		}
	}
	if missed*20 > len(files) {
		t.Errorf("%d of %d pages are not read right", missed, len(files))
	}
}

func wantedPage(t *testing.T, name string) (want page) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(pageFolder, name+".meta.json"))
	if err == nil {
		err = json.Unmarshal(b, &want)
	}
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(pageFolder, name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	want.Text = strings.TrimSuffix(string(text), "\n")
	return want
}

func pageOf(t *testing.T, file string) (got page) {
	t.Helper()
	for a, err := range article.Read([]string{file}, article.Options{}) {
		if err != nil {
			t.Error(err)
		}
		got = page{Title: a.Title, Byline: a.Byline, PublishedFrom: string(a.PublishedFrom), Source: a.Source, Text: a.Text}
		if !a.Published.IsZero() {
			got.Published = a.Published.Format(time.DateOnly)
		}
	}
	return got
}

// TestPagesHaveExpectations: no file of the folder is left over.
func TestPagesHaveExpectations(t *testing.T) {
	files, err := os.ReadDir(pageFolder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
	}
	for _, name := range names {
		base, _, _ := strings.Cut(name, ".")
		if !slices.Contains(names, base+".html") {
			t.Errorf("%s belongs to no page", name)
		}
	}
}
