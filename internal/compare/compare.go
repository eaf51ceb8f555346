// Package compare finds where articles about the same event disagree: the same
// thing counted or dated differently, the same quotation in other words, a claim
// that another article corrects.
//
//	ferry-1.txt: A passenger ferry [...] injuring 58 people
//	ferry-2.txt: The Lady Maren injured 61 people
//
// It would rather miss a disagreement than name one that is none. Two articles
// are compared when they share two names and were published within a month.
// Two claims then tell of the same thing when they have the same verb and count
// the same noun or measure in the same unit, and either a named subject or object
// in common, or the articles agree on another figure, date or quotation, which
// shows that they tell of one event. Articles that contradict one another more
// often than they agree tell of two events, such as two quarters of a company's
// year, and are left alone. "About 60" does not contradict 58, nor
// "more than 10" 14, nor 1.3 million 1,270,000. Every finding says why its two
// places were matched.
package compare

import (
	"iter"
	"slices"

	"github.com/factline/factline/pipeline/claimsfile"
)

// Finding is one disagreement between two articles.
type Finding struct {
	Kind string `json:"kind"` // one of Kinds
	Why  string `json:"why"`  // why the two were matched
	A    Side   `json:"a"`
	B    Side   `json:"b"`
}

// Kinds are the kinds of findings. Of a correction, B is the article that
// corrects A.
func Kinds() []string { return []string{"quantity", "date", "quote", "correction"} }

// Side is one of the two places of a finding.
type Side struct {
	Article   int    `json:"-"` // its number, in the order of Add: identifiers need not differ
	ArticleID string `json:"article_id"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	Source    string `json:"source,omitempty"`
	// Place is the words that differ: a quantity, a date, a quotation.
	claimsfile.Place
	Means     string `json:"means,omitempty"`     // what they mean: "61", "2021-11-16"
	ClaimID   string `json:"claim_id,omitempty"`  // the claim that they stand in
	Statement string `json:"statement,omitempty"` // of that claim
	SaidBy    string `json:"said_by,omitempty"`   // who says it, if not the article
}

const (
	sharedNames = 2  // names that two articles must share to be compared
	window      = 31 // days between the publication of two articles about one event
	perName     = 50 // earlier articles of each name that an article is compared with
)

// Comparer gathers articles and compares them.
type Comparer struct {
	articles []*article
	byName   map[string][]int // the articles of each name, in the order of Add
}

// New returns a Comparer without articles.
func New() *Comparer { return &Comparer{byName: map[string][]int{}} }

// Add adds an article. What is needed of it is copied.
func (c *Comparer) Add(f *claimsfile.File) {
	a := digest(f)
	a.side.Article = len(c.articles)
	for _, name := range a.names {
		c.byName[name] = append(c.byName[name], len(c.articles))
	}
	c.articles = append(c.articles, a)
}

// Findings compares the articles with one another. Findings come in the order of
// the later article, then of the earlier one, then of the earlier one's text.
// The work is linear in the number of articles: of those that share a name with
// an article, the 50 before it are looked at.
func (c *Comparer) Findings() iter.Seq[Finding] {
	return func(yield func(Finding) bool) {
		for later := range c.articles {
			for _, earlier := range c.candidates(later) {
				p := newPair(c.articles[earlier], c.articles[later])
				if p == nil {
					continue
				}
				for _, f := range p.findings() {
					if !yield(f) {
						return
					}
				}
			}
		}
	}
}

// candidates returns the earlier articles that share enough names with one, in
// their order.
func (c *Comparer) candidates(later int) []int {
	shared := map[int]int{}
	for _, name := range c.articles[later].names {
		with := c.byName[name]
		i, _ := slices.BinarySearch(with, later)
		for _, earlier := range with[max(0, i-perName):i] {
			shared[earlier]++
		}
	}
	var candidates []int
	for earlier, n := range shared {
		if n >= sharedNames {
			candidates = append(candidates, earlier)
		}
	}
	slices.Sort(candidates)
	return candidates
}
