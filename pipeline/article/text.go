package article

import (
	"io"
	"path/filepath"

	"github.com/factline/factline/extract"
)

// text reads one article that is all of its file.
func (r *reader) text(in *input) bool {
	text, err := r.all(in)
	if err != nil {
		return r.fail(in.name, err)
	}
	return r.article(extract.Article{ID: filepath.ToSlash(in.name), Source: in.source, Text: text})
}

// all returns all of a file as UTF-8.
func (r *reader) all(in *input) (string, error) {
	decoded, bom, err := decode(in.Reader, r.Encoding)
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(io.LimitReader(decoded, int64(r.MaxArticle)+1))
	if err != nil {
		return "", err
	}
	if len(b) > r.MaxArticle {
		return "", tooLong(r.MaxArticle)
	}
	if at := extract.InvalidUTF8(b); at >= 0 {
		return "", notUTF8(bom + at)
	}
	return string(b), nil
}
