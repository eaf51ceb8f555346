package main

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/token"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/conllu"
)

// scorer runs the stages up to the trees.
type scorer struct{ token, rest []extract.Stage }

func newScorer(tagger string) (*scorer, error) {
	p, err := pipeline.New(pipeline.Options{Tagger: tagger})
	if err != nil {
		return nil, err
	}
	s := &scorer{}
	for _, stage := range p.Stages() {
		switch stage.Name {
		case "token", "sentence":
			s.token = append(s.token, stage)
		case "tag", "parse":
			s.rest = append(s.rest, stage)
		}
	}
	return s, nil
}

// goldTokens tags and parses the sentences as they are.
func (s *scorer) goldTokens(gold []conllu.Sentence) *figures {
	f := &figures{right: make([]int, len(columns))}
	for _, sentence := range gold {
		doc := documentOf(sentence)
		for _, stage := range s.rest {
			stage.Apply(doc)
		}
		for i, w := range sentence.Words {
			f.gold++
			f.found++
			f.count(word{w, place{start: w.Head}}, tokenOf(doc, int32(i)))
		}
	}
	return f
}

// tokenOf returns a token of a document of one sentence.
func tokenOf(doc *extract.Document, i int32) word {
	t, arc := doc.Tags[i], doc.Arcs[i]
	return word{
		conllu.Word{Lemma: t.Lemma, UPOS: t.POS.String(), XPOS: t.Penn.String(), Feats: t.Features.String(), Deprel: arc.Relation.String()},
		place{start: int(arc.Head) + 1},
	}
}

// documentOf returns a document of one sentence with the words for its tokens.
func documentOf(s conllu.Sentence) *extract.Document {
	var text strings.Builder
	var tokens []extract.Token
	inside := map[int]bool{} // words with nothing before them in a multiword token
	for _, m := range s.Multiwords {
		for i := m.Start + 1; i < m.End; i++ {
			inside[i] = true
		}
	}
	for i, w := range s.Words {
		if i > 0 && !inside[i] && !strings.Contains(miscBefore(s, i), "SpaceAfter=No") {
			text.WriteByte(' ')
		}
		start := int32(text.Len())
		text.WriteString(w.Form)
		tokens = append(tokens, extract.Token{
			Span: extract.Span{Start: start, End: int32(text.Len())}, Form: extract.FormOf(w.Form), Class: classOf(w.Form),
		})
	}
	doc := extract.NewDocument(extract.Article{Text: text.String()})
	doc.Tokens = tokens
	doc.Sentences = []extract.Sentence{{TokenRange: extract.TokenRange{Start: 0, End: int32(len(tokens))}}}
	return doc
}

// classOf returns the class that the token stage gives a word that stands alone.
func classOf(word string) extract.Class {
	doc := extract.NewDocument(extract.Article{Text: word})
	token.Stage().Apply(doc)
	if len(doc.Tokens) == 0 {
		return extract.ClassSymbol
	}
	return doc.Tokens[0].Class
}

// miscBefore returns the MISC column of what stands before word i.
func miscBefore(s conllu.Sentence, i int) string {
	for _, m := range s.Multiwords {
		if m.End == i {
			return m.Misc
		}
	}
	return s.Words[i-1].Misc
}

// rawText reads the treebank's documents as texts and compares the words.
func (s *scorer) rawText(gold []conllu.Sentence) (*figures, error) {
	f := &figures{right: make([]int, len(columns))}
	for len(gold) > 0 {
		n := 1
		for n < len(gold) && !gold[n].NewDoc {
			n++
		}
		found, err := s.read(gold[:n])
		if err != nil {
			return nil, err
		}
		f.compare(placed(gold[:n]), placed(found))
		gold = gold[n:]
	}
	return f, nil
}

// read runs the stages over the text of one document.
func (s *scorer) read(gold []conllu.Sentence) ([]conllu.Sentence, error) {
	var text strings.Builder
	for i, sentence := range gold {
		if i > 0 && sentence.NewPar {
			text.WriteString("\n\n")
		} else if i > 0 {
			text.WriteByte(' ')
		}
		text.WriteString(sentence.Text)
	}
	doc := extract.NewDocument(extract.Article{ID: "document", Text: text.String()})
	for _, stage := range append(s.token, s.rest...) {
		stage.Apply(doc)
	}
	var b bytes.Buffer
	if err := conllu.Encode(&b, doc); err != nil {
		return nil, err
	}
	return conllu.Read(&b)
}

// place is where a word stands: from which to which character that is no blank.
// The words of a multiword token have its place and their number in it.
type place struct{ start, end, number int }

// placed returns the words of sentences by their place.
func placed(sentences []conllu.Sentence) map[place]word {
	words := map[place]word{}
	at := 1
	for _, s := range sentences {
		var places []place
		places, at = placesOf(s, at)
		for i, w := range s.Words {
			head := place{}
			if w.Head > 0 {
				head = places[w.Head-1]
			}
			words[places[i]] = word{w, head}
		}
	}
	return words
}

// placesOf returns the places of the words of a sentence that starts at a
// character, and where the next one starts.
func placesOf(s conllu.Sentence, at int) ([]place, int) {
	var places []place
	multiwords := s.Multiwords
	for i := 0; i < len(s.Words); i++ {
		if len(multiwords) > 0 && multiwords[0].Start == i {
			m := multiwords[0]
			end := at + length(m.Form)
			for n := range m.End - m.Start {
				places = append(places, place{at, end, n})
			}
			at, i, multiwords = end, m.End-1, multiwords[1:]
			continue
		}
		end := at + length(s.Words[i].Form)
		places = append(places, place{at, end, 0})
		at = end
	}
	return places, at
}

func length(form string) (n int) {
	for _, r := range form {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

func (f *figures) compare(gold, found map[place]word) {
	f.gold += len(gold)
	f.found += len(found)
	for at, w := range gold {
		if other, ok := found[at]; ok && strings.EqualFold(other.Form, w.Form) {
			f.count(w, other)
		}
	}
}
