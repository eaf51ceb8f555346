package prose

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	upstream "github.com/jdkato/prose/v2"

	"github.com/factline/factline/extract"
)

func tagged(words ...string) string {
	tags := make([]extract.Penn, len(words))
	NewTagger(Load()).Tag(words, tags)
	return fmt.Sprint(tags)
}

// Sentences without repeated words, contractions and quotation marks, for
// which prose's own entry gives one tag per word.
var plain = []string{
	"The company revealed on Wednesday that it had removed many videos because they broke content rules .",
	"Ministers will meet again in Paris next week to discuss a new treaty , officials said .",
	"Heavy rain flooded 4,000 homes near Northport in 1998 and destroyed two old bridges .",
	"She quickly sold her well-known gallery for $ 12 million .",
	"Why did nobody warn those residents ?",
}

func TestAgreesWithProse(t *testing.T) {
	for _, text := range plain {
		doc, err := upstream.NewDocument(text, upstream.WithExtraction(false), upstream.WithSegmentation(false))
		if err != nil {
			t.Fatal(err)
		}
		words, want := strings.Fields(text), []string{}
		for _, token := range doc.Tokens() {
			want = append(want, pennOf(token.Tag).String())
		}
		if got := tagged(words...); got != fmt.Sprint(want) {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestTag(t *testing.T) {
	tests := []struct {
		reason string
		words  []string
		want   string
	}{
		{"no words", nil, "[]"},
		{"a clitic keeps its place", []string{"It", "ca", "n't", "."}, "[PRP MD RB .]"},
		{"repeats of a word have tags of their own", []string{"They", "work", "to", "find", "work", "."}, "[PRP VBP TO VB NN .]"},
		{"a word of nothing", []string{""}, "[NN]"},
		{"letters that grow in lower case", []string{"ȺȺȺȺ's"}, "[NN]"},
	}
	for _, test := range tests {
		if got := tagged(test.words...); got != test.want {
			t.Errorf("%s: tags of %q are %s, want %s", test.reason, test.words, got, test.want)
		}
	}
}

func TestTaggerKeepsNothing(t *testing.T) {
	tagger := NewTagger(Load())
	words := strings.Fields(plain[0])
	first, again := make([]extract.Penn, len(words)), make([]extract.Penn, len(words))
	tagger.Tag(words, first)
	tagger.Tag([]string{"Something", "else"}, again[:2])
	tagger.Tag(words, again)
	if !slices.Equal(first, again) {
		t.Errorf("the same sentence has the tags %v, then %v", first, again)
	}
}

func TestKnows(t *testing.T) {
	if !Load().Knows("company") || Load().Knows("Northport") {
		t.Errorf("Knows(company) = %v, Knows(Northport) = %v; want true, false", Load().Knows("company"), Load().Knows("Northport"))
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load()
	}
}

func BenchmarkTag(b *testing.B) {
	words := strings.Fields(strings.Join(plain, " "))
	tags := make([]extract.Penn, len(words))
	tagger := NewTagger(Load())
	b.ReportAllocs()
	for b.Loop() {
		tagger.Tag(words, tags)
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}
