// Package golden compares what a test got with a file that was checked in.
//
// FACTLINE_UPDATE=1 go test ./... rewrites the files. Read the diff before you
// commit it: a golden is right because somebody read it, not because it was
// recorded.
package golden

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Updating tells whether FACTLINE_UPDATE asks for golden files to be
// rewritten.
func Updating() bool {
	return os.Getenv("FACTLINE_UPDATE") != ""
}

// Check fails the test with a diff when the file does not hold got; with
// FACTLINE_UPDATE set it writes the file instead.
func Check(t *testing.T, file string, got []byte) {
	t.Helper()
	if Updating() {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (FACTLINE_UPDATE=1 go test writes it)", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", file, diff)
	}
}
