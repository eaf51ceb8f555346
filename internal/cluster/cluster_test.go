package cluster_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/cluster"
)

func of(word string) (uint8, bool) { return cluster.Of(word, extract.FormOf(word)) }

func TestOf(t *testing.T) {
	for _, test := range []struct{ reason, a, b string }{
		{"days", "Monday", "thursday"},
		{"case tells nothing", "The", "THE"},
		{"digits are alike", "1987", "2019"},
		{"modals", "could", "should"},
	} {
		a, okA := of(test.a)
		b, okB := of(test.b)
		if !okA || !okB || a != b {
			t.Errorf("%s: %s has cluster %d (%v), %s has %d (%v)", test.reason, test.a, a, okA, test.b, b, okB)
		}
	}
	if id, ok := of("qwxzzy"); ok {
		t.Errorf("an unknown word has cluster %d", id)
	}
	if a, _ := of("Monday"); a == func() uint8 { b, _ := of("the"); return b }() {
		t.Error("all words have one cluster")
	}
}

func TestNoMemory(t *testing.T) {
	form := extract.FormOf("1987")
	cluster.Of("1987", form)
	if n := testing.AllocsPerRun(100, func() { cluster.Of("1987", form) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkOf(b *testing.B) {
	form := extract.FormOf("government")
	for b.Loop() {
		cluster.Of("government", form)
	}
}

// The README tells which file it is about.
func TestReadme(t *testing.T) {
	file, err := os.ReadFile("model/english.bin")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("model/README.md")
	if err != nil {
		t.Fatal(err)
	}
	if sum := fmt.Sprintf("sha256: %x\n", sha256.Sum256(file)); !strings.Contains(string(readme), sum) {
		t.Errorf("model/README.md lacks %q", sum)
	}
}
