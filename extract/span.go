package extract

// Span is a half-open range of bytes of Document.Text.
type Span struct{ Start, End int32 }

// In returns the part of text that the span covers.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// TokenRange is a half-open range of indexes into Document.Tokens. Start ==
// End is the empty range: "there is none".
type TokenRange struct{ Start, End int32 }

// Range returns r itself; it lets every annotation that embeds a TokenRange be
// asked for its place.
func (r TokenRange) Range() TokenRange { return r }

// Len returns the number of tokens.
func (r TokenRange) Len() int32 { return r.End - r.Start }

// Empty tells whether the range holds no token.
func (r TokenRange) Empty() bool { return r.End <= r.Start }

// Contains tells whether token i lies in the range.
func (r TokenRange) Contains(i int32) bool { return r.Start <= i && i < r.End }

// Covers tells whether every token of o lies in r.
func (r TokenRange) Covers(o TokenRange) bool { return r.Start <= o.Start && o.End <= r.End }

// Overlaps tells whether r and o share a token.
func (r TokenRange) Overlaps(o TokenRange) bool { return r.Start < o.End && o.Start < r.End }

// CompareRanges orders ranges by start, then longer first: the order of every
// layer. It suits slices.SortFunc and slices.BinarySearchFunc.
func CompareRanges(a, b TokenRange) int {
	switch {
	case a.Start != b.Start:
		return int(a.Start) - int(b.Start)
	default:
		return int(b.End) - int(a.End)
	}
}

// None is the index that refers to nothing: MentionIndex, TimexIndex and the
// others all use it.
const None = -1
