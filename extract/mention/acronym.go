package mention

import "github.com/factline/factline/extract"

// spellOut finds the long forms of acronyms in brackets by their initials, and
// gives both one type: "Bakers, Food and Allied Workers Union (BFAWU)" is one
// name, whatever its commas (after Schwartz & Hearst 2003).
func (r *reader) spellOut(names []extract.Mention) []extract.Mention {
	out, next := names[:0:0], 0
	for i := int32(1); int(i+2) < len(r.doc.Tokens); i++ {
		if r.doc.Word(i) != "(" || r.doc.Word(i+2) != ")" {
			continue
		}
		start, ok := r.longForm(i)
		if !ok {
			continue
		}
		for next < len(names) && names[next].End <= start {
			out = append(out, names[next])
			next++
		}
		end := next
		for end < len(names) && names[end].Start < i+2 {
			end++
		}
		long := extract.TokenRange{Start: start, End: i}
		kind := r.kindOfLong(long, names[next:end])
		if kind == extract.EntityUnknown || end > next && names[next].Start < start {
			continue
		}
		next = end
		for _, at := range []extract.TokenRange{long, {Start: i + 1, End: i + 2}} {
			out = append(out, extract.Mention{TokenRange: at, Head: r.headOf(at), Kind: extract.Name, Type: kind, Rule: byInitials})
		}
	}
	return append(out, names[next:]...)
}

// kindOfLong returns the type of the long form of an acronym, given the names
// that were found in both.
func (r *reader) kindOfLong(long extract.TokenRange, names []extract.Mention) extract.EntityType {
	kind := extract.EntityUnknown
	for _, n := range names {
		switch {
		case n.TokenRange == long && n.Type != extract.EntityUnknown:
			return n.Type
		case n.Type == extract.Org:
			kind = extract.Org
		}
	}
	switch r.doc.Word(long.Start) {
	case "Bachelor", "Doctor", "Fellow", "Master", "Member": // "Member of Parliament (MP)"
		return extract.EntityUnknown
	}
	if r.word(long.End-1).head == extract.Org {
		kind = extract.Org
	}
	return kind
}

// byInitials is the Rule of acronyms in brackets and their long forms.
const byInitials = "initials"

// longForm returns where the name starts whose initials token i+1 is, in the
// brackets at token i. Words in capitals may be left out of an acronym: "Tyne
// NHS Trust (TT)".
func (r *reader) longForm(i int32) (start int32, ok bool) {
	acronym := r.doc.Word(i + 1)
	s := r.doc.SentenceAt(i)
	if r.doc.Tokens[i+1].Class != extract.ClassUpper || len(acronym) < 2 || len(acronym) > mostInitials || s < 0 {
		return 0, false
	}
	left := len(acronym)
	for at := i - 1; at >= r.doc.Sentences[s].Start && i-at <= 2*mostInitials; at-- {
		t := r.doc.Tokens[at]
		switch {
		case t.Class.IsCapital() && r.doc.Text[t.Start] == acronym[left-1]:
			if left--; left == 0 {
				return at, i-at > 1
			}
		case t.Class == extract.ClassUpper && t.End-t.Start > 1 && at < i-1:
		case r.joinsLong(at) && at < i-1:
		default:
			return 0, false
		}
	}
	return 0, false
}

// joinsLong tells whether token i has no letter in acronyms: "of", "and", a comma.
func (r *reader) joinsLong(i int32) bool {
	switch r.doc.Word(i) {
	case "of", "and", "for", "the", "in", "on", "to", "&", ",", "-", "de", "des", "la", "du", "del":
		return true
	}
	return r.apostrophe(i)
}
