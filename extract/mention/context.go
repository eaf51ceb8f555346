package mention

import (
	"strings"

	"github.com/factline/factline/extract"
)

// is tells whether token i stands in the sentence of the name and is the word.
func (n *place) is(i int32, lower string) bool {
	return n.sentence.Contains(i) && n.doc.Is(i, lower)
}

func (n *place) wordIn(i int32) word {
	if !n.sentence.Contains(i) {
		return word{}
	}
	return n.word(i)
}

// hasAge holds for "Oldroyd, 34," and "Oldroyd (34)".
func (n *place) hasAge() extract.EntityType {
	i := n.End
	if !n.is(i, ",") && !n.is(i, "(") || !n.sentence.Contains(i+2) || !n.is(i+2, ",") && !n.is(i+2, ")") && !n.is(i+2, ".") {
		return extract.EntityUnknown
	}
	digits := n.doc.Word(i + 1)
	return personIf(n.doc.Tokens[i+1].Class == extract.ClassDigits && len(digits) == 2 && digits[0] != '0')
}

func (n *place) hasRelative() extract.EntityType {
	i := n.End
	if n.is(i, ",") {
		i++
	}
	return personIf(n.is(i, "who") || n.is(i, "whose"))
}

// speaks holds beside a verb of saying: "said Oldroyd", "Oldroyd told".
func (n *place) speaks() extract.EntityType {
	return personIf(n.saying(n.End) || n.saying(n.Start-1) && !n.sentence.Contains(n.Start-2) ||
		n.saying(n.Start-1) && n.doc.Tokens[n.Start-2].Class == extract.ClassPunct)
}

func (n *place) saying(i int32) bool { return n.wordIn(i).flags&isSaying != 0 }

// afterNoun holds for "actor Oldroyd", "the company Velmex".
func (n *place) afterNoun() extract.EntityType {
	i := n.Start - 1
	if !n.sentence.Contains(i) || n.doc.Tokens[i].Class != extract.ClassLower || n.doc.Tags[i].POS != extract.NOUN {
		return extract.EntityUnknown
	}
	if p := n.doc.Tags[i].Penn; p == extract.PennNNS {
		if n.is(n.End, "and") || n.is(n.End, ",") {
			return n.nounOf(i)
		}
		return extract.EntityUnknown
	}
	return n.nounOf(i)
}

// nounOf returns what the common noun at token i refers to.
func (r *reader) nounOf(i int32) extract.EntityType {
	if t := r.word(i).noun; t != extract.EntityUnknown {
		return t
	}
	return r.words.words[extract.FormOf(r.doc.Tags[i].Lemma)].noun
}

// afterNounOf holds for "the village of Arvo" and "spokesman for Velmex".
func (n *place) afterNounOf() extract.EntityType {
	i := n.Start - 1
	if n.is(i, "the") {
		i--
	}
	switch {
	case n.is(i, "of"):
		if n.sentence.Contains(i-1) && n.doc.Tokens[i-1].Class == extract.ClassLower && n.nounOf(i-1) == extract.Place {
			return extract.Place
		}
	case n.is(i, "for"):
		if n.is(i-1, "spokesman") || n.is(i-1, "spokeswoman") || n.is(i-1, "spokesperson") || n.is(i-1, "works") || n.is(i-1, "worked") {
			return extract.Org
		}
	}
	return extract.EntityUnknown
}

// hasApposition holds for "Velmex, a Danish drug maker," and "Velmex is a
// drug maker".
func (n *place) hasApposition() extract.EntityType {
	i := n.End
	if !n.is(i, ",") && !n.is(i, "is") && !n.is(i, "was") {
		return extract.EntityUnknown
	}
	i++
	if !n.is(i, "a") && !n.is(i, "an") && !n.is(i, "the") {
		return extract.EntityUnknown
	}
	last := int32(-1)
	for i++; n.sentence.Contains(i) && i < n.End+8; i++ {
		switch n.doc.Tags[i].POS {
		case extract.NOUN, extract.PROPN:
			last = i
			continue
		case extract.ADJ, extract.NUM, extract.ADV:
			continue
		}
		if n.doc.Word(i) != "-" {
			break
		}
	}
	if last < 0 || n.doc.Tags[last].POS != extract.NOUN {
		return extract.EntityUnknown
	}
	return n.nounOf(last)
}

// isApposition holds for "Velmex's manager, Oldroyd, " and "its maker, Velmex.":
// one thing, named.
func (n *place) isApposition() extract.EntityType {
	i := n.Start - 2
	if n.is(i, "owner") { // also of companies
		return extract.EntityUnknown
	}
	if !n.is(i+1, ",") || !n.sentence.Contains(i-1) || n.doc.Tags[i].Penn != extract.PennNN || n.doc.Tokens[i].Class != extract.ClassLower {
		return extract.EntityUnknown
	}
	if n.sentence.Contains(n.End) && (n.doc.Tokens[n.End].Class != extract.ClassPunct || n.is(n.End+1, "and") || n.apostropheAfter()) {
		return extract.EntityUnknown
	}
	for j := i - 1; n.sentence.Contains(j) && j >= i-4; j-- {
		switch t := n.doc.Tags[j]; {
		case t.Penn == extract.PennPRPS || t.Penn == extract.PennPOS || n.is(j, "the"):
			return n.nounOf(i)
		case t.POS != extract.NOUN && t.POS != extract.PROPN && t.POS != extract.ADJ:
			return extract.EntityUnknown
		}
	}
	return extract.EntityUnknown
}

// ownsNoun holds for "Velmex shares", "Velmex's chief executive".
func (n *place) ownsNoun() extract.EntityType {
	i := n.End
	if !n.sentence.Contains(i) {
		return extract.EntityUnknown
	}
	if n.apostrophe(i) {
		i++
		if n.wordIn(i).owner == extract.EntityUnknown { // "Velmex's new shares"
			i++
		}
		return n.ownerAt(i)
	}
	if t := n.ownerAt(i); t == extract.Org {
		return t
	}
	return extract.EntityUnknown
}

func (n *place) ownerAt(i int32) extract.EntityType {
	if !n.sentence.Contains(i) || n.doc.Tokens[i].Class != extract.ClassLower {
		return extract.EntityUnknown
	}
	return n.word(i).owner
}

// beforeNoun holds for "Arvo county", "Velm airport".
func (n *place) beforeNoun() extract.EntityType {
	i := n.End
	if n.sentence.Contains(i) && n.doc.Tokens[i].Class == extract.ClassLower && n.word(i).noun == extract.Place && !n.is(i, "country") && !n.is(i, "nation") {
		return extract.Place
	}
	return extract.EntityUnknown
}

// isBase holds for the seat of somebody: "the Arvo-based firm".
func (n *place) isBase() extract.EntityType {
	if n.is(n.End, "-") && n.doc.Glued(n.End) && (n.is(n.End+1, "based") || n.is(n.End+1, "born")) {
		return extract.Place
	}
	return extract.EntityUnknown
}

// isLocative holds after "in" and "near", which seldom stand before persons.
func (n *place) isLocative() extract.EntityType {
	i := n.Start - 1
	if n.is(i, "in") || n.is(i, "near") || n.is(i, "across") || n.is(i, "outside") || n.is(i, "throughout") {
		if n.Len() <= 3 && !n.apostropheAfter() && !(n.sentence.Contains(n.End) && n.doc.Tokens[n.End].Class == extract.ClassDigits) && n.word(n.Start).flags&isGiven == 0 {
			return extract.Place
		}
	}
	return extract.EntityUnknown
}

func (n *place) apostropheAfter() bool {
	return n.sentence.Contains(n.End) && n.apostrophe(n.End)
}

// isPartOf holds for "Arvo, Kenya".
func (n *place) isPartOf() extract.EntityType {
	if !n.is(n.End, ",") || !n.sentence.Contains(n.End+1) || n.row >= 0 {
		return extract.EntityUnknown
	}
	row, end, ok := n.known(n.End+1, n.sentence.End, n.style)
	if ok && n.words.known[row].kind == extract.Place && (end == n.sentence.End || n.doc.Tokens[end].Class == extract.ClassPunct) &&
		!n.is(n.Start-1, ",") && !n.is(n.Start-1, "and") && n.isPrepositionBefore() {
		return extract.Place
	}
	return extract.EntityUnknown
}

func (n *place) isPrepositionBefore() bool {
	i := n.Start - 1
	return i < n.sentence.Start || n.doc.Tags[i].POS == extract.ADP || n.doc.Tokens[i].Class == extract.ClassPunct
}

func (n *place) isAcronym() extract.EntityType {
	t := n.doc.Tokens[n.Start]
	if n.Len() == 1 && t.Class == extract.ClassUpper && t.End-t.Start >= 3 && n.style != shouted && n.row < 0 {
		return extract.Org
	}
	return extract.EntityUnknown
}

func (n *place) isCamelCase() extract.EntityType {
	w := n.doc.Word(n.Start)
	if n.Len() == 1 && n.doc.Tokens[n.Start].Class == extract.ClassMixed && n.row < 0 && !strings.HasPrefix(w, "Mc") && !strings.HasPrefix(w, "Mac") && !strings.ContainsAny(w, "'’-") {
		return extract.Org
	}
	return extract.EntityUnknown
}

func (n *place) hasPlaceEnding() extract.EntityType {
	if n.Len() == 1 && n.doc.Tokens[n.Start].Class == extract.ClassTitle && endsIn(n.doc.Word(n.Start), "stan", "ville", "burg", "shire", "grad", "abad", "pur", "borough", "burgh", "bury", "mouth", "chester", "minster") {
		return extract.Place
	}
	return extract.EntityUnknown
}

func (n *place) hasSurnameEnding() extract.EntityType {
	w := n.doc.Word(n.End - 1)
	c := n.doc.Tokens[n.End-1].Class
	if n.Len() > 3 || n.row >= 0 {
		return extract.EntityUnknown
	}
	return personIf(c == extract.ClassMixed && (strings.HasPrefix(w, "Mc") || strings.HasPrefix(w, "Mac") || strings.HasPrefix(w, "O'") || strings.HasPrefix(w, "O’")) ||
		c == extract.ClassTitle && endsIn(w, "son", "sen", "ssen", "ez", "ov", "ova", "ev", "eva", "sky", "ski", "skaya", "enko", "yan", "idis", "opoulos", "akis", "vich", "wicz", "ić", "ović", "man", "mann", "ström", "berg", "dottir", "elli", "etti", "ini"))
}

func endsIn(word string, endings ...string) bool {
	for _, e := range endings {
		if len(word) > len(e)+1 && strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

// isTwoWords holds for two or three capitalised words that nothing is known of.
// That is no evidence enough; see recall.
func (n *place) isTwoWords() extract.EntityType {
	if n.Len() < 2 || n.Len() > 3 || n.row >= 0 || n.style == shouted {
		return extract.EntityUnknown
	}
	if i := n.Start - 1; n.sentence.Contains(i) && n.doc.Tags[i].POS == extract.DET {
		return extract.EntityUnknown // "the Arvo Oldroyd" is a thing
	}
	for i := n.Start; i < n.End; i++ {
		if n.doc.Tokens[i].Class != extract.ClassTitle && n.doc.Tokens[i].Class != extract.ClassMixed || n.word(i).flags&isCommon != 0 {
			return extract.EntityUnknown
		}
	}
	return extract.Person
}

// isListed holds for a name in a list with a known one: "Arvo, Kenya and Chad".
func (n *place) isListed() extract.EntityType {
	if n.row >= 0 {
		return extract.EntityUnknown
	}
	if i := n.index + 1; i < len(n.names) {
		if t := n.partner(n.TokenRange, &n.names[i]); t != extract.EntityUnknown {
			return t
		}
	}
	if i := n.index - 1; i >= 0 {
		other := &n.names[i]
		if n.inList(other.End, n.Start) {
			return n.listType(other)
		}
	}
	return extract.EntityUnknown
}

func (n *place) partner(at extract.TokenRange, other *name) extract.EntityType {
	if !n.inList(at.End, other.Start) {
		return extract.EntityUnknown
	}
	return n.listType(other)
}

// inList tells whether the tokens between two names are those of a list.
func (n *place) inList(from, to int32) bool {
	switch to - from {
	case 1:
		return n.is(from, "and") || n.is(from, "or") || n.is(from, ",")
	case 2:
		return n.is(from, ",") && (n.is(from+1, "and") || n.is(from+1, "or"))
	}
	return false
}

// listType is the type that a name of a list lends to its neighbours.
func (n *place) listType(other *name) extract.EntityType {
	if other.row >= 0 && !n.words.known[other.row].common && n.words.known[other.row].kind != extract.Norp {
		return n.words.known[other.row].kind
	}
	return personIf(n.Len() > 1 && other.Len() > 1 && n.word(other.Start).flags&isGiven != 0)
}

// isGoal holds after "to", "from", "at" and "of", weakly.
func (n *place) isGoal() extract.EntityType {
	i := n.Start - 1
	if n.Len() == 1 && n.row < 0 && (n.is(i, "to") || n.is(i, "from") || n.is(i, "into") || n.is(i, "around") || n.is(i, "towards")) && !n.apostropheAfter() {
		return extract.Place
	}
	return extract.EntityUnknown
}

// isAgent holds after "by" and "with" and before 's, weakly.
func (n *place) isAgent() extract.EntityType {
	i := n.Start - 1
	return personIf(n.mayBePerson() && (n.is(i, "by") || n.is(i, "with") || n.apostropheAfter()))
}

// mayBePerson holds for unknown names that look like those of persons.
func (n *place) mayBePerson() bool {
	return n.Len() == 1 && n.row < 0 && n.doc.Tokens[n.Start].Class != extract.ClassUpper || n.isTwoWords() == extract.Person
}

// isSubject holds for a name that starts a clause with a finite verb,
// very weakly.
func (n *place) isSubject() extract.EntityType {
	i := n.End
	return personIf(n.mayBePerson() &&
		n.sentence.Contains(i) && n.doc.Tags[i].Penn.IsFinite() && !n.is(n.Start-1, "the"))
}

// isClub holds for a city that does what only its team does: "Leeds beat Arvo".
func (n *place) isClub() extract.EntityType {
	if n.row < 0 || !n.words.known[n.row].city {
		return extract.EntityUnknown
	}
	if n.wordIn(n.End).flags&isSport != 0 && n.doc.Tokens[n.End].Class == extract.ClassLower {
		return extract.Org
	}
	if i := n.Start - 1; n.is(i, "beat") || n.is(i, "against") && n.is(i-1, "goal") || n.is(i, "thrashed") || n.is(i, "beating") {
		return extract.Org
	}
	return extract.EntityUnknown
}
