package compare

import (
	"testing"

	"github.com/factline/factline/pipeline/claimsfile"
)

func TestContradicts(t *testing.T) {
	exact := func(x float64) claimsfile.Quantity { return claimsfile.Quantity{Value: &x, Modifier: "exact"} }
	with := func(x float64, modifier string) claimsfile.Quantity {
		return claimsfile.Quantity{Value: &x, Modifier: modifier}
	}
	between := func(low, high float64) claimsfile.Quantity {
		return claimsfile.Quantity{Low: &low, High: &high, Modifier: "exact"}
	}
	tests := []struct {
		reason string
		a, b   claimsfile.Quantity
		want   bool
	}{
		{"different numbers", exact(58), exact(59), true},
		{"the same number", exact(58), exact(58), false},
		{"one digit is no rounding", exact(60), exact(58), true},
		{"two digits of millions are", exact(1.3e6), exact(1.27e6), false},
		{"but not of that much", exact(1.3e6), exact(1.4e6), true},
		{"pounds in millions", exact(86e6), exact(86.4e6), false},
		{"a per cent and its tenths", exact(5), exact(5.2), false},
		{"tenths of a per cent", exact(4.2), exact(4.6), true},
		{"more jobs", exact(340), exact(430), true},
		{"about", with(60, "about"), exact(58), false},
		{"about, and far from it", with(60, "about"), exact(75), true},
		{"more than", with(10, "over"), exact(14), false},
		{"more than more", with(20, "over"), exact(14), true},
		{"at most", with(20, "at_most"), exact(14), false},
		{"two lower bounds", with(20, "at_least"), with(30, "over"), false},
		{"a range", between(10, 20), exact(14), false},
		{"another range", between(10, 12), exact(14), true},
		{"a negative number", exact(-3), exact(3), true},
		{"nothing", exact(0), exact(3), true},
	}
	for _, tt := range tests {
		tt.a.Kind, tt.b.Kind = "count", "count"
		tt.a.Counted, tt.b.Counted = &claimsfile.Counted{Lemma: "app"}, &claimsfile.Counted{Lemma: "app"}
		a, okA := newFigure(event{}, tt.a)
		b, okB := newFigure(event{}, tt.b)
		if !okA || !okB {
			t.Fatalf("%s: no figures", tt.reason)
		}
		if a.contradicts(b) != tt.want || b.contradicts(a) != tt.want {
			t.Errorf("%s: %v and %v, want %v", tt.reason, a.contradicts(b), b.contradicts(a), tt.want)
		}
	}
}

func TestNewFigure(t *testing.T) {
	x := 3.0
	tests := []struct {
		reason string
		q      claimsfile.Quantity
		want   bool
	}{
		{"a count", claimsfile.Quantity{Kind: "count", Value: &x, Counted: &claimsfile.Counted{Lemma: "app"}}, true},
		{"a count of nobody knows what", claimsfile.Quantity{Kind: "count", Value: &x}, false},
		{"a count of them", claimsfile.Quantity{Kind: "count", Value: &x, Counted: &claimsfile.Counted{Lemma: "them"}}, false},
		{"money", claimsfile.Quantity{Kind: "money", Value: &x, Unit: &claimsfile.Unit{Name: "euro"}}, true},
		{"an age", claimsfile.Quantity{Kind: "age", Value: &x, Unit: &claimsfile.Unit{Name: "year"}}, false},
		{"a rank", claimsfile.Quantity{Kind: "ordinal", Value: &x, Counted: &claimsfile.Counted{Lemma: "app"}}, false},
	}
	for _, tt := range tests {
		if _, ok := newFigure(event{}, tt.q); ok != tt.want {
			t.Errorf("%s: %v", tt.reason, ok)
		}
	}
}

func TestSameName(t *testing.T) {
	tests := []struct {
		reason, a, b string
		want         bool
	}{
		{"a surname", "Folake Adeyemi", "Adeyemi", true},
		{"a title", "Mr Adeyemi", "Adeyemi", true},
		{"a second name", "Robert J. Salcedo", "Robert Salcedo", true},
		{"another first name", "Ann Lee", "Bob Lee", false},
		{"a part of a company's name", "Hartwell Foods", "Hartwell", false},
		{"nobody", "", "", false},
	}
	for _, tt := range tests {
		if got := sameName(nameOf(tt.a), nameOf(tt.b)); got != tt.want {
			t.Errorf("%s: %v", tt.reason, got)
		}
	}
}

func TestHeadOf(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"an article", "The ferry", "ferry"},
		{"a plural", "58 loan apps", "app"},
		{"a preposition", "the roofs of five schools", "roof"},
		{"a clause", "The engines that failed on Tuesday", "engine"},
		{"an apposition", "QuickNaira, the largest lender", "quicknaira"},
		{"no plural", "the glass", "glass"},
		{"nothing", "", ""},
		{"a sign", "—", ""},
	}
	for _, tt := range tests {
		if got := headOf(tt.text); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}
