package extract

// Mention is a place where the text names or refers to somebody or something.
type Mention struct {
	TokenRange
	Head   int32 // token that carries the meaning: "Pompeo", "company"
	Kind   MentionKind
	Type   EntityType // EntityUnknown when the words do not tell
	Gender Gender     // of a person; GenderUnknown when the words do not tell
	Rule   string
}

// Gender is the gender of the pronouns that a person takes in the text.
type Gender uint8

const (
	GenderUnknown Gender = iota
	Male                 // "he", "Mr Pompeo", "Mike Pompeo"
	Female               // "she", "Ms Ardern", "Jacinda Ardern"
)

// MentionKind is how a mention refers.
type MentionKind uint8

const (
	Name    MentionKind = iota // "New York Times"; no article, no title
	Nominal                    // "the company", "a TikTok spokesperson"
	Pronoun                    // "it", "their"
)

var mentionNames = [...]string{"name", "nominal", "pronoun"}

// String returns the name as the claims file has it: "nominal".
func (k MentionKind) String() string { return mentionNames[k] }

// MentionIndex points into Document.Mentions; None is no mention.
type MentionIndex int32
