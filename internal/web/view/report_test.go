package view

import (
	"bytes"
	"html/template"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/compare"
	"github.com/factline/factline/pipeline/claimsfile"
)

func reportOf(t *testing.T, files ...*claimsfile.File) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteReport(&b, files); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var (
	addresses = regexp.MustCompile(`(?:src|href|action|url)\s*[=(]\s*["']?([^"'\s>)]*)`)
	ids       = regexp.MustCompile(` id="([^"]*)"`)
	targets   = regexp.MustCompile(` href="#([^"]*)"`)
)

// TestDisagreements: the index of a report tells where its articles disagree, with
// links to both places, and only that of several articles does.
func TestDisagreements(t *testing.T) {
	article := func(title, source, text string) *claimsfile.File {
		return fileOf(t, extract.Article{ID: "same", Title: title, Source: source, Published: time.Date(2020, 6, 1, 0, 0, 0, 0, time.UTC), Text: text})
	}
	one := article("One", "", "Strand Ferries sent 14 ships to Port Lindow in May 2020. The firm is run by Moira Dunlop.")
	two := article("Two", "The Post", "It rained. Strand Ferries sent 12 ships to Port Lindow in May 2020. It belongs to Moira Dunlop.")
	asked := article("One", "", `"We had <no> choice and no time to ask anybody," said Moira Dunlop of Strand Ferries.`)
	warned := article("Two", "The Post", `It rained. "We had <no> choice and no time to warn anybody," said Moira Dunlop of Strand Ferries.`)
	quoted := func(word string) template.HTML {
		return template.HTML("&#34;We had &lt;no&gt; choice and no time to " + word + " anybody,&#34;")
	}
	const day = "1 June 2020"
	compareViews(t, []*claimsfile.File{one, two}, Disagreement{
		Kind: "Different numbers", Why: `both count "ship" with the verb "send"; `, Sides: [2]Side{
			{Link: "#a-at-c1", Statement: "Strand Ferries sent 14 ships to Port Lindow in May 2020", Words: "14 ships", Means: "14", Article: "One", About: day, View: "#a-view"},
			{Link: "#b-at-c2", Statement: "Strand Ferries sent 12 ships to Port Lindow in May 2020", Words: "12 ships", Means: "12", Article: "Two", About: "The Post · " + day, View: "#b-view"},
		},
	})
	compareViews(t, []*claimsfile.File{asked, warned}, Disagreement{
		Kind: "Different words", Why: `both quote "Moira Dunlop", in words that are mostly the same`, Sides: [2]Side{
			{Link: "#a-at-c1", Statement: quoted("ask"), Only: "ask", Said: "Moira Dunlop", Article: "One", About: day, View: "#a-view"},
			{Link: "#b-at-c2", Statement: quoted("warn"), Only: "warn", Said: "Moira Dunlop", Article: "Two", About: "The Post · " + day, View: "#b-view"},
		},
	})
	tests := []struct {
		reason string
		files  []*claimsfile.File
		want   []string
	}{
		{"one article is not compared", []*claimsfile.File{one}, nil},
		{"an article with itself", []*claimsfile.File{one, one}, []string{"No disagreement was found"}},
		{"two that disagree", []*claimsfile.File{one, two}, []string{`href="#a1-at-c1"`, `href="#a2-at-c2"`, "14 ships = 14", "Matched because both count"}},
		{"a quotation in other words", []*claimsfile.File{asked, warned}, []string{"only here: ask", "only here: warn", "We had &lt;no&gt; choice"}},
	}
	for _, tt := range tests {
		report := reportOf(t, tt.files...)
		if has := strings.Contains(report, "Where they disagree"); has != (tt.want != nil) {
			t.Errorf("%s: the heading is there: %v", tt.reason, has)
		}
		for _, words := range tt.want {
			if !strings.Contains(report, words) {
				t.Errorf("%s: no %q", tt.reason, words)
			}
		}
	}
}

// compareViews checks the only disagreement of two articles, whose views have the
// prefixes a- and b-. Its Why need only begin so.
func compareViews(t *testing.T, files []*claimsfile.File, want Disagreement) {
	t.Helper()
	var views []*View
	for i, f := range files {
		v, err := New(f, Options{Prefix: string(rune('a'+i)) + "-"})
		if err != nil {
			t.Fatal(err)
		}
		views = append(views, v)
	}
	got := disagreements(files, views)
	if len(got) == 1 && strings.HasPrefix(got[0].Why, want.Why) {
		want.Why = got[0].Why
	}
	if diff := cmp.Diff([]Disagreement{want}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestKindNames: every kind of finding has a name.
func TestKindNames(t *testing.T) {
	for _, kind := range compare.Kinds() {
		if kindNames[kind] == "" {
			t.Errorf("%s has none", kind)
		}
	}
	if len(kindNames) != len(compare.Kinds()) {
		t.Errorf("%d names of %d kinds", len(kindNames), len(compare.Kinds()))
	}
}

// TestReport: a report names no other file, every id is there once, and every
// link has a target.
func TestReport(t *testing.T) {
	hostile := `Ada Lee said on 3 May 2020: "<img src=//evil.example/a onerror=run()> was not sold for $5m." </script><script>run()</script>`
	one := fileOf(t, extract.Article{ID: "one", Title: "</title><script>run()</script>", Text: hostile})
	two := fileOf(t, extract.Article{ID: "two", Source: "javascript:run()", Text: "Ada Lee sold 12 cars.\nShe did not sell more."})
	for _, files := range [][]*claimsfile.File{{one}, {one, two}} {
		report := reportOf(t, files...)
		if again := reportOf(t, files...); again != report {
			t.Error("two reports of the same differ")
		}
		if n := strings.Count(report, "<script"); n != 1 {
			t.Errorf("%d scripts", n)
		}
		markup := regexp.MustCompile(`(?s)<(script|style|textarea).*?</(script|style|textarea)>`).ReplaceAllString(report, "")
		known := map[string]bool{}
		for _, id := range ids.FindAllStringSubmatch(markup, -1) {
			if known[id[1]] {
				t.Errorf("id %s twice", id[1])
			}
			known[id[1]] = true
		}
		for _, link := range targets.FindAllStringSubmatch(markup, -1) {
			if !known[link[1]] {
				t.Errorf("link to #%s, which is nowhere", link[1])
			}
		}
		for _, tag := range regexp.MustCompile(`<[a-z][^>]*>`).FindAllString(markup, -1) {
			for _, address := range addresses.FindAllStringSubmatch(tag, -1) {
				if a := address[1]; !strings.HasPrefix(a, "#") && a != "/download" && !strings.Contains(tag, "title=") {
					t.Errorf("address %q in %s", a, tag)
				}
			}
		}
	}
}
