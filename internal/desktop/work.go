package desktop

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
)

// patience is how long work may take before its progress is shown.
const patience = time.Second

// Go is part of kit.Host.
func (w *Window) Go(title string, work func(ctx context.Context) func()) {
	w.GoOr(title, work, func() {})
}

// GoOr is part of kit.Host.
func (w *Window) GoOr(title string, work func(ctx context.Context) func(), stopped func()) {
	w.work(title, work, stopped)
}

func (w *Window) work(title string, work func(ctx context.Context) func(), stopped func()) *progress {
	ctx, cancel := context.WithCancel(context.Background())
	progress := &progress{window: w, title: title, stop: sync.OnceFunc(func() {
		cancel()
		stopped()
	})}
	stop := kit.After(patience, progress.show)
	w.start(func() {
		after := work(ctx)
		stop()
		kit.Do(func() {
			progress.end()
			stopped := ctx.Err() != nil
			cancel()
			if after != nil && !stopped {
				after()
			}
			trace("work done")
		})
	})
	return progress
}

// progress says that something takes a while, and offers to stop it.
type progress struct {
	window *Window
	title  string
	stop   func()
	sheet  *kit.Sheet
	ended  atomic.Bool
}

func (p *progress) show() {
	if p.ended.Load() {
		return
	}
	bar := widget.NewProgressBarInfinite()
	p.sheet = kit.NewSheet(p.window.win, p.title, 360, bar,
		kit.SheetButton{Text: p.window.words.T("window.cancel"), Do: p.stop})
	p.sheet.OnClose = func() {
		bar.Stop()
		p.stop()
	}
	p.sheet.Show(nil)
}

func (p *progress) end() {
	p.ended.Store(true)
	if p.sheet != nil {
		p.sheet.OnClose = nil
		p.sheet.Close()
	}
}
