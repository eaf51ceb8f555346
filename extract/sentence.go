package extract

// Sentence is one sentence, headline or byline. The sentences of a document
// follow each other without gap or overlap: every token is in exactly one.
type Sentence struct {
	TokenRange
	Role Role
}

// Role tells what a sentence is to its article.
type Role uint8

const (
	RoleBody     Role = iota // running text
	RoleHeadline             // of the article, or of a part of it
	RoleByline               // "Words by Fred Dimbleby"
	RoleDateline             // "LONDON, July 10 (Reuters) -"
)

var roleNames = [...]string{"body", "headline", "byline", "dateline"}

// String returns the name as the claims file has it: "headline".
func (r Role) String() string { return roleNames[r] }
