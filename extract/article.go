package extract

import (
	"errors"
	"time"
	"unicode/utf8"
)

// Article is what a reader hands to the pipeline: one news article and what is
// known of it from outside its text.
type Article struct {
	ID            string    // file path, or the "id" of a JSON Lines row
	Title         string    // from metadata; a headline inside Text is found by the sentence stage
	Byline        string    // from metadata
	Source        string    // publication or address, from metadata
	Published     time.Time // day of publication in UTC; the zero Time when unknown
	PublishedFrom Origin    // who said when it was published
	Language      string    // BCP 47 tag; "" when unknown
	DuplicateOf   string    // ID of an earlier article that this one is nearly equal to
	Text          string    // valid UTF-8, kept byte for byte
}

// Origin says where the publication date of an article comes from.
type Origin string

const (
	FromFlag     Origin = "flag"     // the user gave it
	FromMetadata Origin = "metadata" // it stands beside the text, in the same record
	FromDateline Origin = "dateline" // the text begins with it
	FromInferred Origin = "inferred" // guessed from what stands around the text, such as its address
)

var (
	// ErrNotUTF8 is wrapped by errors of articles that are not valid UTF-8.
	ErrNotUTF8 = errors.New("not valid UTF-8")
	// ErrTooLong is wrapped by errors of articles over a limit of bytes.
	ErrTooLong = errors.New("article too long")
)

// InvalidUTF8 returns the offset of the first byte that is not part of a UTF-8
// character, or -1.
func InvalidUTF8(text []byte) int {
	if utf8.Valid(text) {
		return -1
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
