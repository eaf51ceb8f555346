package tag

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
	"github.com/factline/factline/internal/prose"
)

// Prose returns a stage "tag" that takes the Penn tags from the model in
// internal/prose, which learned them from the Wall Street Journal of 1989. Signs
// and the words whose tag their shape decides are set by character (signs.go),
// and rules correct what that corpus tags otherwise than the treebanks, or what
// the model gets plainly wrong (rules.go). Parts of speech follow from Penn tag,
// word and context (pos.go), lemmas from tables and the rules of English
// spelling (lemma.go).
func Prose() extract.Stage {
	return stage(applyProse)
}

func applyProse(doc *extract.Document) {
	doc.Tags = make([]extract.Tag, len(doc.Tokens))
	if len(doc.Tokens) == 0 {
		return
	}
	c := newContext(doc)
	for _, s := range doc.Sentences {
		c.start(s.TokenRange)
		for i := range c.penn {
			c.correct(int32(i))
		}
		for i := range c.penn {
			pos := c.pos(int32(i))
			doc.Tags[s.Start+int32(i)] = extract.Tag{POS: pos, Penn: c.penn[i], Lemma: c.lemma(int32(i), pos)}
		}
	}
}

// context is one sentence while its tokens are being tagged. Its methods take
// the index of a token in the sentence, and a token outside it is the empty
// word without tag.
type context struct {
	doc   *extract.Document
	lex   *vocabulary
	first int32          // the sentence's first token
	penn  []extract.Penn // the tags so far

	quoting  bool // a single quotation mark is open
	headline bool // most words have a capital, so that capitals tell nothing

	tagger  *prose.Tagger
	spelled []string // scratch: the words as the model knows them
}

func newContext(doc *extract.Document) *context {
	longest := int32(0)
	for _, s := range doc.Sentences {
		longest = max(longest, s.Len())
	}
	return &context{
		doc: doc, lex: words(), tagger: prose.NewTagger(words().model),
		penn: make([]extract.Penn, longest), spelled: make([]string, longest),
	}
}

// start turns to a sentence and gives its tokens the tags of the model.
func (c *context) start(s extract.TokenRange) {
	c.first, c.penn, c.quoting = s.Start, c.penn[:s.Len()], false
	c.headline = c.headlineCase()
	for i := range c.penn {
		c.spelled[i] = c.spelling(int32(i))
	}
	c.tagger.Tag(c.spelled[:s.Len()], c.penn)
}

func (c *context) inside(i int32) bool { return i >= 0 && int(i) < len(c.penn) }

func (c *context) tag(i int32) extract.Penn {
	if !c.inside(i) {
		return extract.PennNone
	}
	return c.penn[i]
}

func (c *context) token(i int32) extract.Token {
	if !c.inside(i) {
		return extract.Token{}
	}
	return c.doc.Tokens[c.first+i]
}

func (c *context) word(i int32) string { return c.token(i).In(c.doc.Text) }

func (c *context) form(i int32) extract.Form { return c.token(i).Form }

// is tells whether token i is one of the words of the set.
func (c *context) is(i int32, set lexicon.Set) bool { return c.inside(i) && set.Has(c.form(i)) }

// glued tells whether token i follows the token before it without a blank.
func (c *context) glued(i int32) bool { return c.inside(i) && c.inside(i-1) && c.doc.Glued(c.first+i) }
