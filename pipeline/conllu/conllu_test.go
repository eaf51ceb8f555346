package conllu_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/conllu"
)

// document makes a document of marked text: "|" is a border between two tokens
// that stand together, "/" ends a sentence.
func document(marked string) *extract.Document {
	text := strings.NewReplacer("|", "", "/", "").Replace(marked)
	doc := extract.NewDocument(extract.Article{ID: "a b", Text: text})
	at, sentence := int32(0), int32(0)
	for _, part := range strings.SplitAfter(marked, "/") {
		for _, word := range strings.FieldsFunc(strings.TrimSuffix(part, "/"), func(r rune) bool { return strings.ContainsRune(" \n|", r) }) {
			start := at + int32(strings.Index(text[at:], word))
			at = start + int32(len(word))
			class := extract.ClassLower
			switch {
			case strings.ContainsAny(word[:1], "0123456789"):
				class = extract.ClassDigits
			case strings.ContainsAny(word[:1], ".,-()\"?") || word == "'":
				class = extract.ClassPunct
			}
			doc.Tokens = append(doc.Tokens, extract.Token{Span: extract.Span{Start: start, End: at}, Class: class})
			doc.Tags = append(doc.Tags, extract.Tag{POS: extract.NOUN, Penn: extract.PennNN, Lemma: strings.ToLower(word)})
		}
		end := int32(len(doc.Tokens))
		if end > sentence {
			doc.Sentences = append(doc.Sentences, extract.Sentence{TokenRange: extract.TokenRange{Start: sentence, End: end}})
		}
		sentence = end
	}
	return doc
}

func encode(t *testing.T, doc *extract.Document) string {
	t.Helper()
	var b strings.Builder
	if err := conllu.Encode(&b, doc); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEncode(t *testing.T) {
	doc := document("It ca|n't\nstay|./ No|!/")
	doc.Paragraphs = []extract.TokenRange{{Start: 0, End: 7}}
	want := `# newdoc id = a b
# newpar
# sent_id = a b-1
# text = It can't stay.
1	It	it	NOUN	NN	_	_	_	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	ca	NOUN	NN	_	_	_	_	_
3	n't	n't	NOUN	NN	_	_	_	_	_
4	stay	stay	NOUN	NN	_	_	_	_	SpaceAfter=No
5	.	.	NOUN	NN	_	_	_	_	_

# sent_id = a b-2
# text = No!
1	No	no	NOUN	NN	_	_	_	_	SpaceAfter=No
2	!	!	NOUN	NN	_	_	_	_	_

`
	if diff := cmp.Diff(want, encode(t, doc)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestMultiwordTokens(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"a clitic", "we|'ll", "we'll"},
		{"with a curly apostrophe", "it|’s", "it’s"},
		{"of an abbreviation", "U.S.|'s", "U.S.'s"},
		{"of a number", "2020|'s", "2020's"},
		{"two clitics", "should|n't|'ve", "shouldn't've"},
		{"two words written as one", "can|not", "cannot"},
		{"a hyphen stands alone", "far|-|reaching", ""},
		{"a unit stands alone", "15|km", ""},
		{"a year cut short is no clitic", "of|'98", ""},
		{"a bracket", "a|(|b|)", ""},
		{"an apostrophe that closes a quotation", "dogs|'", ""},
		{"a full stop", "dogs|.", ""},
		{"words with a blank between them", "dogs bark", ""},
		{"a clitic after a blank", "dogs 's", ""},
	}
	for _, tt := range tests {
		got := ""
		for line := range strings.Lines(encode(t, document(tt.text))) {
			columns := strings.Split(line, "\t")
			if strings.Contains(columns[0], "-") && len(columns) == 10 {
				got += columns[1]
			}
		}
		if got != tt.want {
			t.Errorf("%s: %s: got %q, want %q", tt.reason, tt.text, got, tt.want)
		}
	}
}

// TestPossessive: the tag tells the apostrophe of a possessive.
func TestPossessive(t *testing.T) {
	doc := document("dogs|' tails")
	doc.Tags[1].Penn = extract.PennPOS
	if got := encode(t, doc); !strings.Contains(got, "1-2\tdogs'\t") {
		t.Errorf("no multiword token in\n%s", got)
	}
}

// TestBlanks: no blank gets into a column or breaks a comment, and no column is
// empty.
func TestBlanks(t *testing.T) {
	doc := extract.NewDocument(extract.Article{ID: "a\nb\tc", Text: "1\u00a0000 \x1c"})
	doc.Tokens = []extract.Token{{Span: extract.Span{Start: 0, End: 6}}, {Span: extract.Span{Start: 7, End: 8}}}
	doc.Sentences = []extract.Sentence{{TokenRange: extract.TokenRange{Start: 0, End: 2}}}
	want := "# newdoc id = a b c\n# sent_id = a b c-1\n# text = 1 000\n" +
		"1\t1000\t_\t_\t_\t_\t_\t_\t_\t_\n2\t_\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
	if diff := cmp.Diff(want, encode(t, doc)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := encode(t, extract.NewDocument(extract.Article{ID: "x"})); got != "# newdoc id = x\n\n" {
		t.Errorf("a document without tokens: %q", got)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestWriteError(t *testing.T) {
	if err := conllu.Encode(full{}, document("a b")); err == nil {
		t.Error("no error")
	}
}
