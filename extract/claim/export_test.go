package claim

// Example is the tested part of a rule.
type Example struct{ Name, Example, Want string }

// Rules returns the examples of all rules.
func Rules() []Example {
	var all []Example
	for _, r := range rules[:noRule] {
		all = append(all, Example{r.name, r.example, r.want})
	}
	return all
}
