package extract_test

import (
	"testing"

	"github.com/factline/factline/extract"
)

func TestFeatures(t *testing.T) {
	tests := []struct{ reason, feats, want string }{
		{"none", "", ""},
		{"the empty column", "_", ""},
		{"a finite verb", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"},
		{"an imperative", "Mood=Imp|VerbForm=Fin", "Mood=Imp|VerbForm=Fin"},
		{"a modal has no mood", "VerbForm=Fin", "VerbForm=Fin"},
		{"an infinitive", "VerbForm=Inf", "VerbForm=Inf"},
		{"a passive", "Tense=Past|VerbForm=Part|Voice=Pass", "Tense=Past|VerbForm=Part|Voice=Pass"},
		{"a gerund", "VerbForm=Ger", "VerbForm=Ger"},
		{"a pronoun", "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs", "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs"},
		{"the last values", "Definite=Ind|PronType=Tot|NumForm=Word|NumType=Ord", "Definite=Ind|NumForm=Word|NumType=Ord|PronType=Tot"},
		{"order of the alphabet, whatever the case", "NumType=Card|NumForm=Digit|Number=Plur", "Number=Plur|NumForm=Digit|NumType=Card"},
		{"what is not kept", "Abbr=Yes|Gender=Fem,Masc|Number=Sing|Typo=Yes", "Number=Sing"},
	}
	for _, test := range tests {
		if got := extract.ParseFeatures(test.feats).String(); got != test.want {
			t.Errorf("%s: %q gives %q, want %q", test.reason, test.feats, got, test.want)
		}
	}
}

func TestFeatureValues(t *testing.T) {
	f := extract.ParseFeatures("Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin")
	if f.Number() != extract.Plural || f.Person() != 3 || f.Tense() != extract.Past || f.Mood() != extract.Indicative ||
		f.VerbForm() != extract.Finite || f.Poss() || f.Passive() || f.Degree() != extract.DegreeNone {
		t.Errorf("%s reads otherwise", f)
	}
	for feats, want := range map[string]extract.VerbForm{
		"": extract.VerbFormNone, "VerbForm=Fin": extract.Finite, "Mood=Sub|VerbForm=Fin": extract.Finite,
		"VerbForm=Inf": extract.Infinitive, "VerbForm=Part": extract.Participle, "VerbForm=Ger": extract.Gerund,
	} {
		if got := extract.ParseFeatures(feats); got.VerbForm() != want || got.Mood() == extract.Indicative {
			t.Errorf("%q: verb form %v, mood %v", feats, got.VerbForm(), got.Mood())
		}
	}
	if got := f.WithNumber(extract.Singular).WithPerson(0).WithMood(extract.Subjunctive).String(); got != "Mood=Sub|Number=Sing|Tense=Past|VerbForm=Fin" {
		t.Errorf("changed: %s", got)
	}
	if got := extract.ParseFeatures("Tense=Past|VerbForm=Part").WithPassive(true); !got.Passive() || got.WithPassive(false).Passive() || got.VerbForm() != extract.Participle {
		t.Errorf("passive: %s", got)
	}
	if got := f.WithInfinitive(); got.VerbForm() != extract.Infinitive || got.Mood() != extract.MoodNone {
		t.Errorf("infinitive: %s", got)
	}
	if f.WithMood(extract.MoodNone).Mood() != extract.MoodNone || f.WithMood(extract.MoodNone).VerbForm() != extract.Finite {
		t.Error("a finite verb without mood is read otherwise")
	}
}
