package extract

import "strings"

// Features is the set of a word's morphological features as Universal
// Dependencies names them (https://universaldependencies.org/u/feat/), one value
// for each. The zero value has none. Not kept of what English has: Abbr, ExtPos,
// Foreign, Style, Typo.
type Features uint32

// feature is one kind of feature: where its value stands in the set, and the
// names of its values from 1.
type feature struct {
	name         string
	shift, width uint8
	values       []string
}

// Kinds of features, in the order of CoNLL-U, which is that of the alphabet.
const (
	kindCase = iota
	kindDefinite
	kindDegree
	kindGender
	kindMood
	kindNumber
	kindNumForm
	kindNumType
	kindPerson
	kindPolarity
	kindPoss
	kindPronType
	kindReflex
	kindTense
	kindVerbForm
	kindVoice
)

// Mood and VerbForm share their bits, because only finite verbs have a mood:
// the moods are the first values of VerbForm, all of them named Fin.
var features = [...]feature{
	kindCase:     {"Case", 0, 2, []string{"Acc", "Gen", "Nom"}},
	kindDefinite: {"Definite", 2, 2, []string{"Def", "Ind"}},
	kindDegree:   {"Degree", 4, 2, []string{"Pos", "Cmp", "Sup"}},
	kindGender:   {"Gender", 6, 2, []string{"Fem", "Masc", "Neut"}},
	kindMood:     {"Mood", 8, 3, []string{"Ind", "Imp", "Sub"}},
	kindNumber:   {"Number", 11, 2, []string{"Sing", "Plur", "Ptan"}},
	kindNumForm:  {"NumForm", 13, 3, []string{"Combi", "Digit", "Roman", "Word"}},
	kindNumType:  {"NumType", 16, 3, []string{"Card", "Frac", "Mult", "Ord"}},
	kindPerson:   {"Person", 19, 2, []string{"1", "2", "3"}},
	kindPolarity: {"Polarity", 21, 2, []string{"Neg", "Pos"}},
	kindPoss:     {"Poss", 23, 1, []string{"Yes"}},
	kindPronType: {"PronType", 24, 4, []string{"Art", "Dem", "Emp", "Ind", "Int", "Neg", "Prs", "Rcp", "Rel", "Tot"}},
	kindReflex:   {"Reflex", 28, 1, []string{"Yes"}},
	kindTense:    {"Tense", 29, 2, []string{"Past", "Pres"}},
	kindVerbForm: {"VerbForm", 8, 3, []string{"Fin", "Fin", "Fin", "Fin", "Inf", "Part", "Ger"}},
	kindVoice:    {"Voice", 31, 1, []string{"Pass"}},
}

func (f Features) value(kind int) uint8 {
	k := &features[kind]
	return uint8(f >> k.shift & (1<<k.width - 1))
}

func (f Features) with(kind int, value uint8) Features {
	k := &features[kind]
	return f&^((1<<k.width-1)<<k.shift) | Features(value)<<k.shift
}

// GrammaticalNumber is the number of a noun, pronoun or verb.
type GrammaticalNumber uint8

const (
	NumberNone    GrammaticalNumber = iota // it has none, or nobody can tell
	Singular                               // "dog", "is"
	Plural                                 // "dogs", "are"
	PluraleTantum                          // "trousers"
)

// Tense is the tense of a finite verb or participle.
type Tense uint8

const (
	TenseNone Tense = iota // an infinitive, a modal
	Past                   // "went", "gone"
	Present                // "goes", "going"
)

// Mood is the mood of a finite verb.
type Mood uint8

const (
	MoodNone    Mood = iota // modals, and what is not finite
	Indicative              // "She left."
	Imperative              // "Leave!"
	Subjunctive             // "if she were"
)

// VerbForm is the form of a verb.
type VerbForm uint8

const (
	VerbFormNone VerbForm = iota // no verb
	Finite                       // "goes", "went", "can"
	Infinitive                   // "(to) go"
	Participle                   // "gone", "(is) going"
	Gerund                       // "Going there was wrong."
)

// Degree is the degree of an adjective or adverb.
type Degree uint8

const (
	DegreeNone     Degree = iota // not compared
	PositiveDegree               // "large"
	Comparative                  // "larger"
	Superlative                  // "largest"
)

// Number returns the number.
func (f Features) Number() GrammaticalNumber { return GrammaticalNumber(f.value(kindNumber)) }

// Person returns 1, 2 or 3, and 0 for none.
func (f Features) Person() int { return int(f.value(kindPerson)) }

// Tense returns the tense.
func (f Features) Tense() Tense { return Tense(f.value(kindTense)) }

// Degree returns the degree.
func (f Features) Degree() Degree { return Degree(f.value(kindDegree)) }

// Poss tells whether a pronoun is a possessive: "my", "whose".
func (f Features) Poss() bool { return f.value(kindPoss) != 0 }

// Passive tells whether the verb is a passive: "was sold".
func (f Features) Passive() bool { return f.value(kindVoice) != 0 }

// Mood returns the mood.
func (f Features) Mood() Mood {
	if v := f.value(kindVerbForm); int(v) <= len(features[kindMood].values) {
		return Mood(v)
	}
	return MoodNone
}

// noMood is the first value of VerbForm that is no mood: finite all the same.
const noMood = 4

// VerbForm returns the form of the verb.
func (f Features) VerbForm() VerbForm {
	switch v := f.value(kindVerbForm); {
	case v == 0:
		return VerbFormNone
	case v <= noMood:
		return Finite
	default:
		return Finite + VerbForm(v-noMood)
	}
}

// WithNumber returns the features with another number.
func (f Features) WithNumber(n GrammaticalNumber) Features { return f.with(kindNumber, uint8(n)) }

// WithPerson returns the features with another person, 0 for none.
func (f Features) WithPerson(p int) Features { return f.with(kindPerson, uint8(p)) }

// WithMood returns the features of the same verb as a finite one in a mood.
func (f Features) WithMood(m Mood) Features {
	if m == MoodNone {
		return f.with(kindVerbForm, noMood)
	}
	return f.with(kindVerbForm, uint8(m))
}

// WithPassive returns the features of the same verb as a passive, or as none.
func (f Features) WithPassive(passive bool) Features {
	if passive {
		return f.with(kindVoice, 1)
	}
	return f.with(kindVoice, 0)
}

// WithInfinitive returns the features of the same verb as an infinitive.
func (f Features) WithInfinitive() Features {
	return f.with(kindVerbForm, noMood+uint8(Infinitive-Finite))
}

// WithObject returns the features of the same pronoun as an object: "you".
func (f Features) WithObject() Features { return f.with(kindCase, 1) }

// String returns the features as the FEATS column of CoNLL-U has them:
// "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"; "" for none.
func (f Features) String() string {
	if f == 0 {
		return ""
	}
	var b strings.Builder
	for kind := range features {
		k := &features[kind]
		v := f.value(kind)
		if v == 0 || int(v) > len(k.values) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('|')
		}
		b.WriteString(k.name)
		b.WriteByte('=')
		b.WriteString(k.values[v-1])
	}
	return b.String()
}

// ParseFeatures reads a FEATS column. Features and values that Features does
// not keep are passed over.
func ParseFeatures(feats string) Features {
	var f Features
	finite := false
	for pair := range strings.SplitSeq(feats, "|") {
		name, value, _ := strings.Cut(pair, "=")
		for kind := range features {
			k := &features[kind]
			if k.name != name {
				continue
			}
			for i, v := range k.values {
				if v != value {
					continue
				}
				if finite = finite || v == "Fin"; v == "Fin" {
					break // its mood tells more
				}
				f = f.with(kind, uint8(i+1))
				break
			}
		}
	}
	if finite && f.value(kindVerbForm) == 0 {
		f = f.with(kindVerbForm, noMood)
	}
	return f
}
