package number

import "github.com/factline/factline/extract"

// cardinal reads a number in digits, in words or in both: "1,200", "two
// hundred and six thousand", "1.6 million", "3 hundred and 21", "a dozen".
func (r reader) cardinal(i int32) (d decimal, end int32, ok bool) {
	d, end, ok = r.cardinalAnd(i, true)
	if ok && r.form(i-1) == formBetween && r.form(end) != formAnd {
		// "between two hundred and three hundred" is two numbers.
		return r.cardinalAnd(i, false)
	}
	return d, end, ok
}

// cardinalAnd is cardinal with or without "and" inside the number.
func (r reader) cardinalAnd(i int32, and bool) (total decimal, end int32, ok bool) {
	var limit decimal // every part must stay below the scale of the one before
	for pos := i; ; {
		value, next, found := r.group(pos, and)
		if !found && pos == i {
			value, next, found = r.article(i)
		}
		if !found {
			return total, end, ok
		}
		by, next := r.scales(value, next)
		value, found = value.times(by)
		if !found || ok && (!value.below(limit) || by.exp == 0 && r.class(pos) == extract.ClassDigits && r.form(pos-1) != formAnd) {
			return total, end, ok
		}
		if total, found = total.plus(value); !found {
			return decimal{}, i, false
		}
		end, ok, limit = next, true, by
		if by.exp == 0 {
			return total, end, ok
		}
		pos = r.pastHyphen(next)
		if and && r.form(pos) == formAnd {
			pos = r.pastHyphen(pos + 1)
		}
	}
}

// scales reads the scales of d from token i on, a hyphen before them allowed,
// and returns their product; 1 when there is none. "2019 thousands of people"
// holds a year and no scale.
func (r reader) scales(d decimal, i int32) (by decimal, end int32) {
	by, end = decimal{coef: 1}, i
	for range 3 {
		next := r.pastHyphen(end)
		w := r.word(next)
		if w.role == suffix && r.isSpokenSuffix(next) {
			w.role = scale
		}
		if w.role != scale && w.role != plural {
			break
		}
		if w.role == plural && (r.form(next+1) == formOf || !d.below(decimal{1, 3})) {
			break
		}
		product, ok := by.times(w.value)
		if !ok {
			break
		}
		by, end = product, next+1
	}
	return by, end
}

// isSpokenSuffix tells whether "cr" at token i follows words: "three cr".
func (r reader) isSpokenSuffix(i int32) bool {
	return r.form(i) == formCr && r.word(i-1).role != noRole && r.class(i-1).IsWord()
}

// article reads "a" before a scale as one: "a million", "a dozen".
func (r reader) article(i int32) (decimal, int32, bool) {
	if f := r.form(i); f != formA && f != formAn {
		return decimal{}, i, false
	}
	if r.word(i+1).role != scale || r.Glued(i+1) {
		return decimal{}, i, false
	}
	return r.hundreds(decimal{coef: 1}, i+1, true)
}

// group reads what can stand before "thousand": digits or words up to a
// hundred and the hundreds after them: "1.6", "two hundred and six".
func (r reader) group(i int32, and bool) (decimal, int32, bool) {
	if d, end, ok := r.digits(i); ok {
		if r.form(end) == formPoint && r.class(end+1) == extract.ClassDigits && !r.class(end+2).IsWord() && d.exp >= 0 {
			return r.pointedDigits(d, end)
		}
		return r.hundreds(d, end, and)
	}
	d, end, ok := r.small(i)
	if !ok {
		return d, end, ok
	}
	if r.form(end) != formPoint {
		d, end, ok = r.hundreds(d, end, and)
	}
	if ok && r.form(end) == formPoint {
		return r.pointed(d, end)
	}
	return d, end, ok
}

// hundreds goes on after d with "hundred" and what is added to it.
func (r reader) hundreds(d decimal, i int32, and bool) (decimal, int32, bool) {
	next := r.pastHyphen(i)
	if w := r.word(next); w.role != scale && w.role != plural || w.value != (decimal{1, 2}) {
		return d, i, true
	}
	d, ok := d.times(decimal{1, 2})
	end := next + 1
	pos := r.pastHyphen(end)
	joined := r.form(pos) == formAnd
	if joined && !and {
		return d, end, ok
	}
	if joined {
		pos = r.pastHyphen(pos + 1)
	}
	rest, after, found := r.small(pos)
	if !found && joined {
		rest, after, found = r.digits(pos)
		found = found && rest.exp >= 0 && rest.below(decimal{1, 2})
	}
	if !found || r.isHundred(r.pastHyphen(after)) {
		return d, end, ok
	}
	if w := r.word(after); (w.role == scale || w.role == plural) && w.value == (decimal{12, 0}) && r.form(after+1) != formOf {
		rest, _ = rest.times(w.value) // "three hundred and two dozen"
		after++
	}
	sum, okSum := d.plus(rest)
	return sum, after, ok && okSum
}

func (r reader) isHundred(i int32) bool {
	w := r.word(i)
	return (w.role == scale || w.role == plural) && w.value == decimal{1, 2}
}

// small reads a number below a hundred in words: "seven", "seventy-seven".
func (r reader) small(i int32) (decimal, int32, bool) {
	w := r.word(i)
	switch w.role {
	case digit, teen:
		return w.value, i + 1, true
	case ten:
		next := r.pastHyphen(r.pastDash(i + 1))
		if unit := r.word(next); unit.role == digit && unit.value.coef > 0 {
			sum, ok := w.value.plus(unit.value)
			return sum, next + 1, ok
		}
		return w.value, i + 1, true
	}
	return decimal{}, i, false
}

// pointedDigits reads the decimals of d that are spoken but written in digits:
// "1 point 5".
func (r reader) pointedDigits(d decimal, point int32) (decimal, int32, bool) {
	part, ok := parseDecimal("0." + r.Word(point+1))
	sum, fits := d.plus(part)
	if !ok || !fits {
		return d, point, true
	}
	return sum, point + 2, true
}

// pointed reads the decimals of d after the word "point": "two point five".
func (r reader) pointed(d decimal, point int32) (decimal, int32, bool) {
	pos, exp := point+1, 0
	sum := d
	for n := 0; n < 9; n++ {
		next, end, found := r.small(pos)
		if !found {
			break
		}
		places := 1
		if next.coef > 9 || next.exp > 0 {
			places = 2
		}
		exp -= places
		next.exp += exp
		total, ok := sum.plus(next)
		if !ok {
			break
		}
		sum, pos = total, end
	}
	if exp == 0 {
		return d, point, true
	}
	return sum, pos, true
}
