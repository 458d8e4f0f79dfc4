package exporting

import (
	"context"
	"net/url"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/desktop/pagefiles"
	"snijvlak/internal/words"
)

// save asks where the files are to lie. Where a picture becomes several files
// whose names are taken it asks once more.
func (d *dialog) save() {
	c, made := d.now, d.shown
	if made.picture == nil {
		return
	}
	d.host.Memory().Put(prefChoice, c)
	d.host.AskSave(c.fileName(d.words), []string{"." + c.Format}, func(path string) {
		pages := 1
		if c.Format == "svg" || c.Format == "png" || c.Format == "dot" {
			pages = len(made.scenes)
		}
		all := pagefiles.Paths(path, pages)
		if taken := pagefiles.There(all); pages > 1 && len(taken) > 0 {
			askReplace(d.host, d.words, taken, func() { d.write(made, c.Format, all) })
			return
		}
		d.write(made, c.Format, all)
	})
}

func askReplace(host kit.Host, w *words.Words, taken []string, do func()) {
	t := w.T
	kit.NewSheet(host.Window(), t("chooser.replace.title"), 480,
		kit.Body(t("export.replace", "Files", strings.Join(taken, ", "))),
		kit.SheetButton{Text: t("window.cancel"), Primary: true},
		kit.SheetButton{Text: t("chooser.replace"), Danger: true, Do: do}).Show(nil)
}

// write draws the files and writes them; the dialog stays until that is done.
func (d *dialog) write(made drawn, format string, all []string) {
	host, w := d.host, d.words
	host.Go(w.T("export.writing"), func(ctx context.Context) func() {
		pages, err := host.Draw(ctx, made.picture, format)
		if ctx.Err() != nil {
			return nil // cancelled: nothing is written
		}
		if err != nil {
			return func() { d.refuse(d.cause(err)) }
		}
		if err := pagefiles.Write(all, pages); err != nil {
			return func() { d.refuse(pagefiles.Fault(w, all[0], err)) }
		}
		return func() { d.wrote(all) }
	})
}

// refuse says above the buttons why nothing was written.
func (d *dialog) refuse(fault string) {
	d.fault = fault
	d.sheet.Fault(fault)
}

// wrote says what stands where, and offers the folder.
func (d *dialog) wrote(all []string) {
	d.sheet.Close()
	t := d.words.T
	names := make([]string, len(all))
	for i, path := range all {
		names[i] = filepath.Base(path)
	}
	folder := filepath.Dir(all[0])
	d.host.Notice(t("window.exported", "File", strings.Join(names, ", ")))
	kit.NewSheet(d.host.Window(), t("export.ready"), 520,
		kit.Rows(kit.Space1, kit.Strong(strings.Join(names, "\n")), kit.Secondary(folder), kit.Body(d.caption.Text)),
		kit.SheetButton{Text: t("export.copy-caption"), Stays: true, Do: func() { d.host.Copy(d.caption.Text) }},
		kit.SheetButton{Text: t("export.open-folder"), Do: func() {
			if err := fyne.CurrentApp().OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(folder)}); err != nil {
				d.host.Notice(t("export.no-open", "Folder", folder))
			}
		}},
		kit.SheetButton{Text: t("window.close"), Primary: true}).Show(nil)
}
