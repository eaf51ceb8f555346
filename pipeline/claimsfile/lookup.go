package claimsfile

// NameOf returns the name of the entity with an identifier; "" for none.
func (f *File) NameOf(entity string) string {
	if i := NumberOf("e", entity); i >= 0 && i < len(f.Entities) {
		return f.Entities[i].Name
	}
	return ""
}

// QuantitiesOf returns the quantities of a claim.
func (f *File) QuantitiesOf(c Claim) []Quantity { return pick(f.Quantities, "q", c.Quantities) }

// DatesOf returns the dates of a claim.
func (f *File) DatesOf(c Claim) []Date { return pick(f.Dates, "d", c.Dates) }

// pick returns the items with the given identifiers; those that do not exist
// are left out.
func pick[T any](items []T, letter string, ids []string) []T {
	var picked []T
	for _, id := range ids {
		if i := NumberOf(letter, id); i >= 0 && i < len(items) {
			picked = append(picked, items[i])
		}
	}
	return picked
}
