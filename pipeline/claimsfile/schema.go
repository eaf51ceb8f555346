package claimsfile

import (
	"bytes"
	"cmp"
	_ "embed"
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// SchemaJSON is the JSON Schema (draft 2020-12) of a claims file, generated
// from the types of this package.
//
//go:embed schema.json
var SchemaJSON []byte

var compiledSchema = sync.OnceValue(func() *jsonschema.Schema {
	const name = "schema.json"
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(SchemaJSON))
	if err != nil {
		panic(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, schema); err != nil {
		panic(err)
	}
	return c.MustCompile(name)
})

// schemaErrors returns the leaves of the tree of errors that the schema gives,
// sorted by place and without the schema's own addresses:
// "/article/id: got number, want string".
func schemaErrors(err error) error {
	var root *jsonschema.ValidationError
	if !errors.As(err, &root) {
		return err
	}
	var leaves []*jsonschema.ValidationError
	var walk func(*jsonschema.ValidationError)
	walk = func(e *jsonschema.ValidationError) {
		if len(e.Causes) == 0 {
			leaves = append(leaves, e)
		}
		for _, cause := range e.Causes {
			walk(cause)
		}
	}
	walk(root)
	english := message.NewPrinter(language.English)
	what := func(e *jsonschema.ValidationError) string { return e.ErrorKind.LocalizedString(english) }
	slices.SortFunc(leaves, func(a, b *jsonschema.ValidationError) int {
		return cmp.Or(slices.CompareFunc(a.InstanceLocation, b.InstanceLocation, compareKeys), cmp.Compare(what(a), what(b)))
	})
	var list []error
	for _, e := range leaves {
		list = append(list, errors.New(pointer(e.InstanceLocation)+": "+what(e)))
	}
	return errors.Join(list...)
}

// compareKeys orders the keys of objects by their letters, the places of lists
// by their numbers.
func compareKeys(a, b string) int {
	if isNumber(a) && isNumber(b) {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	}
	return cmp.Compare(a, b)
}

func isNumber(key string) bool { return strings.Trim(key, "0123456789") == "" }

// pointer is the JSON pointer (RFC 6901) of a place; "/" is the whole file.
func pointer(keys []string) string {
	escape := strings.NewReplacer("~", "~0", "/", "~1")
	path := ""
	for _, key := range keys {
		path += "/" + escape.Replace(key)
	}
	return cmp.Or(path, "/")
}
