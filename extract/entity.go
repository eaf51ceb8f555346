package extract

// Entity is one person or thing of the article and the mentions that refer to
// it.
type Entity struct {
	Type     EntityType
	Name     TokenRange     // the fullest name that the article gives it
	Mentions []MentionIndex // ascending
}

// EntityType is what kind of thing an entity is.
type EntityType uint8

const (
	EntityUnknown EntityType = iota // the words do not tell
	Person                          // "Mike Pompeo"
	Org                             // companies, parties, teams, offices of a state: "Amazon"
	Place                           // countries, towns, rivers, buildings: "Hong Kong"
	Norp                            // nationalities, religious and political groups: "Chinese", "Democrats"
	Product                         // things that are made and sold: "iPhone"
	Event                           // "World Cup"
	Work                            // titles of books, films, laws
)

var entityNames = [...]string{"", "PERSON", "ORG", "PLACE", "NORP", "PRODUCT", "EVENT", "WORK"}

// String returns the name as the claims file has it: "PERSON"; "" for unknown.
func (t EntityType) String() string { return entityNames[t] }

// ParseEntityType returns the type with the given name, and false for an
// unknown name.
func ParseEntityType(name string) (EntityType, bool) {
	for i, n := range entityNames {
		if i > 0 && n == name {
			return EntityType(i), true
		}
	}
	return EntityUnknown, false
}

// EntityIndex points into Document.Entities; None is no entity.
type EntityIndex int32
