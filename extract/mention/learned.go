package mention

import (
	_ "embed"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/model"
	"github.com/factline/factline/internal/ner"
)

//go:embed model/english.bin
var file []byte

// Rules that may know the type of a name better than the model.
const (
	byNounBefore = "noun-before"
	byApposition = "apposition"
	byAcronym    = "acronym"
	byHead       = "head"
	byNamedNoun  = "named-noun"
	byBased      = "based"
	byOwner      = "owner"
)

// learned is the model, read on first use.
var learned = sync.OnceValue(func() *ner.Model {
	f, err := model.Read(file, ner.Kind, ner.Version)
	if err != nil {
		panic(err) // the file is part of the program
	}
	m, err := ner.Decode(f)
	if err != nil {
		panic(err)
	}
	return m
})

// byModel is the Rule of names that the model alone found.
const byModel = "model"

// byRepeat is the Rule of names at the start of sentences that stand elsewhere
// in the article as well.
const byRepeat = "repeat"

// learn returns the names that the model finds, knowing those of the rules.
func (r *reader) learn(guesses []extract.Mention) []extract.Mention {
	words := r.tell(guesses)
	tagger := ner.NewTagger(learned())
	names := make([]extract.Mention, 0, len(guesses))
	for _, s := range r.doc.Sentences {
		tags := tagger.Tag(words[s.Start:s.End])
		for i := 0; i < len(tags); i++ {
			if tags[i] == ner.Outside {
				continue
			}
			m := extract.Mention{Kind: extract.Name, Type: tags[i].Kind(), Rule: byModel}
			m.Start = s.Start + int32(i)
			for !tags[i].Closed() {
				i++
			}
			m.End = s.Start + int32(i) + 1
			names = append(names, m)
		}
	}
	r.capitals = r.usesCapitals(names)
	return r.correct(names)
}

// usesCapitals tells whether most names have capitals, as in everything but
// some messages.
func (r *reader) usesCapitals(names []extract.Mention) bool {
	capital := 0
	for _, m := range names {
		if r.capital(m.Start) {
			capital++
		}
	}
	return capital >= 3 && capital*4 >= len(names)*3
}

// merge puts the names of the model and of the rules together. The model's stand,
// but a name that it finds elsewhere in the article it should have found here as
// well, and it knows little of the types that texts seldom annotate.
func (r *reader) merge(learned, guesses []extract.Mention) []extract.Mention {
	known := r.newMemory(learned)
	names := make([]extract.Mention, 0, len(learned)+len(guesses)/4)
	for _, g := range guesses {
		for len(learned) > 0 && learned[0].End <= g.Start {
			names = append(names, learned[0])
			learned = learned[1:]
		}
		if last := len(names) - 1; last >= 0 && names[last].End > g.Start {
			continue
		}
		over := 0 // of the model's names overlap the guess
		for over < len(learned) && learned[over].Start < g.End {
			over++
		}
		if over == 1 && learned[0].TokenRange == g.TokenRange {
			known.settle(&learned[0], g)
			continue
		}
		kind := known.kindOf(g)
		switch {
		case over == 0 && (r.isCertain(g) || r.isListed(g) || r.isOwner(g) || r.seats[g.Start]):
			names = append(names, g)
		case over == 0 && kind == extract.EntityUnknown && (g.Type == extract.EntityUnknown || g.Type > extract.Place):
			names = append(names, g)
		case over > 1 && r.isCertain(g) && known.whole(learned[:over], g):
			names = append(names, g)
			learned = learned[over:]
		case kind != extract.EntityUnknown && known.whole(learned[:over], g):
			g.Type = kind
			names = append(names, g)
			learned = learned[over:]
		}
	}
	names = known.shorten(append(names, learned...))
	known.bodies(names)
	return names
}

// shorten gives the first word of an organisation's name the type of the whole:
// "Larkfield" after "Larkfield Foods". Cities and given names stay what they are.
func (m *memory) shorten(names []extract.Mention) []extract.Mention {
	firsts := map[extract.Form]bool{}
	for _, n := range names {
		if n.Len() > 1 && n.Type == extract.Org {
			firsts[m.doc.Tokens[n.Start].Form] = true
		}
	}
	for i := range names {
		n := &names[i]
		if n.Len() == 1 && n.Type == extract.Person && m.ends[m.key(n.TokenRange)] == extract.Org && !m.isAddressed(*n) {
			n.Type, n.Rule = extract.Org, byShortName // "Lilly" after "Eli Lilly"
		}
		if n.Len() > 1 || n.Type == extract.Org || n.Type == extract.Norp || !firsts[m.doc.Tokens[n.Start].Form] {
			continue
		}
		if _, _, ok := m.known(n.Start, n.End, plain); ok || m.word(n.Start).flags&isGiven != 0 || m.parts[m.key(n.TokenRange)] == extract.Person || m.isAddressed(*n) {
			continue
		}
		n.Type, n.Rule = extract.Org, byShortName
	}
	return names
}

// repeat adds the names of one word at the start of sentences that the article
// has elsewhere, where their capitals tell: "Velm now expects" after "to Velm".
func (r *reader) repeat(names []extract.Mention) []extract.Mention {
	known := map[extract.Form]extract.EntityType{}
	for _, n := range names {
		if s := r.doc.SentenceAt(n.Start); n.Len() == 1 && s >= 0 && r.doc.Sentences[s].Start < n.Start {
			known[r.doc.Tokens[n.Start].Form] = n.Type
		}
		if last := n.End - 1; n.Len() > 1 && n.Type == extract.Org && r.isClubWord(last) {
			known[r.doc.Tokens[last].Form] = extract.Org // "Velm Athletic"
		}
	}
	out, next := make([]extract.Mention, 0, len(names)+4), 0
	for _, s := range r.doc.Sentences {
		for next < len(names) && names[next].Start < s.Start {
			out = append(out, names[next])
			next++
		}
		t := r.doc.Tokens[s.Start]
		if next < len(names) && names[next].Start == s.Start || t.Class != extract.ClassTitle || r.timex[s.Start] || r.styleOf(s) != plain {
			continue
		}
		kind, ok := known[t.Form]
		if ok && r.word(s.Start).flags&isCommon != 0 && !(s.Start+1 < s.End && r.doc.Tags[s.Start+1].Penn.IsFinite()) {
			continue // "Athletic are ahead", but not "Athletic men"
		}
		if _, lower := r.lowercase[t.Form]; !ok || lower && r.lowercase[t.Form] || s.Start+1 < s.End && r.capital(s.Start+1) {
			continue
		}
		at := extract.TokenRange{Start: s.Start, End: s.Start + 1}
		out = append(out, extract.Mention{TokenRange: at, Head: s.Start, Kind: extract.Name, Type: kind, Rule: byRepeat})
	}
	return append(out, names[next:]...)
}

// isClubWord tells whether token i is a last word by which a club is called:
// "Athletic are ahead".
func (r *reader) isClubWord(i int32) bool {
	switch r.doc.Word(i) {
	case "Albion", "Athletic", "City", "County", "Forest", "Palace", "Rangers", "Rovers", "Town", "United", "Villa", "Wanderers":
		return true
	}
	return false
}

// memory is what the model finds in the whole article.
type memory struct {
	*reader
	kinds map[uint64]extract.EntityType // of names, by key; of several types the first
	parts map[uint64]extract.EntityType // of words at the ends of longer names of persons and organisations
	ends  map[uint64]extract.EntityType // of last words; a person's rather than an organisation's
}

func (r *reader) newMemory(names []extract.Mention) *memory {
	m := &memory{r, map[uint64]extract.EntityType{}, map[uint64]extract.EntityType{}, map[uint64]extract.EntityType{}}
	for _, n := range names {
		if key := r.key(n.TokenRange); m.kinds[key] == extract.EntityUnknown {
			m.kinds[key] = n.Type
		}
		if n.Len() > 1 && (n.Type == extract.Person || n.Type == extract.Org) {
			m.parts[r.key(extract.TokenRange{Start: n.Start, End: n.Start + 1})] = n.Type
			last := r.key(extract.TokenRange{Start: n.End - 1, End: n.End})
			m.parts[last] = n.Type
			if m.ends[last] != extract.Person {
				m.ends[last] = n.Type
			}
		}
	}
	return m
}

// kindOf returns the type that the model gives the name of a guess elsewhere.
func (m *memory) kindOf(g extract.Mention) extract.EntityType {
	key := m.key(g.TokenRange)
	if kind := m.kinds[key]; kind != extract.EntityUnknown {
		return kind
	}
	if g.Rule == byShortName && m.parts[key] == g.Type {
		return g.Type
	}
	return extract.EntityUnknown
}

// whole tells whether a guess stands instead of the model's names there, which
// are parts of it.
func (m *memory) whole(names []extract.Mention, g extract.Mention) bool {
	for _, n := range names {
		if n.Start < g.Start || n.End > g.End {
			return false
		}
	}
	return true
}

// settle puts together what the model and a rule say of the same name.
func (m *memory) settle(n *extract.Mention, g extract.Mention) {
	switch {
	case m.isCertain(g), g.Rule == byNamedNoun && g.Type == extract.Org && n.Type >= extract.Product, g.Rule == byAcronym && n.Type == extract.Person,
		g.Type == extract.Person && g.Rule == byShortName && m.parts[m.key(g.TokenRange)] == extract.Person:
		n.Type, n.Gender = g.Type, g.Gender
	case n.Type == extract.Person && g.Type == extract.EntityUnknown && n.Len() == 1 && m.doc.Tokens[n.Start].Class == extract.ClassUpper:
		n.Type = extract.EntityUnknown // the model seldom saw what capitals stand for
	case n.Type == extract.Person:
		n.Gender = g.Gender
	}
	if n.Type == g.Type {
		n.Rule = g.Rule
	}
}

// isCertain tells whether a guess knows better than the model: the name follows
// "Mr" or "the company", goes on with "a drug maker", or ends in "Ltd".
func (r *reader) isCertain(g extract.Mention) bool {
	switch g.Rule {
	case byNounBefore, byApposition, byBased:
		return true
	case byHead:
		return g.Type == extract.Org && r.isCompany(g.End-1)
	}
	return r.isAddressed(g)
}

// isOwner tells whether a guess is called an organisation by the noun after it:
// "Velmex shares", "a Velmex spokesman".
func (r *reader) isOwner(g extract.Mention) bool { return g.Rule == byOwner && g.Type == extract.Org }

// isListed tells whether a guess is a known organisation or place that means
// nothing else.
func (r *reader) isListed(g extract.Mention) bool {
	row, end, ok := r.known(g.Start, g.End, plain)
	if !ok || end != g.End || g.Type != r.words.known[row].kind || r.words.known[row].ambiguous() || g.Type != extract.Org && g.Type != extract.Place {
		return false
	}
	return g.Len() > 1 || r.word(g.Start).flags&(isGiven|isSurname|isTown) == 0
}

// isAddressed tells whether a guess follows a title that only persons have.
func (r *reader) isAddressed(g extract.Mention) bool {
	return g.Type == extract.Person && g.Start > 0 && r.isAddress(g.Start-1)
}
