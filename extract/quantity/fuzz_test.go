package quantity_test

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/quantity"
	"github.com/factline/factline/internal/stagetest"
)

func FuzzQuantity(f *testing.F) {
	for _, rule := range quantity.Rules() {
		f.Add(rule[1])
	}
	f.Add("between $2-3bn and 5' 10\" per of of the (4 km/h a-b 1-1–1 to to 7 or 8, 30' 20\" A $5 US")
	f.Fuzz(func(t *testing.T, text string) {
		doc := quantities(text)
		end := int32(0)
		for _, q := range doc.Quantities {
			if q.Start < end || q.Empty() || int(q.End) > len(doc.Tokens) {
				t.Fatalf("quantity %v after token %d of %d", q.TokenRange, end, len(doc.Tokens))
			}
			end = q.End
			for _, inner := range append(q.Concept, q.Counted) {
				if inner.Start < 0 || inner.End < inner.Start || int(inner.End) > len(doc.Tokens) {
					t.Fatalf("%q: part %v", doc.TextOf(q.TokenRange), inner)
				}
			}
			if q.Low.Known != q.High.Known || q.Value.Known && q.Low.Known || q.Low.Float > q.High.Float || math.IsNaN(q.Value.Float) {
				t.Fatalf("%q: %+v", doc.TextOf(q.TokenRange), q)
			}
			if q.Counted.Empty() != (q.CountedLemma == "") || q.Rule == "" {
				t.Fatalf("%q: %+v", doc.TextOf(q.TokenRange), q)
			}
		}
		if again := quantities(text); !reflect.DeepEqual(doc.Quantities, again.Quantities) {
			t.Fatal("two runs differ")
		}
	})
}

// TestManyQuantities would run for minutes if the time were quadratic.
func TestManyQuantities(t *testing.T) {
	stage := quantity.Stage()
	for _, piece := range []string{"7 cats, ", "$2-3bn ", "between 3 and ", "4 ", "up to over about 5 ", "6 other red-owned "} {
		doc := quantities(strings.Repeat(piece, 10_000))
		doc.Quantities = nil
		stage.Apply(doc)
		if piece == "7 cats, " && len(doc.Quantities) != 10_000 {
			t.Errorf("%d quantities, want 10000", len(doc.Quantities))
		}
	}
}

func BenchmarkQuantity(b *testing.B) {
	stagetest.Benchmark(b, quantity.Stage(), func(text string) *extract.Document {
		doc := quantities(text)
		doc.Quantities = nil
		return doc
	})
}
