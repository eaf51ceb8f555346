package number_test

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/number"
	"github.com/factline/factline/internal/stagetest"
)

func FuzzNumber(f *testing.F) {
	for _, rule := range number.Rules() {
		f.Add(rule.Example)
	}
	f.Add("$2-3bn, 1 000 000 000 000, 99999999999999999999999999 trillion trillion, 1.1x10^-99, ½½, five hundred and and")
	f.Fuzz(func(t *testing.T, text string) {
		doc := numbers(text)
		end := int32(0)
		for _, n := range doc.Numbers {
			if n.Start < end || n.End <= n.Start || int(n.End) > len(doc.Tokens) {
				t.Fatalf("number %v after token %d of %d", n.TokenRange, end, len(doc.Tokens))
			}
			end = n.End
			if math.IsNaN(n.Low) || math.IsInf(n.Low, 0) || math.IsInf(n.High, 0) || n.Low > n.High {
				t.Fatalf("%q: %v to %v", doc.TextOf(n.TokenRange), n.Low, n.High)
			}
			if n.Exact() == (n.Kind == extract.Vague) || n.Rule == "" {
				t.Fatalf("%q: %+v", doc.TextOf(n.TokenRange), n)
			}
		}
		if again := numbers(text); !reflect.DeepEqual(doc.Numbers, again.Numbers) {
			t.Fatal("two runs differ")
		}
	})
}

// TestManyNumbers makes sure that long rows of numbers neither merge nor take
// quadratic time: the test would run for minutes.
func TestManyNumbers(t *testing.T) {
	for _, piece := range []string{"7, ", "one ", "hundred ", "a million and ", "12 345 ", "two thousand million ", "- ", "tens of ", "half a ", "one hundred and "} {
		doc := numbers(strings.Repeat(piece, 20_000))
		if piece == "7, " && len(doc.Numbers) != 20_000 {
			t.Errorf("%d numbers, want 20000", len(doc.Numbers))
		}
	}
}

func BenchmarkNumber(b *testing.B) {
	stagetest.Benchmark(b, number.Stage(), func(text string) *extract.Document {
		doc := numbers(text)
		doc.Numbers = nil
		return doc
	})
}
