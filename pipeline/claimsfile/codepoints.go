package claimsfile

import "unicode/utf8"

// codePoints converts byte offsets of a text into code point offsets. It is
// the only place where the two meet. For ASCII texts it is the identity;
// otherwise it keeps the count at every block's start and counts inside the
// block.
type codePoints struct {
	text   string
	before []int32 // code points before each block; nil for ASCII
}

const blockSize = 64

func newCodePoints(text string) codePoints {
	c := codePoints{text: text}
	if isASCII(text) {
		return c
	}
	c.before = make([]int32, 0, len(text)/blockSize+1)
	count := int32(0)
	for i := 0; i < len(text); i++ {
		if i%blockSize == 0 {
			c.before = append(c.before, count)
		}
		if utf8.RuneStart(text[i]) {
			count++
		}
	}
	return c
}

// at returns the code point offset of a byte offset that is a rune border.
func (c codePoints) at(offset int32) int {
	if c.before == nil {
		return int(offset)
	}
	block := min(int(offset)/blockSize, len(c.before)-1)
	count := int(c.before[block])
	for i := block * blockSize; i < int(offset); i++ {
		if utf8.RuneStart(c.text[i]) {
			count++
		}
	}
	return count
}

func isASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
