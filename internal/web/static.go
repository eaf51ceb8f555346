package web

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // for openapi.json
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"time"
)

// asset is a file of the page.
type asset struct {
	body      []byte
	mediaType string
	tag       string
}

// assetTypes are told here since the system's table may tell otherwise.
var assetTypes = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
}

// assets reads the files of the page once.
func assets(from fs.FS) (map[string]asset, error) {
	all := map[string]asset{}
	files, err := fs.Glob(from, "static/*")
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		body, err := fs.ReadFile(from, name)
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(body)
		all[path.Base(name)] = asset{body, assetTypes[path.Ext(name)], `"` + hex.EncodeToString(sum[:8]) + `"`}
	}
	return all, nil
}

func (s *Server) asset(w http.ResponseWriter, r *http.Request) {
	a, ok := s.static[r.PathValue("name")]
	if !ok {
		problem(w, http.StatusNotFound, "There is nothing at this address.")
		return
	}
	w.Header().Set("Content-Type", a.mediaType)
	w.Header().Set("Cache-Control", "no-cache") // it is asked for again, and is then mostly unchanged
	w.Header().Set("ETag", a.tag)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.body))
}

//go:embed openapi.json
var openAPIDocument []byte

func openAPI(w http.ResponseWriter, _ *http.Request) {
	answer(w, "application/json", openAPIDocument)
}
