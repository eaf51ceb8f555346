package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"path"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/web/view"
	"github.com/factline/factline/pipeline/article"
	"github.com/factline/factline/pipeline/claimsfile"
)

// accepted are the names of files that the form takes.
const accepted = ".txt,.json"

func (s *Server) page() view.Page { return view.Page{Accept: accepted} }

func (s *Server) form(w http.ResponseWriter, _ *http.Request) {
	s.write(w, http.StatusOK, s.page())
}

func (s *Server) write(w http.ResponseWriter, status int, page view.Page) {
	var b bytes.Buffer
	if err := page.Write(&b); err != nil {
		problem(w, http.StatusInternalServerError, "The page cannot be shown.")
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	// An error of writing is one of a sender who is gone.
	_, _ = w.Write(b.Bytes())
}

// fail answers with an error in the form that the request asks for: to the
// page, its script, or a program.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	f := s.failureOf(err)
	switch {
	case wantsLines(r):
		w.Header().Set("Content-Type", lines)
		w.WriteHeader(f.status)
		_ = json.NewEncoder(w).Encode(map[string]string{"problem": f.detail})
	case r.URL.Path == "/":
		page := s.page()
		page.Problem = f.detail
		s.write(w, f.status, page)
	default:
		problem(w, f.status, f.detail)
	}
}

// lines is the media type of progress: an object of JSON on each line.
const lines = "application/x-ndjson"

func wantsLines(r *http.Request) bool { return r.Header.Get("Accept") == lines }

// read answers the form: with the page of the article, or for the script of the
// page with lines that tell how far the work is, and then the page's main part.
func (s *Server) read(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), s.options.Timeout)
	defer cancel()
	f, err := parseForm(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	page := s.page()
	page.Given = f.given()
	a, err := s.formArticle(f)
	if err == nil && wantsLines(r) {
		s.readWatched(ctx, w, a)
		return
	}
	if err == nil {
		page.View, err = s.view(ctx, a, func(extract.Stage) {})
	}
	if err != nil {
		if wantsLines(r) {
			s.fail(w, r, err)
			return
		}
		failure := s.failureOf(err)
		page.Problem = failure.detail
		s.write(w, failure.status, page)
		return
	}
	s.write(w, http.StatusOK, page)
}

func (s *Server) view(ctx context.Context, a extract.Article, watch func(extract.Stage)) (*view.View, error) {
	file, err := s.run(ctx, a, watch)
	if err != nil {
		return nil, err
	}
	return view.New(file, view.Options{Server: true})
}

// readWatched answers with a line for each stage that begins, and then the page.
func (s *Server) readWatched(ctx context.Context, w http.ResponseWriter, a extract.Article) {
	w.Header().Set("Content-Type", lines)
	out := json.NewEncoder(w)
	flush := http.NewResponseController(w)
	stages, done := len(s.pipeline.Stages()), 0
	page := s.page()
	var err error
	page.View, err = s.view(ctx, a, func(stage extract.Stage) {
		_ = out.Encode(map[string]any{"stage": stage.Name, "done": done, "of": stages})
		_ = flush.Flush() // a writer that cannot only tells less
		done++
	})
	var b bytes.Buffer
	if err == nil {
		err = page.WriteMain(&b)
	}
	if err != nil {
		_ = out.Encode(map[string]string{"problem": s.failureOf(err).detail})
		return
	}
	_ = out.Encode(map[string]string{"main": b.String(), "title": page.Title()})
}

// download answers with the claims file that the page holds, in another form.
func (s *Server) download(w http.ResponseWriter, r *http.Request) {
	f, err := parseForm(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	claims := f.values["claims"]
	if err := claimsfile.Validate([]byte(claims)); err != nil {
		s.fail(w, r, failf(http.StatusBadRequest, "This is not a valid claims file."))
		return
	}
	file, err := claimsfile.Decode(strings.NewReader(claims))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	var b bytes.Buffer
	mediaType, ending := "application/json", ".claims.json"
	switch f.values["format"] {
	case "json":
		err = claimsfile.Encode(&b, file)
	case "report":
		mediaType, ending = "text/html; charset=utf-8", ".html"
		err = view.WriteReport(&b, []*claimsfile.File{file})
	default:
		err = failf(http.StatusBadRequest, "The format must be json or report.")
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Disposition", `attachment; filename="`+view.FileName(file.Article.ID)+ending+`"`)
	answer(w, mediaType, b.Bytes())
}

// form is what a form was filled in with. Files stay in memory.
type form struct {
	values   map[string]string
	file     []byte
	fileName string
}

// maxParts is more than the form has.
const maxParts = 20

func parseForm(r *http.Request) (*form, error) {
	reader, err := r.MultipartReader()
	if err != nil {
		return nil, failf(http.StatusUnsupportedMediaType, "The content type must be multipart/form-data.")
	}
	f := &form{values: map[string]string{}}
	for range maxParts {
		part, err := reader.NextPart()
		if errors.Is(err, io.EOF) {
			return f, nil
		}
		var b []byte
		if err == nil {
			b, err = io.ReadAll(part)
		}
		if err != nil {
			return nil, malformed(err)
		}
		f.add(part, b)
	}
	return nil, failf(http.StatusBadRequest, "The form has too many parts.")
}

func malformed(err error) error {
	var body *http.MaxBytesError
	if errors.As(err, &body) {
		return err
	}
	return failf(http.StatusBadRequest, "The form is malformed or came too slowly.")
}

func (f *form) add(part *multipart.Part, b []byte) {
	if part.FormName() == "file" {
		f.file, f.fileName = b, path.Base(strings.ReplaceAll(part.FileName(), `\`, "/"))
		return
	}
	// A browser sends the lines of a field with ends that were not typed.
	f.values[part.FormName()] = strings.ReplaceAll(string(b), "\r\n", "\n")
}

func (f *form) given() view.Given {
	return view.Given{
		Text: f.values["text"], URL: f.values["url"], Published: f.values["published"],
		Title: f.values["title"], Source: f.values["source"],
	}
}

// formArticle returns the article of the form: its file, else its text.
func (s *Server) formArticle(f *form) (extract.Article, error) {
	m := metadata{title: f.values["title"], source: f.values["source"], published: f.values["published"]}
	switch text := f.values["text"]; {
	case len(f.file) > 0:
		m.id = f.fileName
		format, body := article.Text, f.file
		if strings.EqualFold(path.Ext(f.fileName), ".json") {
			format = article.JSONL
			var row bytes.Buffer
			if err := json.Compact(&row, body); err != nil {
				return extract.Article{}, failf(http.StatusBadRequest, "The file is not JSON: %v.", err)
			}
			body = row.Bytes()
		}
		return s.articleOf(body, article.Options{Format: format}, m)
	case strings.TrimSpace(text) != "":
		return s.articleOf([]byte(text), article.Options{Format: article.Text, Encoding: article.UTF8}, m)
	}
	return extract.Article{}, failf(http.StatusBadRequest, "Paste the text of an article, or choose a file.")
}
