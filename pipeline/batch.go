package pipeline

import (
	"context"
	"fmt"
	"iter"

	"github.com/factline/factline/extract"
)

// window is how many articles for each worker RunAll holds at once: enough to
// keep the workers busy while the article that is due next is a long one.
const window = 4

// RunAll runs the pipeline over many articles in a number of goroutines, calls
// finish in the same goroutine for each document, and returns the results in
// the order of the articles, whatever their number of workers. An error that
// comes with an article, or that Run or finish gives, takes the place of the
// article's result; the articles after it go on.
//
// RunAll holds a bounded number of articles at a time, so a stream of any
// length will do. When ctx is cancelled it begins no further article, returns
// the results of those that it has begun, and ends. It does not wait for an
// articles iterator that is itself waiting for input: that ends with its next
// article.
func RunAll[T any](ctx context.Context, p *Pipeline, articles iter.Seq2[extract.Article, error], workers int,
	finish func(*extract.Document) (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		workers = max(workers, 1)
		b := batch[T]{
			ctx: ctx, pipeline: p, finish: finish,
			begun: make(chan *task[T]),
			order: make(chan *task[T], window*workers),
		}
		go b.read(articles)
		for range workers {
			go b.work()
		}
		for t := b.next(); t != nil; t = b.next() {
			<-t.done
			if t.skipped || !yield(t.result, t.err) {
				return
			}
		}
	}
}

// batch is one call of RunAll. Every article goes through both channels: order
// is what the results are taken from, begun is what the workers take.
type batch[T any] struct {
	ctx      context.Context
	pipeline *Pipeline
	finish   func(*extract.Document) (T, error)
	begun    chan *task[T]
	order    chan *task[T]
}

// task is one article. Its fields are read only after done is closed.
type task[T any] struct {
	article extract.Article
	result  T
	err     error
	skipped bool // cancelled before any worker took it
	done    chan struct{}
}

// read makes a task of each article.
func (b *batch[T]) read(articles iter.Seq2[extract.Article, error]) {
	defer close(b.order)
	defer close(b.begun)
	for article, err := range articles {
		t := &task[T]{article: article, err: err, done: make(chan struct{})}
		if !b.send(b.order, t) {
			return
		}
		if err != nil {
			close(t.done)
			continue
		}
		if !b.send(b.begun, t) {
			t.skipped = true
			close(t.done)
			return
		}
	}
}

// send returns false when the batch was cancelled before t could be sent.
func (b *batch[T]) send(to chan<- *task[T], t *task[T]) bool {
	if b.ctx.Err() != nil {
		return false
	}
	select {
	case to <- t:
		return true
	case <-b.ctx.Done():
		return false
	}
}

func (b *batch[T]) work() {
	for b.ctx.Err() == nil {
		select {
		case t, ok := <-b.begun:
			if !ok {
				return
			}
			t.result, t.err = b.run(t.article)
			t.article = extract.Article{}
			close(t.done)
		case <-b.ctx.Done():
			return
		}
	}
}

func (b *batch[T]) run(article extract.Article) (result T, err error) {
	doc, err := b.pipeline.Run(article)
	if err != nil {
		return result, err
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: finishing panicked: %v", article.ID, r)
		}
	}()
	return b.finish(doc)
}

// next returns the task whose result is due, nil when there is none left.
func (b *batch[T]) next() *task[T] {
	select {
	case t := <-b.order:
		return t
	case <-b.ctx.Done():
	}
	select { // what was sent before the cancellation
	case t := <-b.order:
		return t
	default:
		return nil
	}
}
