package article

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/ledongthuc/pdf"

	"github.com/factline/factline/extract"
)

// isPDF tells a PDF file, in which some bytes may stand before its head.
func isPDF(head []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("%PDF-"))
}

// What a PDF file may have. A file that is made to hurt can let its reader go
// round in circles, which only a clock ends.
const (
	mostPages   = 5000
	mostPDFTime = time.Minute
)

// pdf reads one article of a PDF file: its lines joined to paragraphs, without
// running heads and page numbers. Offsets refer to that text. Its dates are
// those of the file, not of publication, and are left alone.
func (r *reader) pdf(in *input) bool {
	b, err := whole(in)
	if err != nil {
		return r.fail(in.name, err)
	}
	type result struct {
		extract.Article
		err error
	}
	done := make(chan result, 1)
	go func() {
		a, err := parsePDF(b, r.MaxArticle)
		done <- result{a, err}
	}()
	clock := time.NewTimer(mostPDFTime)
	defer clock.Stop()
	select {
	case got := <-done:
		if got.err != nil {
			return r.fail(in.name, got.err)
		}
		got.ID, got.Source = filepath.ToSlash(in.name), in.source
		return r.article(got.Article)
	case <-clock.C:
		return r.fail(in.name, fmt.Errorf("a PDF file that takes more than %v", mostPDFTime))
	}
}

func parsePDF(b []byte, limit int) (a extract.Article, err error) {
	defer func() {
		if r := recover(); r != nil { // the library panics when a file is broken
			err = fmt.Errorf("a broken PDF file: %v", r)
		}
	}()
	// The library wants the head at the very beginning.
	b = b[max(bytes.Index(b, []byte("%PDF-")), 0):]
	file, err := pdf.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return a, fmt.Errorf("a broken PDF file: %w", err)
	}
	reading := pdfReading{limit: limit}
	if err := reading.pagesOf(file.Trailer().Key("Root").Key("Pages"), 0); err != nil {
		return a, err
	}
	a.Text = pdfText(reading.pages)
	if a.Text == "" {
		return a, errors.New("a PDF file without text, such as a scan")
	}
	about := file.Trailer().Key("Info")
	a.Title, a.Byline = titleOfFile(oneLine(about.Key("Title").Text())), oneLine(about.Key("Author").Text())
	return a, nil
}

// pdfReading is the reading of the pages of one file.
type pdfReading struct {
	limit, size, nodes int
	pages              [][]pdfLine
}

// pagesOf reads the pages below a node of the tree of pages. The library would
// follow a tree that holds itself for ever.
func (r *pdfReading) pagesOf(node pdf.Value, depth int) error {
	const deepest = 40
	if r.nodes++; r.nodes > mostPages || depth > deepest || ancestors(node, deepest) > deepest {
		return fmt.Errorf("%w: more than %d pages, or pages inside of themselves", ErrTooLarge, mostPages)
	}
	if node.Key("Type").Name() == "Pages" {
		kids := node.Key("Kids")
		for i := range kids.Len() {
			if err := r.pagesOf(kids.Index(i), depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	lines := linesOf(charactersOf(pdf.Page{V: node}))
	for _, line := range lines {
		r.size += len(line.text)
	}
	if r.size > r.limit {
		return tooLong(r.limit)
	}
	r.pages = append(r.pages, lines)
	return nil
}

// ancestors counts the nodes above one, up to a number.
func ancestors(node pdf.Value, most int) int {
	n := 0
	for node = node.Key("Parent"); !node.IsNull() && n <= most; node = node.Key("Parent") {
		n++
	}
	return n
}

// titleOfFile returns a title, unless it is only the name of the file that the
// PDF file was made of.
func titleOfFile(title string) string {
	lower := strings.ToLower(title)
	if strings.HasPrefix(lower, "microsoft word") || !strings.Contains(title, " ") {
		return ""
	}
	return title
}
