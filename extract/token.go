package extract

// Token is the smallest piece of text that annotations are made of: a word, a
// number, a clitic, a sign. Tokens and the blanks between them are the text.
type Token struct {
	Span
	Form  Form
	Class Class
}

// Class is the shape of a token, told by its characters alone.
type Class uint8

const (
	ClassLower   Class = iota // letters without a capital: "videos", "n't", letters of scripts without case
	ClassTitle                // a capital, then small letters: "Amazon", "The"
	ClassUpper                // capitals only, one or more: "US", "U.S.", "I"
	ClassMixed                // other mixes of case: "TikTok", "iPhone", "O'Malley"
	ClassDigits               // digits with their separators: "49", "1.6", "1,200", "½"
	ClassAlnum                // letters and digits: "5G", "2nd", "A380"
	ClassPunct                // punctuation: , . " ( – ...
	ClassSymbol               // currency, percent, mathematics, emoji and all else
	ClassAddress              // URL, e-mail address, @name, #tag
)

var classNames = [...]string{"lower", "title", "upper", "mixed", "digits", "alnum", "punct", "symbol", "address"}

// String returns the lower-case name: "title".
func (c Class) String() string { return classNames[c] }

// IsWord tells whether the token is made of letters only (clitics such as
// "'s" and abbreviations such as "U.S." included).
func (c Class) IsWord() bool { return c <= ClassMixed }

// IsCapital tells whether the token is a word with a capital letter in it.
func (c Class) IsCapital() bool { return c == ClassTitle || c == ClassUpper || c == ClassMixed }
