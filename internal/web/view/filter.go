package view

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factline/factline/pipeline/claimsfile"
)

var typeNames = map[string]string{
	"PERSON": "person", "ORG": "organisation", "PLACE": "place", "NORP": "group or nationality", "PRODUCT": "product",
	"EVENT": "event", "WORK": "work",
}

// speakerValue is the value of a speaker in the filter: the entity, else its
// words in lower case with no blanks, since a list of values has blanks between them.
func speakerValue(a claimsfile.Attribution) string {
	if a.Entity != "" {
		return a.Entity
	}
	if a.Speaker == "" {
		return "somebody"
	}
	return "\"" + strings.ToLower(strings.Join(strings.Fields(a.Speaker), "_"))
}

// speakers returns those who say claims, the one with most claims first.
func (x *index) speakers(claims []Claim) []Choice {
	labels := map[string]string{articleItself: "The article itself", "somebody": "Somebody unnamed"}
	for _, c := range x.file.Claims {
		for _, a := range c.Attribution {
			if value := speakerValue(a); labels[value] == "" {
				labels[value] = oneLine(a.Speaker)
				if e := x.entities[a.Entity]; e != nil {
					labels[value] = oneLine(e.Name)
				}
			}
		}
	}
	return choices(claims, func(c Claim) string { return c.Speakers }, labels)
}

// entityChoices returns the entities that claims mention, the one with most
// claims first.
func (x *index) entityChoices(claims []Claim) []Choice {
	labels := map[string]string{}
	for _, e := range x.file.Entities {
		labels[e.ID] = oneLine(e.Name)
	}
	return choices(claims, func(c Claim) string { return c.Entities }, labels)
}

func choices(claims []Claim, values func(Claim) string, labels map[string]string) []Choice {
	var out []Choice
	place := map[string]int{}
	for _, c := range claims {
		seen := map[string]bool{}
		for _, value := range strings.Fields(values(c)) {
			if seen[value] {
				continue
			}
			seen[value] = true
			i, known := place[value]
			if !known {
				i = len(out)
				place[value] = i
				out = append(out, Choice{Value: value, Label: labels[value]})
			}
			out[i].Claims++
		}
	}
	slices.SortStableFunc(out, func(a, b Choice) int { return cmp.Compare(b.Claims, a.Claims) })
	return out
}
