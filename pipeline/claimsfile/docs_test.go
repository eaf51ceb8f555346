package claimsfile_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/factline/factline/pipeline/claimsfile"
)

// Every key of the claims file stands in docs/claimsfile.md.
func TestEveryKeyIsDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/claimsfile.md")
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]bool{}
	collectKeys(reflect.TypeFor[claimsfile.File](), keys)
	if len(keys) < 40 {
		t.Fatalf("only %d keys found", len(keys))
	}
	for key := range keys {
		if !strings.Contains(string(page), "`"+key+"`") {
			t.Errorf("docs/claimsfile.md does not describe the key `%s`", key)
		}
	}
}

func collectKeys(t reflect.Type, keys map[string]bool) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return
	}
	for i := range t.NumField() {
		f := t.Field(i)
		if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); key != "" {
			keys[key] = true
		}
		collectKeys(f.Type, keys)
	}
}
