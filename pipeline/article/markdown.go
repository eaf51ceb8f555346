package article

import (
	"path/filepath"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads one article of CommonMark with GitHub's tables. Its text is
// that of the paragraphs, headings, lists and tables; code, HTML, images and
// the addresses of links are no part of it. Front matter, lines of "key: value"
// between two lines of "---", tells the metadata.
func (r *reader) markdown(in *input) bool {
	source, err := r.all(in)
	if err != nil {
		return r.fail(in.name, err)
	}
	front, body := frontMatter(source)
	var row row
	for f := range fields {
		if f != fieldText {
			row[f] = front[r.Columns.frontKey(front, f)]
		}
	}
	row[fieldText] = markdownText([]byte(body))
	a, err := r.articleOf(row, "the date of the front matter")
	if err != nil {
		return r.fail(in.name, err)
	}
	a.ID = filepath.ToSlash(in.name)
	if a.Source == "" {
		a.Source = in.source
	}
	return r.article(a)
}

// frontKey returns the key of a field in front matter.
func (c Columns) frontKey(front map[string]string, f field) string {
	if name := c.named(f); name != "" {
		return name
	}
	for _, usual := range usualNames[f] {
		if front[usual] != "" {
			return usual
		}
	}
	return ""
}

// frontMatter returns the lines of "key: value" at the beginning of a source,
// with the keys in small letters, and the rest of it.
func frontMatter(source string) (map[string]string, string) {
	source = strings.ReplaceAll(source, "\r\n", "\n")
	head, ok := strings.CutPrefix(source, "---\n")
	if !ok {
		return nil, source
	}
	head, body, ok := strings.Cut(head, "\n---\n")
	if !ok {
		return nil, source
	}
	front := map[string]string{}
	for line := range strings.SplitSeq(head, "\n") {
		key, value, ok := strings.Cut(line, ":")
		if ok && !strings.HasPrefix(key, " ") {
			front[strings.ToLower(key)] = strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	return front, body
}

// markdownText returns the text of a source, a blank line between its blocks.
func markdownText(source []byte) string {
	parser := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()
	m := markdownWriter{source: source}
	// Its walker returns only errors of its own.
	_ = ast.Walk(parser.Parse(text.NewReader(source)), m.visit)
	return strings.TrimSpace(m.String())
}

// markdownWriter writes the text of a tree of Markdown.
type markdownWriter struct {
	strings.Builder
	source []byte
}

func (m *markdownWriter) visit(node ast.Node, entering bool) (ast.WalkStatus, error) {
	switch n := node.(type) {
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock, *ast.RawHTML, *ast.Image:
		return ast.WalkSkipChildren, nil
	case *ast.Text:
		if entering {
			m.Write(unescaped(n.Value(m.source)))
			switch {
			case n.HardLineBreak():
				m.WriteByte('\n')
			case n.SoftLineBreak():
				m.WriteByte(' ')
			}
		}
	case *ast.String:
		if entering {
			m.Write(n.Value)
		}
	case *ast.AutoLink:
		if entering {
			m.Write(n.Label(m.source))
		}
	case *extast.TableCell:
		if entering && node.PreviousSibling() != nil {
			m.WriteString("\t")
		}
	case *extast.TableRow, *extast.TableHeader, *ast.TextBlock:
		if !entering {
			m.end("\n")
		}
	case *ast.Paragraph, *ast.Heading, *ast.List, *extast.Table:
		if !entering {
			m.end("\n\n")
		}
	}
	return ast.WalkContinue, nil
}

// end ends a block, unless the end of a block inside it did so.
func (m *markdownWriter) end(with string) {
	if have := m.String(); have != "" && !strings.HasSuffix(have, with) {
		m.WriteString(strings.TrimPrefix(with, have[len(strings.TrimRight(have, "\n")):]))
	}
}

// unescaped returns what "\*" and "&amp;" stand for.
func unescaped(b []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(b)))
}
