package timex_test

import (
	"testing"
	"time"

	"github.com/factline/factline/extract"
)

func TestDateline(t *testing.T) {
	const body = "\n\nThe firm said on Wednesday that it had paid its debts. Its shares rose."
	for _, row := range []struct{ text, published, reason string }{
		{"Firm pays its debts\n\nJuly 10, 2020" + body, "2020-07-10", "a line of its own"},
		{"Firm pays its debts\n\nFriday, 10 July 2020" + body, "2020-07-10", "with its day of the week"},
		{"Firm pays its debts\n\nPublished: 10 July 2020 at 9:30 am BST" + body, "2020-07-10", "with a time"},
		{"Firm pays its debts\n\nPublished 10 July 2020, updated 12 July 2020" + body, "2020-07-10", "the first of two"},
		{"Firm pays its debts\nBy Jane Roe | July 10, 2020" + body, "2020-07-10", "behind a byline"},
		{"Firm pays its debts\n\n2020-07-10" + body, "2020-07-10", "in digits"},
		{"LONDON, July 10, 2020 (Reuters) - The firm said on Wednesday that it had paid its debts.", "2020-07-10", "before the first sentence"},
		{"Firm pays its debts\n\nLast updated on Fri 10 Jul 2020 14.32 BST" + body, "2020-07-10", "with a time with a point"},
		{"Firm pays its debts\n\nUpdated 1515 GMT (2315 HKT) July 10, 2020" + body, "2020-07-10", "behind times of four digits"},
		{"Firm pays its debts\n\n10 July 2020 by Jane Roe" + body, "2020-07-10", "before a byline"},
		{"Firm pays its debts\n\nGeneva, 10 July 2020 – The firm said on Wednesday that it had paid.", "2020-07-10", "behind a place, before a dash"},
		{"Firm pays its debts\n\n(Reuters) July 10, 2020 - The firm said on Wednesday that it had paid.", "2020-07-10", "behind an agency"},
		{"Firm pays its debts\n\nOn July 10, 2020 – a Friday – the firm paid.", "", "a date told, between dashes"},
		{"Firm pays its debts\n\nThe July 10, 2020-dated letter said that it had paid.", "", "a date glued to a word"},
		{"LONDON, July 10 (Reuters) - The firm said on Wednesday that it had paid its debts.", "", "no year"},
		{"The attacks of September 11, 2001" + body, "", "a headline about a date"},
		{"September 11, 2001, changed us" + body, "", "a headline that begins with a date"},
		{"Firm pays its debts\n\n10/7/2020" + body, "", "either way round"},
		{"Firm pays its debts\n\nJuly 2020" + body, "", "no day"},
		{"The firm was founded on July 10, 2020. It said so." + body, "", "a date in the text"},
		{"", "", "no text"},
	} {
		doc := read(row.text, time.Time{})
		got := ""
		if !doc.Published.IsZero() {
			got = doc.Published.Format(time.DateOnly)
		}
		if got != row.published {
			t.Errorf("%s: %q is published %q, want %q", row.reason, row.text, got, row.published)
		}
		if (doc.PublishedFrom == extract.FromDateline) != (row.published != "") {
			t.Errorf("%s: published from %q", row.reason, doc.PublishedFrom)
		}
	}
}

// TestDatelineGivesWay: a day known from outside wins, and weekdays are counted
// from the day of the date line when there is none.
func TestDatelineGivesWay(t *testing.T) {
	const text = "Firm pays its debts\n\nJuly 10, 2020\n\nThe firm said on Wednesday that it had paid its debts."
	doc := read(text, friday.AddDate(0, 0, 7))
	if last := doc.Timexes[len(doc.Timexes)-1]; last.Value != "2020-07-15" {
		t.Errorf("Wednesday before 2020-07-17 is %s", last.Value)
	}
	doc = read(text, time.Time{})
	if last := doc.Timexes[len(doc.Timexes)-1]; last.Value != "2020-07-08" {
		t.Errorf("Wednesday before the date line is %s", last.Value)
	}
}
