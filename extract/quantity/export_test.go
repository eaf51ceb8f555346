package quantity

import (
	"fmt"
	"strings"
)

// Rules lists the name, example and want of every rule.
func Rules() [][3]string {
	var all [][3]string
	for _, rule := range rules {
		all = append(all, [3]string{rule.name, rule.example, rule.want})
	}
	return all
}

// Tables are the embedded tables by name.
var Tables = map[string]string{"units.tsv": unitTable, "currencies.tsv": currencyTable, "prefixes.tsv": prefixTable,
	"modifiers.tsv": modifierTable, "trends.tsv": trendTable}

// Surfaces lists the forms of all units before or after a number with the unit
// of each; a form in exact case is marked as such.
func Surfaces(side string) [][2]string {
	index := units().after
	if side == "before" {
		index = units().before
	}
	var all [][2]string
	for _, list := range index {
		for _, s := range list {
			form := fmt.Sprint(s.forms)
			if s.tokens != nil {
				form = strings.Join(s.tokens, " ")
			}
			all = append(all, [2]string{form, s.unit.Name})
		}
	}
	return all
}
