package main

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"github.com/factline/factline/pipeline/article"
)

// patience is how long a run may take before it shows a progress bar.
const patience = 500 * time.Millisecond

// progress shows on a terminal how far a run is. What is written to it stands
// above the bar. On anything but a terminal there is no bar.
type progress struct {
	stderr   io.Writer
	wanted   bool
	start    time.Time
	total    int64 // bytes to read; 0 when that is not known
	read     atomic.Int64
	articles atomic.Int64
	bars     *mpb.Progress // nil while there is no bar
	bar      *mpb.Bar
}

// newProgress makes options tell it how much is read. There is no bar when the
// results go to the terminal, too.
func newProgress(stderr io.Writer, toTerminal bool, inputs []string, options *article.Options) *progress {
	p := &progress{stderr: stderr, start: time.Now()}
	p.wanted = isTerminal(stderr) && !toTerminal
	if p.wanted {
		options.OnRead = func(n int) { p.read.Add(int64(n)) }
		p.total = article.Size(inputs, *options)
	}
	return p
}

// show tells how many articles are written.
func (p *progress) show(articles int) {
	if !p.wanted || time.Since(p.start) < patience {
		return
	}
	p.articles.Store(int64(articles))
	if p.bars == nil {
		p.begin()
	}
	p.bar.SetCurrent(p.read.Load())
}

func (p *progress) begin() {
	p.bars = mpb.New(mpb.WithOutput(p.stderr), mpb.WithWidth(60))
	count := decor.Any(func(decor.Statistics) string { return fmt.Sprintf("%d articles ", p.articles.Load()) })
	if p.total > 0 {
		p.bar = p.bars.New(p.total, mpb.BarStyle(), mpb.BarRemoveOnComplete(), mpb.PrependDecorators(count),
			mpb.AppendDecorators(decor.Percentage(), decor.Name(" "), decor.AverageETA(decor.ET_STYLE_GO)))
		return
	}
	p.bar = p.bars.New(0, mpb.SpinnerStyle(), mpb.PrependDecorators(count, decor.CurrentKiloByte("% .1f ")),
		mpb.AppendDecorators(decor.Elapsed(decor.ET_STYLE_GO)))
}

// Write writes to standard error.
func (p *progress) Write(b []byte) (int, error) {
	if p.bars != nil {
		return p.bars.Write(b)
	}
	return p.stderr.Write(b)
}

// stop takes the bar away. It may be called again.
func (p *progress) stop() {
	if p.bars != nil {
		p.bar.Abort(true)
		p.bars.Wait()
		p.bars = nil
	}
	p.wanted = false
}
