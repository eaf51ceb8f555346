package claim_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
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

// TestArticle: all claims that the article must give are there, with their
// slots, polarity, modality and attribution, and with who speaks.
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

// articleNumbers are the values and the dates of claims of the article.
var articleNumbers = []struct{ predicate, object, want string }{
	{"must remove", "it", "2020-07-10"},
	{"has posted", "over 500 videos", "over 500"},
	{"gained", "1.6 million followers", "exact 1.6e+06"},
	{"banned", "TikTok", "exact 58"},
	{"had removed", "49 million videos", "exact 4.9e+07; 2019-H2"},
	{"turn to", "TikTok", "about 2e+07..9.9999999e+07"},
}

func TestArticleNumbers(t *testing.T) {
	doc := article(t)
	for _, want := range articleNumbers {
		var got []string
		for _, c := range doc.Claims {
			if len(c.Predicate) == 0 || doc.TextOf(c.Predicate[0]) != want.predicate || doc.TextOf(c.Object.TokenRange) != want.object {
				continue
			}
			for _, i := range c.Quantities {
				q := doc.Quantities[i]
				value := fmt.Sprint(q.Value.Float)
				if !q.Value.Known {
					value = fmt.Sprint(q.Low.Float, "..", q.High.Float)
				}
				got = append(got, q.Modifier.String()+" "+strings.ReplaceAll(value, " ", ""))
			}
			for _, i := range c.Timexes {
				got = append(got, doc.Timexes[i].Value)
			}
		}
		if strings.Join(got, "; ") != want.want {
			t.Errorf("%s | %s: %q, want %q", want.predicate, want.object, strings.Join(got, "; "), want.want)
		}
	}
}

// What Amazon takes back is every claim that rests on its email, and nothing
// else; both times it says so.
func TestArticleCorrections(t *testing.T) {
	doc := article(t)
	ids := map[string]string{}
	for _, c := range articleClaims {
		ids[c.want] = c.id
	}
	for _, correction := range []string{"c03", "c24"} {
		var corrected, same []string
		for _, c := range doc.Claims {
			if ids[show(doc, c)] != correction {
				continue
			}
			for _, i := range c.Corrects {
				corrected = append(corrected, ids[show(doc, doc.Claims[i])])
			}
			for _, i := range c.SameAs {
				same = append(same, ids[show(doc, doc.Claims[i])])
			}
		}
		if got := strings.Join(corrected, " "); got != "c01 c02 c04 c05 c06" {
			t.Errorf("%s corrects %q", correction, got)
		}
		if got := strings.Join(same, " "); got != map[string]string{"c03": "c24", "c24": "c03"}[correction] {
			t.Errorf("%s is the same as %q", correction, got)
		}
	}
	for _, c := range doc.Claims {
		if id := ids[show(doc, c)]; len(c.Corrects) > 0 && id != "c03" && id != "c24" {
			t.Errorf("%s corrects something", show(doc, c))
		}
	}
}

// articleSpeakers are the entities that speak in the article, by the first words
// of what they say.
var articleSpeakers = []struct{ content, want string }{
	{"the email was a mistake", "Amazon"},
	{"that “the TikTok app", "Amazon"},
	{"\"If you have TikTok", "Amazon"},
	{"the app could be banned", "Mike Pompeo"},
	{"that it would leave", "TikTok"},
	{"that it had removed", "TikTok"},
	{"the email that was sent out", "Amazon"},
}

func TestArticleSpeakers(t *testing.T) {
	doc := article(t)
	entity := map[extract.MentionIndex]string{}
	for _, e := range doc.Entities {
		for _, m := range e.Mentions {
			entity[m] = doc.TextOf(e.Name)
		}
	}
	for _, want := range articleSpeakers {
		found := false
		for _, q := range doc.Quotes {
			if strings.HasPrefix(doc.TextOf(q.TokenRange), want.content) {
				found = true
				if got := entity[q.Mention]; got != want.want {
					t.Errorf("%s: %q speaks, want %q", want.content, got, want.want)
				}
			}
		}
		if !found {
			t.Errorf("no quote %s", want.content)
		}
	}
}

// statedElsewhere are claims that the article makes beside those on the list.
var statedElsewhere = []string{
	"we | are fully committed to respecting | the privacy of our users",
	"we | do not understand | their concerns",
	"We | welcome | a dialogue",
	"Mike Pompeo | | US Secretary of State",
	"Amazon Prime | | its streaming service",
}

// What the article does not state is no claim: four may be left that nobody
// would check.
func TestArticleHasNoClaim(t *testing.T) {
	doc := article(t)
	var unstated []string
	for _, c := range doc.Claims {
		line := show(doc, c)
		listed := slices.ContainsFunc(statedElsewhere, func(start string) bool { return strings.HasPrefix(line, start) })
		for _, want := range articleClaims {
			listed = listed || line == want.want
		}
		if !listed {
			unstated = append(unstated, line)
		}
		if len(c.Predicate) == 0 {
			continue
		}
		switch verb := doc.Tags[c.PredicateHead].Lemma; verb {
		case "say", "reveal", "announce", "warn", "come":
			t.Errorf("a claim of the frame: %s", line)
		}
		if doc.Sentences[doc.SentenceAt(c.Start)].Role == extract.RoleByline {
			t.Errorf("a claim of the byline: %s", line)
		}
	}
	if len(unstated) > 4 {
		t.Errorf("%d claims that the article does not state: %s", len(unstated), strings.Join(unstated, "\n"))
	}
}
