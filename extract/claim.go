package extract

// Claim is one checkable statement of the article.
type Claim struct {
	TokenRange
	Subject Slot
	// Predicate is the verbs; more than one part when other words stand
	// between them. It is empty where the article has none: "Ann Lee, the
	// mayor" has the subject "Ann Lee" and the object "the mayor".
	Predicate []TokenRange
	// PredicateHead is the token of the main verb, or the head of the object
	// without one.
	PredicateHead int32
	Object        Slot
	Arguments     []Argument
	Quantities    []QuantityIndex
	Timexes       []TimexIndex
	Attribution   []QuoteIndex // outermost first; empty when the article says it itself
	Polarity      Polarity
	PolarityCue   TokenRange // "never", "no longer"; empty for none
	Modality      Modality
	ModalityCue   TokenRange // "could", "if"; empty for none
	Corrects      []ClaimIndex
	SameAs        []ClaimIndex
	Checks        []Check // arithmetic among its quantities
	// Substitutions are the words of the statement that its reader needs
	// replaced by a name, in text order.
	Substitutions []Substitution
	Score         float64 // 0 to 1: how much the claim is worth checking
	ScoreParts    []ScorePart
	Rule          string
}

// ScorePart is what one feature of a claim adds to its score.
type ScorePart struct {
	Feature string
	Weight  float64
}

// Slot is a part of a claim. An empty range is an absent slot.
type Slot struct {
	TokenRange
	Entity EntityIndex // None when it is not one entity
}

// Argument is a part of a claim beside subject and object.
type Argument struct {
	Slot
	Role        ArgumentRole
	Preposition TokenRange // "in" of "in the US"; empty for none; it is part of the slot's range
}

// Substitution stands in a statement for a pronoun: its tokens are replaced by
// the entity's name, in square brackets. An empty range inserts the name before
// token Start: the subject that "posts regularly" shares with the verb before
// it. Without an entity the tokens are left out: they belong to another claim.
type Substitution struct {
	TokenRange
	Entity EntityIndex
	Words  TokenRange // the subject's own words, inserted where it is no entity
	Keep   bool       // the tokens stay, and the brackets follow: "we [TikTok] are", "the app [TikTok]"
	Date   string     // what stands in the brackets after a relative date: "on Monday [2020-07-06]"
}

// ArgumentRole is what an argument tells.
type ArgumentRole uint8

const (
	RoleOther     ArgumentRole = iota
	RolePlace                  // "in the US"
	RoleTime                   // "by Friday"
	RoleReason                 // "because they broke content rules"
	RolePurpose                // "to retain access"
	RoleManner                 // "by hand"
	RoleCondition              // "if it rains"
	RoleWith                   // "alongside 58 other apps"
)

var argumentNames = [...]string{"other", "place", "time", "reason", "purpose", "manner", "condition", "with"}

// String returns the name as the claims file has it: "reason".
func (r ArgumentRole) String() string { return argumentNames[r] }

// Polarity tells whether a claim is affirmed or denied.
type Polarity uint8

const (
	Positive Polarity = iota
	Negative          // "has never posted", "is no longer permitted"
)

var polarityNames = [...]string{"positive", "negative"}

// String returns the name as the claims file has it: "negative".
func (p Polarity) String() string { return polarityNames[p] }

// Modality tells how a claim is put forward.
type Modality uint8

const (
	Asserted    Modality = iota // put forward as a fact
	Possible                    // "could be banned"
	Obligation                  // "must remove it"
	Future                      // "will leave Hong Kong"
	Conditional                 // "if it rains", "would have left"
	Unknown                     // a question, or what "is not known"
	Opinion                     // a judgement: "a significant moment"
)

var modalityNames = [...]string{"asserted", "possible", "obligation", "future", "conditional", "unknown", "opinion"}

// String returns the name as the claims file has it: "possible".
func (m Modality) String() string { return modalityNames[m] }

// ClaimIndex points into Document.Claims; None is no claim.
type ClaimIndex int32
