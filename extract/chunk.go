package extract

// Chunk is a phrase without the phrases inside it, told from tags alone
// (Abney 1991): a base noun phrase up to its head, or the verbs of one
// predicate. Chunks do not overlap and never leave their sentence.
type Chunk struct {
	TokenRange
	Kind ChunkKind
	Head int32 // token: the noun that the phrase is about, or the main verb
}

// ChunkKind is what a chunk is.
type ChunkKind uint8

const (
	// NounPhrase: "[58 other Chinese-owned apps]", "[the app]'s [history]",
	// "[it]". It holds determiners, numbers, adjectives and nouns up to the
	// head; what follows the head ("of Americans") is a chunk of its own.
	NounPhrase ChunkKind = iota
	// VerbGroup: "[has never posted]", "[is no longer permitted]", "[to
	// respect]". It holds auxiliaries, negation, adverbs between them and the
	// main verb; a "be" without another verb is its own head.
	VerbGroup
)

var chunkNames = [...]string{"NP", "VG"}

// String returns "NP" or "VG".
func (k ChunkKind) String() string { return chunkNames[k] }
