package desktop

import (
	"context"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// LookBack is part of kit.Host.
func (w *Window) LookBack(seq uint64) {
	if !w.ready() {
		return
	}
	if seq >= w.file.ws.Head().Seq {
		seq = 0
	}
	file := w.file
	file.past.Store(seq)
	w.start(func() { w.renew(file) })
}

// landscape is what is shown of a file: the newest, or what it was after an
// entry. It may be called from any goroutine.
func (w *Window) landscape(file *openFile) (land *landscape.Landscape, head workspace.Head, past bool) {
	if seq := file.past.Load(); seq > 0 {
		land, head, err := after(file.ws, seq)
		if err == nil {
			return land, head, true
		}
		file.past.Store(0)
		kit.Do(func() { w.Fail(err) })
	}
	land, head = current(file.ws)
	return land, head, false
}

// after gives the landscape after an entry, with the head of that moment.
func after(ws *workspace.Workspace, seq uint64) (*landscape.Landscape, workspace.Head, error) {
	ctx := context.Background()
	entries, err := ws.Entries(ctx, seq, seq)
	if err != nil {
		return nil, workspace.Head{}, err
	}
	if len(entries) == 0 {
		return nil, workspace.Head{}, &workspace.NoEntry{Seq: seq, Last: ws.Head().Seq}
	}
	land, err := ws.At(ctx, seq)
	head := ws.Head()
	head.Seq, head.Hash = seq, entries[0].Hash
	return land, head, err
}

// tellPast says that the file is shown as it was.
func (w *Window) tellPast(s kit.State) {
	if !s.Past {
		w.frame.banners.clear(bannerPast)
		return
	}
	w.frame.banners.set(bannerPast, w.words.T("history.past.text", "Seq", s.Head.Seq),
		&bannerAction{w.words.T("history.past.back"), func() { w.LookBack(0) }})
}
