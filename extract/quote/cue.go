package quote

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

//go:embed data/cues.tsv
var cuesTSV string

// complement is what a cue verb takes as the words said.
type complement uint8

const (
	clause     complement = iota // "said (that) it would leave"
	object                       // "found (that) it would leave", also "found the book"
	thatClause                   // "found that it would leave"
	whClause                     // "asked whether it would leave"
	speech                       // "shouted: ..."
)

var complementNames = [...]string{"clause", "object", "that", "wh", "speech"}

// cue is a verb that says that somebody says something.
type cue struct {
	stance    extract.Stance
	takes     complement
	addressee bool // "told reporters that"
}

// cues returns the cue verbs by the form of their lemma.
var cues = sync.OnceValue(func() map[extract.Form]cue {
	rows := lexicon.Rows("cues.tsv", cuesTSV, 4)
	table := make(map[extract.Form]cue, len(rows))
	for _, row := range rows {
		c, err := parseCue(row)
		if err != nil {
			panic(err)
		}
		table[extract.FormOf(row[0])] = c
	}
	return table
})

func parseCue(row []string) (cue, error) {
	stance, ok := extract.ParseStance(row[1])
	if !ok {
		return cue{}, fmt.Errorf("cues.tsv: %s: unknown stance %q", row[0], row[1])
	}
	c := cue{stance: stance, addressee: row[3] == "yes"}
	for i, name := range complementNames {
		if name == row[2] {
			c.takes = complement(i)
			return c, nil
		}
	}
	return cue{}, fmt.Errorf("cues.tsv: %s: unknown complement %q", row[0], row[2])
}

// Words that decide about cues and clauses.
var (
	negations    = lexicon.NewSet("not", "n't", "never", "neither", "nor", "hardly")
	nobody       = lexicon.NewSet("no", "nobody", "none", "neither", "few", "not") // "Nobody thinks that"
	hypothetical = lexicon.NewSet("could", "might", "may", "should", "must", "can")
	attaching    = lexicon.NewSet("of", "for", "in", "at", "on", "from", "with", "to", "by", "near", "against", "about")
	addressing   = lexicon.NewSet("of", "from", "aged") // "Lee, aged 58, of York"
	breaking     = lexicon.NewSet("but", "yet", "while", "whereas", "although", "though", "however")
	leading      = lexicon.NewSet("but", "and", "however", "meanwhile", "so", "yet", "or", "still")
	hanging      = lexicon.NewSet("that", "which", "who", "because", "and", "but")
	summing      = lexicon.NewSet("figure", "number", "claim", "allegation", "charge", "accusation", "suggestion", "statement", "remark", "assertion")
	adverbsOfAge = lexicon.NewSet("now", "then") // "Lee, now 19,"
	questioning  = lexicon.NewSet("whether", "if", "what", "why", "how", "who", "when", "where", "which")
)
