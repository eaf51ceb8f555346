package view

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/factline/factline/pipeline/claimsfile"
)

//go:embed templates
var templates embed.FS

// Static holds the style sheet, the scripts and the icon of the page.
//
//go:embed static
var Static embed.FS

// styles and scripts of a view; scriptsOfPage come with it on the page of a server.
var (
	styles        = []string{"page.css", "panel.css"}
	scripts       = []string{"start.js", "offsets.js", "select.js", "sections.js", "filter.js", "tip.js", "copy.js"}
	scriptsOfPage = []string{"read.js"}
)

// parsed is made at the first use: most runs of factline show no page.
var parsed = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(templates, "templates/*.html"))
})

// Page is the page of a server: the form, or one article.
type Page struct {
	View    *View  // nil shows the form
	Note    string // above the article
	Problem string
	Given   Given
	Fetch   bool   // whether the form asks for addresses
	Accept  string // the files that the form takes
}

// Given is what the form was filled in with.
type Given struct{ Text, URL, Published, Title, Source string }

// Title is the title of the page.
func (p Page) Title() string {
	if p.View != nil {
		return p.View.Title + " – factline"
	}
	return "factline: what does this article claim?"
}

// Scripts are the names of the scripts of the page.
func (p Page) Scripts() []string {
	return append(scripts[:len(scripts):len(scripts)], scriptsOfPage...)
}

// Styles are the names of the style sheets of the page.
func (p Page) Styles() []string { return styles }

// Version is the version of factline.
func (p Page) Version() string { return claimsfile.Version }

// Write writes the whole page.
func (p Page) Write(w io.Writer) error { return parsed().ExecuteTemplate(w, "page", p) }

// WriteMain writes what stands between header and footer, for a script that
// puts it there.
func (p Page) WriteMain(w io.Writer) error { return parsed().ExecuteTemplate(w, "main", p) }

// report is what the template of a report reads.
type report struct {
	Title, Version, Policy string
	Style, Script          template.HTML
	Views                  []*View
	Disagreements          []Disagreement
}

// WriteReport writes one HTML file with what the claims files hold, which needs
// no other file and makes no request. Of several it has an index, and tells
// where they disagree.
func WriteReport(w io.Writer, files []*claimsfile.File) error {
	r := report{Version: claimsfile.Version, Title: "Claims of " + strconv.Itoa(len(files)) + " articles"}
	for i, f := range files {
		var options Options
		if len(files) > 1 {
			options.Prefix = "a" + strconv.Itoa(i+1) + "-"
		}
		v, err := New(f, options)
		if err != nil {
			return err
		}
		r.Views = append(r.Views, v)
	}
	if len(files) == 1 {
		r.Title = r.Views[0].Title
	} else {
		r.Disagreements = disagreements(files, r.Views)
	}
	style, script := join(styles), join(scripts)
	// The hashes let this style and this script through, and nothing else.
	r.Policy = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src " + hashOf(style) + "; script-src " + hashOf(script)
	r.Style = template.HTML("<style>" + style + "</style>")
	r.Script = template.HTML("<script type=\"module\">" + script + "</script>")
	return parsed().ExecuteTemplate(w, "report", r)
}

// join returns static files one after another.
func join(names []string) string {
	var b strings.Builder
	for _, name := range names {
		text, err := Static.ReadFile("static/" + name)
		if err != nil {
			panic(err) // a name in the lists above that is not embedded
		}
		b.Write(text)
	}
	return b.String()
}

func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
