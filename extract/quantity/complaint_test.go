package quantity_test

import (
	"strings"
	"testing"
)

// TestComplaints holds what users of other programs complain about most.
func TestComplaints(t *testing.T) {
	tests := []struct{ complaint, text, want string }{
		{"a time read as picometres", "The ferry left at 2.15pm.", ""},
		{"I'm read as metres", "I'm sure that I'm late.", ""},
		{"years as counts", "In 1998 the mill closed, and in 2004 it burned.", ""},
		{"ranges averaged", "The crossing takes 10 to 12 hours.", "duration 10..12 hour [10 to 12 hours]"},
		{"bounds dropped", "Crowds exceeding 150 are banned.", "count over 150 [exceeding 150]"},
		{"one and a half thousand as 501", "The farm has one and a half thousand hens.", "count 1500 (hen) [one and a half thousand hens]"},
		{"one the pronoun", "She wants the red one, and no one knows which one.", ""},
		{"two $500 checks as $2", "He wrote two $500 cheques.", "count 2 (cheque) [two]; money 500 dollar [$500]"},
		{"816 000 t as 816", "The mine yields 816 000 t of ore.", "measure 816000 tonne [816 000 t]"},
		{"half a cup lost", "Add ½ cup of milk.", "measure 0.5 cup [½ cup]"},
		{"a bare number called money", "The club sold 3,100 shares for $2 and drew a crowd of 5,250.",
			"count 3100 (share) [3,100 shares]; money 2 dollar [$2]; count 5250 [5,250]"},
		{"tens of millions as 0", "Tens of millions of bees died.", "count about 20000000..99999999 (bee) [Tens of millions of bees]"},
	}
	for _, test := range tests {
		doc := quantities(test.text)
		var got []string
		for _, q := range doc.Quantities {
			got = append(got, show(doc, q))
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s: %s\n got %s\nwant %s", test.complaint, test.text, strings.Join(got, "; "), test.want)
		}
	}
}
