package ner

import (
	"bytes"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/model"
	"github.com/factline/factline/internal/ner"
)

// read splits a text at blanks, a sentence a line.
func read(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	at, first := int32(0), int32(0)
	for line := range strings.Lines(text) {
		for word := range strings.FieldsSeq(line) {
			start := at + int32(strings.Index(text[at:], word))
			at = start + int32(len(word))
			class := extract.ClassLower
			if 'A' <= word[0] && word[0] <= 'Z' {
				class = extract.ClassTitle
			}
			doc.Tokens = append(doc.Tokens, extract.Token{Span: extract.Span{Start: start, End: at}, Form: extract.FormOf(word), Class: class})
		}
		end := int32(len(doc.Tokens))
		doc.Sentences = append(doc.Sentences, extract.Sentence{TokenRange: extract.TokenRange{Start: first, End: end}})
		first = end
	}
	return doc
}

func told(doc *extract.Document) []ner.Word {
	words := make([]ner.Word, len(doc.Tokens))
	for i, t := range doc.Tokens {
		words[i] = ner.Word{Text: doc.Word(int32(i)), Form: t.Form, Class: t.Class}
	}
	return words
}

const rows = `{"id":"1","text":"é Arvo Velm came\nthe Velmex grew","types":["PERSON","ORG","PLACE"],"gold":[{"start":2,"end":11,"type":"PERSON"},{"start":17,"end":27,"type":"ORG"}]}
{"id":"2","text":"They met Arvo Velm","types":["PERSON","ORG","PLACE"],"gold":[{"start":9,"end":18,"type":"PERSON"}]}
{"id":"3","text":"They sold Velmex","types":["PERSON","ORG","PLACE"],"gold":[{"start":10,"end":16,"type":"ORG"}]}
`

func TestLabel(t *testing.T) {
	texts, err := Parse([]byte(rows))
	if err != nil {
		t.Fatal(err)
	}
	doc := read(texts[0].Text)
	sets := Label(&texts[0], doc, told(doc))
	want := []tagSet{noName, setOf(extract.Person, ner.Begin), setOf(extract.Person, ner.End), noName, noName, setOf(extract.Org, ner.Single), noName}
	for i, set := range sets {
		if len(sets) != len(want) || set != want[i] {
			t.Fatalf("got %b, want %b", sets, want)
		}
	}
	doc = read("Arvo sold it")
	words := told(doc)
	for _, test := range []struct {
		kind   extract.EntityType
		want   tagSet
		reason string
	}{
		{extract.Work, noName | setOf(extract.Work, ner.Single), "what the text does not annotate"},
		{extract.Person, noName, "what it does annotate"},
		{extract.EntityUnknown, noName, "a guess without type"},
	} {
		words[0].Guess = ner.GuessOf(test.kind, ner.Single)
		if got := Label(&Text{Types: texts[2].Types}, doc, words)[0]; got != test.want {
			t.Errorf("%s: got %b, want %b", test.reason, got, test.want)
		}
	}
}

func TestTrain(t *testing.T) {
	texts, err := Parse([]byte(strings.Repeat(rows, 20)))
	if err != nil {
		t.Fatal(err)
	}
	options := Defaults
	options.Read, options.Words, options.Log = read, told, func(string, ...any) {}
	options.Keep = 2000
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if _, err := Train(texts, options).WriteTo(b); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two trainings differ")
	}
	file, err := model.Read(first.Bytes(), ner.Kind, ner.Version)
	if err != nil {
		t.Fatal(err)
	}
	m, err := ner.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	doc := read("Then Arvo Velm sold Velmex")
	tags := ner.NewTagger(m).Tag(told(doc))
	want := []ner.Tag{0, ner.TagOf(extract.Person, ner.Begin), ner.TagOf(extract.Person, ner.End), 0, ner.TagOf(extract.Org, ner.Single)}
	for i := range want {
		if tags[i] != want[i] {
			t.Fatalf("got %v, want %v", tags, want)
		}
	}
}

func TestCopies(t *testing.T) {
	text := Text{Text: "They met Arvo of the bank’s board\nand left"}
	if got, ok := Shout(text); !ok || got.Text != "THEY MET ARVO OF THE BANK’S BOARD\nAND LEFT" {
		t.Errorf("%v %q", ok, got.Text)
	}
	if got, ok := Headline(text); !ok || got.Text != "They Met Arvo of the Bank’s Board\nand left" {
		t.Errorf("%v %q", ok, got.Text)
	}
	if _, ok := Shout(Text{Text: "ß"}); ok {
		t.Error("a letter that grows moves the names")
	}
}
