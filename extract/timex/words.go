package timex

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

var (
	//go:embed data/months.tsv
	monthsTSV string
	//go:embed data/weekdays.tsv
	weekdaysTSV string
	//go:embed data/units.tsv
	unitsTSV string
	//go:embed data/parts.tsv
	partsTSV string
	//go:embed data/holidays.tsv
	holidaysTSV string
	//go:embed data/references.tsv
	referencesTSV string
	//go:embed data/frequencies.tsv
	frequenciesTSV string
	//go:embed data/zones.tsv
	zonesTSV string
	//go:embed data/decades.tsv
	decadesTSV string
)

// table is a lexicon together with what its rows say.
type table[T any] struct {
	*lexicon.Lexicon
	rows  []T
	first []extract.Form // the words that the phrases start with
}

// find returns what the longest phrase at a token says, and where it ends.
func (t table[T]) find(doc *extract.Document, at int32) (row T, end int32, ok bool) {
	i, end, ok := t.Longest(doc, at)
	if !ok {
		return row, at, false
	}
	return t.rows[i], end, true
}

type monthWord struct {
	month time.Month
	sure  bool // never another word
}

type weekdayWord struct {
	weekday int // 1 is Monday
	kind    string
}

type unitWord struct {
	unit   unit
	times  int // 2 for a fortnight of weeks
	plural bool
	night  bool
}

type partWord struct {
	code   string
	plural bool
}

type words struct {
	months      table[monthWord]
	weekdays    table[weekdayWord]
	units       table[unitWord]
	parts       table[partWord]
	holidays    table[string]
	references  table[string]
	frequencies table[string]
	zones       table[string]
	decades     table[int]
}

var vocabulary = sync.OnceValue(func() words {
	return words{
		months: load("months.tsv", monthsTSV, 3, func(row []string) monthWord {
			return monthWord{time.Month(number(row[1])), row[2] == "1"}
		}),
		weekdays: load("weekdays.tsv", weekdaysTSV, 3, func(row []string) weekdayWord {
			return weekdayWord{number(row[1]), row[2]}
		}),
		units: load("units.tsv", unitsTSV, 3, newUnitWord),
		parts: load("parts.tsv", partsTSV, 3, func(row []string) partWord {
			return partWord{row[1], row[2] == "1"}
		}),
		holidays:    load("holidays.tsv", holidaysTSV, 2, meaningColumn),
		references:  load("references.tsv", referencesTSV, 2, meaningColumn),
		frequencies: load("frequencies.tsv", frequenciesTSV, 2, meaningColumn),
		zones:       load("zones.tsv", zonesTSV, 2, meaningColumn),
		decades:     load("decades.tsv", decadesTSV, 2, func(row []string) int { return number(row[1]) }),
	}
})

func load[T any](file, tsv string, columns int, read func(row []string) T) table[T] {
	rows := lexicon.Rows(file, tsv, columns)
	t := table[T]{Lexicon: lexicon.New(lexicon.Column(rows, 0))}
	for _, row := range rows {
		t.rows = append(t.rows, read(row))
		t.first = append(t.first, lexicon.Forms(row[0])[0])
	}
	return t
}

func meaningColumn(row []string) string { return row[1] }

func newUnitWord(row []string) unitWord {
	w := unitWord{times: 1, plural: row[2] == "many"}
	switch row[1] {
	case "fortnight":
		w.unit, w.times = week, 2
	case "night":
		w.unit, w.night = day, true
	default:
		w.unit = unitNames[row[1]]
	}
	return w
}

var unitNames = map[string]unit{
	"second": second, "minute": minute, "hour": hour, "day": day, "weekend": weekend, "week": week, "month": month,
	"quarter": quarter, "half": half, "year": year, "decade": decade, "century": century, "millennium": millennium,
}

// number reads a number of a table; tables are part of the program.
func number(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		panic("timex: " + err.Error())
	}
	return n
}
