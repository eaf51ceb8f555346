package wording

import (
	"testing"

	"github.com/factline/factline/pipeline/claimsfile"
)

func TestQuantity(t *testing.T) {
	x, y := 3200.5, 1.0
	unit := func(name, symbol, dimension string) *claimsfile.Unit {
		return &claimsfile.Unit{Name: name, Symbol: symbol, Dimension: dimension}
	}
	tests := []struct {
		reason, want string
		q            claimsfile.Quantity
	}{
		{"a count has no unit", "n = 3,200.5", claimsfile.Quantity{Value: &x}},
		{"one meaning is written once", "3,200.5", claimsfile.Quantity{Value: &x, Place: claimsfile.Place{Text: "3,200.5"}}},
		{"money before", "n = £3,200.5", claimsfile.Quantity{Value: &x, Unit: unit("pound sterling", "£", "currency")}},
		{"money for each", "n = €1 to €3,200.5/t", claimsfile.Quantity{Low: &y, High: &x, Unit: unit("euro per tonne", "€/t", "price")}},
		{"small coins after", "n = 1p", claimsfile.Quantity{Value: &y, Unit: unit("penny", "p", "currency")}},
		{"money of several letters", "n = Rs 1", claimsfile.Quantity{Value: &y, Unit: unit("Indian rupee", "Rs", "currency")}},
		{"money with a sign", "n = S/1", claimsfile.Quantity{Value: &y, Unit: unit("Peruvian sol", "S/", "currency")}},
		{"small coins for each", "n = 1p/share", claimsfile.Quantity{Value: &y, Unit: unit("penny per share", "p/share", "currency")}},
		{"money of several letters for each", "n = Rs 1/share", claimsfile.Quantity{Value: &y, Unit: unit("Indian rupee per share", "Rs/share", "currency")}},
		{"ages", "n = 3,200.5 years of age", claimsfile.Quantity{Value: &x, Unit: unit("year of age", "", "age")}},
		{"cents after", "n = 1¢", claimsfile.Quantity{Value: &y, Unit: unit("cent", "¢", "currency")}},
		{"cents for each", "n = 1¢/share", claimsfile.Quantity{Value: &y, Unit: unit("cent per share", "¢/share", "currency")}},
		{"percent", "n = 3,200.5% up", claimsfile.Quantity{Value: &x, Trend: "up", Unit: unit("percent", "%", "ratio")}},
		{"a symbol of letters", "n = up to 1 km", claimsfile.Quantity{High: &y, Unit: unit("kilometre", "km", "length")}},
		{"a degree", "n = from 1 °C", claimsfile.Quantity{Low: &y, Unit: unit("degree Celsius", "°C", "temperature")}},
		{"points in words", "n = 1 to 3,200.5 percentage points", claimsfile.Quantity{Low: &y, High: &x, Unit: unit("percentage point", "pp", "points")}},
		{"time in words", "n = at least 3,200.5 years", claimsfile.Quantity{Value: &x, Modifier: "at_least", Unit: unit("year", "yr", "time")}},
		{"one of a time", "n = 1 century", claimsfile.Quantity{Value: &y, Unit: unit("century", "", "time")}},
		{"many of it", "n = 3,200.5 centuries", claimsfile.Quantity{Value: &x, Unit: unit("century", "", "time")}},
		{"days", "n = 3,200.5 days per week", claimsfile.Quantity{Value: &x, Unit: unit("day per week", "", "time")}},
		{"a score is no number", "2-1", claimsfile.Quantity{Place: claimsfile.Place{Text: "2-1"}}},
	}
	for _, tt := range tests {
		if tt.q.Text == "" {
			tt.q.Text = "n"
		}
		if tt.q.Modifier == "" {
			tt.q.Modifier = "exact"
		}
		if got := Quantity(tt.q); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

func TestDate(t *testing.T) {
	tests := []struct{ reason, value, mod, want string }{
		{"a day", "2020-07-06", "", "t = 2020-07-06"},
		{"a part of it", "2020-05", "START", "t = start of 2020-05"},
		{"a year that nobody tells", "XXXX-07-10", "", "t = XXXX-07-10, unresolved"},
		{"a weekday that nobody tells", "XXXX-WXX-2", "", "t = XXXX-WXX-2, unresolved"},
		{"now", "PRESENT_REF", "", "t"},
		{"days", "P3D", "APPROX", "t = about 3 days"},
		{"a month", "P1M", "", "t = 1 month"},
		{"minutes", "PT27.5M", "", "t = 27.5 minutes"},
		{"more than one unit", "P1Y6M", "", "t = P1Y6M"},
		{"an unknown number", "PXY", "", "t = PXY"},
		{"no such unit", "P3Q", "", "t = P3Q"},
		{"nothing", "P", "", "t = P"},
	}
	for _, tt := range tests {
		d := claimsfile.Date{Place: claimsfile.Place{Text: "t"}, Value: tt.value, Mod: tt.mod}
		if got := Date(d); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// TestBothDuration: a duration is a quantity and a date, and shown once, in the order of the text.
func TestBothDuration(t *testing.T) {
	place := claimsfile.Place{Start: 3, End: 15, Text: "three months"}
	x := 3.0
	got := Figures(
		[]claimsfile.Quantity{{Place: place, Kind: "duration", Modifier: "exact", Value: &x, Unit: &claimsfile.Unit{Name: "month", Dimension: "time"}}},
		[]claimsfile.Date{{Place: place, Type: "DURATION", Value: "P3M"}, {Place: claimsfile.Place{Text: "Monday"}, Value: "2020-07-06"}},
	)
	if len(got) != 2 || got[0] != "Monday = 2020-07-06" || got[1] != "three months = 3 months" {
		t.Errorf("%q", got)
	}
}

func TestSameName(t *testing.T) {
	tests := []struct {
		reason, words, name string
		want                bool
	}{
		{"the surname alone", "Mr Smith", "John Smith", true},
		{"the name inside", "A TikTok spokesperson", "TikTok", true},
		{"a pronoun", "He", "John Smith", false},
		{"a pronoun that is part of the name's letters", "he", "Theresa May", false},
		{"a nominal", "The company", "The Guardian", false},
		{"a genitive", "TikTok's owner", "TikTok", true},
	}
	for _, tt := range tests {
		if got := sameName(tt.words, tt.name); got != tt.want {
			t.Errorf("%s: %v", tt.reason, got)
		}
	}
}
