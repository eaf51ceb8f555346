package claim_test

import (
	"os"
	"testing"

	"github.com/factline/factline/extract"
)

// articleClaims are claims of testdata/articles/amazon-tiktok.txt that must
// be found as they are here.
var articleClaims = []struct {
	id, want string
}{
	{"c03", "the email | was | a mistake; The company has since said"},
	{"c04", "the TikTok app | is no longer permitted on | mobile devices that access Amazon email; negative no longer; the company says"},
	{"c06", "the company | will continue to allow ... to use | employees | other: TikTok | place: on their laptop; future will; the email according to"},
	{"c08", "Amazon | has | multiple accounts on the platform"},
	{"c10", "it | has never posted from | its main verified amazon account; negative never"},
	{"c12", "the account for its streaming service Amazon Prime | gained | 1.6 million followers"},
	{"c15", "India | banned | TikTok | with: alongside 58 other Chinese-owned apps"},
	{"c16", "the app | could be banned in | the US; possible could; US Secretary of State Mike Pompeo warned"},
	{"c17", "it | would leave | Hong Kong; future would; the app announced"},
	{"c18", "China | imposed | a strict new security law | place: on the city; the app announced"},
	{"c19", "it | had removed | 49 million videos | time: in the second half of 2019 | reason: because they broke content rules; The company revealed"},
	{"c22", "Amazon | did not communicate to | us | time: before sending their email; negative not; A TikTok spokesperson said"},
	{"c23", "tens of millions of Americans | turn to | TikTok | other: for entertainment, inspiration, and connection | other: including many of the Amazon employees and contractors who have been on the frontlines of this pandemic; A TikTok spokesperson said"},
	{"c24", "the email that was sent out | was | a mistake; Amazon has now said"},
}

func article(t *testing.T) *extract.Document {
	t.Helper()
	text, err := os.ReadFile("../../testdata/articles/amazon-tiktok.txt")
	if err != nil {
		t.Fatal(err)
	}
	return run(string(text))
}

func TestArticle(t *testing.T) {
	doc := article(t)
	at := map[string]bool{}
	for _, c := range doc.Claims {
		at[show(doc, c)] = true
	}
	for _, want := range articleClaims {
		if !at[want.want] {
			t.Errorf("%s: no claim %s", want.id, want.want)
		}
	}
	for _, c := range doc.Claims {
		if t.Failed() {
			t.Log(show(doc, c))
		}
	}
}

// What the article does not state is no claim.
func TestArticleHasNoClaim(t *testing.T) {
	doc := article(t)
	for _, c := range doc.Claims {
		switch verb := doc.Tags[c.PredicateHead].Lemma; verb {
		case "say", "reveal", "announce", "warn", "come":
			t.Errorf("a claim of the frame: %s", show(doc, c))
		}
		if doc.Sentences[doc.SentenceAt(c.Start)].Role == extract.RoleByline {
			t.Errorf("a claim of the byline: %s", show(doc, c))
		}
	}
}
