package claimsfile_test

import (
	"encoding/json"
	"testing"

	invopop "github.com/invopop/jsonschema"

	"github.com/factline/factline/internal/golden"
	"github.com/factline/factline/pipeline/claimsfile"
)

// The checked-in schema is the one that the types give.
func TestSchema(t *testing.T) {
	r := invopop.Reflector{AllowAdditionalProperties: true} // keys may be added to the format
	if err := r.AddGoComments("github.com/factline/factline/pipeline/claimsfile", "."); err != nil {
		t.Fatal(err)
	}
	schema := r.Reflect(&claimsfile.File{})
	schema.ID = ""
	schema.Title = "factline claims file, schema " + claimsfile.Schema
	b, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "schema.json", append(b, '\n'))
}
