// Package chunk finds base noun phrases and verb groups.
//
//	[The firm]'s [58 Chinese-owned apps] (have never posted) [videos] (to harm) [it].
//
// It reads tokens, sentences and tags and writes chunks: noun phrases in
// [brackets], verb groups in (parentheses). They do not overlap and never
// leave their sentence; prepositions, conjunctions, punctuation, adjectives
// after "be" and adverbs elsewhere are in none.
//
// A noun phrase reaches from its determiner to its last noun, which is its
// head. A genitive's 's is in no phrase: it stands between owner and owned.
// Without a noun the head is the currency sign ("$ 49 million"), then the last
// number, then the last word ("the poor", "many"). Every pronoun is a phrase,
// relative ones too ("who", "which"), but "there" of "there is" is not.
//
// A verb group reaches from the first auxiliary, or the negation or adverb
// before it, to the main verb, its head, and the particle behind that ("set
// up"). Each full verb has a group of its own: (will continue) (to allow). A
// "be" or "have" without another verb is its own head and keeps its negation:
// (is no longer) [a threat]. In a question the subject cuts the group: (Did)
// [it] (leave)?
//
// The phrases are those of Abney (1991) and of the CoNLL-2000 task (Tjong Kim
// Sang and Buchholz), except that the genitive 's is outside.
package chunk

import "github.com/factline/factline/extract"

// Stage returns the stage "chunk".
func Stage() extract.Stage {
	words := vocabulary()
	return extract.Stage{
		Name:     "chunk",
		Requires: extract.LayerTokens | extract.LayerSentences | extract.LayerTags,
		Provides: extract.LayerChunks,
		Apply: func(doc *extract.Document) {
			chunks := make([]extract.Chunk, 0, len(doc.Tokens)/2)
			for _, s := range doc.Sentences {
				c := &chunker{doc: doc, words: words, TokenRange: s.TokenRange}
				chunks = c.appendChunks(chunks)
			}
			doc.Chunks = chunks
		},
	}
}

// Longest look ahead and longest hyphenated compound, in tokens. Both bound
// the work at one token.
const (
	reach    = 5
	compound = 12
)

// chunker finds the chunks of one sentence.
type chunker struct {
	extract.TokenRange // the sentence
	doc                *extract.Document
	words              *words
}

func (c *chunker) appendChunks(chunks []extract.Chunk) []extract.Chunk {
	for i := c.Start; i < c.End; {
		end, head, ok := c.nounPhrase(i)
		kind := extract.NounPhrase
		if !ok {
			if from, to, main, found := c.verbGroup(i); found {
				i, end, head, ok, kind = from, to, main, true, extract.VerbGroup
			}
		}
		if ok {
			chunks = append(chunks, extract.Chunk{
				TokenRange: extract.TokenRange{Start: i, End: end}, Kind: kind, Head: head,
			})
		}
		i = max(end, i+1)
	}
	return chunks
}

// penn returns the Penn tag of token i, PennNone outside the sentence.
func (c *chunker) penn(i int32) extract.Penn {
	if !c.Contains(i) {
		return extract.PennNone
	}
	return c.doc.Tags[i].Penn
}

// pos returns the part of speech of token i, X outside the sentence.
func (c *chunker) pos(i int32) extract.POS {
	if !c.Contains(i) {
		return extract.X
	}
	return c.doc.Tags[i].POS
}

// unit returns the end of the hyphenated compound that starts at token i; i+1
// for a plain word. "Chinese-owned" is one unit of three tokens.
func (c *chunker) unit(i int32) int32 {
	end := i + 1
	for end+1 < c.End && end < i+compound && c.penn(end) == extract.PennHYPH && c.doc.Glued(end) && c.doc.Glued(end+1) {
		end += 2
	}
	return end
}
