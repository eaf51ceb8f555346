package article

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

var magicGzip, magicZstd = []byte("\x1f\x8b\x08"), []byte("\x28\xb5\x2f\xfd")

// open makes the content of in that of the input, decompressed when its first
// bytes say that it is compressed. The function that it returns ends that.
func (i *input) open(in io.Reader) (func(), error) {
	const size = 64 << 10
	i.Reader = bufio.NewReaderSize(in, size)
	head, _ := i.Peek(len(magicZstd))
	var out io.Reader
	end := func() {}
	packed := &counter{in: i.Reader}
	switch {
	case bytes.HasPrefix(head, magicGzip):
		z, err := gzip.NewReader(packed)
		if err != nil {
			return nil, fmt.Errorf("gzip: %w", err)
		}
		out = z
	case bytes.HasPrefix(head, magicZstd):
		// One goroutine and no more memory than the largest window of the
		// command zstd needs.
		z, err := zstd.NewReader(packed, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(128<<20))
		if err != nil {
			return nil, fmt.Errorf("zstd: %w", err)
		}
		out, end = z, z.Close
	default:
		return end, nil
	}
	i.file = nil
	i.path = withoutCompression(i.path)
	i.Reader = bufio.NewReaderSize(&inflater{out: out, packed: packed}, size)
	return end, nil
}

// withoutCompression returns the name of what a compressed file holds.
func withoutCompression(name string) string {
	switch extension := path.Ext(name); strings.ToLower(extension) {
	case ".gz", ".zst":
		return strings.TrimSuffix(name, extension)
	}
	return name
}

// counter counts the bytes that are read through it.
type counter struct {
	in interface {
		io.Reader
		io.ByteReader
	}
	n int64
}

func (c *counter) Read(b []byte) (int, error) {
	n, err := c.in.Read(b)
	c.n += int64(n)
	return n, err
}

func (c *counter) ReadByte() (byte, error) {
	b, err := c.in.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

// Nobody's text is a hundredth of its size when it is compressed, except for
// texts that are short. What is beyond both limits is made to hurt.
const (
	harmless     = 64 << 20
	largestRatio = 200
)

// inflater decompresses, and stops when a small file becomes a large one.
type inflater struct {
	out    io.Reader
	packed *counter
	n      int64
}

func (f *inflater) Read(b []byte) (int, error) {
	n, err := f.out.Read(b)
	f.n += int64(n)
	if f.n > harmless && f.n/largestRatio > f.packed.n {
		return 0, fmt.Errorf("inflates more than %d times: that is no text", largestRatio)
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("compressed data broken: %w", err)
	}
	return n, err
}
