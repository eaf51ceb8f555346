package tagger_test

import (
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/tagger"
)

func TestPackedWeights(t *testing.T) {
	cells := func(n int) (cells []tagger.Cell) {
		for i := range n {
			cells = append(cells, tagger.Cell{Class: uint8(i), Level: int8(i%3 - 1)})
		}
		return cells
	}
	same := tagger.Feature(0xabcdef0123456789)
	rows := []tagger.Row{
		{Feature: same, Cells: cells(40)}, // longer than one packed row
		{Feature: same ^ 0x10, Cells: cells(2)},
		{Feature: 1, Cells: cells(3)},
		{Feature: 1 << 63, Cells: cells(1)},
	}
	levels := make([]int16, 256)
	levels[1], levels[255] = 10, -10
	sizes, packed := tagger.Pack(rows)
	w := tagger.NewWeights(levels, sizes, packed)
	for _, test := range []struct {
		reason   string
		features []tagger.Feature
		class    int
		want     int32
	}{
		{"a long row", []tagger.Feature{same}, 38, 10},
		{"a negative level", []tagger.Feature{same}, 39, -10},
		{"a class without weight", []tagger.Feature{same}, 41, 0},
		{"two features add up", []tagger.Feature{1, 1 << 63}, 0, -20},
		{"an unknown feature", []tagger.Feature{0x7770}, 0, 0},
	} {
		var scores [tagger.MaxClasses]int32
		w.Score(test.features, &scores)
		if scores[test.class] != test.want {
			t.Errorf("%s: class %d scores %d, want %d", test.reason, test.class, scores[test.class], test.want)
		}
	}
}

func TestCasingOf(t *testing.T) {
	for _, test := range []struct {
		word            string
		first, headline bool
		want            tagger.Casing
	}{
		{"dog", true, false, tagger.Small}, {"Dog", true, false, tagger.TitleFirst}, {"Dog", false, false, tagger.Title},
		{"MPs", false, false, tagger.Mixed}, {"iPhone", false, false, tagger.Mixed}, {"EU", false, false, tagger.Capitals},
		{"I", false, false, tagger.Title}, {"Dog", false, true, tagger.Uncertain}, {"49", false, false, tagger.Small},
		{"Ärzte", false, false, tagger.Title}, {"", false, false, tagger.Small},
	} {
		if got := tagger.CasingOf(test.word, test.first, test.headline); got != test.want {
			t.Errorf("%q: casing %d, want %d", test.word, got, test.want)
		}
	}
}

func TestScriptOf(t *testing.T) {
	for _, test := range []struct {
		word, lemma string
		want        tagger.Script
		keep        bool
	}{
		{"stopped", "stop", tagger.Script{Strip: 3}, false},
		{"making", "make", tagger.Script{Strip: 3, Add: "e"}, false},
		{"Was", "be", tagger.Script{Strip: 3, Add: "be"}, false},
		{"Americans", "American", tagger.Script{Strip: 1}, true},
		{"i", "I", tagger.Script{Strip: 1, Add: "I"}, false},
		{"cafés", "café", tagger.Script{Strip: 1}, false},
	} {
		script, keep, ok := tagger.ScriptOf(test.word, test.lemma)
		if !ok || script != test.want || keep != test.keep {
			t.Errorf("%s, %s: %+v %v, want %+v %v", test.word, test.lemma, script, keep, test.want, test.keep)
		}
	}
}

func TestIsHeadline(t *testing.T) {
	for text, want := range map[string]bool{"Mayor Denies Selling Hall": true, "Mayor denies selling Hall": false, "a b": false} {
		var words []tagger.Word
		start := 0
		for i := 0; i <= len(text); i++ {
			if i == len(text) || text[i] == ' ' {
				word := text[start:i]
				words = append(words, tagger.Word{Text: word, Form: extract.FormOf(word)})
				start = i + 1
			}
		}
		if got := tagger.IsHeadline(words); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
