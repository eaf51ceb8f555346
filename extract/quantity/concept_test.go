package quantity_test

import (
	"strings"
	"testing"
)

func TestConcepts(t *testing.T) {
	tests := []struct{ text, quantity, want, why string }{
		{"The port of Ames bought 64 tonnes of salt.", "64 tonnes", "salt|port of Ames", "of-noun, then the subject with what hangs on it"},
		{"The council paid a fine of $5,000.", "$5,000", "fine|council", "the noun before of"},
		{"Rents in the old town rose 4 per cent.", "4 per cent", "Rents in the old town", "the subject with its place"},
		{"The price of bread rose to $3.", "$3", "price of bread", "the level reached"},
		{"The best $200 phones sold out.", "$200", "best|phones", "the modified noun without the quantity"},
		{"Lowe cut the fare to £2.", "£2", "fare|Lowe", "the object of the verb of change"},
		{"The firm said it has 40 engineers.", "40 engineers", "firm", "it is the firm"},
		{"It weighs 40 tonnes.", "40 tonnes", "", "a pronoun alone names nothing"},
		{"She wrote a 12 page report.", "12 page", "report", "the noun after the counted one"},
		{"Shares that lost 9% on Friday recovered.", "9%", "Shares", "that stands for the noun before it"},
		{"The mayor, a former baker, earns £90,000.", "£90,000", "mayor", "what stands beside the noun is left out"},
		{"The tower is 310 metres tall (1,017 feet).", "1,017 feet", "tower", "the same in another unit is about the same"},
		{"The 15-year-old pupils sang.", "15-year-old", "pupils", "an age is about those who have it"},
		{"In a survey of 40 farmers, the union found mice.", "40 farmers", "survey", "a count after a noun is not about the subject"},
		{"The trial took two weeks in June.", "two weeks", "trial", "a time is about what takes it"},
		{"Mail boats (up 3%) and ferries sank.", "3%", "Mail boats", "what stands beside in a caption"},
		{"The wall is 18 metres in length.", "18 metres", "wall", "the dimension is no thing"},
		{"They paid a total of $5,000 for the barn.", "$5,000", "barn", "a total names nothing"},
		{"She has a van with a 60 litre tank.", "60 litre", "tank", "the tank, not the van"},
		{"Two years later Petra sold the barn.", "Two years", "", "a distance in time"},
		{"Ames -0.6% Lowe -1.7%.", "-0.6%", "Ames", "the name before, not the next"},
		{"The reef lies 40 miles from the port.", "40 miles", "reef", "from is no of"},
		{"The mayor told reporters that 40 boats had sunk.", "40 boats", "", "who tells of it is not what it is about"},
		{"Ames had 12 boats, and 40 farmers watched.", "40 farmers", "", "nor the subject of the clause before"},
		{"The court heard that he had sold 40 boats.", "40 boats", "", "a court is no he"},
		{"The port said that it had sold 40 boats.", "40 boats", "port", "but a port can be an it"},
		{"Ann Lowe and her grandson, 6, were unhurt.", "6", "grandson", "an age is about the person before the comma"},
		{"A woman aged 71 was unhurt.", "71", "woman", "or before aged"},
		{"The judge told the 61-year-old to sit.", "61-year-old", "", "an age that stands for a person is about nobody else"},
		{"They played in front of 4,000 at Ames.", "4,000", "", "front names nothing"},
		{"The S&P 500 rose 12 points.", "12 points", "S&P 500", "a number in a name is no quantity"},
		{"Sales in the quarter rose to $3bn.", "$3bn", "Sales", "when is no part of what"},
		{"Ames took a 51 per cent stake in a school in May.", "51 per cent", "stake in a school|Ames", "a stake is one in something"},
		{"The gale had winds of 155 mph early Wednesday.", "155 mph", "winds|gale", "a day is not what is measured"},
		{"The fund wiped $5m off the value of the firm.", "$5m", "value of the firm|fund", "what it is taken off"},
		{"Mail boats, such as Lowe, up 4 per cent to $13, sank.", "$13", "Mail boats", "the level is about what the change is about"},
		{"He sold six fillets (2 lb) of cod.", "2 lb", "fillets", "in brackets after a count: the same things"},
		{"The goal came after 55 minutes.", "55 minutes", "", "a time after which measures nothing"},
		{"The hunt takes place over five weeks.", "over five weeks", "hunt", "to take place is no place"},
		{"Lowe is one of the oldest ports.", "one of the oldest ports", "", "one of a set is about itself"},
		{"It has four- and six-cylinder engines.", "four", "engines", "the noun that two numbers share"},
		{"Ames bought 311 square miles off the cape.", "311 square miles", "cape|Ames", "an area off a place is of the place"},
		{"Futures were up 17.5 points, or 0.22%.", "0.22%", "Futures", "the same change in other words"},
		{"The port shed 40 jobs, or 8% of its staff.", "8%", "staff|jobs", "unless it says of what"},
		{"She sold the barn to 12 farmers.", "12 farmers", "", "a barn is no measure of farmers"},
		{"The firm met the limit of 15 ppb requiring action.", "15 ppb", "limit|firm", "what follows a measure of something is not measured"},
		{"The new hall seats 1,250.", "1,250", "new hall", "a verb that looks like a noun is no part of it"},
		{"The fund pulled a net $4bn out.", "$4bn", "fund", "net names nothing"},
		{"Clerks get a rise of 4 per cent in May and 3 per cent in June.", "3 per cent", "rise|Clerks", "a second percentage of the same thing"},
		{"The poll found 81% of bakers and 70% of farmers happy.", "70%", "farmers|poll", "but not one of something else"},
	}
	for _, test := range tests {
		doc := quantities(test.text)
		found := false
		for _, q := range doc.Quantities {
			if doc.TextOf(q.TokenRange) != test.quantity {
				continue
			}
			found = true
			var got []string
			for _, c := range q.Concept {
				got = append(got, doc.TextOf(c))
			}
			if strings.Join(got, "|") != test.want {
				t.Errorf("%s: %s is about %q, want %q: %s", test.text, test.quantity, strings.Join(got, "|"), test.want, test.why)
			}
		}
		if !found {
			t.Errorf("%s: no quantity %s", test.text, test.quantity)
		}
	}
}
