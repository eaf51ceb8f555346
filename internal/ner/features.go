package ner

// Feature is a hash of one thing that is true of a token in its sentence: "the
// word before is in", "rules hold it for the end of a person's name".
type Feature uint64

// feature mixes the number of a template with up to three values.
func feature(template uint64, a, b, c uint32) Feature {
	h := template*0x9e3779b97f4a7c15 + uint64(a)*0xff51afd7ed558ccd + uint64(b)*0xc4ceb9fe1a85ec53 + uint64(c)*0xd6e8feb86659fd93
	h = (h ^ h>>32) * 0x9fb21c651e98df25
	return Feature(h ^ h>>29)
}

// Always is the feature that every token has.
var Always = feature(8, none, none, none)

const none = 0 // in place of a value that a template does not use

// Sentence is one sentence while it is tagged. Its memory is used again for the
// next one.
type Sentence struct {
	looks []look // with two words outside at each end
	runs  []run
	fs    []Feature
}

// longestRun bounds the rows of capitals that features look at.
const longestRun = 8

// Look turns to the sentence of the given words.
func (s *Sentence) Look(words []Word) {
	s.looks = append(s.looks[:0], outside, outside)
	for i := range words {
		s.looks = append(s.looks, see(&words[i]))
	}
	s.looks = append(s.looks, outside, outside)
	s.findRuns(words)
}

func (s *Sentence) findRuns(words []Word) {
	s.runs = s.runs[:0]
	if cap(s.runs) < len(words) {
		s.runs = make([]run, 0, 2*len(words)) // looks point at them
	}
	for i := 0; i < len(words); i++ {
		if !words[i].capital() {
			continue
		}
		end := i + 1
		for end < len(words) && end < i+longestRun {
			switch {
			case words[end].capital():
				end++
				continue
			case end+1 < len(words) && words[end+1].capital() && words[end].joins():
				end += 2
				continue
			}
			break
		}
		s.runs = append(s.runs, run{int32(i), int32(end)})
		for j := i; j < end; j++ {
			s.looks[j+2].run = &s.runs[len(s.runs)-1]
		}
		i = end - 1
	}
}

func (w *Word) capital() bool { return w.Class.IsCapital() && !w.Never }

func (w *Word) joins() bool {
	switch w.Text {
	case "of", "&", "-":
		return true
	}
	return false
}

// Features returns the features of word i. The first of them, lexical, know the
// word itself; training sometimes hides them, so that the others learn to do
// without. The slice is good until the next call.
func (s *Sentence) Features(i int) (fs []Feature, lexical int) {
	pp, p, c, n, nn := &s.looks[i], &s.looks[i+1], &s.looks[i+2], &s.looks[i+3], &s.looks[i+4]
	s.fs = append(s.fs[:0],
		feature(1, c.low, none, none),
		feature(2, c.form, none, none),
		feature(3, p.low, c.low, none),
		feature(4, c.low, n.low, none),
		feature(5, c.prefix, none, none),
		feature(6, c.suffix, none, none),
		feature(7, c.low, c.guess, none),

		Always,
		feature(9, p.low, none, none),
		feature(10, n.low, none, none),
		feature(11, pp.low, none, none),
		feature(12, nn.low, none, none),
		feature(13, pp.low, p.low, none),
		feature(14, n.low, nn.low, none),
		feature(15, c.shape, c.style, none),
		feature(16, p.shape, none, none),
		feature(17, n.shape, none, none),
		feature(18, p.shape, c.shape, n.shape),
		feature(19, p.shape, c.shape, none),
		feature(20, c.shape, n.shape, none),
		feature(21, p.low, c.shape, none),
		feature(22, c.shape, n.low, none),
		feature(23, c.prefix>>16, none, none),
		feature(24, c.prefix>>8, none, none),
		feature(25, c.suffix&0xffff, none, none),
		feature(26, c.suffix&0xffffff, none, none),
		feature(27, c.cluster, none, none),
		feature(28, p.cluster, none, none),
		feature(29, n.cluster, none, none),
		feature(30, p.cluster, c.cluster, none),
		feature(31, c.cluster, n.cluster, none),
		feature(32, p.cluster, c.shape, none),
		feature(33, n.cluster, c.shape, none),
		feature(34, c.penn, c.style, none),
		feature(35, p.penn, c.penn, n.penn),
		feature(36, c.list, c.style, none),
		feature(37, p.list, c.list, n.list),
		feature(38, c.list, c.guess, none),
		feature(39, c.guess, none, none),
		feature(40, p.guess, c.guess, n.guess),
		feature(41, c.guess, c.why, none),
		feature(42, c.guess, c.shape, c.style),
		feature(43, c.guess, c.cluster, none),
		feature(44, c.guess, p.low, none),
		feature(45, c.guess, n.low, none),
		feature(46, c.guess, c.penn, c.list),
		feature(47, c.lists, none, none),
		feature(48, p.lists, none, none),
		feature(49, n.lists, none, none),
		feature(50, c.seen, c.guess, none),
		feature(51, c.guess, p.cluster, none),
		feature(52, c.guess, n.cluster, none),
		feature(53, p.cluster, c.guess, n.cluster),
		feature(54, c.kin, c.style, none),
		feature(55, p.kin, c.kin, n.kin),
		feature(56, c.kin, c.guess, c.shape),
		feature(57, c.kin, p.cluster, none),
		feature(58, c.kin, n.cluster, none),
	)
	if c.run != nil {
		s.addRun(c)
		s.addElsewhere(c)
	}
	return s.fs, 7
}

// addRun adds the features of the row of capitals that the word is in.
func (s *Sentence) addRun(c *look) {
	r := c.run
	first, last, length := &s.looks[r.start+2], &s.looks[r.end+1], uint32(r.end-r.start)
	before, after := &s.looks[r.start+1], &s.looks[r.end+2]
	s.fs = append(s.fs,
		feature(60, last.low, none, none),
		feature(61, first.low, none, none),
		feature(62, before.low, none, none),
		feature(63, after.low, none, none),
		feature(64, length, none, none),
		feature(65, before.cluster, length, none),
		feature(66, after.cluster, length, none),
		feature(67, last.cluster, none, none),
		feature(68, first.cluster, none, none),
		feature(69, before.low, after.low, none),
		feature(70, last.lists, c.guess, none),
		feature(71, first.lists, c.guess, none),
		feature(72, first.guess, length, c.guess),
		feature(73, before.lists, none, none),
		feature(74, after.lists, none, none),
		feature(75, last.suffix&0xffffff, length, none),
		feature(76, before.low, c.guess, none),
		feature(77, after.low, c.guess, none),
		feature(78, before.cluster, c.guess, after.cluster),
	)
}

// addElsewhere adds the features of what stands around the word where else the
// article has it.
func (s *Sentence) addElsewhere(c *look) {
	if c.long != 0 {
		s.fs = append(s.fs, feature(80, c.long, none, none))
	}
	for _, e := range &c.elsewhere {
		if e == (elsewhere{}) {
			break
		}
		s.fs = append(s.fs,
			feature(81, e.before, none, none),
			feature(82, e.after, none, none),
			feature(83, e.clusterBefore, none, none),
			feature(84, e.clusterAfter, none, none),
		)
	}
}
