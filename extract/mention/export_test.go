package mention

// Rules lets the tests try each rule's example.
func Rules() []rule { return rules }

// Parts returns what a test needs of a rule.
func (r rule) Parts() (name, example, want, kind string) {
	return r.name, r.example, r.want, r.kind.String()
}

// Rows reads one of the embedded tables.
var Rows = rows
