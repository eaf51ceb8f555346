package extract

import "time"

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
	Text          string    // valid UTF-8, kept byte for byte
}

// Origin says where the publication date of an article comes from.
type Origin string

const (
	FromFlag     Origin = "flag"     // the user gave it
	FromMetadata Origin = "metadata" // it stands beside the text, in the same record
)
