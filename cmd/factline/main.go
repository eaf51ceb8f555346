// Command factline reads news articles and writes claims files.
package main

import (
	"fmt"
	"os"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline"
	"github.com/factline/factline/pipeline/claimsfile"
)

func main() {
	text, err := os.ReadFile(os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		panic(err)
	}
	doc, err := p.Run(extract.Article{ID: os.Args[2], Text: string(text)})
	if err != nil {
		panic(err)
	}
	if err := claimsfile.Encode(os.Stdout, claimsfile.FromDocument(doc, claimsfile.Options{Explain: true})); err != nil {
		panic(err)
	}
}
