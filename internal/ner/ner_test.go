package ner_test

import (
	"bytes"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/model"
	"github.com/factline/factline/internal/ner"
)

func TestTags(t *testing.T) {
	seen := map[ner.Tag]bool{ner.Outside: true}
	for kind := extract.Person; kind <= extract.Work; kind++ {
		for part := ner.Begin; part <= ner.Single; part++ {
			tag := ner.TagOf(kind, part)
			if seen[tag] || int(tag) >= ner.Tags || tag.Kind() != kind || tag.Part() != part {
				t.Errorf("tag %d of %v %d is %v %d", tag, kind, part, tag.Kind(), tag.Part())
			}
			seen[tag] = true
		}
	}
	if len(seen) != ner.Tags {
		t.Errorf("%d tags, want %d", len(seen), ner.Tags)
	}
}

func TestFollows(t *testing.T) {
	person := func(p ner.Part) ner.Tag { return ner.TagOf(extract.Person, p) }
	org := func(p ner.Part) ner.Tag { return ner.TagOf(extract.Org, p) }
	for _, test := range []struct {
		before, tag ner.Tag
		want        bool
		reason      string
	}{
		{ner.Outside, person(ner.Begin), true, "a name begins"},
		{ner.Outside, person(ner.End), false, "a name cannot end that has not begun"},
		{person(ner.Begin), ner.Outside, false, "a name has to end"},
		{person(ner.Begin), person(ner.Inside), true, "a name goes on"},
		{person(ner.Begin), org(ner.End), false, "a name has one type"},
		{person(ner.End), org(ner.Single), true, "one name after another"},
		{person(ner.Single), person(ner.Inside), false, "a single word is a whole name"},
	} {
		if got := test.tag.Follows(test.before); got != test.want {
			t.Errorf("%s: %v", test.reason, got)
		}
	}
}

// words makes words from their text alone.
func words(texts ...string) []ner.Word {
	all := make([]ner.Word, len(texts))
	for i, text := range texts {
		all[i] = ner.Word{Text: text, Form: extract.FormOf(text), Class: extract.ClassTitle}
		if text[0] >= 'a' {
			all[i].Class = extract.ClassLower
		}
	}
	return all
}

// small is a model that knows two words: "Arvo" begins the name of a person,
// "Velm" ends it.
func small(t *testing.T) *ner.Model {
	t.Helper()
	var s ner.Sentence
	s.Look(words("Arvo", "Velm"))
	first, _ := s.Features(0)
	rows := []ner.Row{{Feature: first[0], Cells: []ner.Cell{{Tag: ner.TagOf(extract.Person, ner.Begin), Weight: 100}}}}
	second, _ := s.Features(1)
	rows = append(rows, ner.Row{Feature: second[0], Cells: []ner.Cell{
		{Tag: ner.TagOf(extract.Person, ner.End), Weight: 60},
		{Tag: ner.TagOf(extract.Org, ner.Single), Weight: 70},
	}})
	file := model.New(ner.Kind, ner.Version)
	model.Add(file, "steps", make([]int16, ner.Tags*ner.Tags))
	ner.Pack(rows).AddTo(file)
	var b bytes.Buffer
	if _, err := file.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	read, err := model.Read(b.Bytes(), ner.Kind, ner.Version)
	if err != nil {
		t.Fatal(err)
	}
	m, err := ner.Decode(read)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestTag(t *testing.T) {
	tagger := ner.NewTagger(small(t))
	for _, test := range []struct {
		words  []ner.Word
		want   []ner.Tag
		reason string
	}{
		{words("saw", "Arvo", "Velm"), []ner.Tag{0, ner.TagOf(extract.Person, ner.Begin), ner.TagOf(extract.Person, ner.End)}, "the best row"},
		{words("saw", "Velm"), []ner.Tag{0, ner.TagOf(extract.Org, ner.Single)}, "an end without a beginning is impossible"},
		{words("Arvo"), []ner.Tag{0}, "a beginning without an end is impossible"},
		{nil, nil, "no words"},
	} {
		got := tagger.Tag(test.words)
		for i := range got {
			if len(got) != len(test.want) || got[i] != test.want[i] {
				t.Errorf("%s: got %v, want %v", test.reason, got, test.want)
				break
			}
		}
	}
	never := words("Velm")
	never[0].Never = true
	if got := tagger.Tag(never); got[0] != ner.Outside {
		t.Errorf("a word that can be in no name has tag %d", got[0])
	}
}

func TestDecodeRefuses(t *testing.T) {
	file := model.New(ner.Kind, ner.Version)
	model.Add(file, "steps", make([]int16, 3))
	model.Add(file, "bucket-sizes", []uint16{1})
	model.Add(file, "rows", []uint16{0})
	if _, err := ner.Decode(file); err == nil {
		t.Error("a file of the wrong sizes is read")
	}
}

// TestAllocations makes sure that tagging takes no memory per word.
func TestAllocations(t *testing.T) {
	tagger := ner.NewTagger(small(t))
	sentence := words("saw", "Arvo", "Velm", "in", "Velm", "City", "today")
	tagger.Tag(sentence)
	if n := testing.AllocsPerRun(10, func() { tagger.Tag(sentence) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
