package main

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/factline/factline/internal/golden"
)

// TestCompareGroups compares three groups of articles about one event each.
func TestCompareGroups(t *testing.T) {
	t.Chdir("../../testdata/compare")
	groups := map[string][]string{
		"ferry":  {"--published", "2021-11-17"},
		"stores": {"--published", "2021-11-17"},
		"apps":   nil, // their datelines tell
	}
	for group, flags := range groups {
		names, err := filepath.Glob(group + "-[0-9].txt")
		if err != nil || len(names) < 2 {
			t.Fatalf("%s: %d articles, %v", group, len(names), err)
		}
		args := append([]string{"compare", "--format", "json"}, flags...)
		var stdout, stderr bytes.Buffer
		if code := run(append(args, names...), nil, &stdout, &stderr); code != 0 || stderr.Len() > 0 {
			t.Errorf("%s: exit code %d, %s", group, code, stderr.String())
		}
		golden.Check(t, group+".findings.json", stdout.Bytes())
	}
}
