package article

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/factline/factline/extract"
)

// largestFile is how many bytes a file may have that must be whole in memory.
const largestFile = 64 << 20

// whole returns a file whose format can only be read from its end, or that is
// one article.
func whole(in *input) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(in, largestFile+1))
	if err == nil && len(b) > largestFile {
		err = fmt.Errorf("%w: the limit of such a file is %d bytes", ErrTooLarge, largestFile)
	}
	return b, err
}

// isDOCX tells a zip file whose first member is one that Office files begin with.
func isDOCX(head []byte) bool {
	if !bytes.HasPrefix(head, []byte("PK\x03\x04")) || len(head) < 30 {
		return false
	}
	name := head[30:]
	for _, first := range []string{"[Content_Types].xml", "_rels/", "docProps/", "word/"} {
		if bytes.HasPrefix(name, []byte(first)) {
			return true
		}
	}
	return false
}

// docx reads one article of a word processor (ECMA-376): the paragraphs of its
// body, a blank line between them, without what changes deleted, footnotes,
// heads and feet. Its title and author stand in its properties; their dates are
// those of the file, not of publication, and are left alone.
func (r *reader) docx(in *input) bool {
	a, err := r.parseDOCX(in)
	if err != nil {
		return r.fail(in.name, err)
	}
	return r.article(a)
}

func (r *reader) parseDOCX(in *input) (extract.Article, error) {
	a := extract.Article{ID: filepath.ToSlash(in.name), Source: in.source}
	b, err := whole(in)
	if err != nil {
		return a, err
	}
	archive, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return a, fmt.Errorf("not a DOCX file: %w", err)
	}
	text := docxText{limit: r.MaxArticle}
	if err := eachElement(archive, "word/document.xml", text.element); err != nil {
		return a, err
	}
	a.Text = strings.TrimSpace(text.String())
	var properties docxProperties
	if err := eachElement(archive, "docProps/core.xml", properties.element); err != nil && !errors.Is(err, errNoMember) {
		return a, err
	}
	a.Title, a.Byline = strings.TrimSpace(properties.title), strings.TrimSpace(properties.creator)
	return a, nil
}

var errNoMember = errors.New("not a DOCX file")

// eachElement calls visit for every token of an XML file in an archive. A file
// that inflates to more than largestFile is an error.
func eachElement(archive *zip.Reader, name string, visit func(xml.Token) error) error {
	f, err := archive.Open(name)
	if err != nil {
		return fmt.Errorf("%w: it has no %s", errNoMember, name)
	}
	defer f.Close()
	limited := &io.LimitedReader{R: f, N: largestFile}
	decoder := xml.NewDecoder(limited)
	for {
		token, err := decoder.RawToken()
		switch {
		case limited.N == 0:
			return fmt.Errorf("%w: %s inflates to more than %d bytes", ErrTooLarge, name, largestFile)
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("%s: %s", name, strings.ToValidUTF8(err.Error(), "\ufffd"))
		}
		if err := visit(token); err != nil {
			return err
		}
	}
}

// docxText collects the text of a document.
type docxText struct {
	strings.Builder
	limit  int
	inText bool // inside <w:t>
	// What stands in a fallback of markup for older programs is said twice.
	fallback int
}

func (d *docxText) element(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		d.start(t.Name)
	case xml.EndElement:
		d.end(t.Name)
	case xml.CharData:
		if d.inText && d.fallback == 0 {
			d.Write(bytes.ToValidUTF8(t, []byte("\ufffd")))
		}
	}
	if d.Len() > d.limit {
		return tooLong(d.limit)
	}
	return nil
}

func (d *docxText) start(name xml.Name) {
	if name.Space == "mc" && name.Local == "Fallback" {
		d.fallback++
	}
	if name.Space != "w" || d.fallback > 0 {
		return
	}
	switch name.Local {
	case "t":
		d.inText = true
	case "tab":
		d.WriteByte('\t')
	case "br", "cr":
		d.WriteByte('\n')
	case "noBreakHyphen":
		d.WriteByte('-')
	}
}

func (d *docxText) end(name xml.Name) {
	switch {
	case name.Space == "mc" && name.Local == "Fallback":
		d.fallback--
	case name.Space != "w" || d.fallback > 0:
	case name.Local == "t":
		d.inText = false
	case name.Local == "p":
		d.WriteString("\n\n")
	}
}

// docxProperties is what a file says of itself.
type docxProperties struct{ inside, title, creator string }

func (p *docxProperties) element(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		p.inside = t.Name.Local
	case xml.EndElement:
		p.inside = ""
	case xml.CharData:
		switch p.inside {
		case "title":
			p.title += string(t)
		case "creator":
			p.creator += string(t)
		}
	}
	return nil
}
