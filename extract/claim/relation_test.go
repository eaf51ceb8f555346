package claim_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
)

// TestCorrections: which claims take others back, by their numbers.
func TestCorrections(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"what somebody ordered is called a mistake", "The council ordered residents to leave. The council said on Friday the order was a mistake.", "2:1"},
		{"what a letter says, named with the cue", "In a letter to staff, the bank said that it would close 12 branches. The bank later said the letter was an error.", "2:1"},
		{"the letter goes on as it", "The letter says the bank will close 12 branches. It adds that the harbour was sold. The bank said the letter was a mistake.", "3:1 3:2"},
		{"a figure is named", "The firm said 40 people had died. The figure of 40 was wrong, it said.", "2:1"},
		{"another figure stays", "The firm said 30 people had died. The figure of 40 was wrong, it said.", ""},
		{"words taken back", "Mayor Ann Lee said the bridge was safe. She later retracted the statement.", "3:2"},
		{"a claim called false", "The senator said the vote was rigged. The senator's claim was false, officials said.", "2:1"},
		{"somebody else's claim stays", "The senator said the vote was rigged. The mayor's claim was false, officials said.", ""},
		{"a denial of the same", "Reports said the bank had sold its branches. The minister denied that the bank had sold its branches.", "2:1"},
		{"a denial of something else", "Reports said the bank had sold its branches. The minister denied that the bank had sold its ships.", ""},
		{"an earlier version of the article", "An earlier version of this article said the firm bought the mine in 2019. The firm bought the mine in 2020.", "2:1"},
		{"that report, of the sentence before", "They wrote that the gates were sound. That report was wrong.", "2:1"},
		{"a film is no message", "The bank said it opened a branch. The bank said the film was a mistake.", ""},
		{"not called a mistake", "The council ordered residents to leave. The council said the order was not a mistake.", ""},
	}
	for _, test := range tests {
		var got []string
		for i, c := range run(test.text).Claims {
			for _, old := range c.Corrects {
				got = append(got, fmt.Sprintf("%d:%d", i+1, old+1))
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %q, want %q in %q", test.reason, strings.Join(got, " "), test.want, test.text)
		}
	}
}

// TestRepeats: which claims say the same.
func TestRepeats(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"the same words", "The firm bought the mine. The firm bought the mine, the minister said.", "1=2 2=1"},
		{"a clause more in the subject", "The bank said the letter was a mistake. The letter that was sent to staff was a mistake.", "1=2 2=1"},
		{"a headline, in other words", "Mayor jailed for six years\n\nThe former mayor of York was jailed for six years on Friday.", "1=2 2=1"},
		{"another number", "The firm sold 30 cars. The firm sold 40 cars.", ""},
		{"another date", "The firm sold the mine in 2019. The firm sold the mine in 2020.", ""},
		{"denied", "The firm sold the mine. The firm did not sell the mine.", ""},
		{"another object", "The firm sold the mine. The firm sold the ship.", ""},
		{"nobody knows who they are", "They sold the mine. They sold the mine.", ""},
	}
	for _, test := range tests {
		var got []string
		for i, c := range run(test.text).Claims {
			for _, other := range c.SameAs {
				got = append(got, fmt.Sprintf("%d=%d", i+1, other+1))
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %q, want %q in %q", test.reason, strings.Join(got, " "), test.want, test.text)
		}
	}
}

// TestChecks: the arithmetic inside a claim: kind, quantities, what the first
// would have to be, and whether it is that.
func TestChecks(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"a wrong percentage", "Sales rose 10 per cent from 50 to 60 last year.", "change [10 per cent|50 to 60] 20 false"},
		{"a right one, compared with", "Profit rose 18 per cent to £46.3m in six months, compared with £39.2m a year earlier.", "change [18 per cent|£39.2m|£46.3m] 18.11 true"},
		{"a fall", "The index fell 2 per cent from 5,000 to 4,900 on Monday.", "change [2 per cent|5,000|4,900] 2 true"},
		{"an amount", "The price fell by £5 from £40 to £35.", "difference [£5|£40|£35] 5 true"},
		{"percentage points", "Support fell by 6 percentage points from 45% to 42%.", "difference [6 percentage points|45%|42%] 3 false"},
		{"a margin", "The seat went to Ms Lee by 19 votes, 2,417 to 2,398.", "difference [19 votes|2,417 to 2,398] 19 true"},
		{"parts after a colon", "Twelve people were killed: seven men and five women.", "sum [Twelve people|seven men|five women] 12 true"},
		{"parts in apposition that do not add up", "The crash killed 12 people, seven men and four women.", "sum [12 people|seven men|four women] 11 false"},
		{"a list is no sum", "The store sold 12 dogs, three cats and two birds.", ""},
		{"some of the parts", "The crash killed 12 people, including two men and five women.", ""},
		{"a share", "The plant sold 3,000 of its 4,000 cars, or 80 per cent.", "share [80 per cent|3,000 of its 4,000 cars] 75 false"},
		{"a share of what follows", "The plant sold 3,000 cars, or 75 per cent of its 4,000 cars.", "share [75 per cent|3,000 cars|4,000 cars] 75 true"},
		{"two units", "The town is 90 km (56 miles) east of Cusco.", "conversion [56 miles|90 km] 55.92 true"},
		{"two units that do not fit", "The town is 90 km (66 miles) east of Cusco.", "conversion [66 miles|90 km] 55.92 false"},
		{"two currencies have no fixed rate", "The council paid 25,000 soles ($6,500) to the owner.", ""},
		{"about", "Sales rose about 20 per cent from £50m to £61m.", "change [about 20 per cent|£50m to £61m] 22 true"},
		{"only from", "Sales rose 10 per cent from 50 last year.", ""},
		{"two clauses", "Sales rose 10 per cent when the bank moved 50 people from £3m to £4m.", ""},
	}
	for _, test := range tests {
		doc := run(test.text)
		var got []string
		for _, c := range doc.Claims {
			for _, check := range c.Checks {
				var texts []string
				for _, q := range check.Quantities {
					texts = append(texts, doc.TextOf(doc.Quantities[q].TokenRange))
				}
				got = append(got, fmt.Sprintf("%s [%s] %v %t", check.Kind, strings.Join(texts, "|"), check.Expected, check.Holds))
			}
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s: %q, want %q in %q", test.reason, strings.Join(got, "; "), test.want, test.text)
		}
	}
}

func checkRelations(t *testing.T, doc *extract.Document, i int) {
	t.Helper()
	c := doc.Claims[i]
	for _, other := range append(append([]extract.ClaimIndex{}, c.Corrects...), c.SameAs...) {
		if other < 0 || int(other) >= len(doc.Claims) || int(other) == i {
			t.Errorf("claim %d corrects %v, same as %v", i, c.Corrects, c.SameAs)
		}
	}
	for _, check := range c.Checks {
		if len(check.Quantities) < 2 {
			t.Errorf("check %v", check)
		}
		for _, q := range check.Quantities {
			if !c.Covers(doc.Quantities[q].TokenRange) {
				t.Errorf("check of quantity %v outside claim %v", doc.Quantities[q].TokenRange, c.TokenRange)
			}
		}
	}
}
