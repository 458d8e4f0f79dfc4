package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"snijvlak/internal/desktop/kit"
)

// head is the line above every view: its name, Ctrl+K and the day shown.
type head struct {
	window  *Window
	title   *fyne.Container
	name    string
	asOf    string
	day     *kit.Button
	search  *kit.Button
	content fyne.CanvasObject
}

func newHead(w *Window) *head {
	h := &head{window: w, title: container.NewStack()}
	h.search = kit.NewButton(w.words.T("window.search")+"   Ctrl+K", w.openPalette)
	h.search.Icon = kit.NewIcon("search")
	h.day = kit.NewButton("", w.chooseDay)
	h.day.Icon = kit.NewIcon("calendar")
	side := kit.IconButton(kit.NewIcon("panel"), w.words.T("action.pane"), w.togglePane)
	h.content = container.New(headLayout{}, h.title, container.NewHBox(h.search, h.day, side))
	return h
}

// fold leaves the texts of the buttons out where there is no room.
func (h *head) fold(on bool) {
	search, day := h.window.words.T("window.search")+"   Ctrl+K", h.asOf
	if on {
		search, day = "", kit.WriteDate(h.window.state.Day)
	}
	if search != h.search.Text || day != h.day.Text {
		h.search.SetText(search)
		h.day.SetText(day)
		h.content.Refresh()
	}
}

func (h *head) show(s kit.State) {
	name := s.Words.T("views." + string(h.window.visited))
	if name != h.name {
		h.name = name
		h.title.Objects = []fyne.CanvasObject{kit.OneLine(kit.Title(name))}
		h.title.Refresh()
	}
	h.asOf = s.Words.T("window.as-of", "Day", kit.WriteDate(s.Day))
	h.fold(h.search.Text == "")
}

// headLayout gives the title what the buttons leave, and lets it shrink.
type headLayout struct{}

func (headLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kit.Space8, max(o[0].MinSize().Height, o[1].MinSize().Height)+kit.Space2)
}

func (headLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	want := o[1].MinSize()
	left := max(size.Width-want.Width-kit.Space2, 0)
	title := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(kit.Space2, (size.Height-title)/2))
	o[0].Resize(fyne.NewSize(left, title))
	o[1].Move(fyne.NewPos(max(size.Width-want.Width-kit.Space2, 0), (size.Height-want.Height)/2))
	o[1].Resize(want)
}
