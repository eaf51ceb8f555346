package number

import (
	"math/big"
	"strconv"
	"strings"
)

// decimal is coef * 10^exp, exact: 1.2 million is 12 * 10^5 and so never
// 1199999.9999999998.
type decimal struct {
	coef uint64
	exp  int
}

const (
	maxCoef   = 999_999_999_999_999_999 // 18 digits: two of them can still be added
	maxExp    = 300                     // a float64 ends near 1e308
	maxDigits = 300                     // of one digit token; longer ones are no numbers of a text
)

// parseDecimal reads digits with at most one decimal point. More than 18
// significant digits are cut to 18, more than a float64 can hold.
func parseDecimal(text string) (decimal, bool) {
	if len(text) == 0 || len(text) > maxDigits {
		return decimal{}, false
	}
	whole, part, _ := strings.Cut(text, ".")
	d := decimal{exp: -len(part)}
	for i, digits := 0, whole+part; i < len(digits); i++ {
		if digits[i] < '0' || digits[i] > '9' {
			return decimal{}, false
		}
		if d.coef > maxCoef/10 {
			d.exp += len(digits) - i
			break
		}
		d.coef = d.coef*10 + uint64(digits[i]-'0')
	}
	return d.normal()
}

// normal removes zeros at the end of the coefficient.
func (d decimal) normal() (decimal, bool) {
	if d.coef == 0 {
		return decimal{}, true
	}
	for d.coef%10 == 0 {
		d.coef, d.exp = d.coef/10, d.exp+1
	}
	return d, d.coef <= maxCoef && -maxExp <= d.exp && d.exp <= maxExp
}

// plus returns d + e; false when the sum has too many digits.
func (d decimal) plus(e decimal) (decimal, bool) {
	if d.coef == 0 || e.coef == 0 {
		return decimal{d.coef + e.coef, d.exp + e.exp}, true
	}
	exp := min(d.exp, e.exp)
	a, okA := d.at(exp)
	b, okB := e.at(exp)
	if !okA || !okB {
		return decimal{}, false
	}
	return decimal{a + b, exp}.normal()
}

// at returns the coefficient of d for a lower exponent.
func (d decimal) at(exp int) (uint64, bool) {
	coef := d.coef
	for range d.exp - exp {
		if coef > maxCoef/10 {
			return 0, false
		}
		coef *= 10
	}
	return coef, true
}

// times returns d * e; false when the product has too many digits.
func (d decimal) times(e decimal) (decimal, bool) {
	if d.coef == 0 || e.coef == 0 {
		return decimal{}, true
	}
	if d.coef > maxCoef/e.coef {
		return decimal{}, false
	}
	return decimal{d.coef * e.coef, d.exp + e.exp}.normal()
}

// below tells whether d < e.
func (d decimal) below(e decimal) bool { return d.rat().Cmp(e.rat()) < 0 }

// integer returns d as a whole number below a million; false when it is none.
func (d decimal) integer() (int, bool) {
	if d.exp < 0 || d.exp > 6 {
		return 0, false
	}
	coef, ok := d.at(0)
	return int(coef), ok && coef < 1e6
}

// rat returns d as a fraction.
func (d decimal) rat() *big.Rat {
	r := new(big.Rat).SetInt(new(big.Int).SetUint64(d.coef))
	if d.exp == 0 {
		return r
	}
	power := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(d.exp, -d.exp))), nil))
	if d.exp < 0 {
		return r.Quo(r, power)
	}
	return r.Mul(r, power)
}

// float returns the float64 nearest to d.
func (d decimal) float() float64 {
	if d.exp == 0 {
		return float64(d.coef)
	}
	f, _ := strconv.ParseFloat(strconv.FormatUint(d.coef, 10)+"e"+strconv.Itoa(d.exp), 64)
	return f
}

// value is num / den, the form of every number with a fraction in it.
type value struct {
	num decimal
	den uint64 // 1 unless a fraction such as two-thirds is in it
}

func whole(d decimal) value { return value{d, 1} }

// plus returns v + w.
func (v value) plus(w value) (value, bool) {
	a, okA := v.num.times(decimal{coef: w.den})
	b, okB := w.num.times(decimal{coef: v.den})
	sum, ok := a.plus(b)
	den := v.den * w.den
	if v.den == w.den {
		sum, ok = v.num.plus(w.num)
		return value{sum, v.den}, ok
	}
	return value{sum, den}, ok && okA && okB && den <= maxDenominator*maxDenominator
}

// times returns v * d.
func (v value) times(d decimal) (value, bool) {
	num, ok := v.num.times(d)
	return value{num, v.den}, ok
}

// maxDenominator keeps the product of two denominators far from overflow.
const maxDenominator = 1_000_000

// float returns the float64 nearest to v.
func (v value) float() float64 {
	if v.den == 1 {
		return v.num.float()
	}
	r := v.num.rat()
	f, _ := r.Quo(r, new(big.Rat).SetInt64(int64(v.den))).Float64()
	return f
}
