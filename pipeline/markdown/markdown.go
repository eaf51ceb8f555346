// Package markdown writes a claims file as a note (CommonMark): what a reporter
// pastes into a document to check one claim after the other.
//
//	# Amazon tells staff to delete TikTok
//
//	2020-07-10, BBC News, `amazon-tiktok.txt`
//
//	1. **\[TikTok\] had removed 49 million videos in the second half of 2019**
//	   - TikTok (revealed)
//	   - 49 million videos = 49,000,000
//	   - the second half of 2019 = 2019-H2
//	   - characters 1462–1557 of the article
//
// The words are the article's; characters that Markdown would take for markup
// have a backslash before them.
package markdown

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/wording"
)

// Encode writes one claims file, with an empty line at the end.
func Encode(w io.Writer, f *claimsfile.File) error {
	out := bufio.NewWriter(w) // it keeps the first error for the end
	head(out, f.Article)
	if len(f.Claims) == 0 {
		out.WriteString("No claims.\n")
	}
	for i, c := range f.Claims {
		claim(out, f, c, i+1)
	}
	out.WriteByte('\n')
	return out.Flush()
}

func head(out *bufio.Writer, a claimsfile.Article) {
	fmt.Fprintf(out, "# %s\n\n", escape(cmp.Or(a.Title, a.ID)))
	var facts []string
	for _, fact := range []string{a.Published, a.Byline, a.Source} {
		if fact != "" {
			facts = append(facts, escape(fact))
		}
	}
	if a.Title != "" && a.ID != a.Source {
		facts = append(facts, escape(a.ID))
	}
	if len(facts) > 0 {
		fmt.Fprintf(out, "%s\n\n", strings.Join(facts, ", "))
	}
}

// claim writes one item of the list with what one must know of the claim.
func claim(out *bufio.Writer, f *claimsfile.File, c claimsfile.Claim, number int) {
	marker := fmt.Sprintf("%d. ", number)
	indent := strings.Repeat(" ", len(marker))
	fmt.Fprintf(out, "%s**%s**\n", marker, escape(c.Statement))
	detail := func(text string) { fmt.Fprintf(out, "%s- %s\n", indent, escape(text)) }
	if speakers := wording.SaidBy(f, c); len(speakers) > 0 {
		detail(strings.Join(speakers, ", "))
	}
	for _, text := range wording.Caveats(c) {
		detail(text)
	}
	for _, check := range c.Checks {
		detail(wording.Check(f, check))
	}
	for _, text := range wording.Figures(f.QuantitiesOf(c), f.DatesOf(c)) {
		detail(text)
	}
	detail(fmt.Sprintf("%s, characters %d–%d of the article", c.ID, c.Start, c.End))
}

// escape returns text on one line with a backslash before everything that could
// be markup. Control characters are left out.
func escape(text string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			continue
		}
		if strings.ContainsRune("\\`*_[]<>#|~&$", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return leading(b.String())
}

// leading escapes what is markup only at the beginning of a line: "- ", "+ ",
// "1. ", "1) ", "=".
func leading(line string) string {
	switch digits := strings.TrimLeft(line, "0123456789"); {
	case line == "":
		return line
	case strings.ContainsRune("-+=", rune(line[0])):
		return "\\" + line
	case len(digits) < len(line) && digits != "" && (digits[0] == '.' || digits[0] == ')'):
		return line[:len(line)-len(digits)] + "\\" + digits
	}
	return line
}
