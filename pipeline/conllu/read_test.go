package conllu_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/factline/factline/pipeline/conllu"
)

// treebank is a file with everything that Read keeps, and nothing else.
const treebank = `# newdoc id = weather
# newpar
# sent_id = weather-1
# text = It doesn't rain (much).
1	It	it	PRON	PRP	Case=Nom|Number=Sing	4	nsubj	_	_
2-3	doesn't	_	_	_	_	_	_	_	_
2	does	do	AUX	VBZ	_	4	aux	_	_
3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
4	rain	rain	VERB	VB	VerbForm=Inf	0	root	_	_
5	(	(	PUNCT	-LRB-	_	6	punct	_	SpaceAfter=No
6	much	much	ADV	RB	_	4	advmod	_	SpaceAfter=No
7	)	)	PUNCT	-RRB-	_	6	punct	_	SpaceAfter=No
8	.	.	PUNCT	.	_	4	punct	_	_

# newdoc
# text = _ it's
1	_	_	SYM	_	_	_	_	_	_
2-3	it's	_	_	_	_	_	_	_	SpaceAfter=No
2	it	_	_	_	_	_	_	_	_
3	's	_	_	_	_	_	_	_	_

`

func TestRead(t *testing.T) {
	got, err := conllu.Read(strings.NewReader(treebank))
	if err != nil {
		t.Fatal(err)
	}
	none := conllu.NoHead
	want := []conllu.Sentence{
		{
			NewDoc: true, DocID: "weather", NewPar: true, ID: "weather-1", Text: "It doesn't rain (much).",
			Words: []conllu.Word{
				{"It", "it", "PRON", "PRP", "Case=Nom|Number=Sing", 4, "nsubj", ""},
				{"does", "do", "AUX", "VBZ", "", 4, "aux", ""},
				{"n't", "not", "PART", "RB", "Polarity=Neg", 4, "advmod", ""},
				{"rain", "rain", "VERB", "VB", "VerbForm=Inf", 0, "root", ""},
				{"(", "(", "PUNCT", "-LRB-", "", 6, "punct", "SpaceAfter=No"},
				{"much", "much", "ADV", "RB", "", 4, "advmod", "SpaceAfter=No"},
				{")", ")", "PUNCT", "-RRB-", "", 6, "punct", "SpaceAfter=No"},
				{".", ".", "PUNCT", ".", "", 4, "punct", ""},
			},
			Multiwords: []conllu.Multiword{{1, 3, "doesn't", ""}},
		},
		{
			NewDoc: true, Text: "_ it's",
			Words: []conllu.Word{
				{"_", "_", "SYM", "", "", none, "", ""}, {"it", "", "", "", "", none, "", ""}, {"'s", "", "", "", "", none, "", ""},
			},
			Multiwords: []conllu.Multiword{{1, 3, "it's", "SpaceAfter=No"}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestReadLoose: what is no part of a Sentence is passed over, and files come
// with line ends of other systems and without the last empty line.
func TestReadLoose(t *testing.T) {
	want, err := conllu.Read(strings.NewReader(treebank))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ reason, text string }{
		{"no empty line at the end", strings.TrimRight(treebank, "\n")},
		{"more empty lines than needed", "\n\n" + strings.ReplaceAll(treebank, "\n\n", "\n\n\n")},
		{"line ends of Windows", strings.ReplaceAll(treebank, "\n", "\r\n")},
		{"an empty node", strings.Replace(treebank, "5\t(", "4.1\tmuch\t_\t_\t_\t_\t_\t_\t4:dep\t_\n5\t(", 1)},
		{"enhanced dependencies", strings.Replace(treebank, "root\t_\t_", "root\t0:root\t_", 1)},
		{"comments of others", "# global.columns = ID\n# generator\n" + treebank},
		{"a paragraph with a name", strings.Replace(treebank, "# newpar", "# newpar id = p1", 1)},
		{"a head line without sentences", "# newdoc id = empty\n\n" + treebank},
	}
	for _, tt := range tests {
		got, err := conllu.Read(strings.NewReader(tt.text))
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.reason, diff)
		}
	}
}

func TestReadErrors(t *testing.T) {
	const rest = "\tx\t_\t_\t_\t_\t_\t_\t_\t_\n"
	tests := []struct{ reason, text, want string }{
		{"too few columns", "1\tx\t_\n", "line 1: 3 columns, want 10"},
		{"too many columns", "1" + strings.TrimSuffix(rest, "\n") + "\t_\n", "line 1: 11 columns, want 10"},
		{"an empty column", "# text = x\n1\tx\t_\t_\t\t_\t_\t_\t_\t_\n", "line 2: column 5 is empty"},
		{"no ID", "one" + rest, `line 1: ID "one", want 1`},
		{"an ID left out", "1" + rest + "3" + rest, `line 2: ID "3", want 2`},
		{"a sentence that does not begin at 1", "1" + rest + "\n2" + rest, `line 3: ID "2", want 1`},
		{"a range that is none", "1-x" + rest, `line 1: ID "1-x" is no range`},
		{"a range of one word", "1-1" + rest, `line 1: range "1-1" is out of order`},
		{"a range after its words", "1" + rest + "1-2" + rest, `line 2: range "1-2" is out of order`},
		{"a range inside another", "1-3" + rest + "1" + rest + "2-3" + rest, `line 3: range "2-3" is out of order`},
		{"a range without its words", "1-2" + rest + "1" + rest + "\n", "line 3: a multiword token lacks words"},
		{"the same at the end of the file", "1-2" + rest + "1" + strings.TrimSuffix(rest, "\n"), "line 2: a multiword token lacks words"},
		{"a head that is no number", "1\tx\t_\t_\t_\t_\tx\t_\t_\t_\n", `line 1: HEAD "x" is neither 0 nor an ID`},
		{"a negative head", "1\tx\t_\t_\t_\t_\t-1\t_\t_\t_\n", `line 1: HEAD "-1" is neither 0 nor an ID`},
		{"a head in another sentence", "1\tx\t_\t_\t_\t_\t2\t_\t_\t_\n\n", "line 2: HEAD 2 of word 1 is beyond the sentence"},
	}
	for _, tt := range tests {
		good := "1" + rest + "\n"
		if _, err := conllu.Read(strings.NewReader(tt.text)); err == nil || err.Error() != tt.want {
			t.Errorf("%s: got %v, want %s", tt.reason, err, tt.want)
		}
		if got, _ := conllu.Read(strings.NewReader(good + tt.text)); len(got) == 0 {
			t.Errorf("%s: the sentence before it is lost", tt.reason)
		}
	}
	broken := errors.New("broken")
	if _, err := conllu.Read(io.MultiReader(strings.NewReader(treebank), iotest.ErrReader(broken))); err != broken {
		t.Errorf("a file that cannot be read: %v", err)
	}
}

func write(t *testing.T, sentences []conllu.Sentence) string {
	t.Helper()
	var b strings.Builder
	if err := conllu.Write(&b, sentences); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRoundTrip(t *testing.T) {
	documents := map[string]string{
		"a treebank":         treebank,
		"an encoded article": encode(t, document("It ca|n't\nstay|./ No|!/ (|We|'ll see|.|)/")),
	}
	for name, text := range documents {
		sentences, err := conllu.Read(strings.NewReader(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(text, write(t, sentences)); diff != "" {
			t.Errorf("%s: (-text +written)\n%s", name, diff)
		}
	}
}

// FuzzRead: nothing makes Read panic, the structure of what it returns holds,
// and written and read again it is the same.
func FuzzRead(f *testing.F) {
	f.Add(treebank)
	f.Add("1-2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n")
	f.Add("# text = \r\n1\t\u00a0\t_\t_\t_\t_\t0\t_\t_\t\r_\n")
	f.Fuzz(func(t *testing.T, text string) {
		sentences, err := conllu.Read(strings.NewReader(text))
		for _, s := range sentences {
			last := 0
			for _, m := range s.Multiwords {
				if m.Start < last || m.End < m.Start+2 || m.End > len(s.Words) {
					t.Errorf("multiword token %d..%d in %d words", m.Start, m.End, len(s.Words))
				}
				last = m.End
			}
			for _, word := range s.Words {
				if word.Form == "" || word.Head < conllu.NoHead || word.Head > len(s.Words) {
					t.Errorf("word %+v in %d words", word, len(s.Words))
				}
			}
		}
		again, writtenErr := conllu.Read(strings.NewReader(write(t, sentences)))
		if writtenErr != nil {
			t.Errorf("written: %v (read: %v)", writtenErr, err)
		}
		if diff := cmp.Diff(sentences, again); diff != "" {
			t.Errorf("(-read +written and read)\n%s", diff)
		}
	})
}

// FuzzEncode: what Encode writes of any document, Read returns with the same
// number of sentences and words.
func FuzzEncode(f *testing.F) {
	f.Add("It ca|n't\nstay|./ No|!/", "a b")
	f.Add("\x1c|a\u00a0b|\x00", "\t")
	f.Fuzz(func(t *testing.T, marked, id string) {
		doc := document(marked)
		doc.ID = id
		sentences, err := conllu.Read(strings.NewReader(encode(t, doc)))
		if err != nil {
			t.Fatal(err)
		}
		if len(sentences) != len(doc.Sentences) {
			t.Fatalf("%d sentences, want %d", len(sentences), len(doc.Sentences))
		}
		for i, s := range sentences {
			if want := int(doc.Sentences[i].Len()); len(s.Words) != want {
				t.Errorf("sentence %d: %d words, want %d", i, len(s.Words), want)
			}
		}
	})
}
