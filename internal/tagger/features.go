package tagger

// Feature is a hash of one thing that is true of a word in its sentence: "the
// word before is the", "it ends in -ed and the tag before is TO". Weights are
// kept by feature.
type Feature uint64

// feature mixes the number of a template with up to three values.
func feature(template uint64, a, b, c uint32) Feature {
	h := template*0x9e3779b97f4a7c15 + uint64(a)*0xff51afd7ed558ccd + uint64(b)*0xc4ceb9fe1a85ec53 + uint64(c)*0xd6e8feb86659fd93
	h = (h ^ h>>32) * 0x9fb21c651e98df25
	return Feature(h ^ h>>29)
}

const none = 0 // in place of a value that a template does not use

// Values of look.glued of a pair: whether the sign stands apart, opens or closes.
func spacing(c, n *look) uint32 { return c.glued<<1 | n.glued }

// features returns the features of the word at i, given the classes of the two
// words before it; s.looks[i+2] is that word.
func (s *Sentence) features(i int, before, before2 uint32, fs []Feature) []Feature {
	pp, p, c, n, nn := &s.looks[i], &s.looks[i+1], &s.looks[i+2], &s.looks[i+3], &s.looks[i+4]
	a, b := before, before2
	first := s.casing
	if i == 0 {
		first |= 4
	}
	form := c.form
	if first != 0 {
		form = c.low
	}
	shape := c.shape ^ first<<16
	s3, s2 := c.suffix&0xffffff, c.suffix&0xffff
	gap := spacing(c, n)
	fs = append(fs[:0],
		feature(1, none, none, none),
		feature(2, form, none, none),
		feature(3, c.low, none, none),
		feature(4, c.suffix&0xff, none, none),
		feature(5, s2, none, none),
		feature(6, s3, none, none),
		feature(7, c.suffix, none, none),
		feature(8, c.prefix>>16, none, none),
		feature(9, c.prefix>>8, none, none),
		feature(10, c.prefix, none, none),
		feature(11, shape, none, none),
		feature(12, a, none, none),
		feature(13, a, b, none),
		feature(14, a, c.low, none),
		feature(15, p.low, none, none),
		feature(16, n.low, none, none),
		feature(17, pp.low, none, none),
		feature(18, nn.low, none, none),
		feature(19, p.low, c.low, none),
		feature(20, c.low, n.low, none),
		feature(21, n.suffix&0xffffff, none, none),
		feature(22, p.suffix&0xffffff, a, none),
		feature(23, n.shape, shape, none),
		feature(24, p.shape, shape, none),
		feature(25, c.entry, n.entry, none),
		feature(26, a, c.entry, n.entry),
		feature(27, a, n.low, none),
		feature(28, s3, n.entry, a),
		feature(29, n.entry, nn.entry, c.entry),
		feature(30, s2, shape, none),
		feature(31, a, s3, none),
		feature(32, a, b, c.entry),
		feature(33, p.low, n.low, none),
		feature(34, s3, a, n.suffix&0xffff),
		feature(35, c.low, gap, none),
		feature(40, c.cluster, none, none),
		feature(41, n.cluster, none, none),
		feature(42, p.cluster, none, none),
		feature(43, c.cluster, n.cluster, none),
		feature(44, p.cluster, c.cluster, none),
		feature(45, a, c.cluster, none),
	)
	return fs
}
