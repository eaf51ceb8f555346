package extract

import "strings"

// Layer is a set of the layers of a Document, one bit each.
type Layer uint32

// The layers of a Document: LayerTags is Document.Tags, and so on.
const (
	LayerTokens Layer = 1 << iota
	LayerSentences
	LayerParagraphs
	LayerTags
	LayerArcs
	LayerChunks
	LayerNumbers
	LayerTimexes
	LayerMentions
	LayerQuantities
	LayerQuotes
	LayerEntities
	LayerClaims
)

var layerNames = [...]string{"tokens", "sentences", "paragraphs", "tags", "arcs", "chunks", "numbers", "timexes", "mentions",
	"quantities", "quotes", "entities", "claims"}

// AllLayers lists every single layer in the order of the Document's fields.
func AllLayers() []Layer {
	layers := make([]Layer, len(layerNames))
	for i := range layers {
		layers[i] = 1 << i
	}
	return layers
}

// String returns the names of the layers in the set: "numbers tags"; "-" for
// the empty set.
func (l Layer) String() string {
	var names []string
	for i, name := range layerNames {
		if l&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "-"
	}
	return strings.Join(names, " ")
}
