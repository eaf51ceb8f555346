package tag_test

import (
	"fmt"
	"reflect"
	"sort"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/tag"
	"github.com/factline/factline/extract/token"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/stagetest"
)

// run applies the stages up to tag.
func run(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	for _, stage := range []extract.Stage{token.Stage(), sentence.Stage(), tag.Prose()} {
		stage.Apply(doc)
	}
	return doc
}

// find returns the document of a text without its brackets, and the token that
// starts where the opening bracket stood.
func find(t *testing.T, text string) (*extract.Document, int32) {
	t.Helper()
	start := strings.IndexByte(text, '[')
	doc := run(strings.NewReplacer("[", "", "]", "").Replace(text))
	for i, tok := range doc.Tokens {
		if int(tok.Start) == start {
			return doc, int32(i)
		}
	}
	t.Fatalf("no token at the bracket of %q", text)
	return nil, 0
}

func describe(tag extract.Tag) string { return tag.Penn.String() + " " + tag.POS.String() }

func TestRules(t *testing.T) {
	for _, example := range tag.RuleExamples() {
		doc, i := find(t, example.Text)
		if got := describe(doc.Tags[i]); got != example.Want {
			t.Errorf("%s: %q is %s, want %s", example.Rule, example.Text, got, example.Want)
		}
		if !tag.Fires(doc, i, example.Rule) {
			t.Errorf("%s: another rule decides %q", example.Rule, example.Text)
		}
	}
}

func TestTags(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"the infinitive's to", "They want [to] leave.", "TO PART to"},
		{"the preposition to", "They went [to] Paris.", "IN ADP to"},
		{"be is always an auxiliary", "It [is] large.", "VBZ AUX be"},
		{"except for existence", "There [is] a plan.", "VBZ VERB be"},
		{"have before a participle", "She [has] never lied.", "VBZ AUX have"},
		{"have of possession", "She [has] a plan.", "VBZ VERB have"},
		{"do before an infinitive", "They [did] n't move.", "VBD AUX do"},
		{"do as a full verb", "They [did] nothing.", "VBD VERB do"},
		{"a genitive", "the firm['s] lawyers", "POS PART 's"},
		{"a genitive after a plural", "The firms['] lawyers agreed.", "POS PART 's"},
		{"no genitive: the end of a quotation", "He called it 'the best of firms['] yesterday.", "'' PUNCT '"},
		{"is after a pronoun", "He['s] late.", "VBZ AUX be"},
		{"has before been", "It['s] been late.", "VBZ AUX have"},
		{"us after let", "Let['s] go.", "PRP PRON we"},
		{"a modal clitic", "They['ll] go.", "MD AUX will"},
		{"negation", "They do[n't] go.", "RB PART not"},
		{"negation with a curly apostrophe", "They do[n’t] go.", "RB PART not"},
		{"a modal that lost its end", "They [wo]n't go.", "MD AUX will"},
		{"a determiner", "[This] firm grew.", "DT DET this"},
		{"the same as a pronoun", "[This] is large.", "DT PRON this"},
		{"the plural's lemma", "[These] firms grew.", "DT DET this"},
		{"a relative", "The firm [that] grew was sold.", "WDT PRON that"},
		{"a conjunction", "They said [that] prices fell.", "IN SCONJ that"},
		{"a noun's clause", "They denied the claim [that] he had lied.", "IN SCONJ that"},
		{"a preposition before a phrase", "[After] the war they left.", "IN ADP after"},
		{"the same before a clause", "[After] the war ended they left.", "IN SCONJ after"},
		{"digits", "They sold [1,200] of them.", "CD NUM 1200"},
		{"number words", "They sold two [million] of them.", "CD NUM million"},
		{"percent sign", "It grew 5[%].", "NN SYM %"},
		{"currency sign", "It cost [€]5.", "$ SYM €"},
		{"hyphen", "a state[-]owned firm", "HYPH PUNCT -"},
		{"a range", "pages 5[–]10", "SYM SYM -"},
		{"a dash", "The firm [–] a giant – grew.", ": PUNCT -"},
		{"brackets", "The firm [(]a giant) grew.", "-LRB- PUNCT ("},
		{"opening quotation mark", "He said [\"]we left\".", "`` PUNCT \""},
		{"closing quotation mark", "He said \"we left[\"].", "'' PUNCT \""},
		{"curly quotation mark", "He said [“]we left”.", "`` PUNCT \""},
		{"an address", "See [https://example.org/a] now.", "ADD PROPN https://example.org/a"},
		{"a country, not a pronoun", "They left the [US] today.", "NNP PROPN US"},
		{"a name keeps its s", "They met [James] there.", "NNP PROPN James"},
		{"a people in the plural", "Many [Americans] agree.", "NNPS PROPN American"},
		{"a plural the model does not know", "They sold two [apps].", "NNS NOUN app"},
		{"no plural", "They rode the [bus] there.", "NN NOUN bus"},
		{"an indefinite pronoun", "[Nobody] came.", "NN PRON nobody"},
		{"my has its own lemma", "They saw [my] house.", "PRP$ PRON my"},
		{"an object pronoun has its subject's", "They saw [him].", "PRP PRON he"},
		{"her before a noun", "They saw [her] house.", "PRP$ PRON her"},
		{"her alone", "They saw [her].", "PRP PRON she"},
	}
	for _, test := range tests {
		doc, i := find(t, test.text)
		if got := describe(doc.Tags[i]) + " " + doc.Tags[i].Lemma; got != test.want {
			t.Errorf("%s: %q is %s, want %s", test.reason, test.text, got, test.want)
		}
	}
}

func TestVerbLemmas(t *testing.T) {
	tests := map[string]string{
		"stopped": "stop", "making": "make", "agreed": "agree", "tried": "try", "lying": "lie", "posted": "post",
		"removed": "remove", "visiting": "visit", "creating": "create", "handled": "handle", "calling": "call",
		"controlled": "control", "goes": "go", "watches": "watch", "uses": "use", "carries": "carry", "broke": "break",
		"changing": "change", "bringing": "bring", "panicked": "panic", "writing": "write", "seeing": "see",
		"increased": "increase", "passed": "pass", "offered": "offer", "required": "require", "happened": "happen",
		"plummeted": "plummet", "rocketed": "rocket", "budgeted": "budget", "floated": "float",
		"completed": "complete", "deleted": "delete", "competed": "compete", "depleted": "deplete",
		"fined": "fine", "ruled": "rule", "timed": "time", "planned": "plan", "taxed": "tax", "jailed": "jail",
	}
	for form, want := range tests {
		text := "She [" + form + "] it."
		switch {
		case strings.HasSuffix(form, "ing"):
			text = "She is [" + form + "] it."
		case strings.HasSuffix(form, "ed"):
			text = "She has [" + form + "] it."
		}
		if doc, i := find(t, text); doc.Tags[i].Lemma != want {
			t.Errorf("%q: lemma %s (%s), want %s", text, doc.Tags[i].Lemma, describe(doc.Tags[i]), want)
		}
	}
}

// What prose's own entry loses, changes, mixes up or cannot stand.
func TestTraps(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"n't before a full stop", "They can't.", "They/PRP/they ca/MD/can n't/RB/not ././."},
		{"a name with an apostrophe", "Mr O'Malley left.", "Mr/NNP/Mr O'Malley/NNP/O'Malley left/VBD/leave ././."},
		{"curly quotation marks", "He said “no”.", "He/PRP/he said/VBD/say “/``/\" no/DT/no ”/''/\" ././."},
		{"a repeated word", "They work to find work.", "They/PRP/they work/VBP/work to/TO/to find/VB/find work/NN/work ././."},
	}
	for _, test := range tests {
		doc := run(test.text)
		var got []string
		for i, tag := range doc.Tags {
			got = append(got, fmt.Sprintf("%s/%s/%s", doc.Word(int32(i)), tag.Penn, tag.Lemma))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.reason, strings.Join(got, " "), test.want)
		}
	}
}

func TestHostileTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("long texts take some seconds")
	}
	run("warm up")
	for name, text := range map[string]string{
		"letters that grow in lower case": strings.Repeat("ȺȺȺȺ's ", 10_000),
		"commas":                          strings.Repeat(",", 10_000),
		"one word":                        strings.Repeat("a", 1_000_000),
		"apostrophes":                     strings.Repeat("'s", 100_000),
		"one sentence of numbers":         strings.Repeat("49 ", 100_000),
		"that that that":                  strings.Repeat("that ", 100_000),
		"NUL and right to left":           strings.Repeat("\x00 שלום ", 10_000),
	} {
		doc := run(text)
		if len(doc.Tags) != len(doc.Tokens) {
			t.Errorf("%s: %d tags for %d tokens", name, len(doc.Tags), len(doc.Tokens))
		}
	}
}

func TestTables(t *testing.T) {
	for name, table := range tag.Tables() {
		keys := lexicon.Column(lexicon.Rows(name, table, 2), 0)
		if !sort.StringsAreSorted(keys) {
			t.Errorf("%s is not sorted", name)
		}
		seen := map[string]bool{}
		for _, key := range keys {
			if seen[key] {
				t.Errorf("%s: %q twice", name, key)
			}
			seen[key] = true
		}
	}
	forms := map[string]string{}
	for _, row := range lexicon.Rows("verbs.tsv", tag.Tables()["verbs.tsv"], 2) {
		for form := range strings.FieldsSeq(row[1]) {
			if other, ok := forms[form]; ok {
				t.Errorf("verbs.tsv: %q belongs to %s and %s", form, other, row[0])
			}
			forms[form] = row[0]
		}
	}
}

func FuzzTag(f *testing.F) {
	for _, text := range stagetest.Articles(f) {
		f.Add(text[:strings.IndexByte(text, '\n')]) // whole articles take too long to minimize
	}
	f.Add("can't. O'Malley ȺȺȺȺ's “x” ''' - – $ 5% let's")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		doc := run(text)
		if len(doc.Tags) != len(doc.Tokens) {
			t.Fatalf("%d tags for %d tokens", len(doc.Tags), len(doc.Tokens))
		}
		for i, tag := range doc.Tags {
			if tag.Penn == extract.PennNone || tag.Lemma == "" {
				t.Fatalf("token %q has the tag %v", doc.Word(int32(i)), tag)
			}
		}
		if !reflect.DeepEqual(doc.Tags, run(text).Tags) {
			t.Fatal("two runs differ")
		}
	})
}

func BenchmarkTag(b *testing.B) {
	stagetest.Benchmark(b, tag.Prose(), run)
}
