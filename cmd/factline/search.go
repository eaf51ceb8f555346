package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factline/factline/internal/store"
	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/csv"
	"github.com/factline/factline/pipeline/format"
	"github.com/factline/factline/pipeline/row"
	"github.com/factline/factline/pipeline/table"
)

// lookup is the flags of search and timeline.
type lookup struct {
	query        store.Query
	kind         choice
	since, until day
	limit        int
	format       choice
}

// rowFormats are the formats that rows can be written in.
var rowFormats = []string{"table", "json", "jsonl", "csv"}

// addTo gives the flags to a command; days is what --since and --until bound.
func (l *lookup) addTo(c *cobra.Command, days string, limit int) {
	l.kind.of = store.Kinds()
	l.format = choice{rowFormats[0], rowFormats}
	c.Flags().StringVar(&l.query.Entity, "entity", "", "`NAME` of somebody or something in the claim")
	c.Flags().StringVar(&l.query.Speaker, "speaker", "", "`NAME` of who says it")
	choiceFlag(c, &l.kind, "kind", "a kind of number that the claim has")
	c.Flags().Var(&l.since, "since", "the first day of "+days)
	c.Flags().Var(&l.until, "until", "the last day of "+days)
	c.Flags().Float64Var(&l.query.MinScore, "min-score", 0, "the lowest `SCORE`, 0 to 1, of how much a claim is worth checking")
	c.Flags().IntVar(&l.limit, "limit", limit, "how many `N` results at most; 0 is all")
	choiceFlag(c, &l.format, "format", "how to write the results")
}

func searchCommand() *cobra.Command {
	var l lookup
	c := &cobra.Command{
		Use:   "search DB [WORD]...",
		Short: "Find claims in a store",
		Long: `Find the claims of a store that have all the given words, in any of their forms ("remove" finds
"removed"), the best match first. Words in quotation marks must follow one another. Without
words, the claims that are most worth checking come first.`,
		Example: `  factline search news.db tiktok videos --kind count
  factline search news.db '"content rules"' --speaker TikTok --format csv
  factline search news.db --entity "Leeds Crown Court" --since 2020-07-01`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return l.search(c, args) },
	}
	l.addTo(c, "publication", 20)
	return c
}

func (l *lookup) search(c *cobra.Command, args []string) error {
	s, err := l.open(c, args)
	if err != nil {
		return fail(err)
	}
	defer s.Close()
	rows, err := s.Search(c.Context(), l.query)
	if err != nil {
		return fail(err)
	}
	return l.write(c, rows, []string{"ARTICLE", "SAID BY", "CLAIM"}, rows, func(i int) [][]string {
		return [][]string{articleOf(rows[i]), saidBy(rows[i]), claimOf(rows[i])}
	})
}

func timelineCommand() *cobra.Command {
	var l lookup
	c := &cobra.Command{
		Use:   "timeline DB [WORD]...",
		Short: "Show the claims of a store in the order of the times that they tell of",
		Long: `Show the claims of a store that have a date whose place in time is known, in the order of time.
A claim with several dates comes with each. Words and flags choose claims as for search.`,
		Example: `  factline timeline news.db --entity TikTok --since 2019-01-01`,
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(c *cobra.Command, args []string) error { return l.timeline(c, args) },
	}
	l.addTo(c, "the time that a claim tells of", 0)
	return c
}

func (l *lookup) timeline(c *cobra.Command, args []string) error {
	s, err := l.open(c, args)
	if err != nil {
		return fail(err)
	}
	defer s.Close()
	events, err := s.Timeline(c.Context(), l.query)
	if err != nil {
		return fail(err)
	}
	rows := make([]row.Row, len(events))
	for i, e := range events {
		rows[i] = e.Claim
	}
	return l.write(c, events, []string{"WHEN", "ARTICLE", "CLAIM"}, rows, func(i int) [][]string {
		return [][]string{{when(events[i].Date)}, articleOf(rows[i]), append(claimOf(rows[i]), "said by "+strings.Join(saidBy(rows[i]), " "))}
	})
}

// open opens the store and completes the query.
func (l *lookup) open(c *cobra.Command, args []string) (*store.Store, error) {
	l.query.Text = strings.Join(args[1:], " ")
	l.query.Kind, l.query.Limit = l.kind.value, l.limit
	l.query.Since, l.query.Until = l.since.Time, l.until.Time
	return store.Open(c.Context(), args[0])
}

// write writes results: all of them for JSON, as rows of claims for CSV, or the
// cells that show each in a terminal.
func (l *lookup) write(c *cobra.Command, results any, heading []string, rows []row.Row, cells func(int) [][]string) error {
	out := &output{Writer: c.OutOrStdout()}
	var err error
	switch l.format.value {
	case "csv":
		if err = csv.EncodeHeader(out); err == nil {
			err = csv.EncodeRows(out, rows)
		}
	case "json", "jsonl":
		err = encodeEach(out, results, l.format.value == "json")
	default:
		shown := make([][][]string, len(rows))
		for i := range rows {
			shown[i] = cells(i)
		}
		if len(rows) == 0 {
			_, err = io.WriteString(out, "nothing found\n")
			break
		}
		err = table.EncodeList(out, heading, shown, table.Options{Width: out.width(), Color: out.color()})
	}
	if err != nil {
		return fail(out.named(err))
	}
	return nil
}

// encodeEach writes the items of a list as JSON objects one after another.
func encodeEach(w io.Writer, results any, indent bool) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	if indent {
		encoder.SetIndent("", "  ")
	}
	switch results := results.(type) {
	case []row.Row:
		return encodeAll(encoder, results)
	case []store.Event:
		return encodeAll(encoder, results)
	}
	return fmt.Errorf("cannot write %T", results)
}

func encodeAll[T any](encoder *json.Encoder, results []T) error {
	for _, r := range results {
		if err := encoder.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

func articleOf(r row.Row) []string {
	name := r.ArticleID
	if r.Title != "" {
		name = r.Title
	}
	lines := []string{name}
	if r.Published != "" {
		lines = append(lines, r.Published)
	}
	return append(lines, r.ClaimID)
}

func saidBy(r row.Row) []string {
	var lines []string
	for _, s := range r.Speakers {
		line := s.Speaker
		if line == "" {
			line = "somebody"
		}
		if s.Cue != "" {
			line += " (" + s.Cue + ")"
		}
		lines = append(lines, line)
	}
	if lines == nil {
		return []string{"the article"}
	}
	return lines
}

func claimOf(r row.Row) []string {
	lines := []string{r.Statement}
	if r.Polarity == "negative" {
		lines = append(lines, r.Polarity)
	}
	if r.Modality != "asserted" {
		lines = append(lines, r.Modality)
	}
	return append(lines, "score "+strconv.FormatFloat(r.Score, 'f', -1, 64))
}

// when writes the time of an event: "2020-07-06" for one day, otherwise its
// first moment and the first one after it.
func when(d row.Date) string {
	if d.Value == d.Begin || d.Value != "" && !strings.ContainsAny(d.Value, "X_") && !strings.HasPrefix(d.Value, "P") {
		return d.Value
	}
	return d.Begin + "/" + d.Until
}

func exportCommand() *cobra.Command {
	f := choice{"jsonl", format.NamesOfFiles()}
	var name string
	c := &cobra.Command{
		Use:   "export DB",
		Short: "Write the claims files of a store",
		Long: `Write the claims files of a store in the order in which they were added, in any format of
"factline extract" but conllu.`,
		Example: `  factline export news.db --format parquet --output claims.parquet`,
		Args:    cobra.ExactArgs(1),
		RunE:    func(c *cobra.Command, args []string) error { return export(c, args[0], f.value, name) },
	}
	choiceFlag(c, &f, "format", "how to write the results")
	c.Flags().StringVarP(&name, "output", "o", "", "write to this `FILE`, or to files of this folder (default: standard output)")
	return c
}

func export(c *cobra.Command, db, formatName, name string) error {
	s, err := store.Open(c.Context(), db)
	if err != nil {
		return fail(err)
	}
	defer s.Close()
	f, _ := format.ByName(formatName)
	out, err := openSink(name, c.OutOrStdout(), f)
	if err != nil {
		return fail(err)
	}
	defer out.discard()
	options := format.Options{Table: out.look()}
	err = s.Files(c.Context(), func(file *claimsfile.File) error {
		part, err := f.File(file, options)
		if err != nil {
			return err
		}
		return out.write(file.Article.ID, part)
	})
	if err == nil {
		err = out.commit()
	}
	if err != nil {
		return fail(err)
	}
	return nil
}
