package pattern

import (
	"strings"
	"testing"

	"github.com/factline/factline/extract"
)

func document(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	at := 0
	for _, word := range strings.Fields(text) {
		start := at + strings.Index(text[at:], word)
		at = start + len(word)
		class := extract.ClassLower
		if word[0] >= '0' && word[0] <= '9' {
			class = extract.ClassDigits
		}
		doc.Tokens = append(doc.Tokens, extract.Token{
			Span: extract.Span{Start: int32(start), End: int32(at)}, Form: extract.FormOf(word), Class: class,
		})
	}
	return doc
}

// digits matches any number of digit tokens.
func digits(doc *extract.Document, at int32) int32 {
	for int(at) < len(doc.Tokens) && doc.Tokens[at].Class == extract.ClassDigits {
		at++
	}
	return at
}

func TestLongest(t *testing.T) {
	keep := func(name string) func(Match) (string, bool) {
		return func(m Match) (string, bool) { return m.Doc.TextOf(m.Get(name)), true }
	}
	classes := NewClasses(map[string]Class{"digits": {Match: digits}})
	set := Compile([]Rule[string]{
		{Name: "year", Pattern: "in|of {y:digits}", Build: keep("y")},
		{Name: "half", Pattern: "the? first|second half of {y:digits}", Build: keep("y")},
		{Name: "the", Pattern: "the", Build: func(Match) (string, bool) { return "", true }},
		{Name: "never", Pattern: "of {digits} exactly", Build: func(Match) (string, bool) { return "", false }},
		{Name: "bare", Pattern: "{y:digits} exactly?", Build: keep("y")},
	}, classes)

	tests := []struct {
		reason, text string
		at           int32
		rule, want   string
		end          int32
	}{
		{"alternatives", "of 2019", 0, "year", "2019", 2},
		{"an optional element that is there", "the second half of 2019", 0, "half", "2019", 5},
		{"and one that is not", "the second half of 2019", 1, "half", "2019", 5},
		{"a long rule that fails late leaves the short one", "the second half of it", 0, "the", "", 1},
		{"a rule that declines gives way", "of 2019 exactly", 0, "year", "2019", 2},
		{"a class at the start is tried at every token, the optional end taken", "2019 exactly", 0, "bare", "2019", 2},
		{"nothing matches", "half of", 0, "", "", 0},
		{"the end of the text inside a rule", "of", 0, "", "", 0},
	}
	for _, test := range tests {
		got, m, rule, ok := set.Longest(classes.NewReader(document(test.text)), test.at)
		if rule != test.rule || got != test.want || ok != (test.rule != "") || m.End != test.end {
			t.Errorf("%s: Longest(%q, %d) = %q by %q to %d; want %q by %q to %d",
				test.reason, test.text, test.at, got, rule, m.End, test.want, test.rule, test.end)
		}
	}
}

func TestFirstFormsLimitAClass(t *testing.T) {
	tried := 0
	count := func(doc *extract.Document, at int32) int32 { tried++; return at + 1 }
	classes := NewClasses(map[string]Class{"c": {Match: count, First: []extract.Form{extract.FormOf("monday")}}})
	set := Compile([]Rule[int]{{Name: "r", Pattern: "{c}", Build: func(Match) (int, bool) { return 1, true }}},
		classes)
	doc := document("on Monday morning")
	for i := range doc.Tokens {
		set.Longest(classes.NewReader(doc), int32(i))
	}
	if tried != 1 {
		t.Errorf("the class was tried at %d tokens, want 1", tried)
	}
}

func TestStartsLimitAClass(t *testing.T) {
	classes := NewClasses(map[string]Class{"d": {Match: digits, Starts: StartsDigits}})
	set := Compile([]Rule[int]{{Name: "r", Pattern: "{d} of?", Build: func(m Match) (int, bool) { return int(m.Len()), true }}}, classes)
	reader := classes.NewReader(document("in 2019 of"))
	for at, want := range []int{0, 2, 0} {
		if got, _, _, ok := set.Longest(reader, int32(at)); got != want || ok != (want > 0) {
			t.Errorf("at token %d: %d, %v; want %d", at, got, ok, want)
		}
	}
}

// TestClassOfASet nests one set in another; a class is tried once at a token,
// however many rules ask for it.
func TestClassOfASet(t *testing.T) {
	tried := 0
	classes := NewClasses(map[string]Class{"d": {Starts: StartsDigits, Match: func(doc *extract.Document, at int32) int32 {
		tried++
		return digits(doc, at)
	}}})
	inner := Compile([]Rule[string]{{Name: "year", Pattern: "the? year {y:d}", Build: func(m Match) (string, bool) {
		return m.Doc.TextOf(m.Get("y")), true
	}}}, classes)
	classes.Add("year", inner.Class())
	classes.Add("early", Class{First: []extract.Form{extract.FormOf("early")}, Match: func(_ *extract.Document, at int32) int32 { return at + 1 }})
	build := func(m Match) (string, bool) {
		year, _, _, ok := inner.Longest(m.Reader, m.Get("x").Start)
		return year + " by " + m.Doc.TextOf(m.Get("w")), ok
	}
	outer := Compile([]Rule[string]{
		{Name: "early", Pattern: "{w:early} {x:year}", Build: build},
		{Name: "end", Pattern: "{w:early} {x:year} ended", Build: build},
	}, classes)
	got, m, rule, ok := outer.Longest(classes.NewReader(document("early the year 1987 ended")), 0)
	if got != "1987 by early" || m.End != 5 || rule != "end" || !ok {
		t.Errorf("Longest = %q to %d by %q, %v", got, m.End, rule, ok)
	}
	if tried != 1 {
		t.Errorf("the class was tried %d times, want 1", tried)
	}
}

func TestCompilePanics(t *testing.T) {
	for _, bad := range []string{"{nosuch}", "a? b?", "{open"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("Compile(%q) did not panic", bad)
				}
			}()
			Compile([]Rule[int]{{Name: "bad", Pattern: bad}}, NewClasses(map[string]Class{"open": {}}))
		}()
	}
}
