package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
)

// Encode writes a document. A document without sentences gives its head line
// alone.
func Encode(w io.Writer, doc *extract.Document) error {
	out := writer{bufio.NewWriter(w)}
	e := encoder{doc: doc, id: oneLine(doc.ID)}
	if len(doc.Sentences) == 0 {
		out.sentence(&Sentence{NewDoc: true, DocID: e.id})
	}
	for i := range doc.Sentences {
		s := e.sentence(i)
		out.sentence(&s)
	}
	return out.Flush()
}

// encoder makes the sentences of one document, in their order.
type encoder struct {
	doc       *extract.Document
	id        string
	paragraph int // the first that starts no earlier than the next sentence
}

func (e *encoder) sentence(number int) Sentence {
	r := e.doc.Sentences[number].TokenRange
	s := Sentence{ID: fmt.Sprintf("%s-%d", e.id, number+1), Text: oneLine(e.doc.TextOf(r))}
	if number == 0 {
		s.NewDoc, s.DocID = true, e.id
	}
	for e.paragraph < len(e.doc.Paragraphs) && e.doc.Paragraphs[e.paragraph].Start <= r.Start {
		s.NewPar = e.doc.Paragraphs[e.paragraph].Start == r.Start
		e.paragraph++
	}
	for start := r.Start; start < r.End; {
		end := start + 1
		for end < r.End && e.continues(end) {
			end++
		}
		e.written(&s, r, start, end)
		start = end
	}
	return s
}

// written adds tokens start to end, which the text writes as one, to a sentence.
func (e *encoder) written(s *Sentence, r extract.TokenRange, start, end int32) {
	for i := start; i < end; i++ {
		s.Words = append(s.Words, e.word(i, r.Start))
	}
	misc := ""
	if end < r.End && e.doc.Glued(end) {
		misc = noSpaceMisc
	}
	if end-start == 1 {
		s.Words[len(s.Words)-1].Misc = misc
		return
	}
	s.Multiwords = append(s.Multiwords, Multiword{
		Start: int(start - r.Start), End: int(end - r.Start),
		Form: field(e.doc.TextOf(extract.TokenRange{Start: start, End: end})), Misc: misc,
	})
}

// word returns token i of the sentence that starts with token first.
func (e *encoder) word(i, first int32) Word {
	word := Word{Form: field(e.doc.Word(i)), Head: NoHead}
	if int(i) < len(e.doc.Tags) {
		t := e.doc.Tags[i]
		word.Lemma, word.UPOS, word.XPOS, word.Feats = field(t.Lemma), t.POS.String(), t.Penn.String(), t.Features.String()
	}
	if int(i) < len(e.doc.Arcs) {
		arc := e.doc.Arcs[i]
		word.Head, word.Deprel = 0, arc.Relation.String()
		if arc.Head != extract.None {
			word.Head = int(arc.Head-first) + 1
		}
	}
	return word
}

// continues tells whether token i belongs to the word that token i-1 is in:
// "'s" of "TikTok's", "not" of "cannot", the apostrophe of "companies'".
func (e *encoder) continues(i int32) bool {
	if !e.doc.Glued(i) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(e.doc.Word(i - 1))
	if !unicode.IsLetter(last) && !unicode.IsDigit(last) && last != '.' {
		return false
	}
	if int(i) < len(e.doc.Tags) && e.doc.Tags[i].Penn == extract.PennPOS {
		return true
	}
	word := e.doc.Word(i)
	first, size := utf8.DecodeRuneInString(word)
	if isApostrophe(first) {
		next, _ := utf8.DecodeRuneInString(word[size:])
		return unicode.IsLetter(next)
	}
	return unicode.IsLetter(last) && e.doc.Tokens[i-1].Class.IsWord() && e.doc.Tokens[i].Class.IsWord() && unicode.IsLetter(first)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '`' }

// field returns a word as a column: without blanks, and not empty.
func field(word string) string {
	if strings.ContainsFunc(word, isBlank) {
		word = strings.Map(func(r rune) rune {
			if isBlank(r) {
				return -1
			}
			return r
		}, word)
	}
	if word == "" {
		return "_"
	}
	return word
}

// oneLine returns text with each run of blanks as one blank, so that it fits
// into one comment line.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, isBlank), " ")
}

// isBlank also holds for the separators of ASCII, which some readers of the
// format take for ends of lines.
func isBlank(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }
