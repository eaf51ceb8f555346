package quote

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/cues.tsv
var cuesTSV string

// complements are the ways in which a cue takes what is said; none for words
// of saying that only go with quotation marks: "shouted: ...".
type complements uint8

const (
	clause     complements = 1 << iota // "said (that) it would leave"
	thatClause                         // "agreed that it would leave"
	whClause                           // "asked whether it would leave"
	infinitive                         // "told them to leave"
	ofClause                           // "accused them of leaving"
	object                             // also a thing: "found the book"
	speech     complements = 0
)

var complementNames = map[string]complements{
	"clause": clause, "that": thatClause, "wh": whClause, "to": infinitive, "of": ofClause, "object": object, "speech": speech}

// cue is a word that says that somebody says something.
type cue struct {
	stance extract.Stance
	takes  complements
}

// lexemes are the cues by the form of their lemma.
type lexemes struct{ verbs, nouns map[extract.Form]cue }

var cues = sync.OnceValue(func() lexemes {
	table := lexemes{map[extract.Form]cue{}, map[extract.Form]cue{}}
	for _, row := range lexicon.Rows("cues.tsv", cuesTSV, 4) {
		c, err := parseCue(row)
		if err != nil {
			panic(err) // the file is part of the program
		}
		if row[1] == "noun" {
			table.nouns[extract.FormOf(row[0])] = c
		} else {
			table.verbs[extract.FormOf(row[0])] = c
		}
	}
	return table
})

// verbCue returns the cue with the given lemma of a verb. A verb that the tagger
// never saw may have kept an e, or lost it: "shoute" of "shouted", "rul" of
// "ruled".
func verbCue(lemma string) (cue, bool) {
	c, ok := cues().verbs[extract.FormOf(lemma)]
	if without, e := strings.CutSuffix(lemma, "e"); !ok && e {
		c, ok = cues().verbs[extract.FormOf(without)]
	} else if !ok {
		c, ok = cues().verbs[extract.FormOf(lemma+"e")]
	}
	return c, ok
}

func parseCue(row []string) (cue, error) {
	stance, ok := extract.ParseStance(row[2])
	if !ok || row[1] != "verb" && row[1] != "noun" {
		return cue{}, fmt.Errorf("cues.tsv: %s: unknown part of speech %q or stance %q", row[0], row[1], row[2])
	}
	c := cue{stance: stance}
	for name := range strings.SplitSeq(row[3], ",") {
		takes, ok := complementNames[name]
		if !ok {
			return cue{}, fmt.Errorf("cues.tsv: %s: unknown complement %q", row[0], name)
		}
		c.takes |= takes
	}
	return c, nil
}

// Words that decide about cues and clauses.
var (
	negations    = lexicon.NewSet("not", "n't", "never", "neither", "nor", "hardly", "longer", "without")
	nobody       = lexicon.NewSet("no", "nobody", "none", "neither", "few", "not") // "Nobody thinks that"
	hypothetical = lexicon.NewSet("could", "might", "may", "should", "must", "can", "if", "unless", "whether")
	goingOn      = lexicon.NewSet("go", "continue", "begin", "start", "proceed", "seem", "appear", "come") // "went on to say"
	breaking     = lexicon.NewSet("but", "yet", "while", "whereas", "although", "though", "however")
	attaching    = lexicon.NewSet("of", "by", "in", "for", "from", "to")
	leading      = lexicon.NewSet("but", "and", "however", "meanwhile", "so", "yet", "or", "still")
	summing      = lexicon.NewSet("figure", "number", "claim", "allegation", "charge", "accusation", "suggestion", "statement", "remark", "assertion")
	questioning  = lexicon.NewSet("whether", "if", "what", "why", "how", "who", "where", "which")
	hanging      = lexicon.NewSet("that", "which", "who", "because", "and", "but")
	manners      = lexicon.NewSet("system", "theory", "plan", "rule", "law", "schedule", "size", "age", "need", "type", "standard", "principle", "model")
	showing      = lexicon.NewSet("show")
	views        = lexicon.NewSet("view", "opinion", "judgment", "judgement", "telling", "account")
	standing     = lexicon.NewSet("ahead", "behind", "tied", "even", "level")
	lending      = lexicon.NewSet("make", "express", "issue", "voice", "repeat", "raise", "give") // "made the claim that"
	toSomebody   = lexicon.NewSet("tell", "order", "urge", "instruct", "remind", "warn", "inform", "notify", "assure", "reassure")
	rumoured     = lexicon.NewSet("say", "believe", "think", "allege", "report", "understand", "claim", "estimate", "reckon", "presume", "fear")
	relatives    = lexicon.NewSet("that", "which", "who", "whom")
)
