package tagger

// table maps keys that are hashes to values. The keys rise; the first bits of a
// key tell where to look.
type table struct {
	keys   []uint32
	values []uint16
	first  []uint32 // where the keys with these first bits start
}

const tableBits = 14

func newTable(keys []uint32, values []uint16) *table {
	t := &table{keys: keys, values: values, first: make([]uint32, 1<<tableBits+1)}
	for _, key := range keys {
		t.first[key>>(32-tableBits)+1]++
	}
	for i := range 1 << tableBits {
		t.first[i+1] += t.first[i]
	}
	return t
}

func (t *table) get(key uint32) (value uint16, ok bool) {
	bits := key >> (32 - tableBits)
	for i := t.first[bits]; i < t.first[bits+1]; i++ {
		if t.keys[i] == key {
			return t.values[i], true
		}
	}
	return 0, false
}
