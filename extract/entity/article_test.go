package entity_test

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// articleEntities are the entities of testdata/articles/amazon-tiktok.txt with
// all their mentions, in text order.
var articleEntities = []struct{ want, reason string }{
	{"ORG Amazon: Amazon, Amazon, its, The company, Amazon, the company, Amazon, It, Amazon, the company, Amazon, it, its, its, Amazon, their, their, they, their, Amazon, Amazon",
		"the company of the first paragraphs; they whom the other firm speaks of"},
	{"PRODUCT TikTok: TikTok, TikTok, the platform, TikTok, TikTok, TikTok, TikTok, the platform, the app, TikTok, the app, the app, it, The company, it, TikTok, TikTok, we, our, us, we, we, we, our, We, TikTok",
		"the app and its firm; the company of the Wednesday; we of its spokesperson"},
	{"PERSON Fred Dimbleby: Fred Dimbleby", "the byline without its words"},
	{"ORG New York Times: New York Times", "no article"},
	{"PRODUCT Amazon Prime: Amazon Prime", "a product is not its company"},
	{"PLACE India: India", ""},
	{"NORP Chinese: Chinese", "before a hyphen"},
	{"PLACE US: US, US", "us is not the US"},
	{"PERSON Mike Pompeo: Mike Pompeo", "no title"},
	{"PLACE Hong Kong: Hong Kong, the city", "a city, with China between"},
	{"PLACE China: China", "no city"},
	{"PERSON A TikTok spokesperson: A TikTok spokesperson", "a speaker without name"},
	{"NORP Americans: Americans", ""},
}

// TestArticle holds all entities of an article, so that "10-Jul", "User" and
// "Words by" are none.
func TestArticle(t *testing.T) {
	text, err := os.ReadFile("../../testdata/articles/amazon-tiktok.txt")
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(show(entities(string(text))), "; ")
	for _, entity := range articleEntities {
		if !slices.Contains(got, entity.want) {
			t.Errorf("missing: %s (%s)", entity.want, entity.reason)
		}
	}
	if len(got) != len(articleEntities) {
		t.Errorf("%d entities, want %d:\n%s", len(got), len(articleEntities), strings.Join(got, "\n"))
	}
}
