package pipeline_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/claimsfile"
)

// TestStatements: how a claim reads by itself.
func TestStatements(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"a pronoun", "Amazon closed a plant. It has sold the ground.", "[Amazon] has sold the ground"},
		{"a genitive", "Amazon closed a plant. Its plant in Leeds had 40 workers.", "[Amazon's] plant in Leeds had 40 workers"},
		{"we keeps its verb", "Amazon said: “We are sorry for the delay.”", "We [Amazon] are sorry for the delay"},
		{"a verb glued to I", "“I’m not afraid of the vote,” said Ann Lee.", "I’m [Ann Lee] not afraid of the vote"},
		{"a date that the day of publication tells", "Amazon closed a plant on Monday.", "Amazon closed a plant on Monday [2020-07-06]"},
		{"a date that is whole", "Amazon closed a plant on 6 July 2020.", "Amazon closed a plant on 6 July 2020"},
		{"a subject that two verbs share", "Amazon closed a plant and sold the ground.", "[Amazon] sold the ground"},
		{"a modal verb that they share", "Amazon will close a plant and sell the ground.", "[Amazon] [will] sell the ground"},
		{"a negation that they share", "Amazon did not close the plant or sell the ground.", "[Amazon] [did not] sell the ground"},
		{"a time that they share", "In 2019 Amazon closed a plant and sold the ground.", "[In 2019] [Amazon] sold the ground"},
		{"both marks of a quotation", "Ann Lee said the plant had “closed for good”.", "the plant had “closed for good”"},
		{"what stands between subject and verb", "The plant, which Ann Lee built, was sold.", "The plant was sold"},
		{"whose, of a name", "The town fined Ann Lee, whose plant closed in May.", "[Ann Lee's] plant closed in May [2020-05]"},
		{"whose, of a noun", "The town fined a man whose plant closed in May.", "[a man's] plant closed in May [2020-05]"},
		{"a title", "Mayor Ann Lee sold the plant.", "Mayor Ann Lee"},
	}
	p := newPipeline(t, pipeline.Options{})
	for _, test := range tests {
		doc, err := p.Run(extract.Article{ID: "a", Text: test.text, Published: time.Date(2020, 7, 10, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range claimsfile.FromDocument(doc, claimsfile.Options{}).Claims {
			got = append(got, c.Statement)
		}
		if !strings.Contains("\n"+strings.Join(got, "\n")+"\n", "\n"+test.want+"\n") {
			t.Errorf("%s: %q\n got  %s\n want %s", test.reason, test.text, strings.Join(got, "\n      "), test.want)
		}
	}
}

var brackets = regexp.MustCompile(`\[[^\]]*\]`)

// TestStatementsAreTheArticles: what a statement has outside its brackets stands
// in the claim, in that order.
func TestStatementsAreTheArticles(t *testing.T) {
	p := newPipeline(t, pipeline.Options{})
	for _, article := range articles(t) {
		var file claimsfile.File
		if err := json.NewDecoder(bytes.NewReader(claims(t, p, article))).Decode(&file); err != nil {
			t.Fatal(err)
		}
		for _, c := range file.Claims {
			rest := []rune(c.Text)
			for _, r := range brackets.ReplaceAllString(c.Statement, "") {
				if r == ' ' {
					continue
				}
				for len(rest) > 0 && rest[0] != r {
					rest = rest[1:]
				}
				if len(rest) == 0 {
					t.Errorf("%s: %s: %q is not made of %q", article.ID, c.ID, c.Statement, c.Text)
					break
				}
				rest = rest[1:]
			}
		}
	}
}
