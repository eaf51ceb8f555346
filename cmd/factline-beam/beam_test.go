package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/factline/factline/pipeline/claimsfile"
)

// TestMain lets the test binary be what a runner starts as a worker, and what
// submits a job.
func TestMain(m *testing.M) {
	if os.Getenv("FACTLINE_BEAM_MAIN") != "" || slices.ContainsFunc(os.Args, func(a string) bool { return strings.Contains(a, "provision_endpoint") }) {
		main()
		return
	}
	flag.Parse()
	beam.Init()
	os.Exit(m.Run())
}

const articles = 60

// inputs makes a folder of articles: rows, compressed rows with one that is no
// JSON, a text, and one that is not UTF-8.
func inputs(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	rows := func(from, to int) []byte {
		var b bytes.Buffer
		for i := from; i < to; i++ {
			text := fmt.Sprintf("The mayor of Town %d said on Monday that %d houses had been sold.", i, 100+i)
			if err := json.NewEncoder(&b).Encode(map[string]string{"id": strconv.Itoa(i), "text": text, "published": "2021-03-04"}); err != nil {
				t.Fatal(err)
			}
		}
		return b.Bytes()
	}
	var compressed bytes.Buffer
	w := gzip.NewWriter(&compressed)
	w.Write(append(rows(20, articles-1), "{\"id\":\n"...))
	w.Close()
	for name, content := range map[string][]byte{
		"a.jsonl": rows(0, 20), "b.jsonl.gz": compressed.Bytes(), "c.txt": []byte("Two cats sat on 3 mats."), "d.txt": []byte("a \xff"),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(folder, "*")
}

// check demands that each article is in the output once, and each broken record
// in the output of failures.
func check(t *testing.T, prefix string, shards int) {
	t.Helper()
	names, err := filepath.Glob(prefix + "-0*-of-*.jsonl")
	if err != nil || len(names) != shards {
		t.Errorf("%d files, want %d, %v", len(names), shards, err)
	}
	seen := map[string]int{}
	for _, name := range names {
		for _, line := range lines(t, name) {
			if err := claimsfile.Validate([]byte(line)); err != nil {
				t.Error(err)
			}
			f, err := claimsfile.Decode(strings.NewReader(line))
			if err != nil {
				t.Fatal(err)
			}
			seen[filepath.Base(f.Article.ID)]++
		}
	}
	if len(seen) != articles || seen["0"] != 1 || seen["58"] != 1 || seen["c.txt"] != 1 {
		t.Errorf("%d articles, want %d: %v", len(seen), articles, seen)
	}
	for id, n := range seen {
		if n != 1 {
			t.Errorf("article %s is there %d times", id, n)
		}
	}
	failures := lines(t, prefix+"-failed-00000-of-00001.jsonl")
	slices.Sort(failures)
	if len(failures) != 2 || !strings.Contains(failures[0], "b.jsonl.gz:40") || !strings.Contains(failures[1], "not valid UTF-8") {
		t.Errorf("failures: %q", failures)
	}
}

func lines(t *testing.T, name string) []string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
}

// TestRunners runs the job inside this process.
func TestRunners(t *testing.T) {
	for _, runner := range []string{"direct", "prism"} {
		t.Run(runner, func(t *testing.T) {
			prefix := filepath.Join(t.TempDir(), "claims")
			p := beam.NewPipeline()
			build(p.Root(), job{inputs(t), prefix, "", 3})
			result, err := beam.Run(context.Background(), runner, p)
			if err != nil {
				t.Fatal(err)
			}
			check(t, prefix, 3)
			counted := map[string]int64{}
			for _, c := range result.Metrics().AllMetrics().Counters() {
				counted[c.Name()] += c.Result()
			}
			if counted["articles"] != articles || counted["failed"] != 2 || counted["claims"] < articles {
				t.Errorf("counters %v", counted)
			}
		})
	}
}

// TestEnvironments runs the job on a prism of its own, with workers in the
// process that submits it and with workers that prism starts.
func TestEnvironments(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds prism")
	}
	folder := t.TempDir()
	prism := filepath.Join(folder, "prism")
	if out, err := exec.Command("go", "build", "-o", prism, "github.com/apache/beam/sdks/v2/go/cmd/prism").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	port := freePort(t)
	server := exec.Command(prism, "--job_port", port, "--serve_http=false")
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		server.Process.Kill()
		server.Wait()
	})
	await(t, port)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	config, err := json.Marshal(map[string]string{"command": self})
	if err != nil {
		t.Fatal(err)
	}
	for environment, flags := range map[string][]string{"LOOPBACK": nil, "PROCESS": {"--environment_config=" + string(config)}} {
		t.Run(environment, func(t *testing.T) {
			prefix := filepath.Join(t.TempDir(), "claims")
			ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
			defer cancel()
			c := exec.CommandContext(ctx, self, append(flags, "--input="+inputs(t), "--output="+prefix, "--shards=2",
				"--runner=universal", "--endpoint=localhost:"+port, "--environment_type="+environment)...)
			c.Env = append(os.Environ(), "FACTLINE_BEAM_MAIN=1")
			if out, err := c.CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			check(t, prefix, 2)
		})
	}
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// await waits until somebody listens.
func await(t *testing.T, port string) {
	t.Helper()
	for range 600 {
		if c, err := net.Dial("tcp", "localhost:"+port); err == nil {
			c.Close()
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("prism does not listen")
}

func TestArguments(t *testing.T) {
	for _, args := range [][]string{{"--input", "x", "--output", "y"}, {"--id", "w"}, nil} {
		got, err := arguments(args)
		if err != nil || !slices.Equal(got, args) {
			t.Errorf("the arguments of a job %q became %q, %v", args, got, err)
		}
	}
}
