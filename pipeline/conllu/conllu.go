// Package conllu writes the tokens, sentences and tags of a document as CoNLL-U
// (version 2, https://universaldependencies.org/format.html):
//
//	# newdoc id = amazon-tiktok
//	# newpar
//	# sent_id = amazon-tiktok-1
//	# text = It can't stay.
//	1	It	it	PRON	PRP	_	_	_	_	_
//	2-3	can't	_	_	_	_	_	_	_	_
//	2	ca	can	AUX	MD	_	_	_	_	_
//	3	n't	not	PART	RB	_	_	_	_	_
//	4	stay	stay	VERB	VB	_	_	_	_	SpaceAfter=No
//	5	.	.	PUNCT	.	_	_	_	_	_
//
// It reads the layers tokens, sentences, paragraphs and tags. A word and its
// clitic that stand together in the text are a multiword token, as in the
// English Universal Dependencies treebanks. HEAD and DEPREL are empty while no
// stage provides them.
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factline/factline/extract"
)

// Encode writes a document. A document without sentences gives its head line
// alone.
func Encode(w io.Writer, doc *extract.Document) error {
	e := encoder{doc: doc, out: bufio.NewWriter(w), id: oneLine(doc.ID)}
	fmt.Fprintf(e.out, "# newdoc id = %s\n", e.id)
	paragraph := 0
	for number, s := range doc.Sentences {
		for paragraph < len(doc.Paragraphs) && doc.Paragraphs[paragraph].Start <= s.Start {
			if doc.Paragraphs[paragraph].Start == s.Start {
				e.out.WriteString("# newpar\n")
			}
			paragraph++
		}
		e.sentence(number+1, s.TokenRange)
	}
	if len(doc.Sentences) == 0 {
		e.out.WriteByte('\n')
	}
	return e.out.Flush()
}

// encoder writes one document. Its writer keeps the first error for the end.
type encoder struct {
	doc *extract.Document
	out *bufio.Writer
	id  string
}

func (e *encoder) sentence(number int, s extract.TokenRange) {
	fmt.Fprintf(e.out, "# sent_id = %s-%d\n# text = %s\n", e.id, number, oneLine(e.doc.TextOf(s)))
	for i := s.Start; i < s.End; {
		end := i + 1
		for end < s.End && e.continues(end) {
			end++
		}
		e.word(s, i, end)
		i = end
	}
	e.out.WriteByte('\n')
}

// word writes tokens start to end, which are one word of the text.
func (e *encoder) word(s extract.TokenRange, start, end int32) {
	spaceAfter := "_"
	if end < s.End && e.doc.Glued(end) {
		spaceAfter = "SpaceAfter=No"
	}
	if end-start > 1 {
		form := field(e.doc.TextOf(extract.TokenRange{Start: start, End: end}))
		fmt.Fprintf(e.out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", start-s.Start+1, end-s.Start, form, spaceAfter)
		spaceAfter = "_"
	}
	for i := start; i < end; i++ {
		e.out.WriteString(strconv.Itoa(int(i-s.Start) + 1))
		e.out.WriteByte('\t')
		e.out.WriteString(field(e.doc.Word(i)))
		lemma, pos, penn := "_", "_", "_"
		if int(i) < len(e.doc.Tags) {
			t := e.doc.Tags[i]
			lemma, pos, penn = field(t.Lemma), t.POS.String(), t.Penn.String()
		}
		fmt.Fprintf(e.out, "\t%s\t%s\t%s\t_\t_\t_\t_\t%s\n", lemma, pos, penn, spaceAfter)
	}
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
