package claimsfile

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzCodePoints: every rune border has as many code points before it as
// counting from the start finds.
func FuzzCodePoints(f *testing.F) {
	f.Add("plain")
	f.Add(strings.Repeat("x", 63) + "–" + strings.Repeat("é", 70))
	f.Add("👩‍👩‍👧 שלום")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		points := newCodePoints(text)
		count := 0
		for i := range text {
			if got := points.at(int32(i)); got != count {
				t.Fatalf("at(%d) = %d, want %d", i, got, count)
			}
			count++
		}
		if got := points.at(int32(len(text))); got != count {
			t.Fatalf("at(end) = %d, want %d", got, count)
		}
	})
}
