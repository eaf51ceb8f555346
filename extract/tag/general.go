package tag

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// general correct tags whatever the word.
var general = []rule{
	{
		name: "mixed-case", example: "They have [YouTube] there .", want: "NNP PROPN",
		tag: func(c *context, i int32) extract.Penn {
			if c.token(i).Class == extract.ClassMixed && len(c.word(i)) > 3 && !c.tag(i).IsNoun() {
				return extract.PennNNP
			}
			return extract.PennNone
		},
	},
	{
		name: "participle-after-hyphen", example: "They banned 58 other Chinese-[owned] apps .", want: "VBN VERB",
		tag: func(c *context, i int32) extract.Penn {
			if c.tag(i) == extract.PennVBD && c.tag(i-1) == extract.PennHYPH {
				return extract.PennVBN
			}
			return extract.PennNone
		},
	},
	{
		name: "participle-after-have", example: "They had [said] so .", want: "VBN VERB",
		tag: func(c *context, i int32) extract.Penn {
			if c.tag(i) == extract.PennVBD && c.after(i, c.lex.have) {
				return extract.PennVBN
			}
			return extract.PennNone
		},
	},
	{
		name: "participle-after-be", example: "It was [said] to be new .", want: "VBN VERB",
		tag: func(c *context, i int32) extract.Penn {
			if c.tag(i) == extract.PennVBD && c.after(i, c.lex.be) {
				return extract.PennVBN
			}
			return extract.PennNone
		},
	},
	{
		name: "new-plural", example: "They sold two [apps] .", want: "NNS NOUN",
		tag: func(c *context, i int32) extract.Penn {
			if (c.tag(i) == extract.PennNN || c.tag(i) == extract.PennJJ) && c.token(i).Class == extract.ClassLower && c.lex.plural(c.word(i), c.form(i)) {
				return extract.PennNNS
			}
			return extract.PennNone
		},
	},
	{
		name: "capital-verb", example: "They have [Grab] there .", want: "NNP PROPN",
		tag: func(c *context, i int32) extract.Penn {
			if i > 0 && c.token(i).Class == extract.ClassTitle && c.tag(i).IsVerb() && posOf[c.tag(i-1)] != extract.PUNCT && !c.headline {
				return extract.PennNNP
			}
			return extract.PennNone
		},
	},
	{
		name: "capital-inside", example: "Staff at [Spring] left .", want: "NNP PROPN",
		tag: func(c *context, i int32) extract.Penn {
			switch {
			case i == 0 || c.headline || !c.token(i).Class.IsCapital() || posOf[c.tag(i-1)] == extract.PUNCT:
			case c.tag(i) == extract.PennNN:
				if c.token(i).Class != extract.ClassUpper {
					return extract.PennNNP
				}
			case c.tag(i) == extract.PennNNS && c.token(i).Class == extract.ClassTitle:
				return extract.PennNNPS
			}
			return extract.PennNone
		},
	},
}

// after tells whether token i follows one of the words, adverbs between them.
func (c *context) after(i int32, words lexicon.Set) bool {
	j := i - 1
	for c.tag(j) == extract.PennRB && j > i-4 {
		j--
	}
	return c.is(j, words)
}
