package mention

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/prose"
)

// Prose returns a stage "mention" that takes the names from the classifier in
// internal/prose, which learned them from newswire of 2005; nominals and pronouns
// are those of Stage.
func Prose() extract.Stage { return stage((*reader).proseNames) }

// proseNames returns the names that prose finds.
func (r *reader) proseNames() []extract.Mention {
	var names []extract.Mention
	var words []string
	var tags []extract.Penn
	classifier := prose.LoadNames()
	for _, s := range r.doc.Sentences {
		words, tags = words[:0], tags[:0]
		for i := s.Start; i < s.End; i++ {
			words, tags = append(words, r.doc.Word(i)), append(tags, r.doc.Tags[i].Penn)
		}
		for _, e := range classifier.Names(words, tags) {
			m := extract.Mention{Kind: extract.Name, Type: e.Type, Rule: "prose"}
			m.TokenRange = extract.TokenRange{Start: s.Start + int32(e.Start), End: s.Start + int32(e.End)}
			if r.free(m.TokenRange) {
				m.Head = r.headOf(m.TokenRange)
				names = append(names, m)
			}
		}
	}
	return names
}

// free tells whether tokens are outside of all timexes.
func (r *reader) free(at extract.TokenRange) bool {
	for i := at.Start; i < at.End; i++ {
		if r.timex[i] {
			return false
		}
	}
	return true
}
