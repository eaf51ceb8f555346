package claim

import (
	_ "embed"
	"fmt"
	"strconv"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/prepositions.tsv
var prepositionsTSV string

//go:embed data/conjunctions.tsv
var conjunctionsTSV string

//go:embed data/words.tsv
var wordsTSV string

//go:embed data/conversions.tsv
var conversionsTSV string

//go:embed data/weights.tsv
var weightsTSV string

// use is what a conjunction makes of its clause.
type use uint8

const (
	reason    use = iota // "because": stated
	moment               // "after": stated
	contrast             // "although": stated
	condition            // "if": not stated
	purpose              // "so that": not stated
	question             // "whether": not stated
	unreal               // "as if": not stated
)

var useNames = [...]string{"reason", "time", "contrast", "condition", "purpose", "question", "unreal"}

// stated tells whether a clause with such a conjunction is put forward as true.
func (u use) stated() bool { return u <= contrast }

// vocabulary is the words of the stage.
type vocabulary struct {
	prepositions *lexicon.Lexicon
	roles        []extract.ArgumentRole // by row of prepositions
	conjunctions *lexicon.Lexicon
	uses         []use // by row of conjunctions
	opinion      lexicon.Set
	vague        lexicon.Set
	factive      lexicon.Set
	collective   lexicon.Set
	sameForm     lexicon.Set
	message      lexicon.Set
	mistake      lexicon.Set
	speech       lexicon.Set
	rise         lexicon.Set
	fall         lexicon.Set
	ditransitive lexicon.Set
	change       lexicon.Set
	record       lexicon.Set
	belief       lexicon.Set
	event        lexicon.Set
	weights      [featureCount]float64
	conversions  map[string]conversion // by the name of the unit
}

// conversion turns a value into the base unit of its dimension.
type conversion struct {
	base           string
	factor, offset float64
}

var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{opinion: lexicon.Set{}, vague: lexicon.Set{}, factive: lexicon.Set{}, collective: lexicon.Set{}, sameForm: lexicon.Set{}, message: lexicon.Set{}, mistake: lexicon.Set{}, speech: lexicon.Set{}, rise: lexicon.Set{}, fall: lexicon.Set{}, ditransitive: lexicon.Set{}, change: lexicon.Set{}, record: lexicon.Set{}, belief: lexicon.Set{}, event: lexicon.Set{}}
	rows := lexicon.Rows("prepositions.tsv", prepositionsTSV, 2)
	v.prepositions = lexicon.New(lexicon.Column(rows, 0))
	for _, row := range rows {
		v.roles = append(v.roles, named(parseRole, "prepositions.tsv", row))
	}
	rows = lexicon.Rows("conjunctions.tsv", conjunctionsTSV, 2)
	v.conjunctions = lexicon.New(lexicon.Column(rows, 0))
	for _, row := range rows {
		v.uses = append(v.uses, named(parseUse, "conjunctions.tsv", row))
	}
	classes := map[string]lexicon.Set{"opinion": v.opinion, "vague": v.vague, "factive": v.factive, "collective": v.collective, "same form": v.sameForm, "message": v.message, "mistake": v.mistake, "speech": v.speech, "rise": v.rise, "fall": v.fall, "ditransitive": v.ditransitive, "change": v.change, "record": v.record, "belief": v.belief, "event": v.event}
	for _, row := range lexicon.Rows("words.tsv", wordsTSV, 2) {
		classes[row[1]][extract.FormOf(row[0])] = struct{}{}
		if row[1] == "speech" {
			v.message[extract.FormOf(row[0])] = struct{}{}
		}
	}
	for _, row := range lexicon.Rows("weights.tsv", weightsTSV, 3) {
		v.weights[named(parseFeature, "weights.tsv", []string{row[2], row[0]})] = number("weights.tsv", row, 1)
	}
	v.conversions = map[string]conversion{}
	for _, row := range lexicon.Rows("conversions.tsv", conversionsTSV, 4) {
		v.conversions[row[0]] = conversion{row[1], number("conversions.tsv", row, 2), number("conversions.tsv", row, 3)}
	}
	return v
})

// number reads a column of a row and panics, naming the row, when it is no
// number.
func number(file string, row []string, column int) float64 {
	x, err := strconv.ParseFloat(row[column], 64)
	if err != nil {
		panic(fmt.Sprintf("%s: %s: %v", file, row[0], err))
	}
	return x
}

// named reads the name in the second column of a row and panics, naming the
// row, when it is unknown.
func named[T any](parse func(string) (T, bool), file string, row []string) T {
	value, ok := parse(row[1])
	if !ok {
		panic(fmt.Sprintf("%s: %s: unknown name %q", file, row[0], row[1]))
	}
	return value
}

func parseRole(name string) (extract.ArgumentRole, bool) {
	for role := extract.RoleOther; role <= extract.RoleWith; role++ {
		if role.String() == name {
			return role, true
		}
	}
	return extract.RoleOther, false
}

func parseUse(name string) (use, bool) {
	for i, n := range useNames {
		if n == name {
			return use(i), true
		}
	}
	return 0, false
}

// Words that clauses are cut by; they are grammar, not vocabulary.
var (
	judged             = lexicon.NewSet("true", "likely", "unlikely", "possible", "important")
	knowingAdverbs     = lexicon.NewSet("yet", "longer", "also")
	repeating          = lexicon.NewSet("so", "neither")
	linkingParticiples = lexicon.NewSet("compared", "based", "given", "including", "according", "depending", "following", "regarding", "concerning", "excluding", "involving")
	collective         = lexicon.NewSet("meet", "merge", "marry", "divorce", "agree", "clash", "collide", "combine", "share", "total", "mix", "compare", "split", "unite")
	together           = lexicon.NewSet("both", "either", "neither", "between")
	selecting          = lexicon.NewSet("any", "all", "every", "each", "no", "only", "first", "last", "same", "such", "few", "many", "most", "some")
	articles           = lexicon.NewSet("a", "an", "the", "this", "that", "these", "those")
	copulas            = lexicon.NewSet("be", "become", "seem", "remain", "appear", "look", "feel", "get", "stay", "sound", "prove", "grow", "turn")
	saying             = lexicon.NewSet("say", "add", "tell", "think", "know", "mean", "claim", "believe", "explain", "ask", "wonder", "note", "argue", "insist", "suggest")
	auxiliaries        = lexicon.NewSet("be", "have", "do", "can", "will", "would", "could", "should", "may", "might", "must")
	incomplete         = lexicon.NewSet("go", "come", "get", "take", "make", "put", "give", "keep", "bring", "show", "hope", "intend", "want") // without anything after them
	awaiting           = lexicon.NewSet("have", "be", "remain")
	promising          = lexicon.NewSet("promise", "vow", "pledge", "refuse", "decline", "agree", "hope", "manage") // nobody is vowed to do something
	opensClause        = lexicon.NewSet("after", "as", "before", "until", "when", "while")
	linking            = lexicon.NewSet("come", "follow")
	linkingAdverbs     = lexicon.NewSet("also", "still", "then", "however", "meanwhile", "too", "therefore")
	knowing            = lexicon.NewSet("known", "clear", "certain", "sure", "confirmed", "determined", "established", "decided")
	unknowns           = lexicon.NewSet("unclear", "unknown", "uncertain", "undecided")
	occasions          = lexicon.NewSet("time", "day", "night", "week", "month", "year", "season", "moment", "way", "reason", "place", "extent")
	dimensions         = lexicon.NewSet("long", "wide", "tall", "thick", "deep", "high", "old", "heavy", "across", "thin", "away")
	distributing       = lexicon.NewSet("any", "each", "every")
	inverted           = lexicon.NewSet("had", "were", "should")
	retracting         = lexicon.NewSet("retract", "withdraw", "recant", "rescind", "revoke", "disavow", "disown")
	framing            = lexicon.NewSet("say", "confirm", "deny", "question", "doubt", "accept", "acknowledge", "admit", "announce", "reveal", "warn", "believe", "know", "think")
)
