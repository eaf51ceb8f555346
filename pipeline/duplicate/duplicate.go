// Package duplicate finds near-duplicates among articles: a story of a wire
// agency that a hundred papers print, with another headline here and a paragraph
// less there.
//
// Articles are compared by MinHash signatures over their word shingles, and only
// with those that share a band of it (locality-sensitive hashing; Leskovec,
// Rajaraman, Ullman: Mining of Massive Datasets, chapter 3). What is a duplicate
// depends on the articles before it alone, so it is the same for any number of
// workers.
package duplicate

import (
	"errors"
	"fmt"
	"iter"
	"math"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline/article"
)

// Threshold is the similarity from which two articles are near-duplicates.
const Threshold = 0.8

// ErrDuplicate is wrapped by the error that takes the place of an article which
// is left out as a near-duplicate.
var ErrDuplicate = errors.New("a near-duplicate")

// Mark gives each article that is a near-duplicate of an earlier one the ID of
// that one as DuplicateOf. With skip, an *article.Error takes its place.
func Mark(articles iter.Seq2[extract.Article, error], skip bool) iter.Seq2[extract.Article, error] {
	return func(yield func(extract.Article, error) bool) {
		var finder Finder
		for a, err := range articles {
			if err == nil {
				a.DuplicateOf = finder.Find(a.ID, a.Text)
			}
			if a.DuplicateOf != "" && skip {
				a, err = extract.Article{}, &article.Error{File: a.ID, Err: fmt.Errorf("%w of %s", ErrDuplicate, a.DuplicateOf)}
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

const (
	// memory is how many articles a Finder remembers; the oldest are forgotten
	// first. Copies of a story come close together, and the memory of a stream
	// of any length is bounded: 12 MB and the IDs.
	memory = 1 << 16
	slots  = 1 << 16 // of the table of a band
)

// Finder finds near-duplicates in a stream of articles. The zero value is ready
// for use.
type Finder struct {
	seen    []original      // a ring
	next    int             // where in seen the next one goes
	buckets [Bands][]uint32 // by the hash of a band: 1 + index in seen of the last one with it
}

// original is an article that is no duplicate of another one.
type original struct {
	id        string
	signature [Hashes]uint8 // the lowest bits of each hash are enough to compare
}

// Find returns the ID of the earlier article that a text is a near-duplicate of,
// the most similar one if there are several, and "" for none. It remembers a text
// that is not.
func (f *Finder) Find(id, text string) string {
	signature, ok := Of(text)
	if !ok {
		return ""
	}
	this := original{id: id}
	for i, hash := range signature {
		this.signature[i] = uint8(hash)
	}
	bands := signature.Bands()
	const above = Threshold * Hashes
	best, bestEqual := -1, int(math.Ceil(above))-1
	for i, hash := range bands {
		if f.buckets[i] == nil {
			f.buckets[i] = make([]uint32, slots)
		}
		other := int(f.buckets[i][hash%slots]) - 1
		if other < 0 {
			continue
		}
		if equal := this.equal(&f.seen[other]); equal > bestEqual {
			best, bestEqual = other, equal
		}
	}
	if best >= 0 {
		return f.seen[best].id
	}
	f.remember(this, bands)
	return ""
}

func (f *Finder) remember(this original, bands [Bands]uint64) {
	if len(f.seen) < memory {
		f.seen = append(f.seen, this)
	} else {
		f.seen[f.next] = this
	}
	for i, hash := range bands {
		f.buckets[i][hash%slots] = uint32(f.next) + 1
	}
	f.next = (f.next + 1) % memory
}

// equal returns the number of hashes in which two articles agree.
func (o *original) equal(p *original) (n int) {
	for i := range o.signature {
		if o.signature[i] == p.signature[i] {
			n++
		}
	}
	return n
}
