package claim_test

import (
	"os"
	"testing"

	"github.com/factline/factline/extract"
)

// articleClaims are claims of testdata/articles/amazon-tiktok.txt that must
// be found as they are here.
var articleClaims = []struct {
	id, want   string
	quantities int
}{
	{"c01", "Amazon staff | told to delete | TikTok | other: over 'security risks'; reports say", 0},
	{"c02", `Amazon | has asked ... to delete | its employees | other: video sharing app TikTok | other: from their phones | reason: because of what they are say are "security risks" on the platform; reports say`, 0},
	{"c03", "the email | was | a mistake; The company has since said", 0},
	{"c04", "the TikTok app | is no longer permitted on | mobile devices that access Amazon email; negative no longer; the company says", 0},
	{"c05", "you | must remove | it | time: by 10-Jul | purpose: to retain mobile access to Amazon email | condition: If you have TikTok on your device; obligation must; It adds", 0},
	{"c06", "the company | will continue to allow ... to use | employees | other: TikTok | place: on their laptop; future will; the email according to", 0},
	{"c07", "an email | obtained by | the New York Times", 0},
	{"c07", "an email | sent to | Amazon employees", 0},
	{"c08", "Amazon | has | multiple accounts | place: on the platform | other: Despite asking employees to remove TikTok on their phones", 0},
	{"c09", "Amazon | posts | regularly", 0},
	{"c10", "it | has never posted from | its main verified amazon account; negative never", 0},
	{"c11", "the account for its streaming service Amazon Prime | has posted | over 500 videos", 1},
	{"c12", "the account for its streaming service Amazon Prime | gained | 1.6 million followers", 1},
	{"c13", "how many employees will be affected by the ban or how far it extends | is not yet known | ; negative not; unknown not yet known", 0},
	{"c14", "it | marks | another significant moment | place: in the app’s history; opinion significant", 0},
	{"c15", "India | banned | TikTok | with: alongside 58 other Chinese-owned apps", 1},
	{"c16", "the app | could be banned in | the US; possible could; US Secretary of State Mike Pompeo warned", 0},
	{"c17", "it | would leave | Hong Kong | time: after China imposed a strict new security law on the city; future would; the app announced", 0},
	{"c18", "China | imposed | a strict new security law | place: on the city; the app announced", 0},
	{"c19", "it | had removed | 49 million videos | time: in the second half of 2019 | reason: because they broke content rules; The company revealed", 1},
	{"c20", "they | broke | content rules; The company revealed", 0},
	{"c21", "User security | is of | the utmost importance | other: to TikTok; opinion utmost; A TikTok spokesperson said", 0},
	{"c22", "Amazon | did not communicate to | us | time: before sending their email; negative not; A TikTok spokesperson said", 0},
	{"c23", "tens of millions of Americans | turn to | TikTok | other: for entertainment, inspiration, and connection | other: including many of the Amazon employees and contractors who have been on the frontlines of this pandemic; A TikTok spokesperson said", 1},
	{"c24", "the email that was sent out | was | a mistake; Amazon has now said", 0},
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
	at := map[string]extract.Claim{}
	for _, c := range doc.Claims {
		at[show(doc, c)] = c
	}
	for _, want := range articleClaims {
		c, ok := at[want.want]
		if !ok {
			t.Errorf("%s: no claim %s", want.id, want.want)
			continue
		}
		if len(c.Quantities) != want.quantities {
			t.Errorf("%s: %d quantities, want %d", want.id, len(c.Quantities), want.quantities)
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
	if stated := len(articleClaims) + 4; len(doc.Claims) > stated {
		t.Errorf("%d claims, want %d at most", len(doc.Claims), stated)
	}
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
