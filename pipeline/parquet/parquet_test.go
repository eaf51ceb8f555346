package parquet_test

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	pq "github.com/parquet-go/parquet-go"

	"github.com/factline/factline/pipeline/parquet"
	"github.com/factline/factline/pipeline/row"
)

func sample(i int) row.Row {
	x := float64(i)
	r := row.Row{
		ArticleID: "a.txt", ClaimID: fmt.Sprintf("c%d", i), Start: int64(i), End: int64(i) + 3, Text: "x", Statement: "x",
		Predicate: "is", PredicateLemma: "be", Polarity: "positive", Modality: "asserted", Score: 0.5,
		Speakers: []row.Speaker{}, Quantities: []row.Quantity{}, Dates: []row.Date{},
		Corrects: []string{}, CorrectedBy: []string{}, SameAs: []string{},
	}
	if i%2 == 0 {
		r.Speakers = append(r.Speakers, row.Speaker{Speaker: "He", Cue: "said"}, row.Speaker{Entity: "Ann Lee"})
		r.Quantities = append(r.Quantities, row.Quantity{Text: "59", Kind: "count", Value: &x, Modifier: "exact"})
		r.Dates = append(r.Dates, row.Date{Text: "Monday", Type: "DATE", Value: "XXXX-WXX-1"})
		r.Corrects = append(r.Corrects, "c9", "c8")
	}
	return r
}

// TestWrite: what is read back is what was written, over several row groups, and
// what is not known is null.
func TestWrite(t *testing.T) {
	var want []row.Row
	for i := range 50_000 {
		want = append(want, sample(i))
	}
	var b bytes.Buffer
	w := parquet.NewWriter(&b)
	for part := want; len(part) > 0; part = part[min(7, len(part)):] {
		if err := w.Write(part[:min(7, len(part))]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := pq.Read[row.Row](bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want[:10], got[:10]); diff != "" || !cmp.Equal(want, got) {
		t.Errorf("%d rows, want %d (-want +got)\n%s", len(got), len(want), diff)
	}
	f, err := pq.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(f.RowGroups()); n < 2 {
		t.Errorf("%d row groups: everything was held in memory", n)
	}
}

// TestNothing: a file without claims can be read.
func TestNothing(t *testing.T) {
	var b bytes.Buffer
	if err := parquet.NewWriter(&b).Close(); err != nil {
		t.Fatal(err)
	}
	got, err := pq.Read[row.Row](bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil || len(got) != 0 {
		t.Errorf("%d rows, %v", len(got), err)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestWriteError(t *testing.T) {
	w := parquet.NewWriter(full{})
	if err := errors.Join(w.Write([]row.Row{sample(1)}), w.Close()); err == nil {
		t.Error("no error")
	}
}
