package extract

// Number is a number as it is written, in digits or words, without its unit:
// "49 million", "tens of millions", "two-thirds", "2019", "second".
type Number struct {
	TokenRange
	Kind NumberKind
	// Low and High are equal unless the words name only a range: "tens of
	// millions" is 20000000 to 99999999. They are the nearest float64 to the
	// exact decimal value.
	Low, High float64
	Rule      string
}

// Exact tells whether the words name one value.
func (n Number) Exact() bool { return n.Low == n.High }

// NumberKind is how a number is meant.
type NumberKind uint8

const (
	Cardinal NumberKind = iota // "58", "1.6 million", "a dozen"
	Ordinal                    // "second", "22nd"
	Fraction                   // "two-thirds", "half", "½"
	Vague                      // "tens of millions", "dozens", "hundreds": a range
)

var numberNames = [...]string{"cardinal", "ordinal", "fraction", "vague"}

// String returns the lower-case name: "ordinal".
func (k NumberKind) String() string { return numberNames[k] }

// NumberIndex points into Document.Numbers; None is no number.
type NumberIndex int32
