// Package parquet writes claims as Apache Parquet: one row a claim, with the
// columns of package row; speakers, quantities and dates are lists of records.
// Pages are compressed with Zstandard.
//
//	SELECT q.value, statement FROM 'claims.parquet', UNNEST(quantities) AS t(q) WHERE q.kind = 'money'
package parquet

import (
	"io"

	"github.com/parquet-go/parquet-go"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/row"
)

// rowGroup is how many claims are held in memory before they are written.
const rowGroup = 20_000

// Writer writes the claims of many claims files into one Parquet file.
type Writer struct {
	out   *parquet.GenericWriter[row.Row]
	group int // rows since the last row group
}

// NewWriter returns a Writer of a file that goes to w.
func NewWriter(w io.Writer) *Writer {
	return &Writer{out: parquet.NewGenericWriter[row.Row](w,
		parquet.Compression(&parquet.Zstd), parquet.CreatedBy("factline", claimsfile.Version, ""))}
}

// Write appends rows.
func (w *Writer) Write(rows []row.Row) error {
	n, err := w.out.Write(rows)
	if w.group += n; err != nil || w.group < rowGroup {
		return err
	}
	w.group = 0
	return w.out.Flush()
}

// Close writes what is left and the footer, without which the file cannot be
// read.
func (w *Writer) Close() error { return w.out.Close() }
