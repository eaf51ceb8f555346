package timex_test

import (
	_ "embed"
	"strings"
	"testing"
	"time"

	"github.com/factline/factline/internal/lexicon"
)

//go:embed testdata/phrases.tsv
var phrases string

func TestPhrases(t *testing.T) {
	for _, row := range lexicon.Rows("phrases.tsv", phrases, 3) {
		without := row[2]
		if without == "=" {
			without = row[1]
		}
		checkPhrase(t, row[0], row[1], friday)
		checkPhrase(t, row[0], without, time.Time{})
	}
}

// checkPhrase reads a sentence and compares the marked expressions and their
// meanings with what was found.
func checkPhrase(t *testing.T, sentence, want string, published time.Time) {
	t.Helper()
	text, marked := unbracket(sentence)
	doc := read(text, published)
	var texts, meanings []string
	for _, x := range doc.Timexes {
		texts = append(texts, doc.TextOf(x.TokenRange))
		meanings = append(meanings, show(x))
	}
	if got := strings.Join(texts, "; "); got != strings.Join(marked, "; ") {
		t.Errorf("%q published %s: found [%s], want [%s]", text, day(published), got, strings.Join(marked, "; "))
		return
	}
	if got := strings.Join(meanings, "; "); got != want {
		t.Errorf("%q published %s: %s, want %s", text, day(published), got, want)
	}
}

func day(t time.Time) string {
	if t.IsZero() {
		return "never"
	}
	return t.Format(time.DateOnly)
}
