package mention

import "github.com/factline/factline/extract"

// rule is one piece of evidence for the type of a name.
type rule struct {
	name    string
	example string // holds a name of which the rule is the strongest evidence
	want    string // that name
	kind    extract.EntityType
	weight  int32
	context bool // it looks at the words around the name
	// holds tells what the name is by this rule; EntityUnknown for nothing.
	holds func(n *place) extract.EntityType
}

// place is a name where it stands, as rules see it.
type place struct {
	*reader
	*name
	index int // of the name in names
}

// rules are all kinds of evidence inside and around a name. Weights add up over
// the occurrences of a name; see votes.
var rules = []rule{
	{"gazetteer", "The talks in Nairobi went on.", "Nairobi", extract.Place, 10, false, (*place).inGazetteer},
	{"gazetteer-common", "He bought a stake in Target in May.", "Target", extract.Org, 5, false, (*place).inGazetteerCommon},
	{"byline", "By Arvo Oldroyd\n\nThe talks went on for a long time, and nobody could say when they would end.", "Arvo Oldroyd", extract.Person, 9, false, (*place).inByline},
	{"title", "He thanked Mr Oldroyd for it.", "Oldroyd", extract.Person, 12, false, (*place).hasTitle},
	{"given-name", "The plan of Fiona Oldroyd was new.", "Fiona Oldroyd", extract.Person, 9, false, (*place).hasGivenName},
	{"given-name-alone", "They asked Fiona for the key.", "Fiona", extract.Person, 4, false, (*place).isGivenName},
	{"initial", "The plan of J. Oldroyd was new.", "J. Oldroyd", extract.Person, 9, false, (*place).hasInitial},
	{"particle", "The plan of Arvo van Velm was new.", "Arvo van Velm", extract.Person, 6, false, (*place).hasParticle},
	{"syllable", "The plan of Park Jae-min was new.", "Park Jae-min", extract.Person, 8, false, (*place).hasSyllable},
	{byHead, "It was built by Velm Industries last year.", "Velm Industries", extract.Org, 9, false, (*place).hasHead},
	{"of-head", "It was studied at the University of Velm.", "University of Velm", extract.Org, 9, false, (*place).hasOfHead},
	{"start", "It was sold to FC Velm last year.", "FC Velm", extract.Org, 7, false, (*place).hasStart},
	{"ampersand", "It was sold to Velm & Arvo last year.", "Velm & Arvo", extract.Org, 6, false, (*place).hasAmpersand},
	{"place-first", "It was won by the Denver Velmers again.", "Denver Velmers", extract.Org, 4, false, (*place).startsWithPlace},
	{"age", "Oldroyd, 34, was there.", "Oldroyd", extract.Person, 10, true, (*place).hasAge},
	{"relative", "They met Oldroyd, who left.", "Oldroyd", extract.Person, 8, true, (*place).hasRelative},
	{"speaks", "It was late, Oldroyd said.", "Oldroyd", extract.Person, 4, true, (*place).speaks},
	{byNounBefore, "They met actor Oldroyd there.", "Oldroyd", extract.Person, 8, true, (*place).afterNoun},
	{"noun-of", "They met in the village of Arvo.", "Arvo", extract.Place, 8, true, (*place).afterNounOf},
	{byApposition, "Velmex, a drug maker, grew.", "Velmex", extract.Org, 6, true, (*place).hasApposition},
	{byNamedNoun, "They met its manager, Oldroyd, there.", "Oldroyd", extract.Person, 6, true, (*place).isApposition},
	{byOwner, "The value of Velmex shares fell.", "Velmex", extract.Org, 5, true, (*place).ownsNoun},
	{"noun-after", "The flood hit Arvo county twice.", "Arvo", extract.Place, 6, true, (*place).beforeNoun},
	{byBased, "They met the Arvo-based firm.", "Arvo", extract.Place, 9, true, (*place).isBase},
	{"locative", "They were born in Arvo long ago.", "Arvo", extract.Place, 4, true, (*place).isLocative},
	{"part-of", "They met near Arvo, Kenya.", "Arvo", extract.Place, 8, true, (*place).isPartOf},
	{"listed", "It is grown with Arvo, Kenya and Chad.", "Arvo", extract.Place, 4, true, (*place).isListed},
	{"from-to", "They moved to Arvo.  They came from Arvo.", "Arvo", extract.Place, 2, true, (*place).isGoal},
	{"by", "It was led by Oldroyd. It was led by Oldroyd.", "Oldroyd", extract.Person, 2, true, (*place).isAgent},
	{"subject", "They saw that Oldroyd went. Then Oldroyd came. Now Oldroyd left.", "Oldroyd", extract.Person, 1, true, (*place).isSubject},
	{"club", "The goal came late as Leeds beat Arvo at home.", "Leeds", extract.Org, 25, true, (*place).isClub},
	{byAcronym, "The rules of the QVRT changed.", "QVRT", extract.Org, 4, false, (*place).isAcronym},
	{"place-ending", "The rules of Velmville changed.", "Velmville", extract.Place, 4, false, (*place).hasPlaceEnding},
	{"surname-ending", "The rules of Oldroydson changed.", "Oldroydson", extract.Person, 3, false, (*place).hasSurnameEnding},
	{"two-words", "The rules of Arvo Oldroyd changed, as Oldroyd knew.", "Arvo Oldroyd", extract.Person, 2, false, (*place).isTwoWords},
	{"camel-case", "The rules of VelMex changed.", "VelMex", extract.Org, 3, false, (*place).isCamelCase},
}

func (n *place) inGazetteer() extract.EntityType {
	if n.row < 0 {
		return extract.EntityUnknown
	}
	k := n.words.known[n.row]
	if k.common || n.Len() == 1 && k.kind != extract.Norp && n.word(n.Start).flags&isGiven != 0 {
		return extract.EntityUnknown
	}
	return k.kind
}

// inGazetteerCommon holds for names that mean something else as well.
func (n *place) inGazetteerCommon() extract.EntityType {
	if n.row < 0 || n.inGazetteer() != extract.EntityUnknown {
		return extract.EntityUnknown
	}
	return n.words.known[n.row].kind
}

func (n *place) inByline() extract.EntityType {
	return personIf(n.sentence.Role == extract.RoleByline && n.Len() > 1 && n.Len() < 5 && n.is(n.Start-1, "by"))
}

func (n *place) hasTitle() extract.EntityType {
	return personIf(n.honoured)
}

func (n *place) hasGivenName() extract.EntityType {
	return personIf(n.Len() > 1 && n.Len() <= 6 && n.row < 0 && n.word(n.Start).flags&isGiven != 0 && n.wordly(n.Start+1))
}

// wordly tells whether token i of a name is a word or a hyphen or particle
// between words, not the number or sign of a product.
func (n *place) wordly(i int32) bool {
	c := n.doc.Tokens[i].Class
	return c.IsWord() && c != extract.ClassUpper || n.doc.Word(i) == "-" || n.style == shouted || n.isInitialLetter(i)
}

func (n *place) isGivenName() extract.EntityType {
	return personIf(n.Len() == 1 && n.word(n.Start).flags&isGiven != 0)
}

func (n *place) hasInitial() extract.EntityType {
	for i := n.Start; i < n.End-1; i++ {
		if n.isInitialLetter(i) {
			return personIf(n.Len() > 1 && n.doc.Tokens[n.End-1].Class.IsWord() && !n.isInitialLetter(n.End-1))
		}
	}
	return extract.EntityUnknown
}

// isInitialLetter tells whether token i is a single capital: "J.".
func (r *reader) isInitialLetter(i int32) bool {
	w := r.doc.Word(i)
	return len(w) == 2 && w[1] == '.' && 'A' <= w[0] && w[0] <= 'Z'
}

func (n *place) hasParticle() extract.EntityType {
	for i := n.Start + 1; i < n.End-1; i++ {
		if n.doc.Tokens[i].Class == extract.ClassLower && n.word(i).flags&isParticle != 0 {
			return extract.Person
		}
	}
	return extract.EntityUnknown
}

// hasSyllable holds for names that end in a small half: "Park Jae-min".
func (n *place) hasSyllable() extract.EntityType {
	i := n.End - 1
	return personIf(n.Len() > 2 && n.doc.Tokens[i].Class == extract.ClassLower && n.doc.Word(i-1) == "-" && n.word(i).flags&isSyllable != 0)
}

func (n *place) hasHead() extract.EntityType {
	if n.Len() < 2 || n.row >= 0 || n.hasOfHead() != extract.EntityUnknown {
		return extract.EntityUnknown
	}
	return n.word(n.End - 1).head
}

func (n *place) hasOfHead() extract.EntityType {
	for i := n.Start + 1; i < n.End-1; i++ {
		if n.doc.Tokens[i].Class == extract.ClassLower && (n.doc.Is(i, "of") || n.doc.Is(i, "for")) {
			return n.word(i - 1).of
		}
	}
	return extract.EntityUnknown
}

func (n *place) hasStart() extract.EntityType {
	if n.Len() < 2 || n.row >= 0 || n.honoured || n.word(n.End-1).head != extract.EntityUnknown {
		return extract.EntityUnknown
	}
	return n.word(n.Start).start
}

func (n *place) hasAmpersand() extract.EntityType {
	for i := n.Start + 1; i < n.End-1; i++ {
		if n.doc.Word(i) == "&" {
			return extract.Org
		}
	}
	return extract.EntityUnknown
}

func (n *place) startsWithPlace() extract.EntityType {
	if n.Len() < 2 || n.row >= 0 || n.honoured {
		return extract.EntityUnknown
	}
	row, end, ok := n.known(n.Start, n.End, n.style)
	if ok && end < n.End && !n.words.known[row].common && n.doc.Tokens[end].Class == extract.ClassTitle && n.word(n.Start).flags&isGiven == 0 {
		return extract.Org
	}
	return extract.EntityUnknown
}

func personIf(ok bool) extract.EntityType {
	if ok {
		return extract.Person
	}
	return extract.EntityUnknown
}
