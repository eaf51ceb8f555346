package extract

// Quote is something that somebody said, with the words that say so. Its range
// runs from the first word of its content to the last.
type Quote struct {
	TokenRange
	Kind QuoteKind
	// Content is what was said, quotation marks and a leading "that" included;
	// several parts when the cue interrupts: "No," he said, "never."
	Content []TokenRange
	Cue     TokenRange // "has since said", "according to"; empty for none
	// CueHead is the token of the verb or noun of saying; None without a cue.
	CueHead int32
	Stance  Stance
	Speaker TokenRange   // the whole noun phrase: "A TikTok spokesperson"; empty when the sentence names nobody
	Mention MentionIndex // the speaker's mention, also from another sentence; None when unknown
	Timexes []TimexIndex // when it was said
	Rule    string
}

// QuoteKind tells how the words of a quote relate to those of its speaker.
type QuoteKind uint8

const (
	Direct   QuoteKind = iota // all in quotation marks
	Indirect                  // none in quotation marks
	Mixed                     // partly
)

var quoteNames = [...]string{"direct", "indirect", "mixed"}

// String returns the name as the claims file has it: "mixed".
func (k QuoteKind) String() string { return quoteNames[k] }

// Stance is what a cue says of its content.
type Stance uint8

const (
	Say     Stance = iota // puts it forward and no more: "said", "announced"
	Believe               // "thinks", "expects"
	Deny                  // the speaker says that it is not so
	Reveal                // the cue presupposes that the content is true
	Order                 // wants it done: "told them to leave"
	Ask                   // wants to know it
)

var stanceNames = [...]string{"say", "believe", "deny", "reveal", "order", "ask"}

// String returns the name as the claims file has it: "reveal".
func (s Stance) String() string { return stanceNames[s] }

// ParseStance returns the stance with the given name, and false for an unknown
// name.
func ParseStance(name string) (Stance, bool) {
	for i, n := range stanceNames {
		if n == name {
			return Stance(i), true
		}
	}
	return Say, false
}

// QuoteIndex points into Document.Quotes; None is no quote.
type QuoteIndex int32
