package mention

import (
	"embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/*.tsv
var tables embed.FS

// vocabulary is everything that the stage knows of words.
type vocabulary struct {
	names   *lexicon.Lexicon // whole names of all gazetteers
	known   []knownName      // by row of names
	titles  *lexicon.Lexicon
	honours []extract.Gender // by row of titles
	words   map[extract.Form]word
}

// knownName is what a gazetteer says of a name.
type knownName struct {
	kind       extract.EntityType
	upper      bool // written in capitals only: "US"
	lowerStart bool // may start without a capital: "al-Qaeda", "bitcoin"
	lowerEnd   bool // may end in a small word: "Time magazine"
	common     bool // also a common word: "Total", "Friends"
	country    bool
	city       bool // its name may be that of its football club
	hidden     bool // a common word in a headline of capitals: "US", "WHO"
}

// ambiguous tells whether the name by itself is more often a common word where
// a capital tells nothing. Of the words in capitals only places are more often
// names: "US".
func (k knownName) ambiguous() bool {
	return k.common || k.hidden && k.kind != extract.Place
}

// word is what the lists say of a single word.
type word struct {
	flags  flag
	head   extract.EntityType // of a name that ends in the word
	start  extract.EntityType // of a name that starts with the word
	of     extract.EntityType // of a name in which "of" follows the word
	noun   extract.EntityType // of what the word, as a common noun, refers to
	gender extract.Gender     // of persons with this given name or pronoun
	owner  extract.EntityType // of a name before the word: "X officials", "X's wife"
}

type flag uint16

const (
	isCommon     flag = 1 << iota
	isGiven           // "Mike"
	isParticle        // "van", "bin"
	isOwner           // "People" of "People's Party"
	isArabic          // "al" of "al-Sadr"
	isSyllable        // "un" of "Kim Jong-un"
	isGeneration      // "Jr."
	isSport           // "beat", "striker"
	isSaying          // "said"
	isPronoun         // "she"
	isEmpty           // "rains"
	isSurname         // "Oldroyd"
	isTown            // "Arvo": of the long list, which has many words that are more than that
)

// flags names the kinds of small words as the table has them.
var flags = map[string]flag{
	"arabic": isArabic, "both": isArabic | isParticle, "generation": isGeneration,
	"owner": isOwner, "particle": isParticle, "syllable": isSyllable,
}

// english loads the tables once.
var english = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{words: map[extract.Form]word{}}
	for name, kind := range map[string]flag{"common": isCommon, "empties": isEmpty, "sayings": isSaying, "sport": isSport, "surnames": isSurname} {
		for _, row := range rows(name, 1) {
			v.change(row[0], func(w *word) { w.flags |= kind })
		}
	}
	for _, row := range rows("pronouns", 2) {
		v.change(row[0], func(w *word) { w.flags |= isPronoun; w.gender = genderOf(row[1]) })
	}
	for _, row := range rows("first_names", 2) {
		v.change(row[0], func(w *word) { w.flags |= isGiven; w.gender = genderOf(row[1]) })
	}
	for _, row := range rows("towns", 1) {
		if !strings.Contains(row[0], " ") {
			v.change(row[0], func(w *word) { w.flags |= isTown })
		}
	}
	for _, row := range rows("particles", 2) {
		v.change(row[0], func(w *word) { w.flags |= flags[row[1]] })
	}
	for _, row := range rows("heads", 2) {
		v.change(row[0], func(w *word) { w.head = typeOf(row[1]) })
	}
	for _, row := range rows("starts", 2) {
		v.change(row[0], func(w *word) { w.start = typeOf(row[1]) })
	}
	for _, row := range rows("of_heads", 2) {
		v.change(row[0], func(w *word) { w.of = typeOf(row[1]) })
	}
	for _, row := range rows("nouns", 2) {
		v.change(row[0], func(w *word) { w.noun = typeOf(row[1]) })
	}
	for _, row := range rows("owners", 2) {
		v.change(row[0], func(w *word) { w.owner = typeOf(row[1]) })
	}
	titles := rows("titles", 2)
	v.titles = lexicon.New(lexicon.Column(titles, 0))
	for _, row := range titles {
		v.honours = append(v.honours, genderOf(row[1]))
	}
	v.loadNames()
	return v
})

// loadNames reads the gazetteers; the first that holds a name tells its type.
func (v *vocabulary) loadNames() {
	var names []string
	add := func(name string, kind extract.EntityType, sort string) {
		first, _ := utf8.DecodeRuneInString(name)
		last, _ := utf8.DecodeRuneInString(name[strings.LastIndexByte(name, ' ')+1:])
		names = append(names, name)
		upper := !strings.Contains(name, " ") && name == strings.ToUpper(name)
		common := v.words[extract.FormOf(name)].flags&isCommon != 0
		v.known = append(v.known, knownName{
			kind:       kind,
			upper:      upper,
			city:       sort == "city",
			country:    sort == "country",
			lowerStart: !unicode.IsUpper(first),
			lowerEnd:   unicode.IsLower(last),
			common:     common && !upper,
			hidden:     common && upper,
		})
	}
	for _, list := range []struct {
		file string
		kind extract.EntityType
	}{{"places", extract.Place}, {"norps", extract.Norp}, {"organisations", extract.Org}} {
		for _, row := range rows(list.file, 2) {
			add(row[0], list.kind, row[1])
		}
	}
	for _, row := range rows("things", 2) {
		add(row[0], typeOf(row[1]), "")
	}
	for _, row := range rows("towns", 1) {
		if v.words[extract.FormOf(row[0])].flags&(isSurname|isGiven) == 0 {
			add(row[0], extract.Place, "city")
		}
	}
	v.names = lexicon.New(names)
}

func rows(name string, columns int) [][]string {
	file := "data/" + name + ".tsv"
	table, err := tables.ReadFile(file)
	if err != nil {
		panic(err)
	}
	return lexicon.Rows(file, string(table), columns)
}

func typeOf(name string) extract.EntityType {
	t, ok := extract.ParseEntityType(name)
	if !ok {
		panic("mention: no entity type " + name)
	}
	return t
}

func (v *vocabulary) change(text string, change func(*word)) {
	form := extract.FormOf(text)
	w := v.words[form]
	change(&w)
	v.words[form] = w
}

// genderOf reads a gender of the tables.
func genderOf(letter string) extract.Gender {
	switch letter {
	case "m":
		return extract.Male
	case "f":
		return extract.Female
	case "u":
		return extract.GenderUnknown
	}
	panic("mention: no gender " + letter)
}
