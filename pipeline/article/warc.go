package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http/httputil"
	"net/textproto"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"

	"github.com/factline/factline/extract"
)

func isWARC(head []byte) bool { return bytes.HasPrefix(head, []byte("WARC/1.")) }

// warc reads the web pages of an archive (ISO 28500): the responses of status
// 200 that are HTML. The day of publication is what the page says, never the
// day on which it was fetched.
func (r *reader) warc(in *input) bool {
	archive := archiveReader{in: in.Reader}
	for {
		record, err := archive.next()
		if err == io.EOF {
			return true
		}
		place := Error{File: in.name, Record: archive.number, Err: err}
		more := true
		var broken *recordError
		switch {
		case errors.As(err, &broken):
			more = r.failAt(place)
		case err != nil:
			return r.failAt(place)
		case record.isResponse():
			more = r.response(in, place, record)
		}
		if !more {
			return false
		}
	}
}

// response hands on the article of a record that is an answer of a web server.
func (r *reader) response(in *input, place Error, record record) bool {
	page, contentType, err := pageOf(record.block)
	if err == nil && page == nil {
		return true // a picture, or a page that was not found
	}
	var a extract.Article
	if err == nil {
		a, err = r.page(page, contentType, strings.Trim(record.head.Get("WARC-Target-URI"), "<>"))
	}
	if err != nil {
		place.Err = err
		return r.failAt(place)
	}
	a.ID = strings.TrimPrefix(strings.Trim(record.head.Get("WARC-Record-ID"), "<>"), "urn:uuid:")
	if a.ID == "" {
		a.ID = filepath.ToSlash(in.name) + ":" + strconv.Itoa(place.Record)
	}
	return r.article(a)
}

// record is one record of an archive.
type record struct {
	head  textproto.MIMEHeader
	block []byte
}

func (r record) isResponse() bool {
	return r.head.Get("WARC-Type") == "response" && strings.HasPrefix(r.head.Get("Content-Type"), "application/http")
}

// recordError is what is wrong with one record; the next one can be read.
type recordError struct{ err error }

func (e *recordError) Error() string { return e.err.Error() }
func (e *recordError) Unwrap() error { return e.err }

// largestBlock is how much of a record is kept: a page and its HTTP head.
const largestBlock = largestPage + 1<<16

// archiveReader reads the records of an archive one by one.
type archiveReader struct {
	in     *bufio.Reader
	number int  // of the record that was read last, from 1
	begun  bool // the first line of the next record is already read
}

// line returns the next line, or a part of a long one.
func (a *archiveReader) line() ([]byte, error) {
	line, err := a.in.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		err = nil
	}
	if err == io.EOF && len(line) > 0 {
		err = nil
	}
	return line, err
}

// begins tells whether a line begins a record: "WARC/1.0" after an empty line.
func begins(line []byte, afterBlank bool) bool {
	return afterBlank && isWARC(line) && len(bytes.TrimSpace(line)) == len("WARC/1.0")
}

func isBlankLine(line []byte) bool { return len(bytes.TrimRight(line, "\r\n")) == 0 }

// next returns the next record, with the block only of a response. An error of
// one record is a *recordError.
func (a *archiveReader) next() (record, error) {
	if err := a.find(); err != nil {
		return record{}, err
	}
	a.number++
	head, err := a.head()
	if err != nil {
		return record{}, err
	}
	length, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return record{}, &recordError{fmt.Errorf("%.40q is no length", head.Get("Content-Length"))}
	}
	rec := record{head: head}
	block, err := a.block(length, rec.isResponse())
	rec.block = block
	return rec, err
}

// find reads up to the first line of a record.
func (a *archiveReader) find() error {
	if a.begun {
		a.begun = false
		return nil
	}
	afterBlank := true
	for {
		line, err := a.line()
		if err != nil {
			return err
		}
		if begins(line, afterBlank) || a.number == 0 && isWARC(line) {
			return nil
		}
		afterBlank = isBlankLine(line)
	}
}

// head reads the named fields of a record.
func (a *archiveReader) head() (textproto.MIMEHeader, error) {
	const largest = 64 << 10
	head := textproto.MIMEHeader{}
	for size := 0; ; {
		line, err := a.line()
		if err == io.EOF {
			return nil, &recordError{errors.New("cut short in its head")}
		}
		if err != nil {
			return nil, err
		}
		if isBlankLine(line) {
			return head, nil
		}
		if size += len(line); size > largest {
			return nil, &recordError{fmt.Errorf("%w: a head of more than %d bytes", ErrTooLarge, largest)}
		}
		if name, value, ok := strings.Cut(string(line), ":"); ok {
			head.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
}

// block reads the block of a record line by line, so that a length that is
// wrong does not take the next records with it.
func (a *archiveReader) block(length int64, keep bool) ([]byte, error) {
	var block []byte
	blank, start := true, true // whether the last line is empty, as that of the head is; whether a line starts here
	for left := length; left > 0; {
		line, err := a.line()
		if err == io.EOF {
			return nil, &recordError{fmt.Errorf("cut short: %d bytes of %d are missing", left, length)}
		}
		if err != nil {
			return nil, err
		}
		if start && begins(line, blank) {
			a.begun = true
			return nil, &recordError{fmt.Errorf("its length of %d bytes is wrong: the next record begins before that", length)}
		}
		n := min(int64(len(line)), left)
		left -= n
		if keep && len(block) < largestBlock {
			block = append(block, line[:n]...)
		}
		blank, start = start && isBlankLine(line), bytes.HasSuffix(line, []byte("\n"))
		if left == 0 && int64(len(line)) > n {
			if !isBlankLine(line[n:]) {
				return nil, &recordError{fmt.Errorf("its length of %d bytes is wrong: more follows", length)}
			}
			return block, nil
		}
	}
	if next, err := a.in.Peek(1); err == nil && next[0] != '\r' && next[0] != '\n' && length > 0 {
		return nil, &recordError{fmt.Errorf("its length of %d bytes is wrong: more follows", length)}
	}
	return block, nil
}

// pageOf returns the web page of an HTTP response, and its content type; nil
// when it is no page.
func pageOf(response []byte) (page []byte, contentType string, err error) {
	in := textproto.NewReader(bufio.NewReader(bytes.NewReader(response)))
	status, err := in.ReadLine()
	if err != nil || !strings.HasPrefix(status, "HTTP/") {
		return nil, "", errors.New("not a response of a web server")
	}
	if fields := strings.Fields(status); len(fields) < 2 || fields[1] != "200" {
		return nil, "", nil
	}
	head, err := in.ReadMIMEHeader()
	if err != nil && len(head) == 0 {
		return nil, "", errors.New("a response without a head")
	}
	contentType = head.Get("Content-Type")
	switch kind, _, _ := mime.ParseMediaType(contentType); kind {
	case "text/html", "application/xhtml+xml":
	default:
		return nil, "", nil
	}
	raw, err := io.ReadAll(in.R)
	if err != nil {
		return nil, "", err
	}
	page, err = decodedBody(raw, head)
	return page, contentType, err
}

// decodedBody undoes what a server did to a body for its way. Archives keep the
// fields of the head that tell of it even when they have undone it themselves.
func decodedBody(body []byte, head textproto.MIMEHeader) ([]byte, error) {
	if strings.EqualFold(head.Get("Transfer-Encoding"), "chunked") {
		whole, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body)))
		if err == nil {
			body = whole
		}
	}
	if !bytes.HasPrefix(body, magicGzip) {
		return body, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("gzip: %w", err)
	}
	return io.ReadAll(io.LimitReader(z, largestPage+1))
}
