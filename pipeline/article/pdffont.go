package article

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// pdfFont is what a font says of its codes: their letters and their widths. The
// library has the letters of simple fonts; those of composite ones, and all
// widths of these, are read here.
type pdfFont struct {
	bytes    int                // of a code: 2 in a composite font
	letters  map[uint32]string  // by the font's own table
	simple   [256]string        // for codes of one byte that the table does not have
	widths   map[uint32]float64 // in text space for a size of 1
	fallback float64            // the width of other codes
}

func newPDFFont(font pdf.Value) *pdfFont {
	f := &pdfFont{bytes: 1, letters: map[uint32]string{}, widths: map[uint32]float64{}, fallback: 0.5}
	if table := font.Key("ToUnicode"); table.Kind() == pdf.Stream {
		f.readLetters(table)
	}
	if font.Key("Subtype").Name() == "Type0" {
		f.bytes = 2
		f.readComposite(font.Key("DescendantFonts").Index(0))
		return f
	}
	f.readSimple(font)
	return f
}

// readSimple reads the widths and letters of a font whose codes are bytes.
func (f *pdfFont) readSimple(font pdf.Value) {
	unit := 0.001
	if matrix := font.Key("FontMatrix"); matrix.Len() == 6 {
		unit = matrix.Index(0).Float64()
	}
	widths, first := font.Key("Widths"), font.Key("FirstChar").Int64()
	for i := range min(widths.Len(), 256) {
		f.widths[uint32(first)+uint32(i)] = widths.Index(i).Float64() * unit
	}
	encoder := (&pdf.Font{V: font}).Encoder()
	for code := range f.simple {
		letters := []rune(encoder.Decode(string([]byte{byte(code)})))
		if len(letters) == 1 && 0x80 <= letters[0] && letters[0] < 0xa0 {
			letters[0] = charmap.Windows1252.DecodeByte(byte(code)) // not a control character
		}
		f.simple[code] = string(letters)
	}
}

// readComposite reads the widths of a composite font: [c [w w ...]] for codes
// from c, [c d w] for those from c to d.
func (f *pdfFont) readComposite(font pdf.Value) {
	const thousandth = 0.001
	f.fallback = 1
	if width := font.Key("DW"); !width.IsNull() {
		f.fallback = width.Float64() * thousandth
	}
	list := font.Key("W")
	for i := 0; i+1 < list.Len(); {
		first := uint32(list.Index(i).Int64())
		if widths := list.Index(i + 1); widths.Kind() == pdf.Array {
			for j := range min(widths.Len(), 1<<16) {
				f.widths[first+uint32(j)] = widths.Index(j).Float64() * thousandth
			}
			i += 2
			continue
		}
		last := min(uint32(list.Index(i+1).Int64()), first+1<<16)
		for code := first; code <= last && code < 1<<16; code++ {
			f.widths[code] = list.Index(i+2).Float64() * thousandth
		}
		i += 3
	}
}

// readLetters reads a table of the letters of codes (Adobe Technical Note 5411):
// "<01> <0041>" between beginbfchar and endbfchar, "<01> <09> <0041>" and
// "<01> <02> [<0041> <0061>]" between beginbfrange and endbfrange.
func (f *pdfFont) readLetters(table pdf.Value) {
	const most = 1 << 20
	in := table.Reader()
	defer in.Close()
	b, err := io.ReadAll(io.LimitReader(in, most))
	if err != nil {
		return // as good as no table
	}
	var items []string // strings since the last operator, "[" and "]" among them
	for token := range cmapTokens(b) {
		switch token {
		case "beginbfchar", "beginbfrange":
			items = nil
		case "endbfchar":
			for ; len(items) >= 2; items = items[2:] {
				f.letters[codeOf(items[0])] = lettersOf(items[1], 0)
			}
		case "endbfrange":
			for len(items) >= 3 {
				items = f.addRange(items)
			}
		default:
			items = append(items, strings.TrimPrefix(token, "<"))
		}
	}
}

// addRange adds the range of codes with which a list of strings begins, and
// returns the rest of it.
func (f *pdfFont) addRange(items []string) []string {
	first, last := codeOf(items[0]), codeOf(items[1])
	to := items[2:]
	listed := to[0] == "["
	if listed {
		to = to[1:]
	}
	for code := first; code <= last && len(f.letters) < 1<<16 && len(to) > 0 && to[0] != "]"; code++ {
		if listed {
			f.letters[code] = lettersOf(to[0], 0)
			to = to[1:]
		} else {
			f.letters[code] = lettersOf(to[0], code-first)
		}
	}
	if !listed {
		return to[1:]
	}
	if end := slices.Index(to, "]"); end >= 0 {
		return to[end+1:]
	}
	return nil
}

// cmapTokens returns the tokens of a table: operators and numbers as they are,
// "[", "]", and strings in hexadecimal as "<" and their bytes.
func cmapTokens(b []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(b) > 0 {
			n, token := 1, ""
			switch b[0] {
			case '[', ']':
				token = string(b[:1])
			case '<':
				n = bytes.IndexByte(b, '>') + 1
				if n == 0 {
					return
				}
				raw, _ := hex.DecodeString(string(bytes.Join(bytes.Fields(b[1:n-1]), nil)))
				token = "<" + string(raw)
			case ' ', '\t', '\r', '\n', '>':
			default:
				n = max(1, bytes.IndexAny(b, " \t\r\n<>[]"))
				token = string(b[:n])
			}
			if b = b[n:]; token != "" && !yield(token) {
				return
			}
		}
	}
}

// codeOf returns the number that the bytes of a code make.
func codeOf(s string) (code uint32) {
	for i := range min(len(s), 4) {
		code = code<<8 | uint32(s[i])
	}
	return code
}

// lettersOf returns letters in UTF-16; more is added to the last one.
func lettersOf(s string, more uint32) string {
	var units []uint16
	for b := []byte(s); len(b) >= 2; b = b[2:] {
		units = append(units, binary.BigEndian.Uint16(b))
	}
	if len(units) > 0 {
		units[len(units)-1] += uint16(more)
	}
	return string(utf16.Decode(units))
}

// each calls show for every code of a string, with its letters and its width,
// and whether it is the code of one byte for a space.
func (f *pdfFont) each(s string, show func(letters string, width float64, space bool)) {
	for len(s) >= f.bytes {
		code := codeOf(s[:f.bytes])
		s = s[f.bytes:]
		letters, ok := f.letters[code]
		if !ok && f.bytes == 1 {
			letters = f.simple[code]
		}
		width, ok := f.widths[code]
		if !ok {
			width = f.fallback
		}
		show(letters, width, f.bytes == 1 && code == ' ')
	}
}
