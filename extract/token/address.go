package token

import (
	"strings"

	"github.com/factline/factline/extract"
)

// schemes are what a web address starts with.
var schemes = [...]string{"http://", "https://", "www.", "ftp://", "mailto:"}

// address returns the end of the web address, e-mail address or domain name
// that starts at an offset; 0 for none.
func (s *scanner) address(start int) int {
	switch s.text[start] | 0x20 {
	case 'h', 'w', 'f', 'm':
		for _, scheme := range schemes {
			if rest := s.text[start:]; len(rest) > len(scheme) && strings.EqualFold(rest[:len(scheme)], scheme) {
				if end := s.url(start, start+len(scheme)); end > 0 {
					return end
				}
			}
		}
	}
	if end := s.mail(start); end > 0 {
		return end
	}
	return s.domain(start)
}

// url returns the end of an address whose scheme ends at offset at: all up to
// a blank, quotation mark or angle bracket, less the punctuation that ends it.
func (s *scanner) url(start, at int) int {
	end := at
	open := 0
	for end < len(s.text) {
		r, size := s.rune(end)
		if isSpace(r) || r < ' ' || strings.ContainsRune(`"<>“”‘’|`, r) {
			break
		}
		if r == '(' {
			open++
		}
		end += size
	}
	for end > at {
		switch c := s.text[end-1]; {
		case c == ')' && open > 0:
			return end
		case strings.IndexByte(".,;:!?)]}'*", c) >= 0:
			end--
			continue
		}
		return end
	}
	return 0
}

// mail returns the end of an e-mail address; 0 for none.
func (s *scanner) mail(start int) int {
	if start < s.noMail {
		return 0
	}
	at := start
	for at < len(s.text) && isLocalPart(s.text[at]) {
		at++
	}
	if s.byteAt(at) != '@' || at == start || !s.letterAt(at+1) && !s.digitAt(at+1) {
		s.noMail = at
		return 0
	}
	return s.host(at + 1)
}

// host returns the end of a host name that starts at an offset.
func (s *scanner) host(at int) int {
	for at < len(s.text) && (isLocalPart(s.text[at]) && s.text[at] != '+' && s.text[at] != '%') {
		at++
	}
	for s.text[at-1] == '.' || s.text[at-1] == '-' || s.text[at-1] == '_' {
		at--
	}
	return at
}

// domain returns the end of a domain or file name that ends in a known label:
// "amazon.com", "report.pdf"; 0 for none.
func (s *scanner) domain(start int) int {
	if start < s.noDomain {
		return 0
	}
	at, label := start, 0
	for at < len(s.text) {
		c := s.text[at]
		if c == '.' {
			if !isAlnum(s.byteAt(at + 1)) {
				break
			}
			label = at + 1
		} else if !isAlnum(c) && c != '-' && c != '_' {
			break
		}
		at++
	}
	if label == 0 || at-label > longestLabel || !s.words.labels.Has(extract.FormOf(s.text[label:at])) || isTitle(s.text[label:at]) {
		s.noDomain = at
		return 0
	}
	if s.byteAt(at) == '/' && isAlnum(s.byteAt(at+1)) {
		return s.url(start, at)
	}
	return at
}

// handle returns the end of the @name or #tag whose sign stands at an offset;
// 0 for none.
func (s *scanner) handle(start int) int {
	if _, glued := s.last(start); glued && isAlnum(s.byteAt(start-1)) {
		return 0
	}
	if !s.letterAt(start+1) && !(s.text[start] == '@' && s.byteAt(start+1) == '_') {
		return 0
	}
	end := s.run(start + 1)
	if end == start+1 {
		return 0
	}
	return end
}

// isTitle tells whether a label starts like a sentence: the "In" of "over.In".
func isTitle(label string) bool {
	return len(label) > 1 && label[0]&0x20 == 0 && label[1]&0x20 != 0
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

func isLocalPart(c byte) bool {
	return isAlnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%'
}
