package desktop

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/workspace"
)

// begin shows what came of opening the first file.
func (w *Window) begin(o opening) {
	w.win.Resize(w.remember.size())
	if o.err != nil {
		w.offerAnother(o)
		return
	}
	w.use(o.file)
	w.renew(o.file) // here and now, so that the first frame shows it
}

// use makes a file the one of the window; its state is still to be made.
func (w *Window) use(file *openFile) {
	w.leave()
	w.file = file
	w.saved = ""
	w.state = kit.State{Words: w.words}
	w.remember.used(file.path)
	w.win.SetTitle(file.name() + " – Snijvlak")
	w.follow(file)
	w.build()
	w.greet(file)
}

// greet says once what one should know of the file.
func (w *Window) greet(file *openFile) {
	if file.made {
		w.frame.status.notice(w.words.T("window.made"), w.words.T("window.made.where"), func() { w.showFolder(file.path) })
	}
	if file.ws.Doubtful() {
		w.frame.banners.set(bannerDoubtful, w.words.T("window.doubtful"))
	}
	if file.ws.ReadOnly() {
		w.frame.banners.set(bannerReadOnly, w.words.T("window.error.read-only"), &bannerAction{w.words.T("window.save-as"), w.saveAs})
	}
	if file.noBackup.Load() != nil {
		w.frame.banners.set(bannerBackup, w.words.T("window.backup-failed"))
	}
	if place := w.config.Files.Place(file.path); place != workspace.LocalPlace {
		w.frame.banners.set(bannerPlace, w.words.T("window.place."+string(place)), w.hide(bannerPlace))
	}
}

// showFolder shows where a file lies; where the system cannot, it names the place.
func (w *Window) showFolder(path string) {
	if w.openOutside(filepath.Dir(path)) != nil {
		w.tell(w.words.T("window.made.where"), path)
	}
}

// hide is the way to have a banner gone that one has read.
func (w *Window) hide(kind bannerKind) *bannerAction {
	return &bannerAction{w.words.T("window.understood"), func() { w.frame.banners.clear(kind) }}
}

// leave stops following the file that is open.
func (w *Window) leave() {
	if w.file != nil && w.file.stop != nil {
		w.file.stop()
	}
}

// follow shows what others change in the file, and what happens to the file
// itself.
func (w *Window) follow(file *openFile) {
	ctx, cancel := context.WithCancel(context.Background())
	unsubscribe := file.ws.Subscribe(func(*landscape.Landscape) { w.renew(file) })
	file.stop = func() { cancel(); unsubscribe() }
	w.watch(func() { file.ws.Follow(ctx) })
	w.watch(func() { file.ws.KeepBackups(ctx, time.Tick(workspace.BackupInterval)) })
	w.watch(func() { w.guard(ctx, file) })
}

// guardEvery is how often the window looks whether the file is still there and
// whether it is still today.
const guardEvery = time.Second

// guard tells when the file goes and comes back, and when a new day begins.
func (w *Window) guard(ctx context.Context, file *openFile) {
	tick := time.NewTicker(guardEvery)
	defer tick.Stop()
	gone, today := false, file.ws.Today()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if now := file.ws.Today(); now != today {
			today = now
			w.renew(file)
		}
		_, err := os.Stat(file.path)
		if missing := os.IsNotExist(err); missing != gone {
			gone = missing
			kit.Do(func() { w.tellGone(file, gone) })
		}
	}
}

// tellGone says that the file has gone, or that it is back.
func (w *Window) tellGone(file *openFile, gone bool) {
	if file != w.file {
		return
	}
	if !gone {
		w.frame.banners.clear(bannerGone)
		return
	}
	w.frame.banners.set(bannerGone, w.words.T("window.gone", "File", file.path),
		&bannerAction{w.words.T("window.save-as"), w.saveAs})
}
