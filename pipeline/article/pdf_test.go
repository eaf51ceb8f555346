package article_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/article"
)

// pdfLine is a line to show on a page of a PDF file.
type pdfLine struct {
	x, y, size int
	text       string // WinAnsi, in which \001 is the ligature fi
}

// pdfFile returns a PDF file with pages of lines, in a font whose characters
// are all half as wide as they are high.
func pdfFile(info string, pages ...[]pdfLine) []byte {
	widths := strings.Repeat("500 ", 256)
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "", // the pages come below
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 0/LastChar 255/Widths[" + widths + "]/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[1/fi]>>>>",
		"<<" + info + ">>",
	}
	var kids []string
	for _, lines := range pages {
		var content strings.Builder
		for _, l := range lines {
			text := strings.NewReplacer("(", `\(`, ")", `\)`).Replace(l.text)
			fmt.Fprintf(&content, "BT /F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n", l.size, l.x, l.y, text)
		}
		objects = append(objects, fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", content.Len(), content.String()),
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>", len(objects)+1))
		kids = append(kids, fmt.Sprintf("%d 0 R", len(objects)))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(kids))
	return pdfOf(objects...)
}

// pdfOf returns a PDF file of objects, of which the first is the catalogue and
// the fourth tells of the file.
func pdfOf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// lines returns lines below one another, from a height; an empty one is space.
func lines(from int, texts ...string) (all []pdfLine) {
	for _, text := range texts {
		if text != "" {
			all = append(all, pdfLine{60, from, 10, text})
		}
		from -= 14
	}
	return all
}

func TestPDF(t *testing.T) {
	long := "The council met on Monday to talk about the new bridge over the river"
	tests := []struct {
		reason string
		pages  [][]pdfLine
		want   string
	}{
		{"lines of a paragraph are joined", [][]pdfLine{lines(700, long, "and its cost of 5 million.")}, long + " and its cost of 5 million."},
		{"more space divides paragraphs", [][]pdfLine{lines(700, long, "and its cost.", "", long, "again.")}, long + " and its cost.\n\n" + long + " again."},
		{"a short last line divides paragraphs", [][]pdfLine{lines(700, long, "and its cost.", long, "again.")}, long + " and its cost.\n\n" + long + " again."},
		{"a larger headline", [][]pdfLine{append([]pdfLine{{60, 740, 20, "A new bridge"}}, lines(716, long, "again.")...)}, "A new bridge\n\n" + long + " again."},
		{"ligatures and soft hyphens", [][]pdfLine{lines(700, "The \001rst of\255fer")}, "The first offer"},
		{"the hyphen of a line end goes", [][]pdfLine{lines(700, long+" gov-", "ernment.")}, long + " government."},
		{"the hyphen of a word that has it elsewhere stays", [][]pdfLine{lines(700, long+" well-", "known and", "a well-known man.")}, long + " well-known and a well-known man."},
		{"the hyphen of a name stays", [][]pdfLine{lines(700, long+" Smith-", "Jones.")}, long + " Smith-Jones."},
		{"a space that is only a gap", [][]pdfLine{{{60, 700, 10, "two"}, {80, 700, 10, "cats"}}}, "two cats"},
		{"no space inside a word", [][]pdfLine{{{60, 700, 10, "t"}, {65, 700, 10, "wo"}}}, "two"},
		{"heads, feet and numbers go", [][]pdfLine{
			append(lines(780, "The Daily Post, page 1", "", long), lines(40, "- 1 -")...),
			append(lines(780, "The Daily Post, page 2", "", "again and again."), lines(40, "- 2 -")...),
		}, long + " again and again."},
		{"a sentence may end with its page", [][]pdfLine{lines(700, "It rained."), lines(700, "Then it snowed.")}, "It rained.\n\nThen it snowed."},
	}
	for _, tt := range tests {
		if got := textOf("a.pdf", pdfFile("", tt.pages...), article.Options{}); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.reason, got, tt.want)
		}
	}
}

// TestPDFContent: a page of a composite font, as browsers print them, with codes
// of two bytes that only a table makes letters; spaces that are only numbers; and
// text in a form that the page draws.
func TestPDFContent(t *testing.T) {
	stream := func(head, s string) string {
		return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", head, len(s), s)
	}
	cmap := "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n" +
		"2 beginbfchar <0001> <0054> <0002> <FB01> endbfchar\n2 beginbfrange <0010> <0029> <0061> <0030> <0031> [<0041> <D83DDE00>] endbfrange endcmap end end"
	page := "q 2 0 0 2 0 0 cm BT /F1 10 Tf 30 350 Td <00010017> Tj <0014> Tj ET Q\n" + // The, in steps
		"BT /F1 20 Tf 1 0 0 1 60 672 Tm [<0002002100140013> -400 <0012> 30 <0010> 30 <0023>] TJ T* <0030> Tj ET\n/X1 Do"
	content := pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X1 9 0 R>>>>/Contents 8 0 R>>", "<<>>",
		"<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[6 0 R]>>",
		"<</Type/Font/Subtype/CIDFontType2/DW 500/W[1[600 500] 16 48 500]>>", stream("", cmap), stream("", page),
		stream("/Type/XObject/Subtype/Form/Resources<</Font<</F1 5 0 R>>>>", "BT /F1 20 Tf 60 300 Td <0031> Tj ET"))
	if got, want := textOf("a.pdf", content, article.Options{}), "The fired cat A\n\n😀"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPDFMetadata(t *testing.T) {
	tests := []struct {
		reason, info string
		want         extract.Article
	}{
		{"title and author", "/Title(A new bridge)/Author(Ann Lee)/CreationDate(D:20200710)", extract.Article{ID: "a", Title: "A new bridge", Byline: "Ann Lee", Text: "Cats."}},
		{"a title that is a file's name", "/Title(Microsoft Word - bridge.doc)", extract.Article{ID: "a", Text: "Cats."}},
	}
	for _, tt := range tests {
		got, errors := readFile("a", pdfFile(tt.info, lines(700, "Cats.")), article.Options{})
		if diff := cmp.Diff([]extract.Article{tt.want}, got); diff != "" {
			t.Errorf("%s: %q (-want +got)\n%s", tt.reason, errors, diff)
		}
	}
}

func TestBrokenPDF(t *testing.T) {
	good := pdfFile("", lines(700, "Cats."))
	tests := []struct {
		reason  string
		content []byte
		want    string
	}{
		{"only a head", []byte("%PDF-1.4\n"), "a.pdf: a broken PDF file"},
		{"cut short", good[:len(good)/2], "a.pdf: a broken PDF file"},
		{"no text", pdfFile(""), "a.pdf: a PDF file without text, such as a scan"},
		{"no such page", bytes.Replace(good, []byte("/Kids[6 0 R]"), []byte("/Kids[9 0 R]"), 1), "a.pdf: a PDF file without text"},
		{"pages that hold themselves", bytes.Replace(good, []byte("/Kids[6 0 R]"), []byte("/Kids[2 0 R]"), 1), "a.pdf: file too large: more than 5000 pages, or pages inside of themselves"},
		{"a page that is its own parent", bytes.Replace(good, []byte("/Page/Parent 2 0 R"), []byte("/Page/Parent 6 0 R"), 1), "a.pdf: file too large: more than 5000 pages, or pages inside of themselves"},
		{"over the limit", pdfFile("", lines(700, strings.Repeat("long ", 200))), "a.pdf: article too long: the limit is 900 bytes"},
	}
	for _, tt := range tests {
		_, errors := readFile("a.pdf", tt.content, article.Options{MaxArticle: 900})
		if len(errors) != 1 || !strings.HasPrefix(errors[0], tt.want) {
			t.Errorf("%s: got %q, want %q", tt.reason, errors, tt.want)
		}
	}
}

// FuzzPDF: every file gives one article or one error.
func FuzzPDF(f *testing.F) {
	f.Add(pdfFile("/Title(T)", lines(700, "Two cats sat on a mat,", "and then they slept.")))
	f.Add([]byte("%PDF-1.4\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF"))
	f.Fuzz(func(t *testing.T, content []byte) { readTwice(t, "a.pdf", append([]byte("%PDF-"), content...)) })
}
