// Package format lists the formats that results can be written in, and writes
// many articles into one stream of any of them: with the header and footer that
// some need, such as the column names of CSV and the footer of Parquet.
//
//	f, _ := format.ByName("csv")
//	w := f.NewWriter(os.Stdout)
//	part, err := f.Document(doc, format.Options{}) // in any goroutine
//	...
//	err = w.Write(part) // in the order of the articles
//	...
//	err = w.Close()
//
// Each format has a package of its own beside this one.
package format

import (
	"bytes"
	"io"
	"slices"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/conllu"
	"github.com/factline/factline/pipeline/csv"
	"github.com/factline/factline/pipeline/markdown"
	"github.com/factline/factline/pipeline/row"
	"github.com/factline/factline/pipeline/table"
	"github.com/factline/factline/pipeline/webannotation"
)

// Options changes what the formats write.
type Options struct {
	Explain bool          // name the rule behind each result
	Table   table.Options // how a table looks
}

// Format is one way to write results.
type Format struct {
	Name      string // "csv"
	Extension string // of a file: ".csv"
	Binary    bool   // it is nothing for a terminal

	header, between, footer string

	// One of these makes the part of an article.
	document func(io.Writer, *extract.Document) error
	file     func(io.Writer, *claimsfile.File, Options) error
	rows     func(*claimsfile.File) []row.Row
}

var formats = []Format{
	{Name: "json", Extension: ".json", file: plain(claimsfile.Encode)},
	{Name: "jsonl", Extension: ".jsonl", file: plain(claimsfile.EncodeLine)},
	{Name: "csv", Extension: ".csv", header: csvHeader(), file: plain(csv.Encode)},
	{Name: "parquet", Extension: ".parquet", Binary: true, rows: row.Of},
	{
		Name: "webannotation", Extension: ".jsonld", file: plain(webannotation.Encode),
		header: webannotation.Header, between: webannotation.Between, footer: webannotation.Footer,
	},
	{Name: "markdown", Extension: ".md", file: plain(markdown.Encode)},
	{Name: "table", Extension: ".txt", file: func(w io.Writer, f *claimsfile.File, o Options) error {
		return table.Encode(w, f, o.Table)
	}},
	{Name: "conllu", Extension: ".conllu", document: conllu.Encode},
}

// plain makes the function of a format that has no options.
func plain(encode func(io.Writer, *claimsfile.File) error) func(io.Writer, *claimsfile.File, Options) error {
	return func(w io.Writer, f *claimsfile.File, _ Options) error { return encode(w, f) }
}

func csvHeader() string {
	var b bytes.Buffer
	_ = csv.EncodeHeader(&b) // a buffer takes everything
	return b.String()
}

// Names returns the names of all formats.
func Names() []string { return names(func(Format) bool { return true }) }

// NamesOfFiles returns the names of the formats that a claims file is enough
// for: all but CoNLL-U, which shows words and tags.
func NamesOfFiles() []string { return names(func(f Format) bool { return f.document == nil }) }

func names(wanted func(Format) bool) []string {
	var list []string
	for _, f := range formats {
		if wanted(f) {
			list = append(list, f.Name)
		}
	}
	return list
}

// ByName returns a format; false when there is none of that name.
func ByName(name string) (Format, bool) {
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return formats[i], true
}

// Part is what a format makes of one article, before it is written.
type Part struct {
	bytes []byte
	rows  []row.Row
}

// Document makes the part of a document. It may be called in several goroutines.
func (f Format) Document(doc *extract.Document, options Options) (Part, error) {
	if f.document != nil {
		var b bytes.Buffer
		err := f.document(&b, doc)
		return Part{bytes: b.Bytes()}, err
	}
	return f.File(claimsfile.FromDocument(doc, claimsfile.Options{Explain: options.Explain}), options)
}

// File makes the part of a claims file, in one of NamesOfFiles. It may be called
// in several goroutines.
func (f Format) File(file *claimsfile.File, options Options) (Part, error) {
	if f.rows != nil {
		return Part{rows: f.rows(file)}, nil
	}
	var b bytes.Buffer
	err := f.file(&b, file, options)
	return Part{bytes: b.Bytes()}, err
}
