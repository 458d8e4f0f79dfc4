package agendaview

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
	"snijvlak/internal/landscape"
	"snijvlak/internal/words"
)

// filters are the chips above the board: the themes, the ambitions together,
// and a field for a part of a name, in one row: where there is less room they
// say less.
type filters struct {
	words   *words.Words
	changed func()

	themes    *kit.ThemeChips
	ambitions *kit.Chip
	search    *kit.Entry
	object    *fyne.Container
}

func newFilters(w *words.Words, changed func()) *filters {
	f := &filters{words: w, changed: changed}
	f.ambitions = kit.NewChip(w.T("board.ambitions"), func(bool) { changed() })
	f.themes = kit.NewThemeChips(w, changed, f.ambitions)
	f.search = kit.NewEntry(w.T("board.search"))
	f.search.OnChanged = func(string) { changed() }
	f.object = container.New(&filterRow{filters: f}, f.themes.Content, f.search)
	return f
}

// set offers the themes of a landscape.
func (f *filters) set(l *landscape.Landscape) {
	f.themes.Fit(l.Nodes(landscape.Theme))
	f.object.Refresh()
}

// asked is what the chips and the field ask.
func (f *filters) asked() filter {
	return filter{themes: f.themes.On(), ambitions: f.ambitions.On(), text: strings.TrimSpace(f.search.Text)}
}

// clear shows everything.
func (f *filters) clear() {
	f.themes.Clear()
	f.ambitions.Set(false)
	f.search.SetText("")
	f.changed()
}

// wideFilters is the width from which the ambitions have their whole name.
const wideFilters float32 = 560

// fold has the chips say the most that fits in a width, and answers how wide
// they are.
func (f *filters) fold(width float32) float32 {
	key := "board.ambitions"
	if width < wideFilters {
		key += ".short"
	}
	f.ambitions.SetText(f.words.T(key))
	return f.themes.Fold(width)
}

// hint says in the field what it is for, in as much as fits.
func (f *filters) hint(width float32) {
	hint := f.words.T("board.search")
	if fyne.MeasureText(hint, kit.TextSize(kit.SizeBody), fyne.TextStyle{}).Width+2*kit.Space3 > width {
		hint = f.words.T("board.search.short")
	}
	if f.search.PlaceHolder != hint {
		f.search.SetPlaceHolder(hint)
	}
}

// filterRow puts the field behind the chips, in what room they leave.
type filterRow struct{ filters *filters }

const searchLeast, searchMost float32 = 110, 240

func (*filterRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(8*kit.Space8, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (r *filterRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	room := size.Width - kit.Space2 - searchLeast
	left := min(r.filters.fold(room), max(room, 0)) + kit.Space2
	o[0].Resize(fyne.NewSize(left, o[0].MinSize().Height))
	o[0].Move(fyne.NewPos(0, (size.Height-o[0].MinSize().Height)/2))
	wide := min(size.Width-left, searchMost)
	r.filters.hint(wide)
	o[1].Resize(fyne.NewSize(wide, size.Height))
	o[1].Move(fyne.NewPos(left, 0))
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
