package number

// plurals reads what names only an order of magnitude: "millions", "tens of
// thousands". It returns the power of ten (or twelve) that it names.
func (r reader) plurals(i int32) (by decimal, end int32, ok bool) {
	w := r.word(i)
	if w.role != plural && w.role != tens {
		return decimal{}, i, false
	}
	by, end = w.value, i+1
	for range 3 {
		next := r.word(end + 1)
		if r.form(end) != formOf || next.role != plural || next.value.exp < by.exp {
			break
		}
		product, fits := by.times(next.value)
		if !fits {
			break
		}
		by, end = product, end+2
	}
	return by, end, w.role == plural || end > i+1
}

// span returns the range that an order of magnitude names: at least two of it
// and less than ten of it, so "tens of millions" is 20000000 to 99999999.
func span(by decimal) (low, high float64, ok bool) {
	two, okLow := by.times(decimal{coef: 2})
	top, okHigh := by.times(decimal{1, 1})
	n, okN := top.at(0)
	return two.float(), float64(n - 1), okLow && okHigh && okN && n > 0
}
