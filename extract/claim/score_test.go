package claim_test

import (
	"math"
	"testing"
)

// best returns the score of a text: that of the claim in it that is most worth
// checking, 0 without a claim.
func best(text string) float64 {
	score := 0.0
	for _, c := range run(text).Claims {
		score = max(score, c.Score)
	}
	return score
}

// TestScores: each first text is more worth checking than the second.
func TestScores(t *testing.T) {
	pairs := []struct{ reason, more, less string }{
		{"a number", "The town lost 600 jobs in the storm.", "The town lost some friends in the storm."},
		{"a past fact before a promise", "The senator voted for the war in 2002.", "The senator will end the war in 2032."},
		{"a fact before a duty", "The council cut the fund.", "The council must cut the fund."},
		{"a fact before an opinion", "The council built a bridge.", "The council built a wonderful bridge."},
		{"a fact before a condition", "The town lost its bridge.", "If it rains, the town will lose its bridge."},
		{"others before oneself", "The senator lost the letter.", "I lost the letter."},
		{"a fact before a belief", "The bridge closed in May.", "I think the bridge closed in May."},
		{"a record before a feeling", "The mayor raised taxes.", "The mayor likes children."},
		{"a superlative", "The town has the highest taxes in the country.", "The town has high taxes in the country."},
		{"a name", "Ann Lee closed the old school.", "Somebody closed the old school."},
		{"more said", "The mayor closed the old school on the hill in the north.", "The mayor closed the school."},
		{"no greeting", "The mayor closed the school.", "Thank you very much."},
		{"no question", "The mayor closed the school in May.", "Did the mayor close the school in May?"},
		{"a quality is little", "The bridge is 40 years old.", "The bridge is nice."},
		{"money", "The plan cost $30 million.", "The plan cost 30 lorries."},
	}
	for _, p := range pairs {
		if more, less := best(p.more), best(p.less); more <= less {
			t.Errorf("%s: %.3f for %q, %.3f for %q", p.reason, more, p.more, less, p.less)
		}
	}
}

// TestScoreParts: a score is the sum of what its features add.
func TestScoreParts(t *testing.T) {
	for _, c := range article(t).Claims {
		sum := 0.0
		for _, part := range c.ScoreParts {
			sum += part.Weight
		}
		if math.Abs(min(1, max(0, sum))-c.Score) > 0.01 {
			t.Errorf("score %g, parts %v", c.Score, c.ScoreParts)
		}
	}
}
