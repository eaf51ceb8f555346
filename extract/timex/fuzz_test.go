package timex_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/timex"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/stagetest"
)

func FuzzTimex(f *testing.F) {
	for _, row := range lexicon.Rows("phrases.tsv", phrases, 3) {
		text, _ := unbracket(row[0])
		f.Add(text, int64(18453))
	}
	for _, r := range timex.Rules() {
		text, _ := unbracket(r.Example)
		f.Add(text, int64(0))
	}
	f.Add("99999999999999 years ago 0000 BC 9999-12-31 at 24:60 31 Feb", int64(-719162))
	f.Add("c. 999 – 1 and 2199-00, 31-31 May 9999, 30–31 February, the year 1, 1999-29; half past twelve to 12 ± 13 years", int64(18453))
	f.Add("10 centuries later, the 999th century, the 1000th day of 9999", int64(2932896))
	f.Fuzz(func(t *testing.T, text string, days int64) {
		text = strings.ToValidUTF8(text, "?")
		if len(text) > 1<<16 {
			return
		}
		var published time.Time
		if days != 0 {
			published = time.Unix(days%4_000_000*86400, 0).UTC()
		}
		doc := read(text, published)
		checkInvariants(t, doc)
		if again := read(text, published); !reflect.DeepEqual(doc.Timexes, again.Timexes) {
			t.Error("two runs differ")
		}
	})
}

// checkInvariants checks what holds for the timexes of any text.
func checkInvariants(t *testing.T, doc *extract.Document) {
	t.Helper()
	last := int32(0)
	for i, x := range doc.Timexes {
		if x.Start < last || x.End <= x.Start || int(x.End) > len(doc.Tokens) {
			t.Fatalf("timex %d at %v behind token %d of %d", i, x.TokenRange, last, len(doc.Tokens))
		}
		last = x.End
		if x.Value == "" && x.Type != extract.Time || x.Rule == "" {
			t.Errorf("%q has value %q by rule %q", doc.TextOf(x.TokenRange), x.Value, x.Rule)
		}
		if x.Anchor != extract.None && x.Anchor != extract.AnchorPublished && (x.Anchor < 0 || int(x.Anchor) >= i) {
			t.Errorf("%q is counted from %d, not from a timex before it", doc.TextOf(x.TokenRange), x.Anchor)
		}
		if x.Resolved != (x.Begin != "") || x.Resolved != (x.Until != "") || x.Begin > x.Until || x.Resolved && x.Begin == x.Until {
			t.Errorf("%q resolved %v from %q until %q", doc.TextOf(x.TokenRange), x.Resolved, x.Begin, x.Until)
		}
		if x.Resolved && strings.Contains(x.Value, "X") {
			t.Errorf("%q is resolved, but its value is %q", doc.TextOf(x.TokenRange), x.Value)
		}
		if x.Anchor == extract.AnchorPublished && doc.Published.IsZero() {
			t.Errorf("%q is counted from a day of publication that is unknown", doc.TextOf(x.TokenRange))
		}
	}
}

// TestLinear reads sentences of many dates; a part that goes back over the
// sentence would take minutes.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("long texts take some seconds")
	}
	for _, unit := range []string{"on 10 July 2020 ", "Monday ", "the year before ", "two years ago and ", "10:30 ", "the end of the start of ",
		"early ", "1990-", "that day ", "3 to 4 weeks ", "21–22 March ", "c. 314 – ", "today and ", "first half ", "ten to ten to ",
		"9:30 GMT (", "a year earlier and ", "tonight at 8 ", "the following May ", "over 2 years ", "the 3 days to "} {
		n := 10_000
		doc := read(strings.Repeat(unit, n), friday)
		checkInvariants(t, doc)
	}
}

func TestTables(t *testing.T) {
	files, err := filepath.Glob("data/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		last := ""
		for line := range strings.Lines(string(text)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			word, _, _ := strings.Cut(line, "\t")
			if word <= last {
				t.Errorf("%s: %q stands behind %q", file, word, last)
			}
			last = word
		}
	}
}

func BenchmarkTimex(b *testing.B) {
	stagetest.Benchmark(b, timex.Stage(), func(text string) *extract.Document { return read(text, friday) })
}
