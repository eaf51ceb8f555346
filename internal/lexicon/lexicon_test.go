package lexicon

import (
	"strings"
	"testing"

	"github.com/factline/factline/extract"
)

// document makes a document whose tokens are the words between blanks.
func document(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	at := 0
	for _, word := range strings.Fields(text) {
		start := at + strings.Index(text[at:], word)
		at = start + len(word)
		doc.Tokens = append(doc.Tokens, extract.Token{
			Span: extract.Span{Start: int32(start), End: int32(at)},
			Form: extract.FormOf(word),
		})
	}
	return doc
}

func TestLongest(t *testing.T) {
	lex := New([]string{"per cent", "per", "New York", "New York Times", "per"})
	tests := []struct {
		reason, text string
		at           int32
		row          int
		end          int32
		ok           bool
	}{
		{"a word alone", "20 per week", 1, 1, 2, true},
		{"the longer phrase wins", "20 per cent", 1, 0, 3, true},
		{"case does not matter", "THE NEW YORK TIMES", 1, 3, 4, true},
		{"a phrase cut by the end of the text is not found", "in New", 1, 0, 1, false},
		{"a shorter phrase inside a broken longer one", "New York Time", 0, 2, 2, true},
		{"no such word", "cent per", 0, 0, 0, false},
		{"past the end", "per", 1, 0, 1, false},
	}
	for _, test := range tests {
		row, end, ok := lex.Longest(document(test.text), test.at)
		if row != test.row || end != test.end || ok != test.ok {
			t.Errorf("%s: Longest(%q, %d) = %d, %d, %v; want %d, %d, %v",
				test.reason, test.text, test.at, row, end, ok, test.row, test.end, test.ok)
		}
	}
}

func TestWord(t *testing.T) {
	lex := New([]string{"New York", "york"})
	if _, ok := lex.Word(extract.FormOf("new")); ok {
		t.Error(`Word("new") found, but it stands only in a longer phrase`)
	}
	if row, ok := lex.Word(extract.FormOf("York")); !ok || row != 1 {
		t.Errorf(`Word("York") = %d, %v; want 1, true`, row, ok)
	}
}

func TestRows(t *testing.T) {
	rows := Rows("x.tsv", "# head\nkilometre\tkm\n\nmile\t\n", 2)
	if len(rows) != 2 || rows[0][1] != "km" || rows[1][0] != "mile" || rows[1][1] != "" {
		t.Errorf("Rows = %q", rows)
	}
	defer func() {
		if r := recover(); r == nil || !strings.Contains(r.(string), "x.tsv:2: 1 columns, want 2") {
			t.Errorf("panic %v, want one that names file and line", r)
		}
	}()
	Rows("x.tsv", "a\tb\nc\n", 2)
}
