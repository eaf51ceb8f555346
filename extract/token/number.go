package token

import (
	"github.com/factline/factline/extract"
)

// number adds the token or tokens of the number that starts with the digit at
// start, and returns the offset after them.
func (s *scanner) number(start int) int {
	if end := s.address(start); end > start {
		return s.emit(start, end, extract.ClassAddress)
	}
	end := s.digits(start)
	plain := end // the end of the first digits
	switch {
	case s.chain(start, end) > end:
		return s.emit(start, s.chain(start, end), extract.ClassDigits)
	case s.byteAt(end) == '/':
		end = s.slashes(start, end)
	default:
		end = s.separated(start, end)
	}
	if suffix := s.suffix(start, end, plain); suffix > end {
		return s.emit(start, suffix, extract.ClassAlnum)
	}
	return s.emit(start, end, extract.ClassDigits)
}

// separated returns the end of the number [start,end) with the groups after
// commas, points and colons: "1,200.5", "1,00,000", "10:30".
func (s *scanner) separated(start, end int) int {
	group := end - start // digits of the last group before a comma
	for s.digitAt(end + 1) {
		next := s.digits(end + 1)
		size := next - end - 1
		switch s.text[end] {
		case ',':
			indian := size == 2 && s.byteAt(next) == ',' && s.digitAt(next+1)
			if group > 3 || size != 3 && !indian {
				return end
			}
			group = size
		case '.':
			group = 4 // no comma after a point
		case ':':
			if size > 2 {
				return end
			}
			group = 4
		default:
			return end
		}
		end = next
	}
	return end
}

// slashes returns the end of a date, season or fraction: "10/7/2020",
// "2019/20", "1/2"; also of "713/555-0100".
func (s *scanner) slashes(start, end int) int {
	if end-start > 4 {
		return end
	}
	for groups := 1; groups < 3 && s.byteAt(end) == '/' && s.digitAt(end+1); groups++ {
		next := s.digits(end + 1)
		if next-end-1 > 4 {
			return end
		}
		end = next
	}
	if to := s.digits(end + 1); s.byteAt(end) == '-' && to-end == 5 {
		return to
	}
	return end
}

// chain returns the end of three or four groups of digits with hyphens
// between them, which make a date or a telephone number: "2020-07-10". Two
// groups are a range or a score and stay apart, save those of a local
// telephone number ("555-0100") or American postal code ("02138-3702").
func (s *scanner) chain(start, end int) int {
	if s.byteAt(start-1) == '-' && isDigit(rune(s.byteAt(start-2))) {
		return 0 // the rest of a longer chain
	}
	sizes := [4]int{end - start}
	groups := 1
	for s.byteAt(end) == '-' && s.digitAt(end+1) {
		next := s.digits(end + 1)
		if groups == len(sizes) || next-end-1 > 5 {
			return 0
		}
		sizes[groups] = next - end - 1
		groups++
		end = next
	}
	switch {
	case groups >= 3:
		return end
	case groups == 2 && (sizes[0] == 3 || sizes[0] == 5) && sizes[1] == 4 && !(s.text[end-2:end] == "00" && s.text[end-4] != '0'):
		return end
	}
	return 0
}

// suffix returns the end of the letters that make one token with the number
// [start,end): "2nd", "1990s", "5G", "747X"; end itself when there are none,
// as in "5pm", "30km", "1.2bn".
func (s *scanner) suffix(start, end, plain int) int {
	if r, size := s.rune(end); isApostrophe(r) {
		if s.byteAt(end+size) == 's' && !s.letterAt(end+size+1) && s.isDecade(start, end) {
			return end + size + 1
		}
		return end
	}
	to := s.letters(end)
	if to == end {
		return end
	}
	if to-end <= 2 && s.words.ordinals.Has(extract.FormOf(s.text[end:to])) {
		return to
	}
	if end > plain || to-end > 3 || s.afterCurrency(start) || s.words.units.has(s.text[end:to]) {
		return end
	}
	if s.byteAt(to) == '.' && s.letterAt(to+1) { // "9a.m."
		return end
	}
	return s.run(to)
}

// isDecade tells whether the number before "'s" names a decade: "1960's".
// From 2010 on it is rather a year with its possessive.
func (s *scanner) isDecade(start, end int) bool {
	number := s.text[start:end]
	if number[len(number)-1] != '0' {
		return false
	}
	return len(number) == 2 || len(number) == 4 && number < "2010"
}

// afterCurrency tells whether a currency sign is glued to offset at.
func (s *scanner) afterCurrency(at int) bool {
	token, ok := s.last(at)
	if !ok || token.Class != extract.ClassSymbol {
		return false
	}
	return isCurrency(token.In(s.text))
}
