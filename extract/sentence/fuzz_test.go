package sentence_test

import (
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/token"
)

// document runs token and sentence over a text.
func document(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	token.Stage().Apply(doc)
	sentence.Stage().Apply(doc)
	return doc
}

// check fails when the layers of a text break a promise of the package.
func check(t *testing.T, text string) {
	t.Helper()
	doc := document(text)
	paragraph, at := 0, int32(0)
	for i, p := range doc.Paragraphs {
		if p.Start != at || p.Empty() {
			t.Fatalf("paragraph %d is %v after one that ends at %d", i, p, at)
		}
		at = p.End
	}
	if int(at) != len(doc.Tokens) {
		t.Fatalf("paragraphs end at token %d of %d", at, len(doc.Tokens))
	}
	at = 0
	for i, s := range doc.Sentences {
		if s.Start != at || s.Empty() {
			t.Fatalf("sentence %d is %v after one that ends at %d", i, s, at)
		}
		for !doc.Paragraphs[paragraph].Contains(s.Start) {
			paragraph++
		}
		if !doc.Paragraphs[paragraph].Covers(s.TokenRange) {
			t.Fatalf("sentence %d %v leaves its paragraph %v", i, s, doc.Paragraphs[paragraph])
		}
		at = s.End
	}
	if int(at) != len(doc.Tokens) {
		t.Fatalf("sentences end at token %d of %d", at, len(doc.Tokens))
	}
	again := document(text)
	if !slices.Equal(doc.Sentences, again.Sentences) || !slices.Equal(doc.Paragraphs, again.Paragraphs) {
		t.Fatal("two runs differ")
	}
}

func FuzzSentences(f *testing.F) {
	for _, seed := range []string{
		"", "One. Two.", "A\nB\n\nC", "\"Why?\" he said.\"No", "LONDON (PA) - It", "By Jane Roe\n\nIt is.",
		"1. One 2. Two", "...!?[1]", "U.S. The", "a\r\n\u2029b", "'\"'\".\"'", "—", "(", "- a\n- b\nc d e f\n", "word\nword\nword\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) {
			check(t, text)
		}
	})
}
