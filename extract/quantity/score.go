package quantity

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

var (
	// voteCues are the words near "A to B" that make a score of it.
	voteCues = lexicon.NewSet("beat", "beats", "beating", "beaten", "won", "win", "wins", "winning", "lost", "lose", "loses",
		"defeat", "defeated", "defeats", "vote", "votes", "voted", "voting", "victory", "led", "leads", "leading", "ruled",
		"approved", "passed", "rejected", "ballot", "ballots", "trailed", "tally", "outvoted", "score", "edged")
	oddsCues = lexicon.NewSet("ratio", "odds", "margin", "outnumber", "outnumbered", "outnumbering", "outsold", "outspent")
)

// maxCue bounds how far from "A to B" the word stands that tells what it is.
const maxCue = 10

// isVote tells whether two numbers with "to" between them are the sides of a
// vote or game, the larger first: "beat Ames 1,204 to 988".
func (r reader) isVote(m, to measure) bool {
	n, next := m.number, to.number
	if r.form(n.End) != formTo || next.Start != n.End+1 || m.hasUnit() || to.hasUnit() || n.Low <= next.Low || next.Low < 0 {
		return false
	}
	if n.Low != float64(int64(n.Low)) || next.Low != float64(int64(next.Low)) || n.Rule == "fold" || r.tag(next.End).Penn == extract.PennNNS {
		return false
	}
	opened, _ := r.opener(m.Start)
	_, start := r.modifierBefore(m.Start, 0)
	if opened || r.trendAt(start-1) != extract.NoTrend || r.form(start-1) == formBy && r.trendAt(start-2) != extract.NoTrend {
		return false // "fell from 40 to 30"
	}
	return r.near(n.Start, voteCues) && !r.near(n.Start, oddsCues)
}

// isOdds tells whether two numbers are a ratio of something to one: "3-to-1".
func (r reader) isOdds(m, to measure) bool {
	at := r.pastHyphen(m.number.End)
	if r.form(at) != formTo || r.pastHyphen(at+1) != to.number.Start || to.number.Low != 1 || m.number.Low <= 1 || m.hasUnit() || to.hasUnit() {
		return false
	}
	return at > m.number.End || r.near(m.Start, oddsCues)
}

// near tells whether a word of a set stands around token i in its sentence.
func (r reader) near(i int32, cues lexicon.Set) bool {
	start, end := max(0, i-maxCue), r.sentenceEnd(i, maxCue)
	if s := r.SentenceAt(i); s >= 0 {
		start = max(start, r.Sentences[s].Start)
	}
	for k := start; k < end; k++ {
		if cues.HasToken(r.Document, k) {
			return true
		}
	}
	return false
}
