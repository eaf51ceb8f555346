package tagger

import (
	"errors"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/model"
)

// Kind and Version of the model file.
const (
	Kind    = "tagger"
	Version = 1
)

// Decode returns the model in a file.
func Decode(file *model.File) (*Model, error) {
	m := &Model{ids: map[Class]uint8{}}
	pairs := model.Section[uint8](file, "classes")
	for i := 0; i+1 < len(pairs); i += 2 {
		class := Class{extract.POS(pairs[i]), extract.Penn(pairs[i+1])}
		m.ids[class] = uint8(len(m.classes))
		if class.POS == extract.VERB && class.Penn.IsFinite() {
			m.finite = append(m.finite, uint8(len(m.classes)))
		}
		m.classes = append(m.classes, class)
	}
	m.lexicon = NewLexicon(model.Section[uint32](file, "lexicon-keys"), model.Section[uint16](file, "lexicon-entries"))
	m.weights = NewWeights(model.Section[int16](file, "levels"), model.Section[uint16](file, "bucket-sizes"),
		model.Section[uint16](file, "rows"))
	for _, slack := range model.Section[uint32](file, "verb-slack") {
		m.slack = int32(slack)
	}
	m.lemmas = decodeLemmas(file)
	m.features = &wordFeatures{
		classes: featuresOf(model.Section[uint32](file, "feature-classes")),
		words:   newTable(model.Section[uint32](file, "feature-keys"), model.Section[uint16](file, "feature-values")),
		sets:    featuresOf(model.Section[uint32](file, "feature-sets")),
	}
	if err := file.Err(); err != nil {
		return nil, err
	}
	if len(m.classes) == 0 || len(m.classes) > MaxClasses || len(m.features.classes) != len(m.classes) {
		return nil, errors.New("model tagger: the numbers of classes do not fit")
	}
	return m, nil
}

func featuresOf(sets []uint32) []extract.Features {
	features := make([]extract.Features, len(sets))
	for i, set := range sets {
		features[i] = extract.Features(set)
	}
	return features
}

func decodeLemmas(file *model.File) *Lemmas {
	text := string(model.Section[uint8](file, "script-text"))
	lengths := model.Section[uint8](file, "script-lengths")
	l := &Lemmas{table: newTable(model.Section[uint32](file, "lemma-keys"), model.Section[uint16](file, "lemma-scripts"))}
	for i, strip := range model.Section[uint8](file, "script-strips") {
		n := int(lengths[i])
		l.scripts = append(l.scripts, Script{strip, text[:n]})
		text = text[n:]
	}
	for _, keep := range model.Section[uint8](file, "lemma-keep") {
		l.keep = append(l.keep, keep != 0)
	}
	copy(l.depth[:], model.Section[int8](file, "lemma-depth"))
	return l
}
