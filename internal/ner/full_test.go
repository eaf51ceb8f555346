package ner

import "testing"

// TestFullRows compares the sums of four weights in a word with those of single
// weights.
func TestFullRows(t *testing.T) {
	var rows []Row
	var fs []Feature
	var want scores
	for i := range mostFeatures {
		row := Row{Feature: feature(200, uint32(i), none, none)}
		for tag := range Tag(Tags - i%(Tags-1)) {
			weight := int16(Largest - int(tag)*i)
			if (i+int(tag))%3 == 0 || i < mostFeatures/2 {
				weight = max(-weight, -Largest)
			}
			row.Cells = append(row.Cells, Cell{tag, max(weight, -Largest)})
			want[tag] += int32(row.Cells[tag].Weight)
		}
		rows, fs = append(rows, row), append(fs, row.Feature)
	}
	packed := Pack(rows)
	if n := len(packed.Keys); n == 0 || n == len(rows) {
		t.Fatalf("%d of %d rows are full", n, len(rows))
	}
	w := newWeights(packed)
	var got scores
	w.add(fs, &got)
	if got != want {
		t.Errorf("got %v\nwant %v", got, want)
	}
	got = scores{}
	if w.add([]Feature{feature(201, 1, none, none)}, &got); got != (scores{}) {
		t.Errorf("a feature that is not there weighs %v", got)
	}
}
