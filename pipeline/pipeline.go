// Package pipeline runs the stages of factline over articles. Start reading
// here: stages.go lists the stages in order, and each stage is the folder of
// its name under extract.
package pipeline

import (
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/mention"
	"github.com/factline/factline/extract/tag"
)

// DefaultMaxArticle is the longest article in bytes that Run takes when
// Options.MaxArticle is 0.
const DefaultMaxArticle = 10 << 20

// Largest accepted Options.MaxArticle: offsets inside are 32 bits wide.
const largestArticle = 1 << 30

// Options changes how a Pipeline works. The zero value is right for most.
type Options struct {
	// Stages replaces the list that Stages returns.
	Stages []extract.Stage
	// MaxArticle is the longest article in bytes; 0 means DefaultMaxArticle.
	MaxArticle int
	// Tagger is one of Taggers; "" means the first of them.
	Tagger string
	// Names is one of NameFinders; "" means the first of them.
	Names string
}

// Pipeline is a checked list of stages. It is immutable and may be used by
// many goroutines at once.
type Pipeline struct {
	stages     []extract.Stage
	maxArticle int
}

// New returns a Pipeline, or an error that names what is wrong with the
// options or the order of the stages.
func New(options Options) (*Pipeline, error) {
	p := &Pipeline{stages: slices.Clone(options.Stages), maxArticle: options.MaxArticle}
	if p.stages == nil {
		p.stages = Stages()
	}
	if p.maxArticle == 0 {
		p.maxArticle = DefaultMaxArticle
	}
	if p.maxArticle < 0 || p.maxArticle > largestArticle {
		return nil, fmt.Errorf("article limit %d is not between 1 and %d bytes", p.maxArticle, largestArticle)
	}
	if err := p.choose("tagger", options.Tagger, Taggers(), tag.Prose); err != nil {
		return nil, err
	}
	if err := p.choose("names", options.Names, NameFinders(), mention.Prose); err != nil {
		return nil, err
	}
	return p, check(p.stages)
}

// choose puts the stage that prose stands behind in place of ours when it is
// asked for.
func (p *Pipeline) choose(option, value string, values []string, prose func() extract.Stage) error {
	switch {
	case value != "" && !slices.Contains(values, value):
		return fmt.Errorf("unknown %s %q: it must be one of %s", option, value, strings.Join(values, ", "))
	case value != "prose":
		return nil
	}
	other := prose()
	for i, stage := range p.stages {
		if stage.Name == other.Name {
			p.stages[i] = other
		}
	}
	return nil
}

// NameFinders lists what can find names.
func NameFinders() []string {
	return []string{"factline", "prose"}
}

// Taggers lists what can give words their part of speech.
func Taggers() []string {
	return []string{"factline", "prose"}
}

// check makes sure that each layer has one provider, which comes before the
// stages that require it.
func check(stages []extract.Stage) error {
	providers := map[extract.Layer]string{}
	for _, s := range stages {
		for _, layer := range extract.AllLayers() {
			if s.Requires&layer != 0 && providers[layer] == "" {
				return fmt.Errorf("stage %q requires layer %s, which no earlier stage provides", s.Name, layer)
			}
		}
		for _, layer := range extract.AllLayers() {
			if s.Provides&layer == 0 {
				continue
			}
			if other := providers[layer]; other != "" {
				return fmt.Errorf("stages %q and %q both provide layer %s", other, s.Name, layer)
			}
			providers[layer] = s.Name
		}
	}
	return nil
}

// Stages returns the stages of the pipeline in order.
func (p *Pipeline) Stages() []extract.Stage {
	return append([]extract.Stage(nil), p.stages...)
}

// Run extracts everything from one article. The error names the article and
// wraps extract.ErrNotUTF8 or extract.ErrTooLong, or tells of a panic in a stage.
func (p *Pipeline) Run(article extract.Article) (*extract.Document, error) {
	return p.RunWatched(article, func(extract.Stage) error { return nil })
}

// RunWatched is Run that calls before ahead of each stage. An error of before
// ends the run and is returned as it is.
func (p *Pipeline) RunWatched(article extract.Article, before func(extract.Stage) error) (*extract.Document, error) {
	if len(article.Text) > p.maxArticle {
		return nil, fmt.Errorf("%s: %w: %d bytes, the limit is %d", article.ID, extract.ErrTooLong, len(article.Text), p.maxArticle)
	}
	if !utf8.ValidString(article.Text) {
		return nil, fmt.Errorf("%s: %w at byte %d", article.ID, extract.ErrNotUTF8, extract.InvalidUTF8([]byte(article.Text)))
	}
	doc := extract.NewDocument(article)
	for _, stage := range p.stages {
		if err := before(stage); err != nil {
			return nil, err
		}
		if err := apply(stage, doc); err != nil {
			return nil, fmt.Errorf("%s: %w", article.ID, err)
		}
	}
	return doc, nil
}

// apply runs one stage and turns a panic into an error, so that one article
// never ends a batch.
func apply(stage extract.Stage, doc *extract.Document) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("stage %q panicked: %v\n%s", stage.Name, r, debug.Stack())
		}
	}()
	stage.Apply(doc)
	return nil
}
