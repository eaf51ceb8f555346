package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
)

// Write writes sentences. Their strings must hold no tab and no line end; Read
// returns none that do.
func Write(w io.Writer, sentences []Sentence) error {
	out := writer{bufio.NewWriter(w)}
	for i := range sentences {
		out.sentence(&sentences[i])
	}
	return out.Flush()
}

// writer keeps the first error for Flush.
type writer struct{ *bufio.Writer }

func (w writer) sentence(s *Sentence) {
	switch {
	case s.NewDoc && s.DocID == "":
		w.WriteString("# newdoc\n")
	case s.NewDoc:
		fmt.Fprintf(w, "# newdoc id = %s\n", s.DocID)
	}
	if s.NewPar {
		w.WriteString("# newpar\n")
	}
	if s.ID != "" {
		fmt.Fprintf(w, "# sent_id = %s\n", s.ID)
	}
	if s.Text != "" {
		fmt.Fprintf(w, "# text = %s\n", s.Text)
	}
	multiwords := s.Multiwords
	for i, word := range s.Words {
		if len(multiwords) > 0 && multiwords[0].Start == i {
			m := multiwords[0]
			id := strconv.Itoa(m.Start+1) + "-" + strconv.Itoa(m.End)
			w.line(id, m.Form, "", "", "", "", "", "", "", m.Misc)
			multiwords = multiwords[1:]
		}
		head := ""
		if word.Head != NoHead {
			head = strconv.Itoa(word.Head)
		}
		w.line(strconv.Itoa(i+1), word.Form, word.Lemma, word.UPOS, word.XPOS, word.Feats, head, word.Deprel, "", word.Misc)
	}
	w.WriteByte('\n')
}

func (w writer) line(cells ...string) {
	for i, cell := range cells {
		if i > 0 {
			w.WriteByte('\t')
		}
		if cell == "" {
			cell = "_"
		}
		w.WriteString(cell)
	}
	w.WriteByte('\n')
}
