package extract

// Quantity is a number with what it counts or measures: "over 500 videos",
// "£3.2bn", "10 to 12 per cent".
type Quantity struct {
	TokenRange
	Kind             QuantityKind
	Value, Low, High Amount    // Value alone, Low and High (a range), or one of them (a bound); none for a score
	Sides            []float64 // of a score, as written: 2 and 1
	Modifier         Modifier
	Trend            Trend
	Unit             Unit
	// Counted is the counted noun phrase without number and determiner; empty for
	// none. It stands inside, or beside where the number leaves it out: "48,900
	// voters cast ballots, about 19,000 by post".
	Counted TokenRange
	// CountedLemma is Counted in dictionary form: "video", "first-team player".
	CountedLemma string
	Concept      []TokenRange // what the number is about, the measured noun first, then the subject
	Rule         string
}

// Amount is a value that may be absent.
type Amount struct {
	Float float64
	Known bool
}

// Unit is what a quantity is measured in. The zero Unit is none: a count.
type Unit struct {
	Name      string // singular British name: "kilometre per hour", "percent", "dollar"
	Symbol    string // "km/h", "%", "$"
	Dimension string // "speed", "ratio", "currency"
}

// QuantityKind is what a quantity is good for.
type QuantityKind uint8

const (
	Count   QuantityKind = iota // "58 apps"
	Measure                     // "30 yards", "12 points" of an index
	Money                       // "£3.2bn"
	Percent                     // "60 per cent", "3 percentage points"
	Age                         // "the 65-year-old"
	Length                      // a duration: "15 years"
	Ratio                       // "three times", "half the condos"
	Score                       // "2-1"
	Rank                        // an ordinal: "third"
	Label                       // a number in a name: "Boeing 747", "Section 427"
)

var quantityNames = [...]string{"count", "measure", "money", "percent", "age", "duration", "ratio", "score", "ordinal", "label"}

// String returns the name as the claims file has it: "duration" for Length.
func (k QuantityKind) String() string { return quantityNames[k] }

// Modifier tells how the written value bounds the meant one.
type Modifier uint8

const (
	Exact   Modifier = iota // nothing changes the value
	About                   // "about", "nearly", "some"
	Over                    // "more than", "over", "exceeding"
	Under                   // "less than", "below"
	AtLeast                 // "at least", "no fewer than"
	AtMost                  // "up to", "at most"
)

var modifierNames = [...]string{"exact", "about", "over", "under", "at_least", "at_most"}

// String returns the name as the claims file has it: "at_least".
func (m Modifier) String() string { return modifierNames[m] }

// Trend tells whether a quantity is the size of a rise or a fall.
type Trend uint8

const (
	NoTrend Trend = iota // no rise or fall, or none told
	Up                   // "rose 15 per cent"
	Down                 // "fell by a third"
)

var trendNames = [...]string{"", "up", "down"}

// String returns "up", "down" or "".
func (t Trend) String() string { return trendNames[t] }

// QuantityIndex points into Document.Quantities; None is no quantity.
type QuantityIndex int32
