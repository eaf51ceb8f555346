package pipeline_test

import (
	"errors"
	"fmt"
	"hash/maphash"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline"
)

func newPipeline(t testing.TB, options pipeline.Options) *pipeline.Pipeline {
	t.Helper()
	p, err := pipeline.New(options)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestNewChecksTheOrderOfStages(t *testing.T) {
	stage := func(name string, requires, provides extract.Layer) extract.Stage {
		return extract.Stage{Name: name, Requires: requires, Provides: provides, Apply: func(*extract.Document) {}}
	}
	token := stage("token", 0, extract.LayerTokens)
	number := stage("number", extract.LayerTokens, extract.LayerNumbers)
	tests := []struct {
		reason, want string
		stages       []extract.Stage
	}{
		{"a good order", "", []extract.Stage{token, number}},
		{"a layer that nobody provides", `stage "number" requires layer tokens, which no earlier stage provides`, []extract.Stage{number}},
		{"a layer that comes too late", `stage "number" requires layer tokens`, []extract.Stage{number, token}},
		{"a layer provided twice", `stages "token" and "again" both provide layer tokens`,
			[]extract.Stage{token, stage("again", 0, extract.LayerTokens)}},
	}
	for _, test := range tests {
		_, err := pipeline.New(pipeline.Options{Stages: test.stages})
		if got := fmt.Sprint(err); test.want == "" && err != nil || !strings.Contains(got, test.want) {
			t.Errorf("%s: %v, want %q", test.reason, err, test.want)
		}
	}
}

func TestRunErrors(t *testing.T) {
	p := newPipeline(t, pipeline.Options{MaxArticle: 20})
	if _, err := p.Run(extract.Article{ID: "a.txt", Text: "caf\xe9 au lait"}); !errors.Is(err, extract.ErrNotUTF8) ||
		err.Error() != "a.txt: not valid UTF-8 at byte 3" {
		t.Errorf("invalid UTF-8: %v", err)
	}
	if _, err := p.Run(extract.Article{ID: "b", Text: "a real \uFFFD, then \xff"}); err == nil ||
		!strings.HasSuffix(err.Error(), "at byte 17") {
		t.Errorf("a replacement character that the text holds is no error, what follows is: %v", err)
	}
	if _, err := p.Run(extract.Article{ID: "c.txt", Text: strings.Repeat("x", 21)}); !errors.Is(err, extract.ErrTooLong) ||
		err.Error() != "c.txt: article too long: 21 bytes, the limit is 20" {
		t.Errorf("an article over the limit: %v", err)
	}
	if _, err := pipeline.New(pipeline.Options{MaxArticle: 1 << 31}); err == nil {
		t.Error("a limit beyond the width of offsets is accepted")
	}
}

func TestRunTurnsAPanicIntoAnError(t *testing.T) {
	broken := extract.Stage{Name: "broken", Apply: func(*extract.Document) { panic("oh") }}
	p := newPipeline(t, pipeline.Options{Stages: []extract.Stage{broken}})
	_, err := p.Run(extract.Article{ID: "a.txt", Text: "x"})
	if err == nil || !strings.HasPrefix(err.Error(), `a.txt: stage "broken" panicked: oh`) {
		t.Errorf("error %v, want one that names article and stage", err)
	}
}

// layerValues returns the layers of a document in the order of AllLayers.
func layerValues(doc *extract.Document) []any {
	return []any{doc.Tokens, doc.Sentences, doc.Paragraphs, doc.Tags, doc.Arcs, doc.Chunks, doc.Numbers, doc.Timexes, doc.Mentions,
		doc.Quantities, doc.Quotes, doc.Entities, doc.Claims}
}

// TestStagesTouchOnlyTheirLayers: a stage that changes a layer which it does
// not provide fails.
func TestStagesTouchOnlyTheirLayers(t *testing.T) {
	seed := maphash.MakeSeed()
	hashes := func(doc *extract.Document) []uint64 {
		var out []uint64
		for _, layer := range layerValues(doc) {
			out = append(out, maphash.String(seed, fmt.Sprintf("%v", layer)))
		}
		return out
	}
	for _, article := range articles(t) {
		doc := extract.NewDocument(article)
		for _, stage := range pipeline.Stages() {
			before := hashes(doc)
			stage.Apply(doc)
			after := hashes(doc)
			for i, layer := range extract.AllLayers() {
				if before[i] != after[i] && stage.Provides&layer == 0 {
					t.Errorf("%s: stage %q changes layer %s, which it does not provide", article.ID, stage.Name, layer)
				}
			}
			if doc.Article != article {
				t.Errorf("%s: stage %q changes the article", article.ID, stage.Name)
			}
		}
	}
}

// A stage has the name of its folder, and every folder is a stage.
func TestEveryFolderIsAStage(t *testing.T) {
	entries, err := os.ReadDir("../extract")
	if err != nil {
		t.Fatal(err)
	}
	folders := map[string]bool{}
	for _, e := range entries {
		if e.IsDir() {
			folders[e.Name()] = true
		}
	}
	for _, s := range pipeline.Stages() {
		if !folders[s.Name] {
			t.Errorf("stage %q has no folder of its name, or stands in the list twice", s.Name)
		}
		delete(folders, s.Name)
	}
	for name := range folders {
		t.Errorf("folder extract/%s is no stage of the list", name)
	}
}

func BenchmarkRun(b *testing.B) {
	p := newPipeline(b, pipeline.Options{})
	for _, article := range articles(b) {
		name := strings.TrimSuffix(filepath.Base(article.ID), ".txt")
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(article.Text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := p.Run(article); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkTree measures the way from text to trees, on one core.
func BenchmarkTree(b *testing.B) {
	var stages []extract.Stage
	for _, s := range pipeline.Stages() {
		stages = append(stages, s)
		if s.Name == "parse" {
			break
		}
	}
	p := newPipeline(b, pipeline.Options{Stages: stages})
	all := articles(b)
	tokens := 0
	b.ReportAllocs()
	for b.Loop() {
		for _, article := range all {
			doc, err := p.Run(article)
			if err != nil {
				b.Fatal(err)
			}
			tokens += len(doc.Tokens)
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(tokens)/float64(b.N), "tokens/op")
}
