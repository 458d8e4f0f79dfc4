package desktop

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/workspace"
)

// Fyne's own dialog for files empties the file one chooses before it asks, and
// speaks English in places. This one only names a file.

// chooser lets one walk through folders and name a file.
type chooser struct {
	window *Window
	forms  []string
	save   bool
	then   func(path string)

	dir   string
	rows  []os.DirEntry
	where *kit.Entry
	name  *kit.Entry
	list  *kit.List
	sheet *kit.Sheet
}

// AskSave is part of kit.Host.
func (w *Window) AskSave(name string, forms []string, then func(path string)) {
	c := newChooser(w, forms, true, then)
	c.name.SetText(name)
	c.show(w.words.T("chooser.save.title"), w.words.T("chooser.save"), c.name)
}

// AskOpen is part of kit.Host.
func (w *Window) AskOpen(forms []string, then func(path string)) {
	c := newChooser(w, forms, false, then)
	c.show(w.words.T("chooser.open.title"), w.words.T("chooser.open"), c.list)
}

func newChooser(w *Window, forms []string, save bool, then func(string)) *chooser {
	c := &chooser{window: w, forms: forms, save: save, then: then}
	c.where, c.name = kit.NewEntry(""), kit.NewEntry(w.words.T("chooser.name"))
	c.where.OnDone = func() { c.enter(c.where.Text) }
	c.list = kit.NewList(func() int { return len(c.rows) }, newFoundRow, c.draw)
	c.list.OnSelected = c.pick
	c.list.OnEnter = c.use
	dir, err := os.UserHomeDir()
	if w.file != nil {
		dir, err = filepath.Dir(w.file.path), nil
	}
	if err != nil {
		dir = string(filepath.Separator)
	}
	c.dir = dir
	return c
}

func (c *chooser) show(title, do string, first fyne.Focusable) {
	t := c.window.words.T
	up := kit.IconButton(kit.NewIcon("up"), t("chooser.up"), func() { c.enter(filepath.Dir(c.dir)) })
	head := container.NewBorder(nil, nil, nil, up, c.where)
	room := container.NewStack(kit.Gap(260), c.list)
	content := container.NewBorder(head, kit.Rows(0, kit.Secondary(t("chooser.forms", "Forms", strings.Join(c.forms, ", "))), c.name), nil, nil, room)
	c.sheet = kit.NewSheet(c.window.win, title, 640, content,
		kit.SheetButton{Text: t("window.cancel")},
		kit.SheetButton{Text: do, Primary: true, Stays: true, Do: c.finish})
	c.name.OnDone = c.sheet.Confirm
	c.enter(c.dir)
	c.sheet.Show(first)
}

// enter shows a folder; a path to a file shows its folder and names it.
func (c *chooser) enter(path string) {
	path = filepath.Clean(path)
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		c.name.SetText(filepath.Base(path))
		path = filepath.Dir(path)
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		c.sheet.Fault(c.window.words.T("chooser.no-folder", "Folder", path))
		return
	}
	c.sheet.Fault("")
	c.dir, c.rows = path, c.shown(entries)
	c.where.SetText(path)
	c.list.UnselectAll()
	c.list.Refresh()
	c.list.ScrollToTop()
}

// shown are the folders and then the files of the right form, without those
// that are hidden.
func (c *chooser) shown(entries []os.DirEntry) []os.DirEntry {
	entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool {
		return strings.HasPrefix(e.Name(), ".") || !e.IsDir() && !c.fits(e.Name())
	})
	slices.SortStableFunc(entries, func(a, b os.DirEntry) int {
		if a.IsDir() != b.IsDir() {
			if a.IsDir() {
				return -1
			}
			return 1
		}
		return strings.Compare(strings.ToLower(a.Name()), strings.ToLower(b.Name()))
	})
	return entries
}

func (c *chooser) fits(name string) bool {
	return slices.Contains(c.forms, strings.ToLower(filepath.Ext(name)))
}

func (c *chooser) draw(row int, o fyne.CanvasObject) {
	e := c.rows[row]
	icon := "document"
	if e.IsDir() {
		icon = "folder"
	}
	o.(*foundRow).set(found{icon: icon, text: e.Name()}, false)
}

// pick goes into a folder, or names a file.
func (c *chooser) pick(row widget.ListItemID) {
	if row >= len(c.rows) {
		return
	}
	if e := c.rows[row]; e.IsDir() {
		c.enter(filepath.Join(c.dir, e.Name()))
	} else {
		c.name.SetText(e.Name())
	}
}

// use is pick, and for a file the end of it.
func (c *chooser) use(row widget.ListItemID) {
	folder := c.rows[row].IsDir()
	c.pick(row)
	if !folder && !c.save {
		c.finish()
	}
}

// finish answers with the path, if there is one that will do.
func (c *chooser) finish() {
	t := c.window.words.T
	name := strings.TrimSpace(c.name.Text)
	if name == "" {
		c.sheet.Fault(t("chooser.no-name"))
		return
	}
	path := name
	if !filepath.IsAbs(path) {
		path = filepath.Join(c.dir, name)
	}
	if c.save && !c.fits(path) {
		path += c.forms[0]
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		c.enter(path)
	case !c.save && err != nil:
		c.sheet.Fault(t("chooser.not-there", "File", name))
	case c.save && err == nil && strings.EqualFold(filepath.Ext(path), workspace.Ext):
		c.sheet.Fault(t("chooser.landscape", "File", name))
	case c.save && err == nil:
		c.sheet.Close()
		c.askReplace(path)
	default:
		c.sheet.Close()
		c.then(path)
	}
}

// askReplace asks before a file that is there is named.
func (c *chooser) askReplace(path string) {
	t := c.window.words.T
	kit.NewSheet(c.window.win, t("chooser.replace.title"), 480,
		kit.Body(t("chooser.replace.text", "File", path)),
		kit.SheetButton{Text: t("window.cancel"), Primary: true},
		kit.SheetButton{Text: t("chooser.replace"), Danger: true, Do: func() { c.then(path) }}).Show(nil)
}
