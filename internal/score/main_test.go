package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const bank = `# newdoc id = a
# sent_id = a-1
# text = The firm's plan cost money.
1	The	the	DET	DT	Definite=Def|PronType=Art	3	det	_	_
2-3	firm's	_	_	_	_	_	_	_	_
2	firm	firm	NOUN	NN	Number=Sing	4	nmod:poss	_	_
3	's	's	PART	POS	_	2	case	_	_
4	plan	plan	NOUN	NN	Number=Sing	5	nsubj	_	_
5	cost	cost	VERB	VBD	_	0	root	_	_
6	money	money	NOUN	NN	Number=Sing	5	obj	_	SpaceAfter=No
7	.	.	PUNCT	.	_	5	punct	_	_

`

func TestRun(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "treebank"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"ewt-dev", "gum-dev"} {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write([]byte(bank))
		w.Close()
		if err := os.WriteFile(filepath.Join(folder, "treebank", name+".conllu.gz"), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	if err := run(&out, folder, "prose"); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 4 {
		t.Fatalf("%d lines:\n%s", len(lines), out.String())
	}
	for _, line := range lines {
		if !strings.Contains(line, "Words 100.00") || !strings.Contains(line, "Lemma 100.00") {
			t.Errorf("words that are all right are counted otherwise: %s", line)
		}
	}
}

func TestRunWithoutData(t *testing.T) {
	if err := run(&strings.Builder{}, t.TempDir(), ""); err == nil {
		t.Error("no error without treebanks")
	}
}
