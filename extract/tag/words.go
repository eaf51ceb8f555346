package tag

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/prose"
)

//go:embed data/verbs.tsv
var verbTable string

//go:embed data/nouns.tsv
var nounTable string

//go:embed data/adjectives.tsv
var adjectiveTable string

//go:embed data/words.tsv
var wordTable string

// vocabulary holds the words that rules and lemmas know.
type vocabulary struct {
	be, have, do, of, no, pm, let lexicon.Set
	day                           lexicon.Set // today, Monday
	negation                      lexicon.Set // not, n't
	demonstrative                 lexicon.Set // this, that, these, those
	indefinite                    lexicon.Set // someone, nothing
	conjunction                   lexicon.Set // if, whether: never prepositions
	beforeClause                  lexicon.Set // after, since: prepositions and conjunctions
	beforeGerund                  lexicon.Set // in, without: conjunctions before "acquiring"
	content                       lexicon.Set // nouns before a that-clause
	including                     lexicon.Set // -ing forms that work as prepositions

	model    *prose.Model
	straight map[extract.Form]string // clitics with a straight apostrophe
	rules    map[extract.Form][]int  // rules by their words
	lemmas   map[lemmaKey]string
}

// lemmaKey is a word as one kind of word.
type lemmaKey struct {
	form extract.Form
	kind kind
}

// plural tells whether a word that the model takes for a singular is the
// regular plural of a word it does not know: "apps".
func (v *vocabulary) plural(word string, form extract.Form) bool {
	n := len(word)
	if n < 4 || word[n-1] != 's' || strings.IndexByte("suiao'", word[n-2]) >= 0 || strings.HasSuffix(word, "ics") {
		return false
	}
	lemma, ok := v.lemmas[lemmaKey{form, kindNoun}]
	return !ok || lemma != word
}

// words returns the vocabulary, built on first use.
var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{
		be:   lexicon.NewSet("be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "ai"),
		have: lexicon.NewSet("have", "has", "had", "having", "'ve", "'d", "'s"),
		do:   lexicon.NewSet("do", "does", "did", "doing", "done"),
		of:   lexicon.NewSet("of"),
		no:   lexicon.NewSet("no"),
		pm:   lexicon.NewSet("pm"),
		let:  lexicon.NewSet("let"),
		day: lexicon.NewSet("today", "yesterday", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday",
			"friday", "saturday", "sunday"),
		negation:      lexicon.NewSet("not", "n't", "nt"),
		demonstrative: lexicon.NewSet("this", "that", "these", "those"),
		indefinite: lexicon.NewSet("nobody", "nothing", "none", "everybody", "everyone", "everything", "somebody",
			"someone", "something", "anybody", "anyone", "anything", "one"),
		conjunction: lexicon.NewSet("if", "because", "although", "though", "whether", "while", "whilst", "unless", "lest",
			"that", "whereas"),
		beforeClause: lexicon.NewSet("after", "before", "since", "until", "till", "as", "than", "like", "once", "so", "for"),
		beforeGerund: lexicon.NewSet("in", "by", "for", "without", "of", "from", "on", "about", "at", "after", "before",
			"with", "into", "than", "since", "upon", "through", "towards", "against", "to", "as", "over"),
		content: lexicon.NewSet("fact", "claim", "claims", "evidence", "idea", "belief", "hope", "hopes", "fear", "fears",
			"report", "reports", "news", "sign", "signs", "argument", "conclusion", "view", "statement", "possibility",
			"suggestion", "concern", "concerns", "wish", "basis", "assumption", "chance", "doubt", "feeling", "impression",
			"notion", "proof", "risk", "rumor", "rumors", "theory", "thought", "understanding", "warning", "worry", "extent",
			"hypothesis", "finding", "findings", "point", "knowledge", "announcement", "allegation", "allegations",
			"accusation", "accusations", "assurance", "assurances", "confirmation", "indication", "promise", "proposal",
			"requirement", "condition", "recommendation", "speculation", "suspicion", "agreement", "so", "now", "way", "day",
			"time", "confidence", "case", "reason", "reality", "message", "expectation", "expectations"),
		including: lexicon.NewSet("including", "according", "regarding", "concerning", "excluding", "following", "depending"),
		model:     prose.Load(),
		straight:  map[extract.Form]string{},
		rules:     map[extract.Form][]int{},
		lemmas:    map[lemmaKey]string{},
	}
	for _, clitic := range []string{"'s", "'ll", "'re", "'ve", "'d", "'m", "n't"} {
		v.straight[extract.FormOf(clitic)] = clitic
	}
	for i, r := range rules {
		for _, form := range lexicon.Forms(r.words) {
			v.rules[form] = append(v.rules[form], i)
		}
	}
	v.addLemmas()
	return v
})
