package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestFileName(t *testing.T) {
	tests := []struct{ reason, id, want string }{
		{"a file in a folder", "news/court.txt", "news_court"},
		{"the same again", "news/court.txt", "news_court-2"},
		{"another file of that name", "news/court.html", "news_court-3"},
		{"capitals, which some systems take for the same", "News/Court.txt", "News_Court-4"},
		{"a name that was given", "news/court-3.txt", "news_court-3-2"},
		{"a row of a file", "rows.jsonl:17", "rows"},
		{"a web address", "https://example.org/a?b=../c", "https___example.org_a_b_.._c"},
		{"out of the folder", "../../etc/passwd", "etc_passwd"},
		{"out of the folder on Windows", `..\..\boot.ini`, "boot"},
		{"the folder itself", ".", "article"},
		{"its parent", "..", "article-2"},
		{"standard input", "-", "article-3"},
		{"nothing", "", "article-4"},
		{"a hidden file", "/.ssh/config", "ssh_config"},
		{"a device of Windows", "nul.txt", "article_nul"},
		{"another", "COM1", "article_COM1"},
		{"no device", "common", "common"},
		{"letters of other scripts", "Zürich/日本.txt", "Z_rich___"},
		{"NUL and line feed", "a\x00b\nc", "a_b_c"},
	}
	d := &folder{taken: map[string]int{}}
	for _, tt := range tests {
		if got := d.fileName(tt.id); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// TestFileNames: whatever the IDs are, names are short, differ without regard to
// capitals, and stay in the folder.
func TestFileNames(t *testing.T) {
	d := &folder{taken: map[string]int{}}
	seen := map[string]string{}
	for _, id := range []string{strings.Repeat("a", 1000), strings.Repeat("a", 2000), strings.Repeat("/..", 300), "a-2", "a", "A", "a", "a-2-2", "a-2", strings.Repeat("ü", 400)} {
		name := strings.ToLower(d.fileName(id))
		if other, ok := seen[name]; ok {
			t.Errorf("%.20q and %.20q are both %q", id, other, name)
		}
		seen[name] = id
		if len(name) > 200 || !filepath.IsLocal(name) || filepath.Base(name) != name {
			t.Errorf("%.20q is %q", id, name)
		}
	}
}
