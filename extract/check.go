package extract

// Check is arithmetic inside a claim: figures of which some determine another,
// and whether the article's figure is the one that they give. In "rose 10 per
// cent from 50 to 60" the rise would have to be 20.
type Check struct {
	Kind CheckKind
	// Quantities are the figure that is checked, then those that it follows from.
	Quantities []QuantityIndex
	Expected   float64 // what the first figure would have to be, in its own unit
	Holds      bool    // the figure is that, as far as the written digits tell
}

// CheckKind is the relation between the figures of a check.
type CheckKind uint8

const (
	Change     CheckKind = iota // a percentage, from what, to what: "rose 10% from 50 to 55"
	Difference                  // an amount, from what, to what: "fell by £5 from £40 to £35"
	Share                       // a percentage, the part, the whole: "48,900 of 93,085 voters, or 52.5%"
	Sum                         // the whole, its parts: "12 people, seven men and five women"
	Conversion                  // one length, weight, ... in two units: "90 km (56 miles)"
)

var checkNames = [...]string{"change", "difference", "share", "sum", "conversion"}

// String returns the name as the claims file has it: "change".
func (k CheckKind) String() string { return checkNames[k] }
