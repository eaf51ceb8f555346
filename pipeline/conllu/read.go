package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Read returns the sentences of a file. Comments other than the fields of
// Sentence, empty nodes (lines with an ID such as 8.1) and the DEPS column are
// passed over. An error names the line, from 1; the sentences before it are
// returned, too.
func Read(r io.Reader) ([]Sentence, error) {
	d := decoder{in: bufio.NewReader(r)}
	for number := 1; ; number++ {
		line, err := d.in.ReadString('\n')
		if err != nil && err != io.EOF {
			return d.sentences, err
		}
		last := err == io.EOF
		line = strings.TrimRight(line, "\r\n")
		if err := d.line(line); err != nil {
			return d.sentences, fmt.Errorf("line %d: %w", number, err)
		}
		if last && line != "" { // no empty line after the last sentence
			if err := d.end(); err != nil {
				return d.sentences, fmt.Errorf("line %d: %w", number, err)
			}
		}
		if last {
			return d.sentences, nil
		}
	}
}

// decoder reads one file.
type decoder struct {
	in        *bufio.Reader
	sentences []Sentence
	current   Sentence // up to the line read last
}

func (d *decoder) line(line string) error {
	switch {
	case line == "":
		return d.end()
	case line[0] == '#':
		if len(d.current.Words) == 0 { // no comment stands between words
			d.comment(line[1:])
		}
		return nil
	}
	cells := strings.Split(line, "\t")
	if len(cells) != columns {
		return fmt.Errorf("%d columns, want %d", len(cells), columns)
	}
	for i, cell := range cells {
		if cell == "" {
			return fmt.Errorf("column %d is empty", i+1)
		}
	}
	first, last, isRange := strings.Cut(cells[0], "-")
	switch {
	case isRange:
		return d.multiword(first, last, cells)
	case strings.Contains(first, "."):
		return nil
	}
	return d.word(cells)
}

// comment reads "newdoc id = x", "newpar", "sent_id = x", "text = x".
func (d *decoder) comment(comment string) {
	key, value, _ := strings.Cut(comment, "=")
	value = strings.TrimSpace(value)
	switch strings.TrimSpace(key) {
	case "newdoc", "newdoc id":
		d.current.NewDoc, d.current.DocID = true, value
	case "newpar", "newpar id":
		d.current.NewPar = true
	case "sent_id":
		d.current.ID = value
	case "text":
		d.current.Text = value
	}
}

// multiword reads a line with the ID "first-last". Its words follow it.
func (d *decoder) multiword(first, last string, cells []string) error {
	start, err := strconv.Atoi(first)
	if err != nil {
		return fmt.Errorf("ID %q is no range", cells[0])
	}
	end, err := strconv.Atoi(last)
	if err != nil {
		return fmt.Errorf("ID %q is no range", cells[0])
	}
	if start != len(d.current.Words)+1 || end <= start || start <= d.covered() {
		return fmt.Errorf("range %q is out of order", cells[0])
	}
	m := Multiword{Start: start - 1, End: end, Form: cells[1], Misc: content(cells[9])}
	d.current.Multiwords = append(d.current.Multiwords, m)
	return nil
}

// covered returns the ID of the last word in a multiword token, 0 for none.
func (d *decoder) covered() int {
	if n := len(d.current.Multiwords); n > 0 {
		return d.current.Multiwords[n-1].End
	}
	return 0
}

func (d *decoder) word(cells []string) error {
	if want := strconv.Itoa(len(d.current.Words) + 1); cells[0] != want {
		return fmt.Errorf("ID %q, want %s", cells[0], want)
	}
	word := Word{
		Form: cells[1], Lemma: content(cells[2]), UPOS: content(cells[3]), XPOS: content(cells[4]),
		Feats: content(cells[5]), Head: NoHead, Deprel: content(cells[7]), Misc: content(cells[9]),
	}
	if word.Form == "_" {
		word.Lemma = cells[2] // the lemma of an underscore is one
	}
	if head := content(cells[6]); head != "" {
		n, err := strconv.Atoi(head)
		if err != nil || n < 0 {
			return fmt.Errorf("HEAD %q is neither 0 nor an ID", head)
		}
		word.Head = n
	}
	d.current.Words = append(d.current.Words, word)
	return nil
}

// end puts the current sentence to the others.
func (d *decoder) end() error {
	s := d.current
	d.current = Sentence{}
	if len(s.Multiwords) > 0 && s.Multiwords[len(s.Multiwords)-1].End > len(s.Words) {
		return errors.New("a multiword token lacks words")
	}
	for i, word := range s.Words {
		if word.Head > len(s.Words) {
			return fmt.Errorf("HEAD %d of word %d is beyond the sentence", word.Head, i+1)
		}
	}
	if len(s.Words) > 0 { // the head line of a document without sentences has none
		d.sentences = append(d.sentences, s)
	}
	return nil
}

// content is a column without the mark of an empty one.
func content(cell string) string {
	if cell == "_" {
		return ""
	}
	return cell
}
