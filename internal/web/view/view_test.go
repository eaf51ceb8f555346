package view

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/claimsfile"
)

func fileOf(t *testing.T, a extract.Article) *claimsfile.File {
	t.Helper()
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := p.Run(a)
	if err != nil {
		t.Fatal(err)
	}
	return claimsfile.FromDocument(doc, claimsfile.Options{})
}

func viewOf(t *testing.T, f *claimsfile.File) *View {
	t.Helper()
	v, err := New(f, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

var tags = regexp.MustCompile(`<[^>]*>`)

// TestTextIsTheText: without its tags the article is what it was, whatever it
// holds, and every tag that is opened is closed.
func TestTextIsTheText(t *testing.T) {
	names, err := filepath.Glob("../../../testdata/articles/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal(err)
	}
	var texts []string
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	texts = append(texts, "", " ", "\n\n", "\r\nAda Lee said:\r\n\"We sold 12 cars.\"\r\rShe did not.\n",
		`<script>alert("Ada Lee sold 12 cars.")</script> & <b onclick='x'>She said &amp; did.</b>`,
		"👍🏽 Ada Lee sold 12 cafe\u0301s on Monday 👩‍👩‍👧.", strings.Repeat("Ada Lee said that ", 300)+"it rained.")
	for _, text := range texts {
		got := string(viewOf(t, fileOf(t, extract.Article{ID: "a", Text: text})).Text)
		if plain := html.UnescapeString(tags.ReplaceAllString(got, "")); plain != text {
			t.Errorf("%.40q: the text is changed: %s", text, cmp.Diff(text, plain))
		}
		var open []string
		for _, tag := range tags.FindAllString(got, -1) {
			name := strings.Fields(strings.Trim(tag, "</>"))[0]
			if !strings.HasPrefix(tag, "</") {
				open = append(open, name)
			} else if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("%.40q: %s closes %v", text, tag, open)
			} else {
				open = open[:len(open)-1]
			}
		}
		if len(open) > 0 {
			t.Errorf("%.40q: %v stay open", text, open)
		}
	}
}

func TestMarks(t *testing.T) {
	m := func(start, end int, class string) mark { return mark{start: start, end: end, class: class} }
	tests := []struct {
		reason string
		marks  []mark
		want   string
	}{
		{"none", nil, "abcdef"},
		{"one", []mark{m(1, 3, "x")}, `a<span class="x">bc</span>def`},
		{"inside", []mark{m(0, 6, "x"), m(1, 3, "y")}, `<span class="x">a<span class="y">bc</span>def</span>`},
		{"the same range", []mark{m(1, 3, "x"), m(1, 3, "y")}, `a<span class="x"><span class="y">bc</span></span>def`},
		{"side by side", []mark{m(0, 3, "x"), m(3, 6, "y")}, `<span class="x">abc</span><span class="y">def</span>`},
		{"crossing", []mark{m(0, 3, "x"), m(2, 5, "y")}, `<span class="x">ab<span class="y">c</span></span><span class="y more">de</span>f`},
		{"crossing inside a third", []mark{m(0, 6, "z"), m(0, 3, "x"), m(2, 5, "y")},
			`<span class="z"><span class="x">ab<span class="y">c</span></span><span class="y more">de</span>f</span>`},
		{"empty", []mark{m(2, 2, "x")}, "abcdef"},
	}
	for _, tt := range tests {
		w := &textWriter{runes: []rune("abcdef")}
		for _, k := range tt.marks {
			w.closeTo(k.start)
			w.textTo(k.start)
			w.open(k)
		}
		w.closeTo(6)
		w.textTo(6)
		if got := w.out.String(); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.reason, got, tt.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	const wrapped = "The council has agreed to sell the old library on Mill Street, which has\n" +
		"stood empty since 2019, to a housing association. The mayor, Ada Lee, said\n" +
		"on Monday that the building would become 14 flats, and that the first of\n" +
		"them would be let in the spring."
	tests := []struct {
		reason, text string
		want         []string
	}{
		{"a line each", "Ada Lee sold 12 cars.\nShe left.", []string{"Ada Lee sold 12 cars.", "She left."}},
		{"blank lines", "Ada Lee sold 12 cars.\n\nShe left.\n", []string{"Ada Lee sold 12 cars.", "She left."}},
		{"broken inside sentences", wrapped + "\n\nThen it rained.",
			[]string{wrapped, "Then it rained."}},
		{"lines of another system", "Ada Lee sold 12 cars.\r\nShe left.\rHe stayed.", []string{"Ada Lee sold 12 cars.", "She left.", "He stayed."}},
		{"nothing", "", nil},
		{"only blanks", " \n\n ", nil},
	}
	for _, tt := range tests {
		f := fileOf(t, extract.Article{ID: "a", Text: tt.text})
		var got []string
		for _, p := range paragraphs(f, []rune(tt.text)) {
			got = append(got, string([]rune(tt.text)[p.start:p.end]))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.reason, diff)
		}
	}
}

func TestInterval(t *testing.T) {
	tests := []struct{ reason, begin, until, want string }{
		{"a day", "2020-07-08", "2020-07-09", "8 July 2020"},
		{"the last day of a year", "2020-12-31", "2021-01-01", "31 December 2020"},
		{"a month", "2020-12-01", "2021-01-01", "December 2020"},
		{"a half of a year", "2019-07-01", "2020-01-01", "July to December 2019"},
		{"a year", "2019-01-01", "2020-01-01", "2019"},
		{"a decade", "1990-01-01", "2000-01-01", "1990 to 1999"},
		{"a winter", "2017-12-01", "2018-03-01", "December 2017 to February 2018"},
		{"a week", "2020-07-06", "2020-07-13", "6 to 12 July 2020"},
		{"days of two months", "2020-07-30", "2020-08-02", "30 July 2020 to 1 August 2020"},
		{"a minute", "2024-02-13T19:45:00", "2024-02-13T19:46:00", "13 February 2024, 19:45"},
		{"an evening", "2022-08-19T18:00:00", "2022-08-20T00:00:00", "19 August 2022, 18:00 to 00:00"},
		{"hours over midnight", "2022-08-19T22:00:00", "2022-08-20T04:00:00", "19 August 2022, 22:00 to 20 August 2022, 04:00"},
		{"no dates", "then", "now", "then to now"},
		{"the wrong way round", "2020-07-09", "2020-07-08", "2020-07-09 to 2020-07-08"},
	}
	for _, tt := range tests {
		if got := interval(tt.begin, tt.until); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

func TestDateMeans(t *testing.T) {
	tests := []struct {
		reason string
		date   claimsfile.Date
		want   string
	}{
		{"a day", claimsfile.Date{Value: "2020-07-08", Begin: "2020-07-08", Until: "2020-07-09"}, "8 July 2020"},
		{"a day of the week without day of publication", claimsfile.Date{Value: "XXXX-WXX-1"}, "calendar day not known"},
		{"a duration", claimsfile.Date{Type: "DURATION", Value: "P2W"}, "2 weeks"},
		{"words that say all", claimsfile.Date{Value: "PRESENT_REF"}, ""},
	}
	for _, tt := range tests {
		if got := dateMeans(tt.date); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

func TestStatement(t *testing.T) {
	tests := []struct{ reason, statement, want string }{
		{"words of another sentence", "[TikTok] sold <12>", "<i>[TikTok]</i> sold &lt;12&gt;"},
		{"an ending", "[Ada]'s", "<i>[Ada]</i>&#39;s"},
		{"half a bracket", "a] b [c", "a] b [c"},
		{"brackets in brackets", "[a [b] c]", "[a <i>[b]</i> c]"},
	}
	for _, tt := range tests {
		if got := string(statement(tt.statement)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.reason, got, tt.want)
		}
	}
}

func TestFileName(t *testing.T) {
	tests := []struct{ reason, id, want string }{
		{"a path", "articles/court.txt", "court"},
		{"a path of another system", `C:\articles\court.txt`, "court"},
		{"standard input", "-", "article"},
		{"nothing", "", "article"},
		{"a row", "rows.jsonl:12", "rows"},
		{"signs of headers", "a\"; b\r\n.html", "ab"},
		{"other letters", "ведомости", "article"},
	}
	for _, tt := range tests {
		if got := FileName(tt.id); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// TestClaims checks what the cards of one article show.
func TestClaims(t *testing.T) {
	text := "Ada Lee said on Monday that the town had not sold 12 cars in 2019. She left."
	day, err := time.Parse(time.DateOnly, "2020-07-10")
	if err != nil {
		t.Fatal(err)
	}
	f := fileOf(t, extract.Article{ID: "-", Source: "The Post", Published: day, PublishedFrom: extract.FromFlag, Text: text})
	v := viewOf(t, f)
	if len(v.Claims) == 0 {
		t.Fatal("no claims")
	}
	c := v.Claims[0]
	if diff := cmp.Diff([]Said{{"Ada Lee", "said"}}, c.Said); diff != "" {
		t.Errorf("said: %s", diff)
	}
	if diff := cmp.Diff([]Note{{"negative", "negated", "not"}}, c.Notes); diff != "" {
		t.Errorf("notes: %s", diff)
	}
	if diff := cmp.Diff([]Fact{{"number", "q1", "12 cars", "12"}, {"date", "d2", "2019", "2019"}}, c.Facts); diff != "" {
		t.Errorf("facts: %s", diff)
	}
	want := "“the town had not sold 12 cars in 2019” — Ada Lee (said). Untitled article, The Post, 2020-07-10, characters 28–65."
	if c.Citation != want {
		t.Errorf("citation %s, want %s", c.Citation, want)
	}
	if c.Parts != "negation 41 44;source 8 12;source 0 7" {
		t.Errorf("parts %q", c.Parts)
	}
	if len(v.Timeline) != 1 || v.Timeline[0].When != "2019" || v.Timeline[0].Events[0].Words != "" {
		t.Errorf("timeline %+v", v.Timeline)
	}
	if len(v.Figures) != 1 || v.Figures[0].Claim != "c1" || v.Figures[0].Means != "12" {
		t.Errorf("figures %+v", v.Figures)
	}
	if len(v.Speakers) == 0 || v.Speakers[0] != (Choice{"e1", "Ada Lee", 1}) && v.Speakers[1] != (Choice{"e1", "Ada Lee", 1}) {
		t.Errorf("speakers %+v", v.Speakers)
	}
}

// TestTimelineWords: the words of a date stand beside a claim that does not hold
// them, as when they tell when it was said.
func TestTimelineWords(t *testing.T) {
	v := viewOf(t, fileOf(t, extract.Article{ID: "a", Text: "Ada Lee said on 3 May 2020 that the town had sold 12 cars."}))
	if len(v.Timeline) != 1 || len(v.Timeline[0].Events) != 1 {
		t.Fatalf("timeline %+v", v.Timeline)
	}
	if e := v.Timeline[0].Events[0]; !e.Said || e.Words != "on 3 May 2020" && e.Words != "3 May 2020" {
		t.Errorf("event %+v", e)
	}
}
