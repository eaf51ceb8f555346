package parse_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestModel: the README beside the model is about this model.
func TestModel(t *testing.T) {
	file, err := os.ReadFile("model/english.bin")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("model/README.md")
	if err != nil {
		t.Fatal(err)
	}
	if sum := fmt.Sprintf("sha256: %x\n", sha256.Sum256(file)); !strings.Contains(string(readme), sum) {
		t.Errorf("model/README.md has another hash than the file, whose line is %s", sum)
	}
}
