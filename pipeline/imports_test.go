package pipeline_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/factline/factline/"

// allowed lists for each package, or folder that ends in /, the packages of
// this module that it may import. A stage never imports another stage: it
// reads what that stage left in the Document.
var allowed = map[string][]string{
	"extract":                {},
	"internal/lexicon":       {"extract"},
	"internal/pattern":       {"extract", "internal/lexicon"},
	"internal/prose":         {"extract", "internal/lexicon"},
	"internal/golden":        {},
	"internal/stagetest":     {"extract"},
	"internal/model":         {},
	"internal/cluster":       {"extract", "internal/model"},
	"internal/arceager":      {"extract", "internal/model"},
	"internal/tree":          {"extract", "internal/lexicon"},
	"internal/tagger":        {"extract", "internal/cluster", "internal/model"},
	"internal/ner":           {"extract", "internal/cluster", "internal/model"},
	"internal/train":         {"extract", "extract/", "internal/", "pipeline", "pipeline/"},
	"internal/train/":        {"extract", "extract/", "internal/", "pipeline", "pipeline/"},
	"internal/score":         {"extract", "extract/", "internal/", "pipeline", "pipeline/"},
	"extract/tag":            {"extract", "internal/lexicon", "internal/model", "internal/pattern", "internal/prose", "internal/tagger"},
	"extract/parse":          {"extract", "internal/arceager", "internal/cluster"},
	"extract/":               {"extract", "internal/lexicon", "internal/pattern", "internal/tree"},
	"extract/mention":        {"extract", "internal/lexicon", "internal/model", "internal/ner", "internal/pattern", "internal/prose"},
	"pipeline":               {"extract", "extract/"},
	"pipeline/claimsfile":    {"extract"},
	"pipeline/conllu":        {"extract"},
	"pipeline/table":         {"pipeline/claimsfile", "pipeline/wording"},
	"pipeline/wording":       {"pipeline/claimsfile"},
	"pipeline/row":           {"pipeline/claimsfile"},
	"pipeline/csv":           {"pipeline/claimsfile", "pipeline/row"},
	"pipeline/parquet":       {"pipeline/claimsfile", "pipeline/row"},
	"pipeline/markdown":      {"pipeline/claimsfile", "pipeline/wording"},
	"pipeline/webannotation": {"pipeline/claimsfile", "pipeline/wording"},
	"pipeline/format":        {"extract", "pipeline/"},
	"internal/web/view":      {"internal/compare", "pipeline/claimsfile", "pipeline/csv", "pipeline/wording"},
	"internal/web":           {"extract", "internal/web/view", "pipeline", "pipeline/"},
	"internal/store":         {"extract", "pipeline/claimsfile", "pipeline/row"},
	"internal/mcp":           {"extract", "internal/compare", "internal/store", "pipeline", "pipeline/"},
	"internal/compare":       {"pipeline/claimsfile", "pipeline/wording"},
	"cmd/factline":           {"extract", "pipeline", "pipeline/", "internal/compare", "internal/mcp", "internal/store", "internal/web", "internal/web/view"},

	"pipeline/article":      {"extract", "internal/trafilatura", "pipeline/fetch", "pipeline/language"},
	"pipeline/duplicate":    {"extract", "pipeline/article"},
	"pipeline/fetch":        {},
	"pipeline/language":     {},
	"internal/trafilatura":  {"internal/trafilatura/"},
	"internal/trafilatura/": {},
}

// onlyIn lists the libraries that one package alone may import.
var onlyIn = map[string]string{
	"modernc.org/sqlite":                         "internal/store",
	"github.com/spf13/cobra":                     "cmd/factline",
	"github.com/modelcontextprotocol/go-sdk/mcp": "internal/mcp",
	"github.com/jdkato/prose/v2":                 "internal/prose",
}

func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := 0
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; seen++ {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		checkImports(t, strings.TrimPrefix(p.ImportPath, module), p.Imports)
	}
	if seen < 10 {
		t.Errorf("go list found %d packages", seen)
	}
}

func checkImports(t *testing.T, from string, imports []string) {
	may, known := allowed[from]
	if !known {
		may, known = allowed[from[:strings.LastIndex(from, "/")+1]]
	}
	if !known {
		t.Errorf("%s: a package that the table of allowed imports does not know", from)
	}
	for _, path := range imports {
		if only, ok := onlyIn[path]; ok && only != from {
			t.Errorf("%s imports %s; only %s may", from, path, only)
		}
		to, ours := strings.CutPrefix(path, module)
		if ours && !matches(may, to) {
			t.Errorf("%s imports %s; it may import %v", from, to, may)
		}
	}
}

func matches(may []string, path string) bool {
	for _, m := range may {
		if path == m || strings.HasSuffix(m, "/") && strings.HasPrefix(path, m) {
			return true
		}
	}
	return false
}
