package ner

// fullRows are the weights of features that say something of many tags: one
// number for each tag, four of them in one word. A feature has one slot to look
// at, and one without a row has that of zeros, so that nothing has to be guessed
// by the processor, whose wrong guesses take longer than the sums.
type fullRows struct {
	slots *[1 << slotBits]slot
	rows  []fullRow // the first one is zeros
}

// slot tells the row of the feature with these high bits; 0 for none.
type slot struct{ mark, row uint16 }

// fullRow is the weights of all tags in groups of four, as the sum of weight k
// times 2 to the power of 16k. So adding two groups adds four weights, of
// whatever sign, as long as no sum leaves 16 bits.
type fullRow [(Tags + 3) / 4]uint64

const (
	slotBits  = 15
	leastFull = 10                    // tags of a feature with a full row
	mostAdded = (1<<15 - 1) / Largest // rows whose sum does not leave 16 bits
)

// key is the part of a feature that tells its row: a slot and a mark.
func (f Feature) key() uint32 { return uint32(f >> 32) }

func slotOf(key uint32) uint32 { return key & (1<<slotBits - 1) }

func newFullRows(keys []uint32, values []int16) fullRows {
	r := fullRows{slots: new([1 << slotBits]slot), rows: make([]fullRow, 1+len(keys))}
	for i, key := range keys {
		r.slots[slotOf(key)] = slot{uint16(key >> 16), uint16(i + 1)}
		for tag, value := range values[i*Tags:][:Tags] {
			r.rows[i+1][tag/4] += uint64(int64(value)) << (16 * (tag % 4))
		}
	}
	return r
}

// add adds the full rows of features and puts the features that have none into
// rest. It returns their number.
func (r *fullRows) add(fs []Feature, to *scores, rest *[mostFeatures]Feature) int {
	var found [mostFeatures]uint16
	others := 0
	for i, f := range fs {
		key := f.key()
		slot := r.slots[slotOf(key)]
		row := slot.row
		if slot.mark != uint16(key>>16) {
			row = 0
		}
		found[i] = row
		rest[others] = f
		if row == 0 {
			others++
		}
	}
	for from := 0; from < len(fs); from += mostAdded {
		var sum fullRow
		for _, at := range found[from:min(len(fs), from+mostAdded)] {
			row := &r.rows[at]
			for k := range sum {
				sum[k] += row[k]
			}
		}
		sum.addTo(to)
	}
	return others
}

// addTo adds each weight to that of its tag.
func (s *fullRow) addTo(to *scores) {
	for k, four := range s {
		for tag := 4 * k; tag < 4*k+4; tag++ {
			weight := int16(four)
			to[tag&(len(to)-1)] += int32(weight)
			four = uint64(int64(four-uint64(int64(weight))) >> 16)
		}
	}
}
