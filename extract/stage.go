package extract

// Stage adds the layers in Provides to a Document, reading only those in
// Requires.
type Stage struct {
	Name     string // also its folder: "quantity"
	Requires Layer
	Provides Layer
	// Apply writes the provided layers. It is deterministic, safe for
	// concurrent use on different documents, linear in the length of the text,
	// and cannot fail: the pipeline has made sure of valid UTF-8 and of the
	// required layers.
	Apply func(*Document)
}
