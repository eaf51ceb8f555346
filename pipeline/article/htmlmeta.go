package article

import (
	"encoding/json"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/factline/factline/extract"
)

// pageMetadata is what a page says of itself, in each of the ways in which
// pages say it.
type pageMetadata struct {
	meta     map[string]string // name, property or itemprop of <meta>, in small letters -> content, the first of each
	links    map[string]string // rel of <link> -> href
	articles []jsonArticle     // the articles of its JSON-LD, in their order
	byClass  []*html.Node      // elements that may hold a byline or a date, in their order
	times    []*html.Node      // <time> outside of what is not the article
	head     string            // <title>
	h1       string            // the first of them
}

func newPageMetadata(tree *html.Node) *pageMetadata {
	p := &pageMetadata{meta: map[string]string{}, links: map[string]string{}}
	p.visit(tree, false)
	return p
}

// visit collects metadata below a node; aside tells that it is inside of
// something that is not the article.
func (p *pageMetadata) visit(n *html.Node, aside bool) {
	if n.Type == html.ElementNode {
		aside = aside || isAside(n)
		p.element(n, aside)
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		p.visit(child, aside)
	}
}

func (p *pageMetadata) element(n *html.Node, aside bool) {
	switch n.Data {
	case "meta":
		for _, key := range []string{"property", "name", "itemprop"} {
			name, content := strings.ToLower(attribute(n, key)), oneLine(attribute(n, "content"))
			if _, have := p.meta[name]; !have && name != "" && content != "" {
				p.meta[name] = content
			}
		}
	case "link":
		p.links[strings.ToLower(attribute(n, "rel"))] = attribute(n, "href")
	case "title":
		if p.head == "" {
			p.head = oneLine(innerText(n))
		}
	case "h1":
		if p.h1 == "" && !aside {
			p.h1 = oneLine(innerText(n))
		}
	case "script":
		if strings.EqualFold(attribute(n, "type"), "application/ld+json") {
			p.articles = append(p.articles, jsonArticles(innerText(n))...)
		}
	case "time":
		if !aside {
			p.times = append(p.times, n)
		}
	}
	if !aside && (attribute(n, "rel") == "author" || attribute(n, "itemprop") != "" || attribute(n, "class") != "") {
		p.byClass = append(p.byClass, n)
	}
}

// isAside tells the elements that hold other articles, comments and menus.
func isAside(n *html.Node) bool {
	switch n.Data {
	case "aside", "nav", "footer":
		return true
	case "html", "body", "main", "article": // their classes tell what else is on the page
		return false
	}
	for class := range strings.FieldsSeq(strings.ToLower(attribute(n, "class") + " " + attribute(n, "id"))) {
		for _, prefix := range []string{"comment", "related", "sidebar", "recommend", "most-read", "popular"} {
			if strings.HasPrefix(class, prefix) {
				return true
			}
		}
	}
	return false
}

// jsonArticle is one article of JSON-LD (schema.org).
type jsonArticle struct {
	headline, author, published, body string
}

// jsonArticles returns the articles of a script of JSON-LD. What is no JSON
// holds none.
func jsonArticles(script string) (all []jsonArticle) {
	var value any
	if json.Unmarshal([]byte(strings.TrimSpace(script)), &value) != nil {
		return nil
	}
	var visit func(any)
	visit = func(value any) {
		switch v := value.(type) {
		case []any:
			for _, item := range v {
				visit(item)
			}
		case map[string]any:
			if isArticleType(v["@type"]) {
				all = append(all, jsonArticle{
					headline: oneLine(html.UnescapeString(textIn(v["headline"]))), author: namesIn(v["author"]),
					published: textIn(v["datePublished"]), body: strings.TrimSpace(html.UnescapeString(textIn(v["articleBody"]))),
				})
			}
			visit(v["@graph"])
			visit(v["mainEntity"])
		}
	}
	visit(value)
	return all
}

// isArticleType tells the types of schema.org that are articles: NewsArticle,
// BlogPosting, LiveBlogPosting ...
func isArticleType(value any) bool {
	switch v := value.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "Posting")
	case []any:
		for _, item := range v {
			if isArticleType(item) {
				return true
			}
		}
	}
	return false
}

func textIn(value any) string {
	s, _ := value.(string)
	return s
}

// namesIn returns the names of one author or many, each a text or an object.
func namesIn(value any) string {
	switch v := value.(type) {
	case string:
		return oneLine(html.UnescapeString(v))
	case map[string]any:
		return namesIn(v["name"])
	case []any:
		var names []string
		for _, item := range v {
			if name := namesIn(item); name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}

// fromJSON returns the first that the articles of JSON-LD have of something.
func (p *pageMetadata) fromJSON(get func(jsonArticle) string) string {
	for _, a := range p.articles {
		if s := get(a); s != "" {
			return s
		}
	}
	return ""
}

// fromMeta returns the content of the first <meta> that there is.
func (p *pageMetadata) fromMeta(names ...string) string {
	for _, name := range names {
		if content := p.meta[name]; content != "" {
			return content
		}
	}
	return ""
}

func (p *pageMetadata) title() string {
	title := p.fromJSON(func(a jsonArticle) string { return a.headline })
	if title == "" {
		title = p.fromMeta("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title")
	}
	if title == "" {
		title = p.h1
	}
	if title == "" {
		title = p.head
	}
	return p.withoutSite(title)
}

// withoutSite returns a title without the name of the site behind it. What
// stands behind the last divider is such a name when the page calls its site
// so, or when the headline on the page ends before it.
func (p *pageMetadata) withoutSite(title string) string {
	for _, divider := range []string{" | ", " - ", " – ", " — ", " :: "} {
		i := strings.LastIndex(title, divider)
		if i <= 0 {
			continue
		}
		front, site := strings.TrimSpace(title[:i]), strings.TrimSpace(title[i+len(divider):])
		if sameWords(site, p.meta["og:site_name"]) || sameWords(front, p.h1) || p.h1 == "" && divider == " | " {
			return front
		}
	}
	return title
}

func (p *pageMetadata) byline() string {
	byline := p.fromJSON(func(a jsonArticle) string { return a.author })
	if byline == "" {
		byline = p.fromMeta("author", "article:author", "og:article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "citation_author")
	}
	if byline = withoutBy(byline); isByline(byline) {
		return byline
	}
	for _, want := range []func(*html.Node) bool{
		func(n *html.Node) bool {
			return attribute(n, "itemprop") == "author" || attribute(n, "rel") == "author"
		},
		func(n *html.Node) bool {
			return holdsAny(strings.ToLower(attribute(n, "class")), "byline", "author-name", "article-author", "author", "writer")
		},
	} {
		for _, n := range p.byClass {
			if line := withoutBy(firstLine(innerText(n))); want(n) && isByline(line) {
				return line
			}
		}
	}
	return ""
}

// withoutBy returns "Ann Lee" for "By Ann Lee".
func withoutBy(line string) string {
	line = oneLine(line)
	for _, by := range []string{"written by ", "words by ", "story by ", "by "} {
		if len(line) > len(by) && strings.EqualFold(line[:len(by)], by) {
			line = line[len(by):]
			break
		}
	}
	return strings.Trim(line, " ,|•·")
}

// isByline tells names from addresses, and from paragraphs.
func isByline(line string) bool {
	const longest = 100
	return line != "" && utf8.RuneCountInString(line) <= longest && !strings.Contains(line, "://") && !strings.HasPrefix(line, "@")
}

// published returns the day on which a page says that it was published, or the
// one that stands in its address or below its headline.
func (p *pageMetadata) published(address string) (time.Time, extract.Origin) {
	said := []string{
		p.fromJSON(func(a jsonArticle) string { return a.published }),
		p.fromMeta("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published", "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "citation_publication_date", "date"),
	}
	for _, n := range p.byClass {
		if attribute(n, "itemprop") == "datePublished" {
			said = append(said, attribute(n, "datetime"), attribute(n, "content"), innerText(n))
		}
	}
	for _, n := range p.times {
		said = append(said, attribute(n, "datetime"))
	}
	for _, s := range said {
		if day, ok := dayIn(s); ok {
			return day, extract.FromMetadata
		}
	}
	for _, s := range p.hints(address) {
		if day, ok := dayIn(s); ok {
			return day, extract.FromInferred
		}
	}
	return time.Time{}, ""
}

// hints returns what may hold the day of publication of a page that does not
// say it: its address, then what looks like a line of a date.
func (p *pageMetadata) hints(address string) (all []string) {
	for _, a := range []string{address, p.links["canonical"], p.meta["og:url"]} {
		if u, err := url.Parse(a); err == nil {
			all = append(all, dayInPath(u.Path))
		}
	}
	for _, n := range p.times {
		all = append(all, innerText(n))
	}
	for _, n := range p.byClass {
		if holdsAny(strings.ToLower(attribute(n, "class")), "date", "time", "publish", "posted", "dateline", "byline") {
			if line := oneLine(innerText(n)); utf8.RuneCountInString(line) < 100 {
				all = append(all, line)
			}
		}
	}
	return all
}

// dayInPath returns "2021-03-04" for "/news/2021/03/04/cats".
func dayInPath(path string) string {
	parts := strings.Split(path, "/")
	for i := 0; i+2 < len(parts); i++ {
		if len(parts[i]) == 4 && len(parts[i+1]) <= 2 && len(parts[i+2]) <= 2 {
			day := parts[i] + "-" + twoDigits(parts[i+1]) + "-" + twoDigits(parts[i+2])
			if _, err := ParseDay(day); err == nil {
				return day
			}
		}
	}
	return ""
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// source returns the address that a page gives itself, or the name of its site.
func (p *pageMetadata) source() string {
	for _, address := range []string{p.links["canonical"], p.meta["og:url"]} {
		if isAddress(address) {
			return address
		}
	}
	return p.meta["og:site_name"]
}

// articleBody returns the text of the article that its JSON-LD holds.
func (p *pageMetadata) articleBody() string {
	return p.fromJSON(func(a jsonArticle) string { return a.body })
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// innerText returns the text below a node, of no more nodes than a line of
// metadata needs.
func innerText(n *html.Node) string {
	left := 200
	var b strings.Builder
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		left--
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for child := n.FirstChild; child != nil && left > 0; child = child.NextSibling {
			visit(child)
		}
		if n.Type == html.ElementNode && isBlock[n.Data] {
			b.WriteByte('\n')
		}
	}
	visit(n)
	return b.String()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// firstLine returns the first line that is not empty.
func firstLine(s string) string {
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			return line
		}
	}
	return ""
}

func holdsAny(s string, parts ...string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}
