package mention

import (
	"strings"

	"github.com/factline/factline/extract"
)

// correction is something that is known better than the model knows it. Each is
// tried on every name that the model finds.
type correction struct {
	name    string
	example string // what it changes
	want    string // the example with its names in brackets
	types   string // of these names
	apply   func(r *reader, m *extract.Mention) bool
}

// corrections are tried in order; a name that is left empty is dropped.
var corrections = []correction{
	{"edge", "They sang at the Velm Festival 🎉 again.", "They sang at the [Velm Festival] 🎉 again.", "EVENT", (*reader).trimEdges},
	{"based", "The Leeds-based company grew.", "The [Leeds]-based company grew.", "PLACE", (*reader).cutCompound},
	{"noun", "They climbed the Velm glacier twice.", "They climbed the [Velm] glacier twice.", "PLACE", (*reader).cutNoun},
	{"half", "They sued Sam Velm-Arvo for it.", "They sued [Sam Velm-Arvo] for it.", "PERSON", (*reader).addHalf},
	{"longer", "They left the West Bengal town.", "They left the [West Bengal] town.", "PLACE", (*reader).setLonger},
	{"syllable", "They met Moon Jae-in in May.", "They met [Moon Jae-in] in May.", "PERSON", (*reader).addSyllable},
	{"title", "They thanked Ms Oduya for it.", "They thanked Ms [Oduya] for it.", "PERSON", (*reader).cutTitle},
	{"company", "The lawyers of Kestrel & Co said so.", "The lawyers of [Kestrel & Co] said so.", "ORG", (*reader).setCompany},
	{"storm", "They fled Typhoon Arvo in May.", "They fled [Typhoon Arvo] in May.", "EVENT", (*reader).setStorm},
	{"seat", "The owner of Larkfield Motors of Leeds left.", "The owner of [Larkfield Motors] of [Leeds] left.", "ORG PLACE", (*reader).cutSeat},
	{"ticker", "Shares in Arvex Ltd (BRLW.O) fell.", "Shares in [Arvex Ltd] (BRLW.O) fell.", "ORG", (*reader).dropTicker},
	{"traded", "Shares in Velmark (BRLW.O) fell.", "Shares in [Velmark] (BRLW.O) fell.", "ORG", (*reader).setTraded},
	{"versus", "They saw Tom Velm v Max Arvo: 6-0.", "They saw [Tom Velm] v [Max Arvo]: 6-0.", "PERSON PERSON", (*reader).cutVersus},
	{"score", "They led Velm 1-2 Albion at the end.", "They led [Velm] 1-2 Albion at the end.", "ORG", (*reader).cutScore},
	{"club", "The fans of Albion sang.", "The fans of [Albion] sang.", "ORG", (*reader).setClub},
	{"dateline", "WASHINGTON, March 14 (Reuters) - The Senate on Thursday rejected a bill that would have capped prices.", "[WASHINGTON], March 14 ([Reuters]) - The [Senate] on Thursday rejected a bill that would have capped prices.", "PLACE ORG ORG", (*reader).setDateline},
	{"maker", "Chipmaker Velmex Semiconductor Inc. grew.", "Chipmaker [Velmex Semiconductor Inc.] grew.", "ORG", (*reader).cutMaker},
	{"clause", "Velmat fines Severn Coast Water over spills\n\nThe regulator has fined Severn Coast Water £47m after an investigation of its works. Velmat said on Tuesday that it will pay. Severn Coast's chief executive, Lianne Morgan, denied it.", "[Velmat] fines [Severn Coast Water] over spills\n\nThe regulator has fined [Severn Coast Water] £47m after an investigation of its works. [Velmat] said on Tuesday that it will pay. [Severn Coast]'s chief executive, [Lianne Morgan], denied it.", "ORG ORG ORG ORG ORG PERSON", (*reader).cutClause},
	{"saint", "He is the vicar of St Mark's in Leeds.", "He is the vicar of [St Mark's] in [Leeds].", "PLACE PLACE", (*reader).setSaint},
	{"noun-after", "They sued the Sinar cartel.", "They sued the [Sinar] cartel.", "ORG", (*reader).setBody},
	{"label", "He lost the 3rd Ward by a vote.", "He lost the 3rd Ward by a vote.", "-", (*reader).dropLabel},
	{"small", "They contained ash from Iceland, said Arvo Velm of Leeds.", "They contained ash from [Iceland], said [Arvo Velm] of [Leeds].", "PLACE PERSON PLACE", (*reader).dropSmall},
	{"common", "They got a PhD and a DVD.", "They got a PhD and a DVD.", "-", (*reader).dropCommon},
	{"nation", "The Democrats and the Muslims agreed.", "The [Democrats] and the [Muslims] agreed.", "NORP NORP", (*reader).setNation},
	{"brand", "The maker of Larkstone frozen peas grew.", "The maker of [Larkstone] frozen peas grew.", "?", (*reader).clearBrand},
	{"listed", "The lawyers of ByteDance, which owns it, said so.", "The lawyers of [ByteDance], which owns it, said so.", "ORG", (*reader).setListed},
}

// correct corrects the names of the model.
func (r *reader) correct(names []extract.Mention) []extract.Mention {
	kept := names[:0]
	for _, m := range names {
		if last := len(kept) - 1; last >= 0 && m.Start < kept[last].End {
			continue // swallowed by the name before
		}
		for i := range corrections {
			if corrections[i].apply(r, &m) {
				m.Rule = corrections[i].name
			}
			if m.Empty() {
				break
			}
		}
		if !m.Empty() {
			m.Head = r.headOf(m.TokenRange)
			kept = append(kept, m)
		}
	}
	return kept
}

// cutTitle takes the title off a person's name.
func (r *reader) cutTitle(m *extract.Mention) bool {
	if m.Len() < 2 || m.Type != extract.Person && !r.isAddress(m.Start) {
		return r.cutNextTitle(m)
	}
	row, end, ok := r.words.titles.LongestFunc(r.doc, m.Start, func(_ int, end int32) bool {
		return end < m.End && r.doc.Tokens[end-1].Class != extract.ClassLower
	})
	if !ok || r.doc.Tokens[end].Class == extract.ClassLower && r.word(end).flags&(isParticle|isArabic) == 0 {
		return false
	}
	m.Start, m.Type, m.Gender = end, extract.Person, r.words.honours[row]
	return true
}

// cutNextTitle takes the title of the person who follows off another name:
// "Republican | Sen. Arvo Velm".
func (r *reader) cutNextTitle(m *extract.Mention) bool {
	if int(m.End) >= len(r.doc.Tokens) || !r.capital(m.End) || m.Len() < 2 {
		return false
	}
	switch r.doc.Word(m.End - 1) {
	case "Sen.", "Rep.", "Gov.", "Sen", "Rep", "Gov", "Sens.", "Reps.":
		m.End--
		return true
	}
	return false
}

// isAddress tells whether token i is a title that only persons have.
func (r *reader) isAddress(i int32) bool {
	switch r.doc.Word(i) {
	case "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss":
		return true
	}
	return false
}

// setCompany gives names that end as only those of companies do their type.
func (r *reader) setCompany(m *extract.Mention) bool {
	if m.Type == extract.Org || m.Len() < 2 || !r.isCompany(m.End-1) {
		return false
	}
	m.Type = extract.Org
	return true
}

// isCompany tells whether token i ends only the names of companies.
func (r *reader) isCompany(i int32) bool {
	switch r.doc.Word(i) {
	case "Airlines", "Airways", "Foods", "Holdings", "Industries", "Motors", "Pharmaceuticals", "Semiconductor", "Semiconductors", "Technologies":
		return true
	case "Co", "Co.", "Corp", "Corp.", "Inc", "Inc.", "LLC", "LLP", "Ltd", "Ltd.", "plc", "Plc", "PLC", "GmbH":
		return true
	}
	return false
}

// setStorm makes events of named storms, with the word for them.
func (r *reader) setStorm(m *extract.Mention) bool {
	if m.Start > 0 && m.Len() == 1 && r.isStorm(m.Start-1) {
		m.Start--
	}
	if m.Len() != 2 || m.Type == extract.Event || !r.isStorm(m.Start) || r.word(m.End-1).head == extract.Org {
		return false
	}
	m.Type = extract.Event
	return true
}

func (r *reader) isStorm(i int32) bool {
	switch r.doc.Word(i) {
	case "Cyclone", "Hurricane", "Storm", "Typhoon":
		return true
	}
	return false
}

// dropTicker drops the code of a share: "(VLM.O)".
func (r *reader) dropTicker(m *extract.Mention) bool {
	if m.Len() > 1 || m.Start == 0 || !r.isTicker(m.Start-1) {
		return false
	}
	*m = extract.Mention{}
	return true
}

// setTraded gives a name its type that the code of its share follows: "Ashdown
// [ASHD.L]".
func (r *reader) setTraded(m *extract.Mention) bool {
	if m.Type == extract.Org || !r.isTicker(m.End) {
		return false
	}
	m.Type = extract.Org
	return true
}

// isTicker tells whether the code of a share stands in brackets, of which the
// first is token open.
func (r *reader) isTicker(open int32) bool {
	if int(open+2) >= len(r.doc.Tokens) || r.doc.Tokens[open+1].Class != extract.ClassUpper || !strings.Contains(r.doc.Word(open+1), ".") {
		return false
	}
	switch r.doc.Word(open) {
	case "(", "[", "<":
	default:
		return false
	}
	switch r.doc.Word(open + 2) {
	case ")", "]", ">":
		return r.doc.Glued(open+1) && r.doc.Glued(open+2)
	}
	return false
}

// setBody gives names their type that go on with a noun for what only
// organisations are: "Antara news agency", "the Velm party".
func (r *reader) setBody(m *extract.Mention) bool {
	i := m.End
	if m.Type == extract.Org || m.Type == extract.Norp || int(i) >= len(r.doc.Tokens) || r.doc.Tokens[i].Class != extract.ClassLower {
		return false
	}
	if _, end, ok := r.known(m.Start, m.End, plain); ok && end == m.End || r.word(m.Start).flags&isGiven != 0 {
		return false
	}
	switch r.doc.Word(i) {
	case "news":
		if int(i+1) >= len(r.doc.Tokens) || r.doc.Word(i+1) != "agency" {
			return false
		}
	case "party", "militia", "cartel", "airline", "newspaper", "brand", "supermarket":
	default:
		return false
	}
	m.Type = extract.Org
	return true
}

// dropLabel drops what an ordinal numbers, which the model takes for events:
// "3rd Ward".
func (r *reader) dropLabel(m *extract.Mention) bool {
	alone := m.Len() == 1 && m.Start > 0 && r.isOrdinal(m.Start-1) && !r.timex[m.Start-1] && !r.guessed[m.Start]
	if !alone && (m.Len() != 2 || m.Type < extract.Product || !r.isOrdinal(m.Start) || r.guessed[m.Start]) {
		return false
	}
	*m = extract.Mention{}
	return true
}

// dropSmall drops words in small letters, which only those who write without
// capitals mean as names.
func (r *reader) dropSmall(m *extract.Mention) bool {
	if !r.capitals || m.Len() > 1 || r.doc.Tokens[m.Start].Class != extract.ClassLower || r.guessed[m.Start] {
		return false
	}
	if _, end, ok := r.known(m.Start, m.End, plain); ok && end == m.End {
		return false
	}
	*m = extract.Mention{}
	return true
}

// dropCommon drops abbreviations and words that are no names, which the model
// takes for titles and products.
func (r *reader) dropCommon(m *extract.Mention) bool {
	if m.Len() > 1 || m.Type < extract.Product || r.word(m.Start).flags&isCommon == 0 {
		return false
	}
	*m = extract.Mention{}
	return true
}

// setNation gives the members of nations, religions and political groups their
// type.
func (r *reader) setNation(m *extract.Mention) bool {
	row, end, ok := r.known(m.Start, m.End, plain)
	if !ok || end != m.End || r.words.known[row].kind != extract.Norp || m.Type == extract.Norp || m.Type == extract.Person {
		return false
	}
	m.Type = extract.Norp
	return true
}

// setListed gives the names of known organisations and places their type.
func (r *reader) setListed(m *extract.Mention) bool {
	row, end, ok := r.known(m.Start, m.End, plain)
	if !ok || end != m.End {
		return false
	}
	k := r.words.known[row]
	if k.common || k.hidden || k.kind == m.Type || !r.tells(k, m) {
		return false
	}
	m.Type = k.kind
	return true
}

// tells tells whether a gazetteer knows the type of a name better than the model:
// the context makes clubs of cities, and persons have the names of all.
func (r *reader) tells(k knownName, m *extract.Mention) bool {
	free := m.Len() > 1 || r.word(m.Start).flags&(isGiven|isSurname) == 0
	switch {
	case m.Type >= extract.Norp:
		return k.kind == extract.Org || k.kind == extract.Place || m.Len() > 1
	case k.kind == extract.Org:
		return free || m.Type == extract.Place && r.word(m.Start).flags&isTown == 0
	case k.kind == extract.Product:
		return free && (m.Type == extract.Person || m.Type == extract.Place || m.Len() > 1)
	case k.kind > extract.Product:
		return m.Len() > 1 && m.Type != extract.Person
	case k.country:
		return free && m.Type == extract.Org
	}
	return false
}

// clearBrand takes its type from a name that a maker gives its goods: a brand
// looks like the place or book that it is called after.
func (r *reader) clearBrand(m *extract.Mention) bool {
	if m.Type != extract.Place && m.Type != extract.Work && m.Type != extract.Event || int(m.End) >= len(r.doc.Tokens) || r.doc.Tokens[m.End].Class != extract.ClassLower {
		return false
	}
	if _, end, ok := r.known(m.Start, m.End, plain); ok && end == m.End {
		return false
	}
	for i := m.Start - 1; i > 0 && i >= m.Start-longestName && r.doc.Tokens[i].Class != extract.ClassPunct; i-- {
		if r.doc.Is(i, "of") && (r.doc.Is(i-1, "maker") || r.doc.Is(i-1, "makers") || r.doc.Is(i-1, "producer") || r.doc.Is(i-1, "manufacturer")) {
			m.Type = extract.EntityUnknown
			return true
		}
	}
	return false
}
