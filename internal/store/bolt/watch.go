package bolt

import (
	"context"
	"os"
	"time"

	"snijvlak/internal/workspace"
)

// Watch looks at the file each Interval. A moment at which it is locked,
// missing or damaged is passed over: the next look may find it again.
func (f *File) Watch(ctx context.Context, from workspace.Head) <-chan workspace.Head {
	heads := make(chan workspace.Head)
	go f.watch(ctx, from, heads)
	return heads
}

func (f *File) watch(ctx context.Context, sent workspace.Head, heads chan<- workspace.Head) {
	defer close(heads)
	tick := time.NewTicker(f.Interval)
	defer tick.Stop()
	look := glance{file: f, newest: sent}
	look.again(ctx)
	for {
		var ready chan<- workspace.Head // nil, never ready, when there is no news
		if look.newest != sent {
			ready = heads
		}
		select {
		case <-ctx.Done():
			return
		case ready <- look.newest:
			sent = look.newest
		case <-tick.C:
			look.again(ctx)
		}
	}
}

// glance is the last look at the file. It compares the two meta pages, which
// needs no lock and, unlike size and time of change, differs after every
// commit. Halves of a commit being written differ as well; the head is read
// under the lock.
type glance struct {
	file   *File
	seen   metas
	newest workspace.Head
}

func (g *glance) again(ctx context.Context) {
	now, err := peek(g.file.path)
	if err != nil || now == g.seen {
		return
	}
	if head, err := g.file.head(ctx); err == nil {
		g.seen, g.newest = now, head
	}
}

func peek(path string) (metas, error) {
	file, err := openRegular(path, os.O_RDONLY)
	if err != nil {
		return metas{}, err
	}
	defer file.Close()
	return readMetas(file), nil
}
