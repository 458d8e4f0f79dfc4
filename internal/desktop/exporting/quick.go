package exporting

import (
	"context"
	"path/filepath"
	"strings"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/pagefiles"
)

// Save draws a choice and asks only where it is to lie: for a figure of which
// everything is known, as for a slide. What the choice leaves open is as it was
// the last time; the files are images, as a slide and a memo take them.
func Save(host kit.Host, c Choice) {
	s := host.State()
	if s.Land == nil {
		return
	}
	last := kept(host)
	last.Lang, last.Day, last.Format = s.Words.Lang, s.Day, "png"
	c = last.over(c).sound(s.Land)
	place := host.Layout()
	host.Go(s.Words.T("export.writing"), func(ctx context.Context) func() {
		made, err := draw(ctx, s.Land, c, host.Overlap, place)
		return func() {
			if err != nil {
				host.Fail(err)
				return
			}
			name := strings.TrimSuffix(c.fileName(s.Words), "."+c.Format) + "-" + s.Words.T("export.name."+c.Page) + "." + c.Format
			host.AskSave(name, []string{"." + c.Format}, func(path string) { saveTo(host, c, made, path) })
		}
	})
}

func saveTo(host kit.Host, c Choice, made drawn, path string) {
	w := host.State().Words
	all := pagefiles.Paths(path, len(made.scenes))
	if taken := pagefiles.There(all); len(all) > 1 && len(taken) > 0 {
		askReplace(host, w, taken, func() { writeTo(host, c, made, all) })
		return
	}
	writeTo(host, c, made, all)
}

func writeTo(host kit.Host, c Choice, made drawn, all []string) {
	w := host.State().Words
	host.Go(w.T("export.writing"), func(ctx context.Context) func() {
		pages, err := host.Draw(ctx, made.picture, c.Format)
		if ctx.Err() != nil {
			return nil // cancelled: nothing is written
		}
		if err == nil {
			err = pagefiles.Write(all, pages)
		}
		return func() {
			if err != nil {
				host.Notice(pagefiles.Fault(w, all[0], err))
				return
			}
			host.Notice(w.T("window.exported", "File", filepath.Base(all[0])))
		}
	})
}
