package mcp

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/store"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/claimsfile"
)

// connect returns a client of a server.
func connect(t *testing.T, claims *store.Store) *sdk.ClientSession {
	t.Helper()
	s, err := newServer(claims)
	if err != nil {
		t.Fatal(err)
	}
	here, there := sdk.NewInMemoryTransports()
	if _, err := s.Connect(context.Background(), there, nil); err != nil {
		t.Fatal(err)
	}
	client := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(context.Background(), here, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { session.Close() })
	return session
}

// call calls a tool and decodes what it returns; the text of an error otherwise.
func call(t *testing.T, session *sdk.ClientSession, tool string, arguments any, result any) string {
	t.Helper()
	r, err := session.CallTool(context.Background(), &sdk.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		return err.Error()
	}
	if r.IsError {
		return r.Content[0].(*sdk.TextContent).Text
	}
	b, err := json.Marshal(r.StructuredContent)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, result); err != nil {
		t.Fatal(err)
	}
	return ""
}

func TestExtract(t *testing.T) {
	session := connect(t, nil)
	const text = "Ada Lee said on Monday that the town had not sold 12 cars in 2019. It may rain."
	var got extracted
	if problem := call(t, session, "extract", map[string]any{"text": text, "published": "2020-07-10", "source": "The Post"}, &got); problem != "" {
		t.Fatal(problem)
	}
	if got.Source != "The Post" || got.Published != "2020-07-10" || len(got.Claims) != 2 {
		t.Fatalf("got %+v", got)
	}
	got.Claims[0].Score, got.Claims[1].Score = 0, 0
	want := []claim{
		{
			ID: "c1", Start: 28, End: 65, Text: "the town had not sold 12 cars in 2019", Statement: "the town had not sold 12 cars in 2019",
			SaidBy: []string{"Ada Lee (said)"}, Numbers: []string{"12 cars = 12"}, Dates: []string{"2019"}, Negated: true,
		},
		{ID: "c2", Start: 67, End: 78, Text: "It may rain", Statement: "It may rain", Modality: "possible"},
	}
	if diff := cmp.Diff(want, got.Claims); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if problem := call(t, session, "extract", map[string]any{"text": text, "min_score": 1.1}, &got); problem != "" || len(got.Claims) != 0 {
		t.Errorf("above every score: %s %+v", problem, got.Claims)
	}
}

func TestErrors(t *testing.T) {
	session := connect(t, nil)
	tests := []struct {
		reason    string
		tool      string
		arguments any
		want      string
	}{
		{"no text", "extract", map[string]any{}, "text"},
		{"text of another kind", "extract", map[string]any{"text": 7}, "text"},
		{"no day", "extract", map[string]any{"text": "a", "published": "Monday"}, "not a date"},
		{"too long", "extract", map[string]any{"text": strings.Repeat("a", MaxArticle+1)}, "too long"},
		{"another tool", "invent", map[string]any{}, "invent"},
	}
	for _, tt := range tests {
		var got extracted
		if problem := call(t, session, tt.tool, tt.arguments, &got); !strings.Contains(problem, tt.want) {
			t.Errorf("%s: %q, want it to tell of %q", tt.reason, problem, tt.want)
		}
	}
	var got extracted
	if problem := call(t, session, "extract", map[string]any{"text": "Ada Lee sold 12 cars."}, &got); problem != "" {
		t.Errorf("afterwards: %s", problem)
	}
}

// storeOf returns a store of articles whose identifiers are a, b and so on.
func storeOf(t *testing.T, texts ...string) *store.Store {
	t.Helper()
	s, err := store.Create(context.Background(), filepath.Join(t.TempDir(), "news.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range texts {
		a := extract.Article{ID: string(rune('a' + i)), Text: text}
		doc, err := p.Run(a)
		if err != nil {
			t.Fatal(err)
		}
		entry, err := store.NewEntry(store.HashOf(a), claimsfile.FromDocument(doc, claimsfile.Options{}))
		if err == nil {
			_, err = s.Add(context.Background(), []store.Entry{entry})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// TestSearch finds the claims of a store.
func TestSearch(t *testing.T) {
	session := connect(t, storeOf(t, "Ada Lee said that the town had sold 12 cars in 2019.", "It rained in March 2020."))
	var claims found
	if problem := call(t, session, "search", map[string]any{"words": "car", "speaker": "Lee"}, &claims); problem != "" {
		t.Fatal(problem)
	}
	if len(claims.Claims) != 1 || claims.Claims[0].ArticleID != "a" || claims.Claims[0].Text != "the town had sold 12 cars in 2019" {
		t.Errorf("got %+v", claims.Claims)
	}
	var events times
	if problem := call(t, session, "timeline", map[string]any{"since": "2020-01-01"}, &events); problem != "" {
		t.Fatal(problem)
	}
	if len(events.Events) != 1 || events.Events[0].Claim.ArticleID != "b" {
		t.Errorf("got %+v", events.Events)
	}
	for reason, arguments := range map[string]map[string]any{
		"since: ": {"since": "then"}, "limit: ": {"limit": 1000}, "no word": {"words": "!"},
	} {
		if problem := call(t, session, "search", arguments, &claims); !strings.Contains(problem, reason) {
			t.Errorf("%v: %q", arguments, problem)
		}
	}
}

// Two articles that count and date differently, and one about something else.
const (
	sent14 = "Strand Ferries sent 14 ships to Port Lindow in May 2020. The firm is run by Moira Dunlop."
	sent12 = "Strand Ferries sent 12 ships to Port Lindow in May 2020. It belongs to Moira Dunlop."
	other  = "Garner & Sons sent 12 ships to Skerry Island in May."
)

// TestCompare finds the same in articles that are given and in a store.
func TestCompare(t *testing.T) {
	given := func(texts ...string) []map[string]any {
		var all []map[string]any
		for _, text := range texts {
			all = append(all, map[string]any{"text": text, "title": "Ships", "published": "2020-06-01"})
		}
		return all
	}
	without, with := connect(t, nil), connect(t, storeOf(t, sent14, sent12))
	tests := []struct {
		reason    string
		session   *sdk.ClientSession
		arguments map[string]any
		a, b      string // the articles of the only finding; "" for none
		more      bool
	}{
		{"two articles", without, map[string]any{"articles": given(sent14, sent12)}, "article 1", "article 2", false},
		{"the third disagrees with the first", without, map[string]any{"articles": given(sent14, other, sent12)}, "article 1", "article 3", false},
		{"nothing in common", without, map[string]any{"articles": given(sent14, other)}, "", "", false},
		{"another kind", without, map[string]any{"articles": given(sent14, sent12), "kind": "date"}, "", "", false},
		{"more than wanted", without, map[string]any{"articles": given(sent14, sent12, sent12), "limit": 1}, "article 1", "article 2", true},
		{"the store", with, map[string]any{"kind": "quantity"}, "a", "b", false},
		{"not the store", with, map[string]any{"articles": given(sent12, other)}, "", "", false},
	}
	for _, tt := range tests {
		var got compared
		if problem := call(t, tt.session, "compare", tt.arguments, &got); problem != "" {
			t.Errorf("%s: %s", tt.reason, problem)
			continue
		}
		if got.More != tt.more {
			t.Errorf("%s: more %v", tt.reason, got.More)
		}
		if tt.a == "" || len(got.Findings) != 1 {
			if tt.a != "" || len(got.Findings) > 0 {
				t.Errorf("%s: got %+v", tt.reason, got.Findings)
			}
			continue
		}
		f := got.Findings[0]
		if f.A.ArticleID != tt.a || f.B.ArticleID != tt.b || f.A.Text != "14 ships" || f.B.Text != "12 ships" || f.A.Start != 20 || !strings.Contains(f.Why, "Strand Ferries") {
			t.Errorf("%s: got %+v", tt.reason, f)
		}
	}
	for want, arguments := range map[string]map[string]any{
		"two or more":           {"articles": given(sent14)},
		"article 2: published:": {"articles": []map[string]any{{"text": sent14}, {"text": sent12, "published": "Monday"}}},
		"kind: ":                {"articles": given(sent14, sent12), "kind": "colour"},
		"limit: ":               {"articles": given(sent14, sent12), "limit": -1},
	} {
		if problem := call(t, without, "compare", arguments, &compared{}); !strings.Contains(problem, want) {
			t.Errorf("%v: %q, want it to tell of %q", arguments, problem, want)
		}
	}
	if problem := call(t, without, "compare", map[string]any{}, &compared{}); !strings.Contains(problem, "two or more") {
		t.Errorf("neither articles nor a store: %q", problem)
	}
}

// TestServe speaks to the server as a program does, a message a line, and ends
// it by ending what it reads.
func TestServe(t *testing.T) {
	in, write := io.Pipe()
	read, out := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- Serve(context.Background(), in, out, nil) }()
	answers := bufio.NewReader(read)
	for _, step := range []struct{ message, want string }{
		{`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`, `"name":"factline"`},
		{`{"jsonrpc":"2.0","method":"notifications/initialized"}`, ""},
		{`{"jsonrpc":"2.0","id":2,"method":"tools/list"}`, `"name":"compare"`},
	} {
		if _, err := io.WriteString(write, step.message+"\n"); err != nil {
			t.Fatal(err)
		}
		if step.want == "" {
			continue
		}
		answer, err := answers.ReadString('\n')
		if err != nil || !strings.Contains(answer, step.want) {
			t.Errorf("%s: %v %s", step.message, err, answer)
		}
	}
	write.Close()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
