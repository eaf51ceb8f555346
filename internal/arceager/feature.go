package arceager

// Features are hashes: a sum of products with odd random numbers, of which the
// high bits serve (multiply-shift hashing, Dietzfelbinger et al. 1997). The
// templates are those of Zhang and Nivre (2011), with some for the second word
// under the top, for whether the top has a head, and for word clusters.

const (
	k0 = 0x9E3779B97F4A7C15
	k1 = 0xC4CEB9FE1A85EC53
	k2 = 0xFF51AFD7ED558CCD
	k3 = 0xD6E8FEB86659FD93
)

func f1(template uint64, a uint32) uint64 { return template*k0 + uint64(a)*k1 }

func f2(template uint64, a, b uint32) uint64 {
	return template*k0 + uint64(a)*k1 + uint64(b)*k2
}

func f3(template uint64, a, b, c uint32) uint64 {
	return template*k0 + uint64(a)*k1 + uint64(b)*k2 + uint64(c)*k3
}

// join makes one number of two small ones.
func join(a, b uint32) uint32 { return a<<8 | b }

// distance is the class of a distance between two words.
func distance(d int32) uint32 {
	switch {
	case d <= 5:
		return uint32(d)
	case d <= 7:
		return 6
	case d <= 10:
		return 7
	case d <= 20:
		return 8
	}
	return 9
}

// at returns the atom of a word; that of no word for 0 and beyond the root.
func (in *Input) at(i int32) *atom {
	if int(i) >= len(in.atoms) {
		i = 0
	}
	return &in.atoms[i]
}

// frontFeatures are the features of the front of the buffer and the words
// after it: they are the same in all states with that front.
func frontFeatures(in *Input, front int32, fs []uint64) []uint64 {
	n0, n1, n2 := in.at(front), in.at(front+1), in.at(front+2)
	return append(fs,
		f1(5, n0.formPenn), f1(6, n0.form), f1(7, n0.penn),
		f1(8, n1.formPenn), f1(9, n1.form), f1(10, n1.penn),
		f1(11, n2.formPenn), f1(12, n2.form), f1(13, n2.penn),
		f2(21, n0.penn, n1.penn), f3(150, n1.penn, n2.penn, in.at(front+3).penn), f3(22, n0.penn, n1.penn, n2.penn),
		f1(101, n0.cluster), f1(102, n1.cluster),
	)
}

// pairFeatures are the features of the top, whether it has a head, and the
// front: they are the same in all states with these.
func pairFeatures(in *Input, top, front int32, headed uint32, fs []uint64) []uint64 {
	s0, n0, n1, n2, n3 := in.at(top), in.at(front), in.at(front+1), in.at(front+2), in.at(front+3)
	d := uint32(15)
	if top > 0 {
		d = distance(front - top)
	}
	fs = betweenFeatures(in, top, front, fs)
	return append(fs,
		f1(1, headed),
		f2(2, s0.formPenn, headed), f2(3, s0.form, headed), f2(4, s0.penn, headed),
		f2(14, s0.formPenn, n0.formPenn), f3(15, s0.formPenn, n0.form, headed), f3(16, s0.form, n0.formPenn, headed),
		f3(17, s0.formPenn, n0.penn, headed), f3(18, s0.penn, n0.formPenn, headed), f2(19, s0.form, n0.form), f3(20, s0.penn, n0.penn, headed),
		f3(23, s0.penn, n0.penn, n1.penn),
		f2(28, s0.form, d), f2(29, s0.penn, d), f2(30, n0.form, d), f2(31, n0.penn, d),
		f3(32, s0.form, n0.form, d), f3(33, s0.penn, n0.penn, d),
		f3(77, s0.formPenn, n0.penn, n1.penn), f3(78, s0.penn, n0.formPenn, n1.penn), f3(79, s0.penn, n0.form, d), f3(80, s0.form, n0.penn, d),
		f3(84, s0.penn, n0.penn, n1.form), f3(87, join(s0.penn, n0.penn), n1.penn, n2.penn),
		f2(100, s0.cluster, headed),
		f3(103, s0.cluster, n0.cluster, headed), f3(104, s0.cluster, n0.penn, headed), f3(105, s0.penn, n0.cluster, headed),
		f3(106, s0.cluster, n0.form, headed), f3(107, s0.form, n0.cluster, headed),
		f3(111, n0.cluster, n1.cluster, s0.cluster),
		f3(151, n0.penn, n1.form, headed), f3(152, n0.form, n1.form, headed), f3(153, join(s0.penn, n0.penn), n1.pos, join(n2.pos, n3.pos)),
	)
}

// betweenFeatures tell of the parts of speech of the words between the top and
// the front, at most the last 20 of them.
func betweenFeatures(in *Input, top, front int32, fs []uint64) []uint64 {
	if top == 0 {
		return fs
	}
	s0, n0, seen := in.at(top), in.at(front), uint32(0)
	for i := max(top+1, front-20); i < front; i++ {
		if pos := in.atoms[i].pos; seen>>pos&1 == 0 {
			seen |= 1 << pos
			fs = append(fs, f3(140, s0.penn, pos, n0.penn))
		}
	}
	return append(fs, f3(141, s0.pos, n0.pos, seen))
}

// arcFeatures are the features of the arcs and the words under the top.
func (m *arena) arcFeatures(in *Input, s *state, fs []uint64) []uint64 {
	// In a node 0 everything is 0, and word 0 is no word.
	top, front := &m.nodes[s.top], &m.nodes[s.front]
	under := &m.nodes[top.under]
	under2 := &m.nodes[under.under]
	headed := uint32(0)
	head, head2 := in.at(0), in.at(0) // of the top, of that
	headRelation := uint32(0)
	if top.relation != 0 {
		headed, head = 1, in.at(under.word)
		if under.relation != 0 {
			head2, headRelation = in.at(under2.word), uint32(under.relation)
		}
	}
	relation := uint32(top.relation)
	s0, n0, n1 := in.at(top.word), in.at(front.word), in.at(front.word+1)
	s1, s2 := in.at(under.word), in.at(under2.word)
	l0, l20, r0, r20 := in.at(top.left), in.at(top.left2), in.at(top.right), in.at(top.right2)
	nl0, nl20 := in.at(front.left), in.at(front.left2)
	lefts, rights, frontLefts := uint32(top.lefts), uint32(top.rights), uint32(front.lefts)
	lr, l2r, rr, r2r := uint32(top.leftRelation), uint32(top.left2Relation), uint32(top.rightRelation), uint32(top.right2Relation)
	nlr, nl2r := uint32(front.leftRelation), uint32(front.left2Relation)
	return append(fs,
		f3(24, head.penn, s0.penn, n0.penn),
		f3(25, s0.penn, l0.penn, n0.penn), f3(26, s0.penn, r0.penn, n0.penn), f3(27, s0.penn, n0.penn, nl0.penn),
		f2(34, s0.form, rights), f2(35, s0.penn, rights), f2(36, s0.form, lefts), f2(37, s0.penn, lefts),
		f2(38, n0.form, frontLefts), f2(39, n0.penn, frontLefts),
		f1(40, head.form), f1(41, head.penn), f2(42, relation, s0.penn), f3(43, relation, s0.form, n0.penn),
		f1(44, l0.form), f1(45, l0.penn), f1(46, lr),
		f1(47, r0.form), f1(48, r0.penn), f1(49, rr),
		f1(50, nl0.form), f1(51, nl0.penn), f2(52, nlr, n0.penn),
		f1(53, head2.form), f1(54, head2.penn), f3(55, headRelation, relation, n0.penn),
		f3(56, l20.penn, l0.penn, s0.penn), f3(57, r20.penn, r0.penn, s0.penn), f3(58, nl20.penn, nl0.penn, n0.penn),
		f3(59, l2r, lr, s0.penn), f3(60, r2r, rr, s0.penn), f3(61, nl2r, nlr, n0.penn),
		f3(62, head.penn, head2.penn, s0.penn),
		f2(63, s0.form, top.rightSet), f2(64, s0.penn, top.rightSet), f2(65, s0.form, top.leftSet), f2(66, s0.penn, top.leftSet),
		f2(67, n0.form, front.leftSet), f2(68, n0.penn, front.leftSet),
		f3(69, s1.penn, s0.penn, n0.penn), f2(70, s1.penn, n0.penn), f2(71, s1.form, n0.form),
		f3(72, s1.formPenn, n0.penn, headed), f3(73, s1.penn, n0.formPenn, headed),
		f3(74, s2.penn, s1.penn, s0.penn), f3(75, s0.penn, n0.penn, top.rightSet), f3(76, s0.penn, n0.penn, front.leftSet),
		f2(81, head.formPenn, n0.formPenn), f3(82, head.form, n0.penn, s0.penn), f3(83, head.penn, n0.form, s0.penn),
		f3(85, r0.form, s0.form, n0.form), f3(86, s0.form, r0.penn, n0.penn),
		f3(88, join(s1.penn, s0.penn), n0.penn, n1.penn),
		f3(108, head.cluster, n0.cluster, s0.penn), f3(109, s1.cluster, n0.cluster, s0.penn),
		f3(110, s0.cluster, r0.cluster, n0.cluster),
	)
}

// ends returns the head and the dependent of an arc that is about to be made
// between the top and the front; toFront says that the front is the head.
func (m *arena) ends(s *state, toFront bool) (head, dependent *node) {
	if toFront {
		return &m.nodes[s.front], &m.nodes[s.top]
	}
	return &m.nodes[s.top], &m.nodes[s.front]
}

// relationFeatures are the features of an arc that is about to be made.
func relationFeatures(in *Input, h, d *node, fs []uint64) []uint64 {
	direction := uint32(0)
	if toFront := d.word < h.word; toFront {
		direction = 1
	}
	gap := distance(max(h.word, d.word)-min(h.word, d.word))*2 + direction
	sides, lastRelation := h.rightSet, h.rightRelation
	if direction == 1 {
		sides, lastRelation = h.leftSet, h.leftRelation
	}
	H, D := in.at(h.word), in.at(d.word)
	before, after := in.at(d.word-1), in.at(d.word+1)
	headBefore, headAfter := in.at(h.word-1), in.at(h.word+1)
	l, r, l2 := in.at(d.left), in.at(d.right), in.at(d.left2)
	hl := in.at(h.left)
	return append(fs,
		f1(201, direction), f3(202, H.penn, D.penn, gap), f3(203, H.form, D.penn, direction), f3(204, H.penn, D.form, direction), f3(205, H.form, D.form, direction),
		f2(206, D.form, direction), f2(207, D.penn, direction), f2(208, H.form, direction), f2(209, H.penn, direction),
		f3(210, H.formPenn, D.formPenn, direction), f3(211, H.formPenn, D.penn, direction), f3(212, H.penn, D.formPenn, direction), f3(213, H.penn, D.penn, direction),
		f2(214, D.formPenn, direction), f2(215, H.formPenn, direction),
		f3(216, before.penn, D.penn, direction), f3(217, D.penn, after.penn, direction), f3(218, headBefore.penn, H.penn, direction), f3(219, H.penn, headAfter.penn, direction),
		f3(220, before.form, D.penn, direction), f3(221, after.form, D.penn, direction), f3(222, headBefore.form, H.penn, direction), f3(223, headAfter.form, H.penn, direction),
		f3(224, D.penn, l.penn, direction), f3(225, D.penn, l.form, direction), f3(226, D.penn, r.penn, direction), f3(227, D.penn, r.form, direction),
		f3(228, uint32(d.leftRelation), D.penn, direction), f3(229, uint32(d.rightRelation), D.penn, direction), f3(230, d.leftSet, D.penn, direction),
		f3(231, sides, H.penn, D.penn), f3(232, uint32(lastRelation), H.penn, D.penn), f3(233, h.leftSet, h.rightSet, D.penn),
		f3(234, l.form, H.penn, D.penn), f3(235, l.form, H.form, D.penn), f3(236, d.leftSet, H.penn, D.penn), f3(237, l.form, D.form, direction),
		f3(238, join(uint32(h.lefts), uint32(h.rights)), D.penn, direction), f3(239, H.penn, D.penn, before.penn), f3(240, H.penn, D.penn, headBefore.penn),
		f3(241, H.pos, D.pos, gap), f3(242, D.pos, l.form, H.form), f3(243, H.form, sides, D.pos), f3(244, l2.form, D.pos, direction),
		f3(245, hl.form, H.form, D.pos), f3(246, hl.form, H.penn, D.penn),
		f3(250, D.cluster, H.penn, direction), f3(251, H.cluster, D.penn, direction), f3(252, H.cluster, D.cluster, direction),
		f3(253, D.cluster, l.form, H.penn), f3(254, D.cluster, H.cluster, l.form),
		f2(255, D.cluster, direction), f3(256, H.cluster, D.form, direction), f3(257, H.form, D.cluster, direction),
	)
}
