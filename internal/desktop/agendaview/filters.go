package agendaview

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// filters are the chips above the board: the themes, the ambitions together,
// and a field for a part of a name.
type filters struct {
	words   *words.Words
	changed func()

	themes    map[landscape.ID]*kit.Chip
	ambitions *kit.Chip
	search    *kit.Entry
	object    *fyne.Container
	signature string
}

func newFilters(w *words.Words, changed func()) *filters {
	f := &filters{words: w, changed: changed, object: kit.Flow(), themes: map[landscape.ID]*kit.Chip{}}
	f.ambitions = kit.NewChip(w.T("board.ambitions"), func(bool) { changed() })
	f.search = kit.NewEntry(w.T("board.search"))
	f.search.OnChanged = func(string) { changed() }
	return f
}

// set makes the chips of a landscape's themes, where they are others.
func (f *filters) set(l *landscape.Landscape) {
	nodes := l.Nodes(landscape.Theme)
	var names []string
	for _, n := range nodes {
		names = append(names, string(n.ID)+n.Name())
	}
	signature := strings.Join(names, "|")
	if signature == f.signature {
		return
	}
	f.signature = signature
	f.object.RemoveAll()
	f.themes = map[landscape.ID]*kit.Chip{}
	for _, n := range nodes {
		chip := kit.NewThemeChip(n.Number(), fmt.Sprintf("%d %s", n.Number(), n.ShortName()), func(bool) { f.changed() })
		f.themes[n.ID] = chip
		f.object.Add(chip)
	}
	f.object.Add(f.ambitions)
	f.object.Add(sized(180, f.search))
	f.object.Refresh()
}

// asked is what the chips and the field ask.
func (f *filters) asked() filter {
	of := filter{themes: map[landscape.ID]bool{}, ambitions: f.ambitions.On(), text: strings.TrimSpace(f.search.Text)}
	for id, chip := range f.themes {
		if chip.On() {
			of.themes[id] = true
		}
	}
	return of
}

// clear shows everything.
func (f *filters) clear() {
	for _, chip := range f.themes {
		chip.Set(false)
	}
	f.ambitions.Set(false)
	f.search.SetText("")
	f.changed()
}

// sized gives an object a width, and the height it asks.
func sized(width float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: fixedWidth{width}, Objects: []fyne.CanvasObject{o}}
}

type fixedWidth struct{ width float32 }

func (l fixedWidth) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, o[0].MinSize().Height)
}

func (l fixedWidth) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[0].Move(fyne.NewPos(0, 0))
}
