package article

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/trafilatura"
)

// largestPage is how many bytes a web page may have: the tree of its elements
// takes some ten times as much memory.
const largestPage = 8 << 20

// mostElements is how many elements, texts and comments a page may have: the
// search for its main text is not linear for all that is no web page. A long
// article with a thousand comments has some ten thousand.
const mostElements = 100_000

// html reads the article of a web page: its main text without navigation,
// advertisements and comments. Title, byline and day of publication are what
// the page says of itself.
func (r *reader) html(in *input) bool {
	b, err := io.ReadAll(io.LimitReader(in, largestPage+1))
	if err != nil {
		return r.fail(in.name, err)
	}
	a, err := r.page(b, in.contentType, in.source)
	if err != nil {
		return r.fail(in.name, err)
	}
	a.ID = filepath.ToSlash(in.name)
	return r.article(a)
}

// page returns the article of a page, as a server sent it with a content type
// from an address, both of which may be unknown.
func (r *reader) page(b []byte, contentType, address string) (a extract.Article, err error) {
	if len(b) > largestPage {
		return a, fmt.Errorf("%w: the limit of a web page is %d bytes", ErrTooLarge, largestPage)
	}
	source, err := r.decodePage(b, contentType)
	if err != nil {
		return a, err
	}
	tree, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return a, fmt.Errorf("not a web page: %w", err)
	}
	if n := count(tree); n > mostElements {
		return a, fmt.Errorf("%w: %d elements, the limit of a web page is %d", ErrTooLarge, n, mostElements)
	}
	page := newPageMetadata(tree)
	a = extract.Article{Title: page.title(), Byline: page.byline(), Source: address}
	if a.Source == "" {
		a.Source = page.source()
	}
	a.Published, a.PublishedFrom = page.published(address)
	a.Text = strings.Join(withoutHead(mainBlocks(tree), a), "\n\n")
	if body := page.articleBody(); len(body) > 2*len(a.Text) {
		a.Text = body // the page shows it only to those who run its scripts
	}
	if a.Text == "" {
		return a, fmt.Errorf("a web page without text")
	}
	if len(a.Text) > r.MaxArticle {
		return a, tooLong(r.MaxArticle)
	}
	return a, nil
}

// count returns the number of nodes of a tree.
func count(n *html.Node) int {
	total := 1
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		total += count(child)
	}
	return total
}

// decodePage returns a page in UTF-8. Its encoding is what the user says, what
// the server says, what the page says, or what its bytes look like; but bytes
// beyond ASCII that are valid UTF-8 are nothing else.
func (r *reader) decodePage(b []byte, contentType string) (string, error) {
	if r.Encoding != Auto {
		decoded, _, err := decode(bufio.NewReader(bytes.NewReader(b)), r.Encoding)
		if err != nil {
			return "", err
		}
		b, err = io.ReadAll(decoded)
		return strings.ToValidUTF8(string(b), "\ufffd"), err
	}
	if utf8.Valid(b) && !bytes.HasPrefix(b, markLittle) && !bytes.HasPrefix(b, markBig) {
		return string(bytes.TrimPrefix(b, markUTF8)), nil
	}
	encoding, _, _ := charset.DetermineEncoding(b, contentType)
	decoded, err := encoding.NewDecoder().Bytes(b)
	return strings.ToValidUTF8(string(decoded), "\ufffd"), err
}

// mainBlocks returns the main text of a page, block by block.
func mainBlocks(tree *html.Node) []string {
	var w blockWriter
	w.node(trafilatura.Extract(tree))
	w.endBlock()
	return w.blocks
}

// withoutHead returns the blocks without those at their beginning that say only
// what the metadata of the article say: headline, byline, day of publication.
func withoutHead(blocks []string, a extract.Article) []string {
	const most, longest = 5, 100 // blocks, bytes
	for i := 0; i < min(most, len(blocks)); {
		if block := blocks[i]; sameWords(block, a.Title) || sameWords(withoutBy(block), a.Byline) || isDateLine(block) {
			blocks = slices.Delete(blocks, i, i+1)
			continue
		}
		if len(blocks[i]) > longest {
			break // a paragraph: the text has begun
		}
		i++
	}
	return blocks
}

// isDateLine tells a line such as "Published: Thursday, 9 February 2023, 8.15am".
func isDateLine(line string) bool {
	const mostWords = 8
	_, ok := dayIn(line)
	words := strings.Fields(line)
	if !ok || len(words) > mostWords {
		return false
	}
	return line[0] >= '0' && line[0] <= '9' || holdsAny(strings.ToLower(words[0]), "publish", "posted", "updated", "day", "date")
}

// sameWords tells whether two lines differ in blanks and case alone.
func sameWords(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// blockWriter collects the text of the blocks of a tree: what a browser shows
// below one another.
type blockWriter struct {
	blocks []string
	block  strings.Builder
	blank  bool // a blank is due before the next word
}

// isBlock are the elements that begin and end a block.
var isBlock = map[string]bool{
	"address": true, "article": true, "aside": true, "blockquote": true, "body": true, "caption": true, "center": true,
	"dd": true, "details": true, "div": true, "dl": true, "dt": true, "fieldset": true, "figcaption": true, "figure": true,
	"footer": true, "form": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "header": true,
	"hr": true, "li": true, "main": true, "nav": true, "ol": true, "p": true, "pre": true, "section": true, "summary": true,
	"table": true, "tbody": true, "tfoot": true, "thead": true, "tr": true, "ul": true,
}

// notShown are the elements whose text no browser shows.
var notShown = map[string]bool{"script": true, "style": true, "noscript": true, "template": true, "iframe": true}

func (w *blockWriter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if notShown[n.Data] {
			return
		}
	}
	block := n.Type == html.ElementNode && isBlock[n.Data]
	if block {
		w.endBlock()
	}
	switch n.Data {
	case "br":
		w.lineBreak("\n")
	case "td", "th":
		if w.block.Len() > 0 {
			w.lineBreak("\t")
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		w.node(child)
	}
	if block {
		w.endBlock()
	}
}

// text writes words with one blank between them.
func (w *blockWriter) text(s string) {
	for i, word := range strings.FieldsFunc(s, isBlank) {
		if i > 0 || w.blank || isBlankAt(s) {
			w.writeBlank()
		}
		w.blank = false
		w.block.WriteString(word)
	}
	if last, _ := utf8.DecodeLastRuneInString(s); isBlank(last) {
		w.blank = true
	}
}

// isBlank tells the blanks that HTML folds; a no-break space is a character.
func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' }

func isBlankAt(s string) bool { return s != "" && isBlank(rune(s[0])) }

func (w *blockWriter) writeBlank() {
	if s := w.block.String(); s != "" && s[len(s)-1] != '\n' && s[len(s)-1] != '\t' {
		w.block.WriteByte(' ')
	}
}

func (w *blockWriter) lineBreak(with string) {
	w.blank = false
	if w.block.Len() > 0 {
		w.block.WriteString(with)
	}
}

func (w *blockWriter) endBlock() {
	if text := strings.TrimSpace(w.block.String()); text != "" {
		w.blocks = append(w.blocks, text)
	}
	w.block.Reset()
	w.blank = false
}
