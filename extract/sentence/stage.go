// Package sentence groups tokens into paragraphs and sentences, and tells
// headlines, bylines and datelines from the body of an article.
//
//	He met J. Roe in the U.S. Senate. "Why?" he asked.
//	-> [He met J. Roe in the U.S. Senate.] ["Why?" he asked.]
//
// It reads Tokens and the blanks between them, and writes the layers Sentences
// and Paragraphs; both cover all tokens without gap. A paragraph ends at a
// blank line and, unless the text is wrapped at a line width, at every end of
// line; a sentence never leaves its paragraph. Within a paragraph the rules
// follow the sentences of the English treebanks of Universal Dependencies (EWT
// and GUM; Silveira et al. 2014, Zeldes 2017).
package sentence

import "github.com/factline/factline/extract"

// Stage returns the stage "sentence".
func Stage() extract.Stage {
	words := tables()
	return extract.Stage{
		Name:     "sentence",
		Requires: extract.LayerTokens,
		Provides: extract.LayerSentences | extract.LayerParagraphs,
		Apply:    func(doc *extract.Document) { apply(doc, words) },
	}
}

func apply(doc *extract.Document, words *wordTables) {
	if len(doc.Tokens) == 0 {
		return
	}
	doc.Paragraphs = paragraphs(doc)
	s := &splitter{doc: doc, words: words}
	s.sentences = make([]extract.Sentence, 0, len(doc.Tokens)/tokensPerSentence+len(doc.Paragraphs))
	roles := &roleFinder{doc: doc, words: words}
	for i, p := range doc.Paragraphs {
		role, end := roles.find(i, p)
		if end > p.Start {
			s.add(extract.TokenRange{Start: p.Start, End: end}, role)
		}
		if end < p.End {
			s.split(extract.TokenRange{Start: end, End: p.End})
		}
	}
	doc.Sentences = s.sentences
}

// tokensPerSentence is what news text has at least.
const tokensPerSentence = 12
