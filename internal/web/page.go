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
const accepted = ".txt,.html,.htm,.md,.docx,.pdf,.json,.jsonl,.csv,.gz"

func (s *Server) page() view.Page {
	return view.Page{Accept: accepted, Fetch: s.options.Fetch != nil}
}

func (s *Server) form(w http.ResponseWriter, _ *http.Request) {
	s.write(w, http.StatusOK, s.page())()
}

// write returns what writes a page.
func (s *Server) write(w http.ResponseWriter, status int, page view.Page) func() {
	var b bytes.Buffer
	if err := page.Write(&b); err != nil {
		return func() { problem(w, http.StatusInternalServerError, "The page cannot be shown.") }
	}
	return func() {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(status)
		// An error of writing is one of a sender who is gone.
		_, _ = w.Write(b.Bytes())
	}
}

// fail returns what answers with an error, in the form that the request asks
// for: to the page, its script, or a program.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) func() {
	return s.failIn(s.page(), w, r, err)
}

// failIn is fail with the page that shows the error to a person.
func (s *Server) failIn(page view.Page, w http.ResponseWriter, r *http.Request, err error) func() {
	f := s.failureOf(err)
	switch {
	case wantsLines(r):
		return func() {
			w.Header().Set("Content-Type", lines)
			w.WriteHeader(f.status)
			_ = json.NewEncoder(w).Encode(map[string]string{"problem": f.detail})
		}
	case r.URL.Path == "/":
		page.Problem = f.detail
		return s.write(w, f.status, page)
	}
	return func() { problem(w, f.status, f.detail) }
}

// lines is the media type of progress: an object of JSON on each line.
const lines = "application/x-ndjson"

func wantsLines(r *http.Request) bool { return r.Header.Get("Accept") == lines }

// read answers the form: with the page of the article, or for the script of the
// page with lines that tell how far the work is, and then the page's main part.
func (s *Server) read(w http.ResponseWriter, r *http.Request) func() {
	ctx, cancel := context.WithTimeout(r.Context(), s.options.Timeout)
	defer cancel()
	f, err := parseForm(r)
	if err != nil {
		return s.fail(w, r, err)
	}
	page := s.page()
	page.Given = f.given()
	a, more, err := s.formArticle(ctx, f)
	if err != nil {
		return s.failIn(page, w, r, err)
	}
	if more {
		page.Note = severalArticles
	}
	if wantsLines(r) {
		return s.readWatched(ctx, w, a, page)
	}
	if page.View, err = s.view(ctx, a, func(extract.Stage) {}); err != nil {
		return s.failIn(page, w, r, err)
	}
	return s.write(w, http.StatusOK, page)
}

const severalArticles = "This holds several articles, of which the first is shown. The command factline report shows all of them."

func (s *Server) view(ctx context.Context, a extract.Article, watch func(extract.Stage)) (*view.View, error) {
	file, err := s.run(ctx, a, watch)
	if err != nil {
		return nil, err
	}
	return view.New(file, view.Options{Server: true})
}

// readWatched answers with a line for each stage that begins, and then the page.
func (s *Server) readWatched(ctx context.Context, w http.ResponseWriter, a extract.Article, page view.Page) func() {
	w.Header().Set("Content-Type", lines)
	out := json.NewEncoder(w)
	flush := http.NewResponseController(w)
	stages, done := len(s.pipeline.Stages()), 0
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
	last := map[string]string{"main": b.String(), "title": page.Title()}
	if err != nil {
		last = map[string]string{"problem": s.failureOf(err).detail}
	}
	return func() { _ = out.Encode(last) }
}

// endings are what the names of downloads end in.
var endings = map[string]string{"json": ".claims.json", "csv": ".csv"}

// download answers with the claims file that the page holds, in another form.
func (s *Server) download(w http.ResponseWriter, r *http.Request) func() {
	f, err := parseForm(r)
	if err != nil {
		return s.fail(w, r, err)
	}
	claims := f.values["claims"]
	if err := claimsfile.Validate([]byte(claims)); err != nil {
		return s.fail(w, r, failf(http.StatusBadRequest, "This is not a valid claims file."))
	}
	file, err := claimsfile.Decode(strings.NewReader(claims))
	if err != nil {
		return s.fail(w, r, err)
	}
	name := f.values["format"]
	mediaType, ending, body := resultTypes[name], endings[name], []byte(nil)
	if name == "report" {
		var b bytes.Buffer
		mediaType, ending = "text/html; charset=utf-8", ".html"
		err = view.WriteReport(&b, []*claimsfile.File{file})
		body = b.Bytes()
	} else {
		body, err = inFormat(file, name)
	}
	if err != nil {
		return s.fail(w, r, err)
	}
	return func() {
		w.Header().Set("Content-Disposition", `attachment; filename="`+view.FileName(file.Article.ID)+ending+`"`)
		answer(w, mediaType, body)
	}
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
			return nil, unread(err, "The form is malformed or came too slowly.")
		}
		f.add(part, b)
	}
	return nil, failf(http.StatusBadRequest, "The form has too many parts.")
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

// formArticle returns the article of the form: its file, else what stands at
// its address, else its text; and whether there are more.
func (s *Server) formArticle(ctx context.Context, f *form) (extract.Article, bool, error) {
	m := metadata{title: f.values["title"], source: f.values["source"], published: f.values["published"]}
	text, address := f.values["text"], strings.TrimSpace(f.values["url"])
	switch {
	case len(f.file) > 0:
		options := article.Options{}
		if strings.EqualFold(path.Ext(f.fileName), ".json") {
			options.Format = article.JSONL
		}
		return s.articleOf(f.fileName, f.file, options, m)
	case address != "":
		return s.fetched(ctx, address, m)
	case strings.TrimSpace(text) != "":
		return s.articleOf(article.Stdin, []byte(text), article.Options{Format: article.Text, Encoding: article.UTF8}, m)
	}
	return extract.Article{}, false, failf(http.StatusBadRequest, "Paste the text of an article, or choose a file.")
}
