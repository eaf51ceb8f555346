package quantity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/factline/factline/extract/quantity"
	"github.com/factline/factline/internal/lexicon"
)

func TestTablesAreSorted(t *testing.T) {
	columns := map[string]int{"units.tsv": 6, "currencies.tsv": 6, "prefixes.tsv": 2, "modifiers.tsv": 3, "trends.tsv": 2}
	for name, table := range quantity.Tables {
		var lines []string
		for _, row := range lexicon.Rows(name, table, columns[name]) {
			lines = append(lines, strings.Join(row, "\t"))
		}
		if !slices.IsSorted(lines) {
			t.Errorf("%s is not sorted", name)
		}
		if len(slices.Compact(slices.Clone(lines))) != len(lines) {
			t.Errorf("%s holds a line twice", name)
		}
	}
}

// TestSurfacesAreUnique makes sure that no form of a unit names two units.
func TestSurfacesAreUnique(t *testing.T) {
	for _, side := range []string{"before", "after"} {
		seen := map[string]string{}
		for _, form := range quantity.Surfaces(side) {
			if other, ok := seen[form[0]]; ok && other != form[1] {
				t.Errorf("%q %s a number is %s and %s", form[0], side, other, form[1])
			}
			seen[form[0]] = form[1]
		}
	}
}

// activeCodes are those of ISO 4217 in use, funds, metals and tests apart.
const activeCodes = `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
	CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD
	HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL
	MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD
	RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
	UYU UZS VED VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWG`

func TestCurrencyCodes(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range lexicon.Rows("currencies.tsv", quantity.Tables["currencies.tsv"], 6) {
		code := row[0]
		if code == "-" {
			continue
		}
		if len(code) != 3 || strings.ToUpper(code) != code || seen[code] {
			t.Errorf("code %q is no ISO 4217 code, or there twice", code)
		}
		seen[code] = true
	}
	for _, code := range strings.Fields(activeCodes) {
		if !seen[code] {
			t.Errorf("no currency %s", code)
		}
	}
}
