package article

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Encoding is how the characters of a file are written.
type Encoding string

const (
	Auto        Encoding = ""             // UTF-16 when a byte order mark says so, else UTF-8
	UTF8        Encoding = "utf-8"        // a byte order mark is dropped
	UTF16       Encoding = "utf-16"       // little-endian without a byte order mark
	Windows1252 Encoding = "windows-1252" // Western European
)

var markUTF8, markLittle, markBig = []byte("\xef\xbb\xbf"), []byte("\xff\xfe"), []byte("\xfe\xff")

// decode returns what a file holds as UTF-8, which is not checked, and the
// length of the byte order mark that it took off UTF-8.
func decode(b *bufio.Reader, encoding Encoding) (io.Reader, int, error) {
	// Peek's error is not lost: reading on gives it again.
	head, _ := b.Peek(len(markUTF8))
	if encoding == Auto && (bytes.HasPrefix(head, markLittle) || bytes.HasPrefix(head, markBig)) {
		encoding = UTF16
	}
	switch encoding {
	case Auto, UTF8:
		if bytes.HasPrefix(head, markUTF8) {
			n, err := b.Discard(len(markUTF8))
			return b, n, err
		}
		return b, 0, nil
	case UTF16:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(b), 0, nil
	case Windows1252:
		return charmap.Windows1252.NewDecoder().Reader(b), 0, nil
	}
	return nil, 0, fmt.Errorf("unknown encoding %q", encoding)
}
