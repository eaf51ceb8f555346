package pipeline_test

import (
	"fmt"
	"log"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/pipeline"
)

func ExamplePipeline_Run() {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		log.Fatal(err)
	}
	doc, err := p.Run(extract.Article{ID: "a1", Text: "Ms Oduya said that sales rose by 5 per cent to £46.3m."})
	if err != nil {
		log.Fatal(err)
	}
	for _, q := range doc.Quantities {
		fmt.Println(doc.TextOf(q.TokenRange), q.Value.Float)
	}
	// Output:
	// 5 per cent 5
	// £46.3m 4.63e+07
}
